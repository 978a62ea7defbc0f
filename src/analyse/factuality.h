#pragma once

#include <vector>

#include "sayso/analysis.h"

namespace sayso::analyse {

/// Which of a sentence's words are predicates: verbs, and other words with a subject or copula of their own. The
/// trees and the parts of speech are known; the answer is in the order of the words.
[[nodiscard]] std::vector<bool> find_predicates(const std::vector<Token>& tokens, const Sentence& sentence);

/// A factuality as it is told: from -3 to 3, in hundredths.
[[nodiscard]] float told_factuality(float score);

}  // namespace sayso::analyse
