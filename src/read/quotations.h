#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sayso/article.h"
#include "sayso/span.h"

namespace sayso {

/// A stretch of text in quotation marks. Words quoted over several paragraphs are several of these,
/// each within its own zone and pointing at the one that it goes on from.
struct QuotedText {
    Span span;                               ///< with its marks
    Span inside;                             ///< without them
    std::uint32_t zone = 0;                  ///< index into `Document::zones`
    std::uint32_t depth = 0;                 ///< 0: not inside another
    bool closed = true;                      ///< false: runs to the end of its paragraph and on in the next
    std::optional<std::uint32_t> continues;  ///< index of the one before, left open at its paragraph's end
    bool operator==(const QuotedText&) const = default;
};

/// All quotations of the article outside teasers, in the order in which they begin, an outer one before those in it.
///
/// Pairs “…”, ‘…’, "…", '…', ''…'', «…», ‹…› and „…“, nested in each other. A mark never pairs across a
/// paragraph's end, except that a quotation left open at the end of a paragraph goes on in the next if
/// that begins with the same mark. Any other mark without a partner is passed over, as are apostrophes
/// and the marks of feet and inches.
[[nodiscard]] std::vector<QuotedText> find_quotations(const Document& document);

}  // namespace sayso
