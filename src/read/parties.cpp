#include "read/parties.h"

#include <algorithm>
#include <string>

#include "read/anonymity.h"
#include "read/descriptions.h"
#include "read/pronouns.h"
#include "read/roles.h"

namespace sayso {
namespace {

class PartyLinking {
public:
    explicit PartyLinking(EntityDrafts& drafts) : drafts_(drafts), descriptions_(drafts), pronouns_(drafts) {}

    void link(Attribution& one) {
        if (one.source) link_source(one);
        if (one.blamed) {
            const auto blamed = entity_of(*one.blamed, {});
            if (blamed != none) one.statement.blames.push_back({std::to_string(blamed), std::nullopt, Stance::affirms});
        }
        for (const auto& via : one.via) one.statement.via.push_back(party(via));
        if (one.addressee) one.statement.addressee = party(*one.addressee);
    }

private:
    void link_source(Attribution& one) {
        const auto& phrase = *one.source;
        Source source;
        source.span = drafts_.words().span(phrase.first, phrase.last);
        const auto entity = entity_of(phrase, one.statement.content);
        if (entity != none) source.entity = std::to_string(entity);
        source.anonymous = is_anonymous(drafts_, phrase, entity);
        one.statement.source = source;
        pronouns_.spoke(phrase, entity);
    }

    Party party(const Phrase& phrase) {
        Party party;
        party.span = drafts_.words().span(phrase.first, phrase.last);
        const auto entity = entity_of(phrase, {});
        if (entity != none) party.entity = std::to_string(entity);
        return party;
    }

    Index entity_of(const Phrase& phrase, const std::vector<Span>& content) {
        const auto& w = drafts_.words();
        const auto& head = w[phrase.head];
        if (is_relative(head)) return antecedent(drafts_, descriptions_, phrase.head);
        if (head.is(pronoun | object_pronoun) && head.name == none) return pronouns_.person_meant(phrase.head, content);
        const auto named = drafts_.of_word(phrase.head);
        if (named != none) return named;
        if (const auto in_apposition = named_in_apposition(drafts_, phrase); in_apposition != none) {
            if (is_office(w, phrase.head)) drafts_.add_role(in_apposition, role_of(drafts_, phrase));
            return in_apposition;
        }
        // A name that stands for several, or a people's adjective.
        if (head.name != none || head.is(object_pronoun | pronoun)) return none;
        return descriptions_.entity_of(phrase);
    }

    EntityDrafts& drafts_;
    Descriptions descriptions_;
    Pronouns pronouns_;
};

}  // namespace

void link_parties(EntityDrafts& drafts, std::vector<Attribution>& attributions) {
    // Who is meant by a pronoun is told by what stands before it.
    std::vector<Attribution*> order;
    for (auto& one : attributions) order.push_back(&one);
    std::stable_sort(order.begin(), order.end(), [](const Attribution* a, const Attribution* b) {
        return (a->source ? a->source->first : a->first) < (b->source ? b->source->first : b->first);
    });
    PartyLinking linking(drafts);
    for (auto* one : order) linking.link(*one);
    // A relative whose antecedent is not plain is nobody's name.
    std::erase_if(attributions, [&](const Attribution& one) {
        return one.source && is_relative(drafts.words()[one.source->head]) && !one.statement.source->entity;
    });
}

}  // namespace sayso
