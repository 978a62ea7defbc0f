#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "intake/byte_stream.h"
#include "intake/inputs.h"
#include "intake/line_reader.h"
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
    bool take(ByteStream& stream) {
        try {
            return take_stream(stream);
        } catch (const BadInput& fault) {
            on_fault_(fault);
        } catch (const MissingInput& fault) {
            on_fault_(fault);
        }
        return true;
    }

private:
    bool take_stream(ByteStream& stream) {
        LineReader lines(stream, limits_.text_bytes);
        const auto head = lines.head();
        if (head.empty()) throw BadInput(name_ + ": the file is empty; give a report's text");
        if (is_packed(head))
            throw BadInput(name_ + ": there is a packed file inside of the packed file; unpack it first");
        if (const auto kind = binary_kind(head); !kind.empty()) {
            throw BadInput(fmt::format("{}: this is {}, not text; give its text", name_, kind));
        }
        if (is_utf16(head)) return take_utf16(lines);
        return take_lines(lines);
    }

    /// UTF-16 is turned into UTF-8 as a whole: in JSON Lines it is rare and small.
    bool take_utf16(LineReader& lines) {
        const auto utf8 = from_utf16(whole(lines), name_);
        const auto stream = open_bytes(utf8, name_, limits_);
        LineReader converted(*stream, limits_.text_bytes);
        return take_lines(converted);
    }

    std::string whole(LineReader& lines) {
        std::string all;
        std::string line;
        for (auto kind = lines.next(line); kind != Line::none; kind = lines.next(line)) {
            all += line;
            if (kind == Line::too_long || all.size() > limits_.text_bytes) refuse_too_large();
        }
        return all;
    }

    [[noreturn]] void refuse_too_large() const {
        throw BadInput(fmt::format("{}: the report is larger than {} bytes, the most that is allowed for one; split it",
                                   name_, limits_.text_bytes));
    }

    /// Lines are held until it is clear what they are: a plain text is held whole anyway.
    bool take_lines(LineReader& lines) {
        std::string held;
        std::string line;
        bool first = true;
        bool too_long = false;
        for (auto kind = lines.next(line); kind != Line::none; kind = lines.next(line)) {
            if (kind == Line::whole && ((first && begins_object(line)) || is_report_object(line))) {
                return take_objects(held, line, lines);
            }
            if (kind == Line::too_long) too_long = true;
            held += line;
            if (!is_blank(line)) first = false;
            if (held.size() > limits_.text_bytes) refuse_too_large();
        }
        if (too_long) refuse_too_large();
        Report report;
        report.text = std::move(held);
        report.origin = name_;
        return sink_(make_article(report, limits_));
    }

    bool take_objects(std::string_view held, const std::string& first, LineReader& lines) {
        std::uint64_t number = 0;
        while (!held.empty()) {
            const auto end = std::min(held.find('\n'), held.size() - 1) + 1;
            if (!take_object(held.substr(0, end), ++number)) return false;
            held.remove_prefix(end);
        }
        if (!take_object(first, lines.number())) return false;
        std::string line;
        for (auto kind = lines.next(line); kind != Line::none; kind = lines.next(line)) {
            if (kind == Line::too_long) {
                on_fault_(
                    BadInput(fmt::format("{}: the line is longer than {} bytes, the most that is allowed for one "
                                         "report; the other lines are read",
                                         place(lines.number()), limits_.text_bytes)));
            } else if (!take_object(line, lines.number())) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] std::string place(std::uint64_t number) const { return fmt::format("{}, line {}", name_, number); }

    bool take_object(std::string_view line, std::uint64_t number) {
        if (is_blank(line)) return true;
        Article article;
        try {
            article = article_from_object(line, place(number), limits_);
        } catch (const BadInput& fault) {
            on_fault_(fault);
            return true;
        }
        return sink_(std::move(article));
    }

    std::string name_;
    const Limits& limits_;
    const ArticleSink& sink_;
    const FaultSink& on_fault_;
};

}  // namespace

void take_in(const std::vector<std::string>& inputs, const Limits& limits, const ArticleSink& sink,
             const FaultSink& on_fault) {
    const auto take = [&](const std::string& path) {
        const std::string name = path == "-" ? "standard input" : path;
        try {
            const auto stream = open_input(path, name, limits);
            return FileIntake(name, limits, sink, on_fault).take(*stream);
        } catch (const MissingInput& fault) {
            on_fault(fault);
        }
        return true;
    };
    for (const auto& input : inputs) {
        if (!each_file(input, take, on_fault)) return;
    }
}

}  // namespace sayso
