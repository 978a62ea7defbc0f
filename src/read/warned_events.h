#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/tree_view.h"
#include "sayso/reading.h"

namespace sayso {

/// A place in a warning, and how exactly it was named; an unknown name has no precision, a place without a name no
/// entity.
struct WarnedPlace {
    const Entity* entity = nullptr;
    std::optional<PlacePrecision> precision;
    Index word = none;
};

/// The event that a warning was of: what happened afterwards, where the text ties the warning to it ("days before the
/// attack", "came after", "had warned", "two days later"); else the event that the warning itself tells of, if it is
/// one. What is of another kind, in another place, or called another one is not what happened.
[[nodiscard]] std::optional<std::string> event_warned_of(const TreeView& tree, const Reading& reading,
                                                         const Statement& statement,
                                                         const std::vector<WarnedPlace>& places);

}  // namespace sayso
