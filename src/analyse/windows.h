#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analyse/rows.h"

namespace sayso::analyse {

/// The words that the encoder sees together, counted from the text's first.
using Window = WordRange;

constexpr std::size_t most_window_pieces = 192;  ///< with [CLS] and [SEP]

/// Packs a text's words into windows (docs/model.md). `piece_begins` tells where each word's pieces begin, and
/// at its end how many there are; `blocks` and `sentences` are the words that begin one, rising.
[[nodiscard]] std::vector<Window> pack_windows(std::span<const std::uint32_t> piece_begins,
                                               std::span<const std::uint32_t> blocks,
                                               std::span<const std::uint32_t> sentences);

}  // namespace sayso::analyse
