#include "analyse/attribution_links.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

#include "analyse/products.h"

namespace sayso::analyse {
namespace {

constexpr std::uint32_t buckets_ahead = 6;

class Linker {
public:
    Linker(Rows cue_rows, Rows span_rows, const LinkNumbers& numbers)
        : cue_rows_(cue_rows),
          span_rows_(span_rows),
          weight_(numbers.weight, numbers.weight.size() / link_kinds),
          distance_(numbers.distance, weight_.width()),
          nothing_(weight_.width(), 0.0F),
          bias_(numbers.bias) {}

    /// Whether a span of the kind belongs to the cue: above 0 it does.
    [[nodiscard]] float score(std::uint32_t cue, std::uint32_t span, std::size_t kind) const {
        const auto bucket = link_bucket(std::int64_t{span} - std::int64_t{cue});
        return bias_[kind] +
               rectified_dot(weight_[kind], cue_rows_[cue], span_rows_[span], distance_[bucket], nothing_);
    }

private:
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
    for (const auto cue : spans.cues) cues.push_back({cue, {}});
    for (std::size_t kind = 0; kind < link_kinds; ++kind) {
        for (const auto span : spans.of_kind[kind]) {
            float best = 0;
            LinkedCue* owner = nullptr;
            for (auto& cue : cues) {
                const auto score = linker.score(cue.cue.first, span.first, kind);
                if (score <= 0) continue;
                if (kind != content_kind) cue.of_kind[kind].push_back(span);
                if (score > best) {
                    best = score;
                    owner = &cue;
                }
            }
            if (kind == content_kind && owner != nullptr) owner->of_kind[kind].push_back(span);
        }
    }
    std::erase_if(cues, [](const LinkedCue& cue) { return cue.of_kind[0].empty() && cue.of_kind[1].empty(); });
    return cues;
}

}  // namespace sayso::analyse
