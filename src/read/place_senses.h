#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/gazetteer.h"
#include "sayso/reading.h"

namespace sayso {

/// One of the places that a name can mean.
struct PlaceSense {
    const Country* country = nullptr;        ///< if it is a country
    std::optional<Toponym> toponym = {};     ///< if it is none
    bool part = false;                       ///< only a part of it is meant: "southern Ohio", "downtown Lima"
    std::vector<std::uint32_t> around = {};  ///< rows of the divisions that it lies in
    std::string_view code = {};              ///< of its country, ISO 3166-1 alpha-3
    std::array<double, 3> on_sphere = {};    ///< its point as a vector of length 1, if it has one
    bool has_point = false;
    double prior = 0;  ///< how often it is meant, all else unknown: a logarithm

    /// Of the first or second level.
    [[nodiscard]] bool is_division() const;
    [[nodiscard]] bool is_district() const { return toponym && toponym->kind == ToponymKind::district; }
    [[nodiscard]] Place place() const;
};

/// In kilometres; both must have a point.
[[nodiscard]] double distance(const PlaceSense& a, const PlaceSense& b);

/// Whether the first lies in the second: a town in its county, state or country, a quarter in a town beside it.
[[nodiscard]] bool lies_in(const PlaceSense& inner, const PlaceSense& outer);

/// All that a name may mean, the most likely first; "St. Ives" is looked up as "Saint Ives", too, "the city of Ives" as
/// "Ives". `dotted`: a full stop stands behind the name ("Tex.").
[[nodiscard]] std::vector<PlaceSense> senses_of(const Gazetteer& gazetteer, std::string_view name, bool dotted = false);

}  // namespace sayso
