#pragma once

#include <vector>

#include "read/statements.h"

namespace sayso {

/// One list of what the analysis found, what the rules found and what the trees show beside, in the order of the text.
/// Where both found the same cue, the source is the analysis's, and so is a content in one piece; all else is the
/// rules'. Quotations that nobody is given for go on with the quotation that the sentence before gives to somebody.
[[nodiscard]] std::vector<Attribution> merged(const TextWords& words, std::vector<Attribution> learned,
                                              std::vector<Attribution> by_rules, std::vector<Attribution> in_trees);

/// The order of the text, the longer first.
[[nodiscard]] bool stands_before(const Attribution& a, const Attribution& b);

/// "Moen said: “…,” Moen said.": one quotation with a tag before and one behind it is one statement.
void drop_told_twice(const TextWords& words, std::vector<Attribution>& all);

/// Of a piece that several cues claim only the nearest keeps it, and what somebody says is no quotation of nobody's.
void part_shared_contents(const TextWords& words, std::vector<Attribution>& all);

}  // namespace sayso
