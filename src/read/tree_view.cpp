#include "read/tree_view.h"

#include <algorithm>

namespace sayso {
namespace {

const Token& token_of(const TextWords& words, Index i) {
    return words.analysis->tokens[words[i].token];
}

}  // namespace

TreeView::TreeView(const TextWords& words)
    : words_(words), heads_(words.all.size(), none), children_(words.all.size()), subtrees_(words.all.size()) {
    std::vector<Index> word_of(words.analysis->tokens.size(), none);
    for (Index i = 0; i < words.size(); ++i) word_of[words[i].token] = i;
    for (Index i = 0; i < words.size(); ++i) {
        subtrees_[static_cast<std::size_t>(i)] = {i, i + 1};
        const auto head = token_of(words, i).head;
        if (head < 0) continue;
        const auto at = word_of[static_cast<std::size_t>(head)];
        heads_[static_cast<std::size_t>(i)] = at;
        if (at != none) children_[static_cast<std::size_t>(at)].push_back(i);
    }
    // Trees have no cycles, so each word's ancestors come to an end.
    for (Index i = 0; i < words.size(); ++i) {
        for (auto up = head(i); up != none; up = head(up)) {
            auto& span = subtrees_[static_cast<std::size_t>(up)];
            if (span.contains(i)) continue;
            span = {std::min(span.first, i), std::max(span.last, i + 1)};
        }
    }
}

std::string_view TreeView::relation(Index i) const {
    const auto& relation = token_of(words_, i).deprel;
    return relation ? std::string_view(*relation) : std::string_view();
}

bool TreeView::is(Index i, std::string_view relation) const {
    const auto own = this->relation(i);
    return own.starts_with(relation) && (own.size() == relation.size() || own[relation.size()] == ':');
}

std::string_view TreeView::upos(Index i) const {
    const auto& upos = token_of(words_, i).upos;
    return upos ? std::string_view(*upos) : std::string_view();
}

std::string_view TreeView::lemma(Index i) const {
    const auto& lemma = token_of(words_, i).lemma;
    return lemma ? std::string_view(*lemma) : std::string_view(words_[i].lower);
}

Index TreeView::child(Index i, std::string_view relation) const {
    const auto& all = children(i);
    const auto found = std::find_if(all.begin(), all.end(), [&](Index child) { return is(child, relation); });
    return found == all.end() ? none : *found;
}

Index TreeView::head_of(WordSpan span) const {
    for (auto i = span.first; i < span.last; ++i) {
        if (!words_[i].punctuation && !span.contains(head(i))) return i;
    }
    return span.first;
}

}  // namespace sayso
