#include "analyse/factuality.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace sayso::analyse {
namespace {

bool makes_predicate(std::string_view relation) {
    const auto kind = relation.substr(0, relation.find(':'));
    return kind == "nsubj" || kind == "csubj" || kind == "cop";
}

}  // namespace

std::vector<bool> find_predicates(const std::vector<Token>& tokens, const Sentence& sentence) {
    std::vector<bool> predicates(sentence.last - sentence.first);
    for (auto at = sentence.first; at < sentence.last; ++at) {
        const auto& token = tokens[at];
        if (token.upos == "VERB") predicates[at - sentence.first] = true;
        if (!token.deprel || token.head < 0 || !makes_predicate(*token.deprel)) continue;
        predicates[static_cast<std::uint32_t>(token.head) - sentence.first] = true;
    }
    return predicates;
}

float told_factuality(float score) {
    return std::round(std::clamp(score, -3.0F, 3.0F) * 100.0F) / 100.0F + 0.0F;  // no -0
}

}  // namespace sayso::analyse
