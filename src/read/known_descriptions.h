#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "read/coreferents.h"
#include "read/entity_drafts.h"
#include "read/name_uses.h"
#include "read/phrases.h"
#include "read/tree_view.h"

/// Whom a definite description means, by what the document tells of those that it named before: "the director" behind
/// "Bram Tell, director of the port", "the company" behind "Carrow Metals, a mining company".
namespace sayso {

class KnownDescriptions {
public:
    KnownDescriptions(const TreeView& tree, const std::vector<NameUse>& uses, const EntityDrafts& drafts,
                      const Coreferents& coreferents);

    /// The entity that the description can only mean, or `none`. Who is mentioned in `content` alone is not meant.
    [[nodiscard]] Index meant(const Phrase& description, const std::vector<Span>& content) const;
    /// The only one whose office letters like "the CEC" can stand for, or `none`.
    [[nodiscard]] Index holder_of_initials(const Phrase& phrase) const;

private:
    /// What a named body or group is said to be: "a mining company".
    struct Kind {
        Index entity = none;
        WordSpan words;  ///< from the first adjective to the noun
    };
    struct Description {
        const Phrase& phrase;
        const std::vector<Span>& content;
        std::string head;
        WordSpan modifiers;
    };

    void find_kinds(const NameUse& use);
    [[nodiscard]] bool mentioned_before(Index entity, const Description& description) const;
    [[nodiscard]] bool person_fits(Index entity, const Description& description) const;
    [[nodiscard]] bool role_fits(const Role& role, const Description& description) const;
    [[nodiscard]] bool body_fits(Index entity, const Description& description) const;
    [[nodiscard]] bool unnamed_fits(Index entity, const Description& description) const;
    [[nodiscard]] bool agrees(Index entity, const Description& description) const;
    [[nodiscard]] bool agrees_alone(Index entity, const Description& description) const;
    [[nodiscard]] Index last_unit(Index entity, const Description& description) const;
    [[nodiscard]] bool is_last(Index entity, const std::vector<Index>& others, const Description& description) const;
    [[nodiscard]] Index only_person_near(const Description& description) const;
    [[nodiscard]] Index only_holder(const Description& description) const;
    [[nodiscard]] bool tells_which(const Description& description) const;
    [[nodiscard]] Index aged(const Description& description) const;
    template <class Fits>
    [[nodiscard]] std::vector<Index> those(const Description& description, Fits fits) const;

    const TreeView* tree_;
    const EntityDrafts* drafts_;
    const Coreferents* coreferents_;
    std::vector<Kind> kinds_;
};

}  // namespace sayso
