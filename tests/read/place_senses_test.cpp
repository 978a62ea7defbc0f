#include "read/place_senses.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "read/place_choice.h"
#include "read/place_clues.h"

using namespace sayso;

namespace {

const Gazetteer& gazetteer() {
    static const Gazetteer one;
    return one;
}

std::string_view country_of_first(std::string_view name) {
    const auto senses = senses_of(gazetteer(), name);
    return senses.empty() ? "none" : senses.front().code;
}

}  // namespace

TEST_CASE("the likeliest sense of a name comes first") {
    CHECK(country_of_first("Paris") == "FRA");
    CHECK(country_of_first("London") == "GBR");
    CHECK(country_of_first("Birmingham") == "GBR");
    CHECK(country_of_first("San Jose") == "CRI");
    CHECK(country_of_first("Nowhereville") == "none");
    CHECK(senses_of(gazetteer(), "Mexico").front().country != nullptr);
    CHECK(senses_of(gazetteer(), "Georgia").front().country != nullptr);
    CHECK(senses_of(gazetteer(), "New York").front().toponym->kind == ToponymKind::city);
    CHECK(senses_of(gazetteer(), "Washington").front().toponym->capital);
    CHECK(senses_of(gazetteer(), "Texas").front().toponym->kind == ToponymKind::region);
}

TEST_CASE("names are looked up in other spellings") {
    CHECK(country_of_first("Mt. Vernon") == "USA");
    CHECK(country_of_first("the City of London") == "GBR");
    CHECK(country_of_first("the Netherlands") == "NLD");
    const auto kano = senses_of(gazetteer(), "Kano State");
    REQUIRE_FALSE(kano.empty());
    CHECK(kano.front().is_division());
    const auto kerry = senses_of(gazetteer(), "County Kerry");
    REQUIRE_FALSE(kerry.empty());
    CHECK(kerry.front().is_district());
    const auto texas = senses_of(gazetteer(), "Tex", true);
    CHECK(std::any_of(texas.begin(), texas.end(), [](const PlaceSense& one) { return one.toponym->name == "Texas"; }));
}

TEST_CASE("a part of a place has its point, and is not it") {
    const auto senses = senses_of(gazetteer(), "northern Ohio");
    REQUIRE_FALSE(senses.empty());
    CHECK(senses.front().part);
    const auto place = senses.front().place();
    CHECK(place.kind == "area");
    CHECK(place.lat);
    CHECK_FALSE(place.geonames);
    // What is called so as a whole is found as such.
    CHECK_FALSE(senses_of(gazetteer(), "North Carolina").front().part);
}

TEST_CASE("what follows a comma holds what stands before") {
    const auto senses = senses_of(gazetteer(), "Lima, Ohio");
    REQUIRE(senses.size() >= 1);
    CHECK(senses.front().code == "USA");
    CHECK(senses_of(gazetteer(), "Reykjavik, Ohio").empty());
    const auto state = senses_of(gazetteer(), "Ohio").front();
    const auto country = senses_of(gazetteer(), "US").front();
    CHECK(lies_in(senses.front(), state));
    CHECK(lies_in(senses.front(), country));
    CHECK(lies_in(state, country));
    CHECK_FALSE(lies_in(state, senses.front()));
    CHECK_FALSE(lies_in(country, state));
    CHECK(distance(state, senses.front()) < 200);
}

TEST_CASE("a name without anything that tells is left if its places are alike") {
    std::vector<PlaceName> names(1);
    names[0].senses = senses_of(gazetteer(), "Springfield");
    CHECK_FALSE(choose_senses(names, {})[0]);
    names.push_back({.senses = senses_of(gazetteer(), "Illinois")});
    const auto chosen = choose_senses(names, {{.first = 0, .second = 1, .strict = true}});
    REQUIRE(chosen[0]);
    CHECK(lies_in(names[0].senses[*chosen[0]], names[1].senses[*chosen[1]]));
}

TEST_CASE("a town is not taken for one of another state than it is told to lie in") {
    std::vector<PlaceName> names;
    names.push_back({.senses = senses_of(gazetteer(), "Reykjavik")});
    names.push_back({.senses = senses_of(gazetteer(), "Ohio")});
    CHECK_FALSE(choose_senses(names, {{.first = 0, .second = 1, .strict = true}})[0]);
    CHECK(choose_senses(names, {})[0]);
}

TEST_CASE("no names, and names without senses") {
    CHECK(choose_senses({}, {}).empty());
    CHECK_FALSE(choose_senses({PlaceName{}}, {})[0]);
}

TEST_CASE("outlets tell of their places") {
    const auto of = [](std::string outlet, std::string url) {
        Document document;
        if (!outlet.empty()) document.outlet = std::move(outlet);
        if (!url.empty()) document.url = std::move(url);
        std::vector<std::string> names;
        for (const auto& one : outlet_places(document, gazetteer())) {
            const auto& first = one.senses.front();
            names.emplace_back(first.country != nullptr ? first.country->name : first.toponym->name);
        }
        return names;
    };
    CHECK(of("", "") == std::vector<std::string>{});
    CHECK(of("The Lima News, Ohio", "") == std::vector<std::string>{"Lima", "Ohio"});
    CHECK(of("", "https://www.chicagotribune.com/a?b") == std::vector<std::string>{"Chicago"});
    CHECK(of("", "https://www.orvikpost.co.uk/") == std::vector<std::string>{"United Kingdom"});
    CHECK(of("ohio.com", "") == std::vector<std::string>{"Ohio"});
    CHECK(of("", "https://orvikpost.com/paris/texas") == std::vector<std::string>{});
    CHECK(of("", "://..") == std::vector<std::string>{});
}
