#include "analyse/label_paths.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>

#include "analyse/hand_made.h"
#include "sayso/error.h"

using namespace sayso;
using namespace sayso::analyse;

namespace {

const std::vector<std::string> two_classes{"O", "B-a", "I-a", "B-b", "I-b"};

bool is_allowed(const std::vector<std::uint32_t>& path) {
    for (std::size_t at = 0; at < path.size(); ++at) {
        const bool inside = path[at] == 2 || path[at] == 4;
        if (inside && (at == 0 || (path[at - 1] != path[at] && path[at - 1] != path[at] - 1))) return false;
    }
    return true;
}

double sum_of(const std::vector<std::uint32_t>& path, Rows scores) {
    double sum = 0;
    for (std::size_t at = 0; at < path.size(); ++at) sum += double{scores[at][path[at]]};
    return sum;
}

double best_sum(Rows scores) {
    std::vector<std::uint32_t> path(scores.count(), 0);
    double best = -std::numeric_limits<double>::infinity();
    for (bool more = true; more;) {
        if (is_allowed(path)) best = std::max(best, sum_of(path, scores));
        more = false;
        for (auto& label : path) {
            if (++label < two_classes.size()) {
                more = true;
                break;
            }
            label = 0;
        }
    }
    return best;
}

}  // namespace

TEST_CASE("label paths: the best of all that are allowed") {
    const SpanLabels labels(two_classes);
    std::mt19937 random(21);
    for (int turn = 0; turn < 300; ++turn) {
        const auto numbers = tests::random_numbers(random, (1 + random() % 5) * two_classes.size());
        const Rows scores(numbers, two_classes.size());
        const auto path = labels.best_path(scores);
        REQUIRE(path.size() == scores.count());
        CHECK(is_allowed(path));
        CHECK(sum_of(path, scores) == doctest::Approx(best_sum(scores)));
    }
}

TEST_CASE("label paths: spans") {
    const SpanLabels labels(two_classes);
    CHECK(labels.classes() == std::vector<std::string>{"a", "b"});
    const auto spans_of = [&](const std::vector<std::uint32_t>& best) {
        std::vector<float> numbers(best.size() * two_classes.size(), 0);
        for (std::size_t at = 0; at < best.size(); ++at) numbers[at * two_classes.size() + best[at]] = 1;
        return labels.find_spans({numbers, two_classes.size()});
    };
    using Spans = std::vector<SpanLabels::Labelled>;
    CHECK(spans_of({}) == Spans{});
    CHECK(spans_of({0, 0}) == Spans{});
    CHECK(spans_of({1, 2, 0, 3}) == Spans{{{0, 2}, 0}, {{3, 4}, 1}});
    CHECK(spans_of({1, 1, 2, 3, 4, 4}) == Spans{{{0, 1}, 0}, {{1, 3}, 0}, {{3, 6}, 1}});
}

TEST_CASE("label paths: an I without a begin is never taken, be it the best by far") {
    const SpanLabels labels(two_classes);
    const std::vector<float> numbers{0, -9, 9,  -90, -9,  //
                                     0, -9, 1,  -8,  9,   //
                                     0, -9, -9, -9,  9};  //
    const auto path = labels.best_path({numbers, 5});
    CHECK(is_allowed(path));
    CHECK(path == std::vector<std::uint32_t>{0, 3, 4});
}

TEST_CASE("label paths: the order of labels is free") {
    const SpanLabels labels({"I-a", "B-b", "O", "I-b", "B-a"});
    CHECK(labels.classes() == std::vector<std::string>{"a", "b"});
    const std::vector<float> numbers{0, 0, 1, 0, 5, 5, 0, 0, 0, 0, 0, 0, 5, 0, 0};
    CHECK(labels.best_path({numbers, 5}) == std::vector<std::uint32_t>{4, 0, 2});
}

TEST_CASE("label paths: labels that are none are refused") {
    CHECK_THROWS_AS(SpanLabels(std::vector<std::string>{}), BadInput);
    CHECK_THROWS_AS(SpanLabels({"O", "B"}), BadInput);
    CHECK_THROWS_AS(SpanLabels({"O", "B-"}), BadInput);
    CHECK_THROWS_AS(SpanLabels({"O", "person"}), BadInput);
    CHECK_THROWS_AS(SpanLabels({"O", "B-a", "I-b"}), BadInput);
    CHECK_THROWS_AS(SpanLabels(std::vector<std::string>{"I-b"}), BadInput);
}
