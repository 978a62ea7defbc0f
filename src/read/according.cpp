#include "read/according.h"

#include <algorithm>
#include <optional>

#include "read/quoted_parts.h"
#include "read/tree_cues.h"
#include "read/tree_phrases.h"

namespace sayso {
namespace {

std::optional<WordSpan> cue_of(const TextWords& words, const Attribution& one) {
    if (!one.statement.cue) return std::nullopt;
    const auto cue = words_covered(words, one.statement.cue->span);
    if (cue.empty() || !words[cue.first].is("according")) return std::nullopt;
    return cue;
}

WordSpan content_of(const TextWords& words, const Attribution& one) {
    return words_covered(words, one.statement.content.front());
}

void begin_content_at(const TextWords& words, Attribution& one, Index first) {
    auto& piece = one.statement.content.front();
    piece.begin = words[first].span.begin;
}

/// "according to what the agency announced": the agency.
void take_subject_of_what(const TreeView& tree, Attribution& one) {
    const auto& words = tree.words();
    const auto what = one.source->first;
    if (!words[what].is("what")) return;
    const auto verb = tree.is(what, "obj") || tree.is(what, "obl") ? tree.head(what) : tree.child(what, "acl");
    const auto subject = verb == none ? none : tree.child(verb, "nsubj");
    if (subject == none || subject == what) return;
    const auto span = without_edges(words, tree.subtree(subject));
    if (span.empty()) return;
    one.source = phrase_of(tree, span);
}

/// "According to the minister, a team of the port | has left": the team has.
void part_subject_from_source(const TreeView& tree, Attribution& one) {
    const auto& words = tree.words();
    auto& source = *one.source;
    const auto content = content_of(words, one);
    if (content.first < source.last || source.core_last >= source.last || !words[source.core_last].comma()) return;
    const auto subject = source.core_last + 1;
    for (auto i = subject; i < source.last; ++i) {
        const auto verb = tree.head(i);
        const bool told = (tree.is(i, "nsubj") || tree.is(i, "csubj")) && verb != none && content.contains(verb);
        if (!told || tree.subtree(i).first < subject) continue;
        begin_content_at(words, one, subject);
        source.last = source.core_last;
        return;
    }
}

/// "According to the director of the mill, | Ada Venn, the mill is shut": the name is who the director is.
void take_name_behind(const TreeView& tree, Attribution& one) {
    const auto& words = tree.words();
    const auto content = content_of(words, one);
    auto& source = *one.source;
    if (content.first != source.last + 1 || !words[source.last].comma() || is_person_name(words, source.head)) return;
    auto end = content.first;
    while (end < content.last && is_person_name(words, end)) ++end;
    const bool apposed = end > content.first && end + 2 < content.last && words[end].comma() &&
                         tree.head(content.first) == source.head && tree.is(content.first, "appos");
    if (!apposed) return;
    begin_content_at(words, one, end + 1);
    source = phrase_of(tree, {source.first, end});
}

/// "according to the court, | based in Lisk", "according to | what | the court announced": what belongs to the source
/// is not told by it.
void drop_what_describes_source(const TreeView& tree, WordSpan cue, Attribution& one) {
    const auto& words = tree.words();
    auto& content = one.statement.content;
    if (content.size() < 2) return;
    std::erase_if(content, [&](Span piece) {
        const auto span = words_covered(words, piece);
        const auto top = tree.head_of(span), above = tree.head(top);
        if (span.first == cue.last && span.last <= one.source->first) return true;
        return tree.is(top, "acl") && above >= one.source->first && above < one.source->last &&
               span.first >= one.source->last;
    });
}

/// "The guards | according to local sources | grew uneasy": the verb behind belongs to what is told.
void add_verb_behind(const TreeView& tree, WordSpan cue, Attribution& one) {
    const auto& words = tree.words();
    auto& content = one.statement.content;
    const auto piece = content_of(words, one);
    const auto next = one.source->last;
    if (content.size() != 1 || piece.last != cue.first || next >= words.size() || words[next].punctuation) return;
    for (auto i = piece.first; i < piece.last; ++i) {
        const auto verb = tree.head(i);
        if (!tree.is(i, "nsubj") || verb < next ||
            words.unit_of[static_cast<std::size_t>(verb)] != words.unit_of[static_cast<std::size_t>(i)])
            continue;
        const auto behind = without_edges(words, {next, std::min(tree.subtree(verb).last, words.unit(verb).last)});
        if (!behind.empty()) content.push_back(words.span(behind.first, behind.last));
        return;
    }
}

/// "On average, | according to the report, | a case takes months": the clause that the circumstance belongs to is told.
void add_clause_behind(const TreeView& tree, WordSpan cue, Attribution& one) {
    const auto& words = tree.words();
    auto& content = one.statement.content;
    const auto piece = content_of(words, one);
    const auto next = one.source->last + 1;
    if (content.size() != 1 || piece.last + 1 != cue.first || next >= words.size() || !words[next - 1].comma()) return;
    const auto top = tree.head_of(piece), verb = tree.head(top);
    const bool circumstance = tree.is(top, "obl") || tree.is(top, "advmod") || tree.is(top, "advcl");
    if (!circumstance || verb < next) return;
    const auto behind = without_edges(words, {next, std::min(tree.subtree(verb).last, words.unit(cue.first).last)});
    if (behind.contains(verb)) content.push_back(words.span(behind.first, behind.last));
}

/// "is charged with theft, | according to the court": the court tells of the charge.
void end_contents_before(const TextWords& words, const Attribution& according, WordSpan cue, Attribution& other) {
    const bool behind_all = std::all_of(according.statement.content.begin(), according.statement.content.end(),
                                        [&](Span piece) { return piece.end <= words[cue.first].span.begin; });
    if (!behind_all || !other.statement.cue || words[cue.first].quoted != none) return;
    for (auto& piece : other.statement.content) {
        const auto span = words_covered(words, piece);
        if (!span.contains(cue.first) || span.first + 1 >= cue.first || words[span.first].mark) continue;
        const auto shorter = without_edges(words, {span.first, cue.first});
        if (shorter.empty()) continue;
        piece = words.span(shorter.first, shorter.last);
        other.last = std::max({shorter.last, words_covered(words, other.statement.cue->span).last,
                               other.source ? other.source->last : shorter.last});
    }
}

}  // namespace

void settle_according(const TreeView& tree, std::vector<Attribution>& all) {
    const auto& words = tree.words();
    for (auto& one : all) {
        const auto cue = cue_of(words, one);
        if (!cue || !one.source) continue;
        take_subject_of_what(tree, one);
        part_subject_from_source(tree, one);
        take_name_behind(tree, one);
        drop_what_describes_source(tree, *cue, one);
        add_verb_behind(tree, *cue, one);
        add_clause_behind(tree, *cue, one);
        judge_quotation(words, one);
        for (auto& other : all) {
            if (&other != &one && !cue_of(words, other)) end_contents_before(words, one, *cue, other);
        }
    }
}

}  // namespace sayso
