#include "read/learned_triggers.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "read/event_status.h"

namespace sayso {
namespace {

// How likely the network must take words for an event's. Tuned on the dev passages of training/events.

/// Words that tell of no event by themselves.
constexpr float enough_alone = 0.75F;
/// How likely it must be that the words have the network's type rather than their commonest one.
constexpr float enough_for_type = 0.5F;
constexpr float enough_for_mode = 0.5F;
constexpr float enough_for_mode_type = 0.2F;
constexpr float enough_for_status = 0.6F;

/// Words of the table of triggers, in whose surroundings the conditions there are met, and words that mostly, often or
/// sometimes tell of an event.
struct Enough {
    float known = 0, mostly = 0, often = 0, sometimes = 0;

    [[nodiscard]] float of(Often how_often) const {
        return how_often == Often::mostly ? mostly : how_often == Often::often ? often : sometimes;
    }
};
constexpr Enough enough_with_capitals{0.05F, 0.3F, 0.4F, 0.5F};
/// Texts of which somebody turned all letters small: of these the network is less sure throughout.
constexpr Enough enough_without_capitals{0.0F, 0.1F, 0.2F, 0.4F};

/// Words [first, last) of the sentence that perhaps name an event.
struct Candidate {
    std::size_t first = 0, last = 0;
    const EventWord* word = nullptr;      ///< what the table of words has of them
    const EventWords* learned = nullptr;  ///< what the network has of them
};

class Settling {
public:
    Settling(const EventLexicon::Tables& tables, const WordSentence& sentence, std::size_t index,
             const Analysis& analysis, bool without_capitals)
        : tables_(tables),
          s_(sentence),
          index_(index),
          analysis_(analysis),
          enough_(without_capitals ? enough_without_capitals : enough_with_capitals) {}

    [[nodiscard]] std::vector<TriggerMention> run(std::vector<TriggerMention> by_lexicon) const {
        std::vector<TriggerMention> settled;
        for (auto& mention : by_lexicon) {
            mention.learned = learned_at(mention.first, mention.last);
            if (in_name(mention.first, mention.last) || is_lookalike(tables_, s_, mention.first, mention.last) ||
                is_unlikely(mention))
                continue;
            mention.status = settled_status(mention);
            settled.push_back(mention);
        }
        for (const auto& candidate : candidates()) {
            const bool taken = std::any_of(settled.begin(), settled.end(), [&](const TriggerMention& one) {
                return one.first < candidate.last && candidate.first < one.last;
            });
            if (taken) continue;
            if (auto mention = mention_of(candidate)) settled.push_back(*mention);
        }
        std::sort(settled.begin(), settled.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        return settled;
    }

private:
    const EventLexicon::Tables& tables_;
    const WordSentence& s_;
    std::size_t index_;
    const Analysis& analysis_;
    const Enough& enough_;

    [[nodiscard]] const Token& token(std::size_t word) const { return analysis_.tokens[s_.first_token + word]; }

    /// Whether the network takes the words for nothing, or for hardly anything.
    [[nodiscard]] bool is_unlikely(const TriggerMention& mention) const {
        const float likely = mention.learned == nullptr ? 0 : mention.learned->type.probability;
        return !mention.plain && likely < enough_.known;
    }

    // ---- What may be a trigger --------------------------------------------------------------------

    [[nodiscard]] std::span<const EventWords> learned_here() const {
        const auto& all = analysis_.event_words;
        const auto before = [](const EventWords& one, std::uint32_t token) { return one.first < token; };
        const auto last_token = s_.first_token + static_cast<std::uint32_t>(s_.size());
        const auto first = std::lower_bound(all.begin(), all.end(), s_.first_token, before);
        return {first, std::lower_bound(first, all.end(), last_token, before)};
    }
    /// The likeliest that the network has of the words.
    [[nodiscard]] const EventWords* learned_at(std::size_t first, std::size_t last) const {
        const EventWords* best = nullptr;
        for (const auto& one : learned_here()) {
            const bool here = one.first < s_.first_token + last && s_.first_token + first < one.last;
            if (here && (best == nullptr || one.type.probability > best->type.probability)) best = &one;
        }
        return best;
    }
    /// Words of the table, and what the network is sure of besides.
    [[nodiscard]] std::vector<Candidate> candidates() const {
        std::vector<Candidate> found;
        for (std::size_t i = 0; i < s_.size();) {
            auto candidate = known_at(i);
            if (!candidate) {
                ++i;
                continue;
            }
            candidate->learned = learned_at(candidate->first, candidate->last);
            found.push_back(*candidate);
            i = candidate->last;
        }
        const auto count = found.size();
        for (const auto& one : learned_here()) {
            const Candidate candidate{one.first - s_.first_token,
                                      std::min<std::size_t>(one.last - s_.first_token, s_.size()), nullptr, &one};
            const bool known = std::any_of(
                found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count),
                [&](const Candidate& other) { return other.first < candidate.last && candidate.first < other.last; });
            if (!known) found.push_back(candidate);
        }
        return found;
    }
    [[nodiscard]] std::optional<Candidate> known_at(std::size_t i) const {
        if (const auto phrases = tables_.phrases.find(s_.low(i)); phrases != tables_.phrases.end()) {
            for (const auto& phrase : phrases->second) {
                std::size_t k = 0;
                while (k < phrase.words.size() && s_.low(i + k) == phrase.words[k]) ++k;
                if (k == phrase.words.size()) return Candidate{i, i + k, &phrase, nullptr};
            }
        }
        const auto& upos = token(i).upos;
        const auto& lemma = token(i).lemma;
        if (!upos || !lemma) return std::nullopt;
        const bool noun = upos == "NOUN" || upos == "PROPN" || upos == "ADJ";
        if (!noun && upos != "VERB") return std::nullopt;
        const auto& words = noun ? tables_.nouns : tables_.verbs;
        const auto found = words.find(*lemma);
        if (found == words.end()) return std::nullopt;
        return Candidate{i, i + 1, &found->second, nullptr};
    }

    // ---- What it is -------------------------------------------------------------------------------

    /// Whether the table of words knows the type that the network takes the candidate for.
    [[nodiscard]] static bool has_learned_type(const Candidate& candidate) {
        const auto& kinds = candidate.word->kinds;
        return std::any_of(kinds.begin(), kinds.end(),
                           [&](const EventWord::Kind& one) { return one.type == candidate.learned->type.name; });
    }
    [[nodiscard]] std::optional<TriggerMention> mention_of(const Candidate& candidate) const {
        if (candidate.learned == nullptr || in_name(candidate.first, candidate.last)) return std::nullopt;
        if (is_lookalike(tables_, s_, candidate.first, candidate.last)) return std::nullopt;
        const float likely = candidate.learned->type.probability;
        const bool known = candidate.word != nullptr && !is_ruled_out(tables_, s_, candidate.first, candidate.last);
        if (likely < (known ? enough_.of(candidate.word->often) : enough_alone)) return std::nullopt;
        // "fired its coach": neither what the word may tell nor surely what the network takes it for.
        if (known && candidate.word->often == Often::sometimes && likely < enough_for_type &&
            !has_learned_type(candidate))
            return std::nullopt;
        TriggerMention mention;
        mention.sentence = index_;
        mention.first = candidate.first;
        mention.last = candidate.last;
        mention.learned = candidate.learned;
        mention.form = form_of(candidate);
        mention.kind = kind_of(candidate);
        mention.another = !is_verb(mention.form) && is_another(s_, mention.first);
        mention.definite = !is_verb(mention.form) && is_definite(s_, mention.first);
        const auto status = status_of(mention);
        if (!status || !has_signs_of_kind(mention)) return std::nullopt;
        mention.status = *status;
        return mention;
    }

    /// Whether the sentence has a word of the type and of who visits, where they need one.
    [[nodiscard]] bool has_signs_of_kind(const TriggerMention& mention) const {
        if (!has_sign(tables_, mention.kind.type, s_, mention.first, mention.last)) return false;
        return mention.kind.mode != "visit" || s_.zone == ZoneKind::headline ||
               has_sign(tables_, "visit", s_, mention.first, mention.last);
    }

    /// The network's type and mode where it is sure of them, else the commonest of the words'.
    [[nodiscard]] EventKind kind_of(const Candidate& candidate) const {
        const auto& learned = *candidate.learned;
        EventKind kind{learned.type.name, std::nullopt, false};
        std::optional<std::string_view> usual;
        if (candidate.word != nullptr) {
            const auto& kinds = candidate.word->kinds;
            auto known = std::find_if(kinds.begin(), kinds.end(),
                                      [&](const EventWord::Kind& one) { return one.type == kind.type; });
            if (known == kinds.end() && learned.type.probability < enough_for_type) known = kinds.begin();
            if (known != kinds.end()) {
                kind.type = known->type;
                usual = known->mode;
            }
        }
        const bool sure = kind.type == learned.type.name && learned.type.probability >= enough_for_mode_type &&
                          learned.mode.probability >= enough_for_mode;
        const auto* same = trigger_of_words(tables_, s_, candidate.first, candidate.last, kind.type);
        if (sure) {
            if (!learned.mode.name.empty()) kind.mode = learned.mode.name;
        } else {
            kind.mode = usual;
            if (!usual && same != nullptr && same->type == kind.type) kind.mode = same->mode;
        }
        if (kind.mode == "sexual-violence" && !speaks_of_sex()) kind.mode = std::nullopt;
        // The network takes what is like a drone's strike for one: the means must be told.
        if (kind.mode && kind.mode != "visit" && !has_sign(tables_, *kind.mode, s_, candidate.first, candidate.last)) {
            const bool accord = kind.mode == "truce-accord";
            kind.mode = accord ? std::optional<std::string_view>("agreement") : std::nullopt;
        }
        if (kind.type == "consult" && is_by_phone(candidate)) kind.mode = "call";
        if (kind.type == "crime" && has_no_mode(candidate, kind.type)) kind.mode = std::nullopt;
        if (burns_by_itself(candidate, kind)) kind = {"accident", "fire", false};
        kind.open = !kind.mode || (same != nullptr && same->means_any && same->type == kind.type);
        return kind;
    }

    /// "extortion": a crime of its own, which the modes leave out.
    [[nodiscard]] static bool has_no_mode(const Candidate& candidate, std::string_view type) {
        if (candidate.word == nullptr) return false;
        const auto& kinds = candidate.word->kinds;
        return !kinds.empty() && std::all_of(kinds.begin(), kinds.end(),
                                             [&](const EventWord::Kind& one) { return one.type == type && !one.mode; });
    }
    /// "spoke over the phone", "a telephone conversation"
    [[nodiscard]] bool is_by_phone(const Candidate& candidate) const {
        constexpr std::size_t reach = 6;
        const auto from = candidate.first - std::min<std::size_t>(candidate.first, 1);
        for (auto i = from; i < std::min(candidate.last + reach, s_.size()); ++i) {
            if (one_of(s_.low(i), ",", ".", ";", "before", "after", "and")) return false;
            if (one_of(s_.low(i), "phone", "telephone")) return true;
        }
        return false;
    }
    /// "assaulted" alone does not tell how.
    [[nodiscard]] bool speaks_of_sex() const {
        return std::any_of(s_.words.begin(), s_.words.end(), [](const Word& word) {
            return word.low.find("rap") == 0 || word.low.find("sex") != std::string::npos ||
                   word.low.find("molest") == 0 ||
                   one_of(word.low, "indecent", "indecently", "abused", "abusing", "abuse", "harassed", "harassment",
                          "groped", "groping", "defiled", "defilement", "sodomy", "incest", "outraged", "violated");
        });
    }

    /// "The ferry is on fire": as long as nobody is told to have set it, a fire is an accident.
    [[nodiscard]] bool burns_by_itself(const Candidate& candidate, const EventKind& kind) const {
        if (kind.type != "assault" || kind.mode != "arson") return false;
        if (!one_of(s_.low(candidate.last - 1), "fire", "fires", "blaze", "blazes", "burning", "inferno")) return false;
        if (candidate.first > 0 && one_of(s_.low(candidate.first - 1), "set", "sets", "setting")) return false;
        const auto& participants = candidate.learned->participants;
        return std::none_of(participants.begin(), participants.end(), [](const EventWords::Participant& one) {
            return one.role == EventRole::actor && one.probability >= 0.5F;
        });
    }

    [[nodiscard]] TriggerForm form_of(const Candidate& candidate) const {
        for (auto i = candidate.first; i < candidate.last; ++i) {
            if (token(i).upos == "VERB") return form_of_verb(i);
        }
        const auto head = candidate.last - 1;
        const auto& lemma = token(head).lemma;
        const bool plural = lemma && *lemma != s_.low(head) && s_.low(head).ends_with('s');
        return plural ? TriggerForm::plural : TriggerForm::noun;
    }
    [[nodiscard]] TriggerForm form_of_verb(std::size_t i) const {
        const auto word = s_.low(i);
        const auto& lemma = token(i).lemma;
        if (word.ends_with("ing")) return TriggerForm::verb_ing;
        if (lemma && *lemma == word) return TriggerForm::verb_base;
        return word.ends_with('s') ? TriggerForm::verb_third : TriggerForm::verb_past;
    }

    [[nodiscard]] std::optional<EventStatus> status_of(const TriggerMention& mention) const {
        const auto by_rules = is_verb(mention.form) ? status_of_verb(s_, mention.first, mention.last, mention.form)
                                                    : status_of_noun(s_, mention.first, mention.last, mention.form);
        if (!is_verb(mention.form) && is_asked_off(s_, mention.first)) return std::nullopt;
        const auto learned = learned_status(mention);
        // "there were no demonstrations"
        const auto before = mention.first > 0 ? s_.low(mention.first - 1) : std::string_view();
        if (!by_rules && !is_verb(mention.form) && before == "no") return EventStatus::denied;
        // "bags are searched", "those murdered", but for headlines
        const bool habit = mention.form == TriggerForm::verb_past && mention.first > 0 &&
                           one_of(s_.low(mention.first - 1), "are", "those") && s_.zone != ZoneKind::headline;
        if (habit) return std::nullopt;
        // "attacks are rare" tells of no one attack.
        if (!by_rules && !is_verb(mention.form) && learned == EventStatus::hypothetical) return std::nullopt;
        const bool sees_none = learned == EventStatus::occurred ||
                               (learned == EventStatus::ongoing &&
                                (by_rules == EventStatus::planned || by_rules == EventStatus::hypothetical));
        return by_rules && *by_rules != EventStatus::occurred && sees_none ? by_rules : learned;
    }
    /// The likeliest that the sentence has words for: nothing is prevented or denied without a word of it.
    [[nodiscard]] EventStatus learned_status(const TriggerMention& mention) const {
        for (const auto& one : mention.learned->statuses) {
            // "broke up the fight", "refused to verify his victory": what a definite noun names was there.
            const bool undone = one_of(one.name, "prevented", "denied") && mention.definite && !is_verb(mention.form);
            if (!undone && has_sign(tables_, one.name, s_, mention.first, mention.last))
                return value_named<EventStatus>(one.name).value_or(EventStatus::occurred);
        }
        return EventStatus::occurred;
    }
    /// Of the lexicon's words the rules tell it; what they have no sign of the network may be sure of.
    [[nodiscard]] EventStatus settled_status(const TriggerMention& mention) const {
        const bool sure = mention.status == EventStatus::occurred && mention.learned != nullptr &&
                          mention.learned->statuses.front().probability >= enough_for_status;
        return sure ? learned_status(mention) : mention.status;
    }

    /// "the Court of Appeal", "the Anti-Terror Police": words that only name somebody or something.
    [[nodiscard]] bool in_name(std::size_t first, std::size_t last) const {
        const auto span = s_.span(first, last);
        const auto& names = analysis_.names;
        const auto behind = std::upper_bound(names.begin(), names.end(), span.begin,
                                             [](std::uint32_t at, const Name& one) { return at < one.span.begin; });
        if (behind == names.begin()) return false;
        const auto& name = *std::prev(behind);
        return name.span.contains(span) && name.type != NameType::misc && name.type != NameType::date &&
               name.type != NameType::money;
    }
};

}  // namespace

std::vector<TriggerMention> settle_triggers(const EventLexicon::Tables& tables, std::vector<TriggerMention> by_lexicon,
                                            const WordSentence& sentence, std::size_t index, const Analysis& analysis,
                                            bool without_capitals) {
    return Settling(tables, sentence, index, analysis, without_capitals).run(std::move(by_lexicon));
}

}  // namespace sayso
