#pragma once

#include <vector>

#include "sayso/analysis.h"
#include "sayso/article.h"
#include "sayso/reading.h"

namespace sayso {

/// The dates and times of day in the text, in its order, none overlapping another. Expressions relative to the day of
/// publication ("on Monday", "last year") are worked out where it is known; otherwise, and where the
/// text alone cannot tell ("two days later"), the words are kept and `begin` and `end` are absent. Lengths
/// of time ("for two years"), ages, scores and sums are no times. The rules are in
/// docs/taxonomy.md.
[[nodiscard]] std::vector<Time> find_times(const Article& article, const Analysis& analysis);

}  // namespace sayso
