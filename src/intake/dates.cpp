#include "intake/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace sayso {
namespace {

std::string folded_word(std::string_view word) {
    while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.remove_suffix(1);
    return lower(word);
}

/// Reads by `part`, or leaves `in` as it was.
template <typename Part>
auto attempt(Scanner& in, Part part) {
    Scanner ahead = in;
    auto value = part(ahead);
    if (value) in = ahead;
    return value;
}

/// "2024-05-24", "2024/05/24", "20240524".
std::optional<Day> year_first(Scanner& in) {
    if (const auto all = attempt(in, [](Scanner& s) { return s.number(8, 8); })) {
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

/// "24/05/2024", "24.05.2024", "05/24/2024". Both numbers may be the month if neither is above 12.
std::optional<Day> year_last(Scanner& in) {
    const auto first = in.number(1, 2);
    const char mark = in.at_end() ? '\0' : in.rest().front();
    if (!first || (mark != '/' && mark != '.' && mark != '-') || !in.skip(mark)) return std::nullopt;
    const auto second = in.number(1, 2);
    if (!second || !in.skip(mark)) return std::nullopt;
    const auto year = in.number(4, 4);
    if (!year || *first == 0 || *second == 0) return std::nullopt;
    if (*first == *second || *first > 12) return Day{*year, *second, *first};
    if (*second > 12) return Day{*year, *first, *second};
    return Day{*year, 0, 0};
}

/// Day and month as numbers, the month before or behind.
std::optional<Day> day_and_month(Scanner& in) {
    const auto ordinal = [](Scanner& s) {
        const auto word = s.word();
        return word == "st" || word == "nd" || word == "rd" || word == "th" ? std::optional(word) : std::nullopt;
    };
    const auto month = [](Scanner& s) {
        s.skip_gap();
        s.skip('-');
        return month_named(s.word());
    };
    auto day = in.number(1, 2);
    if (day) attempt(in, ordinal);
    const auto named = month(in);
    if (!named) return std::nullopt;
    if (!day) {
        in.skip_gap();
        in.skip('-');
        day = in.number(1, 2);
        attempt(in, ordinal);
    }
    if (!day) return std::nullopt;
    return Day{0, *named, *day};
}

/// "Fri, 24 May 2024", "May 24, 2024", "24th May 2024", "Friday 24 May".
std::optional<Day> month_in_words(Scanner& in) {
    attempt(in, [](Scanner& s) {
        const bool weekday = is_weekday(s.word());
        s.skip_gap();
        return weekday ? std::optional(true) : std::nullopt;
    });
    auto day = day_and_month(in);
    if (!day) return std::nullopt;
    const auto year = attempt(in, [](Scanner& s) {
        s.skip_gap();
        s.skip('-');
        return s.number(4, 4);
    });
    day->year = year.value_or(0);
    return day;
}

/// "Z", "+02:00", "+0200", "GMT", "UTC", "GMT+3".
std::optional<std::string> read_zone(Scanner& in) {
    in.skip_gap();
    const auto name = attempt(in, [](Scanner& s) {
        const auto word = s.word();
        return word == "z" || word == "gmt" || word == "utc" ? std::optional(word) : std::nullopt;
    });
    const bool plus = in.skip('+');
    if (!plus && !in.skip('-')) return name ? std::optional<std::string>("Z") : std::nullopt;
    const auto both = attempt(in, [](Scanner& s) { return s.number(4, 4); });
    const auto hours = both ? std::optional(*both / 100) : in.number(name ? 1 : 2, 2);
    std::optional<unsigned> minutes = both ? *both % 100 : 0;
    if (hours && !both && in.skip(':')) minutes = in.number(2, 2);
    if (!hours || !minutes || *hours > 15 || *minutes > 59) return std::nullopt;
    return fmt::format("{}{:02}:{:02}", plus ? '+' : '-', *hours, *minutes);
}

/// "am", "p.m."; 'a', 'p'.
std::optional<char> half_of_day(Scanner& in) {
    in.skip_any(" ");
    auto word = in.word();
    if (word.size() == 1 && in.skip('.')) {
        word += in.word();
        in.skip('.');
    }
    if (word != "am" && word != "pm") return std::nullopt;
    return word.front();
}

}  // namespace

std::optional<unsigned> month_named(std::string_view word) {
    static constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                                "may",       "june",     "july",     "august",
                                                                "september", "october",  "november", "december"};
    const auto name = folded_word(word);
    if (name == "sept") return 9;
    for (unsigned i = 0; i < months.size(); ++i) {
        if (name == months[i] || (name.size() == 3 && months[i].starts_with(name))) return i + 1;
    }
    return std::nullopt;
}

bool is_weekday(std::string_view word) {
    static constexpr std::array<std::string_view, 7> days = {"monday", "tuesday",  "wednesday", "thursday",
                                                             "friday", "saturday", "sunday"};
    const auto name = folded_word(word);
    return name.size() >= 3 &&
           std::any_of(days.begin(), days.end(), [&](std::string_view day) { return day.starts_with(name); });
}

bool Day::real() const {
    using namespace std::chrono;
    return year >= 1500 &&
           year_month_day(std::chrono::year(static_cast<int>(year)), std::chrono::month(month), std::chrono::day(day))
               .ok();
}

std::string Day::iso() const {
    return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::optional<Day> read_day(Scanner& in) {
    for (const auto form : {year_first, year_last, month_in_words}) {
        Scanner ahead = in;
        const auto day = form(ahead);
        if (!day || (day->year != 0 && day->month != 0 && !day->real())) continue;
        in = ahead;
        return day;
    }
    return std::nullopt;
}

std::string Clock::iso() const {
    return fmt::format("T{:02}:{:02}:{:02}{}", hour, minute, second, zone);
}

std::optional<Clock> read_clock(Scanner& in) {
    in.skip_gap();
    if (!in.skip('T')) in.skip('t');
    const auto hour = in.number(1, 2);
    if (!hour) return std::nullopt;
    Clock clock{*hour, 0, 0, ""};
    const bool minutes = in.skip(':') || in.skip('.');
    if (minutes) {
        const auto minute = in.number(2, 2);
        const auto second = minute && in.skip(':') ? in.number(2, 2) : std::optional(0U);
        if (!minute || !second) return std::nullopt;
        attempt(in, [](Scanner& s) { return s.skip('.') ? s.number(1, 9) : std::nullopt; });
        clock.minute = *minute;
        clock.second = *second;
    }
    const auto half = attempt(in, half_of_day);
    if ((!half && !minutes) || (half && (clock.hour == 0 || clock.hour > 12))) return std::nullopt;
    if (half) clock.hour = clock.hour % 12 + (*half == 'p' ? 12 : 0);
    if (clock.hour > 23 || clock.minute > 59 || clock.second > 60) return std::nullopt;
    clock.zone = attempt(in, read_zone).value_or("");
    return clock;
}

std::optional<std::string> iso_date(std::string_view written) {
    Scanner in(trimmed(written));
    const auto day = read_day(in);
    if (!day || !day->real()) return std::nullopt;
    in.skip_gap();
    if (in.at_end()) return day->iso();
    const auto clock = read_clock(in);
    in.skip_gap();
    if (!clock || !in.at_end()) return std::nullopt;
    return day->iso() + clock->iso();
}

}  // namespace sayso
