#pragma once

#include <vector>

#include "read/event_joining.h"
#include "read/event_parties.h"

namespace sayso {

/// Texts of which somebody turned all letters small, as MUC-4's.
[[nodiscard]] bool is_without_capitals(const Analysis& analysis);

/// In a text without capitals, whose trees and names are less sure, those who took part in an attack stay only if the
/// network has them for fillers, too.
void confirm_participants(std::vector<EventDraft>& drafts, const Analysis& analysis, const EventParties& parties);

/// Gives attacks those who took part by the network's fillers, which it finds in texts about attacks whichever attack
/// they belong to: each goes to the attack told nearest, unless that has it.
void give_fillers(std::vector<EventDraft>& drafts, const Analysis& analysis, const std::vector<WordSentence>& sentences,
                  EventParties& parties);

}  // namespace sayso
