#pragma once

#include <cstdint>
#include <string_view>

#include "analyse/known_names.h"

/// Names with a telling word: "… Ministry", "Bank of …".
namespace sayso::analyse {

/// The name that begins at `at` and has a head ("… Ministry", "Bank of …"); its end is `at` if there is none.
[[nodiscard]] Known headed_name(const NameSentence& s, std::uint32_t at, std::uint32_t end);

}  // namespace sayso::analyse
