#pragma once

#include "base/gazetteer.h"
#include "read/entity_drafts.h"

namespace sayso {

/// Gives places what the gazetteer knows of them, if their name means one place, or one far greater than the others.
void place_entities(EntityDrafts& drafts, const Gazetteer& gazetteer);

}  // namespace sayso
