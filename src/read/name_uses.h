#pragma once

#include <string>
#include <vector>

#include "read/entity_drafts.h"

/// The names of a text, and which of them are the same person's or thing's.
namespace sayso {

/// A name where it stands: the words that it is made of.
struct NameUse {
    Index first = 0, last = 0;
    NameType type = NameType::misc;
    std::string key;                 ///< without article and possessive, in lower case
    std::vector<std::string> parts;  ///< its words without honorifics
    Sex sex = Sex::unknown;
    Index entity = none;
};

/// All names but dates and sums of money. One spelling is one kind of thing.
[[nodiscard]] std::vector<NameUse> find_name_uses(const TextWords& words);

}  // namespace sayso
