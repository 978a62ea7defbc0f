#include "read/place_senses.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/utf8.h"
#include "read/words.h"

namespace sayso {
namespace {

constexpr double earth_radius = 6371;  ///< km
/// A quarter lies in the town whose middle is as near as this.
constexpr double town_reach = 30;
constexpr std::size_t most_senses = 60;

// What makes a place more or less likely to be meant than its inhabitants tell.
constexpr double country_prior = 19, area_prior = 15.5, small_area_prior = 14;
constexpr double capital_bonus = 5, state_bonus = 2.5, region_bonus = 0.5, quarter_malus = 2.5, district_malus = 1;
constexpr double alternate_malus = 1, short_division_malus = 4, abbreviation_malus = 2;
/// A province and its town have one name: the town is meant, unless it is told otherwise.
constexpr double namesake_malus = 5, country_namesake_malus = 12, foreign_namesake_malus = 3;
constexpr double least_inhabitants = 300;

std::array<double, 3> vector_to(double lat, double lon) {
    const auto phi = lat * std::numbers::pi / 180, lambda = lon * std::numbers::pi / 180;
    return {std::cos(phi) * std::cos(lambda), std::cos(phi) * std::sin(lambda), std::sin(phi)};
}

void set_point(PlaceSense& sense, std::optional<double> lat, std::optional<double> lon) {
    sense.has_point = lat && lon;
    if (sense.has_point) sense.on_sphere = vector_to(*lat, *lon);
}

/// States are in the news where English is spoken more than the provinces of others.
bool is_state(const Toponym& place) {
    return place.kind == ToponymKind::region && one_of(place.country, "USA", "CAN", "AUS", "GBR", "IND");
}

double prior_of(const Toponym& place) {
    if (place.kind == ToponymKind::area) return place.well_known ? area_prior : small_area_prior;
    auto prior = std::log(place.population + least_inhabitants);
    if (place.capital) prior += capital_bonus;
    if (place.kind == ToponymKind::region) prior += is_state(place) ? state_bonus : region_bonus;
    if (place.kind == ToponymKind::quarter) prior -= quarter_malus;
    if (place.kind == ToponymKind::district) prior -= district_malus;
    if (place.named_by == NamedBy::alternate) {
        prior -= place.kind == ToponymKind::district ? short_division_malus : alternate_malus;
    }
    if (place.named_by == NamedBy::abbreviation) prior -= abbreviation_malus;
    return prior;
}

PlaceSense sense_of(const Country& country) {
    PlaceSense sense;
    sense.country = &country;
    sense.code = country.code;
    sense.prior = country_prior;
    set_point(sense, country.lat, country.lon);
    return sense;
}

PlaceSense sense_of(const Gazetteer& gazetteer, const Toponym& place) {
    PlaceSense sense;
    sense.toponym = place;
    for (auto division = gazetteer.around(place); division; division = gazetteer.around(*division)) {
        sense.around.push_back(division->row);
    }
    sense.code = place.country;
    sense.prior = prior_of(place);
    set_point(sense, place.lat, place.lon);
    return sense;
}

std::string_view after(std::string_view name, std::string_view start) {
    return name.size() > start.size() && lower(name.substr(0, start.size())) == start ? name.substr(start.size())
                                                                                      : std::string_view();
}

/// Other ways to write the name.
std::vector<std::string> spellings(std::string_view name, bool dotted) {
    std::vector<std::string> all{std::string(name)};
    if (const auto rest = after(name, "the "); !rest.empty()) all.emplace_back(rest);
    const auto base = all.back();
    for (const auto& [from, to] : {std::pair{"st. ", "Saint "},
                                   {"st ", "Saint "},
                                   {"saint ", "St. "},
                                   {"ste. ", "Sainte "},
                                   {"mt. ", "Mount "},
                                   {"mt ", "Mount "},
                                   {"ft. ", "Fort "},
                                   {"ft ", "Fort "}}) {
        if (const auto rest = after(base, from); !rest.empty()) all.push_back(to + std::string(rest));
    }
    for (const auto* kind : {"city of ", "town of ", "village of ", "state of ", "province of ", "republic of "}) {
        if (const auto rest = after(base, kind); !rest.empty()) all.emplace_back(rest);
    }
    if (dotted) all.push_back(base + ".");
    return all;
}

/// The name behind words for a part of a place: "northern", "downtown".
std::string_view without_direction(std::string_view name) {
    const auto space = name.find(' ');
    if (space == std::string_view::npos) return {};
    const auto first = lower(name.substr(0, space));
    const bool part =
        one_of(first, "north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeast",
               "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west",
               "northeastern", "northwestern", "southeastern", "southwestern", "central", "upper", "lower", "greater",
               "inner", "outer", "downtown", "upstate", "mid", "rural");
    return part ? name.substr(space + 1) : std::string_view();
}

/// "Kano" of "Kano State", "Kerry" of "County Kerry"; what else is called so than divisions is not meant.
std::string_view without_division(std::string_view name) {
    if (const auto rest = after(name, "county "); !rest.empty()) return rest;
    const auto space = name.rfind(' ');
    if (space == std::string_view::npos) return {};
    const bool division = one_of(lower(name.substr(space + 1)), "province", "state", "region", "governorate", "oblast",
                                 "county", "district", "prefecture", "department", "territory", "parish");
    return division ? name.substr(0, space) : std::string_view();
}

void add_senses(const Gazetteer& gazetteer, const std::string& name, std::vector<PlaceSense>& senses) {
    if (const auto* country = gazetteer.country(name)) senses.push_back(sense_of(*country));
    for (const auto& place : gazetteer.places(name)) senses.push_back(sense_of(gazetteer, place));
}

bool is_within(const PlaceSense& inner, const PlaceSense& outer) {
    if (outer.country != nullptr) return inner.code == outer.code;
    return std::find(inner.around.begin(), inner.around.end(), outer.toponym->row) != inner.around.end();
}

/// Whether the name is its other name and the usual one of a well-known town of the same country.
bool has_greater_namesake(const PlaceSense& sense, const std::vector<PlaceSense>& senses) {
    if (sense.toponym->named_by != NamedBy::alternate) return false;
    return std::any_of(senses.begin(), senses.end(), [&](const auto& other) {
        return other.toponym && other.toponym->named_by == NamedBy::usual && other.toponym->well_known &&
               other.code == sense.code;
    });
}

/// Of a country, or a town, and a division in or around it that are called alike the first is meant; of a capital and a
/// state elsewhere, too.
void rank_namesakes(std::vector<PlaceSense>& senses) {
    const auto country = std::find_if(senses.begin(), senses.end(), [](const auto& s) { return s.country != nullptr; });
    for (auto& sense : senses) {
        if (!sense.toponym) continue;
        const bool in_country = country != senses.end() && is_within(sense, *country);
        const bool beside_town =
            sense.is_division() && std::any_of(senses.begin(), senses.end(), [&](const auto& s) {
                return s.toponym && s.toponym->kind == ToponymKind::city &&
                       ((s.toponym->well_known && is_within(s, sense)) || (s.toponym->capital && s.code == sense.code));
            });
        if (in_country) sense.prior -= sense.is_division() ? country_namesake_malus : namesake_malus;
        if (country != senses.end() && !in_country && !is_state(*sense.toponym)) sense.prior -= foreign_namesake_malus;
        if (beside_town || has_greater_namesake(sense, senses)) sense.prior -= namesake_malus;
    }
}

}  // namespace

bool PlaceSense::is_division() const {
    return toponym && (toponym->kind == ToponymKind::region || toponym->kind == ToponymKind::district);
}

Place PlaceSense::place() const {
    Place place;
    if (country != nullptr) {
        place.country = std::string(country->code);
        place.geonames = country->geonames;
        place.lat = country->lat;
        place.lon = country->lon;
        place.kind = "country";
    } else {
        if (!toponym->country.empty()) place.country = std::string(toponym->country);
        place.geonames = toponym->geonames;
        place.lat = toponym->lat;
        place.lon = toponym->lon;
        place.kind = std::string(name_of(toponym->kind));
    }
    if (part) {
        place.geonames.reset();
        place.kind = std::string(name_of(ToponymKind::area));
    }
    return place;
}

double distance(const PlaceSense& a, const PlaceSense& b) {
    double square = 0;
    for (std::size_t i = 0; i < 3; ++i) square += (a.on_sphere[i] - b.on_sphere[i]) * (a.on_sphere[i] - b.on_sphere[i]);
    return 2 * earth_radius * std::asin(std::min(1.0, std::sqrt(square) / 2));
}

bool lies_in(const PlaceSense& inner, const PlaceSense& outer) {
    if (inner.country != nullptr) return false;
    if (outer.country != nullptr || outer.is_division()) return is_within(inner, outer);
    const bool in_town = inner.toponym->kind == ToponymKind::quarter && outer.toponym->kind == ToponymKind::city;
    return in_town && inner.has_point && outer.has_point && distance(inner, outer) < town_reach;
}

std::vector<PlaceSense> senses_of(const Gazetteer& gazetteer, std::string_view name, bool dotted) {
    std::vector<PlaceSense> senses;
    if (const auto comma = name.find(", "); comma != std::string_view::npos) {
        senses = senses_of(gazetteer, name.substr(0, comma));
        const auto outer = senses_of(gazetteer, name.substr(comma + 2), dotted);
        std::erase_if(senses, [&](const PlaceSense& inner) {
            return std::none_of(outer.begin(), outer.end(), [&](const PlaceSense& o) { return lies_in(inner, o); });
        });
        return senses;
    }
    for (const auto& spelling : spellings(name, dotted)) add_senses(gazetteer, spelling, senses);
    if (senses.empty()) {
        if (const auto bare = without_division(name); !bare.empty()) {
            senses = senses_of(gazetteer, bare);
            std::erase_if(senses, [](const PlaceSense& sense) { return !sense.is_division(); });
            return senses;
        }
        if (const auto whole = without_direction(name); !whole.empty()) {
            senses = senses_of(gazetteer, whole, dotted);
            for (auto& sense : senses) sense.part = true;
        }
        return senses;
    }
    rank_namesakes(senses);
    std::stable_sort(senses.begin(), senses.end(), [](const auto& a, const auto& b) { return a.prior > b.prior; });
    if (senses.size() > most_senses) senses.erase(senses.begin() + most_senses, senses.end());
    return senses;
}

}  // namespace sayso
