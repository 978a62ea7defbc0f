#include "read/event_doubts.h"

#include <algorithm>

namespace sayso {
namespace {

/// The network's probability that the participant has its role in the event of these words; 0 where it has none.
float likelihood(const ToldMention& mention, const Participant& participant, const EventParties& parties) {
    if (mention.trigger.learned == nullptr) return 0;
    float best = 0;
    for (const auto& one : mention.trigger.learned->participants) {
        if (name_of(one.role) == name_of(participant.role) && participant.span.contains(parties.span_of(one.head)))
            best = std::max(best, one.probability);
    }
    return best;
}

/// What the tree alone tells well: who does something, and whom the law deals with. What is done to things, and who the
/// other side is, it often takes from a neighbouring clause.
bool is_told_by_tree(const EventKind& kind, ParticipantRole role) {
    switch (role) {
        case ParticipantRole::actor:
            return kind.type != "election";
        case ParticipantRole::recipient:
            return kind.type == "justice" || kind.type == "coerce";
        case ParticipantRole::victim:
        case ParticipantRole::instrument:
            return true;
        case ParticipantRole::target:
            break;
    }
    return false;
}

bool is_doubtful(const ToldMention& mention, const Participant& participant, const EventParties& parties) {
    // Below a quarter the network tells nothing: the tree does.
    constexpr float by_network = 0.25F, enough_of_verb = 0.3F, enough_of_noun = 0.75F, enough_of_meeting = 0.7F;
    const float likely = likelihood(mention, participant, parties);
    if (likely < by_network) return !is_told_by_tree(mention.trigger.kind, participant.role);
    const bool other_side =
        mention.trigger.kind.type == "consult" && participant.role == ParticipantRole::recipient;
    if (other_side) return likely < enough_of_meeting;
    return likely < (is_verb(mention.trigger.form) ? enough_of_verb : enough_of_noun);
}

}  // namespace

void drop_doubtful_participants(std::vector<EventDraft>& drafts, const EventParties& parties) {
    for (auto& draft : drafts) {
        for (auto& mention : draft.mentions) {
            std::erase_if(mention.participants,
                          [&](const Participant& one) { return is_doubtful(mention, one, parties); });
        }
    }
}

}  // namespace sayso
