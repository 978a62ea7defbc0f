#include "read/event_joining.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/tables.h"
#include "base/utf8.h"
#include "read/quantities.h"
#include "read/tolls.h"

namespace sayso {
namespace {

// ---- Kinds ----------------------------------------------------------------------------------------

bool is_explosion(const EventKind& kind) {
    return kind.type == "accident" && kind.mode == "explosion";
}
/// Whether "the attack" can be another word for an event of this mode.
bool is_attack(const EventKind& kind) {
    return kind.type == "assault" && kind.mode &&
           one_of(*kind.mode, "armed-attack", "bombing", "suicide-attack", "stabbing", "vehicle-attack", "airstrike",
                  "drone-strike", "missile-strike", "shelling", "unconventional", "killing");
}
/// Whether "the blast" can be another word for an event of this mode.
bool is_blast(const EventKind& kind) {
    if (is_explosion(kind)) return true;
    return kind.type == "assault" && kind.mode &&
           (one_of(*kind.mode, "bombing", "suicide-attack", "missile-strike", "drone-strike", "airstrike") ||
            (kind.open && kind.mode == "armed-attack"));
}
bool is_custody(const EventKind& kind) {
    return kind.type == "coerce" && kind.mode && one_of(*kind.mode, "arrest", "detain");
}
/// Whether the open kind can be another word for the other.
bool stands_for(const EventKind& open, const EventKind& other) {
    if (!open.open) return false;
    if (is_explosion(open)) return is_blast(other);
    if (is_attack(open)) return is_attack(other) || (is_explosion(other) && other.open && open.mode == "armed-attack");
    if (is_custody(open)) return is_custody(other);
    return open.type == other.type;
}
/// Whether both can be words for one deed: "shot", "the murder".
bool is_akin(const EventKind& a, const EventKind& b) {
    const auto general = [](const EventKind& kind) {
        return !kind.mode || *kind.mode == "killing" || *kind.mode == "armed-attack";
    };
    return (is_attack(a) || (a.type == "assault" && !a.mode)) && (is_attack(b) || (b.type == "assault" && !b.mode)) &&
           (general(a) || general(b));
}
/// "the death of Orvik" behind her murder
bool is_death_of(const EventKind& death, const EventKind& other) {
    return death.type == "death" && one_of(other.type, "assault", "accident", "disaster");
}
bool same_kind(const EventKind& a, const EventKind& b) {
    return (a.type == b.type && a.mode == b.mode) || stands_for(a, b) || stands_for(b, a);
}
/// The more telling of two kinds of one event. An attack that was a blast was a bombing.
EventKind joined_kind(const EventKind& a, const EventKind& b) {
    if (is_death_of(a, b)) return b;
    if (is_death_of(b, a)) return a;
    if (!a.open || !b.open) return a.open ? b : a;
    if (a.type == b.type) return a.mode == "killing" ? b : a;
    return {"assault", "bombing", false};
}

// ---- Joining --------------------------------------------------------------------------------------

class Joiner {
public:
    Joiner(const Surroundings& around, const EventParties& parties, const std::vector<WordSentence>& sentences)
        : around_(around), parties_(parties) {
        std::size_t count = 0;
        for (const auto& sentence : sentences) {
            position_.push_back(count);
            count += one_of_story(sentence.zone);
        }
    }

    void add(ToldMention mention) {
        const auto kind = mention.trigger.kind;
        auto* draft = mention.trigger.another ? nullptr : same_event(mention);
        if (!draft) {
            if (mention.trigger.again) return;
            drafts_.push_back({kind, {}, std::nullopt, std::nullopt, {}, std::nullopt});
            draft = &drafts_.back();
        }
        draft->kind = joined_kind(draft->kind, kind);
        if (mention.time && better_time(*mention.time, draft->time)) draft->time = mention.time;
        if (mention.place && (!draft->place || around_.is_closer_place(*mention.place, *draft->place)))
            draft->place = mention.place;
        draft->mentions.push_back(std::move(mention));
    }
    [[nodiscard]] std::vector<EventDraft> drafts() && { return std::move(drafts_); }

private:
    const Surroundings& around_;
    const EventParties& parties_;
    std::vector<std::size_t> position_;  ///< of each sentence, counting those of headline and paragraphs alone
    std::vector<EventDraft> drafts_;

    [[nodiscard]] static bool one_of_story(ZoneKind zone) {
        return zone == ZoneKind::headline || zone == ZoneKind::paragraph;
    }

    [[nodiscard]] EventDraft* same_event(const ToldMention& mention) {
        // The latest that fits: a text returns to what it has just told.
        constexpr std::ptrdiff_t most = 200;
        const auto end = std::min(drafts_.rend() - drafts_.rbegin(), most);
        for (std::ptrdiff_t back = 0; back < end; ++back) {
            if (auto& draft = drafts_.rbegin()[back]; fits(draft, mention)) return &draft;
        }
        return nullptr;
    }
    [[nodiscard]] bool fits(const EventDraft& draft, const ToldMention& mention) const {
        if (is_death_of(mention.trigger.kind, draft.kind) || is_death_of(draft.kind, mention.trigger.kind))
            return same_participants(draft, mention) == true;
        const bool same = same_kind(draft.kind, mention.trigger.kind);
        // "the violence", of no mode, goes on about what was told; "violence" may be any.
        const bool vague =
            mention.trigger.kind.type == "assault" && !mention.trigger.kind.mode && !is_verb(mention.trigger.form);
        if (vague && draft.kind.mode && !mention.trigger.definite) return false;
        if (!same && !is_akin(draft.kind, mention.trigger.kind)) return false;
        // "the visit would bring both closer": a definite noun goes on about what was told, whatever it says of it.
        const bool refers = mention.trigger.definite && same && tells_nothing_new(mention) && draft.happened();
        if (draft.status() != mention.trigger.status && !refers) return false;
        if (!around_.times_agree(draft.time, mention.time)) return false;
        if (draft.place && mention.place && !around_.places_agree(*draft.place, *mention.place)) return false;
        const auto at = position_[mention.trigger.sentence];
        const auto between = at - position_[draft.mentions.back().trigger.sentence];
        // "had to watch the other executions. His execution …"
        if (draft.mentions.front().trigger.another && (between > 1 || !mention.participants.empty())) return false;
        if (const auto shared = same_participants(draft, mention)) return *shared;
        const bool goes_on = mention.trigger.definite || between <= 1;
        if (tells_nothing_new(mention)) return goes_on;
        if (!same) return false;
        constexpr std::size_t beginning = 4;
        // "killed two soldiers … killed three farmers": told anew only at the beginning.
        if (is_verb(mention.trigger.form) && undergoers(mention) > 0 && has_undergoers(draft)) return at < beginning;
        return goes_on || at < beginning;
    }
    /// A word that goes on about what was told: with nothing of its own, and not one of several, or a first one.
    [[nodiscard]] static bool tells_nothing_new(const ToldMention& mention) {
        return mention.participants.empty() && !mention.time && !mention.place && !is_verb(mention.trigger.form) &&
               mention.trigger.form != TriggerForm::plural;
    }
    [[nodiscard]] static bool is_undergoer(const Participant& one) {
        return one.role == ParticipantRole::victim || one.role == ParticipantRole::target ||
               one.role == ParticipantRole::recipient;
    }
    [[nodiscard]] static std::ptrdiff_t undergoers(const ToldMention& mention) {
        return std::count_if(mention.participants.begin(), mention.participants.end(), is_undergoer);
    }
    [[nodiscard]] static bool has_undergoers(const EventDraft& draft) {
        return std::any_of(draft.mentions.begin(), draft.mentions.end(),
                           [](const ToldMention& one) { return undergoers(one) > 0; });
    }
    /// Whether the two name the same participants in one role, or nothing if they name none in common roles. Who did it
    /// may have done the same to others.
    [[nodiscard]] std::optional<bool> same_participants(const EventDraft& draft, const ToldMention& mention) const {
        if (mention.participants.empty()) return std::nullopt;
        // Who took part is told at first, or was told last.
        constexpr std::size_t most = 24;
        const auto count = draft.mentions.size();
        bool compared = false;
        bool same_doer = false;
        bool others = false;
        for (std::size_t i = 0; i < count; ++i) {
            if (i >= most && i + most < count) continue;
            others = others || undergoers(draft.mentions[i]) > 0;
            for (const auto& one : draft.mentions[i].participants) {
                for (const auto& two : mention.participants) {
                    if (one.role != two.role) continue;
                    const bool same = one.entity == two.entity;
                    if (same && is_undergoer(one)) return true;
                    same_doer = same_doer || same;
                    if (is_undergoer(one) && same_description(one.entity, two.entity)) return true;
                    compared = compared || (!same && tells_apart(one.entity, two.entity));
                }
            }
        }
        // "The assault unfolded as gunmen stormed the hall"
        const auto& last = draft.mentions.back().trigger;
        if (same_doer && last.sentence == mention.trigger.sentence && last.definite && !is_verb(last.form)) return true;
        if (same_doer && others && undergoers(mention) > 0)
            return is_verb(mention.trigger.form) ? std::optional(false) : std::nullopt;
        if (same_doer) return true;
        return compared ? std::optional(false) : std::nullopt;
    }
    /// "At least 50 party MPs … dozens of party MPs": several, in the same words but for how many they are.
    [[nodiscard]] bool same_description(const std::string& a, const std::string& b) const {
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
    /// How many a description tells of, "some" where it gives no exact number, and its words behind that: "12" and
    /// "soldiers" of "12 soldiers".
    [[nodiscard]] static std::pair<std::string, std::string> counted(const std::string& name) {
        std::string number;
        std::string what;
        bool bound = false;
        for (const auto part : parts_of(name, ' ')) {
            const auto word = lower(part);
            if (!what.empty()) {
                what += " " + word;
            } else if (one_of(word, "at", "least", "more", "than", "over", "about", "some", "dozens", "scores",
                              "hundreds", "thousands", "of", "nearly", "around")) {
                bound = true;
            } else if (number_word(word)) {
                number = word;
            } else if (!one_of(word, "the", "these", "those", "all")) {
                what = word;
            }
        }
        return {bound ? std::string("some") : number, what};
    }
    /// Two names are two; what is only described may be the same in other words.
    [[nodiscard]] bool tells_apart(const std::string& a, const std::string& b) const {
        return parties_.entity(a).named && parties_.entity(b).named;
    }
    /// A day says more than a month, a time that is worked out more than one that is not.
    [[nodiscard]] bool better_time(std::size_t time, std::optional<std::size_t> than) const {
        if (!than) return true;
        const auto& one = around_.time(time);
        const auto& two = around_.time(*than);
        if (one.begin.has_value() != two.begin.has_value()) return one.begin.has_value();
        return one.precision < two.precision;
    }
};

/// "fighting", "talks": only bare nouns, with nobody, nowhere and at no time.
bool tells_nothing(const EventDraft& draft, const std::vector<WordSentence>& sentences) {
    return !draft.time && (!draft.place || draft.kind.type == "crime") && draft.happened() &&
           one_of(draft.kind.type, "assault", "crime", "protest", "coerce") &&
           std::all_of(draft.mentions.begin(), draft.mentions.end(), [&](const ToldMention& one) {
               return one.bare && one.participants.empty() &&
                      sentences[one.trigger.sentence].zone != ZoneKind::headline;
           });
}

/// Arson told in the same sentence as an attack is a part of it.
void join_parts(std::vector<EventDraft>& drafts) {
    std::unordered_map<std::size_t, std::size_t> attack_in;  // the first attack told in each sentence
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const auto& draft = drafts[i];
        if (draft.kind.type != "assault" || draft.kind.mode == "arson" || draft.status() != EventStatus::occurred)
            continue;
        for (const auto& mention : draft.mentions) attack_in.emplace(mention.trigger.sentence, i);
    }
    for (auto& part : drafts) {
        if (part.kind.mode != "arson") continue;
        const auto whole = attack_in.find(part.mentions.front().trigger.sentence);
        if (whole != attack_in.end()) part.part_of = whole->second;
    }
}

}  // namespace

std::vector<EventDraft> join_mentions(std::vector<ToldMention> mentions, const Surroundings& around,
                                      const EventParties& parties, const std::vector<WordSentence>& sentences) {
    Joiner joiner(around, parties, sentences);
    for (auto& mention : mentions) joiner.add(std::move(mention));
    auto drafts = std::move(joiner).drafts();
    drafts.erase(
        std::remove_if(drafts.begin(), drafts.end(), [&](const auto& one) { return tells_nothing(one, sentences); }),
        drafts.end());
    join_parts(drafts);
    return drafts;
}

}  // namespace sayso
