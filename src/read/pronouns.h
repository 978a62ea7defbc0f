#pragma once

#include <cstdint>
#include <vector>

#include "read/coreferents.h"
#include "read/descriptions.h"
#include "read/entity_drafts.h"
#include "read/phrases.h"
#include "read/tree_view.h"

/// Whom "he", "they", "who" and "which" mean, by what stands before them.
namespace sayso {

/// A pronoun where it stands.
struct PronounUse {
    Index word = none;
    std::vector<Span> content = {};  ///< what its statement tells: who is named in it does not tell it
    std::vector<Span> told = {};     ///< what the statement around it tells
    Index teller = none;             ///< who tells that, if that is known
    bool quoted = false;             ///< in the very words of the teller, who is not "he" then
};

class Pronouns {
public:
    Pronouns(const TreeView& tree, EntityDrafts& drafts, const Coreferents& coreferents)
        : tree_(tree), drafts_(&drafts), coreferents_(&coreferents) {}

    /// Whoever the pronoun can only mean, or `none`.
    Index meant(const PronounUse& use);

    /// To be told of every statement's source, in the order of the text.
    void spoke(const Phrase& source, Index entity);

private:
    struct Near {
        std::vector<Index> persons;
        Index last_word = none;  ///< that names one of them
    };
    [[nodiscard]] Near persons_near(const PronounUse& use) const;
    [[nodiscard]] Index subject_before(Index i) const;
    [[nodiscard]] bool goes_on_speaking(const PronounUse& use, const Near& near) const;
    [[nodiscard]] bool is_teller_itself(const PronounUse& use) const;
    [[nodiscard]] Index subject_of_clause_before(Index i) const;
    [[nodiscard]] Index person_by_rule(const PronounUse& use) const;
    [[nodiscard]] Index person_by_coreference(const PronounUse& use) const;
    [[nodiscard]] bool other_spoke_since(const PronounUse& use, Index meant) const;
    [[nodiscard]] Index body_meant(const PronounUse& use) const;
    [[nodiscard]] Index body_before(const PronounUse& use) const;
    [[nodiscard]] bool opens_sentence(Index entity, Index first) const;
    [[nodiscard]] bool other_in_what_is_told(const PronounUse& use, Index meant) const;
    template <class Rival>
    [[nodiscard]] bool rivalled(const PronounUse& use, Index meant, Rival is_rival) const;
    [[nodiscard]] bool may_be(Index entity, Index i) const;

    const TreeView& tree_;
    EntityDrafts* drafts_;
    const Coreferents* coreferents_;
    Index last_other_ = none;  ///< the source last met that is no person
    Index last_speaker_ = none;
    Index last_speaker_word_ = none;
};

/// "who", "which", "that"
[[nodiscard]] bool is_relative(const TextWord& word);

/// "the ministry, which", "Tomas Iver, who": what a relative stands for.
[[nodiscard]] Index antecedent(const TreeView& tree, EntityDrafts& drafts, Descriptions& descriptions,
                               Index relative_word);

}  // namespace sayso
