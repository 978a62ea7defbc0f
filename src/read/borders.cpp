#include "read/borders.h"

#include <algorithm>
#include <utility>

#include "read/quoted_parts.h"
#include "read/tree_cues.h"
#include "read/tree_phrases.h"

namespace sayso {
namespace {

WordSpan cue_of(const TextWords& words, const Attribution& one) {
    return words_covered(words, one.statement.cue->span);
}

bool same(const std::optional<Phrase>& a, const std::optional<Phrase>& b) {
    return a && b && a->first == b->first;
}

bool quoted(const TextWords& words, WordSpan span) {
    return words[span.first].quoted != none && words[span.first].quoted == words[span.last - 1].quoted;
}

WordSpan within_zone(const TextWords& words, WordSpan span) {
    const auto zone = words.unit(span.first).zone;
    if (words.unit(span.last - 1).zone == zone || words[span.first].quoted != none) return span;
    while (words.unit(span.last - 1).zone != zone) --span.last;
    return without_edges(words, span);
}

/// Without "and", "while" and the like at its end, which lead on to another's words.
WordSpan without_conjunction(const TextWords& words, WordSpan span) {
    span = without_edges(words, span);
    while (!span.empty() &&
           (words[span.last - 1].is(conjunction) || words[span.last - 1].is("while") ||
            words[span.last - 1].is("but") || words[span.last - 1].is("before") || words[span.last - 1].is("then")))
        span = without_edges(words, {span.first, span.last - 1});
    return span;
}

/// Whether the verb of `other` is joined to that of `one`: "said the gate was open and denied that".
bool joined(const TreeView& tree, const Attribution& one, const Attribution& other) {
    const auto verb = tree.head_of(cue_of(tree.words(), one)), next = tree.head_of(cue_of(tree.words(), other));
    return tree.head(next) == verb && (tree.is(next, "conj") || tree.is(next, "advcl") || tree.is(next, "parataxis"));
}

/// The content up to where `other`, which is no part of it, begins.
WordSpan up_to(const TreeView& tree, WordSpan content, const Attribution& one, const Attribution& other) {
    const auto& words = tree.words();
    const auto cue = cue_of(words, other);
    if (quoted(words, content)) return content;
    // The other's cue stands outside, but its source was taken for the content's end.
    if (other.source && !same(one.source, other.source) && content.contains(other.source->first) &&
        cue.first >= content.last && cue.first - content.last <= 3 && other.source->first > content.first)
        return without_conjunction(words, {content.first, other.source->first});
    if (content.contains(cue.first) && cue.first > content.first && joined(tree, one, other) &&
        (same(one.source, other.source) || !other.source))
        return without_conjunction(words, {content.first, cue.first});
    return content;
}

/// The content with all of a statement that begins in it and ends behind it.
WordSpan with_all_of(const TextWords& words, WordSpan content, const Attribution& inner) {
    const auto cue = cue_of(words, inner);
    const bool begins_within = content.contains(cue) && inner.first >= content.first;
    if (!begins_within || inner.last <= content.last ||
        words.unit(inner.last - 1).zone != words.unit(content.first).zone || quoted(words, content))
        return content;
    const auto begin = words.word_at(inner.statement.content.front().begin);
    return begin <= content.last + 1 ? WordSpan{content.first, inner.last} : content;
}

bool holds_source(const TextWords& words, const Attribution& one) {
    return std::any_of(one.statement.content.begin(), one.statement.content.end(), [&](Span content) {
        return one.source && words_covered(words, content).contains(one.source->head);
    });
}

/// "…, the mayor's office has announced": a piece that is nothing but the source is no part of what was said.
void drop_source_from_content(const TextWords& words, Attribution& one) {
    if (!one.source || one.statement.content.size() < 2) return;
    const auto source = words.span(one.source->first, one.source->last);
    std::erase_if(one.statement.content, [&](Span piece) { return source.contains(piece); });
}

/// "told this | to journalists": who was told.
bool names_addressee(const TreeView& tree, WordSpan span) {
    return tree.words()[span.first].is("to") && tree.is(span.first, "case");
}

/// "have shown off a laser | that can write": the clause tells which one.
bool tells_which(const TreeView& tree, WordSpan span) {
    const auto& first = tree.words()[span.first];
    const auto clause = tree.head_of(span);
    return (first.is("that") || first.is("which") || first.is("who")) && tree.relation(clause) == "acl:relcl" &&
           tree.upos(tree.head(clause)) != "VERB";
}

}  // namespace

void settle_borders(const TreeView& tree, std::vector<Attribution>& all) {
    const auto& words = tree.words();
    std::erase_if(all, [&](Attribution& one) {
        std::erase_if(one.statement.content, [&](Span piece) {
            const auto span = words_covered(words, piece);
            return one.statement.cue && (names_addressee(tree, span) || tells_which(tree, span));
        });
        return one.statement.content.empty();
    });
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto& one = all[i];
        if (!one.statement.cue) continue;
        drop_source_from_content(words, one);
        if (holds_source(words, one)) one.source.reset();
        const auto before = one.statement.content;
        for (auto& span : one.statement.content) {
            auto content = within_zone(words, words_covered(words, span));
            for (auto k = i >= 8 ? i - 8 : 0; k < std::min(all.size(), i + 9) && !content.empty(); ++k) {
                if (k == i || !all[k].statement.cue) continue;
                const auto shorter = up_to(tree, content, one, all[k]);
                content = shorter == content ? with_all_of(words, content, all[k]) : shorter;
            }
            if (!content.empty()) span = words.span(content.first, content.last);
        }
        if (one.statement.content != before) {
            one.last = std::max(one.first + 1, words.word_at(one.statement.content.back().end - 1) + 1);
            one.last = std::max({one.last, cue_of(words, one).last, one.source ? one.source->last : one.last});
            judge_quotation(words, one);
        }
    }
}

}  // namespace sayso
