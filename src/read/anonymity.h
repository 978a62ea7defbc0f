#pragma once

#include "read/coreferents.h"
#include "read/entity_drafts.h"
#include "read/phrases.h"

namespace sayso {

/// Whether a description is of a person, or people, that it gives no name: "a senior official", "three officials",
/// "residents", "people familiar with the matter". Bodies, documents and whoever holds an office ("the mayor") are
/// known.
[[nodiscard]] bool is_nameless(const TextWords& words, const Coreferents& coreferents, const Phrase& description);

/// Whether a noun that no list has is one for people: "a florist". The analysis and the noun's form have to agree.
[[nodiscard]] bool is_person_by_form(const TextWords& words, const Coreferents& coreferents, Index i);

/// Whether a source is such. A pronoun or description that means somebody described before is what that one is.
[[nodiscard]] bool is_anonymous(const EntityDrafts& drafts, const Coreferents& coreferents, const Phrase& source,
                                Index entity);

}  // namespace sayso
