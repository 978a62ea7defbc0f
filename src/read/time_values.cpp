#include "read/time_values.h"

#include <fmt/format.h>

#include "read/calendar_words.h"

namespace sayso::dating {

std::string written(sys_days at) {
    const year_month_day date(at);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::string written(unsigned month_number, unsigned day_number) {
    return fmt::format("XXXX-{:02}-{:02}", month_number, day_number);
}

Value interval(sys_days first, sys_days last, Precision precision) {
    return {written(first), written(last), precision};
}

Value one_day(sys_days at) {
    return interval(at, at, Precision::day);
}

Value unresolved(Precision precision) {
    return {std::nullopt, std::nullopt, precision};
}

sys_days last_day(year_month of) {
    return sys_days(of / std::chrono::last);
}

Value whole_month(year_month of) {
    return interval(sys_days(of / day(1)), last_day(of), Precision::month);
}

Value whole_years(int first, int last, Precision precision) {
    return interval(sys_days(year(first) / 1 / 1), sys_days(year(last) / 12 / 31), precision);
}

Value whole_year(int of) {
    return whole_years(of, of, Precision::year);
}

sys_days monday_of(sys_days at) {
    return at - (weekday(at) - std::chrono::Monday);
}

Value whole_week(sys_days at) {
    return interval(monday_of(at), monday_of(at) + days(6), Precision::week);
}

Value weekend(sys_days at) {
    return interval(monday_of(at) + days(5), monday_of(at) + days(6), Precision::week);
}

Value whole_season(int of, unsigned season) {
    const year_month first = year(of) / month(season * 3);
    return interval(sys_days(first / day(1)), last_day(first + months(2)), Precision::season);
}

std::pair<unsigned, unsigned> part_days(Part part, unsigned length) {
    if (part == Part::early) return {1, 10};
    if (part == Part::middle) return {11, 20};
    return {part == Part::late ? 21 : 1, length};
}

unsigned month_length(unsigned month_number) {
    return static_cast<unsigned>(year_month_day(last_day(year(2023) / month(month_number))).day());
}

Value month_value(std::optional<int> of, unsigned month_number, Part part) {
    const auto precision = part == Part::whole ? Precision::month : Precision::part_of_month;
    if (!of) {
        const auto [first, last] = part_days(part, month_length(month_number));
        return {written(month_number, first), written(month_number, last), precision};
    }
    const auto in = year(*of) / month(month_number);
    const auto length = static_cast<unsigned>(year_month_day(last_day(in)).day());
    const auto [first, last] = part_days(part, length);
    return interval(sys_days(in / day(first)), sys_days(in / day(last)), precision);
}

std::optional<sys_days> day_of(std::string_view iso) {
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
        if (iso[i] < '0' || iso[i] > '9') return std::nullopt;
    }
    const year_month_day date(year(static_cast<int>(small(iso.substr(0, 4)))), month(small(iso.substr(5, 2))),
                              day(small(iso.substr(8, 2))));
    return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

}  // namespace sayso::dating
