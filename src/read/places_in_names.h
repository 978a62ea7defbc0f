#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/gazetteer.h"
#include "read/place_words.h"
#include "read/unit_view.h"

namespace sayso {

/// The place in the name of an organization or facility, words [first, last): "Lima" of "Lima Police Department",
/// "Ohio" of "University of Ohio"; all of "Fargo" where "Fargo officials" are told of; as words. `named` are the places
/// that the text names elsewhere, in lower case. What may as well be somebody's name, as in "Jackson Memorial
/// Hospital", is left.
[[nodiscard]] std::optional<std::pair<Index, Index>> place_in_name(const TextWords& words, const PlaceWords& kinds,
                                                                   const Gazetteer& gazetteer,
                                                                   const std::set<std::string>& named, Index first,
                                                                   Index last);

}  // namespace sayso
