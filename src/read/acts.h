#pragma once

#include <utility>
#include <vector>

#include "read/unit_view.h"
#include "sayso/reading.h"

/// What a statement does, and how surely, by the words that it is made of.
namespace sayso {

/// "said it had played no part in the bombing": by its content, a denial.
void disclaim(const UnitView& u, Statement& statement);

/// The source's own hedges in the main clause of what is said.
void weigh(const UnitView& u, Statement& statement, const std::vector<std::pair<Index, Index>>& parts);

}  // namespace sayso
