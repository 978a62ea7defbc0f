#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "read/place_senses.h"

namespace sayso {

/// A name of a place, what it may mean, and what the text tells of which is meant.
struct PlaceName {
    std::vector<PlaceSense> senses = {};
    double weight = 1;                        ///< how much its neighbours learn from it
    std::vector<std::string> countries = {};  ///< a country that it is told to lie in: "the Syrian town of"
    bool outlet = false;                      ///< of the outlet, not of the text
    bool doubtful = false;                    ///< it may be no place at all
    bool told_town = false;                   ///< "the city of X"
    bool told_division = false;               ///< "X province"
};

/// Two names that the text joins: "Lima, Ohio", "the Ohio town of Lima"; "Shawnee, near Lima"; "Lima and
/// Allen County".
struct PlaceJoin {
    enum How { inside, near, beside };
    std::size_t first = 0, second = 0;
    How how = inside;
    bool strict = false;  ///< hardly anything else than that the first lies in the second
};

/// For each name the sense that it has in this text, if one is much more likely than others that lie elsewhere. Names
/// speak for senses of each other that lie near, or in the same division.
[[nodiscard]] std::vector<std::optional<std::size_t>> choose_senses(const std::vector<PlaceName>& names,
                                                                    const std::vector<PlaceJoin>& joins);

}  // namespace sayso
