#pragma once

#include "analyse/names_lexicon.h"
#include "sayso/analysis.h"

namespace sayso::analyse {

/// Fills `analysis.names` from its sentences and tokens, in the order of the text: names by their
/// shape, the words before and in them, the lexicons and the gazetteer. What is capitalised but tells
/// nothing of its kind is left out.
void find_names(Analysis& analysis, const NamesLexicon& lexicon);

}  // namespace sayso::analyse
