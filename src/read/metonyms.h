#pragma once

#include "base/gazetteer.h"
#include "read/entity_drafts.h"
#include "read/phrases.h"

namespace sayso {

/// Whom a party that is named by a place stands for: "Moscow dismissed the report". A capital or seat becomes an entity
/// of its own, which acts for a government or body; a country and a body that has its seat's name are told whom they
/// act for. All others are who they are.
[[nodiscard]] Index acting_for(EntityDrafts& drafts, const Gazetteer& gazetteer, const Phrase& party, Index entity);

}  // namespace sayso
