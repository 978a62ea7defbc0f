#pragma once

#include "base/gazetteer.h"
#include "read/actor_lexicon.h"
#include "read/tree_view.h"
#include "sayso/reading.h"

namespace sayso {

/// Tells country and PLOVER sector of the entities (docs/actors.md), as far as the text tells them: by their names
/// ("Kenya Wildlife Service", "Boko Haram"), their offices ("director of the FSB") and what they are described as
/// ("Nigerian soldiers", "a Kenyan newspaper"). What an entity was told before, it keeps.
void tell_actors(const TreeView& tree, const ActorLexicon& lexicon, const Gazetteer& gazetteer, Reading& reading);

}  // namespace sayso
