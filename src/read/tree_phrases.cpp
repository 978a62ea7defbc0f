#include "read/tree_phrases.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "read/words.h"

namespace sayso {
namespace {

bool belongs_to_noun(const TreeView& tree, Index child) {
    static constexpr std::array<std::string_view, 7> relations{"det",  "amod", "compound", "nummod",
                                                               "flat", "nmod", "appos"};
    return std::any_of(relations.begin(), relations.end(),
                       [&](std::string_view relation) { return tree.is(child, relation); });
}

}  // namespace

bool is_of_name(const TextWords& words, Index i, NameType type) {
    const auto name = words[i].name;
    return name != none && words.analysis->names[static_cast<std::size_t>(name)].type == type;
}

bool is_person_name(const TextWords& words, Index i) {
    return is_of_name(words, i, NameType::person);
}

WordSpan words_covered(const TextWords& words, Span span) {
    const WordSpan found{words.word_at(span.begin), words.word_at(span.end - 1) + 1};
    return found.first < words.size() ? WordSpan{found.first, std::min(found.last, words.size())} : WordSpan{};
}

std::vector<Index> joined_with(const TreeView& tree, Index head) {
    std::vector<Index> all{head};
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const auto child : tree.children(all[i])) {
            if (tree.is(child, "conj")) all.push_back(child);
        }
    }
    return all;
}

Phrase phrase_at(const TreeView& tree, Index head) {
    const auto& words = tree.words();
    Phrase phrase{head, head + 1, head, head + 1};
    auto apposition = none;
    for (const auto child : tree.children(head)) {
        if (!belongs_to_noun(tree, child)) continue;
        const auto span = tree.subtree(child);
        if (tree.is(child, "appos")) {
            apposition = child;
            continue;
        }
        phrase.first = std::min(phrase.first, span.first);
        if (child < head) continue;
        // "the union of workers", but not "the union in March"
        const bool closely = !tree.is(child, "nmod") || has_case(tree, child, "of") || has_case(tree, child, "for");
        if (closely && span.first >= phrase.last && span.first <= phrase.last + 1) phrase.last = span.last;
    }
    const auto other = std::find_if(tree.children(head).begin(), tree.children(head).end(), [&](Index child) {
        return child > head && (tree.is(child, "conj") || tree.is(child, "acl") || tree.is(child, "punct"));
    });
    if (other != tree.children(head).end()) phrase.last = std::min(phrase.last, tree.subtree(*other).first);
    phrase.last = std::max(phrase.last, head + 1);
    while (phrase.last > head + 1 && (words[phrase.last - 1].punctuation || words[phrase.last - 1].is("'s")))
        --phrase.last;
    phrase.core_last = phrase.last;
    // "President Lena Orvik": the name is who it is.
    for (auto i = phrase.first; i < phrase.last; ++i) {
        if (is_person_name(words, i) && words[head].name == none && (tree.head(i) == head || i > head)) phrase.head = i;
    }
    if (apposition != none && phrase.last < words.size() && words[phrase.last].comma() &&
        tree.subtree(apposition).first == phrase.last + 1)
        phrase.last = tree.subtree(apposition).last;
    return phrase;
}

bool has_case(const TreeView& tree, Index i, std::string_view preposition) {
    const auto& children = tree.children(i);
    return std::any_of(children.begin(), children.end(), [&](Index child) {
        return (tree.is(child, "case") || tree.is(child, "mark")) && tree.words()[child].is(preposition);
    });
}

Index child_with_case(const TreeView& tree, Index i, std::string_view relation, std::string_view preposition) {
    for (const auto child : tree.children(i)) {
        if (tree.is(child, relation) && has_case(tree, child, preposition)) return child;
    }
    return none;
}

Index subject_before_verb(const TreeView& tree, Index verb) {
    auto subject = none;
    for (const auto child : tree.children(verb)) {
        if (tree.is(child, "nsubj") && child < verb) subject = child;
    }
    return subject;
}

bool is_negated(const TreeView& tree, Index i) {
    const auto& children = tree.children(i);
    return std::any_of(children.begin(), children.end(), [&](Index child) {
        const auto& word = tree.words()[child];
        return word.is("not") || word.is("n't") || word.is("never") || (word.is("no") && tree.is(child, "det"));
    });
}

bool is_open_question(const TreeView& tree, Index i) {
    const auto& children = tree.children(i);
    return std::any_of(children.begin(), children.end(), [&](Index child) {
        const auto& word = tree.words()[child];
        return tree.is(child, "mark") && (word.is("if") || word.is("whether") || word.is("unless"));
    });
}

std::set<std::string> telling_lemmas(const TreeView& tree, WordSpan span) {
    static constexpr std::array<std::string_view, 24> empty{
        "be",   "have", "do",  "make",  "take", "get",  "say",  "tell", "that", "there", "any", "some",
        "such", "more", "own", "other", "go",   "come", "give", "put",  "it",   "mr",    "mrs", "ms"};
    std::set<std::string> lemmas;
    for (auto i = span.first; i < span.last; ++i) {
        const auto upos = tree.upos(i);
        const bool tells = upos == "NOUN" || upos == "PROPN" || upos == "VERB" || upos == "ADJ" || upos == "NUM";
        auto lemma = lower(tree.lemma(i));
        if (tells && !among(empty, lemma)) lemmas.insert(std::move(lemma));
    }
    return lemmas;
}

bool is_word_for_any_deed(std::string_view noun) {
    return one_of(noun, "attack", "attacks", "incident", "incidents", "assault", "assaults", "violence", "crime",
                  "crimes", "act", "acts", "operation", "tragedy", "atrocity", "atrocities", "strike", "strikes");
}

bool is_deed(std::string_view noun) {
    return is_word_for_any_deed(noun) ||
           one_of(noun, "blast", "blasts", "explosion", "explosions", "bombing", "bombings", "fire", "fires", "killing",
                  "killings", "murder", "murders", "shooting", "shootings", "crash", "sinking", "massacre", "massacres",
                  "hack", "hacks", "breach", "breaches", "plot", "plots", "poisoning", "poisonings", "leak", "leaks") ||
           one_of(noun, "raid", "raids", "ambush", "shelling", "airstrike", "airstrikes", "sabotage", "arson",
                  "assassination", "assassinations", "abduction", "abductions", "kidnapping", "kidnappings", "stabbing",
                  "cyberattack", "cyberattacks", "hijacking", "siege", "robbery", "robberies", "theft", "thefts",
                  "execution", "executions", "death", "deaths", "bomb", "burglary", "burglaries", "atrocity",
                  "blackout", "blackouts", "derailment", "disappearance", "looting", "outbreak", "coup", "rebellion");
}

bool is_part_taken(std::string_view noun) {
    return one_of(noun, "involvement", "complicity", "participation", "responsibility", "role", "part", "hand", "guilt",
                  "culpability", "wrongdoing", "link", "links", "connection", "connections", "ties", "involved");
}

}  // namespace sayso
