#pragma once

#include <cstdint>
#include <vector>

#include "analyse/rows.h"

namespace sayso::analyse {

/// The tree with the highest sum of scores in which exactly one word hangs on the root. `scores[i][j]` tells how
/// well word i hangs on word j, or on the root if j is the number of words; a word's score with itself is not
/// looked at, nor is what lies behind the root's column. Gives each word's head, -1 for the root.
///
/// Time and memory grow with the square of the number of words.
[[nodiscard]] std::vector<std::int32_t> best_tree(Rows scores);

}  // namespace sayso::analyse
