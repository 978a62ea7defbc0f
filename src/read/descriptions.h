#pragma once

#include <map>
#include <string>

#include "read/coreferents.h"
#include "read/entity_drafts.h"
#include "read/phrases.h"

/// Those whom a statement describes: "a senior official", "the ministry", "the mayor, Tomas Iver,".
namespace sayso {

class Descriptions {
public:
    Descriptions(EntityDrafts& drafts, const Coreferents& coreferents) : drafts_(&drafts), coreferents_(&coreferents) {}

    /// The entity of a nominal, which is new unless the same words, which can only mean one thing, were met before.
    Index entity_of(const Phrase& phrase);

    /// The group of those that the phrase names one beside the other: "Lena Orvik and Bram Tell".
    Index entity_of_several(const Phrase& phrase);

private:
    [[nodiscard]] EntityType type_of(Index head) const;

    EntityDrafts* drafts_;
    const Coreferents* coreferents_;
    std::map<std::string, Index> by_words_;
};

/// Adds the description to the mentions of whom it means.
void mention_described(EntityDrafts& drafts, Index entity, const Phrase& phrase);

/// "the Lisk Gazette newspaper": the body whose name stands before what it is, or `none`.
[[nodiscard]] Index named_before_kind(const EntityDrafts& drafts, const Phrase& phrase);

/// "the mayor, Tomas Iver,", "the hospital's director, Dr. Ana Belisar,": whoever is named there, or `none`.
[[nodiscard]] Index named_in_apposition(const EntityDrafts& drafts, const Phrase& phrase);

}  // namespace sayso
