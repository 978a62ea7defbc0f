#pragma once

#include <vector>

#include "read/statements.h"
#include "read/tree_view.h"

namespace sayso {

/// The attributions that the analysis found, as far as they hold by the trees and the lexicon: with whole quotations,
/// without marks at their ends; a source or content that the analysis missed is taken from the tree where that shows
/// it. Left out are cues that tell what was not, might be or will be said.
[[nodiscard]] std::vector<Attribution> learned_attributions(const TreeView& tree);

}  // namespace sayso
