#pragma once

#include <vector>

#include "base/gazetteer.h"
#include "read/entity_drafts.h"
#include "read/name_uses.h"
#include "read/tree_view.h"

namespace sayso {

/// Finds the entities of those whom the statements name: sources, whoever passed words on, was told, is blamed.
/// Statements of a relative that makes nothing known of anybody are taken out.
void link_parties(const TreeView& tree, const Gazetteer& gazetteer, const std::vector<NameUse>& uses,
                  EntityDrafts& drafts, std::vector<Attribution>& attributions);

}  // namespace sayso
