#pragma once

#include <vector>

#include "read/triggers.h"
#include "sayso/analysis.h"

namespace sayso {

/// The triggers of one sentence by the lexicon and the network together. `by_lexicon` is what the rules of
/// lexicon/event_triggers.tsv have; these and words of lexicon/event_words.tsv need the network's consent, others need
/// it to be sure. Of a text `without_capitals` the network is less sure, so less will do.
[[nodiscard]] std::vector<TriggerMention> settle_triggers(const EventLexicon::Tables& tables,
                                                          std::vector<TriggerMention> by_lexicon,
                                                          const WordSentence& sentence, std::size_t index,
                                                          const Analysis& analysis, bool without_capitals);

}  // namespace sayso
