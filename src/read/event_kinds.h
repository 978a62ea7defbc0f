#pragma once

#include "read/triggers.h"

/// Which kinds of events the words for one event may be taken for.
namespace sayso {

/// Of the same type and mode, or one an open word for the other: "the attack" for a bombing.
[[nodiscard]] bool same_kind(const EventKind& a, const EventKind& b);

/// Whether both can be words for one deed: "shot", "the murder".
[[nodiscard]] bool is_akin(const EventKind& a, const EventKind& b);

/// "the death of Orvik" behind her murder
[[nodiscard]] bool is_death_of(const EventKind& death, const EventKind& other);

/// Whether mentions of these kinds may tell of one event at all.
[[nodiscard]] bool can_be_one(const EventKind& a, const EventKind& b);

/// The more telling of two kinds of one event. An attack that was a blast was a bombing.
[[nodiscard]] EventKind joined_kind(const EventKind& a, const EventKind& b);

}  // namespace sayso
