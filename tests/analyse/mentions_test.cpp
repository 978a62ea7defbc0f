#include "analyse/mentions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>

#include "analyse/hand_made.h"

using namespace sayso;
using namespace sayso::analyse;

namespace {

constexpr std::array types{MentionType::person, MentionType::place};
const std::vector<float> no_distance(64, 0.0F);

/// Rows for one sentence whose spans are as wide as it is, so that each pair of words has a score of its own.
struct Sheet {
    explicit Sheet(std::size_t words)
        : size(words), mention(words * 3, 0), anchor(words * words, 0), begin(words * words, 0), end(begin) {
        for (std::size_t i = 0; i < words; ++i) {
            mention[i * 3] = 1;
            anchor[i * words + i] = 1;
        }
    }
    void head(std::size_t word, std::size_t label, float score = 2) { mention[word * 3 + label] = score; }
    void begins(std::size_t head, std::size_t word, float score) { begin[word * size + head] = score; }
    void ends(std::size_t head, std::size_t word, float score) { end[word * size + head] = score; }

    [[nodiscard]] std::vector<HeadedMention> found(std::uint32_t first = 0, std::uint32_t sentence = 0,
                                                   const SpanDistances& distances = {no_distance, no_distance}) const {
        std::vector<HeadedMention> mentions;
        const auto last = first + static_cast<std::uint32_t>(size);
        find_mentions({first, last}, sentence, {{mention, 3}, {anchor, size}, {begin, size}, {end, size}}, types,
                      distances, mentions);
        return mentions;
    }

    std::size_t size;
    std::vector<float> mention, anchor, begin, end;
};

using Mentions = std::vector<HeadedMention>;

}  // namespace

TEST_CASE("mentions: heads, types and ends") {
    Sheet sheet(6);
    sheet.head(1, 1);
    sheet.begins(1, 0, 3);
    sheet.ends(1, 4, 3);
    sheet.head(4, 2);
    sheet.begins(4, 3, 1);
    CHECK(sheet.found(10, 7) ==
          Mentions{{{10, 15}, 11, 7, MentionType::person}, {{13, 15}, 14, 7, MentionType::place}});
    CHECK(Sheet(3).found().empty());
}

TEST_CASE("mentions: ends are looked for on their side of the head only") {
    Sheet sheet(4);
    sheet.head(1, 1);
    sheet.begins(1, 2, 9);
    sheet.ends(1, 0, 9);
    CHECK(sheet.found() == Mentions{{{1, 2}, 1, 0, MentionType::person}});
}

TEST_CASE("mentions: of equal ends the nearest is taken; distances count") {
    Sheet sheet(4);
    sheet.head(2, 1);
    CHECK(sheet.found() == Mentions{{{2, 3}, 2, 0, MentionType::person}});
    auto begins = no_distance, ends = no_distance;
    begins[2] = 1;
    ends[1] = 1;
    CHECK(sheet.found(0, 0, {begins, ends}) == Mentions{{{0, 4}, 2, 0, MentionType::person}});
}

TEST_CASE("mentions: by begin, then the longer first; of the same words the surer head stays") {
    Sheet sheet(4);
    for (const std::size_t head : {0U, 1U, 2U, 3U}) sheet.head(head, 1);
    sheet.ends(0, 2, 1);
    sheet.begins(1, 0, 1);
    sheet.begins(2, 0, 1);
    sheet.head(2, 2, 3);
    CHECK(sheet.found() == Mentions{{{0, 3}, 2, 0, MentionType::place},
                                    {{0, 2}, 1, 0, MentionType::person},
                                    {{3, 4}, 3, 0, MentionType::person}});
}

TEST_CASE("mentions: whatever the scores, spans hold their heads and lie in the sentence, in order, each once") {
    std::mt19937 random(31);
    for (int turn = 0; turn < 100; ++turn) {
        const std::size_t words = 1 + random() % 90;
        Sheet sheet(words);
        sheet.mention = tests::random_numbers(random, words * 3);
        for (auto* numbers : {&sheet.anchor, &sheet.begin, &sheet.end}) {
            *numbers = tests::random_numbers(random, words * words);
        }
        const auto distances = tests::random_numbers(random, 64);
        const auto mentions = sheet.found(5, 2, {distances, distances});
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            const auto& [span, head, sentence, type] = mentions[i];
            CHECK((5 <= span.first && span.first <= head && head < span.last && span.last <= 5 + words));
            CHECK(sentence == 2);
            if (i > 0) CHECK((comes_before(mentions[i - 1], mentions[i]) && mentions[i - 1].words != span));
        }
    }
}
