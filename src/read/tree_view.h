#pragma once

#include <string_view>
#include <vector>

#include "read/unit_view.h"

namespace sayso {

/// Words [first, last).
struct WordSpan {
    Index first = 0, last = 0;

    [[nodiscard]] bool empty() const { return first >= last; }
    [[nodiscard]] Index size() const { return last - first; }
    [[nodiscard]] bool contains(Index i) const { return first <= i && i < last; }
    [[nodiscard]] bool contains(WordSpan other) const { return first <= other.first && other.last <= last; }
    [[nodiscard]] bool overlaps(WordSpan other) const { return first < other.last && other.first < last; }
    bool operator==(const WordSpan&) const = default;
};

/// The analysis's trees over the words of a report: Universal Dependencies.
class TreeView {
public:
    explicit TreeView(const TextWords& words);

    [[nodiscard]] const TextWords& words() const { return words_; }
    /// The word's head, or `none` for a sentence's root.
    [[nodiscard]] Index head(Index i) const { return heads_[static_cast<std::size_t>(i)]; }
    /// The relation to the head, with its subtype ("nsubj:pass"); empty where the analysis has none.
    [[nodiscard]] std::string_view relation(Index i) const;
    /// Whether the relation is this one or a subtype of it.
    [[nodiscard]] bool is(Index i, std::string_view relation) const;
    [[nodiscard]] std::string_view upos(Index i) const;
    [[nodiscard]] std::string_view lemma(Index i) const;
    [[nodiscard]] const std::vector<Index>& children(Index i) const { return children_[static_cast<std::size_t>(i)]; }
    /// The first child with the relation (or a subtype of it), or `none`.
    [[nodiscard]] Index child(Index i, std::string_view relation) const;
    /// From the first to the last word that depends on `i`.
    [[nodiscard]] WordSpan subtree(Index i) const { return subtrees_[static_cast<std::size_t>(i)]; }
    /// The word of the span that the others depend on: the first whose head lies outside.
    [[nodiscard]] Index head_of(WordSpan span) const;

private:
    const TextWords& words_;
    std::vector<Index> heads_;
    std::vector<std::vector<Index>> children_;
    std::vector<WordSpan> subtrees_;
};

}  // namespace sayso
