#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sayso {

/// A date or a date with time, as feeds and extractors write them, in ISO 8601: "2024-05-24", "2024-05-24T10:00:00",
/// "2024-05-24T10:00:00+02:00". Nothing for what is no date or could be two ("05/06/2024").
[[nodiscard]] std::optional<std::string> iso_date(std::string_view written);

}  // namespace sayso
