#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/place_table.h"

/// What the program knows of the world's places: the tables in gazetteer/.
///
/// Names are looked up without regard to case, diacritics and the kind of apostrophe or hyphen, so
/// "BOGOTA", "Bogotá" and "Bogota" are one. Whether a word in a text *is* a name is for the caller to
/// say: "Nice" and "nice" find the same city.
namespace sayso {

/// Strings live as long as the program.
struct Country {
    std::string_view code;                 ///< ISO 3166-1 alpha-3
    std::string_view name;                 ///< the usual English name: "Russia", "DR Congo"
    std::string_view capital;              ///< empty for a territory that has none
    std::optional<std::int64_t> geonames;  ///< GeoNames id
    std::optional<double> lat;             ///< degrees north
    std::optional<double> lon;             ///< degrees east
};

class Gazetteer {
public:
    /// Reads the table of countries and finds its way in that of places, which stays where it is.
    Gazetteer();

    /// All places of this name; countries are not among them. Those that are usually called so come first, then those
    /// that have it as another name, then those of which it is an abbreviation; each the most populous first.
    [[nodiscard]] std::vector<Toponym> places(std::string_view name) const { return places_.named(folded_name(name)); }

    /// The most populous well-known place that is usually called so.
    [[nodiscard]] std::optional<Toponym> place(std::string_view name) const {
        return places_.known_by(folded_name(name));
    }

    /// The smallest division that a place lies in and the gazetteer knows.
    [[nodiscard]] std::optional<Toponym> around(const Toponym& place) const { return places_.around(place); }

    /// The country of this name or usual variant ("US", "U.S.", "Russian Federation"), or null.
    [[nodiscard]] const Country* country(std::string_view name) const;

    /// The country whose people or things are called so ("Kenyan", "Kenyans", "Dutch"), or null.
    [[nodiscard]] const Country* country_of_demonym(std::string_view demonym) const;

    /// The country with this alpha-3 code, or null.
    [[nodiscard]] const Country* country_coded(std::string_view code) const;

private:
    /// Row of `countries_` by folded name.
    using Index = std::unordered_map<std::string, std::size_t>;

    /// The name as it is looked up: without case and diacritics. Empty for what is too long to be a name.
    [[nodiscard]] static std::string folded_name(std::string_view name);
    [[nodiscard]] const Country* country_in(const Index& index, std::string_view name) const;

    PlaceTable places_;
    std::vector<Country> countries_;
    Index country_names_, demonyms_;
};

}  // namespace sayso
