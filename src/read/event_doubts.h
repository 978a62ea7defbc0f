#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "read/event_joining.h"

namespace sayso {

/// Leaves out who or what takes part if neither the tree nor the network tells it well enough: what each must tell was
/// tuned on articles that we marked by hand (training/news/README.md).
void drop_doubtful_participants(std::vector<EventDraft>& drafts, const EventParties& parties);

constexpr std::size_t event_sign_count = 27;
/// What speaks for and against an event having been read right, most of it how sure the network is of its words.
/// `said` is how often somebody said something, to a sentence.
[[nodiscard]] std::array<float, event_sign_count> event_signs(const EventDraft& draft, const EventParties& parties,
                                                              const Reading& so_far, float said);

/// Leaves out events that are likelier none: a logistic regression on `event_signs`, fitted on articles that we marked
/// and the network was not trained on.
void drop_doubtful_events(std::vector<EventDraft>& drafts, const EventParties& parties, const Reading& so_far);

/// Leaves out of articles of some length what is told by the way and is likelier wrong in something than right: another
/// such regression. Tolls must have been given.
void drop_events_by_the_way(std::vector<EventDraft>& drafts, const EventParties& parties, const Reading& so_far);

}  // namespace sayso
