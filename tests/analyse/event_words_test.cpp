#include "analyse/event_words.h"

#include <doctest/doctest.h>

#include "analyse/probabilities.h"
#include "sayso/error.h"

using namespace sayso;
using namespace sayso::analyse;

TEST_CASE("events: the likeliest mode is one of the type's") {
    const EventModes modes({"assault", "protest"}, {"assault", "assault.arson", "assault.bombing", "protest"});
    CHECK(modes.size() == 4);
    const std::vector<float> scores{0, 1, 2, 9};
    CHECK(modes.likeliest(0, scores) == EventWords::Likely{"bombing", 0.67F});
    CHECK(modes.likeliest(1, scores) == EventWords::Likely{"", 1});
}

TEST_CASE("events: labels of modes that do not fit the types are refused") {
    const auto modes = [](const std::vector<std::string>& labels) {
        return EventModes({"assault", "protest"}, labels);
    };
    CHECK_THROWS_WITH_AS(modes({"assault", "protest", "crime.theft"}), doctest::Contains("no type of event"), BadInput);
    CHECK_THROWS_WITH_AS(modes({"assault"}), doctest::Contains("\"protest\" has no modes"), BadInput);
}

TEST_CASE("events: words that can take part are scored by role, event and distance") {
    // Two numbers a row: the first is what actors ask, the second what places ask.
    const std::vector<float> weight{1, 0, 0, 1}, bias{-2, -2};
    std::vector<float> distance(24, 0), events(2 * 6, 0), words(2 * 6, 0);
    std::vector<bool> candidates(6, true);
    const auto found = [&] {
        return find_roles({2, 4}, {{events, 2}, {words, 2}, candidates}, {weight, bias, distance});
    };
    using Scores = std::vector<RoleScore>;
    CHECK(found().empty());
    words[0] = 3;  // an actor before the trigger
    CHECK(found() == Scores{{0, 0, 1}});
    words[2 * 3] = 9;  // a word of the trigger
    CHECK(found() == Scores{{0, 0, 1}});
    words[2 * 5] = 3, words[2 * 5 + 1] = 1;  // an actor, and perhaps a place
    CHECK(found() == Scores{{0, 0, 1}, {5, 0, 1}, {5, 1, -1}});
    candidates[5] = false;
    CHECK(found() == Scores{{0, 0, 1}});
    events[2 * 2] = -1;  // the trigger's first word tells who takes part
    CHECK(found() == Scores{{0, 0, 0}});
    distance[2 * 7] = 4;  // two or three words before
    CHECK(found() == Scores{{0, 0, 4}});
}

TEST_CASE("events: what words can take part") {
    for (const auto* upos : {"NOUN", "PROPN", "PRON", "NUM", "VERB"}) CHECK(takes_part(upos));
    for (const auto* upos : {"DET", "ADP", "PUNCT", "AUX", "CCONJ", "SCONJ", "PART", ""}) CHECK_FALSE(takes_part(upos));
}

TEST_CASE("events: probabilities sum up to one, also of far scores") {
    CHECK(probabilities({}).empty());
    const std::vector<float> scores{1000, 0, 1000};
    CHECK(probabilities(scores) == std::vector<float>{0.5F, 0, 0.5F});
    CHECK(in_hundredths(probability(0)) == 0.5F);
    CHECK(in_hundredths(probability(-1000)) == 0);
}
