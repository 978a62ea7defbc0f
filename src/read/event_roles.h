#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "read/tree_phrases.h"
#include "read/triggers.h"

/// Who takes part in an event by how the sentence is built: subjects, objects, "attack on X by Y".
namespace sayso {

/// What a word is to an event. Which role that is depends on the kind of event and on what the word stands for.
enum class Part {
    doer,       ///< who does it, or what it happens with
    undergoer,  ///< whom or what it is done to
    aimed_at,   ///< likewise, but not where it is done: "fired at the guards", not "fired at Orvik"
    means,      ///< with what
    other_side  ///< with whom: "talks with", "gave to"
};

struct PartWord {
    Index word = none;
    Part part = Part::doer;
    bool operator==(const PartWord&) const = default;
};

/// "carry out an attack", "sign a treaty": who does this does what the noun names.
[[nodiscard]] bool is_doing(std::string_view lemma);

/// "the attack killed", "the quake destroyed"
[[nodiscard]] bool is_harming(std::string_view lemma);

/// The words that take part in the event that words [first, last) of the text name.
[[nodiscard]] std::vector<PartWord> parts_in_tree(const TreeView& tree, WordSpan trigger, const EventKind& kind,
                                                  bool verb);

/// The role of a part in an event of the kind, by what it stands for and whether that is a weapon; nothing if such
/// cannot take part so.
[[nodiscard]] std::optional<ParticipantRole> role_of(Part part, const EventKind& kind, EntityType type, bool weapon);

}  // namespace sayso
