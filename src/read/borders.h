#pragma once

#include <vector>

#include "read/statements.h"
#include "read/tree_view.h"

namespace sayso {

/// Settles where one statement's content ends by where others stand: it holds all of a statement whose cue it holds,
/// ends where another speaker's or its own speaker's next statement begins, and holds neither its own source nor,
/// unless it is a quotation, words of another zone.
void settle_borders(const TreeView& tree, std::vector<Attribution>& all);

}  // namespace sayso
