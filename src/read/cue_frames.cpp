#include "read/cue_frames.h"

#include <algorithm>
#include <array>
#include <utility>

#include "read/tree_phrases.h"

namespace sayso {
namespace {

bool quoted(const TextWords& words, const std::vector<WordSpan>& contents) {
    return std::any_of(contents.begin(), contents.end(), [&](WordSpan content) {
        for (auto i = content.first; i < content.last; ++i) {
            if (words[i].mark) return true;
        }
        return false;
    });
}

bool clause(const TreeView& tree, Index head) {
    return tree.upos(head) == "VERB" || tree.upos(head) == "AUX" || tree.child(head, "nsubj") != none ||
           tree.child(head, "cop") != none || tree.is(head, "ccomp");
}

/// "described him as a coward", "called the plan reckless"
bool judges(const TreeView& tree, Index verb) {
    if (tree.child(verb, "xcomp") != none) return true;
    return std::any_of(tree.children(verb).begin(), tree.children(verb).end(), [&](Index child) {
        const auto preposition = tree.child(child, "case");
        return preposition != none && tree.words()[preposition].is("as");
    });
}

/// "the plan drew criticism", "sparked outrage": the subject is what was criticised.
bool draws_words(const TreeView& tree, Index verb) {
    static constexpr std::array<std::string_view, 13> drawing{"draw",   "spur",  "attract", "spark",   "prompt",
                                                              "invite", "earn",  "fuel",    "trigger", "provoke",
                                                              "stoke",  "cause", "arouse"};
    static constexpr std::array<std::string_view, 22> reactions{
        "debate", "discussion", "controversy", "criticism", "condemnation", "praise",  "outrage",  "anger",
        "fire",   "rebuke",     "ire",         "complaint", "concern",      "protest", "applause", "fear",
        "worry",  "alarm",      "doubt",       "suspicion", "speculation",  "question"};
    const auto object = tree.child(verb, "obj");
    return object != none && among(drawing, tree.lemma(verb)) && among(reactions, tree.lemma(object));
}

/// What only people and bodies do, a storm does not.
bool needs_a_speaker(Act act) {
    return act == Act::threaten || act == Act::promise || act == Act::order || act == Act::intend || act == Act::ask;
}

/// "hailed a taxi", "slammed the door", "denied them entry": deeds, with no word said.
bool is_done_to_things(const TreeView& tree, Index verb) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 26> deeds{{
        {"hail", "taxi"},       {"hail", "cab"},       {"hail", "ride"},    {"hail", "car"},
        {"slam", "door"},       {"slam", "folder"},    {"slam", "brake"},   {"slam", "phone"},
        {"slam", "lid"},        {"slam", "gate"},      {"slam", "ball"},    {"dismiss", "class"},
        {"dismiss", "batsman"}, {"deny", "entry"},     {"deny", "access"},  {"deny", "visa"},
        {"deny", "licence"},    {"deny", "license"},   {"deny", "permit"},  {"deny", "bail"},
        {"deny", "parole"},     {"deny", "asylum"},    {"deny", "passage"}, {"deny", "opportunity"},
        {"deny", "chance"},     {"deny", "treatment"},
    }};
    const auto object = tree.child(verb, "obj");
    return object != none &&
           std::find(deeds.begin(), deeds.end(), std::pair{tree.lemma(verb), tree.lemma(object)}) != deeds.end();
}

/// "dismissed two ministers": from office
bool dismisses_people(const TreeView& tree, Index verb) {
    const auto object = tree.child(verb, "obj");
    if (object == none || tree.lemma(verb) != "dismiss" || judges(tree, verb)) return false;
    const auto kind = tree.words()[object].noun;
    return kind == NounKind::person || kind == NounKind::people;
}

/// "ignored the red light": only of a warning does that tell what somebody holds of words.
bool ignores_no_words(const TreeView& tree, const CueWord& known, const std::vector<WordSpan>& contents) {
    return (known.lemma == "ignore" || known.lemma == "disregard") && !ignores_warning(tree.words(), contents.front());
}

bool object_fits(const TreeView& tree, Index verb, const CueWord& known) {
    if (questions_people(tree, verb) || is_done_to_things(tree, verb) || dismisses_people(tree, verb)) return false;
    // "declined the invitation"
    if (known.act == Act::decline && known.rest.empty() && tree.child(verb, "xcomp") == none) return false;
    if ((known.frames & frame_np) != 0 || !known.rest.empty()) {
        // "ordered two coffees"
        const bool deed_needed = known.act == Act::order;
        return !deed_needed || tree.child(verb, "xcomp") != none || tree.child(verb, "ccomp") != none;
    }
    // Objects of these are things had, seen or done, not words.
    static constexpr std::array<std::string_view, 43> other_things{
        "hold",      "set",       "say",     "tell",  "know",     "see",        "find",      "think",    "read",
        "write",     "add",       "hear",    "show",  "go",       "call",       "deny",      "continue", "post",
        "accept",    "offer",     "publish", "learn", "detect",   "determine",  "establish", "grant",    "discover",
        "recognise", "recognize", "feel",    "brief", "consider", "understand", "spot",      "refuse",   "witness",
        "remember",  "uncover",   "submit",  "quote", "notice",   "maintain"};
    return (!among(other_things, tree.lemma(verb)) && !among(other_things, known.lemma)) || judges(tree, verb);
}

bool is_object(const TreeView& tree, Index i) {
    return tree.is(i, "obj") || tree.is(i, "obl") || tree.is(i, "iobj");
}

/// "linked the blast to the union" accuses, "linked the road to the port" does not.
bool links_no_deed(const TreeView& tree, const CueWord* known, WordSpan content) {
    if (known == nullptr || (known->lemma != "link" && !known->lemma.ends_with(" to link"))) return false;
    for (auto i = content.first; i < content.last; ++i) {
        if (is_deed(tree.words()[i].lower)) return false;
    }
    return true;
}

/// "claims of responsibility for the blast": whose, another statement tells.
bool claims_of_nobody(const TreeView& tree, Index noun, WordSpan content, bool has_source) {
    return !has_source && (tree.lemma(noun) == "claim" || tree.lemma(noun) == "report") && tree.upos(noun) == "NOUN" &&
           tree.words()[content.first].is("of");
}

/// "gives us a sense of how it was": what one feels, not what somebody says.
bool gives_a_sense(const TreeView& tree, Index noun, WordSpan content) {
    return tree.lemma(noun) == "sense" && tree.upos(noun) == "NOUN" && !tree.words()[content.first].is("that");
}

/// "its response to the request", "no evidence that he ran": nothing is told.
bool tells_nothing_itself(const TreeView& tree, Index noun, WordSpan content) {
    static constexpr std::array<std::string_view, 4> answers{"response", "reply", "answer", "reaction"};
    static constexpr std::array<std::string_view, 5> grounds{"evidence", "proof", "indication", "sign", "suggestion"};
    if (tree.upos(noun) != "NOUN") return false;
    if (among(answers, tree.lemma(noun)))
        return !tree.words()[content.first].is("that") && !tree.words()[content.first].mark;
    return among(grounds, tree.lemma(noun)) && is_negated(tree, noun);
}

/// "posted a comment": which, another cue tells.
bool names_only_words(const TreeView& tree, Index verb, WordSpan content) {
    static constexpr std::array<std::string_view, 9> wordings{"comment", "statement", "message", "letter", "post",
                                                              "video",   "tweet",     "remark",  "speech"};
    const auto object = tree.head_of(content);
    return content.size() < 4 && tree.is(object, "obj") && tree.head(object) == verb && tree.upos(object) == "NOUN" &&
           among(wordings, tree.lemma(object)) &&
           (tree.lemma(verb) == "post" || tree.lemma(verb) == "issue" || tree.lemma(verb) == "publish" ||
            tree.lemma(verb) == "release" || tree.lemma(verb) == "write" || tree.lemma(verb) == "share");
}

/// "whatever they want to say": what it is stands elsewhere.
bool leaves_out_what(const TreeView& tree, WordSpan content) {
    static constexpr std::array<std::string_view, 5> empty{"say", "do", "know", "hear", "see"};
    return content.size() == 2 && tree.words()[content.first].is("to") && among(empty, tree.lemma(content.last - 1));
}

/// "is remembered, | as we have seen": an aside is not what is told.
bool is_aside(const TreeView& tree, WordSpan content) {
    const auto& words = tree.words();
    const auto verb = tree.head(content.first);
    return words[content.first].is("as") && tree.is(content.first, "mark") && verb != none && content.contains(verb) &&
           tree.child(verb, "nsubj") != none;
}

/// "as we have seen, | as one of the founders": what an aside tells is the sentence around it.
bool told_by_aside(const TreeView& tree, Index verb, WordSpan content) {
    const auto& words = tree.words();
    return content.first > verb && verb + 1 < words.size() && words[verb + 1].comma() && has_case(tree, verb, "as") &&
           !clause(tree, tree.head_of(content));
}

/// "filed a document on Monday arguing that": the clause is another verb's.
bool clause_is_anothers(const TreeView& tree, WordSpan cue, WordSpan content) {
    const auto& words = tree.words();
    const auto noun = tree.head_of(cue);
    if (tree.upos(noun) != "NOUN" || !words[content.first].is("that")) return false;
    const auto above = tree.head(tree.head_of(content));
    return above != none && above > noun && !cue.contains(above) && tree.upos(above) == "VERB" && above < content.first;
}

/// "found ways | to connect them": the infinitive tells which ways.
bool tells_which_object(const TreeView& tree, WordSpan cue, WordSpan content) {
    const auto clause = tree.head_of(content);
    const auto noun = tree.head(clause);
    return tree.words()[content.first].is("to") && tree.is(clause, "acl") && noun != none && !cue.contains(noun) &&
           noun < content.first && tree.head(noun) == tree.head_of(cue) && tree.is(noun, "obj") &&
           tree.words()[noun].noun == NounKind::none && tree.words()[noun].name == none;
}

/// "it became clear that", said of nobody: the article's own voice.
bool shows_by_itself(const TreeView& tree, Index head) {
    if (tree.child(head, "nsubj:pass") != none) return false;
    static constexpr std::array<std::string_view, 7> showing{"become", "clear",    "obvious", "evident",
                                                             "emerge", "consider", "feel"};
    return among(showing, tree.lemma(head));
}

/// "the cabinet saw its rating drop": bodies have no eyes, and what happens to oneself is no sight.
bool only_undergoes(const TreeView& tree, Index verb, WordSpan content, const std::optional<Phrase>& source) {
    if (tree.lemma(verb) != "see" || !source) return false;
    if (tree.words()[content.first].is(possessive)) return true;
    const auto& head = tree.words()[source->head];
    // "the festival sees hundreds of men run"
    const bool thing = head.name == none && head.noun == NounKind::none && !head.is(pronoun | quantity | relative);
    if (thing && !tree.words()[content.first].is("that") && !is_speaker(tree.words(), *source, false)) return true;
    if (tree.child(verb, "xcomp") == none) return false;
    if (head.name != none) return !is_person_name(tree.words(), source->head);
    return head.noun == NounKind::institution || (head.noun == NounKind::none && !head.is(pronoun | quantity));
}

/// "the man she called father": which man it is; "what it means to be free": nobody's aim.
bool names_or_defines(const TreeView& tree, Index verb, const CueWord& known, const std::optional<Phrase>& source) {
    if (tree.lemma(verb) == "call" && tree.relation(verb) == "acl:relcl") return true;
    const auto* head = source ? &tree.words()[source->head] : nullptr;
    return tree.lemma(verb) == "mean" && known.act == Act::intend && head != nullptr &&
           (head->is("it") || head->is("this") || head->is("that"));
}

/// "whose members call themselves “the ribs”": a name, not a judgment
bool names_itself(const TreeView& tree, Index verb) {
    const auto next = verb + 1;
    return tree.lemma(verb) == "call" && next < tree.words().size() && tree.words()[next].lower.ends_with("selves");
}

/// "all the things I wanted | to take": what is wanted stands before.
bool wants_what_stands_before(const TreeView& tree, Index verb, WordSpan content) {
    return tree.relation(verb) == "acl:relcl" && content.size() == 2 && tree.words()[content.first].is("to") &&
           tree.child(verb, "obj") == none;
}

/// "In the tenth year of peace | such words are worrying": a circumstance is not what is told.
bool is_only_circumstance(const TreeView& tree, Index verb, WordSpan content) {
    const auto head = tree.head_of(content);
    if (content.first >= verb || !tree.is(head, "obl") || tree.head(head) != verb || clause(tree, head)) return false;
    return has_case(tree, head, "in") || has_case(tree, head, "at") || has_case(tree, head, "during");
}

/// "the revelation that Venn, | who left in May": the clause is the name's.
bool is_anothers_relative(const TreeView& tree, Index noun, WordSpan content) {
    const auto& first = tree.words()[content.first];
    return tree.upos(noun) == "NOUN" && (first.is("who") || first.is("which")) &&
           tree.relation(tree.head_of(content)) == "acl:relcl";
}

/// "the project encourages women to farm": no word is said where nobody speaks.
bool encourages_without_words(const TreeView& tree, Index verb, const std::optional<Phrase>& source) {
    return (tree.lemma(verb) == "encourage" || tree.lemma(verb) == "remind") && source &&
           !is_speaker(tree.words(), *source, false);
}

/// A cue that the lexicon does not know ("shares", "documented") needs a content that only words or thoughts are: a
/// quotation, or a clause with "that".
bool tells_unmistakably(const TreeView& tree, WordSpan cue, WordSpan content) {
    const auto& words = tree.words();
    if (words[cue.first].is("according") || words[cue.first].punctuation) return true;
    // “…,” shares Aboke
    const bool led_up_to = content.first >= cue.last && words[content.first - 1].form == ":";
    const bool before = content.first < cue.first && words.unit(content.first).zone == words.unit(cue.first).zone;
    if (words[content.first].mark && (before || led_up_to)) return true;
    // "it seems that", "this ensures that": nobody says so.
    static constexpr std::array<std::string_view, 10> facts{"seem",   "appear", "happen",    "follow", "ensure",
                                                            "enable", "make",   "guarantee", "help",   "mean"};
    if (among(facts, tree.lemma(tree.head_of(cue)))) return false;
    const auto head = tree.head_of(content);
    return tree.is(head, "ccomp") && (words[content.first].is("that") || tree.upos(tree.head_of(cue)) == "ADJ");
}

}  // namespace

bool questions_people(const TreeView& tree, Index verb) {
    if (tree.lemma(verb) != "question") return false;
    auto whom = tree.child(verb, "nsubj:pass");
    if (whom == none) whom = tree.child(verb, "obj");
    if (whom == none) return false;
    const auto& word = tree.words()[whom];
    return word.is(pronoun | object_pronoun) || word.noun == NounKind::person || word.noun == NounKind::people ||
           is_person_name(tree.words(), whom);
}

bool measures_nothing(const TreeView& tree, Index verb, WordSpan content) {
    const auto lemma = tree.lemma(verb);
    if (lemma != "count" && lemma != "put") return false;
    const auto& words = tree.words();
    // "as the governor put it"
    if (verb + 1 < words.size() && words[verb + 1].is("it")) return false;
    bool number = false, at = lemma == "count";
    for (auto i = content.first; i < content.last; ++i) {
        number = number || tree.upos(i) == "NUM";
        at = at || words[i].is("at");
    }
    return !number || !at;
}

bool takes_lives(const TreeView& tree, Index verb) {
    const auto object = tree.child(verb, "obj");
    return tree.lemma(verb) == "claim" && object != none && tree.lemma(object) == "life";
}

bool explains(const TreeView& tree, Index noun) {
    static constexpr std::array<std::string_view, 6> grounds{"sense", "ground", "basis", "hope", "condition", "event"};
    return among(grounds, tree.lemma(noun)) && tree.upos(noun) == "NOUN" &&
           (has_case(tree, noun, "in") || has_case(tree, noun, "on"));
}

bool ignores_warning(const TextWords& words, WordSpan content) {
    constexpr Index most = 5;  // "the repeated and urgent warnings"
    for (auto i = content.first; i < std::min(content.last, content.first + most); ++i) {
        const auto* noun = words.lexicons->cue_noun(words[i].lower);
        if (noun != nullptr && noun->act == Act::warn) return true;
    }
    return false;
}

bool fits_frames(const TreeView& tree, WordSpan cue, const CueWord* known, const std::vector<WordSpan>& contents,
                 const std::optional<Phrase>& source) {
    const auto& words = tree.words();
    const auto verb = tree.head_of(cue);
    const auto content = tree.head_of(contents.front());
    if (takes_lives(tree, verb) || draws_words(tree, verb)) return false;
    // "issued a statement … to shelve the plan": only some nouns tell of deeds.
    if (known != nullptr && words[contents.front().first].is("to") && tree.is(content, "advcl") &&
        (known->frames & frame_to) == 0)
        return false;
    if (links_no_deed(tree, known, contents.front()) ||
        claims_of_nobody(tree, verb, contents.front(), source.has_value()) || explains(tree, verb) ||
        clause_is_anothers(tree, cue, contents.front()) || tells_which_object(tree, cue, contents.front()) ||
        (!source && shows_by_itself(tree, verb)) ||
        (known != nullptr && known->lemma == "see" && only_undergoes(tree, verb, contents.front(), source)) ||
        measures_nothing(tree, verb, contents.front()) || gives_a_sense(tree, verb, contents.front()) ||
        leaves_out_what(tree, contents.front()) || is_aside(tree, contents.front()) ||
        told_by_aside(tree, verb, contents.front()) || tells_nothing_itself(tree, verb, contents.front()) ||
        names_only_words(tree, verb, contents.front()) || names_itself(tree, verb) ||
        wants_what_stands_before(tree, verb, contents.front()) ||
        (!quoted(words, contents) && is_only_circumstance(tree, verb, contents.front())) ||
        is_anothers_relative(tree, verb, contents.front()))
        return false;
    if (known == nullptr) return tells_unmistakably(tree, cue, contents.front());
    if (ignores_no_words(tree, *known, contents)) return false;
    if (known->lemma == "mean" && words[contents.front().first].is("that")) return false;
    // "he meant “cold feet”": the words of a wish need an infinitive.
    if (known->act == Act::intend && known->frames == frame_to && !words[contents.front().first].is("to") &&
        words[contents.front().first].mark)
        return false;
    if (source && needs_a_speaker(known->act) && tree.upos(verb) == "VERB" && !is_speaker(words, *source, false))
        return false;
    if (quoted(words, contents) || tree.upos(verb) != "VERB") return true;
    if (names_or_defines(tree, verb, *known, source) || encourages_without_words(tree, verb, source)) return false;
    // "told reporters, alluding to the fire"
    if ((known->frames & (frame_ing | frame_np)) == 0 && content == contents.front().first &&
        words[content].lower.ends_with("ing") && tree.upos(content) == "VERB" && tree.child(content, "aux") == none)
        return false;
    if (tree.head(content) == verb && is_object(tree, content) && !clause(tree, content))
        return object_fits(tree, verb, *known);
    return true;
}

}  // namespace sayso
