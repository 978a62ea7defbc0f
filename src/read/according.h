#pragma once

#include <vector>

#include "read/statements.h"
#include "read/tree_view.h"

namespace sayso {

/// Of "according to …" the tree tells who is named and where what he tells begins: "According to the director, Ada
/// Venn, the mill | is shut". What a cue before it tells ends where it begins.
void settle_according(const TreeView& tree, std::vector<Attribution>& all);

}  // namespace sayso
