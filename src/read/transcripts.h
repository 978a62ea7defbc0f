#pragma once

#include <vector>

#include "read/statements.h"

namespace sayso {

/// Turns of a transcript: a line that begins with a speaker's name in capitals and a colon ("IVER: I never met him."),
/// up to the paragraph's end.
[[nodiscard]] std::vector<Attribution> transcript_turns(const TextWords& words);

}  // namespace sayso
