#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/phrases.h"
#include "read/statements.h"
#include "read/tree_view.h"

/// What the tree tells of a cue: whether it holds, whose it is, and which line of the lexicon it is.
namespace sayso {

/// Whether something was said, thought or left unsaid, rather than might be or was not. `told_act` is what the analysis
/// takes the statement for, where it does.
[[nodiscard]] bool holds(const TreeView& tree, Index verb, std::optional<Act> told_act);

/// "has announced": with "have" and without "be" a participle is no passive, whatever the tree says.
[[nodiscard]] bool is_perfect(const TreeView& tree, Index verb);

/// Without commas and the like at its ends, and without the full stop behind the last word.
[[nodiscard]] WordSpan without_edges(const TextWords& words, WordSpan span);

/// A span that ends within a phrase ("the blast to") goes on to the phrase's end, if none of
/// `but_not` lies there.
[[nodiscard]] WordSpan completed(const TreeView& tree, WordSpan span, WordSpan but_not);

/// Whether all words but one depend on words of the span: "the officials shelved its" is no phrase.
[[nodiscard]] bool is_phrase(const TreeView& tree, WordSpan span);

/// The words of a source as a phrase: its head, and where an apposition begins.
[[nodiscard]] Phrase phrase_of(const TreeView& tree, WordSpan span);

/// Gives the attribution, whose source is known, its cue and contents, and the words that all of it takes up.
void take_up(const TextWords& words, Attribution& one, WordSpan cue, std::string lemma,
             const std::vector<WordSpan>& contents);

/// "the driver's": without the mark of the possessor at its end.
[[nodiscard]] WordSpan without_possessive(const TextWords& words, WordSpan span);

/// Whose words a cue tells: the subject of its verb, which may stand with a verb before, or the noun's possessor.
[[nodiscard]] std::optional<WordSpan> source_in_tree(const TreeView& tree, WordSpan cue, Index head);

/// The lexicon's line of the cue in these words, or null.
[[nodiscard]] const CueWord* known_cue(const TreeView& tree, WordSpan cue);

}  // namespace sayso
