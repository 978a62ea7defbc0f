#pragma once

#include <cstdint>

#include "analyse/document_evidence.h"
#include "analyse/name_words.h"
#include "analyse/names_lexicon.h"

namespace sayso::analyse {

/// Words [first, end) of one sentence, with all that decides whether they are names.
struct NameSentence {
    const NameWords& words;
    const NamesLexicon& lexicon;
    const DocumentEvidence& evidence;
    std::uint32_t first, end;
};

}  // namespace sayso::analyse
