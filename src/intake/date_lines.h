#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sayso {

/// What a line tells that holds nothing but dates, with their labels, times of day and the time that reading takes:
/// "4 May 2025", "Published: 4 May 2025, 09:30 | 3 min read", "Updated Sunday, May 4, 2025 10:15 am".
struct DateLine {
    std::optional<std::string> published;  ///< ISO 8601, with the time only if its zone is told
    std::optional<std::string> updated;
    bool labelled = false;  ///< a label says what the date is
    bool whole = false;     ///< one of the dates has a year
};

/// Nothing for a line with other words in it, without a date, or with a year before 1980 or after 2099.
[[nodiscard]] std::optional<DateLine> read_date_line(std::string_view line);

/// "3 min read"
[[nodiscard]] bool is_reading_time(std::string_view text);

}  // namespace sayso
