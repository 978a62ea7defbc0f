#include "read/passives.h"

#include <algorithm>
#include <array>

#include "read/quoted_parts.h"
#include "read/tree_cues.h"
#include "read/tree_phrases.h"

namespace sayso {
namespace {

bool addresses(std::string_view lemma) {
    static constexpr std::array<std::string_view, 15> addressing{"tell",   "ask",   "warn",   "order",     "instruct",
                                                                 "advise", "urge",  "inform", "remind",    "assure",
                                                                 "notify", "alert", "beg",    "encourage", "command"};
    return among(addressing, lemma);
}

bool hears(const TreeView& tree, Index verb, const Phrase& source) {
    static constexpr std::array<std::string_view, 8> hearing{"court", "inquest", "inquiry", "tribunal",
                                                             "jury",  "hearing", "trial",   "commission"};
    return tree.lemma(verb) == "hear" && among(hearing, tree.words()[source.head].lower);
}

/// The subject of a passive, or `none`.
Index passive_subject(const TreeView& tree, Index verb) {
    if (is_perfect(tree, verb)) return none;
    for (const auto child : tree.children(verb)) {
        if (tree.relation(child) == "nsubj:pass" || tree.relation(child) == "csubj:pass") return child;
    }
    return none;
}

bool quoted_as_saying(const TextWords& words, WordSpan cue) {
    for (auto i = cue.first; i < cue.last; ++i) {
        if (words[i].is("as")) return true;
    }
    return false;
}

void add_subject_to_content(const TextWords& words, Attribution& one, const Phrase& subject) {
    auto& content = one.statement.content;
    const auto span = words.span(subject.first, subject.last);
    if (std::any_of(content.begin(), content.end(), [&](Span piece) { return piece.overlaps(span); })) return;
    content.insert(content.begin(), span);
    one.first = std::min(one.first, subject.first);
    judge_quotation(words, one);
}

/// "was told by two officials"
std::optional<Phrase> agent_of(const TreeView& tree, Index verb) {
    const auto& words = tree.words();
    for (const auto child : tree.children(verb)) {
        const auto preposition = tree.child(child, "case");
        if (!tree.is(child, "obl") || preposition == none || !words[preposition].is("by")) continue;
        const auto span = without_edges(words, {preposition + 1, tree.subtree(child).last});
        if (!span.empty() && span.size() < 20) return phrase_of(tree, span);
    }
    return std::nullopt;
}

/// "have been praised by the opposition"
void take_agent(const TreeView& tree, Index verb, Attribution& one) {
    const auto agent = agent_of(tree, verb);
    if (!agent) return;
    const auto span = tree.words().span(agent->first, agent->last);
    const auto& content = one.statement.content;
    if (std::any_of(content.begin(), content.end(), [&](Span piece) { return piece.overlaps(span); })) return;
    one.source = agent;
    one.last = std::max(one.last, agent->last);
}

void settle(const TreeView& tree, Attribution& one) {
    const auto& words = tree.words();
    const auto cue = words_covered(words, one.statement.cue->span);
    const auto verb = tree.head_of(cue);
    if (tree.upos(verb) != "VERB") return;
    if (!one.source) {
        if (passive_subject(tree, verb) != none) take_agent(tree, verb, one);
        return;
    }
    if (hears(tree, verb, *one.source)) {
        one.addressee = std::exchange(one.source, std::nullopt);
        return;
    }
    // "are facing charges of murder": whoever faces them is no source.
    const bool faces = tree.lemma(verb) == "face" && one.statement.act != Act::state;
    const auto subject = faces ? tree.child(verb, "nsubj") : passive_subject(tree, verb);
    if (subject == none || subject < one.source->first || subject >= one.source->last || quoted_as_saying(words, cue))
        return;
    const auto phrase = *std::exchange(one.source, std::nullopt);
    if (addresses(tree.lemma(verb))) {
        if (!one.addressee) one.addressee = phrase;
        one.source = agent_of(tree, verb);
    } else if (!words[phrase.head].is("it")) {
        add_subject_to_content(words, one, phrase);
    }
}

}  // namespace

void settle_passives(const TreeView& tree, std::vector<Attribution>& all) {
    for (auto& one : all) {
        if (one.statement.cue) settle(tree, one);
    }
}

}  // namespace sayso
