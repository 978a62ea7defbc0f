#pragma once

#include <string>
#include <string_view>

namespace sayso::cli {

/// The script with which a shell ("bash", "zsh" or "fish") completes sayso's command lines. Throws
/// `WrongUsage` for another shell.
[[nodiscard]] std::string completion(std::string_view shell);

}  // namespace sayso::cli
