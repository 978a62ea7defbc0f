#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sayso::analyse {

/// The words `[first, last)` that the encoder sees together.
struct Window {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    friend bool operator==(const Window&, const Window&) = default;
};

constexpr std::size_t most_window_pieces = 192;  ///< with [CLS] and [SEP]

/// Packs a text's words into windows (docs/model.md). `piece_begins` tells where each word's pieces begin, and
/// at its end how many there are; `blocks` and `sentences` are the words that begin one, rising.
[[nodiscard]] std::vector<Window> pack_windows(std::span<const std::uint32_t> piece_begins,
                                               std::span<const std::uint32_t> blocks,
                                               std::span<const std::uint32_t> sentences);

}  // namespace sayso::analyse
