#pragma once

#include <vector>

#include "read/statements.h"
#include "read/tree_view.h"

namespace sayso {

/// Chains of sourcing: who only passed somebody's words on is that statement's `via`, not a source of another.
///
///   The Courier reported that, according to two aides, the premier had told donors that he would quit.
///   The fuel is gone, the agency said, citing drivers.
///
/// A medium, and whoever is named by "according to", passes on what is wholly somebody else's statement; of a medium
/// that cites somebody, the one cited is the source.
void join_chains(const TreeView& tree, std::vector<Attribution>& all);

}  // namespace sayso
