#include "intake/date_lines.h"

#include <algorithm>

#include "base/utf8.h"
#include "intake/dates.h"
#include "intake/line_words.h"
#include "intake/wordings.h"

namespace sayso {
namespace {

constexpr std::size_t longest_date_line = 160;  ///< bytes

/// "3 min read", "5 minutes"
bool skip_reading_time(Scanner& in) {
    Scanner ahead = in;
    if (!ahead.number(1, 2)) return false;
    ahead.skip_any(" -");
    const auto unit = ahead.word();
    if (unit != "min" && unit != "mins" && unit != "minute" && unit != "minutes") return false;
    in = ahead;
    ahead.skip_any(" .");
    if (ahead.word() == "read") in = ahead;
    return true;
}

/// Reads a line piece by piece.
class DateLineReader {
public:
    explicit DateLineReader(std::string_view folded) : in_(folded) {}

    std::optional<DateLine> read() {
        for (skip_marks(); !in_.at_end(); skip_marks()) {
            if (!read_label() && !read_date() && !read_age() && !skip_reading_time(in_) && !read_lone_clock())
                return std::nullopt;
        }
        return dated_ ? std::optional(line_) : std::nullopt;
    }

private:
    void skip_marks() { in_.skip_any(" \t,.;:|()/-"); }

    bool read_label() {
        const auto updated = end_of_listed("update-label", in_.rest());
        const auto published = end_of_listed("date-label", in_.rest());
        if (updated == 0 && published == 0) return false;
        in_ = Scanner(in_.rest().substr(std::max(updated, published)));
        if (updated > published) updated_ = true;
        const bool small = updated == 0 && published <= 2;  // "on", "at"
        if (!small && published > updated) updated_ = false;
        line_.labelled = line_.labelled || !small;
        return true;
    }

    bool read_date() {
        const auto day = read_day(in_);
        if (!day || !ends_word()) return false;
        if (day->year != 0 && (day->year < 1980 || day->year > 2099)) return false;
        dated_ = true;
        line_.whole = line_.whole || day->year != 0;
        const auto clock = read_clock_behind();
        if (!day->real()) return true;
        auto& date = updated_ ? line_.updated : line_.published;
        if (!date) date = day->iso() + (clock && !clock->zone.empty() ? clock->iso() : "");
        return true;
    }

    /// "3 hours ago": behind a label only
    bool read_age() {
        Scanner ahead = in_;
        if (!line_.labelled || !ahead.number(1, 2)) return false;
        ahead.skip_any(" ");
        const auto unit = ahead.word();
        ahead.skip_any(" ");
        if (!among(unit, {"minute", "minutes", "min", "mins", "hour", "hours", "day", "days"})) return false;
        if (ahead.word() != "ago") return false;
        in_ = ahead;
        dated_ = true;
        return true;
    }

    std::optional<Clock> read_clock_behind() {
        Scanner ahead = in_;
        ahead.skip_any(" \t,.;|(-");
        if (ahead.rest().starts_with("at ")) ahead = Scanner(ahead.rest().substr(3));
        auto clock = read_clock(ahead);
        if (!clock) return std::nullopt;
        in_ = ahead;
        skip_clock_words();
        return clock;
    }

    /// "10:15 am" before the date or behind a second mark.
    bool read_lone_clock() {
        Scanner ahead = in_;
        if (!read_clock(ahead)) return false;
        in_ = ahead;
        skip_clock_words();
        return ends_word();
    }

    void skip_clock_words() {
        Scanner ahead = in_;
        ahead.skip_any(" \t(");
        const auto end = end_of_listed("clock-word", ahead.rest());
        if (end > 0) in_ = Scanner(ahead.rest().substr(end));
    }

    [[nodiscard]] bool ends_word() const {
        if (in_.at_end()) return true;
        const auto code = decode(in_.rest(), 0).code;
        return !is_letter(code) && !is_digit(code);
    }

    Scanner in_;
    DateLine line_;
    bool dated_ = false;
    bool updated_ = false;
};

/// Dots, bars and dashes of all kinds as "|".
std::string with_plain_marks(std::string_view folded) {
    static constexpr std::u32string_view marks = U"•·–—―‧∙●";
    std::string out;
    for (std::size_t at = 0; at < folded.size();) {
        const auto [code, next] = decode(folded, at);
        if (marks.find(code) != std::u32string_view::npos) {
            out += '|';
        } else {
            out += folded.substr(at, next - at);
        }
        at = next;
    }
    return out;
}

}  // namespace

std::optional<DateLine> read_date_line(std::string_view line) {
    if (line.size() > longest_date_line || line.find('\n') != std::string_view::npos) return std::nullopt;
    const auto folded = with_plain_marks(folded_wording(line));
    return DateLineReader(folded).read();
}

bool is_reading_time(std::string_view text) {
    const auto folded = folded_wording(text);
    Scanner in(folded);
    return skip_reading_time(in) && in.at_end();
}

}  // namespace sayso
