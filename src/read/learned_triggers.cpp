#include "read/learned_triggers.h"

#include <algorithm>
#include <optional>
#include <span>

#include "read/event_status.h"

namespace sayso {
namespace {

/// How likely the network must take words for an event's: those of the lexicon, and others.
constexpr float enough_with_lexicon = 0.25F;
constexpr float enough_alone = 0.5F;

class Settling {
public:
    Settling(const EventLexicon::Tables& tables, const WordSentence& sentence, std::size_t index,
             const Analysis& analysis)
        : tables_(tables), s_(sentence), index_(index), analysis_(analysis) {}

    [[nodiscard]] std::vector<TriggerMention> run(std::vector<TriggerMention> by_lexicon) const {
        std::vector<TriggerMention> settled;
        for (const auto& words : learned_here()) {
            if (auto mention = mention_of(words, by_lexicon)) settled.push_back(*mention);
        }
        for (auto& mention : by_lexicon) {
            const bool new_one = std::none_of(settled.begin(), settled.end(),
                                              [&](const TriggerMention& one) { return overlap(one, mention); });
            if (new_one && !in_name(mention)) settled.push_back(mention);
        }
        std::sort(settled.begin(), settled.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        return settled;
    }

private:
    const EventLexicon::Tables& tables_;
    const WordSentence& s_;
    std::size_t index_;
    const Analysis& analysis_;

    [[nodiscard]] static bool overlap(const TriggerMention& a, const TriggerMention& b) {
        return a.first < b.last && b.first < a.last;
    }
    [[nodiscard]] std::span<const EventWords> learned_here() const {
        const auto& all = analysis_.event_words;
        const auto before = [](const EventWords& one, std::uint32_t token) { return one.first < token; };
        const auto last_token = s_.first_token + static_cast<std::uint32_t>(s_.size());
        const auto first = std::lower_bound(all.begin(), all.end(), s_.first_token, before);
        return {first, std::lower_bound(first, all.end(), last_token, before)};
    }
    [[nodiscard]] const Token& token(std::size_t word) const { return analysis_.tokens[s_.first_token + word]; }

    [[nodiscard]] std::optional<TriggerMention> mention_of(const EventWords& words,
                                                           const std::vector<TriggerMention>& by_lexicon) const {
        TriggerMention mention;
        mention.sentence = index_;
        mention.first = words.first - s_.first_token;
        mention.last = std::min<std::size_t>(words.last - s_.first_token, s_.size());
        mention.learned = &words;
        const auto known = std::find_if(by_lexicon.begin(), by_lexicon.end(),
                                        [&](const TriggerMention& one) { return overlap(one, mention); });
        const bool agreed = known != by_lexicon.end() && known->kind.type == words.type.name;
        if (words.type.probability < (agreed ? enough_with_lexicon : enough_alone) || in_name(mention))
            return std::nullopt;
        mention.form = form_of(mention);
        mention.kind = kind_of(mention, agreed ? &*known : nullptr);
        mention.another = !is_verb(mention.form) && is_another(s_, mention.first);
        mention.definite = !is_verb(mention.form) && is_definite(s_, mention.first);
        const auto status = status_of(mention);
        if (!status) return std::nullopt;
        mention.status = *status;
        return mention;
    }

    /// The network's mode, unless the lexicon's words tell one by themselves.
    [[nodiscard]] EventKind kind_of(const TriggerMention& mention, const TriggerMention* known) const {
        const auto& words = *mention.learned;
        EventKind kind{words.type.name, std::nullopt, words.mode.name.empty()};
        if (!words.mode.name.empty()) kind.mode = words.mode.name;
        if (known != nullptr && known->kind.mode && !known->kind.open && known->plain) return known->kind;
        const auto* same = trigger_of_words(tables_, s_, mention.first, mention.last, kind.type);
        if (same != nullptr && same->means_any && same->type == kind.type) kind.open = true;
        return kind;
    }

    [[nodiscard]] TriggerForm form_of(const TriggerMention& mention) const {
        for (auto i = mention.first; i < mention.last; ++i) {
            if (token(i).upos == "VERB") return form_of_verb(i);
        }
        const auto head = mention.last - 1;
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
        return value_named<EventStatus>(mention.learned->statuses.front().name);
    }

    /// "the Court of Appeal", "the Anti-Terror Police": words that only name somebody or something.
    [[nodiscard]] bool in_name(const TriggerMention& mention) const {
        const auto span = s_.span(mention.first, mention.last);
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
                                            const WordSentence& sentence, std::size_t index, const Analysis& analysis) {
    return Settling(tables, sentence, index, analysis).run(std::move(by_lexicon));
}

}  // namespace sayso
