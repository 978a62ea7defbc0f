#pragma once

#include <vector>

#include "base/gazetteer.h"
#include "read/statements.h"
#include "read/tree_view.h"
#include "sayso/reading.h"

/// Who did it, by a statement: "accused the union of", "said the union was behind it", "denied any involvement".
namespace sayso {

/// Whom the statement blames or clears: whoever is accused, the source itself that claims responsibility or denies it,
/// those who took part by what it tells. What cannot act ("blamed the rain") is not blamed.
[[nodiscard]] std::vector<Blamed> blamed_in(const TreeView& tree, const Attribution& one);

/// "Norland involvement", "Norlandic involvement": a people's adjective blames the country, where the text names it.
void blame_countries(const TextWords& words, const Gazetteer& gazetteer, const std::vector<Entity>& entities,
                     std::vector<Attribution>& attributions);

/// Gives blames their event: what the article is mainly about, where that is an attack which the statement tells of,
/// else the one attack that it tells of.
void blame_for_events(const TreeView& tree, Reading& reading);

/// Whether it is the cue that denies or rejects ("denied that"), not the content ("said it had no part in it").
[[nodiscard]] bool denies_by_cue(const TreeView& tree, const Statement& statement);

/// An attack, or another deed done to harm.
[[nodiscard]] bool is_attack(const Event& event);

/// The one attack of the reading that "the attack" can mean, or null.
[[nodiscard]] const Event* the_attack(const Reading& reading);

}  // namespace sayso
