#include "analyse/sentence_vectors.h"

#include <cmath>

namespace sayso::analyse {
namespace {

std::vector<float> mean_of(Rows words) {
    std::vector<float> mean(words.width(), 0.0F);
    for (std::size_t word = 0; word < words.count(); ++word) {
        for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += words[word][i];
    }
    for (auto& value : mean) value /= static_cast<float>(words.count());
    return mean;
}

}  // namespace

std::vector<float> sentence_vector(Rows words, const SentenceNumbers& numbers) {
    const auto mean = mean_of(words);
    const Rows weight(numbers.weight, words.width());
    std::vector<float> vector(numbers.bias.begin(), numbers.bias.end());
    float squares = 0;
    for (std::size_t out = 0; out < vector.size(); ++out) {
        for (std::size_t in = 0; in < mean.size(); ++in) vector[out] += weight[out][in] * mean[in];
        squares += vector[out] * vector[out];
    }
    const auto length = std::sqrt(squares);
    if (length > 0) {
        for (auto& value : vector) value /= length;
    }
    return vector;
}

}  // namespace sayso::analyse
