#pragma once

#include <cstdint>
#include <vector>

#include "read/descriptions.h"
#include "read/entity_drafts.h"
#include "read/phrases.h"

/// Whom "he", "she", "who" and "which" mean, by what stands before them.
namespace sayso {

class Pronouns {
public:
    explicit Pronouns(EntityDrafts& drafts) : drafts_(&drafts) {}

    /// The person whom "he" or "she" can only mean: the one just named, and no other near. `content` is what the
    /// pronoun's statement tells.
    Index person_meant(Index i, const std::vector<Span>& content);

    /// To be told of every statement's source, in the order of the text.
    void spoke(const Phrase& source, Index entity);

private:
    [[nodiscard]] std::vector<Index> persons_near(Index i, const std::vector<Span>& content);
    [[nodiscard]] Index subject_before(Index i) const;

    EntityDrafts* drafts_;
    Index last_near_ = none;   ///< the last word that names one of `persons_near`
    Index last_other_ = none;  ///< the source last met that is no person
    Index last_speaker_ = none;
    std::uint32_t last_speaker_zone_ = 0;
};

/// "who", "which", "that"
[[nodiscard]] bool is_relative(const TextWord& word);

/// "the ministry, which", "Tomas Iver, who": what a relative stands for.
[[nodiscard]] Index antecedent(EntityDrafts& drafts, Descriptions& descriptions, Index relative_word);

}  // namespace sayso
