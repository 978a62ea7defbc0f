#include "read/entities.h"

#include "read/affiliations.h"
#include "read/entity_drafts.h"
#include "read/name_joining.h"
#include "read/name_uses.h"
#include "read/parties.h"
#include "read/roles.h"

namespace sayso {

std::vector<Entity> find_entities(const TreeView& tree, const Gazetteer& gazetteer,
                                  std::vector<Attribution>& attributions) {
    const auto& words = tree.words();
    EntityDrafts drafts(words);
    auto uses = find_name_uses(words);
    join_names(uses, drafts);
    find_roles(uses, drafts);
    find_affiliations(uses, drafts);
    link_parties(tree, gazetteer, uses, drafts, attributions);
    return drafts.numbered(attributions);
}

}  // namespace sayso
