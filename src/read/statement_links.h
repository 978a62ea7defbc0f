#pragma once

#include "base/gazetteer.h"
#include "read/tree_view.h"
#include "sayso/reading.h"

namespace sayso {

/// Sets `about` of the statements of a reading, which has its entities and events: a statement that lies in what
/// another says is what that one is about, and denials, dismissals and confirmations are about the statements that they
/// answer, before or behind them in the text.
void link_statements(const TreeView& tree, const Gazetteer& gazetteer, Reading& reading);

}  // namespace sayso
