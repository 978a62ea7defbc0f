#include "read/tree_attributions.h"

#include <algorithm>
#include <array>
#include <optional>

#include "read/cue_frames.h"
#include "read/tree_cues.h"
#include "read/whole_clauses.h"

namespace sayso {
namespace {

/// The verb with its auxiliaries, its negation, adverbs between them, and the rest of a cue of several words.
WordSpan verb_group(const TreeView& tree, Index verb, const CueWord& known) {
    WordSpan group{verb, verb + 1 + static_cast<Index>(known.rest.size())};
    const auto belongs = [&](Index i) {
        return tree.head(i) == verb && (tree.is(i, "aux") || tree.is(i, "advmod")) && !tree.words()[i].is(time_word);
    };
    while (group.first > 0 && belongs(group.first - 1)) --group.first;
    // Adverbs at the front belong to the cue only behind a source.
    while (group.first < verb && tree.words()[group.first].capital) ++group.first;
    return group;
}

bool marked(const TreeView& tree, Index clause, std::string_view word) {
    return std::any_of(tree.children(clause).begin(), tree.children(clause).end(),
                       [&](Index child) { return tree.is(child, "mark") && tree.words()[child].is(word); });
}

bool asks(const TreeView& tree, Index clause) {
    const auto first = tree.subtree(clause).first;
    return among(wh_words, tree.words()[first].lower);
}

/// The clause that tells what was said, if the cue may have one of its kind.
Index clause_of(const TreeView& tree, Index verb, std::uint32_t frames) {
    for (const auto child : tree.children(verb)) {
        if (child < verb) continue;
        if (tree.is(child, "ccomp")) {
            if (marked(tree, child, "that") && (frames & frame_that) != 0) return child;
            if (asks(tree, child) && (frames & frame_wh) != 0) return child;
            if (!asks(tree, child) && (frames & (frame_clause | frame_tag)) != 0 && (frames & frame_that) != 0)
                return child;
        }
        if ((tree.is(child, "xcomp") || tree.is(child, "ccomp")) && marked(tree, child, "to") &&
            (frames & frame_to) != 0)
            return child;
    }
    return none;
}

bool somebody(const TreeView& tree, WordSpan source) {
    const auto head = tree.head_of(source);
    const auto& word = tree.words()[head];
    return !word.is("nobody") && !tree.words()[source.first].is("no") && !word.is("it") && !word.is("there") &&
           !word.is("this") && !word.is("what") && !word.is(time_word);
}

/// "prove that, you know, it can be done"
bool calls_upon_hearers(const TreeView& tree, Index verb, WordSpan source) {
    const bool thinks = tree.lemma(verb) == "know" || tree.lemma(verb) == "see" || tree.lemma(verb) == "guess";
    return thinks && tree.words()[verb].quoted != none && tree.words()[tree.head_of(source)].is("you");
}

Attribution attribution_of(const TreeView& tree, WordSpan cue, const CueWord& known, std::optional<WordSpan> source,
                           WordSpan content) {
    const auto& words = tree.words();
    Attribution one;
    if (source) one.source = phrase_of(tree, *source);
    take_up(words, one, cue, known.lemma, {content});
    one.statement.act = known.act;
    one.statement.certainty = known.certainty;
    return one;
}

std::optional<Attribution> verb_at(const TreeView& tree, Index verb) {
    const auto& words = tree.words();
    if (tree.upos(verb) != "VERB" || words[verb].punctuation) return std::nullopt;
    const auto* known = known_cue(tree, {verb, verb + 1});
    if (known == nullptr || !holds(tree, verb, std::nullopt)) return std::nullopt;
    const auto clause = clause_of(tree, verb, known->frames);
    if (clause == none) return std::nullopt;
    const auto cue = verb_group(tree, verb, *known);
    const auto source = source_in_tree(tree, cue, verb);
    if (!source || !somebody(tree, *source) || calls_upon_hearers(tree, verb, *source)) return std::nullopt;
    const auto content = with_wanted(tree, without_edges(words, tree.subtree(clause)), cue);
    if (content.empty() || content.overlaps(cue) || content.overlaps(*source)) return std::nullopt;
    // What a speaker thinks while he speaks is part of what he says.
    const bool speaker_himself =
        words[verb].quoted != none && (words[source->first].is("i") || words[source->first].is("we"));
    if (speaker_himself && known->act == Act::state) return std::nullopt;
    if (!fits_frames(tree, cue, known_cue(tree, cue), {content}, phrase_of(tree, *source))) return std::nullopt;
    return attribution_of(tree, cue, *known, source, content);
}

/// "his claim that", "claims by the mayor that"
std::optional<WordSpan> holder_of(const TreeView& tree, Index noun) {
    const auto& words = tree.words();
    for (const auto child : tree.children(noun)) {
        const bool possessor = tree.is(child, "nmod:poss");
        const auto preposition = tree.child(child, "case");
        const bool by = tree.is(child, "nmod") && preposition != none &&
                        (words[preposition].is("by") || words[preposition].is("from"));
        if (!possessor && !by) continue;
        if (possessor && tree.upos(child) == "PRON") return WordSpan{child, child + 1};
        auto span = without_edges(words, tree.subtree(child));
        if (by) span.first = preposition + 1;
        span = without_possessive(words, span);
        if (!span.empty()) return span;
    }
    return std::nullopt;
}

/// "denied reports that his men had fled": the denial tells it.
bool is_object_of_cue(const TreeView& tree, Index noun) {
    const auto verb = tree.head(noun);
    return verb != none && tree.is(noun, "obj") && tree.words().lexicons->cues(tree.words()[verb].lower) != nullptr;
}

std::optional<Attribution> noun_at(const TreeView& tree, Index noun) {
    const auto& words = tree.words();
    if (tree.upos(noun) != "NOUN") return std::nullopt;
    const auto* known = words.lexicons->cue_noun(tree.lemma(noun));
    if (known == nullptr || explains(tree, noun)) return std::nullopt;
    // "concerns that it may burst, and that it is old": from the first to the last
    Index first = none, clause = none;
    for (const auto child : tree.children(noun)) {
        if (child < noun || !(tree.is(child, "acl") || tree.is(child, "ccomp")) || !marked(tree, child, "that"))
            continue;
        if (first == none) first = child;
        clause = child;
    }
    if (clause == none) return std::nullopt;
    const auto content = without_edges(words, {tree.subtree(first).first, tree.subtree(clause).last});
    if (content.empty() || content.first <= noun) return std::nullopt;
    const auto holder = holder_of(tree, noun);
    if (!holder && is_object_of_cue(tree, noun)) return std::nullopt;
    if (!fits_frames(tree, {noun, noun + 1}, known, {content}, std::nullopt)) return std::nullopt;
    return attribution_of(tree, {noun, noun + 1}, *known, holder, content);
}

}  // namespace

std::vector<Attribution> attributions_in_trees(const TreeView& tree) {
    std::vector<Attribution> found;
    for (Index i = 0; i < tree.words().size(); ++i) {
        if (auto one = verb_at(tree, i)) found.push_back(std::move(*one));
        if (auto one = noun_at(tree, i)) found.push_back(std::move(*one));
    }
    return found;
}

}  // namespace sayso
