#pragma once

#include "base/gazetteer.h"
#include "read/tree_view.h"
#include "sayso/reading.h"

namespace sayso {

/// Finds what denials, dismissals and confirmations answer elsewhere in the document: "the accusations", "these
/// warnings", "any involvement", a clause that another source told. Rather none than a wrong one.
void link_answers(const TreeView& tree, const Gazetteer& gazetteer, Reading& reading);

/// Whether the statement tells of its source's own warning: "disclosed that they had flagged the hall".
[[nodiscard]] bool tells_of_own_warning(const TreeView& tree, const Statement& statement);

}  // namespace sayso
