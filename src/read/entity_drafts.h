#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/statements.h"
#include "read/text_words.h"
#include "read/unit_view.h"
#include "sayso/reading.h"

/// The entities of a document while they are being found: they refer to each other and are referred to by their index,
/// written as a number, and get their ids at the end.
namespace sayso {

struct Draft {
    Entity entity;
    Sex sex = Sex::unknown;
    std::uint32_t longest = 0;  ///< parts of the fullest name
    std::string head = {};      ///< the noun of one that is only described: "official"
    bool anonymous = false;     ///< a person, or people, that the document does not name
};

class EntityDrafts {
public:
    explicit EntityDrafts(const TextWords& words) : words_(&words), of_word_(words.all.size(), none) {}

    [[nodiscard]] const TextWords& words() const { return *words_; }
    [[nodiscard]] Index size() const { return static_cast<Index>(all_.size()); }
    [[nodiscard]] Draft& operator[](Index i) { return all_[static_cast<std::size_t>(i)]; }
    [[nodiscard]] const Draft& operator[](Index i) const { return all_[static_cast<std::size_t>(i)]; }
    [[nodiscard]] EntityType type(Index i) const { return (*this)[i].entity.type; }
    Index add(Draft draft);

    /// The entity that a word names or is the head of a description of, or `none`.
    [[nodiscard]] Index of_word(Index word) const { return of_word_[static_cast<std::size_t>(word)]; }
    void set_word(Index word, Index entity) { of_word_[static_cast<std::size_t>(word)] = entity; }

    void add_mention(Index entity, Mention mention);
    void add_role(Index entity, Role role);

    /// The words on one line.
    [[nodiscard]] std::string plain(Span span) const;
    /// Words [first, last) as an office is written: "prime minister".
    [[nodiscard]] std::string as_title(Index first, Index last) const;
    [[nodiscard]] bool same_unit(Index a, Index b) const;

    /// Those that are mentioned, in the order of the text, with their ids, which the statements get as well.
    [[nodiscard]] std::vector<Entity> numbered(std::vector<Attribution>& attributions);

private:
    const TextWords* words_;
    std::vector<Draft> all_;
    std::vector<Index> of_word_;
};

/// Whether a word that looks like a name, because a sentence begins with it, is a noun for people: "Witnesses said".
[[nodiscard]] bool is_common_noun(const TextWords& words, Index i);

}  // namespace sayso
