#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sayso/span.h"

namespace sayso {

/// A paragraph as it is laid out in plain text, from its first to its last visible character.
struct Paragraph {
    Span span;
    std::uint32_t lines = 1;
};

/// Cuts plain text into paragraphs. A blank line always parts them. A single line end does too, unless the text
/// is wrapped by hand: no line is longer than 120 characters, and nearly every line is so full that the next
/// line's first word had no room in it. In such a text a line end that did not have to be there, and a line that
/// alone is indented, begin a paragraph. Linear in the text's length.
[[nodiscard]] std::vector<Paragraph> find_paragraphs(std::string_view text);

}  // namespace sayso
