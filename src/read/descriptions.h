#pragma once

#include <map>
#include <string>

#include "read/entity_drafts.h"
#include "read/phrases.h"

/// Those whom a statement describes: "a senior official", "the ministry", "the mayor, Tomas Iver,".
namespace sayso {

class Descriptions {
public:
    explicit Descriptions(EntityDrafts& drafts) : drafts_(&drafts) {}

    /// The entity of a nominal, which is new unless the same words, which can only mean one thing, were met before.
    Index entity_of(const Phrase& phrase);

private:
    void mention(Index entity, const Phrase& phrase);

    EntityDrafts* drafts_;
    std::map<std::string, Index> by_words_;
};

/// "the mayor, Tomas Iver,", "the hospital's director, Dr. Ana Belisar,": whoever is named there, or `none`.
[[nodiscard]] Index named_in_apposition(const EntityDrafts& drafts, const Phrase& phrase);

}  // namespace sayso
