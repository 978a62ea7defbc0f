#pragma once

#include <cstdint>
#include <string_view>

#include "read/lexicons.h"

namespace sayso {

/// Kinds of words of lexicon/place_words.tsv; a word may be of several.
enum PlaceWord : std::uint32_t {
    town_noun = 1U << 0,
    division_noun = 1U << 1,
    part_word = 1U << 2,
    near_word = 1U << 3,
    joining_word = 1U << 4,
    institution_word = 1U << 5,
    place_of_word = 1U << 6,
    common_word = 1U << 7,
    resident_word = 1U << 8,
};

class PlaceWords {
public:
    /// Throws `std::logic_error` for a table it cannot make sense of.
    [[nodiscard]] static PlaceWords built_in();

    /// The `PlaceWord`s that a word in lower case is.
    [[nodiscard]] std::uint32_t kinds(std::string_view lower) const;

private:
    TextMap<std::uint32_t> kinds_;
};

}  // namespace sayso
