#pragma once

#include "read/entity_drafts.h"
#include "read/phrases.h"

namespace sayso {

/// Whether a source, whose entity is known if it is not `none`, is a person, or people, without a name.
[[nodiscard]] bool is_anonymous(const EntityDrafts& drafts, const Phrase& source, Index entity);

}  // namespace sayso
