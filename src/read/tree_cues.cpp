#include "read/tree_cues.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "read/cues.h"
#include "read/tree_phrases.h"

namespace sayso {
namespace {

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

bool is_cue_of_saying(const TreeView& tree, Index verb) {
    const auto* forms = tree.words().lexicons->cues(tree.words()[verb].lower);
    return forms != nullptr && std::any_of(forms->begin(), forms->end(), [&](const auto& form) {
               return (tree.words().lexicons->cue(form.cue).frames & (frame_quote | frame_that)) != 0;
           });
}

/// "is expected to announce": it has not been said yet.
bool still_to_come(const TreeView& tree, Index verb) {
    if (tree.words()[verb].is("expected") && tree.child(verb, "aux") != none) {
        const auto next = tree.child(verb, "xcomp");
        if (next != none && is_cue_of_saying(tree, next)) return true;
    }
    static constexpr std::array<std::string_view, 9> ahead{"expect", "likely", "due",     "set",     "schedule",
                                                           "about",  "poise",  "prepare", "unlikely"};
    return tree.is(verb, "xcomp") && tree.head(verb) != none && among(ahead, tree.lemma(tree.head(verb)));
}

/// "to say so would be wrong", "a chance to say": nothing was said. "went on to say", "appeared to blame" tell of
/// saying.
bool for_a_purpose(const TreeView& tree, Index verb) {
    const bool infinitive = std::any_of(tree.children(verb).begin(), tree.children(verb).end(), [&](Index child) {
        return child < verb && tree.is(child, "mark") && tree.words()[child].is("to");
    });
    return infinitive && !tree.is(verb, "xcomp") && !tree.is(verb, "conj") && !tree.is(verb, "ccomp");
}

bool passive(const TreeView& tree, Index verb) {
    const auto& children = tree.children(verb);
    const bool be_before = std::any_of(children.begin(), children.end(), [&](Index child) {
        return tree.is(child, "aux") && (tree.words()[child].is(be) || tree.lemma(child) == "get");
    });
    return tree.child(verb, "nsubj:pass") != none || (be_before && !tree.words()[verb].lower.ends_with("ing"));
}

/// "known as", "is called": what something goes by is no one's statement.
bool gives_a_name(const TreeView& tree, Index verb) {
    static constexpr std::array<std::string_view, 7> naming{"know", "dub",  "nickname", "title",
                                                            "mark", "name", "label"};
    const auto next = verb + 1;
    if (tree.lemma(verb) == "know" && tree.words()[verb].lower.ends_with("n") && next < tree.words().size() &&
        tree.words()[next].is("for"))
        return true;
    const auto& form = tree.words()[verb].lower;
    if (next >= tree.words().size() || !(form.ends_with("ed") || form.ends_with("wn"))) return false;
    // "are called “the dirty hills”", but "was called “a gift to the looters” by her"
    if (tree.lemma(verb) == "call")
        return tree.words()[next].mark && passive(tree, verb) && tree.child(verb, "obl:agent") == none;
    return among(naming, tree.lemma(verb)) && (tree.words()[next].is("as") || tree.words()[next].mark);
}

/// “Esma Wants to Die”, the name of a play
bool is_part_of_name(const TreeView& tree, Index verb) {
    const auto& words = tree.words();
    return verb > 0 && words[verb].capital && words[verb].name != none && words[verb - 1].name == words[verb].name;
}

/// "the next step is to explain": nobody has yet.
bool is_yet_to_be_done(const TreeView& tree, Index verb) {
    const auto& children = tree.children(verb);
    const bool infinitive = std::any_of(children.begin(), children.end(), [&](Index child) {
        return tree.is(child, "mark") && tree.words()[child].is("to");
    });
    return infinitive && tree.child(verb, "cop") != none;
}

/// "If the town votes to say so": what hangs on a condition or a question was not said.
bool hangs_on_condition(const TreeView& tree, Index verb) {
    for (int steps = 0; steps < 3; ++steps) {
        const bool dependent = tree.is(verb, "xcomp") || tree.is(verb, "ccomp") || has_case(tree, verb, "to");
        if (!dependent || tree.head(verb) == none) return false;
        verb = tree.head(verb);
        if (is_open_question(tree, verb)) return true;
    }
    return false;
}

/// "told his clerks to find out": they are to.
bool is_told_to(const TreeView& tree, Index verb) {
    const auto above = tree.head(verb);
    if (!tree.is(verb, "xcomp") || above == none || !among(addressing_verbs, tree.lemma(above))) return false;
    return (tree.child(above, "obj") != none || tree.child(above, "iobj") != none) && has_case(tree, verb, "to");
}

/// "are only asked two questions"
bool is_put_questions(const TreeView& tree, Index verb) {
    return tree.lemma(verb) == "ask" && passive(tree, verb) && tree.child(verb, "obj") != none;
}

/// "refused to leave the bridge", "declined to be named": only who keeps silent declines.
bool refuses_a_deed(const TreeView& tree, Index verb) {
    static constexpr std::array<std::string_view, 3> refusing{"refuse", "decline", "fail"};
    if (!among(refusing, tree.lemma(verb))) return false;
    const auto deed = tree.child(verb, "xcomp");
    return deed != none &&
           (!among(speech_verbs, tree.lemma(deed)) || among(names_of_speakers, tree.words()[deed].lower));
}

/// "it goes without saying"
bool goes_without(const TreeView& tree, Index verb) {
    if (has_case(tree, verb, "without")) return true;
    return verb > 0 && (tree.words()[verb - 1].is("without") ||
                        (verb + 1 < tree.words().size() && tree.words()[verb + 1].is("without")));
}

/// "was sworn in": an office is taken, nothing is said.
bool takes_office(const TreeView& tree, Index verb) {
    const auto next = verb + 1;
    return tree.lemma(verb) == "swear" && next < tree.words().size() && tree.words()[next].is("in");
}

/// "was denied a visa", "denied the envoy entry"
bool denies_access(const TreeView& tree, Index verb) {
    if (tree.lemma(verb) == "deny" && tree.child(verb, "iobj") != none) return true;
    return (tree.lemma(verb) == "deny" || tree.lemma(verb) == "refuse") && passive(tree, verb) &&
           tree.child(verb, "obj") != none;
}

/// "the plan was considered": weighed, not held for something.
bool is_only_weighed(const TreeView& tree, Index verb) {
    return tree.lemma(verb) == "consider" && passive(tree, verb) && tree.child(verb, "xcomp") == none &&
           tree.child(verb, "ccomp") == none && tree.child(verb, "obj") == none;
}

/// "did not respond to a request": nothing was said, nor refused.
bool gives_no_answer(const TreeView& tree, Index verb) {
    static constexpr std::array<std::string_view, 5> answering{"respond", "reply", "answer", "return", "reach"};
    return among(answering, tree.lemma(verb)) && negated(tree, verb);
}

/// "the day the law was announced"
bool defines(const TreeView& tree, Index verb) {
    return tree.is(verb, "acl") && tree.relation(verb) == "acl:relcl" && passive(tree, verb) &&
           tree.child(verb, "obl:agent") == none;
}

/// "Don't call yourself rich", "Remember it was me": what readers are told to do.
bool commands(const TreeView& tree, Index verb) {
    if (tree.child(verb, "nsubj") != none || tree.child(verb, "nsubj:pass") != none || tree.head(verb) != none)
        return false;
    const auto first = tree.subtree(verb).first;
    const auto& word = tree.words()[first];
    const bool base = tree.lemma(verb) == tree.words()[verb].lower;
    return base && (first == verb || ((word.is("do") || word.is("please") || word.is("never")) && verb - first < 4));
}

/// "alleged disappearances", "an act meant to honour them", "behaviour considered odd": which ones they are. Who is
/// "accused of theft" is accused by somebody.
bool describes(const TreeView& tree, Index verb) {
    static constexpr std::array<std::string_view, 6> accusing{"accuse", "suspect", "charge",
                                                              "allege", "blame",   "quote"};
    if (tree.is(verb, "amod")) return true;
    const bool participle = tree.relation(verb) == "acl" && !tree.words()[verb].lower.ends_with("ing") &&
                            tree.child(verb, "nsubj") == none && tree.child(verb, "mark") == none;
    return participle && !among(accusing, tree.lemma(verb)) && child_with_case(tree, verb, "obl", "by") == none;
}

/// "makes us think", "are made to believe"
bool is_caused(const TreeView& tree, Index verb) {
    return tree.lemma(verb) == "make" ||
           (tree.is(verb, "xcomp") && tree.head(verb) != none && tree.lemma(tree.head(verb)) == "make");
}

/// "Why would the party accept this?": nobody has.
bool asks_whether(const TreeView& tree, Index verb) {
    const auto subject = tree.child(verb, "nsubj"), auxiliary_verb = tree.child(verb, "aux");
    return subject != none && auxiliary_verb != none && auxiliary_verb < subject && subject < verb &&
           !tree.words()[auxiliary_verb].is("had");
}

/// "would not have rebuked him": nobody did. "would have preferred" tells of a wish.
bool counterfactual(const TreeView& tree, Index verb) {
    const auto& children = tree.children(verb);
    return std::any_of(children.begin(), children.end(),
                       [&](Index child) { return tree.is(child, "aux") && tree.words()[child].is("have"); });
}

/// "may want to ask", "should let us all know", "would be right to say", "had no heart to tell": what depends on a verb
/// that tells of no deed was not said. "did not hesitate to say" is said.
bool hangs_on_unreal(const TreeView& tree, Index verb) {
    static constexpr std::array<std::string_view, 7> sayings{"hesitate", "stop", "forget", "help",
                                                             "shy",      "fear", "fail"};
    for (int steps = 0; steps < 4 && tree.head(verb) != none; ++steps) {
        const bool infinitive = tree.is(verb, "xcomp") && !tree.words()[verb].lower.ends_with("ing");
        if (!infinitive && !(steps > 0 && tree.is(verb, "conj"))) return false;
        verb = tree.head(verb);
        if (among(sayings, tree.lemma(verb))) return false;
        if (infinitive && negated(tree, verb)) return true;
        const auto modal = modal_of(tree, verb);
        if (modal != none && !tree.words()[modal].is("would")) return true;
        if (modal != none && (negated(tree, verb) || tree.upos(verb) != "VERB")) return true;
    }
    return false;
}

/// "Speaking about the fire, Moen said": what was said follows.
bool is_speaking(const TreeView& tree, Index verb) {
    return tree.words()[verb].is("speaking") && tree.is(verb, "advcl");
}

bool wants(std::string_view lemma) {
    static constexpr std::array<std::string_view, 12> wishes{"want",  "like",   "plan",  "intend", "hope", "believe",
                                                             "think", "expect", "agree", "accept", "see",  "know"};
    return among(wishes, lemma);
}

/// The subject of a verb, which may stand with the verb that this one goes on from.
Index subject_of(const TreeView& tree, Index verb, int depth = 0) {
    for (const auto child : tree.children(verb)) {
        if (tree.relation(child) == "nsubj") return child;
        if (tree.relation(child) == "nsubj:pass") return is_perfect(tree, verb) ? child : none;
        if (tree.relation(child) == "obl:agent") return child;
        // "the yards are old, but it is estimated that": nobody's estimate
        if (tree.is(child, "expl")) return none;
    }
    if (passive(tree, verb) && !is_perfect(tree, verb)) return none;
    if (tree.head(verb) == none || depth > 2) return none;
    if (tree.is(verb, "conj") || tree.is(verb, "xcomp")) return subject_of(tree, tree.head(verb), depth + 1);
    const bool ing = tree.words()[verb].lower.ends_with("ing");
    // "accused the bank of denying": the bank does.
    const auto object = tree.child(tree.head(verb), "obj");
    if (tree.is(verb, "advcl") && ing && object != none && object < verb && has_case(tree, verb, "of")) return object;
    if (tree.is(verb, "advcl") && ing && tree.upos(tree.head(verb)) == "VERB")
        return subject_of(tree, tree.head(verb), depth + 1);
    return none;
}

}  // namespace

bool is_perfect(const TreeView& tree, Index verb) {
    bool have = false;
    for (const auto child : tree.children(verb)) {
        if (!tree.is(child, "aux")) continue;
        if (tree.words()[child].is(be) || tree.lemma(child) == "get") return false;
        have = have || tree.lemma(child) == "have";
    }
    return have;
}

bool holds(const TreeView& tree, Index verb, std::optional<Act> told_act) {
    const auto lemma = tree.lemma(verb);
    if (tree.upos(verb) == "AUX") return false;
    // "would be right to say"
    if (tree.upos(verb) == "ADJ" && modal_of(tree, verb) != none) return false;
    if (tree.upos(verb) != "VERB") return true;
    if (commands(tree, verb) || is_caused(tree, verb) || describes(tree, verb) || asks_whether(tree, verb) ||
        is_speaking(tree, verb))
        return false;

    if (is_open_question(tree, verb) || still_to_come(tree, verb) || for_a_purpose(tree, verb) ||
        gives_a_name(tree, verb) || refuses_a_deed(tree, verb) || denies_access(tree, verb) ||
        takes_office(tree, verb) || gives_no_answer(tree, verb) || is_only_weighed(tree, verb) ||
        goes_without(tree, verb) || defines(tree, verb) || is_part_of_name(tree, verb) ||
        is_yet_to_be_done(tree, verb) || hangs_on_condition(tree, verb) || is_told_to(tree, verb) ||
        is_put_questions(tree, verb))
        return false;
    const bool keeps_silent = told_act == Act::decline;
    if (!keeps_silent && hangs_on_unreal(tree, verb)) return false;
    const bool leaves_open = told_act == Act::suggest || told_act == Act::reject;
    const bool no = negated(tree, verb);
    // What somebody does not discard he holds for possible; to discard it is to deal with it.
    if (!no && (lemma == "discard" || lemma == "exclude")) return false;
    if (const auto modal = modal_of(tree, verb); modal != none) {
        if (no) return !counterfactual(tree, verb) && (keeps_silent || leaves_open);
        return tree.words()[modal].is("would") && wants(lemma);
    }
    return !no || keeps_silent || leaves_open || wants(lemma);
}

WordSpan without_edges(const TextWords& words, WordSpan span) {
    const auto edge = [&](Index i) {
        const auto& form = words[i].form;
        return words[i].quoted == none &&
               (form == "," || form == ";" || form == ":" || form == "." || form == "—" || form == "–" || form == "-");
    };
    while (!span.empty() && edge(span.last - 1)) --span.last;
    while (!span.empty() && edge(span.first)) ++span.first;
    return span;
}

WordSpan completed(const TreeView& tree, WordSpan span, WordSpan but_not) {
    for (int times = 0; times < 3 && !span.empty(); ++times) {
        const auto last = span.last - 1;
        static constexpr std::array<std::string_view, 10> before_heads{"case", "det",    "cc",     "mark", "compound",
                                                                       "amod", "nummod", "advmod", "aux",  "cop"};
        const auto relation = tree.relation(last);
        // "the company | 's reputation", "her | tattoo", "Mr | Venn"
        const bool possessor = relation == "nmod:poss" || relation == "nmod:desc";
        const bool leads_on = possessor || among(before_heads, relation.substr(0, relation.find(':')));
        const auto head = tree.head(last);
        if (!leads_on || head < span.last || tree.words()[last].is("'s")) break;
        const WordSpan longer{span.first, tree.subtree(head).last};
        if (longer.overlaps(but_not) && !span.overlaps(but_not)) break;
        span.last = std::max(span.last, longer.last);
    }
    return without_edges(tree.words(), span);
}

namespace {

/// "prosecutors in court against Lena Orvik": the name is another's.
bool stands_in_prepositional(const TreeView& tree, Index last, Index head) {
    auto first = last;
    while (first > head + 1 && is_person_name(tree.words(), first - 1)) --first;
    if (first > head + 1 && tree.upos(first - 1) == "ADP") return true;
    for (auto i = last; i != none && i != head; i = tree.head(i)) {
        if (tree.child(i, "case") != none && tree.child(i, "case") < i) return true;
    }
    return false;
}

/// Where the phrase's apposition or aside begins. The bracket in "the River Council (RC) chief" is none.
Index core_end(const TextWords& words, WordSpan span) {
    for (auto i = span.first + 1; i < span.last; ++i) {
        if (words[i].comma() || words[i].form == "—") return i;
        if (words[i].form != "(") continue;
        auto close = i + 1;
        while (close < span.last && words[close].form != ")") ++close;
        if (close + 1 >= span.last || words[close + 1].punctuation) return i;
        i = close;
    }
    return span.last;
}

/// "Minister for Gender, Labour and Trade, Betty Ongom": where a name ends what does not begin with one, it is who it
/// is.
bool ends_in_its_person(const TextWords& words, WordSpan span, Index core_last) {
    auto first = span.last;
    while (first > core_last && !words[first - 1].comma()) --first;
    // An apposition right behind the core is read as one.
    if (first <= core_last + 1 || first >= span.last) return false;
    for (auto i = first; i < span.last; ++i) {
        if (!is_person_name(words, i)) return false;
    }
    for (auto i = span.first; i < core_last; ++i) {
        if (is_person_name(words, i)) return false;
    }
    return true;
}

/// "Orvik's public defender": the defender, also where the tree takes the name for the head.
Index possessed(const TreeView& tree, const Phrase& phrase) {
    const auto next = phrase.head + 1;
    if (next >= phrase.core_last || !tree.words()[next].is("'s")) return phrase.head;
    auto noun = none;
    for (auto i = next + 1; i < phrase.core_last && tree.upos(i) != "ADP"; ++i) {
        if (tree.upos(i) == "NOUN") noun = i;
    }
    return noun != none ? noun : phrase.head;
}

}  // namespace

bool is_phrase(const TreeView& tree, WordSpan span) {
    int tops = 0;
    bool verbal = false;
    for (auto i = span.first; i < span.last; ++i) {
        const auto head = tree.head(i);
        if (tree.words()[i].punctuation || (head != none && span.contains(head))) continue;
        ++tops;
        verbal = verbal || tree.upos(i) == "VERB";
    }
    return tops < 2 || !verbal;
}

Phrase phrase_of(const TreeView& tree, WordSpan span) {
    const auto& words = tree.words();
    Phrase phrase{span.first, span.last, tree.head_of(span), core_end(words, span)};
    if (phrase.core_last < span.last && ends_in_its_person(words, span, phrase.core_last)) phrase.core_last = span.last;
    if (phrase.head >= phrase.core_last) phrase.head = tree.head_of({span.first, phrase.core_last});
    phrase.head = possessed(tree, phrase);
    // "county engineer Lena Orvik": the name is who it is.
    const auto last = phrase.core_last - 1;
    const bool anothers = stands_in_prepositional(tree, last, phrase.head);
    const auto of_head = words[phrase.head].name;
    if (!anothers && is_person_name(words, last) && (of_head == none || of_head == words[last].name))
        phrase.head = last;
    return phrase;
}

void take_up(const TextWords& words, Attribution& one, WordSpan cue, std::string lemma,
             const std::vector<WordSpan>& contents) {
    one.first = cue.first;
    one.last = cue.last;
    const auto reach = [&](Index first, Index last) {
        one.first = std::min(one.first, first);
        one.last = std::max(one.last, last);
    };
    if (one.source) reach(one.source->first, one.source->last);
    one.statement.cue = Cue{words.span(cue.first, cue.last), std::move(lemma)};
    for (const auto content : contents) {
        one.statement.content.push_back(words.span(content.first, content.last));
        reach(content.first, content.last);
    }
}

WordSpan without_possessive(const TextWords& words, WordSpan span) {
    if (span.size() < 2) return span;
    const auto& last = words[span.last - 1];
    if (last.is("'s") || last.form == "’" || last.form == "'") --span.last;
    return span;
}

std::optional<WordSpan> source_in_tree(const TreeView& tree, WordSpan cue, Index head) {
    const auto subject = tree.upos(head) == "VERB" ? subject_of(tree, head) : tree.child(head, "nmod:poss");
    if (subject == none || cue.contains(subject)) return std::nullopt;
    // "its plan"
    if (tree.is(subject, "nmod:poss") && tree.upos(subject) == "PRON") return WordSpan{subject, subject + 1};
    auto span = without_edges(tree.words(), tree.subtree(subject));
    if (span.overlaps(cue) || span.size() > 40) return std::nullopt;
    if (tree.words()[span.last - 1].is("'s") || tree.words()[span.last - 1].form == "’") --span.last;
    return span.empty() ? std::nullopt : std::optional(span);
}

namespace {

/// Whether word `at` belongs to verb `i`: itself, or as the mark or preposition of what does.
bool belongs_to(const TreeView& tree, Index at, Index i) {
    for (int steps = 0; steps < 3 && at != none && at != i; ++steps) at = tree.head(at);
    return at == i;
}

/// Whether the words of a cue behind its first, "…" for some between them, stand behind word `i`.
bool rest_stands(const TreeView& tree, Index i, const std::vector<std::string>& rest) {
    constexpr Index most_between = 10;
    const auto& words = tree.words();
    // "told the mayor to leave", but not "told the mayor that he planned to": an infinitive is the cue's own.
    const auto is_there = [&](Index at, const std::string& word) {
        if (!words[at].is(word)) return false;
        const auto verb = tree.head(at);
        return word != "to" || (verb != none && tree.upos(verb) == "VERB" && tree.head(verb) == i);
    };
    auto at = i + 1;
    for (std::size_t k = 0; k < rest.size(); ++k, ++at) {
        if (rest[k] != "…") {
            if (at >= words.size() || !words[at].is(rest[k])) return false;
            continue;
        }
        if (++k >= rest.size()) return false;
        const auto end = std::min(words.unit(i).last, at + most_between);
        while (at < end && !is_there(at, rest[k])) ++at;
        if (at >= end || !belongs_to(tree, at, i)) return false;
    }
    return true;
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
            const bool fits = rest_stands(tree, i, known.rest);
            if (fits) return &known;
        }
        return nullptr;
    };
    const auto head = tree.head_of(cue);
    // "in his own words" is no word that somebody gives.
    if (tree.upos(head) == "NOUN" && !words[head].is("words")) {
        if (const auto* noun = lexicons.cue_noun(tree.lemma(head))) return noun;
    }
    if (const auto* verb = verb_at(head); verb != nullptr) {
        // "declined to say": all of the words are one cue's.
        if (!verb->rest.empty() && verb->rest.front() != "…" &&
            head + 1 + static_cast<Index>(verb->rest.size()) >= cue.last)
            return verb;
        // "declined to say": the silence tells, not what was not said; "withdrew its claim": the verb takes back what
        // the noun tells.
        if (verb->act == Act::decline || verb->act == Act::reject) return verb;
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

}  // namespace sayso
