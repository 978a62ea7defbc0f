#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "read/phrases.h"
#include "read/statements.h"
#include "read/tree_view.h"

/// What the rules for statements ask of the trees.
namespace sayso {

/// The words that the span covers; empty where it covers none that are read.
[[nodiscard]] WordSpan words_covered(const TextWords& words, Span span);

/// Whether the word is of a name of that type.
[[nodiscard]] bool is_of_name(const TextWords& words, Index i, NameType type);

/// Whether the word is of a person's name.
[[nodiscard]] bool is_person_name(const TextWords& words, Index i);

/// The word and those joined to it: "Norland and the union".
[[nodiscard]] std::vector<Index> joined_with(const TreeView& tree, Index head);

/// The noun with what belongs to it, without the preposition before it and what is joined to it.
[[nodiscard]] Phrase phrase_at(const TreeView& tree, Index head);

/// Whether the word has this preposition: "behind" of "behind the attack".
[[nodiscard]] bool has_case(const TreeView& tree, Index i, std::string_view preposition);

/// The child with the relation that has this preposition, or `none`.
[[nodiscard]] Index child_with_case(const TreeView& tree, Index i, std::string_view relation,
                                    std::string_view preposition);

/// The subject that stands nearest before the verb, or `none`: "in which | a courier | claims".
[[nodiscard]] Index subject_before_verb(const TreeView& tree, Index verb);

/// "not", "never", "no" of the word itself.
[[nodiscard]] bool is_negated(const TreeView& tree, Index i);

/// "if", "whether", "could not say whether"
[[nodiscard]] bool is_open_question(const TreeView& tree, Index i);

/// Lemmas in lower case of the nouns, names, verbs, adjectives and numbers within the words, without those that tell
/// nothing by themselves.
[[nodiscard]] std::set<std::string> telling_lemmas(const TreeView& tree, WordSpan span);

/// A noun for what somebody can be blamed for: "attack", "explosion", "leak".
[[nodiscard]] bool is_deed(std::string_view noun);

/// "attack", "incident": a word for a deed told in other words elsewhere.
[[nodiscard]] bool is_word_for_any_deed(std::string_view noun);

/// "involvement", "complicity", "role": a noun for having taken part.
[[nodiscard]] bool is_part_taken(std::string_view noun);

}  // namespace sayso
