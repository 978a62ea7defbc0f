#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "read/coreferents.h"
#include "read/tree_phrases.h"
#include "sayso/reading.h"

/// Who and what takes part in events. Statements needed entities for names and for whoever speaks; others ("six
/// soldiers", "a power station") become entities when an event needs them.
namespace sayso {

[[nodiscard]] ParticipantRole role_of(FillerRole filler);

class EventParties {
public:
    EventParties(const TreeView& tree, const Reading& reading);

    struct Party {
        std::string entity;
        Span span;
    };
    /// What the word, a token of the analysis, stands for in this role; nothing where that is not plain.
    [[nodiscard]] std::optional<Party> taking_part(std::uint32_t token, ParticipantRole role);
    [[nodiscard]] std::optional<Party> taking_part_word(Index word, ParticipantRole role);
    /// What the word stands for, if for anything that can take part.
    [[nodiscard]] std::optional<EntityType> would_be(Index word, bool as_means) const;
    /// Whether the word stands for a thought, a time or a happening.
    [[nodiscard]] bool is_abstract(Index word) const;
    /// Whether the word belongs to somebody's name.
    [[nodiscard]] bool names_person(Index word) const;
    /// The same of words that are known to be the whole description.
    [[nodiscard]] std::optional<Party> taking_part(const Filler& filler);

    [[nodiscard]] const Entity& entity(const std::string& id) const;
    /// The named place or facility that the token is a word of, or null.
    [[nodiscard]] const Entity* place_at(std::uint32_t token) const;
    /// "the president of Orvia", of the token "Orvia": tells who somebody is, not where something was.
    [[nodiscard]] bool belongs_to_person(std::uint32_t token) const;
    [[nodiscard]] const TreeView& tree() const { return tree_; }
    [[nodiscard]] Span span_of_word(Index word) const { return words_[word].span; }
    [[nodiscard]] Span span_of(std::uint32_t token) const { return words_.analysis->tokens[token].span; }

    /// Adds the new entities that the events name to the reading's, gives them their ids, and adds new mentions.
    void finish(Reading& reading);

private:
    const TreeView& tree_;
    const TextWords& words_;
    Coreferents coreferents_;
    std::vector<Index> word_of_;  ///< of each token
    std::vector<Entity> all_;     ///< the reading's, then new ones
    std::size_t old_ = 0;
    std::map<std::string, std::size_t> by_id_;
    std::map<Index, std::size_t> headed_;               ///< by the head, or each word of a name
    std::map<std::uint32_t, std::vector<Index>> same_;  ///< heads of what the analysis takes for one thing
    std::map<Index, std::uint32_t> thing_of_;

    void learn_mention(std::size_t entity, const Mention& mention);
    [[nodiscard]] std::optional<std::size_t> known_at(Index i) const;
    [[nodiscard]] std::optional<std::size_t> same_as(Index i, const Phrase& phrase) const;
    [[nodiscard]] bool may_be_called(const Entity& known, const Phrase& phrase) const;
    [[nodiscard]] std::optional<std::size_t> named_behind(Index noun) const;
    [[nodiscard]] std::optional<std::size_t> named_before(const Phrase& phrase) const;
    [[nodiscard]] std::optional<std::size_t> apposed_name(Index noun) const;
    [[nodiscard]] Index meant_by_pronoun(Index i) const;
    [[nodiscard]] bool is_subject_beside(Index pronoun, Index noun) const;
    [[nodiscard]] bool agrees(Index pronoun, Index noun) const;
    [[nodiscard]] bool is_in_dateline(Index i) const;
    [[nodiscard]] Index antecedent_of(Index relative) const;
    [[nodiscard]] EntityType type_of(Index head, ParticipantRole role) const;
    /// Of the noun's own word: "patrol", "lorry".
    [[nodiscard]] bool stands_for(Index head, ThingKind kind) const;
    [[nodiscard]] bool is_plural(Index head) const;
    [[nodiscard]] Phrase phrase_of(Index i) const;
    [[nodiscard]] bool ends_phrase(Index i) const;
    [[nodiscard]] bool can_take_part(Index i) const;
    [[nodiscard]] Index counted_by(Index head) const;
    void add_body(const Phrase& phrase, Entity& entity) const;
    [[nodiscard]] std::size_t described(const Phrase& phrase, EntityType type);
    [[nodiscard]] bool is_pronoun(Index i) const;
    [[nodiscard]] Index meant_by(Index i) const;
    std::optional<std::size_t> entity_of(Index i, ParticipantRole role);
    void add_mention(std::size_t entity, Mention mention);
};

}  // namespace sayso
