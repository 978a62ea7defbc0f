#pragma once

#include <vector>

#include "read/entity_drafts.h"

namespace sayso {

/// Finds the entities of those whom the statements name: sources, whoever passed words on, was told, is blamed.
/// Statements of a relative whose antecedent is not plain are taken out.
void link_parties(EntityDrafts& drafts, std::vector<Attribution>& attributions);

}  // namespace sayso
