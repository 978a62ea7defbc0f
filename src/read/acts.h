#pragma once

#include <utility>
#include <vector>

#include "read/statements.h"
#include "read/tree_view.h"
#include "sayso/reading.h"

/// What a statement does, and how surely, by the words that it is made of.
namespace sayso {

/// "said it had played no part in the bombing": by its content, a denial.
void disclaim(const UnitView& u, Statement& statement);

/// The source's own hedges in the main clause of what is said.
void weigh(const UnitView& u, Statement& statement, const std::vector<std::pair<Index, Index>>& parts);

/// Decides the act and certainty. The cue decides the act; a cue that only says that something was said leaves it to
/// the content, of which the analysis tells.
void settle_act(const TreeView& tree, Attribution& one);

}  // namespace sayso
