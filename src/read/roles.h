#pragma once

#include <optional>
#include <vector>

#include "read/entity_drafts.h"
#include "read/name_uses.h"
#include "read/phrases.h"

/// Offices of those that are named: "Prime Minister Ilse Varga", "Bram Tell, director of the Lisk Port Authority".
namespace sayso {

/// Whether the word is an office or trade.
[[nodiscard]] bool is_office(const TextWords& words, Index i);

/// Gives the people of `uses` the roles that stand before and behind their names.
void find_roles(const std::vector<NameUse>& uses, EntityDrafts& drafts);

/// The office that a nominal tells: "The Front's spokesman" is spokesman of the Front.
[[nodiscard]] Role role_of(const EntityDrafts& drafts, const Phrase& phrase);

/// The office of somebody without a name, if it tells whose: "a spokesman for the Front", "a Front spokesman".
[[nodiscard]] std::optional<Role> role_of_unnamed(const EntityDrafts& drafts, const Phrase& phrase);

}  // namespace sayso
