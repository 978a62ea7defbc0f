#include "read/event_likeness.h"

#include <algorithm>
#include <utility>

#include "base/tables.h"
#include "base/utf8.h"
#include "read/event_kinds.h"
#include "read/quantities.h"
#include "read/tolls.h"

namespace sayso {
namespace {

/// In the order of `EventLikeness::signs`.
constexpr std::array<float, EventLikeness::sign_count> weights{
    -2.93F, 2.05F, 2.35F, 0.48F,  1.14F,  1.14F,  0.81F,  0.02F, -1.44F, 0.30F,  -0.74F, 0.67F,  1.23F, -0.76F, -1.14F,
    0.10F,  1.05F, 0.47F, -1.42F, -0.41F, -0.47F, -0.73F, 0.52F, 0.62F,  -0.15F, -0.52F, -0.27F, 0.25F, 0.04F,  1.06F};

/// Places of some of them.
constexpr std::size_t other_time = 8, same_doer = 11, other_place = 10, other_victim = 14, told_as_another = 18,
                      both_verbs = 22;

bool one_of_story(ZoneKind zone) {
    return zone == ZoneKind::headline || zone == ZoneKind::paragraph;
}

bool is_undergoer(const Participant& one) {
    return one.role == ParticipantRole::victim || one.role == ParticipantRole::target ||
           one.role == ParticipantRole::recipient;
}

bool has_undergoer(const ToldMention& mention) {
    return std::any_of(mention.participants.begin(), mention.participants.end(), is_undergoer);
}

/// A word that goes on about what was told: with nothing of its own.
bool tells_nothing_new(const ToldMention& mention) {
    return mention.participants.empty() && !mention.time && !mention.place && !is_verb(mention.trigger.form);
}

/// "the visit would bring both closer": a definite noun with nothing of its own means what was told, whatever is said
/// of it.
bool goes_on(const ToldMention& mention) {
    return mention.trigger.definite && tells_nothing_new(mention) && mention.trigger.form != TriggerForm::plural;
}

/// "my son", "her husband": somebody's, whom another name does not mean.
bool is_kin(const Entity& who) {
    const auto noun = lower(who.name.substr(who.name.find_last_of(' ') + 1));
    return !who.named && one_of(noun, "son", "daughter", "wife", "husband", "brother", "sister", "father", "mother",
                                "child", "children", "nephew", "niece", "cousin", "uncle", "aunt");
}

bool happened(const ToldMention& mention) {
    return mention.trigger.status == EventStatus::occurred || mention.trigger.status == EventStatus::ongoing;
}

/// How many a description tells of, "some" where it gives no exact number, and its words behind that: "12" and
/// "soldiers" of "12 soldiers".
std::pair<std::string, std::string> counted(const std::string& name) {
    std::string number;
    std::string what;
    bool bound = false;
    for (const auto part : parts_of(name, ' ')) {
        const auto word = lower(part);
        if (!what.empty()) {
            what += " " + word;
        } else if (one_of(word, "at", "least", "more", "than", "over", "about", "some", "dozens", "scores", "hundreds",
                          "thousands", "of", "nearly", "around")) {
            bound = true;
        } else if (number_word(word)) {
            number = word;
        } else if (!one_of(word, "the", "these", "those", "all")) {
            what = word;
        }
    }
    return {bound ? std::string("some") : number, what};
}

}  // namespace

EventLikeness::EventLikeness(const Surroundings& around, const EventParties& parties,
                             const std::vector<WordSentence>& sentences)
    : around_(around), parties_(parties), sentences_(sentences) {
    std::size_t count = 0;
    for (const auto& sentence : sentences) {
        position_.push_back(count);
        count += one_of_story(sentence.zone) ? 1 : 0;
    }
}

/// "At least 50 party MPs … dozens of party MPs": several, in the same words but for how many they are.
bool EventLikeness::same_description(const std::string& a, const std::string& b) const {
    const auto& one = parties_.entity(a);
    const auto& two = parties_.entity(b);
    if (one.named || two.named || one.type != EntityType::group || two.type != EntityType::group) return false;
    const auto [number, what] = counted(one.name);
    const auto [other_number, other_what] = counted(two.name);
    // "these people … 7,810 people"
    const bool anybody = what.find(' ') == std::string::npos && is_people(what);
    if (anybody && (number != other_number || number.empty())) return false;
    return what == other_what && (number.empty() || other_number.empty() || number == other_number);
}

bool EventLikeness::same_undergoer(const Participant& one, const Participant& two) const {
    return is_undergoer(one) && is_undergoer(two) &&
           (one.entity == two.entity || same_description(one.entity, two.entity));
}

bool EventLikeness::begins_alike(const ToldMention& a, const ToldMention& b) const {
    constexpr std::size_t stem = 5;
    const auto first = sentences_[a.trigger.sentence].low(a.trigger.first);
    const auto second = sentences_[b.trigger.sentence].low(b.trigger.first);
    return first.substr(0, stem) == second.substr(0, stem);
}

std::array<float, EventLikeness::sign_count> EventLikeness::signs(const ToldMention& earlier,
                                                                  const ToldMention& later) const {
    const auto &one = earlier.trigger, &two = later.trigger;
    const bool same = same_kind(one.kind, two.kind);
    bool doer = false, undergoer = false, other_doer = false, other_undergoer = false;
    for (const auto& a : earlier.participants) {
        for (const auto& b : later.participants) {
            const bool two_names =
                a.entity != b.entity && parties_.entity(a.entity).named && parties_.entity(b.entity).named;
            const bool doers = a.role == ParticipantRole::actor && b.role == ParticipantRole::actor;
            doer = doer || (doers && a.entity == b.entity);
            other_doer = other_doer || (doers && two_names);
            undergoer = undergoer || same_undergoer(a, b);
            other_undergoer = other_undergoer || (is_undergoer(a) && is_undergoer(b) && two_names);
        }
    }
    const bool times = earlier.time && later.time, places = earlier.place && later.place;
    const bool times_agree = times && around_.times_agree(earlier.time, later.time);
    const bool places_agree = places && around_.places_agree(*earlier.place, *later.place);
    const bool verb = is_verb(two.form), verb_before = is_verb(one.form);
    const auto apart = position_[two.sentence] - position_[one.sentence];
    constexpr std::size_t beginning = 4, near = 3;
    const std::array<bool, sign_count> seen{
        true,
        same,
        is_akin(one.kind, two.kind) && !same,
        one.kind.mode == two.kind.mode,
        is_death_of(one.kind, two.kind) || is_death_of(two.kind, one.kind),
        one.kind.type != two.kind.type,
        begins_alike(earlier, later),
        times_agree,
        times && !times_agree,
        places_agree,
        places && !places_agree,
        doer,
        undergoer,
        other_doer,
        other_undergoer,
        has_undergoer(earlier) && has_undergoer(later) && !undergoer,
        two.definite,
        two.definite && same,
        two.another,
        one.another,
        verb,
        verb_before,
        verb && verb_before,
        tells_nothing_new(later),
        one.status == two.status,
        happened(earlier) != happened(later),
        apart == 0,
        apart == 1,
        apart > near,
        position_[two.sentence] < beginning,
    };
    std::array<float, sign_count> values{};
    std::transform(seen.begin(), seen.end(), values.begin(), [](bool sign) { return sign ? 1.0F : 0.0F; });
    return values;
}

/// The same person undergoes both.
bool EventLikeness::happened_to_one(const ToldMention& earlier, const ToldMention& later) const {
    return std::any_of(earlier.participants.begin(), earlier.participants.end(), [&](const Participant& a) {
        return is_undergoer(a) && parties_.entity(a.entity).type == EntityType::person &&
               std::any_of(later.participants.begin(), later.participants.end(),
                           [&](const Participant& b) { return is_undergoer(b) && a.entity == b.entity; });
    });
}

/// "the cabinet meeting", "a work meeting": other nouns before the word tell of another; what is told of attacks in
/// such words may all be of one.
bool EventLikeness::is_called_otherwise(const ToldMention& earlier, const ToldMention& later) const {
    if (!one_of(later.trigger.kind.type, "consult", "agree", "election", "justice")) return false;
    const auto& tree = parties_.tree();
    const auto nouns_before = [&](const ToldMention& mention) {
        std::vector<std::string_view> nouns;
        const auto words = words_covered(tree.words(), mention.span);
        if (words.empty() || is_verb(mention.trigger.form)) return nouns;
        for (const auto child : tree.children(tree.head_of(words))) {
            if (tree.is(child, "compound") && child < words.last && !tree.words()[child].is(time_word))
                nouns.push_back(tree.words()[child].lower);
        }
        return nouns;
    };
    const auto some = nouns_before(earlier), others = nouns_before(later);
    return !some.empty() && !others.empty() && std::none_of(some.begin(), some.end(), [&](auto noun) {
        return std::find(others.begin(), others.end(), noun) != others.end();
    });
}

/// "the accord between Norland and the Front", "an accord between Lisk and Vale"
bool EventLikeness::is_between_others(const ToldMention& earlier, const ToldMention& later) const {
    const auto &some = earlier.participants, &others = later.participants;
    if (!one_of(earlier.trigger.kind.type, "agree", "consult") || some.size() < 2 || others.size() < 2) return false;
    return std::none_of(some.begin(), some.end(), [&](const Participant& one) {
        return std::any_of(others.begin(), others.end(),
                           [&](const Participant& other) { return one.entity == other.entity; });
    });
}

/// "the first election … new elections", "the presidential … the local elections"
bool EventLikeness::is_another_ballot(const ToldMention& earlier, const ToldMention& later) const {
    if (earlier.trigger.kind.type != "election" || later.trigger.kind.type != "election") return false;
    const auto& tree = parties_.tree();
    const auto is_of = [&](const ToldMention& mention, const auto& told) {
        const auto span = words_covered(tree.words(), mention.span);
        if (span.empty()) return false;
        const auto& children = tree.children(tree.head_of(span));
        return std::any_of(children.begin(), children.end(),
                           [&](Index child) { return child < span.last && told(tree.words()[child].lower); });
    };
    const auto first = [](std::string_view word) { return one_of(word, "first", "previous", "last", "past"); };
    const auto next = [](std::string_view word) { return one_of(word, "new", "fresh", "next", "early", "snap"); };
    const auto national = [](std::string_view word) {
        return one_of(word, "presidential", "parliamentary", "legislative", "general", "national");
    };
    const auto local = [](std::string_view word) {
        return one_of(word, "local", "municipal", "regional", "state", "provincial", "assembly");
    };
    return (is_of(earlier, first) && is_of(later, next)) || (is_of(earlier, next) && is_of(later, first)) ||
           (is_of(earlier, national) && is_of(later, local)) || (is_of(earlier, local) && is_of(later, national));
}

bool EventLikeness::happened_to_others(const ToldMention& earlier, const ToldMention& later) const {
    if (earlier.trigger.sentence == later.trigger.sentence) return false;
    if (is_called_otherwise(earlier, later) || is_between_others(earlier, later) || is_another_ballot(earlier, later))
        return true;
    if (!one_of(earlier.trigger.kind.type, "assault", "death", "coerce", "justice")) return false;
    bool others = false;
    for (const auto& a : earlier.participants) {
        for (const auto& b : later.participants) {
            if (!is_undergoer(a) || !is_undergoer(b)) continue;
            if (same_undergoer(a, b)) return false;
            const auto &one = parties_.entity(a.entity), &two = parties_.entity(b.entity);
            const bool people = one.type == EntityType::person && two.type == EntityType::person;
            const bool told_apart =
                (one.named && two.named) || (one.named && is_kin(two)) || (two.named && is_kin(one));
            others = others || (people && told_apart);
        }
    }
    return others;
}

std::optional<float> EventLikeness::of(const ToldMention& earlier, const ToldMention& later) const {
    const auto &one = earlier.trigger.kind, &two = later.trigger.kind;
    if (!can_be_one(one, two)) return std::nullopt;
    // "had warned of floods": what may come is told apart from what came.
    const auto may_be = [](const ToldMention& mention) {
        return mention.feared || mention.trigger.status == EventStatus::hypothetical;
    };
    constexpr float never = -100;
    const auto values = signs(earlier, later);
    // "might have been murdered": who was
    const bool of_one = same_kind(one, two) && happened_to_one(earlier, later) &&
                        one_of(one.type, "assault", "death", "justice", "coerce");
    if (may_be(earlier) != may_be(later) && (happened(earlier) || happened(later)) && !goes_on(later) && !of_one)
        return never;
    float sum = 0;
    for (std::size_t i = 0; i < sign_count; ++i) sum += weights[i] * values[i];
    // One of these may be misread, hardly two; and what verbs tell twice is seldom one thing.
    constexpr float told_apart = -2;
    const auto differences =
        values[other_time] + values[other_place] + values[other_victim] + values[told_as_another] + values[both_verbs];
    if (differences > 1) return sum + told_apart;
    // "the fighting", far from where somebody's death is told
    constexpr std::size_t near_death = 2;
    const bool death = is_death_of(one, two) || is_death_of(two, one);
    if (death && !happened_to_one(earlier, later) &&
        position_[later.trigger.sentence] - position_[earlier.trigger.sentence] > near_death)
        return sum + told_apart;
    // "The assault unfolded as gunmen stormed the hall"
    constexpr float unfolds = 4.5F;
    const bool told_out = earlier.trigger.sentence == later.trigger.sentence && earlier.trigger.definite &&
                          !is_verb(earlier.trigger.form) && is_verb(later.trigger.form);
    if (told_out && (earlier.participants.empty() || values[same_doer] > 0)) return sum + unfolds;
    // What the headline tells the first sentences tell again. The articles that the weights were fitted on have none.
    constexpr float told_again = 1.5F;
    constexpr std::size_t first_sentences = 2;
    const bool again = sentences_[earlier.trigger.sentence].zone == ZoneKind::headline &&
                       position_[later.trigger.sentence] - position_[earlier.trigger.sentence] <= first_sentences;
    return again && same_kind(one, two) ? sum + told_again : sum;
}

}  // namespace sayso
