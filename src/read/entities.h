#pragma once

#include <vector>

#include "base/gazetteer.h"
#include "read/statements.h"
#include "read/tree_view.h"
#include "sayso/reading.h"

namespace sayso {

/// Who and what the text names, and the sources of its statements: names joined over the document (full
/// name, surname, honorific and surname, letters given in brackets), sources without a name, and
/// pronouns where one person alone can be meant. Fills in the entities of `attributions`.
[[nodiscard]] std::vector<Entity> find_entities(const TreeView& tree, const Gazetteer& gazetteer,
                                                std::vector<Attribution>& attributions);

}  // namespace sayso
