#pragma once

#include <cstddef>
#include <vector>

#include "base/gazetteer.h"
#include "read/place_choice.h"
#include "read/place_words.h"
#include "read/unit_view.h"

namespace sayso {

/// Words [first, last) that are the name `name` of a text.
struct PlaceUse {
    Index first = 0, last = 0;
    std::size_t name = 0;
};

/// What the words around the names tell of the places: which lies in which, or near it, which is a town and which a
/// division. `uses` are in the order of the text.
[[nodiscard]] std::vector<PlaceJoin> read_place_clues(const TextWords& words, const PlaceWords& kinds,
                                                      const Gazetteer& gazetteer, const std::vector<PlaceUse>& uses,
                                                      std::vector<PlaceName>& names);

/// The places that the outlet's name and its address on the web hold: "Lima News", "ohio.com", ".co.uk".
[[nodiscard]] std::vector<PlaceName> outlet_places(const Document& document, const Gazetteer& gazetteer);

}  // namespace sayso
