#include "read/borders.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "read/quoted_parts.h"
#include "read/tree_cues.h"
#include "read/tree_phrases.h"
#include "read/words.h"

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

/// “It was held to be food for the poor. | Today it is sold in hotels”: within a quotation each sentence ends what a
/// cue in it tells.
WordSpan within_sentence(const TextWords& words, WordSpan span, WordSpan cue) {
    if (words[cue.first].quoted == none || cue.first >= span.first || words[span.first].mark) return span;
    for (auto i = span.first; i + 1 < span.last; ++i) {
        if (terminator(unit_at(words, i), i) && words[i + 1].capital) return without_edges(words, {span.first, i});
    }
    return span;
}

/// “The leak shows that nobody looks,” | Orvik said: what is told within a quotation ends with it.
WordSpan within_quotation(const TextWords& words, WordSpan span, WordSpan cue) {
    const auto q = words[cue.first].quoted;
    if (q == none || span.first < cue.last || words[span.first].quoted != q) return span;
    auto last = span.last;
    while (last > span.first + 1 && words[last - 1].quoted != q) --last;
    return last == span.last ? span : without_edges(words, {span.first, last});
}

/// "requests at the assembly | that he be tried": the clause that "that" opens is what is told.
WordSpan from_that(const TreeView& tree, WordSpan span, WordSpan cue) {
    const auto verb = tree.head_of(cue);
    const auto clause = tree.child(verb, "ccomp");
    if (clause == none || span.first < cue.last || !span.contains(clause)) return span;
    const auto mark = tree.child(clause, "mark");
    if (mark == none || !tree.words()[mark].is("that") || mark <= span.first || mark > span.first + 12) return span;
    // All before it is a circumstance.
    const auto before = tree.head_of({span.first, mark});
    const bool circumstance = tree.head(before) == verb && tree.is(before, "obl");
    return circumstance ? WordSpan{mark, span.last} : span;
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
    // "accused the bank of denying that", "denied having told": part of what is told
    if (tree.is(next, "advcl")) {
        const auto mark = tree.child(next, "mark"), auxiliary_verb = tree.child(next, "aux");
        if (mark != none && tree.words()[mark].is(preposition)) return false;
        if (auxiliary_verb != none && tree.words()[auxiliary_verb].lower.ends_with("ing")) return false;
    }
    return tree.head(next) == verb && (tree.is(next, "conj") || tree.is(next, "advcl") || tree.is(next, "parataxis"));
}

/// "said the talks went on, | referring to the war": the participle is the speaker's own.
bool goes_on_by_participle(const TextWords& words, WordSpan content, const Attribution& one, const Attribution& other) {
    const auto cue = cue_of(words, other);
    return content.contains(cue.first) && cue.first > content.first + 2 && words[cue.first - 1].comma() &&
           words[cue.first].lower.ends_with("ing") && words[cue.first].quoted == none && same(one.source, other.source);
}

/// "said a hall had been built | and urged people to use it": the analysis gives both verbs to one speaker.
bool goes_on_by_verb(const TreeView& tree, WordSpan content, const Attribution& one, const Attribution& other) {
    const auto& words = tree.words();
    const auto cue = cue_of(words, other);
    const auto before = cue.first - 1;
    if (!content.contains(cue.first) || before <= content.first || !words[before].is("and")) return false;
    const auto verb = tree.head_of(cue);
    const auto own = tree.head_of(cue_of(words, one));
    const bool past = words[verb].lower != tree.lemma(verb) && !words[verb].lower.ends_with("ing") &&
                      words[own].lower != tree.lemma(own) && !words[own].lower.ends_with("ing");
    return past && tree.child(verb, "nsubj") == none && tree.child(verb, "aux") == none &&
           words[cue.first].quoted == none && same(one.source, other.source);
}

/// "spoke of the ties | and signed an accord", "pledges support | and is trying": what else the speaker does.
WordSpan up_to_next_deed(const TreeView& tree, WordSpan content, const Attribution& one) {
    const auto& words = tree.words();
    const auto cue = cue_of(words, one);
    const auto verb = tree.head_of(cue);
    if (content.first < cue.last || tree.upos(verb) != "VERB" || quoted(words, content)) return content;
    // "ordered them to kneel and then fired", "told them to leave or be shot": who does it the tree knows less well.
    if (tree.child(verb, "xcomp") != none) return content;
    for (const auto next : tree.children(verb)) {
        if (!tree.is(next, "conj") || !content.contains(next) || tree.upos(next) != "VERB" ||
            words[next].quoted != none || tree.child(next, "nsubj") != none)
            continue;
        const auto conjunction_at = tree.child(next, "cc");
        const bool finite = tree.child(next, "aux") != none || words[next].lower.ends_with("ed");
        if (conjunction_at == none || conjunction_at <= content.first || !finite) continue;
        // "said he was tired and added": only what is no clause of its own ends there.
        if (tree.child(verb, "ccomp") != none) continue;
        return without_conjunction(words, {content.first, conjunction_at});
    }
    return content;
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
    if (goes_on_by_participle(words, content, one, other) || goes_on_by_verb(tree, content, one, other))
        return without_conjunction(words, {content.first, cue.first});
    if (content.contains(cue.first) && cue.first > content.first && joined(tree, one, other) &&
        (same(one.source, other.source) || !other.source))
        return without_conjunction(words, {content.first, cue.first});
    return content;
}

/// "after the group declared its stance, | the mayor met its head": the main clause behind is no part of it.
WordSpan up_to_main_clause(const TreeView& tree, WordSpan content, const Attribution& one) {
    const auto verb = tree.head_of(cue_of(tree.words(), one));
    const auto main = tree.head(verb), end = tree.subtree(verb).last;
    const bool before_it = tree.is(verb, "advcl") && main > verb && content.contains(main);
    if (!before_it || content.first < verb || end <= content.first || end >= content.last ||
        quoted(tree.words(), content))
        return content;
    return without_edges(tree.words(), {content.first, end});
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

/// “…, and this is ‘the old way.’ But nobody asks, the judge said”: what a tag behind it tells is not told before as
/// well.
WordSpan up_to_tagged(const TextWords& words, WordSpan content, const Attribution& one, const Attribution& other) {
    const auto cue = cue_of(words, one), tag = cue_of(words, other);
    const auto told = words_covered(words, other.statement.content.front());
    const bool tagged = tag.first >= told.last && tag.first >= content.last && cue.first < content.first;
    if (!tagged || told.first <= content.first || told.last != content.last || quoted(words, content)) return content;
    return without_conjunction(words, {content.first, told.first});
}

/// "lawyers as “dogs” (that is | , a nuisance)": a bracket is in it whole or not at all.
WordSpan with_whole_brackets(const TextWords& words, WordSpan content) {
    auto open = none;
    for (auto i = content.first; i < content.last; ++i) {
        if (words[i].form == "(") open = i;
        if (words[i].form != ")") continue;
        if (open == none && i > content.first) return without_edges(words, {content.first, i});
        open = none;
    }
    return open == none || open == content.first ? content : without_edges(words, {content.first, open});
}

/// "the talks went on, | referring to the war", "…, in an apparent reference to": the article's gloss; and "…,
/// according to a survey", which vouches for all of it.
WordSpan without_gloss(const TextWords& words, WordSpan content, WordSpan cue) {
    // A turn is the speaker's own.
    if (words[cue.last - 1].form == ":") return content;
    for (auto i = content.first + 2; i + 2 < content.last; ++i) {
        if (!words[i].comma() || words[i].quoted != none) continue;
        const auto& next = words[i + 1];
        auto at = i + 1;
        if (next.is("in")) {
            while (at < i + 5 && at < content.last && !words[at].is("reference")) ++at;
        }
        if (at + 1 >= content.last) continue;
        const bool refers = next.is("referring") || next.is("alluding") || words[at].is("reference") ||
                            (next.is("according") && words[i + 1].quoted == none);
        if (refers && words[at + 1].is("to")) return without_edges(words, {content.first, i});
    }
    return content;
}

/// "the vote, which observers declared the freest yet, | fell apart": what the relative clause tells ends with it.
WordSpan within_relative_clause(const TreeView& tree, WordSpan content, const Attribution& one) {
    const auto verb = tree.head_of(cue_of(tree.words(), one));
    if (!tree.is(verb, "acl:relcl") || content.first < verb || quoted(tree.words(), content)) return content;
    const auto end = tree.subtree(verb).last;
    const bool ends = end > content.first + 1 && end < content.last && tree.words()[end].comma();
    return ends ? without_edges(tree.words(), {content.first, end}) : content;
}

/// "threatened them | with a march": who is told it is no part of it.
WordSpan without_addressee(const TextWords& words, WordSpan content, const Attribution& one) {
    if (!one.addressee || one.addressee->first != content.first || one.addressee->last + 1 >= content.last)
        return content;
    return words[one.addressee->last].is("with") ? WordSpan{one.addressee->last, content.last} : content;
}

/// "said the road was shut, | adding the bridge was too": the participle is the speaker's own, whoever he is.
WordSpan without_addition(const TextWords& words, WordSpan content, WordSpan cue) {
    if (content.first < cue.last) return content;
    for (auto i = content.first + 3; i + 2 < content.last; ++i) {
        if (words[i].is("adding") && words[i].quoted == none && (words[i - 1].comma() || words[i + 1].is("that")) &&
            !words[i + 1].is("to"))
            return without_edges(words, {content.first, i});
    }
    return content;
}

/// "in what | observers said was the freest vote": the words that another's statement stands among go on behind it.
WordSpan with_clause_of_what(const TextWords& words, WordSpan content, const std::vector<Attribution>& all) {
    if (!words[content.last - 1].is("what") || content.size() < 2) return content;
    for (const auto& inner : all) {
        if (inner.source && inner.source->first == content.last && inner.last > content.last &&
            words.unit(inner.last - 1).zone == words.unit(content.first).zone)
            return {content.first, inner.last};
    }
    return content;
}

/// "a moderation | which": the clause that a relative opens is left out with it.
WordSpan without_relative(const TextWords& words, WordSpan content) {
    while (content.size() > 2 && (words[content.last - 1].is("which") || words[content.last - 1].is("who")))
        content = without_edges(words, {content.first, content.last - 1});
    return content;
}

/// "declared an emergency, | saying that": the content is another cue's with that cue.
bool begins_with_cue(const TextWords& words, const Attribution& one, const Attribution& other) {
    const auto cue = cue_of(words, other);
    const auto content = words_covered(words, one.statement.content.front());
    return cue.first == content.first && words[cue.first].lower.ends_with("ing") && words[cue.first].quoted == none &&
           other.first != cue.first && one.source && same(one.source, other.source);
}

bool holds_source(const TextWords& words, const Attribution& one) {
    return std::any_of(one.statement.content.begin(), one.statement.content.end(), [&](Span content) {
        return one.source && words_covered(words, content).contains(one.source->head);
    });
}

/// "asked permission to hold a meeting": the permission is asked for.
bool holds_addressee(const TextWords& words, const Attribution& one) {
    return one.addressee && std::any_of(one.statement.content.begin(), one.statement.content.end(), [&](Span content) {
               return content.begin == words[one.addressee->first].span.begin &&
                      words[one.addressee->head].noun == NounKind::none && words[one.addressee->head].name == none &&
                      !words[one.addressee->head].is(pronoun | object_pronoun);
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
    // "a neighbour told me, | whose husband is a guard"
    if (first.is("whose") || (first.comma() && span.size() > 1 && tree.words()[span.first + 1].is("whose")))
        return true;
    // "told a meeting | attended by officials"
    if (tree.relation(clause) == "acl" && clause == span.first && first.lower.ends_with("ed")) return true;
    return (first.is("that") || first.is("which") || first.is("who")) && tree.relation(clause) == "acl:relcl" &&
           tree.upos(tree.head(clause)) != "VERB";
}

/// "As | many | suggested | would be the outcome": what only leads on.
bool only_leads_on(const TreeView& tree, WordSpan span) {
    return span.size() == 1 && (tree.upos(span.first) == "CCONJ" || tree.upos(span.first) == "SCONJ");
}

/// "According to Iver, | of the port, | “…”": what belongs to the source is no part of it.
WordSpan behind_source(const TextWords& words, WordSpan content, const Attribution& one, WordSpan cue) {
    if (!one.source || one.source->first < cue.first || content.first >= one.source->last ||
        content.last <= one.source->last + 1 || content.first < one.source->first)
        return content;
    auto first = one.source->last;
    while (first < content.last && words[first].comma()) ++first;
    return {first, content.last};
}

/// "refers to | lawyers as “dogs”": who or what is so called is part of it.
WordSpan with_called(const TextWords& words, WordSpan content, const Attribution& one, WordSpan cue) {
    constexpr Index most = 10;
    if (!words[content.first].is("as") || !words[cue.last - 1].is("to") || content.first <= cue.last ||
        content.first - cue.last > most || (one.source && one.source->first >= cue.last))
        return content;
    for (auto i = cue.last; i < content.first; ++i) {
        if (words[i].punctuation) return content;
    }
    return {cue.last, content.last};
}

void drop_those_of_cues_within(const TextWords& words, std::vector<Attribution>& all) {
    std::vector<Attribution> kept;
    for (const auto& one : all) {
        const bool told_by_other =
            one.statement.cue && std::any_of(all.begin(), all.end(), [&](const Attribution& other) {
                return &one != &other && other.statement.cue && begins_with_cue(words, one, other);
            });
        if (!told_by_other) kept.push_back(one);
    }
    all = std::move(kept);
}

bool is_occasion(std::string_view word) {
    static constexpr std::array<std::string_view, 24> occasions{
        "meeting", "conference", "discussion", "ceremony", "event",  "statement", "interview", "speech",
        "letter",  "tweet",      "post",       "message",  "vote",   "attack",    "briefing",  "hearing",
        "rally",   "call",       "address",    "video",    "ruling", "verdict",   "decision",  "election"};
    return among(occasions, word);
}

/// "With demand rising, | the market | is expected | to fall": what stands before the subject is no part of it.
void drop_before_subject(const TreeView& tree, Attribution& one) {
    const auto& words = tree.words();
    auto& content = one.statement.content;
    const auto cue = cue_of(words, one);
    const auto verb = tree.head_of(cue);
    const auto complement = tree.child(verb, "xcomp");
    if (content.size() < 2 || complement == none || complement < cue.last) return;
    const auto subject = tree.child(verb, "nsubj");
    if (subject == none || subject > verb) return;
    const auto first = tree.subtree(subject).first;
    std::erase_if(content, [&](Span piece) {
        const auto span = words_covered(words, piece);
        const bool other = words[span.first].quoted != none && words[span.first].quoted != words[cue.first].quoted;
        return span.last <= first && !other;
    });
}

/// "…, said Orvik, | on a call from the ship": how it was said.
void drop_circumstances_behind(const TreeView& tree, Attribution& one) {
    const auto& words = tree.words();
    auto& content = one.statement.content;
    if (content.size() < 2 || !one.source) return;
    const auto tag = std::max(one.source->last, cue_of(words, one).last);
    std::erase_if(content, [&](Span piece) {
        const auto span = words_covered(words, piece);
        const auto& opener = words[span.first];
        const bool behind = span.first >= tag && span.first <= tag + 1 && opener.quoted == none;
        return behind && (opener.is("in") || opener.is("on") || opener.is("at") || opener.is("during")) &&
               is_occasion(tree.lemma(tree.head_of({span.first + 1, span.last})));
    });
}

/// "called off its dinner after being told the hall was shut": what stands before a clause of its own is not told in
/// it.
void drop_main_clause(const TreeView& tree, Attribution& one) {
    const auto& words = tree.words();
    auto& content = one.statement.content;
    const auto verb = tree.head_of(cue_of(words, one));
    if (content.size() < 2 || !tree.is(verb, "advcl") || tree.child(verb, "mark") == none) return;
    const auto clause = tree.subtree(verb);
    if (tree.head(verb) >= clause.first || words_covered(words, content.back()).first < clause.first) return;
    std::erase_if(content, [&](Span piece) {
        const auto span = words_covered(words, piece);
        return span.last <= clause.first && words[span.first].quoted == none;
    });
}

/// Whether the words are a time: "Thursday", "the 3rd of May", "last week".
bool is_time(const TextWords& words, WordSpan span) {
    bool time = false;
    for (auto i = span.first; i < span.last; ++i) {
        const auto& word = words[i];
        const bool digit = word.form[0] >= '0' && word.form[0] <= '9';
        if (!word.is(time_word | determiner) && !digit && !word.is("of") && !word.comma()) return false;
        time = time || word.is(time_word);
    }
    return time;
}

/// Where "on Thursday", "last week" or "in a statement" begins that ends a source right before its cue, else the
/// source's end: when and how it was said is no part of who says it.
Index circumstance_in(const TreeView& tree, const Phrase& source) {
    const auto& words = tree.words();
    // "a report published on Friday", "a video, which on Friday": a clause's circumstance
    for (auto i = source.head + 1; i < source.last; ++i) {
        if (words[i].comma() || tree.upos(i) == "VERB" || words[i].lower.ends_with("ed") || words[i].is(relative))
            return source.last;
    }
    for (auto i = source.last - 1; i > source.head; --i) {
        const auto& word = words[i];
        if ((word.is("last") || word.is("this")) && is_time(words, {i, source.last})) return i;
        if (!word.is("on") && !word.is("in") && !word.is("at") && !word.is("during") && !word.is("since")) continue;
        if (i + 1 >= source.last) return source.last;
        if (is_time(words, {i + 1, source.last})) return circumstance_in(tree, {source.first, i, source.head, i});
        const bool occasion =
            (words[i].is("in") || words[i].is("at")) && is_occasion(words[tree.head_of({i + 1, source.last})].lower);
        if (occasion) return i;
    }
    return source.last;
}

/// "Orvik, who deems it a bridge | to | “nowhere”": a relative clause that is cut off is left out.
void drop_cut_clause(const TreeView& tree, Phrase& source, WordSpan cue) {
    const auto& words = tree.words();
    if (source.first < cue.last || source.last >= words.size()) return;
    if (words[source.last].punctuation && !opens(unit_at(words, source.last), source.last)) return;
    for (auto i = source.head + 1; i < source.last; ++i) {
        if (tree.relation(i) != "acl:relcl") continue;
        const auto from = tree.subtree(i).first;
        if (from <= source.head) return;
        source.last = without_edges(words, {source.first, from}).last;
        source.core_last = std::min(source.core_last, source.last);
        return;
    }
}

/// "said the father of one of the injured | to the radio": whom it was said to.
void part_addressee_from_source(const TreeView& tree, Attribution& one) {
    const auto& words = tree.words();
    if (!one.source || one.addressee || one.source->first < cue_of(words, one).last) return;
    for (auto i = one.source->head + 1; i + 1 < one.source->last; ++i) {
        if (words[i].comma() || tree.upos(i) == "VERB") return;
        if (!words[i].is("to") || !is_of_name(words, i + 1, NameType::organization)) continue;
        // "the envoy to the UN"
        if (one_of(tree.lemma(i - 1), "envoy", "ambassador", "aide", "adviser", "advisor", "assistant", "secretary",
                   "counsel", "representative", "delegate", "consultant", "source", "delegation", "deputy"))
            return;
        one.addressee = phrase_of(tree, {i + 1, one.source->last});
        one.source->last = i;
        one.source->core_last = std::min(one.source->core_last, i);
        return;
    }
}

void drop_circumstance(const TreeView& tree, Attribution& one) {
    const auto& words = tree.words();
    // "that statements of witnesses | establish"
    const auto opens_clause = [&](const Phrase& source) {
        return source.first < source.head &&
               (tree.is(source.first, "mark") ||
                (words[source.first].is("that") && words[source.head].lower.ends_with("s")));
    };
    while (one.source && opens_clause(*one.source)) ++one.source->first;
    const auto verb = tree.head_of(cue_of(words, one));
    if (!one.source || one.source->last != cue_of(words, one).first || tree.upos(verb) != "VERB") return;
    auto& source = *one.source;
    const auto last = circumstance_in(tree, source);
    if (last >= source.last || last <= source.head) return;
    // "The Council in the year of the flood": what names it stays.
    for (auto i = last; i < source.last; ++i) {
        if (words[i].name != none && words[i].name == words[source.head].name) return;
    }
    source.last = last;
    source.core_last = std::min(source.core_last, last);
}

}  // namespace

void settle_borders(const TreeView& tree, std::vector<Attribution>& all) {
    const auto& words = tree.words();
    std::erase_if(all, [&](Attribution& one) {
        std::erase_if(one.statement.content, [&](Span piece) {
            const auto span = words_covered(words, piece);
            return one.statement.cue && (names_addressee(tree, span) || tells_which(tree, span) ||
                                         (one.statement.content.size() > 1 && only_leads_on(tree, span)));
        });
        return one.statement.content.empty();
    });
    drop_those_of_cues_within(words, all);
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto& one = all[i];
        if (!one.statement.cue) continue;
        drop_circumstance(tree, one);
        if (one.source) drop_cut_clause(tree, *one.source, cue_of(words, one));
        part_addressee_from_source(tree, one);
        drop_source_from_content(words, one);
        drop_main_clause(tree, one);
        drop_before_subject(tree, one);
        drop_circumstances_behind(tree, one);
        if (holds_source(words, one)) one.source.reset();
        if (holds_addressee(words, one)) one.addressee.reset();
        const auto before = one.statement.content;
        const auto cue = cue_of(words, one);
        for (auto& span : one.statement.content) {
            auto content = within_zone(words, words_covered(words, span));
            content = with_called(words, behind_source(words, content, one, cue), one, cue);
            content = within_sentence(words, content, cue);
            content = from_that(tree, within_quotation(words, content, cue), cue);
            for (auto k = i >= 8 ? i - 8 : 0; k < std::min(all.size(), i + 9) && !content.empty(); ++k) {
                if (k == i || !all[k].statement.cue) continue;
                auto shorter = up_to(tree, content, one, all[k]);
                if (shorter == content) shorter = up_to_tagged(words, content, one, all[k]);
                content = shorter == content ? with_all_of(words, content, all[k]) : shorter;
            }
            if (content.empty()) continue;
            content = up_to_next_deed(tree, content, one);
            content = with_whole_brackets(words, up_to_main_clause(tree, content, one));
            content = within_relative_clause(tree, content, one);
            content = without_gloss(words, without_addressee(words, content, one), cue);
            content = with_clause_of_what(words, content, all);
            content = without_addition(words, content, cue);
            if (&span == &one.statement.content.back()) content = without_relative(words, content);
            if (!content.empty()) span = words.span(content.first, content.last);
        }
        if (one.statement.content != before) {
            one.last = std::max(one.first + 1, words.word_at(one.statement.content.back().end - 1) + 1);
            one.last = std::max({one.last, cue.last, one.source ? one.source->last : one.last});
            judge_quotation(words, one);
        }
    }
}

}  // namespace sayso
