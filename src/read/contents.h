#pragma once

#include "read/cues.h"

/// Where the words that a cue gives to somebody begin and end.
namespace sayso {

/// Where the clause that begins at `from` ends for whoever says it.
[[nodiscard]] Index clause_end(const UnitView& u, Index from, const Tag& tag);

/// A clause without "that" has its verb before a comma. "Claimed the lives" is no claim.
[[nodiscard]] bool clause_like(const UnitView& u, const Tag& tag, Index first, Index last);

/// Before the tag stands what may be its content: "…, Dacre said after the vote".
[[nodiscard]] bool follows_clause(const UnitView& u, const Tag& tag);

/// Behind a colon or an end in the unit: "He shrugged: “…”"
[[nodiscard]] bool starts_sentence(const UnitView& u, Index open);

/// Where the clause that ends before a tag begins, without "But" and "And".
[[nodiscard]] Index segment_first(const UnitView& u, Index from, Index to);

/// A clause before ", Dacre said" must be one, not the opening of the next ("On Monday, Dacre said he …").
[[nodiscard]] bool plausible_clause(const UnitView& u, Index from, Index to);

[[nodiscard]] bool goes_on(const UnitView& u, Index i);

}  // namespace sayso
