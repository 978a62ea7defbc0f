#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/event_parties.h"
#include "read/surroundings.h"
#include "read/triggers.h"
#include "read/words.h"

namespace sayso {

/// A word that names an event, with what its clause tells of it.
struct ToldMention {
    TriggerMention trigger;
    Span span;
    std::optional<std::size_t> time;   ///< index into the reading's times
    std::optional<std::string> place;  ///< entity id
    std::vector<Participant> participants;
    std::optional<std::string> told_by;
    bool bare = false;    ///< a noun with nothing that tells which
    bool feared = false;  ///< told of in a warning or a threat
};

/// Reads time, place and participants of each trigger of a sentence out of its clause.
[[nodiscard]] std::vector<ToldMention> read_mentions(const WordSentence& sentence,
                                                     const std::vector<TriggerMention>& triggers,
                                                     const Surroundings& around, EventParties& parties);

}  // namespace sayso
