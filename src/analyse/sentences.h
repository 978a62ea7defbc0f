#pragma once

#include <string_view>
#include <vector>

#include "analyse/abbreviations.h"
#include "sayso/analysis.h"
#include "sayso/article.h"

namespace sayso::analyse {

/// The stretches that no sentence crosses, in order, without white space at their ends; together they
/// hold all visible characters. Zones are such; text outside of them is parted by its lines: at an
/// empty line, and at a single line end that is no mere wrapping.
[[nodiscard]] std::vector<Span> find_blocks(const Document& document);

/// Parts a block's words, `tokens[first, …)`, into sentences and appends them.
void find_sentences(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
                    const Abbreviations& abbreviations, std::vector<Sentence>& sentences);

}  // namespace sayso::analyse
