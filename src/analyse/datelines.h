#pragma once

#include <cstdint>
#include <string_view>

#include "analyse/name_sentence.h"

/// "PORT ADA, May 3 —" at the beginning of a text.
namespace sayso::analyse {

/// "PORT ADA, May 3 —", "KISUMU (Agency) -": capitals that begin a text and say where it was written.
[[nodiscard]] bool is_dateline(const NameSentence& s, std::uint32_t at, std::uint32_t end);

}  // namespace sayso::analyse
