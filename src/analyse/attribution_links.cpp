#include "analyse/attribution_links.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <utility>

#include "analyse/products.h"

namespace sayso::analyse {
namespace {

constexpr std::uint32_t buckets_ahead = 6;

class Linker {
public:
    Linker(Rows cue_rows, Rows span_rows, const LinkNumbers& numbers)
        : cue_rows_(cue_rows),
          span_rows_(span_rows),
          weight_(numbers.weight, numbers.weight.size() / 2),
          distance_(numbers.distance, weight_.width()),
          nothing_(weight_.width(), 0.0F),
          bias_(numbers.bias) {}

    /// Which of the spans belong to the cue; `kind` is 0 for sources and 1 for contents.
    [[nodiscard]] std::vector<WordRange> linked(WordRange cue, const std::vector<WordRange>& spans,
                                                std::size_t kind) const {
        std::vector<WordRange> found;
        for (const auto span : spans) {
            if (score(cue.first, span.first, kind) > 0) found.push_back(span);
        }
        return found;
    }

private:
    [[nodiscard]] float score(std::uint32_t cue, std::uint32_t span, std::size_t kind) const {
        const auto bucket = link_bucket(std::int64_t{span} - std::int64_t{cue});
        return bias_[kind] +
               rectified_dot(weight_[kind], cue_rows_[cue], span_rows_[span], distance_[bucket], nothing_);
    }

    Rows cue_rows_, span_rows_, weight_, distance_;
    std::vector<float> nothing_;
    std::span<const float> bias_;
};

}  // namespace

std::uint32_t link_bucket(std::int64_t distance) {
    const auto far = std::bit_width(static_cast<std::uint64_t>(std::abs(distance)));  // 0, 1, 2–3, 4–7, …
    const auto bucket = static_cast<std::uint32_t>(far < 2 ? 0 : far - 1);
    return std::min(bucket, buckets_ahead - 1) + (distance < 0 ? buckets_ahead : 0);
}

std::vector<LinkedCue> link_cues(const AttributionSpans& spans, Rows cue_rows, Rows span_rows,
                                 const LinkNumbers& numbers) {
    const Linker linker(cue_rows, span_rows, numbers);
    std::vector<LinkedCue> cues;
    for (const auto cue : spans.cues) {
        LinkedCue linked{cue, linker.linked(cue, spans.sources, 0), linker.linked(cue, spans.contents, 1)};
        if (!linked.sources.empty() || !linked.contents.empty()) cues.push_back(std::move(linked));
    }
    return cues;
}

}  // namespace sayso::analyse
