#pragma once

#include <vector>

#include "read/statements.h"

namespace sayso {

/// Turns of a transcript: a line that begins with a speaker's name in capitals and a colon ("IVER: I never met him."),
/// up to the paragraph's end.
[[nodiscard]] std::vector<Attribution> transcript_turns(const TextWords& words);

/// "LIVE: fire at the mill": whether the word is what a page calls its own pieces.
[[nodiscard]] bool is_rubric(const TextWord& word);

}  // namespace sayso
