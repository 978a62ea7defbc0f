#include "analyse/coreference.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>

#include "analyse/hand_made.h"

using namespace sayso;
using namespace sayso::analyse;

namespace {

using Mentions = std::vector<HeadedMention>;
using Form = CoreferenceTraits::Form;

Mentions apart(std::size_t count) {
    Mentions mentions;
    for (std::uint32_t i = 0; i < count; ++i) mentions.push_back({{2 * i, 2 * i + 1}, 2 * i, i, MentionType::person});
    return mentions;
}

}  // namespace

TEST_CASE("coreference: what mentions are compared by") {
    auto analysis =
        tests::analysis_of_words("The Mayor of Ostby +'s port ; this mayor ; a Mayor +’s ; this ; THIS +'s ; the");
    const auto upos = [&](std::uint32_t at, const char* name) { analysis.tokens[at].upos = name; };
    upos(1, "NOUN"), upos(3, "PROPN"), upos(5, "NOUN"), upos(8, "NOUN"), upos(11, "NOUN"), upos(14, "PRON");
    upos(16, "DET");
    const Mentions mentions{{{0, 2}, 1, 0, {}},    {{3, 4}, 3, 0, {}},    {{3, 5}, 3, 0, {}},
                            {{3, 6}, 5, 0, {}},    {{7, 9}, 8, 0, {}},    {{10, 13}, 11, 0, {}},
                            {{14, 15}, 14, 0, {}}, {{16, 18}, 16, 0, {}}, {{19, 20}, 19, 0, {}}};
    const auto traits = coreference_traits(analysis, mentions);
    REQUIRE(traits.size() == mentions.size());
    CHECK(traits[0].words == traits[4].words);
    CHECK(traits[0].words == traits[5].words);
    CHECK(traits[1].words == traits[2].words);
    CHECK(traits[1].words != traits[3].words);
    CHECK(traits[0].head_word == traits[5].head_word);
    CHECK(traits[1].head_word != traits[3].head_word);
    CHECK(traits[6].words != traits[8].words);  // a word alone is kept
    CHECK(traits[6].head_word == traits[7].head_word);
    CHECK(traits[0].form == Form::nominal);
    CHECK(traits[1].form == Form::name);
    CHECK(traits[6].form == Form::pronoun);
    CHECK(traits[7].form == Form::pronoun);
    CHECK(traits[8].form == Form::nominal);
}

TEST_CASE("coreference: features of a pair") {
    const std::vector<CoreferenceTraits> traits{
        {0, 0, Form::name}, {1, 0, Form::pronoun}, {0, 2, Form::nominal}, {5, 5, {}}};
    const Mentions mentions{{{0, 6}, 1, 0, MentionType::person},
                            {{2, 4}, 3, 0, MentionType::place},
                            {{20, 21}, 20, 5, MentionType::person},
                            {{20, 21}, 20, 5, MentionType::person}};
    CHECK(pair_features(mentions, traits, 1, 0) == PairFeatures{0, 9, 16 + 9 + 0 + 1, 43, 46});
    CHECK(pair_features(mentions, traits, 2, 0) == PairFeatures{1, 9 + 4, 16 + 18 + 6 + 1, 44, 45});
    CHECK(pair_features(mentions, traits, 2, 1) == PairFeatures{0, 9 + 4, 16 + 0 + 6 + 0, 43, 45});
    CHECK(pair_features(mentions, traits, 3, 2)[4] == 46);
    const Mentions nested{{{0, 2}, 1, 0, {}}, {{0, 6}, 4, 0, {}}};
    CHECK(pair_features(nested, traits, 1, 0)[4] == 47);
}

TEST_CASE("coreference: how far apart") {
    const auto mentions = apart(101);
    const std::vector<CoreferenceTraits> traits(mentions.size());
    const std::pair<std::size_t, std::uint32_t> mention_rows[] = {{1, 0},  {2, 1},  {3, 2},  {4, 3},  {5, 4},
                                                                  {7, 4},  {8, 5},  {15, 5}, {16, 6}, {31, 6},
                                                                  {32, 7}, {63, 7}, {64, 8}, {100, 8}};
    for (const auto& [distance, row] : mention_rows) CHECK(pair_features(mentions, traits, distance, 0)[0] == row);
    const std::pair<std::size_t, std::uint32_t> sentence_rows[] = {{1, 10}, {2, 11},  {3, 12},  {4, 13},  {7, 13},
                                                                   {8, 14}, {15, 14}, {16, 15}, {100, 15}};
    for (const auto& [distance, row] : sentence_rows) CHECK(pair_features(mentions, traits, distance, 0)[1] == row);
}

TEST_CASE("coreference: each goes with its best antecedent, if that is above 0") {
    // One number a row: this 0, that as given; the score is what is above 0 of their sum, less a half.
    const auto mentions = apart(5);
    std::vector<CoreferenceTraits> traits(5);
    for (std::uint32_t i = 0; i < 5; ++i) traits[i] = {i, i, Form::nominal};
    const std::vector<float> weight{1}, bias{-0.5F};
    std::vector<float> features(48, 0);
    const auto entities = [&](const std::vector<float>& these, const std::vector<float>& those) {
        return find_entities(mentions, traits, {these, 1}, {those, 1}, {features, weight, bias});
    };
    using Entities = std::vector<std::uint32_t>;
    CHECK(entities({0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}) == Entities{0, 1, 2, 3, 4});
    CHECK(entities({0, 0, 0, 0, 0}, {1, 0, 2, 0, 0}) == Entities{0, 0, 0, 0, 0});
    CHECK(entities({0, -9, -9, 0, 0}, {1, 0, 2, 0, 0}) == Entities{0, 1, 2, 2, 2});
    CHECK(entities({0, -9, 0, -9, 0}, {1, 0, 0, 0, 0}) == Entities{0, 1, 0, 2, 0});
    CHECK(entities({0, -9, 0, 0, 0}, {1, 1, 0, 0, 0}) == Entities{0, 1, 1, 1, 1});    // the nearest of equal ones
    CHECK(entities({0, 0, 0, 0, 0}, {0.5F, 0, 0, 0, 0}) == Entities{0, 1, 2, 3, 4});  // not above 0

    features[16 + 9 * 2 + 3 * 2 + 2] = 1;  // nominals of the same words
    traits[3].words = traits[1].words;
    CHECK(entities({0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}) == Entities{0, 1, 2, 1, 3});
}

TEST_CASE("coreference: antecedents are the hundred mentions before") {
    const auto mentions = apart(102);
    std::vector<CoreferenceTraits> traits(102);
    for (std::uint32_t i = 0; i < 102; ++i) traits[i] = {i, i, Form::nominal};
    const std::vector<float> weight{1}, bias{-0.5F}, features(48, 0);
    std::vector<float> these(102, -9), those(102, 0);
    those[0] = 1;
    for (const std::size_t mention : {100U, 101U}) {
        these[mention] = 0;
        const auto entities = find_entities(mentions, traits, {these, 1}, {those, 1}, {features, weight, bias});
        CHECK((entities[mention] == 0) == (mention == 100));
    }
}

TEST_CASE("coreference: scores are what the formula says") {
    constexpr std::size_t width = 13, count = 60;
    std::mt19937 random(41);
    const auto features = tests::random_numbers(random, 48 * width), weight = tests::random_numbers(random, width);
    const auto these = tests::random_numbers(random, count * width),
               those = tests::random_numbers(random, count * width);
    const std::vector<float> bias{-6};
    Mentions mentions;
    std::vector<CoreferenceTraits> traits;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto type = random() % 2 == 0 ? MentionType::person : MentionType::place;
        const auto first = i / 2 * 3, last = first + 1 + static_cast<std::uint32_t>(random() % 6);
        mentions.push_back({{first, last}, first, i / 4, type});
        const auto word = static_cast<std::uint32_t>(random() % 5), head = static_cast<std::uint32_t>(random() % 5);
        traits.push_back({word, head, static_cast<Form>(random() % 3)});
    }
    std::vector<std::uint32_t> expected;
    std::uint32_t entities = 0;
    for (std::size_t i = 0; i < count; ++i) {
        double best = 0;
        std::optional<std::size_t> antecedent;
        for (std::size_t j = 0; j < i; ++j) {
            double score = double{bias[0]};
            for (std::size_t k = 0; k < width; ++k) {
                double hidden = double{these[i * width + k]} + double{those[j * width + k]};
                for (const auto row : pair_features(mentions, traits, i, j))
                    hidden += double{features[row * width + k]};
                score += double{weight[k]} * std::max(hidden, 0.0);
            }
            if (score > best) {
                best = score;
                antecedent = j;
            }
        }
        expected.push_back(antecedent ? expected[*antecedent] : entities++);
    }
    CHECK(entities > 5);
    CHECK(entities < count);
    CHECK(find_entities(mentions, traits, {these, width}, {those, width}, {features, weight, bias}) == expected);
}
