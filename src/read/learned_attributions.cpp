#include "read/learned_attributions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace sayso {
namespace {

// ---- Words and spans ------------------------------------------------------------------------------

std::optional<WordSpan> words_in(const TextWords& words, Span span) {
    const WordSpan found{words.word_at(span.begin), words.word_at(span.end - 1) + 1};
    // Words of teasers are not there.
    if (found.empty() || found.last > words.size() || !span.contains(words.span(found.first, found.last)))
        return std::nullopt;
    return found;
}

const QuotedText* quotation_of(const TextWords& words, Index i) {
    const auto q = words[i].quoted;
    return q == none ? nullptr : &words.quotations[static_cast<std::size_t>(q)];
}

bool opens(const TextWords& words, Index i) {
    const auto* quotation = quotation_of(words, i);
    return quotation != nullptr && words[i].mark && words[i].span.begin == quotation->span.begin;
}

bool closes(const TextWords& words, Index i) {
    const auto* quotation = quotation_of(words, i);
    return quotation != nullptr && words[i].mark && words[i].span.end == quotation->span.end;
}

/// With the marks of a quotation that it holds all other words of.
WordSpan with_marks(const TextWords& words, WordSpan span) {
    if (span.first > 0 && opens(words, span.first - 1) && words[span.first].quoted == words[span.first - 1].quoted)
        --span.first;
    auto last = span.last;
    while (last < words.size() && last < span.last + 2 && words[last].punctuation && !words[last].mark) ++last;
    if (last < words.size() && closes(words, last) && words[last - 1].quoted == words[last].quoted) {
        const auto q = words[last].quoted;
        if (words[span.first].quoted == q || words[span.last - 1].quoted == q) span.last = last + 1;
    }
    return span;
}

/// Without commas and the like at its ends, and without the full stop behind the last word.
WordSpan without_edges(const TextWords& words, WordSpan span) {
    const auto edge = [&](Index i) {
        const auto& form = words[i].form;
        return words[i].quoted == none && (form == "," || form == ";" || form == ":" || form == "." || form == "—" ||
                                           form == "–" || form == "-");
    };
    while (!span.empty() && edge(span.last - 1)) --span.last;
    while (!span.empty() && edge(span.first)) ++span.first;
    return span;
}

// ---- What a cue tells -----------------------------------------------------------------------------

bool negated(const TreeView& tree, Index verb) {
    return std::any_of(tree.children(verb).begin(), tree.children(verb).end(), [&](Index child) {
        const auto& word = tree.words()[child];
        return word.is("not") || word.is("n't") || word.is("never");
    });
}

/// The modal verb of the cue, or `none`.
Index modal_of(const TreeView& tree, Index verb) {
    for (const auto child : tree.children(verb)) {
        if (tree.is(child, "aux") && tree.words()[child].is(modal)) return child;
    }
    return none;
}

bool conditional_clause(const TreeView& tree, Index verb) {
    return std::any_of(tree.children(verb).begin(), tree.children(verb).end(), [&](Index child) {
        const auto& word = tree.words()[child];
        return tree.is(child, "mark") && (word.is("if") || word.is("unless") || word.is("whether"));
    });
}

/// "is expected to announce": it has not been said yet.
bool still_to_come(const TreeView& tree, Index verb) {
    static constexpr std::array<std::string_view, 9> ahead{"expect", "likely", "due",     "set",     "schedule",
                                                           "about",  "poise",  "prepare", "unlikely"};
    return tree.is(verb, "xcomp") && tree.head(verb) != none && among(ahead, tree.lemma(tree.head(verb)));
}

bool wants(std::string_view lemma) {
    static constexpr std::array<std::string_view, 12> wishes{"want",  "like",   "plan",  "intend", "hope", "believe",
                                                             "think", "expect", "agree", "accept", "see",  "know"};
    return among(wishes, lemma);
}

/// Whether something was said, thought or left unsaid, rather than might be or was not.
bool holds(const TreeView& tree, Index verb, const Attribution& one) {
    const auto lemma = tree.lemma(verb);
    if (tree.upos(verb) != "VERB") return true;
    if (conditional_clause(tree, verb) || still_to_come(tree, verb)) return false;
    const bool keeps_silent = one.told_act == Act::decline;
    const bool leaves_open = one.told_act == Act::suggest || one.told_act == Act::reject;
    const bool no = negated(tree, verb);
    if (const auto modal = modal_of(tree, verb); modal != none) {
        if (no) return keeps_silent || leaves_open;
        return tree.words()[modal].is("would") && wants(lemma);
    }
    return !no || keeps_silent || leaves_open || wants(lemma);
}

// ---- Sources --------------------------------------------------------------------------------------

/// The source's words as a phrase: its head, and where an apposition begins.
Phrase phrase_of(const TreeView& tree, WordSpan span) {
    const auto& words = tree.words();
    Phrase phrase{span.first, span.last, tree.head_of(span), span.last};
    for (auto i = span.first + 1; i < span.last; ++i) {
        if (words[i].comma() || words[i].form == "(" || words[i].form == "—") {
            phrase.core_last = i;
            break;
        }
    }
    if (phrase.head >= phrase.core_last) phrase.head = tree.head_of({span.first, phrase.core_last});
    // "county engineer Lena Orvik": the name is who it is.
    const auto last = phrase.core_last - 1;
    const auto name = words[last].name;
    if (name != none && words.analysis->names[static_cast<std::size_t>(name)].type == NameType::person &&
        (words[phrase.head].name == none || words[phrase.head].name == name))
        phrase.head = last;
    return phrase;
}

/// The subject of a verb, which may stand with the verb that this one goes on from.
Index subject_of(const TreeView& tree, Index verb, int depth = 0) {
    for (const auto child : tree.children(verb)) {
        if (tree.relation(child) == "nsubj") return child;
        if (tree.relation(child) == "nsubj:pass") return none;
        if (tree.relation(child) == "obl:agent") return child;
    }
    if (tree.head(verb) == none || depth > 2) return none;
    if (tree.is(verb, "conj") || tree.is(verb, "xcomp")) return subject_of(tree, tree.head(verb), depth + 1);
    const bool ing = tree.words()[verb].lower.ends_with("ing");
    if (tree.is(verb, "advcl") && ing && tree.upos(tree.head(verb)) == "VERB")
        return subject_of(tree, tree.head(verb), depth + 1);
    return none;
}

std::optional<WordSpan> source_in_tree(const TreeView& tree, WordSpan cue, Index head) {
    const auto subject = tree.upos(head) == "VERB" ? subject_of(tree, head) : tree.child(head, "nmod:poss");
    if (subject == none || cue.contains(subject)) return std::nullopt;
    auto span = without_edges(tree.words(), tree.subtree(subject));
    if (span.overlaps(cue) || span.size() > 40) return std::nullopt;
    if (tree.words()[span.last - 1].is("'s") || tree.words()[span.last - 1].form == "’") --span.last;
    return span.empty() ? std::nullopt : std::optional(span);
}

/// The sources that the analysis gives, joined where only "and" parts them, else the nearest to the cue.
std::optional<WordSpan> source_among(const TextWords& words, const std::vector<Span>& sources, WordSpan cue) {
    std::optional<WordSpan> best;
    for (const auto source : sources) {
        auto span = words_in(words, source);
        if (!span) continue;
        *span = without_edges(words, *span);
        if (span->empty()) continue;
        if (best && span->first >= best->last && span->first - best->last <= 2 && words[best->last].is(conjunction)) {
            best->last = span->last;
            continue;
        }
        const auto distance = [&](WordSpan one) { return std::min(std::abs(one.first - cue.first), std::abs(one.last - cue.first)); };
        if (!best || distance(*span) < distance(*best)) best = span;
    }
    return best;
}

// ---- Contents -------------------------------------------------------------------------------------

/// What the tree makes the cue's clause or object.
std::vector<WordSpan> content_in_tree(const TreeView& tree, WordSpan cue, Index head) {
    for (const auto relation : {"ccomp", "xcomp", "acl", "parataxis"}) {
        const auto child = tree.child(head, relation);
        if (child == none || cue.contains(child)) continue;
        if (relation == std::string_view("acl") && tree.upos(head) == "VERB") continue;
        const auto span = without_edges(tree.words(), tree.subtree(child));
        if (!span.empty() && !span.overlaps(cue)) return {span};
    }
    return {};
}

std::vector<WordSpan> contents_among(const TextWords& words, const std::vector<Span>& contents, WordSpan cue) {
    std::vector<WordSpan> found;
    for (const auto content : contents) {
        auto span = words_in(words, content);
        if (!span) continue;
        *span = with_marks(words, without_edges(words, *span));
        if (span->empty() || span->contains(cue)) continue;
        if (!found.empty() && found.back().last >= span->first) {
            found.back().last = std::max(found.back().last, span->last);
        } else {
            found.push_back(*span);
        }
    }
    return found;
}

// ---- All together ---------------------------------------------------------------------------------

std::optional<Attribution> attribution_of(const TreeView& tree, const AttributionRelation& relation) {
    const auto& words = tree.words();
    const auto in_text = words_in(words, relation.cue);
    if (!in_text) return std::nullopt;
    const auto cue = *in_text;
    const auto head = tree.head_of(cue);
    Attribution one;
    if (relation.act) one.told_act = value_named<Act>(*relation.act);
    if (relation.certainty) one.told_certainty = value_named<Certainty>(*relation.certainty);
    if (!holds(tree, head, one)) return std::nullopt;

    auto contents = contents_among(words, relation.contents, cue);
    if (contents.empty()) contents = content_in_tree(tree, cue, head);
    if (contents.empty()) return std::nullopt;
    auto source = source_among(words, relation.sources, cue);
    if (!source) source = source_in_tree(tree, cue, head);
    if (source && std::none_of(contents.begin(), contents.end(), [&](WordSpan content) { return content.contains(*source); }))
        one.source = phrase_of(tree, *source);

    for (const auto via : relation.vias) {
        if (const auto span = words_in(words, via)) one.via.push_back(phrase_of(tree, *span));
    }
    for (const auto addressee : relation.addressees) {
        if (const auto span = words_in(words, addressee); span && !one.addressee) one.addressee = phrase_of(tree, *span);
    }
    const auto* known = known_cue(tree, cue);
    auto& statement = one.statement;
    statement.cue = Cue{words.span(cue.first, cue.last), known != nullptr ? known->lemma : std::string(tree.lemma(head))};
    one.first = cue.first;
    one.last = cue.last;
    if (one.source) {
        one.first = std::min(one.first, one.source->first);
        one.last = std::max(one.last, one.source->last);
    }
    for (const auto content : contents) {
        statement.content.push_back(words.span(content.first, content.last));
        one.first = std::min(one.first, content.first);
        one.last = std::max(one.last, content.last);
    }
    return one;
}

}  // namespace

const CueWord* known_cue(const TreeView& tree, WordSpan cue) {
    const auto& words = tree.words();
    const auto& lexicons = *words.lexicons;
    const auto verb_at = [&](Index i) -> const CueWord* {
        const auto* forms = words[i].punctuation ? nullptr : lexicons.cues(words[i].lower);
        if (forms == nullptr) return nullptr;
        for (const auto& form : *forms) {
            const auto& known = lexicons.cue(form.cue);
            const auto rest = static_cast<Index>(known.rest.size());
            bool fits = i + rest < words.size();
            for (Index k = 0; fits && k < rest; ++k) fits = words[i + 1 + k].is(known.rest[static_cast<std::size_t>(k)]);
            if (fits) return &known;
        }
        return nullptr;
    };
    const auto head = tree.head_of(cue);
    if (tree.upos(head) == "NOUN") {
        if (const auto* noun = lexicons.cue_noun(tree.lemma(head))) return noun;
    }
    // "issued a warning": the noun tells what was done.
    for (auto i = cue.last - 1; i > head; --i) {
        if (tree.upos(i) != "NOUN") continue;
        if (const auto* noun = lexicons.cue_noun(tree.lemma(i))) return noun;
    }
    // "was quoted as saying", "went on to say": the last verb.
    for (auto i = cue.last - 1; i >= cue.first; --i) {
        if (i != head && tree.upos(i) != "VERB") continue;
        if (const auto* verb = verb_at(i)) return verb;
    }
    return nullptr;
}

std::vector<Attribution> learned_attributions(const TreeView& tree) {
    std::vector<Attribution> found;
    for (const auto& relation : tree.words().analysis->attributions) {
        if (auto one = attribution_of(tree, relation)) found.push_back(std::move(*one));
    }
    return found;
}

}  // namespace sayso
