#pragma once

#include <optional>
#include <vector>

#include "read/entity_drafts.h"

/// What the analysis takes for the same thing: evidence for who is meant, which alone does not decide.
namespace sayso {

class Coreferents {
public:
    explicit Coreferents(const TextWords& words);

    /// What the mention with this head is, or nothing.
    [[nodiscard]] std::optional<MentionType> type(Index head) const;
    /// Whether the analysis takes both words' mentions for the same.
    [[nodiscard]] bool same(Index a, Index b) const;

    /// The only one of `drafts` that the analysis takes for the same as word `i`, mentioned near before it and not in
    /// `content`; one with a name goes before those without. `none` where there are several.
    [[nodiscard]] Index meant(const EntityDrafts& drafts, Index i, const std::vector<Span>& content) const;

private:
    struct Mentioned {
        Index head = none;
        Index last = none;  ///< behind its last word
    };
    [[nodiscard]] static Index entity_at(const EntityDrafts& drafts, const Mentioned& mention);

    std::vector<std::vector<Mentioned>> things_;  ///< the mentions of each
    std::vector<Index> thing_of_;                 ///< of each word that heads a mention
    std::vector<MentionType> types_;              ///< of each word that heads a mention
};

/// Whether a part of a statement's content.
[[nodiscard]] bool in_content(const std::vector<Span>& content, Span span);

/// Whether word `before` stands near enough before `i` for that to go on about it.
[[nodiscard]] bool is_near(const TextWords& words, Index before, Index i);

}  // namespace sayso
