#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "read/event_lexicon.h"
#include "sayso/reading.h"

namespace sayso {

/// What kind of event words name: "the attack" and "a blast" leave the mode, or the cause, to other words.
struct EventKind {
    std::string_view type;
    std::optional<std::string_view> mode;
    bool open = false;  ///< may stand for an event of another mode
};

/// A word that names an event, in words [first, last) of a sentence.
struct TriggerMention {
    std::size_t sentence = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    EventKind kind;
    TriggerForm form = TriggerForm::noun;
    bool plain = false;     ///< a phrase of the lexicon that nothing around it has to make clear
    bool listed = false;    ///< in the lexicon's table of triggers, whose conditions are met
    bool again = false;     ///< names only an event that was told before: "the fire"
    bool another = false;   ///< "another attack", "an earlier blast"
    bool definite = false;  ///< "the attack", "the March 22 attack", "their arrest", "planted the bomb"
    EventStatus status = EventStatus::occurred;
    const EventWords* learned = nullptr;  ///< what the network has of these words
};

[[nodiscard]] constexpr bool is_verb(TriggerForm form) {
    return form != TriggerForm::noun && form != TriggerForm::plural && form != TriggerForm::mass;
}

/// The triggers of one sentence that the lexicon has and whose type the words around them settle.
[[nodiscard]] std::vector<TriggerMention> find_triggers(const EventLexicon::Tables& tables,
                                                        const WordSentence& sentence, std::size_t index);

/// What the lexicon has for exactly these words, whatever stands around them; of several, one of this type goes first.
[[nodiscard]] const Trigger* trigger_of_words(const EventLexicon::Tables& tables, const WordSentence& sentence,
                                              std::size_t first, std::size_t last, std::string_view type);

/// Whether the lexicon has these words, and what stands around them says that they name no event: "a heart attack",
/// "no attack", "1,540 murders".
[[nodiscard]] bool is_ruled_out(const EventLexicon::Tables& tables, const WordSentence& sentence, std::size_t first,
                                std::size_t last);

/// Whether the lexicon has the words among those that only look like an event's here.
[[nodiscard]] bool is_lookalike(const EventLexicon::Tables& tables, const WordSentence& sentence, std::size_t first,
                                std::size_t last);

/// "the attack", "the March 22 attack", "their arrest", of a noun.
[[nodiscard]] bool is_definite(const WordSentence& sentence, std::size_t first);

/// "another attack", "an earlier blast", "a second, separate shooting"
[[nodiscard]] bool is_another(const WordSentence& sentence, std::size_t first);

}  // namespace sayso
