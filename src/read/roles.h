#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "read/entity_drafts.h"
#include "read/name_uses.h"
#include "read/phrases.h"

/// Offices of those that are named: "Prime Minister Ilse Varga", "Bram Tell, director of the Lisk Port Authority".
namespace sayso {

/// Whether the word is an office or trade.
[[nodiscard]] bool is_office(const TextWords& words, Index i);

/// The office alone: "director" of "director at the port".
[[nodiscard]] std::string_view office_of(std::string_view title);

/// Its noun: "director" of "port director-general at Lisk".
[[nodiscard]] std::string_view office_noun(std::string_view title);

/// Whether who holds an office may be called so: "the leader" of a president, "the premier" of a prime minister. Both
/// are nouns in small letters.
[[nodiscard]] bool is_also_called(std::string_view office, std::string_view called);

/// Gives the people of `uses` the roles that stand before and behind their names.
void find_roles(const std::vector<NameUse>& uses, EntityDrafts& drafts);

/// The office that a nominal tells: "The Front's spokesman" is spokesman of the Front.
[[nodiscard]] Role role_of(const EntityDrafts& drafts, const Phrase& phrase);

/// The office of somebody without a name, if it tells whose: "a spokesman for the Front", "a Front spokesman".
[[nodiscard]] std::optional<Role> role_of_unnamed(const EntityDrafts& drafts, const Phrase& phrase);

}  // namespace sayso
