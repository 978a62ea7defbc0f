#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "intake/scanner.h"

namespace sayso {

/// 5 for "May", "may" and "May."; months have their whole name or three letters ("Sept" too).
[[nodiscard]] std::optional<unsigned> month_named(std::string_view word);
/// "Monday", "mon", "Tues."
[[nodiscard]] bool is_weekday(std::string_view word);

struct Day {
    unsigned year = 0;  ///< 0: not written
    unsigned month = 0;
    unsigned day = 0;

    [[nodiscard]] bool real() const;
    [[nodiscard]] std::string iso() const;  ///< "2024-05-24"
};

/// The day that is written next: "2024-05-24", "Fri, 24 May 2024", "May 24th, 2024", "24/05/2024"; without year only
/// in words ("Friday, 24 May"). What could be two days ("05/06/2024") has month 0. What is read is real, or has
/// no year or no month; otherwise nothing is read.
[[nodiscard]] std::optional<Day> read_day(Scanner& in);

/// The time of day that is written next: "T10:00:00.5+02:00", "10:15 am", "10.15 GMT".
struct Clock {
    unsigned hour = 0;
    unsigned minute = 0;
    unsigned second = 0;
    std::string zone;  ///< "Z", "+02:00"; empty if none is written

    [[nodiscard]] std::string iso() const;  ///< "T10:15:00Z"
};
[[nodiscard]] std::optional<Clock> read_clock(Scanner& in);

/// A date or a date with time, as feeds and extractors write them, in ISO 8601: "2024-05-24", "2024-05-24T10:00:00",
/// "2024-05-24T10:00:00+02:00". Nothing for what is no date or could be two ("05/06/2024").
[[nodiscard]] std::optional<std::string> iso_date(std::string_view written);

}  // namespace sayso
