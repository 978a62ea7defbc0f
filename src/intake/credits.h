#pragma once

#include <cstddef>
#include <string_view>

namespace sayso {

/// A line that says who wrote the report: "By Jane Doe", "By JANE DOE and John Roe, Staff Writer", "(Reuters)",
/// "— AFP".
[[nodiscard]] bool is_byline(std::string_view line);

/// A line that credits people without their names: "By our staff and agencies", "Staff report", "Jane Doe and our
/// special correspondent", "Jane Doe, special correspondent".
[[nodiscard]] bool is_staff_credit(std::string_view line);

/// "Jane Doe in Kyiv": a credit only where one is expected, below a headline.
[[nodiscard]] bool is_name_in_place(std::string_view line);

/// Where the dateline ends with which a report's first paragraph begins ("MOSCOW, May 24 (Agency) —",
/// "MUSCAT:", "Durban -"), its dash or colon included; 0 if there is none.
[[nodiscard]] std::size_t end_of_dateline(std::string_view paragraph);

}  // namespace sayso
