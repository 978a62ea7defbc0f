#include "read/event_doubts.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string_view>

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

/// "he", "her": who has no name and was not told of right before is soon taken for another.
bool is_of_nameless(const Participant& participant, const EventParties& parties) {
    constexpr std::uint32_t near = 80;  // code points
    const auto& words = parties.tree().words();
    const auto span = words_covered(words, participant.span);
    if (span.size() != 1 || !one_of(words[span.first].lower, "he", "she", "him", "her", "his", "hers")) return false;
    const auto& entity = parties.entity(participant.entity);
    const auto at = participant.span.begin;
    const bool told = std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](const Mention& mention) {
        return mention.span.end <= at && at - mention.span.end < near && mention.form != MentionForm::pronoun;
    });
    return !entity.named && !told;
}

bool is_doubtful(const ToldMention& mention, const Participant& participant, const EventParties& parties) {
    if (is_loose_pronoun(parties.tree(), participant) || is_of_nameless(participant, parties)) return true;
    // Below a quarter the network tells nothing: the tree does.
    constexpr float by_network = 0.25F, enough_of_other_side = 0.7F, enough_afar = 0.9F;
    const float likely = likelihood(mention, participant, parties);
    const auto tie = tie_of(parties.tree(), mention, participant);
    if (likely < by_network) return !is_told_by_tree(mention, participant.role, tie);
    if (tie == Tie::none) return likely < enough_afar;
    return is_loose_side(mention.trigger.kind, participant.role, tie) && likely < enough_of_other_side;
}

/// In the order of `event_signs`, of which it has the first.
constexpr std::array<float, 20> weights_of_none{0.48F,  -0.32F, -0.14F, -0.17F, -0.22F, 0.17F,  -0.48F,
                                                -0.44F, -0.70F, -0.54F, -0.18F, 0.47F,  -0.14F, 0.28F,
                                                -0.06F, 0.63F,  -0.48F, 1.17F,  0.42F,  -1.08F};
constexpr std::array<float, event_sign_count> weights_of_wrong{
    1.35F, -0.12F, -0.16F, -0.09F, -0.17F, -0.1F,  -0.11F, 0.41F, 0.36F,  0.19F,  0.09F, 0.13F,  -0.08F, 0.74F,
    -0.3F, 0.8F,   -0.1F,  2.34F,  0.16F,  -0.54F, 0.6F,   -0.9F, -0.76F, -0.41F, 0.58F, -0.25F, 0.5F};

/// Of the logarithms of how much likelier it is none than one, and wrong than right.
constexpr float enough_for_none = -0.4F, enough_for_wrong = 0.4F;
/// Of a short text all the same is told that may have happened.
constexpr std::size_t sentences_of_article = 10, sentences_of_beginning = 3;

template <std::size_t count>
float weighed(const std::array<float, count>& weights, const std::array<float, event_sign_count>& signs) {
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += weights[i] * signs[i];
    return sum;
}

float logit(float probability) {
    const float p = std::clamp(probability, 0.01F, 0.995F);
    return std::log(p / (1 - p));
}

std::size_t participants_in(const EventDraft& draft) {
    std::set<std::string_view> entities;
    for (const auto& mention : draft.mentions) {
        for (const auto& one : mention.participants) entities.insert(one.entity);
    }
    return entities.size();
}

/// What is warned of belongs to the warning.
bool is_warned_of(const EventDraft& draft) {
    return std::any_of(draft.mentions.begin(), draft.mentions.end(), [](const auto& one) { return one.feared; });
}

/// Leaves out some, and keeps to what the others are parts of.
template <class Test>
void erase_drafts(std::vector<EventDraft>& drafts, Test test) {
    std::vector<std::optional<std::size_t>> place_of;
    std::vector<EventDraft> kept;
    for (auto& draft : drafts) {
        const bool drop = test(draft);
        place_of.push_back(drop ? std::nullopt : std::optional(kept.size()));
        if (!drop) kept.push_back(std::move(draft));
    }
    for (auto& draft : kept) {
        if (draft.part_of) draft.part_of = place_of[*draft.part_of];
    }
    drafts = std::move(kept);
}

/// How often somebody "said" something: reports tell of what happened, essays refer to it.
float said_to_a_sentence(const TreeView& tree, const Reading& so_far) {
    constexpr float most = 0.4F;
    const auto said = std::count_if(so_far.statements.begin(), so_far.statements.end(), [](const Statement& one) {
        return one.cue && one_of(one.cue->lemma, "say", "tell", "add");
    });
    const auto sentences = std::max<std::size_t>(1, tree.words().analysis->sentences.size());
    return std::min(static_cast<float>(said) / static_cast<float>(sentences), most);
}

/// Whether the time hangs on words of the event.
bool has_time_of_its_own(const EventDraft& draft, const EventParties& parties, const Reading& so_far) {
    if (!draft.time) return false;
    const auto& tree = parties.tree();
    const auto time = words_covered(tree.words(), so_far.times[*draft.time].span);
    if (time.empty()) return false;
    return std::any_of(draft.mentions.begin(), draft.mentions.end(), [&](const ToldMention& mention) {
        return words_covered(tree.words(), mention.span).contains(tree.head(tree.head_of(time)));
    });
}

float least_likelihood(const EventDraft& draft, const EventParties& parties) {
    float least = 1;
    for (const auto& mention : draft.mentions) {
        for (const auto& one : mention.participants) least = std::min(least, likelihood(mention, one, parties));
    }
    return least;
}

/// The head of the event's first words.
Index first_head(const EventDraft& draft, const EventParties& parties) {
    return parties.tree().head_of(words_covered(parties.tree().words(), draft.mentions.front().span));
}

/// "a violent protest", "the hunger strike"
bool is_described(const TreeView& tree, Index head) {
    return tree.child(head, "amod") != none || tree.child(head, "compound") != none;
}

std::size_t sentences_of(const EventDraft& draft) {
    std::set<std::size_t> sentences;
    for (const auto& mention : draft.mentions) sentences.insert(mention.trigger.sentence);
    return sentences.size();
}

}  // namespace

std::array<float, event_sign_count> event_signs(const EventDraft& draft, const EventParties& parties,
                                                const Reading& so_far, float said) {
    const auto yes = [](bool sign) { return sign ? 1.0F : 0.0F; };
    float type = 0, mode = 0, status = 0;
    bool plain = false, verb = false, listed = false;
    for (const auto& mention : draft.mentions) {
        plain = plain || mention.trigger.plain;
        listed = listed || mention.trigger.listed;
        verb = verb || is_verb(mention.trigger.form);
        if (mention.trigger.learned != nullptr) type = std::max(type, mention.trigger.learned->type.probability);
    }
    if (const auto* first = draft.mentions.front().trigger.learned; first != nullptr) {
        mode = first->mode.probability;
        status = first->statuses.empty() ? 0.0F : first->statuses.front().probability;
    }
    constexpr std::size_t most = 3;
    const auto participants = std::min(participants_in(draft), most);
    const auto is = draft.status();
    return {1.0F,
            logit(type),
            logit(mode),
            logit(status),
            yes(plain),
            yes(verb),
            yes(draft.mentions.size() > 1),
            std::log(static_cast<float>(draft.mentions.size())),
            yes(draft.time.has_value()),
            yes(draft.place.has_value()),
            static_cast<float>(participants),
            yes(participants == 0),
            yes(is == EventStatus::planned),
            yes(is == EventStatus::hypothetical),
            yes(is == EventStatus::ongoing),
            yes(is == EventStatus::denied || is == EventStatus::prevented),
            yes(draft.kind.type == "coerce"),
            yes(draft.kind.type == "aid"),
            yes(draft.kind.type == "agree"),
            yes(listed),
            yes(draft.kind.type == "election"),
            said,
            yes(has_time_of_its_own(draft, parties, so_far)),
            least_likelihood(draft, parties),
            yes(parties.tree().is(first_head(draft, parties), "compound")),
            yes(is_described(parties.tree(), first_head(draft, parties))),
            std::log(static_cast<float>(sentences_of(draft)))};
}

void drop_doubtful_events(std::vector<EventDraft>& drafts, const EventParties& parties, const Reading& so_far) {
    const float said = said_to_a_sentence(parties.tree(), so_far);
    erase_drafts(drafts, [&](const EventDraft& draft) {
        return !is_warned_of(draft) &&
               weighed(weights_of_none, event_signs(draft, parties, so_far, said)) > enough_for_none;
    });
}

void drop_events_by_the_way(std::vector<EventDraft>& drafts, const EventParties& parties, const Reading& so_far) {
    if (parties.tree().words().analysis->sentences.size() < sentences_of_article) return;
    const float said = said_to_a_sentence(parties.tree(), so_far);
    erase_drafts(drafts, [&](const EventDraft& draft) {
        // What an article begins with it is about, and how many were hurt is wanted, even if something is misread.
        const bool wanted = draft.mentions.front().trigger.sentence < sentences_of_beginning || !draft.toll.empty() ||
                            is_warned_of(draft);
        return !wanted && weighed(weights_of_wrong, event_signs(draft, parties, so_far, said)) > enough_for_wrong;
    });
}

void drop_doubtful_participants(std::vector<EventDraft>& drafts, const EventParties& parties) {
    for (auto& draft : drafts) {
        for (auto& mention : draft.mentions) {
            std::erase_if(mention.participants,
                          [&](const Participant& one) { return is_doubtful(mention, one, parties); });
        }
    }
}

}  // namespace sayso
