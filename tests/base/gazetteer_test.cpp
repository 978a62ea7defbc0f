#include "base/gazetteer.h"

#include <doctest/doctest.h>

using namespace sayso;

namespace {

const Gazetteer& gazetteer() {
    static const Gazetteer one;
    return one;
}

std::string_view code_of(const Country* country) {
    return country ? country->code : "none";
}

}  // namespace

TEST_CASE("countries are found by name, variant and demonym") {
    CHECK(code_of(gazetteer().country("Russia")) == "RUS");
    CHECK(code_of(gazetteer().country("Russian Federation")) == "RUS");
    CHECK(code_of(gazetteer().country("US")) == "USA");
    CHECK(code_of(gazetteer().country("U.S.")) == "USA");
    CHECK(code_of(gazetteer().country("DR Congo")) == "COD");
    CHECK(code_of(gazetteer().country("Congo")) == "COD");
    CHECK(code_of(gazetteer().country("Côte d’Ivoire")) == "CIV");
    CHECK(code_of(gazetteer().country("Kosovo")) == "XKX");
    CHECK(code_of(gazetteer().country("Atlantis")) == "none");
    CHECK(code_of(gazetteer().country_of_demonym("Kenyans")) == "KEN");
    CHECK(code_of(gazetteer().country_of_demonym("Dutch")) == "NLD");
    CHECK(code_of(gazetteer().country_of_demonym("Kenya")) == "none");
    CHECK(gazetteer().country("the Philippines")->capital == "Manila");
    CHECK(gazetteer().country_coded("KEN")->name == "Kenya");
    CHECK(gazetteer().country_coded("XXX") == nullptr);
}

TEST_CASE("places are found whatever their case, diacritics and apostrophes") {
    for (const auto* name : {"Bogotá", "Bogota", "BOGOTA", "bogotá"}) {
        CAPTURE(name);
        REQUIRE(gazetteer().place(name));
        CHECK(gazetteer().place(name)->country == "COL");
        CHECK(gazetteer().place(name)->capital);
    }
    CHECK(gazetteer().place("N’Djamena") == gazetteer().place("N'Djamena"));
    CHECK(gazetteer().place("N’Djamena") != nullptr);
}

TEST_CASE("a city comes with what the reading needs") {
    const auto* city = gazetteer().place("Moscow");
    REQUIRE(city);
    CHECK(city->name == "Moscow");
    CHECK(city->country == "RUS");
    CHECK(city->kind == ToponymKind::city);
    CHECK(name_of(city->kind) == "city");
    CHECK(city->geonames == 524901);
    CHECK(*city->lat == doctest::Approx(55.75).epsilon(0.01));
    CHECK(*city->lon == doctest::Approx(37.62).epsilon(0.01));
    CHECK(gazetteer().place("Kiev") == gazetteer().place("Kyiv"));
}

TEST_CASE("several places of one name come by population") {
    const auto places = gazetteer().places("Tripoli");
    REQUIRE(places.size() >= 2);
    CHECK(places[0]->country == "LBY");
    for (std::size_t i = 1; i < places.size(); ++i) CHECK(places[i - 1]->population >= places[i]->population);
}

TEST_CASE("regions and areas are places without an id") {
    const auto* area = gazetteer().place("Donbass");
    REQUIRE(area);
    CHECK(area->kind == ToponymKind::area);
    CHECK(area->country == "UKR");
    CHECK_FALSE(area->geonames);
    CHECK_FALSE(area->lat);
}

TEST_CASE("what is no name finds nothing") {
    CHECK(gazetteer().place("") == nullptr);
    CHECK(gazetteer().places(std::string(100'000, 'a')).empty());
    CHECK(gazetteer().country("\n") == nullptr);
}
