#pragma once

#include "read/tree_view.h"

namespace sayso {

/// A content that the analysis cut short, with what its words still wait for: the rest of a name, the verb of a clause
/// that it only begins ("that in order to grow, | the farm was sold") and a clause joined to its own ("the road is
/// open | , and the bridge was never shut"). The trees tell what belongs to it.
[[nodiscard]] WordSpan with_whole_clause(const TreeView& tree, WordSpan content, WordSpan cue);

/// "want | the food to be sold": who is wanted to do it belongs to what is wanted.
[[nodiscard]] WordSpan with_wanted(const TreeView& tree, WordSpan content, WordSpan cue);

}  // namespace sayso
