#pragma once

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

/// The words of cues, sources and contents within one window, counted alike.
struct AttributionSpans {
    std::vector<WordRange> cues, sources, contents;
};

/// A cue with what belongs to it; other cues may have the same sources and contents.
struct LinkedCue {
    WordRange cue;
    std::vector<WordRange> sources, contents;
    bool operator==(const LinkedCue&) const = default;
};

/// Finds what belongs to each cue, in the order of the text. A cue that nothing belongs to is left out. `cue_rows`
/// and `span_rows` are those of all words, in the spans' count.
[[nodiscard]] std::vector<LinkedCue> link_cues(const AttributionSpans& spans, Rows cue_rows, Rows span_rows,
                                               const LinkNumbers& numbers);

}  // namespace sayso::analyse
