#pragma once

#include <vector>

#include "read/event_joining.h"
#include "read/event_parties.h"

namespace sayso {

/// Gives attacks those who took part by the network's fillers, which it finds in texts about attacks whichever attack
/// they belong to: each goes to the attack told nearest, unless that has it.
void give_fillers(std::vector<EventDraft>& drafts, const std::vector<Filler>& fillers,
                  const std::vector<WordSentence>& sentences, EventParties& parties);

}  // namespace sayso
