#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace sayso {

/// A stretch of a document's text, half open: `text.substr(begin, end - begin)`.
///
/// In C++ offsets count **bytes** of the UTF-8 text and always lie on code point borders. In JSON
/// (json.h) the same spans count **code points**, as Python's `text[begin:end]` does; the two are
/// converted there and nowhere else.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin >= end; }
    [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

    friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The words that a span points at.
[[nodiscard]] constexpr std::string_view words(std::string_view text, Span span) {
    return text.substr(span.begin, span.size());
}

}  // namespace sayso
