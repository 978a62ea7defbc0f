#pragma once

#include <span>
#include <vector>

#include "analyse/rows.h"
#include "sayso/analysis.h"

namespace sayso::analyse {

/// Texts without any structure do not become one sentence, whose tree would take time and memory with its square.
inline constexpr std::uint32_t longest_sentence = 256;

/// Parts a block's words into sentences and appends them: one begins at the block's first word, at each word whose
/// start score is above 0, and where one has `longest_sentence` words. None begins at a joined word. `block` counts
/// tokens, `scores` are those of its words.
void find_sentences(const std::vector<Token>& tokens, WordRange block, std::span<const float> scores,
                    std::vector<Sentence>& sentences);

}  // namespace sayso::analyse
