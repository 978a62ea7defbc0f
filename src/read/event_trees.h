#pragma once

#include <optional>
#include <string_view>

#include "read/tree_view.h"
#include "sayso/reading.h"

/// What the trees tell of an event besides who takes part in it: whether it happened, when, and whether one is meant.
namespace sayso {

/// What a verb that governs the event's words makes of it ("plan to attack", "would hold talks", "failed to sign");
/// nothing where they stand by themselves.
[[nodiscard]] std::optional<EventStatus> status_in_tree(const TreeView& tree, WordSpan trigger, bool verb);

/// Of verbs that say of what is their subject that it was, goes on or ends: "the talks begin", "clashes broke out".
[[nodiscard]] bool takes_place(std::string_view lemma);

/// "charges of fraud", "offences like rape and theft": a bare noun, which names a kind.
[[nodiscard]] bool names_a_kind(const TreeView& tree, WordSpan trigger);

/// "inmates are sometimes hacked to death", "clashes often break out": told of as what happens again and again.
[[nodiscard]] bool is_habit(const TreeView& tree, WordSpan trigger);

/// "smuggling and kidnapping": one of several bare nouns.
[[nodiscard]] bool is_listed(const TreeView& tree, WordSpan trigger);

/// A noun without article, number, adjective or anything else that tells which.
[[nodiscard]] bool is_bare(const TreeView& tree, WordSpan trigger);

/// Whether the words of a time can tell when the event was: they do not belong to another verb.
[[nodiscard]] bool can_be_its_time(const TreeView& tree, WordSpan trigger, WordSpan time);

/// Whether the words tell where the event was, not where something else that the sentence tells of was: "the attack
/// comes as troops fight in Lisk".
[[nodiscard]] bool can_be_its_place(const TreeView& tree, WordSpan trigger, WordSpan place);

}  // namespace sayso
