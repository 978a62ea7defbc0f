#pragma once

#include <cstdint>
#include <optional>

#include "read/words.h"

namespace sayso {

/// A number of people or things with its bounds, in words [first, last) of a sentence.
///
/// "over 140" is 141 and up, "at least 12" 12 and up, "up to 30" at most 30, "nearly 50" at most 49, "dozens" 24 and
/// up, "two or three" 2 to 3, "no" 0 to 0. "about 50" is 50: a figure that is called round is still the figure.
struct Quantity {
    std::size_t first = 0;
    std::size_t last = 0;
    std::optional<std::int64_t> min;
    std::optional<std::int64_t> max;
    bool adds = false;  ///< "a further nine", "another 12"
};

/// The longest quantity that begins at word `i`, if one does.
[[nodiscard]] std::optional<Quantity> quantity_at(const WordSentence& sentence, std::size_t i);

/// The number that is written at word `i` alone, in digits or letters ("12", "5,000", "seven"), as long as it fits.
[[nodiscard]] std::optional<std::int64_t> number_word(std::string_view low);

}  // namespace sayso
