#pragma once

#include <span>
#include <vector>

/// From scores to probabilities. What is told of them is rounded, so that it does not depend on a processor's last
/// bits.
namespace sayso::analyse {

/// Of each of several scores of which one is right.
[[nodiscard]] std::vector<float> probabilities(std::span<const float> scores);

/// Of a score that is right or wrong by itself.
[[nodiscard]] float probability(float score);

[[nodiscard]] float in_hundredths(float share);

}  // namespace sayso::analyse
