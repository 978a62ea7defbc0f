#include "read/anonymity.h"

#include "read/descriptions.h"

namespace sayso {

bool is_anonymous(const EntityDrafts& drafts, const Phrase& source, Index entity) {
    const auto& w = drafts.words();
    if (entity != none && drafts[entity].entity.named) return false;
    const auto& head = w[source.head];
    if (head.is(pronoun) || head.is("who") || head.is("which") || head.name != none) return false;
    for (auto i = source.first; i < source.last; ++i) {
        if (w[i].is("unnamed") || w[i].is("anonymous") || w[i].is("unidentified") || w[i].is("anonymity")) return true;
    }
    if (head.noun == NounKind::institution || head.noun == NounKind::document || head.noun == NounKind::medium)
        return false;
    if (head.noun == NounKind::people || head.is(quantity)) return true;
    // "the mayor", "his wife": known, if not named here.
    return head.noun == NounKind::person && !w[source.first].is("the") && !w[source.first].is(possessive) &&
           (w[source.first].is(determiner | quantity) || !w[source.first].capital) &&
           named_in_apposition(drafts, source) == none;
}

}  // namespace sayso
