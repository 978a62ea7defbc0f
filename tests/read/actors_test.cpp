#include <doctest/doctest.h>

#include "read/actor_lexicon.h"
#include "read/support.h"
#include "support/cases.h"

using namespace sayso;
using namespace sayso::tests;

/// name | country and sector, "-" for what is not told; entities of which neither is told have no line.
TEST_CASE("actors") {
    check_cases("actors", [](const std::string& input) {
        const auto read = read_text(input);
        std::vector<std::string> lines;
        for (const auto& entity : read.reading.entities) {
            if (!entity.actor) continue;
            lines.push_back(entity.name + " | " + entity.actor->country.value_or("-") + " " +
                            entity.actor->sector.value_or("-"));
        }
        return lines;
    });
}

TEST_CASE("names of bodies") {
    const auto lexicon = ActorLexicon::built_in();
    const auto sector = [&](std::string_view name) {
        const auto* body = lexicon.body(name);
        return body == nullptr ? std::string_view("none") : body->sector;
    };
    CHECK(sector("al-Qaeda") == "IMG");
    CHECK(sector("Al Qaeda") == "IMG");
    CHECK(sector("AL-QAEDA") == "IMG");
    CHECK(sector("New People’s Army") == "REB");
    // Letters that stand for a name are not the word that is spelled alike.
    CHECK(sector("WHO") == "UNO");
    CHECK(sector("Who") == "none");
    // These mean somebody only where their country is talked of.
    CHECK(sector("Labour") == "none");
    REQUIRE(lexicon.bodies_called("Labour") != nullptr);
    CHECK(lexicon.bodies_called("Labour")->size() > 1);
}

TEST_CASE("words that tell a sector") {
    const auto lexicon = ActorLexicon::built_in();
    REQUIRE(lexicon.described("defence ministers") != nullptr);
    CHECK(lexicon.described("defence ministers")->sector == "GOV");
    CHECK(lexicon.described("defence ministers")->plural);
    CHECK(lexicon.described("spokesman")->sector.empty());
    CHECK(lexicon.described("teapot") == nullptr);
    // Only of a name: "the times" are nobody.
    CHECK(lexicon.described("times") == nullptr);
    REQUIRE(lexicon.name_head("times") != nullptr);
    CHECK(lexicon.name_head("times")->sector == "JRN");
}
