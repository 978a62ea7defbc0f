#pragma once

#include <vector>

#include "read/entity_drafts.h"
#include "read/name_uses.h"

namespace sayso {

/// Makes the named entities: full names are joined with surnames, honorific and surname, and letters given in brackets.
/// A name that may be one of several people's is nobody's.
void join_names(std::vector<NameUse>& uses, EntityDrafts& drafts);

}  // namespace sayso
