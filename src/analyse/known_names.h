#pragma once

#include <cstdint>
#include <string_view>

#include "analyse/name_sentence.h"

/// Names that the lexicon, the gazetteer or the document itself knows.
namespace sayso::analyse {

struct Known {
    std::uint32_t end;
    NameType type;
};

/// The longest known name that begins at `at`; its end is `at` if there is none.
[[nodiscard]] Known known_end(const NameSentence& s, std::uint32_t at, std::uint32_t end);

[[nodiscard]] bool is_one_of_known(const NameSentence& s, std::uint32_t first, std::uint32_t last);

/// Whether more capitals follow a country or place at once, which makes it part of some other name.
[[nodiscard]] bool continues_unknown(const NameSentence& s, const Known& known, std::uint32_t chunk);

/// A known name that is a common word too is one only where the text writes it as one.
[[nodiscard]] bool is_certain(const NameSentence& s, std::uint32_t at, const Known& known);

[[nodiscard]] bool is_certain_city(const NameSentence& s, std::uint32_t at);

}  // namespace sayso::analyse
