#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "read/words.h"
#include "sayso/reading.h"

namespace sayso {

/// A figure of people killed, injured and so on, in words [first, last) of a sentence, not yet of any event.
struct TollFigure {
    std::size_t sentence = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    TollKind kind = TollKind::killed;
    std::optional<std::int64_t> min;
    std::optional<std::int64_t> max;
    bool adds = false;
    std::optional<std::size_t> of;     ///< index of the figure in the same list that this is a part of
    std::optional<std::string> group;  ///< whom the part counts
};

/// Whether the word is a noun for people (lexicon/people.tsv).
[[nodiscard]] bool is_people(std::string_view low);

/// The figures of one sentence. A number is a toll only where the words around say so ("killed 12 people", "12 were
/// hurt", "the death toll rose to 14"); ages, sums, measures and counts of anything else are not.
[[nodiscard]] std::vector<TollFigure> find_tolls(const WordSentence& sentence, std::size_t index);

}  // namespace sayso
