#pragma once

#include <vector>

#include "read/statements.h"
#include "read/tree_view.h"

namespace sayso {

/// Who says what by the trees alone: verbs and nouns of the lexicon with their subject and the clause that depends on
/// them, wherever they stand, also in what somebody else says.
[[nodiscard]] std::vector<Attribution> attributions_in_trees(const TreeView& tree);

}  // namespace sayso
