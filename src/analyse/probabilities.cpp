#include "analyse/probabilities.h"

#include <algorithm>
#include <cmath>

namespace sayso::analyse {

std::vector<float> probabilities(std::span<const float> scores) {
    std::vector<float> shares;
    if (scores.empty()) return shares;
    shares.reserve(scores.size());
    const float most = *std::max_element(scores.begin(), scores.end());
    float sum = 0;
    for (const float score : scores) sum += shares.emplace_back(std::exp(score - most));
    for (auto& share : shares) share /= sum;
    return shares;
}

float probability(float score) {
    return 1.0F / (1.0F + std::exp(-score));
}

float in_hundredths(float share) {
    return std::round(share * 100.0F) / 100.0F;
}

}  // namespace sayso::analyse
