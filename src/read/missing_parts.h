#pragma once

#include <optional>
#include <vector>

#include "read/tree_view.h"

namespace sayso {

/// The contents with what the tree has of them and the analysis left out: the other half around a tag ("In May,
/// Dacre said, | the yard was shut"), all that stands before a tag at the sentence's end, what a relative clause is
/// about ("the road, which Dacre said | was shut"), what follows a passive cue ("Closures | were reported | in the
/// north"), the rest of a list.
[[nodiscard]] std::vector<WordSpan> with_missing_parts(const TreeView& tree, WordSpan cue,
                                                       const std::optional<WordSpan>& source,
                                                       std::vector<WordSpan> contents);

}  // namespace sayso
