#include "read/event_doubts.h"

#include <algorithm>

#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {
namespace {

/// How the words of a participant hang on those of the event.
enum class Tie {
    argument,   ///< its subject, object or agent, or joined to one
    attribute,  ///< "the arrest of Orvik", "Orvik's arrest", any other direct tie
    support,    ///< "Orvik began a strike", "attacked a bus, killing six": an argument of the verb beside the event
    modified,   ///< "the men arrested": the event's words only tell which
    none,
};

bool is_argument(const TreeView& tree, Index i) {
    return tree.is(i, "nsubj") || tree.is(i, "obj") || tree.is(i, "iobj") || tree.relation(i) == "obl:agent";
}

Tie tie_of(const TreeView& tree, const ToldMention& mention, const Participant& participant) {
    const auto who = words_covered(tree.words(), participant.span);
    const auto what = words_covered(tree.words(), mention.span);
    if (who.empty() || what.empty()) return Tie::none;
    const auto event = tree.head_of(what);
    auto head = tree.head_of(who);
    if (tree.head(event) == head) return Tie::modified;
    if (tree.is(head, "conj") && tree.head(head) != none) head = tree.head(head);
    if (tree.head(head) == event) return is_argument(tree, head) ? Tie::argument : Tie::attribute;
    const auto verb = tree.head(head);
    const bool governs = verb != none && verb == tree.head(event);
    const bool goes_on = verb != none && tree.head(verb) == event && (tree.is(verb, "advcl") || tree.is(verb, "conj"));
    return (governs || goes_on) && is_argument(tree, head) ? Tie::support : Tie::none;
}

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

/// Another side that only a preposition tells is often a topic: "talks on Lisk with the aid of Orvik".
bool is_loose_side(const EventKind& kind, ParticipantRole role, Tie tie) {
    return role == ParticipantRole::recipient && tie == Tie::attribute &&
           one_of(kind.type, "consult", "politics", "agree", "election", "support");
}

/// Of those that the network does not see.
bool is_told_by_tree(const ToldMention& mention, ParticipantRole role, Tie tie) {
    const auto& trigger = mention.trigger;
    // "the miners shot", but not "the miners on strike"
    if (tie == Tie::modified) return trigger.form == TriggerForm::verb_past && role != ParticipantRole::actor;
    if (is_loose_side(trigger.kind, role, tie)) return false;
    return role != ParticipantRole::actor || trigger.kind.type != "election" || tie == Tie::argument;
}

/// "they", "us", "it": of the groups and things that were told of, whom such a word means is often another than it
/// seems.
bool is_loose_pronoun(const TreeView& tree, const Participant& participant) {
    const auto words = words_covered(tree.words(), participant.span);
    return words.size() == 1 && one_of(tree.words()[words.first].lower, "they", "them", "their", "we", "us", "our",
                                       "it", "its", "these", "those", "some", "others", "this", "that");
}

bool is_doubtful(const ToldMention& mention, const Participant& participant, const EventParties& parties) {
    if (is_loose_pronoun(parties.tree(), participant)) return true;
    // Below a quarter the network tells nothing: the tree does.
    constexpr float by_network = 0.25F, enough_of_other_side = 0.7F, enough_afar = 0.9F;
    const float likely = likelihood(mention, participant, parties);
    const auto tie = tie_of(parties.tree(), mention, participant);
    if (likely < by_network) return !is_told_by_tree(mention, participant.role, tie);
    if (tie == Tie::none) return likely < enough_afar;
    return is_loose_side(mention.trigger.kind, participant.role, tie) && likely < enough_of_other_side;
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
