#pragma once

#include "read/statements.h"
#include "read/tree_view.h"

namespace sayso {

/// Whether a verb of saying says nothing where it stands, whichever way it was found: "told half past nine", "put up
/// tents", "conceded two goals", "argued as the boat left", "is expected to resign".
[[nodiscard]] bool says_nothing(const TreeView& tree, const Attribution& one);

}  // namespace sayso
