#pragma once

#include <vector>

#include "read/event_joining.h"
#include "read/tolls.h"

namespace sayso {

/// Gives each figure to the event that it belongs to. What belongs to none is left out.
void give_tolls(std::vector<EventDraft>& drafts, const std::vector<TollFigure>& figures, const Surroundings& around,
                const std::vector<WordSentence>& sentences);

}  // namespace sayso
