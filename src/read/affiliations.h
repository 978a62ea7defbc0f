#pragma once

#include <vector>

#include "read/entity_drafts.h"
#include "read/name_uses.h"

namespace sayso {

/// What bodies are parts of, who are members of what, and second names, where the words behind or before a name say so:
/// "the Lisk Guards, a unit of the Northern Front,", "a Front member", "also known as".
void find_affiliations(const std::vector<NameUse>& uses, EntityDrafts& drafts);

}  // namespace sayso
