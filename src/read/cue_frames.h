#pragma once

#include <optional>
#include <vector>

#include "read/tree_cues.h"

namespace sayso {

/// Whether the cue is one where it stands: by the frames that the lexicon gives it ("said that", but not "said
/// little"), and by who its subject is ("the front threatened to", but not "the storm threatened to"). A cue that the
/// lexicon does not have (`known` is its line there, or null) needs a clause or a quotation.
[[nodiscard]] bool fits_frames(const TreeView& tree, WordSpan cue, const CueWord* known,
                               const std::vector<WordSpan>& contents, const std::optional<Phrase>& source);

/// "ignored the repeated warnings": whether what is ignored is a warning.
[[nodiscard]] bool ignores_warning(const TextWords& words, WordSpan content);

/// "claimed nine lives"
[[nodiscard]] bool takes_lives(const TreeView& tree, Index verb);

/// "in the sense that", "on condition that": the noun only leads to what is meant.
[[nodiscard]] bool explains(const TreeView& tree, Index noun);

/// "questioned the agent in May", "was questioned": asked about a deed, not doubted.
[[nodiscard]] bool questions_people(const TreeView& tree, Index verb);

/// "put up tents", "counts for little": an estimate has a number, and with "put" an "at" before it.
[[nodiscard]] bool measures_nothing(const TreeView& tree, Index verb, WordSpan content);

}  // namespace sayso
