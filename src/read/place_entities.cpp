#include "read/place_entities.h"

#include <optional>
#include <string>

namespace sayso {
namespace {

std::optional<Place> place_named(const std::string& name, const Gazetteer& gazetteer) {
    Place place;
    if (const auto* country = gazetteer.country(name)) {
        place.country = std::string(country->code);
        place.kind = "country";
        return place;
    }
    const auto found = gazetteer.places(name);
    if (found.empty()) return std::nullopt;
    // Of several places with this name, the great one is meant if it is greater by far.
    const auto* first = found[0];
    const bool sure = found.size() == 1 || first->population / 8 > found[1]->population;
    if (!sure) return std::nullopt;
    if (!first->country.empty()) place.country = std::string(first->country);
    place.geonames = first->geonames;
    place.lat = first->lat;
    place.lon = first->lon;
    place.kind = std::string(name_of(first->kind));
    return place;
}

}  // namespace

void place_entities(EntityDrafts& drafts, const Gazetteer& gazetteer) {
    for (Index i = 0; i < drafts.size(); ++i) {
        auto& entity = drafts[i].entity;
        if (entity.named && entity.type == EntityType::place) entity.place = place_named(entity.name, gazetteer);
    }
}

}  // namespace sayso
