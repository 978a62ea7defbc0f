#pragma once

#include <vector>

#include "read/statements.h"
#include "read/tree_view.h"

namespace sayso {

/// Statements whose cue is no verb of saying with a subject:
///
///   The strike was needless, in Marek's view.      the phrase is the cue, the sentence around it the content
///   As the governor put it, the city was a sieve.  "put it" is the cue, the main clause the content
[[nodiscard]] std::vector<Attribution> viewpoints(const TreeView& tree);

}  // namespace sayso
