#include "analyse/mentions.h"

#include <algorithm>
#include <tuple>

#include "analyse/products.h"
#include "analyse/sentence_starts.h"

namespace sayso::analyse {
namespace {

/// A mention, and by how much its type's score is above the one for no mention.
struct Candidate {
    HeadedMention mention;
    float sureness = 0;
};

std::size_t bounded_distance(std::size_t distance, std::span<const float> biases) {
    return std::min(distance, biases.size() - 1);
}

/// Sentences without an end (see `longest_sentence`) are not searched through.
std::uint32_t find_begin(std::uint32_t head, const MentionRows& rows, std::span<const float> biases) {
    auto best = head;
    float best_score = 0;
    for (auto at = head;; --at) {
        const float score = dot(rows.anchor[head], rows.begin[at]) + biases[bounded_distance(head - at, biases)];
        if (at == head || score > best_score) {
            best = at;
            best_score = score;
        }
        if (at == 0 || head - at >= longest_sentence) return best;
    }
}

std::uint32_t find_last(std::uint32_t head, const MentionRows& rows, std::span<const float> biases) {
    auto best = head;
    float best_score = 0;
    const auto end = std::min<std::size_t>(rows.end.count(), std::size_t{head} + longest_sentence + 1);
    for (auto at = head; at < end; ++at) {
        const float score = dot(rows.anchor[head], rows.end[at]) + biases[bounded_distance(at - head, biases)];
        if (at == head || score > best_score) {
            best = at;
            best_score = score;
        }
    }
    return best;
}

std::vector<Candidate> find_candidates(WordRange tokens, std::uint32_t sentence, const MentionRows& rows,
                                       std::span<const MentionType> types, const SpanDistances& distances) {
    std::vector<Candidate> candidates;
    for (std::uint32_t head = 0; head < tokens.size(); ++head) {
        const auto scores = rows.mention[head];
        const auto label = best_of(scores);
        if (label == 0) continue;
        const WordRange words{tokens.first + find_begin(head, rows, distances.begin),
                              tokens.first + find_last(head, rows, distances.end) + 1};
        candidates.push_back({{words, tokens.first + head, sentence, types[label - 1]}, scores[label] - scores[0]});
    }
    return candidates;
}

}  // namespace

bool comes_before(const HeadedMention& a, const HeadedMention& b) {
    return std::tuple(a.words.first, b.words.last, a.head) < std::tuple(b.words.first, a.words.last, b.head);
}

void find_mentions(WordRange tokens, std::uint32_t sentence, const MentionRows& rows,
                   std::span<const MentionType> types, const SpanDistances& distances,
                   std::vector<HeadedMention>& mentions) {
    auto candidates = find_candidates(tokens, sentence, rows, types, distances);
    std::sort(candidates.begin(), candidates.end(),
              [](const auto& a, const auto& b) { return comes_before(a.mention, b.mention); });
    const Candidate* last = nullptr;
    for (const auto& candidate : candidates) {
        const bool same = last && last->mention.words == candidate.mention.words;
        if (same && candidate.sureness <= last->sureness) continue;
        if (same) mentions.pop_back();
        mentions.push_back(candidate.mention);
        last = &candidate;
    }
}

}  // namespace sayso::analyse
