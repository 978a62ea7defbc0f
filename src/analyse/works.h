#pragma once

#include <vector>

#include "analyse/name_words.h"
#include "sayso/analysis.h"

namespace sayso::analyse {

/// Adds titles in quotation marks behind a word that says what they are of ("the novel “Grey Water”"), and takes their
/// words.
void find_works(NameWords& words, std::vector<Name>& names);

}  // namespace sayso::analyse
