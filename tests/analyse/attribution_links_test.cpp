#include "analyse/attribution_links.h"

#include <doctest/doctest.h>

using namespace sayso::analyse;

TEST_CASE("attributions: distances from the cue to the span") {
    const std::pair<std::int64_t, std::uint32_t> buckets[] = {
        {0, 0},  {1, 0},   {2, 1},  {3, 1},  {4, 2},  {7, 2},  {8, 3},   {15, 3},   {16, 4},  {31, 4},
        {32, 5}, {900, 5}, {-1, 6}, {-2, 7}, {-3, 7}, {-4, 8}, {-15, 9}, {-31, 10}, {-32, 11}};
    for (const auto& [distance, bucket] : buckets) CHECK(link_bucket(distance) == bucket);
}

TEST_CASE("attributions: spans go to the cues that they score above 0 with, a content to the best of them") {
    // Two numbers a row: the first is what sources ask, the second what contents ask.
    const std::vector<float> weight{1, 0, 0, 1, 0, 0, 0, 0}, bias{-1, -1, -1, -1};
    std::vector<float> distance(24, 0);
    std::vector<float> cues(2 * 10, 0), spans(2 * 10, 0);
    using Words = std::vector<WordRange>;
    const Words source{{0, 2}}, content{{3, 6}};
    const AttributionSpans found{{{2, 3}, {8, 9}}, {Words{{0, 2}, {7, 8}}, content, Words{}, Words{}}};
    const auto linked = [&] { return link_cues(found, {cues, 2}, {spans, 2}, {weight, bias, distance}); };
    const auto cue = [](WordRange words, const Words& sources, const Words& contents) {
        return LinkedCue{words, {sources, contents, Words{}, Words{}}};
    };
    using Cues = std::vector<LinkedCue>;
    CHECK(linked().empty());

    spans[0] = 1.5F;  // the source at 0
    CHECK(linked() == Cues{cue({2, 3}, source, {}), cue({8, 9}, source, {})});
    cues[2 * 8] = -1;  // not with the cue at 8
    CHECK(linked() == Cues{cue({2, 3}, source, {})});
    spans[2 * 3] = 9;  // what contents do not ask
    CHECK(linked() == Cues{cue({2, 3}, source, {})});
    distance[2 * 8 + 1] = 2;  // four to seven words before: the content at 3 with the cue at 8
    CHECK(linked() == Cues{cue({2, 3}, source, {}), cue({8, 9}, {}, content)});
    spans[2 * 3 + 1] = 2;  // with both, but better with the cue at 8
    CHECK(linked() == Cues{cue({2, 3}, source, {}), cue({8, 9}, {}, content)});
    cues[2 * 2 + 1] = 9;
    CHECK(linked() == Cues{cue({2, 3}, source, content)});
}
