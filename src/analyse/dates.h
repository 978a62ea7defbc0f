#pragma once

#include <vector>

#include "analyse/name_words.h"

namespace sayso::analyse {

/// Calendar dates ("Tuesday", "24 May 2024", "in 1998") and sums of money ("$3.5 million", "200 shillings").
/// Their words are marked as taken.
void find_dates(NameWords& words, std::vector<Name>& names);
void find_sums(NameWords& words, std::vector<Name>& names);

}  // namespace sayso::analyse
