#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "sayso/reading.h"

namespace sayso::dating {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

/// What an expression means: the first and last day, or nothing that the text alone can tell.
struct Value {
    std::optional<std::string> begin, end;
    Precision precision = Precision::vague;
};

[[nodiscard]] std::string written(sys_days at);

/// A day of no known year.
[[nodiscard]] std::string written(unsigned month_number, unsigned day_number);

[[nodiscard]] Value interval(sys_days first, sys_days last, Precision precision);

[[nodiscard]] Value one_day(sys_days at);

[[nodiscard]] Value unresolved(Precision precision);

[[nodiscard]] sys_days last_day(year_month of);

[[nodiscard]] Value whole_month(year_month of);

[[nodiscard]] Value whole_years(int first, int last, Precision precision);

[[nodiscard]] Value whole_year(int of);

[[nodiscard]] sys_days monday_of(sys_days at);

[[nodiscard]] Value whole_week(sys_days at);

[[nodiscard]] Value weekend(sys_days at);

/// Meteorological seasons of the northern half; winter begins in December of the year before it is named by
/// nobody and in that of its year by most.
[[nodiscard]] Value whole_season(int of, unsigned season);

/// The month's days 1 to 10, 11 to 20, or 21 and on.
enum class Part { whole, early, middle, late };

[[nodiscard]] std::pair<unsigned, unsigned> part_days(Part part, unsigned length);

[[nodiscard]] unsigned month_length(unsigned month_number);

[[nodiscard]] Value month_value(std::optional<int> of, unsigned month_number, Part part);

[[nodiscard]] std::optional<sys_days> day_of(std::string_view iso);

}  // namespace sayso::dating
