#pragma once

#include <optional>
#include <vector>

#include "read/statements.h"
#include "read/tree_view.h"
#include "sayso/reading.h"

/// How and when something was said, by the words around its cue.
namespace sayso {

/// How it was said: by the adverbs in the cue ("publicly warned"), else by the words around it ("in public", "on
/// television", "behind closed doors", "in a private letter").
[[nodiscard]] std::optional<Channel> channel_of(const TreeView& tree, const Attribution& one);

/// "said on Monday", "speaking on Monday", "said in a statement on Tuesday": gives statements the time that depends on
/// their cue and lies outside their contents.
void find_saying_times(const TreeView& tree, const std::vector<Time>& times, std::vector<Statement>& statements);

}  // namespace sayso
