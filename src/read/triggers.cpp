#include "read/triggers.h"

#include <algorithm>
#include <optional>

#include "read/event_status.h"
#include "read/quantities.h"

namespace sayso {
namespace {

bool is_modal(std::string_view word) {
    return one_of(word, "will", "would", "can", "could", "may", "might", "must", "should", "shall", "'ll", "wo", "ca");
}
bool is_be(std::string_view word) {
    return one_of(word, "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "am");
}

/// A base form is a noun ("an attack") or a verb ("to attack") by the word before it.
bool stands_as_noun(const WordSentence& s, std::size_t first, std::size_t last, TriggerForm form) {
    const auto before = first > 0 ? s.low(first - 1) : std::string_view();
    if (is_modal(before) || one_of(before, "to", "not", "n't", "they", "we", "i", "you", "who", "he", "she", "let"))
        return false;
    // "flood alerts", "the strike law": the word tells what another is about.
    if (one_of(s.low(last), "alert", "alerts", "warning", "warnings", "risk", "risks", "season", "drill", "drills",
               "insurance", "prevention", "preparedness", "expert", "experts", "law", "laws", "policy", "threat",
               "threats", "fears", "hotline"))
        return false;
    const auto word = s.low(last - 1);
    if (form == TriggerForm::plural || !word.ends_with("ing")) return true;
    if (is_determiner(before) && before != "'s") return true;
    if (is_be(before) && before != "'s") return false;
    // "Killing twelve people, …" is a verb with its object.
    if (quantity_at(s, last) || one_of(s.low(last), "a", "an", "the", "his", "her", "their", "its", "people",
                                       "civilians", "him", "them", "off", "down", "up", "out"))
        return false;
    return !s.capital(last) ||
           one_of(s.low(last), "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
}

/// Base forms are verbs behind a modal or "to"; third persons only in headlines, where the plural noun is as likely
/// and loses; past forms and "-ing" forms stand on their own.
bool stands_as_verb(const WordSentence& s, std::size_t first, TriggerForm form) {
    const auto before = first > 0 ? s.low(first - 1) : std::string_view();
    if (form == TriggerForm::verb_base) return is_modal(before) || one_of(before, "to", "not", "n't");
    if (form == TriggerForm::verb_third)
        return s.zone == ZoneKind::headline && s.capital(first) == (first == 0) && first > 0;
    if (form == TriggerForm::verb_ing) return is_be(before) || one_of(before, "after", "before", ",");
    // "people are murdered every day", "those murdered" tell of no one event.
    const bool general = one_of(before, "are", "is", "those") && s.zone != ZoneKind::headline;
    return !general && !one_of(before, "a", "an", "the", "his", "her", "their", "its", "-", "to", "'s");
}

/// Where the trigger's words end that begin at `first`, if they all stand there.
std::optional<std::size_t> words_end(const std::vector<std::string_view>& words, const WordSentence& s,
                                     std::size_t first) {
    constexpr std::size_t most = 4;
    auto at = first;
    for (std::size_t k = 0; k < words.size(); ++k, ++at) {
        if (words[k] == gap) {
            // One to four words, up to the word of the trigger behind the gap.
            const auto begin = at;
            while (at < s.size() && at - begin <= most && s.low(at) != words[k + 1]) {
                if (one_of(s.low(at), ",", ".", ";", ":", "“", "”", "\"", "and", "said")) return std::nullopt;
                ++at;
            }
            if (at == begin || at - begin > most) return std::nullopt;
            --at;
        } else if (s.low(at) != words[k]) {
            return std::nullopt;
        }
    }
    return at;
}

/// A sentence whose capitals say nothing.
bool all_in_capitals(const WordSentence& s) {
    constexpr std::size_t enough = 4;
    const auto capitals = static_cast<std::size_t>(
        std::count_if(s.words.begin(), s.words.end(), [](const Word& word) { return word.capital; }));
    return capitals >= enough && 5 * capitals >= 4 * s.size();
}

/// Several words that need nothing around them.
bool is_plain(const TriggerWords& words, const TriggerConditions& conditions) {
    return words.words.size() > 1 && conditions.before.empty() && conditions.after.empty() && conditions.with.empty() &&
           !conditions.again;
}

std::optional<TriggerMention> mention_of(const EventLexicon::Tables& tables, const TriggerWords& words,
                                         const WordSentence& s, std::size_t index, std::size_t first) {
    const auto behind = words_end(words.words, s, first);
    if (!behind) return std::nullopt;
    const auto last = *behind;
    const auto& trigger = tables.triggers[words.trigger];
    if (!conditions_met(trigger.conditions, s, first, last)) return std::nullopt;
    // A capital inside a sentence makes it a piece of a name ("Shooting Stars"), but for headlines and texts in
    // capitals.
    const bool may_be_name = s.zone != ZoneKind::headline && first > 0 && s.capital(first) && !all_in_capitals(s);
    if (may_be_name && !trigger.conditions.name_behind) return std::nullopt;
    // "post-attack", "anti-riot", "attack-proof"
    if (s.low(last) == "-" && s.words[last].glued) return std::nullopt;
    const bool verb = is_verb(words.form);
    if (verb ? !stands_as_verb(s, first, words.form) : !stands_as_noun(s, first, last, words.form)) return std::nullopt;
    const auto status = verb ? status_of_verb(s, first, last, words.form) : status_of_noun(s, first, last, words.form);
    if (!status) return std::nullopt;
    // "planted the bomb" tells of a bomb that was told of.
    const bool definite = verb ? words.words.size() < last - first && s.low(first + 1) == "the" : is_definite(s, first);
    if (trigger.conditions.again && !definite) return std::nullopt;
    TriggerMention mention{index, first, last, {trigger.type, trigger.mode, trigger.means_any}, words.form};
    mention.plain = is_plain(words, trigger.conditions);
    mention.listed = true;
    mention.again = trigger.conditions.again;
    mention.another = !verb && is_another(s, first);
    mention.definite = definite;
    mention.status = *status;
    return mention;
}

}  // namespace

bool is_definite(const WordSentence& s, std::size_t first) {
    for (std::size_t back = 1; back <= 5 && back <= first; ++back) {
        const auto word = s.low(first - back);
        if (one_of(word, "the", "this", "that", "these", "those", "its", "his", "her", "their", "'s")) return true;
        if (one_of(word, "a", "an", ",", ".", "of", "in", "another", "and", "by", "for", "after", "new", "second"))
            return false;
    }
    return false;
}

bool is_another(const WordSentence& s, std::size_t first) {
    constexpr std::size_t reach = 3;
    for (std::size_t back = 1; back <= reach && back <= first; ++back) {
        const auto word = s.low(first - back);
        if (one_of(word, "another", "earlier", "previous", "separate", "similar", "other", "past", "last", "unrelated",
                   "next", "following", "subsequent"))
            return true;
        if (one_of(word, "the", "a", "an", "of", "in", "after", "by", "for", "to", "and")) return false;
    }
    return false;
}

std::vector<TriggerMention> find_triggers(const EventLexicon::Tables& tables, const WordSentence& sentence,
                                          std::size_t index) {
    std::vector<TriggerMention> mentions;
    for (std::size_t i = 0; i < sentence.size();) {
        auto next = i + 1;
        const auto entries = tables.by_first_word.find(sentence.low(i));
        if (entries != tables.by_first_word.end()) {
            for (const auto& words : entries->second) {
                if (const auto mention = mention_of(tables, words, sentence, index, i)) {
                    mentions.push_back(*mention);
                    next = mention->last;
                    break;
                }
            }
        }
        i = next;
    }
    return mentions;
}

const Trigger* trigger_of_words(const EventLexicon::Tables& tables, const WordSentence& sentence, std::size_t first,
                                std::size_t last, std::string_view type) {
    const auto entries = tables.by_first_word.find(sentence.low(first));
    if (entries == tables.by_first_word.end()) return nullptr;
    const Trigger* found = nullptr;
    for (const auto& words : entries->second) {
        if (words_end(words.words, sentence, first) != last) continue;
        const auto& trigger = tables.triggers[words.trigger];
        if (trigger.type == type) return &trigger;
        if (found == nullptr) found = &trigger;
    }
    return found;
}

bool is_lookalike(const EventLexicon::Tables& tables, const WordSentence& sentence, std::size_t first,
                  std::size_t last) {
    const auto entries = tables.lookalikes.find(sentence.low(first));
    if (entries == tables.lookalikes.end()) return false;
    return std::any_of(entries->second.begin(), entries->second.end(), [&](const Lookalike& one) {
        return words_end(one.words, sentence, first) == last && conditions_met(one.conditions, sentence, first, last);
    });
}

bool is_ruled_out(const EventLexicon::Tables& tables, const WordSentence& sentence, std::size_t first,
                  std::size_t last) {
    const auto entries = tables.by_first_word.find(sentence.low(first));
    if (entries == tables.by_first_word.end()) return false;
    return std::any_of(entries->second.begin(), entries->second.end(), [&](const TriggerWords& words) {
        if (words_end(words.words, sentence, first) != last) return false;
        if (conditions_exclude(tables.triggers[words.trigger].conditions, sentence, first, last)) return true;
        if (is_verb(words.form))
            return words.form == TriggerForm::verb_past && !status_of_verb(sentence, first, last, words.form);
        return !status_of_noun(sentence, first, last, words.form);
    });
}

}  // namespace sayso
