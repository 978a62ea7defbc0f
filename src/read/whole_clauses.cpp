#include "read/whole_clauses.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "read/tree_cues.h"
#include "read/tree_phrases.h"

namespace sayso {
namespace {

bool same_unit(const TextWords& words, Index a, Index b) {
    return words.unit_of[static_cast<std::size_t>(a)] == words.unit_of[static_cast<std::size_t>(b)];
}

/// "in the Plaza | de la Villa", "(DP) | president": a name is in it whole.
WordSpan with_whole_names(const TextWords& words, WordSpan span) {
    const auto goes_on = [&](Index left, Index right) {
        return words[left].name != none && words[left].name == words[right].name && same_unit(words, left, right);
    };
    while (span.last < words.size() && goes_on(span.last - 1, span.last)) ++span.last;
    while (span.first > 0 && goes_on(span.first - 1, span.first)) --span.first;
    return span;
}

bool governs(const TreeView& tree, Index above, Index i) {
    while (i != none && i != above) i = tree.head(i);
    return i == above;
}

/// The farthest word behind the span that a word of it, other than its own top, depends on, or `none`. What the cue
/// itself depends on ("claims that it burst | proved false") is not told, unless the content's "that" belongs to it.
Index awaited(const TreeView& tree, WordSpan span, WordSpan cue) {
    auto farthest = none;
    for (auto i = span.first; i < span.last; ++i) {
        const auto head = tree.head(i);
        if (tree.is(i, "punct") || head < span.last || !same_unit(tree.words(), i, head)) continue;
        const bool opening = i == span.first && tree.is(i, "mark");
        if (opening || !governs(tree, head, tree.head_of(cue))) farthest = std::max(farthest, head);
    }
    return farthest;
}

/// Up to ", which" behind the span: an aside is the article's.
Index before_aside(const TextWords& words, Index from, Index last) {
    for (auto i = from; i + 1 < last; ++i) {
        if (words[i].comma() && (words[i + 1].is("which") || words[i + 1].is("who"))) return i;
    }
    return last;
}

/// "that in order to grow, | the farm was sold"
WordSpan with_awaited_verb(const TreeView& tree, WordSpan span, WordSpan cue) {
    const auto& words = tree.words();
    if (span.first < cue.last) return span;
    const auto head = awaited(tree, span, cue);
    if (head == none || tree.subtree(head).last <= span.last) return span;
    const WordSpan longer{span.first, before_aside(words, head, tree.subtree(head).last)};
    const bool apart = longer.overlaps(cue) || !same_unit(words, longer.first, longer.last - 1);
    return apart ? span : without_edges(words, longer);
}

/// "and that the bridge was shut", "and he said": the analysis saw these and left them out.
bool stands_apart(const TreeView& tree, Index verb) {
    if (has_case(tree, verb, "that")) return true;
    return known_cue(tree, {verb, verb + 1}) != nullptr;
}

/// The verb of the clause that "and" right behind the span joins to a clause in it, or `none`. "but" is left out: it
/// often leads back to the article's own voice.
Index joined_clause(const TreeView& tree, WordSpan span) {
    const auto& words = tree.words();
    auto next = span.last;
    if (next < words.size() && words[next].comma()) ++next;
    if (next >= words.size() || !tree.is(next, "cc") || words[next].is("but") || words[next].quoted != none)
        return none;
    const auto verb = tree.head(next);
    if (verb == none || verb < next || !tree.is(verb, "conj") || !span.contains(tree.head(verb))) return none;
    const bool clause =
        tree.upos(verb) == "VERB" || tree.child(verb, "cop") != none || tree.child(verb, "nsubj") != none;
    return clause && !stands_apart(tree, verb) ? verb : none;
}

/// "the road is open | , and the bridge was never shut"
WordSpan with_joined_clause(const TreeView& tree, WordSpan span, WordSpan cue) {
    const auto& words = tree.words();
    const auto verb = joined_clause(tree, span);
    if (verb == none) return span;
    const WordSpan longer{span.first, before_aside(words, verb, tree.subtree(verb).last)};
    return longer.overlaps(cue) || longer.last <= span.last ? span : without_edges(words, longer);
}

/// "is six feet long | (two metres)"
WordSpan with_bracket(const TextWords& words, WordSpan span, WordSpan cue) {
    constexpr Index longest = 12;
    if (span.last >= words.size() || words[span.last].form != "(" || !same_unit(words, span.last - 1, span.last))
        return span;
    for (auto i = span.last + 1; i < std::min(words.size(), span.last + longest); ++i) {
        if (words[i].form == ")") return cue.first > span.last && cue.first <= i ? span : WordSpan{span.first, i + 1};
    }
    return span;
}

/// “…,” Dacre said: what stands before a tag begins where its clause does.
WordSpan with_front(const TreeView& tree, WordSpan span, WordSpan cue) {
    const auto& words = tree.words();
    const auto unit_first = words.unit(span.first).first;
    for (int times = 0; times < 4 && span.last <= cue.first && span.first > unit_first; ++times) {
        const auto before = span.first - 1;
        const auto top = tree.head_of(span), above = tree.head(top);
        auto first = span.first;
        const bool belongs = !words[before].punctuation && tree.upos(before) != "ADP" && !tree.is(before, "mark") &&
                             !tree.is(before, "cc") && span.contains(tree.head(before));
        if (belongs) first = tree.subtree(before).first;
        if (tree.is(top, "advcl") && above != none && above < span.first) first = tree.subtree(above).first;
        if (first >= span.first || first < unit_first) break;
        span.first = first;
    }
    return without_edges(words, span);
}

}  // namespace

WordSpan with_wanted(const TreeView& tree, WordSpan content, WordSpan cue) {
    static constexpr std::array<std::string_view, 6> wanting{"want", "like", "need", "wish", "expect", "prefer"};
    const auto verb = tree.head_of(cue);
    const auto object = tree.child(verb, "obj");
    if (object == none || !among(wanting, tree.lemma(verb)) || !tree.words()[content.first].is("to")) return content;
    const auto span = tree.subtree(object);
    const bool between = span.first >= cue.last && object < content.first;
    return between ? WordSpan{span.first, content.last} : content;
}

WordSpan with_whole_clause(const TreeView& tree, WordSpan content, WordSpan cue) {
    const auto& words = tree.words();
    if (content.size() < 2 || words[content.first].mark) return content;
    auto whole = with_whole_names(words, content);
    if (whole.overlaps(cue)) whole = content;
    whole = with_awaited_verb(tree, whole, cue);
    const auto bracketed = with_bracket(words, whole, cue);
    const auto joined = with_joined_clause(tree, bracketed, cue);
    if (joined != bracketed) whole = joined;
    whole = with_joined_clause(tree, whole, cue);
    whole = with_wanted(tree, whole, cue);
    return with_front(tree, whole, cue);
}

}  // namespace sayso
