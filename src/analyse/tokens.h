#pragma once

#include <string_view>
#include <vector>

#include "analyse/abbreviations.h"
#include "sayso/analysis.h"

namespace sayso::analyse {

/// Appends the words of `part` of the text, by the conventions of the English Universal Dependencies
/// treebanks: clitics and hyphenated compounds are split, prefixes, numbers, times, web addresses and
/// abbreviations are kept whole. Every visible character is in exactly one token. Linear in the text.
void find_tokens(std::string_view text, Span part, const Abbreviations& abbreviations, std::vector<Token>& tokens);

}  // namespace sayso::analyse
