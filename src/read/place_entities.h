#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/gazetteer.h"
#include "read/place_words.h"
#include "read/text_words.h"
#include "sayso/reading.h"

namespace sayso {

/// A place that is no entity of its own: "Lima" of "Lima Police Department", "Pa." behind the name of a town.
struct PlaceInName {
    std::string name;
    std::vector<Span> spans;
    Place place;
    std::optional<std::string> entity;  ///< the one that the text names it by elsewhere
};

/// Gives the places among the entities what the gazetteer knows of them, where the text leaves little doubt which place
/// is meant, and venues the point of the town that they are told to be in. Returns those that stand within other names.
[[nodiscard]] std::vector<PlaceInName> find_places(const TextWords& words, const PlaceWords& kinds,
                                                   const Gazetteer& gazetteer, std::vector<Entity>& entities);

/// Adds them as entities, or mentions of entities, once nothing else asks who is named where.
void add_places_in_names(std::vector<PlaceInName> places, std::vector<Entity>& entities);

}  // namespace sayso
