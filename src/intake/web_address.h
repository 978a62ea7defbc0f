#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sayso {

/// The day in the path of a report's address, in ISO 8601: ".../2024/05/24/...", ".../2024-05-24/...",
/// ".../2024-05-24-bridge-falls". Nothing if there is none from 1980 to 2099, or if there are two.
[[nodiscard]] std::optional<std::string> day_of_address(std::string_view url);

}  // namespace sayso
