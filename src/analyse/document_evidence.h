#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "analyse/name_words.h"

namespace sayso::analyse {

/// A name by its words [first, last).
struct FoundName {
    std::uint32_t first, last;
    NameType type;
    bool sure;  ///< it may tell what the same words are elsewhere
};

/// What the document itself tells: who was introduced with a full name, what a name was said to be.
struct DocumentEvidence {
    std::unordered_set<std::string_view> person_words;
    std::unordered_map<std::string_view, NameType> names;
    std::unordered_set<std::string> dateline_places;  ///< in lower case
};

/// What a first pass over the document tells the second.
[[nodiscard]] DocumentEvidence evidence_of(const NameWords& words, const NamesLexicon& lexicon,
                                           const std::vector<FoundName>& found);

}  // namespace sayso::analyse
