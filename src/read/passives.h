#pragma once

#include <vector>

#include "read/statements.h"
#include "read/tree_view.h"

namespace sayso {

/// Whose words a passive tells: who is told, asked or warned is the addressee and no source; who is believed, accused
/// or said to do something belongs to the content; "it is said" is nobody's. "was quoted as saying" is its subject's. A
/// court or inquest that hears is told.
void settle_passives(const TreeView& tree, std::vector<Attribution>& all);

}  // namespace sayso
