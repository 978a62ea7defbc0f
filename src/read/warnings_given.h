#pragma once

#include "read/tree_view.h"
#include "sayso/reading.h"

namespace sayso {

/// Sets `warns_of` of the warnings, and of statements that tell of their source's own warning: how exactly the place
/// was named, when it was to be, which event of the reading it was, and which statements answer. The reading has its
/// times and events, and its statements are linked.
void read_warnings(const TreeView& tree, Reading& reading);

}  // namespace sayso
