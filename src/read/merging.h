#pragma once

#include <vector>

#include "read/statements.h"

namespace sayso {

/// One list of what the analysis found and what the rules found, in the order of the text. Where both found the same cue,
/// the source is the analysis's, and all else the rules', which know where a clause ends. Quotations that nobody is
/// given for go on with the quotation that the sentence before gives to somebody.
[[nodiscard]] std::vector<Attribution> merged(const TextWords& words, std::vector<Attribution> learned,
                                              std::vector<Attribution> by_rules);

}  // namespace sayso
