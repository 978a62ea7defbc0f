#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "analyse/rows.h"

namespace sayso::analyse {

/// The model's numbers for what belongs to a cue.
struct LinkNumbers {
    std::span<const float> weight, bias, distance;
};

/// The row of `link.distance` for a span that begins `distance` words behind its cue's begin.
[[nodiscard]] std::uint32_t link_bucket(std::int64_t distance);

/// What can belong to a cue: sources, contents, those who passed the words on, and those who were told.
inline constexpr std::size_t link_kinds = 4;
inline constexpr std::size_t content_kind = 1;

/// The words of cues, and of what can belong to them by its kind, within one window, counted alike.
struct AttributionSpans {
    std::vector<WordRange> cues;
    std::array<std::vector<WordRange>, link_kinds> of_kind;
};

/// A cue with what belongs to it.
struct LinkedCue {
    WordRange cue;
    std::array<std::vector<WordRange>, link_kinds> of_kind;
    bool operator==(const LinkedCue&) const = default;
};

/// Finds what belongs to each cue, in the order of the text; a content goes with one cue, sources with several. A cue
/// without source and content is left out. `cue_rows`
/// and `span_rows` are those of all words, in the spans' count.
[[nodiscard]] std::vector<LinkedCue> link_cues(const AttributionSpans& spans, Rows cue_rows, Rows span_rows,
                                               const LinkNumbers& numbers);

}  // namespace sayso::analyse
