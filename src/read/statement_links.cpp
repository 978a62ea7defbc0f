#include "read/statement_links.h"

#include <algorithm>

#include "read/answers.h"
#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {
namespace {

std::uint32_t whole_size(const std::vector<Span>& spans) {
    auto begin = spans.front().begin, end = spans.front().end;
    for (const auto span : spans) {
        begin = std::min(begin, span.begin);
        end = std::max(end, span.end);
    }
    return end - begin;
}

/// By its cue, or where it has none by its words.
bool lies_in(const Statement& inner, const Statement& outer) {
    if (&inner == &outer || inner.content.empty()) return false;
    const auto own = inner.cue ? inner.cue->span : inner.content.front();
    return std::any_of(outer.content.begin(), outer.content.end(), [&](Span span) { return span.contains(own); });
}

/// "denied reports that": the noun for the statement is what is denied; "denied that he had said": the saying is.
enum class Place { object, saying, within };

Place place_of(const TreeView& tree, const Statement& inner, const Statement& outer) {
    if (!inner.cue) return Place::within;
    const auto cue = words_covered(tree.words(), inner.cue->span);
    const auto cue_head = tree.head_of(cue);
    for (const auto content : outer.content) {
        const auto span = words_covered(tree.words(), content);
        if (span.empty() || !span.contains(cue_head)) continue;
        const auto joined = joined_with(tree, tree.head_of(span));
        if (std::find(joined.begin(), joined.end(), cue_head) == joined.end()) return Place::within;
        return tree.upos(cue_head) == "NOUN" ? Place::object : Place::saying;
    }
    return Place::within;
}

bool negated_cue(const TreeView& tree, const Statement& statement) {
    const auto cue = words_covered(tree.words(), statement.cue->span);
    return is_negated(tree, tree.head_of(cue));
}

bool doubts(const Statement& statement) {
    const auto& lemma = statement.cue->lemma;
    return statement.certainty == Certainty::doubtful || lemma == "doubt" || lemma == "question" ||
           lemma.find(" doubt") != std::string::npos;
}

/// What the outer statement holds of the inner one.
Stance stance_on_inner(const TreeView& tree, const Statement& inner, const Statement& outer) {
    if (!outer.cue || negated_cue(tree, outer)) return Stance::affirms;
    const bool turns_down = outer.act == Act::deny || outer.act == Act::reject;
    if (!turns_down && !doubts(outer)) return Stance::affirms;
    const auto place = place_of(tree, inner, outer);
    if (place == Place::within) return Stance::affirms;
    if (!turns_down) return Stance::doubts;
    return place == Place::object ? Stance::rejects : Stance::denies;
}

void link_nested(const TreeView& tree, std::vector<Statement>& statements) {
    // Statements near in the text are near in the list; a long quotation may hold many.
    constexpr std::size_t near = 64;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        Statement* outer = nullptr;
        for (auto k = i >= near ? i - near : 0; k < std::min(i + near, statements.size()); ++k) {
            auto& other = statements[k];
            if (!lies_in(statements[i], other) || lies_in(other, statements[i])) continue;
            if (outer == nullptr || whole_size(other.content) < whole_size(outer->content)) outer = &other;
        }
        if (outer == nullptr) continue;
        outer->about.push_back({std::nullopt, statements[i].id, stance_on_inner(tree, statements[i], *outer)});
    }
}

}  // namespace

void link_statements(const TreeView& tree, const Gazetteer& gazetteer, Reading& reading) {
    link_nested(tree, reading.statements);
    link_answers(tree, gazetteer, reading);
}

}  // namespace sayso
