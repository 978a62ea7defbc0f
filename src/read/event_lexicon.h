#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "read/events.h"
#include "read/words.h"

namespace sayso {

enum class TriggerForm { noun, plural, mass, verb_base, verb_third, verb_past, verb_ing };

/// What must stand around a trigger for it to be one. Empty lists ask nothing.
struct TriggerConditions {
    std::vector<std::string_view> before, not_before;  ///< the word directly before
    std::vector<std::string_view> after, not_after;    ///< the word directly behind
    std::vector<std::string_view> with, without;       ///< words anywhere in the sentence
    bool name_behind = false;                          ///< a name follows: "Cyclone Marra"
    bool people_before = false;  ///< a noun for people stands directly before: "miners shot at …"
    bool people_behind = false;  ///< people are its object: "shot three miners"
    bool again = false;          ///< names only an event that was told before: "the fire"
};

/// One line of lexicon/event_triggers.tsv.
struct Trigger {
    std::string_view type;
    std::optional<std::string_view> mode;
    bool means_any = false;  ///< "attack": may be another word for an event of the same type and any mode
    TriggerConditions conditions;
};

/// A way a trigger is written: its words, and which form of it they are.
struct TriggerWords {
    std::vector<std::string_view> words;
    TriggerForm form = TriggerForm::noun;
    std::size_t trigger = 0;
};

/// How often a word of lexicon/event_words.tsv tells of an event.
enum class Often { mostly, often, sometimes };

/// A word that may tell of an event of these kinds, the commonest first.
struct EventWord {
    struct Kind {
        std::string_view type;
        std::optional<std::string_view> mode;
    };
    std::vector<std::string_view> words;  ///< the forms of a phrase
    Often often = Often::mostly;
    std::vector<Kind> kinds;
};

/// Words that look like an event's and name none where the conditions are met.
struct Lookalike {
    std::vector<std::string_view> words;
    TriggerConditions conditions;
};

/// Words without which the network alone does not make a status or a mode.
struct Signs {
    std::size_t reach = 0;
    std::unordered_set<std::string_view> words;
};

struct EventLexicon::Tables {
    std::vector<Trigger> triggers;
    std::unordered_map<std::string_view, std::vector<TriggerWords>> by_first_word;  ///< longest first
    /// lexicon/event_lookalikes.tsv, longest first; `Lookalike`s by their first word
    std::unordered_map<std::string_view, std::vector<Lookalike>> lookalikes;
    std::unordered_map<std::string_view, Signs> signs;             ///< lexicon/event_signs.tsv, by the status or mode
    std::unordered_map<std::string_view, EventWord> nouns, verbs;  ///< by their lemma
    std::unordered_map<std::string_view, std::vector<EventWord>> phrases;  ///< by their first word, longest first

    Tables();

private:
    void read_words();
    void read_lookalikes();
    void read_signs();
};

/// The word of a trigger's form that stands for one to four words: "set * on fire".
constexpr std::string_view gap = "*";

/// Whether a sign of the status or mode stands around [first, last), or it needs none.
[[nodiscard]] bool has_sign(const EventLexicon::Tables& tables, std::string_view value, const WordSentence& sentence,
                            std::size_t first, std::size_t last);

/// Whether words stand around [first, last) that must not.
[[nodiscard]] bool conditions_exclude(const TriggerConditions& conditions, const WordSentence& sentence,
                                      std::size_t first, std::size_t last);

/// Whether the words around [first, last) meet the conditions.
[[nodiscard]] bool conditions_met(const TriggerConditions& conditions, const WordSentence& sentence, std::size_t first,
                                  std::size_t last);

}  // namespace sayso
