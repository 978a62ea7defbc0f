#include "analyse/sentence_starts.h"

namespace sayso::analyse {

void find_sentences(const std::vector<Token>& tokens, WordRange block, std::span<const float> scores,
                    std::vector<Sentence>& sentences) {
    auto first = block.first;
    const auto close = [&](std::uint32_t last) {
        sentences.push_back({{tokens[first].span.begin, tokens[last - 1].span.end}, first, last});
        first = last;
    };
    for (auto at = block.first + 1; at < block.last; ++at) {
        const bool starts = scores[at - block.first] > 0 || at - first >= longest_sentence;
        if (starts && !tokens[at].joined) close(at);
    }
    if (first < block.last) close(block.last);
}

}  // namespace sayso::analyse
