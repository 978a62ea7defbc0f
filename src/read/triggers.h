#pragma once

#include <vector>

#include "read/event_lexicon.h"
#include "sayso/reading.h"

namespace sayso {

/// A word that names an event, in words [first, last) of a sentence.
struct TriggerMention {
    std::size_t sentence = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    const Trigger* trigger = nullptr;
    TriggerForm form = TriggerForm::noun;
    bool another = false;   ///< "another attack", "an earlier blast"
    bool definite = false;  ///< "the attack", "the March 22 attack", "their arrest", "planted the bomb"
    EventStatus status = EventStatus::occurred;
};

[[nodiscard]] constexpr bool is_verb(TriggerForm form) {
    return form != TriggerForm::noun && form != TriggerForm::plural && form != TriggerForm::mass;
}

/// The triggers of one sentence whose type the words around them settle.
[[nodiscard]] std::vector<TriggerMention> find_triggers(const EventLexicon::Tables& tables,
                                                        const WordSentence& sentence, std::size_t index);

}  // namespace sayso
