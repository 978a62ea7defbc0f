#pragma once

#include <optional>

#include "read/cues.h"

/// Whom a cue names: the source, whoever passed the words on, whom they were said to, whom they blame.
namespace sayso {

/// "the ministry, which denies": the relative is the source, and stands for what is before it.
[[nodiscard]] std::optional<Phrase> relative_source(const UnitView& u, Index i);

/// Behind times, places and occasions: "on Monday", "in a statement", "to reporters".
[[nodiscard]] Index circumstances(const UnitView& u, Index i, Tag& tag);

[[nodiscard]] bool is_medium(const UnitView& u, const Phrase& phrase);

/// "the press", "local media": no medium of its own.
[[nodiscard]] bool is_all_media(const TextWords& words, const Phrase& phrase);

/// Whether who is told something passes it on: a medium of its own, not "the press".
[[nodiscard]] bool passes_on(const UnitView& u, const Phrase& phrase);

/// "told the mayor that": whoever stands between cue and content.
void addressee(const UnitView& u, Tag& tag);

/// "as quoted by the agency", "quoted by the agency"; behind it, or `i`.
[[nodiscard]] Index quoted_by(const UnitView& u, Index i);

[[nodiscard]] std::optional<Phrase> quoted_by_at(const UnitView& u, Index i);

}  // namespace sayso
