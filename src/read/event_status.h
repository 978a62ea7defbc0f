#pragma once

#include <optional>

#include "read/event_lexicon.h"
#include "sayso/reading.h"

namespace sayso {

/// Whether what the verb in words [first, last) tells has happened, by the words around it; nothing if it tells of no
/// event: "we do not bomb people".
[[nodiscard]] std::optional<EventStatus> status_of_verb(const WordSentence& s, std::size_t first, std::size_t last,
                                                        TriggerForm form);

/// The same of a noun; nothing if it speaks of a kind of event and not of one.
[[nodiscard]] std::optional<EventStatus> status_of_noun(const WordSentence& s, std::size_t first, std::size_t last,
                                                        TriggerForm form);

/// "asked him not to carry out the executions": no event is told by the noun whose first word this is.
[[nodiscard]] bool is_asked_off(const WordSentence& s, std::size_t first);

}  // namespace sayso
