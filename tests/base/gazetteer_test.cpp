#include "base/gazetteer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "base/place_table.h"
#include "base/tables.h"

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
    CHECK(gazetteer().place("N’Djamena"));
}

TEST_CASE("a city comes with what the reading needs") {
    const auto city = gazetteer().place("Moscow");
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
    CHECK(places[0].country == "LBY");
    for (std::size_t i = 1; i < places.size(); ++i) {
        if (places[i].named_by == places[i - 1].named_by && places[i].kind == places[i - 1].kind) {
            CHECK(places[i - 1].population >= places[i].population);
        }
    }
}

TEST_CASE("usual names come before alternate ones and abbreviations") {
    const auto texas = gazetteer().places("Texas");
    REQUIRE(texas.size() >= 2);
    CHECK(texas.back().name == "Texas County");
    CHECK(texas.back().named_by == NamedBy::alternate);
    for (const auto* name : {"Tex.", "TX"}) {
        CAPTURE(name);
        const auto found = gazetteer().places(name);
        REQUIRE(found.size() == 1);
        CHECK(found[0].name == "Texas");
        CHECK(found[0].kind == ToponymKind::region);
        CHECK(found[0].named_by == NamedBy::abbreviation);
    }
    CHECK_FALSE(gazetteer().place("Tex."));
    CHECK(gazetteer().places("Kharkov").front().name == "Kharkiv");
}

TEST_CASE("small towns are found and not well known") {
    const auto found = gazetteer().places("Springfield");
    CHECK(found.size() > 20);
    CHECK(found.front().well_known);
    CHECK_FALSE(found.back().well_known);
    REQUIRE(gazetteer().place("Springfield"));
    CHECK(*gazetteer().place("Springfield") == found.front());
    CHECK_FALSE(gazetteer().places("Bad Aibling").empty());
    CHECK_FALSE(gazetteer().place("Bad Aibling"));
}

TEST_CASE("a town lies in its district, the district in its region") {
    const auto lima = gazetteer().places("Lima");
    const auto in_ohio = std::find_if(lima.begin(), lima.end(), [](const Toponym& place) {
        const auto district = gazetteer().around(place);
        const auto region = district ? gazetteer().around(*district) : std::nullopt;
        return region && region->name == "Ohio";
    });
    REQUIRE(in_ohio != lima.end());
    CHECK(in_ohio->country == "USA");
    CHECK(gazetteer().around(*in_ohio)->kind == ToponymKind::district);
    CHECK(gazetteer().around(*in_ohio)->name == "Allen County");
    CHECK_FALSE(gazetteer().around(gazetteer().places("Ohio").front()));
}

TEST_CASE("countries, regions and areas have a point") {
    const auto* country = gazetteer().country("Kenya");
    REQUIRE(country);
    CHECK(country->geonames == 192950);
    CHECK(*country->lat == doctest::Approx(1).epsilon(0.1));
    CHECK(*country->lon == doctest::Approx(38).epsilon(0.1));
    const auto region = gazetteer().place("Bavaria");
    REQUIRE(region);
    CHECK(region->kind == ToponymKind::region);
    CHECK(region->geonames == 2951839);
    CHECK(*region->lat == doctest::Approx(49).epsilon(0.03));
    const auto area = gazetteer().place("Donbass");
    REQUIRE(area);
    CHECK(area->kind == ToponymKind::area);
    CHECK(area->country == "UKR");
    CHECK_FALSE(area->geonames);
    CHECK(area->lat);
    CHECK_FALSE(gazetteer().place("Soviet Union")->lat);
}

TEST_CASE("every place is found by its own name") {
    const PlaceTable table(built_in_file("gazetteer/places.bin"));
    REQUIRE(table.size() > 200'000);
    std::size_t lost = 0;
    for (std::uint32_t row = 0; row < table.size(); row += 7) {
        const auto place = table.at(row);
        const auto found = gazetteer().places(place.name);
        if (std::find(found.begin(), found.end(), place) == found.end()) ++lost;
        CHECK((!place.lat || (*place.lat >= -90 && *place.lat <= 90)));
        CHECK((!place.lon || (*place.lon >= -180 && *place.lon <= 180)));
        CHECK(name_of(place.kind) != "");
    }
    CHECK(lost == 0);
}

TEST_CASE("a table of places that is cut or something else is refused") {
    const auto whole = built_in_file("gazetteer/places.bin");
    CHECK_THROWS_AS(PlaceTable(whole.substr(0, whole.size() - 1)), std::logic_error);
    CHECK_THROWS_AS(PlaceTable(whole.substr(0, 20)), std::logic_error);
    CHECK_THROWS_AS(PlaceTable(""), std::logic_error);
    CHECK_THROWS_AS(PlaceTable(std::string(whole.size(), 'x')), std::logic_error);
    CHECK_THROWS_AS(PlaceTable(std::string(whole) + "x"), std::logic_error);
}

TEST_CASE("what is no name finds nothing") {
    CHECK_FALSE(gazetteer().place(""));
    CHECK(gazetteer().places("").empty());
    CHECK(gazetteer().places(std::string(100'000, 'a')).empty());
    CHECK(gazetteer().country("\n") == nullptr);
}
