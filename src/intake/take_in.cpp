#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "intake/byte_stream.h"
#include "intake/inputs.h"
#include "intake/line_reader.h"
#include "intake/object_splitter.h"
#include "intake/report_json.h"
#include "intake/text_encoding.h"
#include "sayso/intake.h"

namespace sayso {
namespace {

using Line = LineReader::Line;

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

/// Takes in one file: decides what it holds and goes through it.
class FileIntake {
public:
    FileIntake(std::string name, const Limits& limits, const ArticleSink& sink, const FaultSink& on_fault)
        : name_(std::move(name)), limits_(limits), sink_(sink), on_fault_(on_fault) {}

    /// False when the sink wants no more.
    bool take(const std::string& path) {
        try {
            const auto stream = open_input(path, name_, limits_);
            return take_stream(*stream);
        } catch (const Error& fault) {
            if (outside_) throw;  // what the caller's functions throw is the caller's
            on_fault_(fault);
            return true;
        }
    }

private:
    // ---- What the caller gave ---------------------------------------------------------------------

    bool give(Article&& article) {
        outside_ = true;
        const bool more = sink_(std::move(article));
        outside_ = false;
        return more;
    }

    void tell(const Error& fault) {
        outside_ = true;
        on_fault_(fault);
        outside_ = false;
    }

    // ---- What the file holds ----------------------------------------------------------------------

    bool take_stream(ByteStream& stream) {
        LineReader lines(stream, limits_.text_bytes);
        const auto head = lines.head();
        if (head.empty()) throw BadInput(name_ + ": the file is empty; give a report's text");
        if (is_packed(head)) {
            throw BadInput(name_ + ": there is a packed file inside of the packed file; unpack it first");
        }
        if (const auto kind = binary_kind(head); !kind.empty()) {
            throw BadInput(fmt::format("{}: this is {}, not text; give its text", name_, kind));
        }
        return is_utf16(head) ? take_utf16(lines) : take_utf8(lines);
    }

    /// UTF-16 is turned into UTF-8 as a whole, so the limit of one report holds for the file.
    bool take_utf16(LineReader& lines) {
        std::string all;
        std::string line;
        for (auto kind = lines.next(line); kind != Line::none; kind = lines.next(line)) {
            all += line;
            if (kind == Line::too_long || all.size() > limits_.text_bytes) refuse_too_large();
        }
        const auto utf8 = from_utf16(all, name_);
        const auto stream = open_bytes(utf8, name_, limits_);
        LineReader converted(*stream, limits_.text_bytes);
        return take_utf8(converted);
    }

    bool take_utf8(LineReader& lines) {
        const auto head = lines.head();
        if (begins_object_list(head) || (begins_object(head) && is_spread_object(head))) return take_spread(lines);
        return begins_object(head) ? take_lines(lines) : take_text_or_lines(lines);
    }

    /// The lines of a plain text are held until its end. A line that is a whole report shows that these are JSON
    /// Lines with other lines before it.
    bool take_text_or_lines(LineReader& lines) {
        std::string held;
        std::string line;
        std::vector<std::uint64_t> too_long;
        for (auto kind = lines.next(line); kind != Line::none; kind = lines.next(line)) {
            if (kind == Line::whole && is_report_object(line)) {
                return take_held(held, too_long) && take_line(line, lines.number()) && take_lines(lines);
            }
            if (kind == Line::too_long) {
                too_long.push_back(lines.number());
                line = "\n";
            }
            held += line;
            if (held.size() > limits_.text_bytes) refuse_too_large();
        }
        if (!too_long.empty()) refuse_too_large();
        Report report;
        report.text = std::move(held);
        report.origin = name_;
        return give(make_article(report, limits_));
    }

    [[noreturn]] void refuse_too_large() const {
        throw BadInput(fmt::format("{}: the report is larger than {} bytes, the most that is allowed for one; split it",
                                   name_, limits_.text_bytes));
    }

    // ---- JSON Lines -------------------------------------------------------------------------------

    bool take_held(std::string_view held, const std::vector<std::uint64_t>& too_long) {
        for (std::uint64_t number = 1; !held.empty(); ++number) {
            const auto end = std::min(held.find('\n'), held.size() - 1) + 1;
            if (std::find(too_long.begin(), too_long.end(), number) != too_long.end()) {
                tell_too_long(number);
            } else if (!take_line(held.substr(0, end), number)) {
                return false;
            }
            held.remove_prefix(end);
        }
        return true;
    }

    bool take_lines(LineReader& lines) {
        std::string line;
        for (auto kind = lines.next(line); kind != Line::none; kind = lines.next(line)) {
            if (kind == Line::too_long) {
                tell_too_long(lines.number());
            } else if (!take_line(line, lines.number())) {
                return false;
            }
        }
        return true;
    }

    bool take_line(std::string_view line, std::uint64_t number) {
        return is_blank(line) || take_object(line, line_place(number), "; the other lines are read");
    }

    [[nodiscard]] std::string line_place(std::uint64_t number) const {
        return fmt::format("{}, line {}", name_, number);
    }

    void tell_too_long(std::uint64_t number) {
        tell(
            BadInput(fmt::format("{}: the line is longer than {} bytes, the most that is allowed for one report; the "
                                 "other lines are read",
                                 line_place(number), limits_.text_bytes)));
    }

    // ---- Objects over several lines, or in a list -------------------------------------------------

    bool take_spread(LineReader& lines) {
        ObjectSplitter splitter(limits_.text_bytes);
        const auto place = [&] { return fmt::format("{}, entry {}", name_, splitter.entries()); };
        std::string piece;
        while (lines.next_piece(piece)) {
            std::string_view rest = piece;
            while (!rest.empty()) {
                const auto found = splitter.next(rest);
                if (found == ObjectSplitter::Found::object) {
                    if (!take_object(splitter.object(), place(), "; the other entries are read")) return false;
                } else if (found == ObjectSplitter::Found::too_large) {
                    tell(
                        BadInput(fmt::format("{}: the entry is larger than {} bytes, the most that is allowed for one "
                                             "report; the other entries are read",
                                             place(), limits_.text_bytes)));
                } else if (found == ObjectSplitter::Found::no_object) {
                    tell(BadInput(place() + ": this is not a JSON object; the other entries are read"));
                }
            }
        }
        if (splitter.inside()) {
            throw BadInput(place() + ": the file ends inside of this entry; get the whole file again");
        }
        return true;
    }

    bool take_object(std::string_view json, const std::string& place, std::string_view comfort) {
        Article article;
        try {
            article = article_from_object(json, place, limits_);
        } catch (const BadInput& fault) {
            tell(BadInput(fault.what() + std::string(comfort)));
            return true;
        }
        return give(std::move(article));
    }

    std::string name_;
    const Limits& limits_;
    const ArticleSink& sink_;
    const FaultSink& on_fault_;
    bool outside_ = false;  ///< in one of the caller's functions
};

}  // namespace

void take_in(const std::vector<std::string>& inputs, const Limits& limits, const ArticleSink& sink,
             const FaultSink& on_fault) {
    const auto take = [&](const std::string& path) {
        return FileIntake(path == "-" ? "standard input" : path, limits, sink, on_fault).take(path);
    };
    for (const auto& input : inputs) {
        if (!each_file(input, take, on_fault)) return;
    }
}

}  // namespace sayso
