#pragma once

#include <span>
#include <vector>

#include "analyse/rows.h"
#include "sayso/analysis.h"

namespace sayso::analyse {

/// A mention before it is known whose it is. All numbers count the document's tokens and sentences.
struct HeadedMention {
    WordRange words;
    std::uint32_t head = 0;
    std::uint32_t sentence = 0;
    MentionType type = MentionType::abstract;
    bool operator==(const HeadedMention&) const = default;
};

/// Begin first, then the longer; of the same words, the one whose head comes first.
[[nodiscard]] bool comes_before(const HeadedMention& a, const HeadedMention& b);

/// The model's numbers for the distance of a span's ends from its head.
struct SpanDistances {
    std::span<const float> begin, end;
};

/// One sentence's rows of the heads for mentions.
struct MentionRows {
    Rows mention;  ///< a score for no mention, then one for each of the types
    Rows anchor, begin, end;
};

/// Appends the mentions of a sentence in their order, `tokens` being its words. `types` are those of the scores, the
/// first one left out. Of mentions with the same words, the one stays whose head is the surest to be one.
void find_mentions(WordRange tokens, std::uint32_t sentence, const MentionRows& rows,
                   std::span<const MentionType> types, const SpanDistances& distances,
                   std::vector<HeadedMention>& mentions);

}  // namespace sayso::analyse
