#pragma once

#include <vector>

#include "read/event_joining.h"

namespace sayso {

/// Leaves out who or what takes part if neither the tree nor the network tells it well enough: what each must tell was
/// tuned on articles that we marked by hand (training/news/README.md).
void drop_doubtful_participants(std::vector<EventDraft>& drafts, const EventParties& parties);

}  // namespace sayso
