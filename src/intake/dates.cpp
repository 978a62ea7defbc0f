#include "intake/dates.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <vector>

#include "base/utf8.h"

namespace sayso {
namespace {

/// Reads a written date from left to right.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

    /// A number of `least` to `most` digits, and no more.
    std::optional<unsigned> number(std::size_t least, std::size_t most) {
        std::size_t count = 0;
        unsigned value = 0;
        while (count < rest_.size() && count <= most && rest_[count] >= '0' && rest_[count] <= '9') {
            value = value * 10 + static_cast<unsigned>(rest_[count] - '0');
            ++count;
        }
        if (count < least || count > most) return std::nullopt;
        rest_.remove_prefix(count);
        return value;
    }

    /// Letters, in lower case.
    std::string word() {
        std::string out;
        while (!rest_.empty() && is_letter(static_cast<unsigned char>(rest_.front()))) {
            out += lower(rest_.substr(0, 1));
            rest_.remove_prefix(1);
        }
        return out;
    }

    bool skip(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    /// White space, commas and points.
    void skip_gap() {
        while (!rest_.empty() && std::string_view(" \t,.").find(rest_.front()) != std::string_view::npos) {
            rest_.remove_prefix(1);
        }
    }

private:
    std::string_view rest_;
};

struct Day {
    unsigned year = 0;
    unsigned month = 0;
    unsigned day = 0;

    [[nodiscard]] bool real() const {
        using namespace std::chrono;
        return year >= 1500 && year_month_day(std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                                              std::chrono::day(day))
                                   .ok();
    }
};

std::optional<unsigned> month_named(std::string_view name) {
    static constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                                "may",       "june",     "july",     "august",
                                                                "september", "october",  "november", "december"};
    if (name == "sept") return 9;
    for (unsigned i = 0; i < months.size(); ++i) {
        if (name == months[i] || (name.size() == 3 && months[i].starts_with(name))) return i + 1;
    }
    return std::nullopt;
}

bool is_weekday(std::string_view name) {
    static constexpr std::array<std::string_view, 7> days = {"monday", "tuesday",  "wednesday", "thursday",
                                                             "friday", "saturday", "sunday"};
    for (const auto day : days) {
        if (name.size() >= 3 && day.starts_with(name)) return true;
    }
    return false;
}

/// "2024-05-24", "2024/05/24", "20240524".
std::optional<Day> year_first(Scanner& in) {
    Scanner packed = in;
    if (const auto all = packed.number(8, 8)) {
        in = packed;
        return Day{*all / 10000, *all / 100 % 100, *all % 100};
    }
    const auto year = in.number(4, 4);
    if (!year) return std::nullopt;
    const bool slash = in.skip('/');
    if (!slash && !in.skip('-')) return std::nullopt;
    const auto month = in.number(1, 2);
    if (!month || !in.skip(slash ? '/' : '-')) return std::nullopt;
    const auto day = in.number(1, 2);
    if (!day) return std::nullopt;
    return Day{*year, *month, *day};
}

/// "Fri, 24 May 2024", "May 24, 2024", "24th May 2024".
std::optional<Day> month_in_words(Scanner& in) {
    Scanner ahead = in;
    if (is_weekday(ahead.word())) {
        ahead.skip_gap();
        in = ahead;
    }
    auto day = in.number(1, 2);
    const auto ordinal = in.word();
    if (day && !ordinal.empty() && ordinal != "st" && ordinal != "nd" && ordinal != "rd" && ordinal != "th")
        return std::nullopt;
    in.skip_gap();
    in.skip('-');
    const auto month = month_named(day ? in.word() : ordinal);
    if (!month) return std::nullopt;
    in.skip_gap();
    in.skip('-');
    if (!day) {
        day = in.number(1, 2);
        in.skip_gap();
    }
    const auto year = in.number(4, 4);
    if (!day || !year) return std::nullopt;
    return Day{*year, *month, *day};
}

/// "Z", "+02:00", "+0200", "GMT", "UTC"; nothing written is an empty zone.
std::optional<std::string> zone(Scanner& in) {
    in.skip_gap();
    if (in.at_end()) return "";
    const bool plus = in.skip('+');
    if (plus || in.skip('-')) {
        auto hours = in.number(2, 2);
        std::optional<unsigned> minutes = 0;
        if (hours && in.skip(':')) {
            minutes = in.number(2, 2);
        } else if (!hours) {
            const auto both = in.number(4, 4);
            if (!both) return std::nullopt;
            hours = *both / 100;
            minutes = *both % 100;
        }
        if (!minutes || *hours > 15 || *minutes > 59) return std::nullopt;
        return fmt::format("{}{:02}:{:02}", plus ? '+' : '-', *hours, *minutes);
    }
    const auto name = in.word();
    if (name == "z" || name == "gmt" || name == "utc") return "Z";
    return std::nullopt;
}

/// "T10:00:00.5+02:00" or nothing.
std::optional<std::string> time_of_day(Scanner& in) {
    in.skip_gap();
    if (in.at_end()) return "";
    in.skip('T');
    const auto hour = in.number(1, 2);
    if (!hour || !in.skip(':')) return std::nullopt;
    const auto minute = in.number(2, 2);
    std::optional<unsigned> second = 0;
    if (in.skip(':')) {
        second = in.number(2, 2);
        if (in.skip('.') && !in.number(1, 9)) return std::nullopt;
    }
    if (!minute || !second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    const auto offset = zone(in);
    if (!offset) return std::nullopt;
    return fmt::format("T{:02}:{:02}:{:02}{}", *hour, *minute, *second, *offset);
}

}  // namespace

std::optional<std::string> iso_date(std::string_view written) {
    const auto text = trimmed(written);
    Scanner in(text);
    auto day = year_first(in);
    if (!day) {
        in = Scanner(text);
        day = month_in_words(in);
    }
    if (!day || !day->real()) return std::nullopt;
    const auto time = time_of_day(in);
    in.skip_gap();
    if (!time || !in.at_end()) return std::nullopt;
    return fmt::format("{:04}-{:02}-{:02}{}", day->year, day->month, day->day, *time);
}

}  // namespace sayso
