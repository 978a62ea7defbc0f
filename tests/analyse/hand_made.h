#pragma once

#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "sayso/analysis.h"

namespace sayso::tests {

/// An analysis with the text and tokens of a line: "+" begins a word that is joined to the one before it, "~" one
/// that is only glued to it. "The mayor does +n't know ~."
inline Analysis analysis_of_words(const std::string& line) {
    Analysis analysis;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
        const bool joined = word.size() > 1 && word[0] == '+', glued = joined || (word.size() > 1 && word[0] == '~');
        if (glued) word.erase(0, 1);
        if (!analysis.text.empty() && !glued) analysis.text += ' ';
        const auto begin = static_cast<std::uint32_t>(analysis.text.size());
        analysis.text += word;
        Token token;
        token.span = {begin, static_cast<std::uint32_t>(analysis.text.size())};
        token.joined = joined;
        analysis.tokens.push_back(std::move(token));
    }
    return analysis;
}

/// The words that a span points at, by the numbers of their tokens.
inline Span span_of(const Analysis& analysis, std::uint32_t first, std::uint32_t last) {
    return {analysis.tokens[first].span.begin, analysis.tokens[last - 1].span.end};
}

inline std::vector<float> random_numbers(std::mt19937& random, std::size_t count, float scale = 1) {
    std::normal_distribution<float> normal(0, scale);
    std::vector<float> numbers(count);
    for (auto& number : numbers) number = normal(random);
    return numbers;
}

}  // namespace sayso::tests
