#pragma once

#include <cstdint>
#include <string_view>

#include "analyse/name_sentence.h"

/// Words in capitals that may be the short forms of names: "KNRA", but neither "STOP!" nor "SX40".
namespace sayso::analyse {

/// A word in capitals that stands for an organization, as far as its form and place tell.
[[nodiscard]] bool is_acronym(const NameSentence& s, std::uint32_t at);

/// "Lawrence, KS"
[[nodiscard]] bool is_state_behind_city(const NameSentence& s, std::uint32_t at);

/// "MPs", "NGOs"
[[nodiscard]] bool is_plural_acronym(std::string_view form);

}  // namespace sayso::analyse
