#pragma once

#include <vector>

#include "read/statements.h"
#include "read/tree_view.h"

namespace sayso {

/// Dacre shook his head. “I would not sign that.”
///
/// A quotation that nobody is given for is that of the person whom the sentence before it, in the same paragraph, has
/// as its subject, if that sentence tells no statement of its own.
void give_to_actors(const TreeView& tree, std::vector<Attribution>& all);

/// “…” on its own right behind a sentence in which one speaker, and no other, says something: he goes on. In the same
/// paragraph or the next.
void give_to_speakers_before(const TreeView& tree, std::vector<Attribution>& all);

}  // namespace sayso
