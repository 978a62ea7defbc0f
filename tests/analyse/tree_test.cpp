#include "analyse/tree.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>

#include "analyse/arcs.h"
#include "analyse/hand_made.h"

using namespace sayso::analyse;
using sayso::tests::random_numbers;

namespace {

using Heads = std::vector<std::int32_t>;

/// One root, and every word reaches it.
bool is_tree(const Heads& heads) {
    std::size_t roots = 0;
    for (std::size_t word = 0; word < heads.size(); ++word) {
        if (heads[word] < 0) ++roots;
        auto at = static_cast<std::int32_t>(word);
        for (std::size_t steps = 0; at >= 0; ++steps) {
            if (steps > heads.size()) return false;
            at = heads[static_cast<std::size_t>(at)];
        }
    }
    return roots == 1 || heads.empty();
}

double score_of(const Heads& heads, Rows scores) {
    double sum = 0;
    for (std::size_t word = 0; word < heads.size(); ++word) {
        sum += double{scores[word][heads[word] < 0 ? heads.size() : static_cast<std::size_t>(heads[word])]};
    }
    return sum;
}

/// The best score of all trees, by looking at each choice of heads.
double best_score(Rows scores) {
    const auto words = static_cast<std::int32_t>(scores.count());
    Heads heads(scores.count(), -1);
    double best = -std::numeric_limits<double>::infinity();
    for (bool more = true; more;) {
        if (is_tree(heads)) best = std::max(best, score_of(heads, scores));
        more = false;
        for (auto& head : heads) {
            if (++head < words) {
                more = true;
                break;
            }
            head = -1;
        }
    }
    return best;
}

}  // namespace

TEST_CASE("tree: hand-made scores") {
    SUBCASE("the best head of each word, where that is a tree") {
        const std::vector<float> scores{0, 9, 1, 2,   //
                                        1, 0, 3, 8,   //
                                        2, 7, 0, 1};  //
        CHECK(best_tree({scores, 4}) == Heads{1, -1, 1});
    }
    SUBCASE("a cycle is broken where it costs least") {
        const std::vector<float> scores{0, 10, 5,  //
                                        9, 0,  6};
        CHECK(best_tree({scores, 3}) == Heads{1, -1});
    }
    SUBCASE("one root, though two words would rather hang on it") {
        const std::vector<float> scores{0, 1, 100,  //
                                        2, 0, 100};
        CHECK(best_tree({scores, 3}) == Heads{-1, 0});
    }
    SUBCASE("a cycle in a cycle") {
        const std::vector<float> scores{0,  20, 1,  1,  0,   //
                                        20, 0,  10, 1,  0,   //
                                        1,  12, 0,  15, 0,   //
                                        1,  1,  15, 0,  5};  //
        const auto heads = best_tree({scores, 5});
        CHECK(score_of(heads, {scores, 5}) == best_score({scores, 5}));
        CHECK(heads == Heads{1, 2, 3, -1});
    }
    SUBCASE("one word, and none") {
        const std::vector<float> scores{7, -3};
        CHECK(best_tree({scores, 2}) == Heads{-1});
        CHECK(best_tree({}).empty());
    }
}

TEST_CASE("tree: the best of all trees") {
    std::mt19937 random(11);
    for (int turn = 0; turn < 1200; ++turn) {
        const std::size_t words = 1 + random() % 5, width = words + 1 + random() % 3;
        auto numbers = random_numbers(random, words * width, turn % 3 == 0 ? 0.1F : 10.0F);
        if (turn % 2 == 0) {
            for (auto& number : numbers) number = std::round(number);  // ties
        }
        if (turn % 5 == 0) {
            for (std::size_t word = 0; word < words; ++word) numbers[word * width + words] += 50;
        }
        const Rows scores(numbers, width);
        const auto heads = best_tree(scores);
        CAPTURE(words);
        REQUIRE(is_tree(heads));
        CHECK(score_of(heads, scores) == doctest::Approx(best_score(scores)).epsilon(1e-6));
    }
}

TEST_CASE("tree: always a tree, whatever the scores") {
    std::mt19937 random(12);
    for (const std::size_t words : {10U, 40U, 200U}) {
        for (int turn = 0; turn < 8; ++turn) {
            auto numbers = random_numbers(random, words * (words + 1), 5);
            for (auto& number : numbers) {
                if (turn == 1) number = 0;
                if (turn == 2) number *= 1e30F;
                if (turn == 3 && random() % 3 == 0) number = std::numeric_limits<float>::quiet_NaN();
                if (turn == 4 && random() % 3 == 0) number = std::numeric_limits<float>::infinity();
            }
            if (turn == 5) {  // each word would hang on the next one, the last on the first
                for (std::size_t word = 0; word < words; ++word)
                    numbers[word * (words + 1) + (word + 1) % words] += 100;
            }
            CHECK(is_tree(best_tree({numbers, words + 1})));
        }
    }
}

TEST_CASE("arcs: scores and relations are what the formulas say") {
    constexpr std::size_t words = 6, width = 12, labels = 5;
    std::mt19937 random(13);
    const auto matrix = random_numbers(random, width * width, 1), bias = random_numbers(random, width, 1);
    const auto root = random_numbers(random, width, 1), weight = random_numbers(random, labels * width, 1);
    const auto label_bias = random_numbers(random, labels, 1);
    const auto dependents = random_numbers(random, words * width, 1), heads = random_numbers(random, words * width, 1);
    const auto positive = [](float number) { return std::max(number, 0.0F); };

    const auto scores = ArcScorer({matrix, bias, root}).scores({dependents, width}, {heads, width});
    CHECK(scores.rows().count() == words);
    for (std::size_t i = 0; i < words; ++i) {
        for (std::size_t j = 0; j <= words; ++j) {
            float expected = 0;
            for (std::size_t l = 0; l < width; ++l) {
                const float head = j == words ? root[l] : positive(heads[j * width + l]);
                for (std::size_t k = 0; k < width; ++k) {
                    expected += positive(dependents[i * width + k]) * matrix[k * width + l] * head;
                }
                expected += bias[l] * head;
            }
            CHECK(scores.rows()[i][j] == doctest::Approx(expected).epsilon(1e-3));
        }
    }

    const std::vector<std::string> names{"nsubj", "root", "obj", "det", "punct"};
    const Heads tree{1, -1, 1, 2, 2, 4};
    const auto relations =
        RelationLabeller({weight, label_bias}, names).relations(tree, {dependents, width}, {heads, width});
    for (std::size_t i = 0; i < words; ++i) {
        std::string expected = "root";
        float best = -1e9F;
        for (std::size_t label = 0; label < labels && tree[i] >= 0; ++label) {
            float score = label_bias[label];
            for (std::size_t k = 0; k < width; ++k) {
                const auto head = static_cast<std::size_t>(tree[i]);
                score += weight[label * width + k] * positive(dependents[i * width + k] + heads[head * width + k]);
            }
            if (names[label] != "root" && score > best) {
                best = score;
                expected = names[label];
            }
        }
        CHECK(relations[i] == expected);
    }
}
