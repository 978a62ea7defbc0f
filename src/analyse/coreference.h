#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "analyse/mentions.h"
#include "analyse/rows.h"
#include "sayso/analysis.h"

namespace sayso::analyse {

inline constexpr std::size_t most_antecedents = 100;

/// What pairs of mentions are compared by. Numbers stand for words: equal ones for equal words.
struct CoreferenceTraits {
    std::uint32_t words = 0;      ///< in lower case, without a leading "the" or the like and a trailing "'s"
    std::uint32_t head_word = 0;  ///< in lower case
    enum class Form : std::uint8_t { pronoun, name, nominal } form = Form::nominal;
};

/// The traits of each mention; the tokens' parts of speech are known.
[[nodiscard]] std::vector<CoreferenceTraits> coreference_traits(const Analysis& analysis,
                                                                const std::vector<HeadedMention>& mentions);

/// The rows of `coref.features` for two mentions by their places in the order, `earlier` < `later`.
using PairFeatures = std::array<std::uint32_t, 5>;
[[nodiscard]] PairFeatures pair_features(const std::vector<HeadedMention>& mentions,
                                         const std::vector<CoreferenceTraits>& traits, std::size_t later,
                                         std::size_t earlier);

/// The model's numbers for pairs of mentions.
struct CoreferenceNumbers {
    std::span<const float> features, weight, bias;
};

/// For each mention the number of what it is about, counted from 0 in the order in which entities are first
/// mentioned. `mentions` are in their order, a row of `those` and `these` belongs to each: its head's `coref_that`
/// and `coref_this`.
[[nodiscard]] std::vector<std::uint32_t> find_entities(const std::vector<HeadedMention>& mentions,
                                                       const std::vector<CoreferenceTraits>& traits, Rows these,
                                                       Rows those, const CoreferenceNumbers& numbers);

}  // namespace sayso::analyse
