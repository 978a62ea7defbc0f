#include "read/viewpoints.h"

#include <algorithm>
#include <array>
#include <optional>

#include "read/tree_cues.h"
#include "read/tree_phrases.h"

namespace sayso {
namespace {

/// The sentence around a phrase: what stands before it and what stands behind it.
std::vector<WordSpan> around(const TreeView& tree, WordSpan sentence, WordSpan phrase) {
    const auto& words = tree.words();
    std::vector<WordSpan> pieces;
    for (const auto piece : {WordSpan{sentence.first, phrase.first}, WordSpan{phrase.last, sentence.last}}) {
        auto bare = piece.empty() ? piece : without_edges(words, piece);
        while (!bare.empty() && words[bare.first].is(conjunction)) ++bare.first;
        if (!bare.empty()) pieces.push_back(bare);
    }
    return pieces;
}

WordSpan sentence_of(const TreeView& tree, Index i) {
    while (tree.head(i) != none) i = tree.head(i);
    return tree.subtree(i);
}

Attribution attribution_of(const TreeView& tree, WordSpan source, WordSpan cue, std::string lemma,
                           const std::vector<WordSpan>& contents) {
    const auto& words = tree.words();
    Attribution one;
    one.source = phrase_of(tree, source);
    take_up(words, one, cue, std::move(lemma), contents);
    return one;
}

/// "in Marek's view", "to her mind", "by his own account"
std::optional<Attribution> in_view_of(const TreeView& tree, Index noun) {
    static constexpr std::array<std::string_view, 11> views{"view",       "opinion", "judgment", "judgement",
                                                            "estimation", "mind",    "eyes",     "words",
                                                            "telling",    "account", "reckoning"};
    const auto& words = tree.words();
    if (!among(views, words[noun].lower)) return std::nullopt;
    const auto preposition = tree.child(noun, "case");
    // "Marek's view", "the view of the coach"
    const auto behind = child_with_case(tree, noun, "nmod", "of");
    const auto holder = behind != none ? behind : tree.child(noun, "nmod:poss");
    if (preposition == none || holder == none || preposition > holder || words[noun].quoted != none)
        return std::nullopt;
    if (!words[preposition].is("in") && !words[preposition].is("to") && !words[preposition].is("by"))
        return std::nullopt;
    const WordSpan cue{preposition, noun + 1};
    const WordSpan phrase{preposition, behind != none ? tree.subtree(behind).last : noun + 1};
    // At the sentence's begin or end, or between commas: else the view is part of what is told.
    const auto sentence = sentence_of(tree, noun);
    const bool apart_before = phrase.first == sentence.first || words[phrase.first - 1].comma();
    const bool apart_behind = phrase.last >= sentence.last || words[phrase.last].punctuation;
    if (!apart_before || !apart_behind) return std::nullopt;
    auto held = tree.subtree(holder);
    if (behind != none) held.first = tree.child(behind, "case") + 1;
    const auto source = without_possessive(words, held);
    const auto contents = around(tree, sentence, phrase);
    if (contents.empty() || contents.front().size() < 2 || source.empty()) return std::nullopt;
    if (behind != none && !is_speaker(words, phrase_of(tree, source), false)) return std::nullopt;
    return attribution_of(tree, source, cue, std::string(words[preposition].lower) + " view", contents);
}

/// "As the governor put it, the city was a sieve."
std::optional<Attribution> as_somebody_put_it(const TreeView& tree, Index verb) {
    const auto& words = tree.words();
    if (tree.lemma(verb) != "put" || verb + 1 >= words.size() || !words[verb + 1].is("it")) return std::nullopt;
    const auto as = tree.child(verb, "mark"), subject = tree.child(verb, "nsubj");
    if (as == none || subject == none || !words[as].is("as")) return std::nullopt;
    // The analysis may take the aside for what all depends on.
    const auto aside = tree.head(verb) == none ? WordSpan{as, verb + 2} : tree.subtree(verb);
    const auto contents = around(tree, sentence_of(tree, verb), aside);
    if (contents.empty()) return std::nullopt;
    return attribution_of(tree, tree.subtree(subject), {verb, verb + 2}, "put it", contents);
}

/// The end of "as the engineers had warned" behind its verb, which tells nothing more; `none` if it does.
Index end_of_aside(const TreeView& tree, Index as, Index verb) {
    const auto& words = tree.words();
    const auto clause = without_edges(words, tree.subtree(verb));
    // What the tree hangs on the verb behind a comma is the sentence that goes on.
    const bool parted = verb + 1 < words.size() && (words[verb + 1].comma() || at_end(unit_at(words, verb), verb + 1));
    return clause.first == as && (verb + 1 == clause.last || parted) ? verb + 1 : none;
}

/// "The dam was doomed, as the engineers had long warned.", "The title, as Venn notes, was held by two."
std::optional<Attribution> as_somebody_said(const TreeView& tree, Index verb) {
    const auto& words = tree.words();
    const auto as = tree.child(verb, "mark"), subject = tree.child(verb, "nsubj");
    if (as == none || subject == none || !words[as].is("as") || words[verb].quoted != none || tree.upos(verb) != "VERB")
        return std::nullopt;
    const auto end = end_of_aside(tree, as, verb);
    const auto sentence = sentence_of(tree, verb);
    if (end == none || as <= sentence.first + 1 || !words[as - 1].comma()) return std::nullopt;
    // "confirmed that, as the paper had reported, the mill was shut": no more than what is confirmed
    if (tree.is(as - 2, "mark") || words[as - 2].is(conjunction)) return std::nullopt;
    const auto* known = known_cue(tree, {verb, verb + 1});
    if (known == nullptr || (known->frames & frame_that) == 0) return std::nullopt;
    const auto contents = around(tree, sentence, {as, end});
    if (contents.empty() || contents.front().size() < 3 || words[contents.front().first].mark) return std::nullopt;
    const auto source = tree.subtree(subject);
    auto first = verb;
    while (first > source.last && !words[first - 1].punctuation) --first;
    return attribution_of(tree, source, {first, verb + 1}, known->lemma, contents);
}

}  // namespace

std::vector<Attribution> viewpoints(const TreeView& tree) {
    std::vector<Attribution> found;
    for (Index i = 0; i < tree.words().size(); ++i) {
        if (auto one = in_view_of(tree, i)) found.push_back(std::move(*one));
        if (auto one = as_somebody_put_it(tree, i)) found.push_back(std::move(*one));
        if (auto one = as_somebody_said(tree, i)) found.push_back(std::move(*one));
    }
    return found;
}

}  // namespace sayso
