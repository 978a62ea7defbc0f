#include "read/event_trees.h"

#include <algorithm>
#include <string_view>

#include "read/event_roles.h"
#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {

bool takes_place(std::string_view lemma) {
    return one_of(lemma, "begin", "start", "take", "occur", "happen", "resume", "continue", "break", "follow", "end",
                  "erupt", "come", "go", "last", "be");
}
namespace {

constexpr int most_steps = 6;  // up a tree

bool is_saying(std::string_view lemma) {
    return one_of(lemma, "say", "announce", "tell", "confirm", "promise", "vow", "pledge", "declare", "add", "state",
                  "warn", "threaten");
}
bool is_planning(std::string_view lemma) {
    return one_of(lemma, "plan", "intend", "threaten", "vow", "prepare", "pledge", "promise", "agree", "schedule",
                  "set", "expect", "due", "slate", "aim", "want", "ready", "poise", "order", "plot", "hope", "instruct",
                  "demand", "urge", "ask") ||
           one_of(lemma, "call", "request", "invite", "propose", "seek", "about", "decision", "threat", "intention",
                  "promise", "proposal", "bid", "move", "wish", "consider", "pledge", "conspire", "conspiracy",
                  "motion", "undertake", "determine", "wait", "commit", "advise", "encourage", "direct", "petition");
}
bool is_open(std::string_view lemma) {
    return one_of(lemma, "able", "unable", "possible", "impossible", "reluctant", "unwilling", "likely", "unlikely",
                  "easy", "difficult", "hard", "ability", "chance", "risk", "need", "power", "right", "opportunity",
                  "willing", "fit", "unfit", "free", "authority", "way", "time", "reason", "afraid", "dangerous",
                  "mandate", "close", "ground", "basis");
}

/// "seek her extradition", "await trial"
bool is_waiting(std::string_view lemma) {
    return one_of(lemma, "seek", "plan", "propose", "promise", "prepare", "plot", "await", "demand", "request",
                  "expect", "want", "threaten", "consider");
}

[[nodiscard]] bool is_verb_word(const TreeView& tree, Index i) {
    return tree.upos(i) == "VERB" || tree.upos(i) == "AUX";
}

/// The verb whose mood is the event's: its own, or that which says of the noun that it takes place; or `none`.
Index verb_of(const TreeView& tree, Index head, bool verb) {
    if (verb && tree.upos(head) != "NOUN") return head;
    for (int steps = 0; tree.is(head, "conj") && tree.head(head) != none && steps < most_steps; ++steps)
        head = tree.head(head);
    const auto up = tree.head(head);
    if (up == none || !is_verb_word(tree, up)) return none;
    const auto lemma = tree.lemma(up);
    const bool done = is_doing(lemma) || is_waiting(lemma);
    if ((tree.is(head, "obj") || tree.relation(head) == "nsubj:pass") && done) return up;
    return tree.relation(head) == "nsubj" && takes_place(lemma) ? up : none;
}

/// Of a subclause "if …", or of one that goes with it.
bool is_conditional(const TreeView& tree, Index verb) {
    const auto has_if = [&](Index i) {
        const auto mark = tree.child(i, "mark");
        return mark != none && (tree.words()[mark].is("if") || tree.words()[mark].is("unless"));
    };
    const auto& children = tree.children(verb);
    return has_if(verb) || std::any_of(children.begin(), children.end(),
                                       [&](Index child) { return tree.is(child, "advcl") && has_if(child); });
}

/// "said that it would hold talks": then it was to come.
bool is_future_of_past(const TreeView& tree, Index verb) {
    const auto up = tree.head(verb);
    return tree.is(verb, "ccomp") && up != none && is_saying(tree.lemma(up)) && !is_conditional(tree, verb);
}

std::optional<EventStatus> status_by_auxiliary(const TreeView& tree, Index verb) {
    // "did not take place"
    if (takes_place(tree.lemma(verb)) && is_negated(tree, verb)) return EventStatus::denied;
    for (const auto child : tree.children(verb)) {
        if (!tree.is(child, "aux")) continue;
        const auto& word = tree.words()[child];
        if (word.is("will") || word.is("shall") || word.is("'ll") || word.is("wo")) return EventStatus::planned;
        if (word.is("would")) return is_future_of_past(tree, verb) ? EventStatus::planned : EventStatus::hypothetical;
        if (word.is("could") || word.is("may") || word.is("might") || word.is("should") || word.is("must") ||
            word.is("can"))
            return EventStatus::hypothetical;
    }
    // "recommended that the judge be suspended"
    const auto be = tree.child(verb, "aux:pass");
    if (be != none && tree.words()[be].is("be") && tree.child(verb, "aux") == none && !has_case(tree, verb, "to"))
        return EventStatus::hypothetical;
    return is_conditional(tree, verb) ? std::optional(EventStatus::hypothetical) : std::nullopt;
}

/// "chose to resign", "was forced to leave": what it was, it did.
bool is_bringing_about(std::string_view lemma) {
    return one_of(lemma, "choose", "manage", "proceed", "force", "compel", "oblige", "begin", "start", "cause", "lead",
                  "prompt");
}

/// "an attempt to kill the president": what was done is no longer called tried.
bool is_harm_meant(std::string_view lemma) {
    return one_of(lemma, "kill", "assassinate", "murder", "bomb", "attack", "storm", "rob", "steal", "smuggle",
                  "hijack", "kidnap", "abduct", "overthrow", "rape", "stab", "shoot", "poison", "burn", "topple");
}

/// "plans to hold", "the threat to strike", "failed to sign"
std::optional<EventStatus> status_by_governor(const TreeView& tree, Index verb) {
    const auto up = tree.head(verb);
    // "want her detained"
    const bool wanted = up != none && tree.is(verb, "xcomp") && tree.child(up, "obj") != none &&
                        one_of(tree.lemma(up), "want", "need", "demand") &&
                        tree.words()[verb].lower != tree.lemma(verb);
    if (wanted) return EventStatus::planned;
    if (up == none || !has_case(tree, verb, "to")) return std::nullopt;
    if (!tree.is(verb, "xcomp") && !tree.is(verb, "ccomp") && !tree.is(verb, "acl") && !tree.is(verb, "advcl"))
        return std::nullopt;
    const auto lemma = tree.lemma(up);
    if (lemma == "fail" || (one_of(lemma, "attempt", "try") && is_harm_meant(tree.lemma(verb))))
        return EventStatus::prevented;
    if (is_bringing_about(lemma) && !status_by_auxiliary(tree, up)) return EventStatus::occurred;
    if (is_planning(lemma)) return EventStatus::planned;
    return is_open(lemma) ? std::optional(EventStatus::hypothetical) : std::nullopt;
}

/// "a charge of fraud", "crimes such as theft": what stands with a noun like these is a kind.
bool is_noun_of_kinds(std::string_view lemma) {
    return one_of(lemma, "charge", "accusation", "allegation", "offence", "offense", "crime", "act", "form", "kind",
                  "type", "risk", "threat", "culture", "law", "fear", "climate", "victim", "issue", "case", "rise",
                  "increase", "rate", "prevalence", "fight", "incident", "problem", "activity", "cycle", "history",
                  "level", "prevention", "surge", "place", "condition", "pattern", "report", "number");
}

/// What is done about a kind of event.
bool is_curbing(std::string_view lemma) {
    return one_of(lemma, "reduce", "curb", "combat", "tackle", "fight", "minimise", "minimize", "eliminate",
                  "eradicate", "discourage", "experience", "condone", "promote", "encourage", "incite", "decrease");
}

/// What is done about an event or told of it, and has its own time.
bool is_reaction(std::string_view lemma) {
    return is_saying(lemma) ||
           one_of(lemma, "condemn", "mourn", "accuse", "urge", "criticise", "criticize", "investigate", "arrest",
                  "charge", "convict", "sentence", "indict", "discuss", "report", "ask", "call", "blame", "respond",
                  "react", "describe", "deny", "claim", "reject", "welcome", "remember", "file", "publish", "appear",
                  "postpone", "adjourn", "delay");
}

bool is_adverb_of_habit(std::string_view word) {
    return one_of(word, "often", "sometimes", "usually", "frequently", "typically", "always", "rarely", "seldom",
                  "commonly", "occasionally");
}

/// "At times we were robbed"
bool is_at_times(const TreeView& tree, Index child) {
    return tree.is(child, "obl") && tree.words()[child].is("times") && has_case(tree, child, "at") &&
           tree.child(child, "det") == none && tree.child(child, "amod") == none;
}

/// "Quakes are common in Chile", "riots are a frequent sight"
bool is_said_common(const TreeView& tree, Index noun) {
    const auto up = tree.head(noun);
    if (up == none || !tree.is(noun, "nsubj")) return false;
    const auto common = [&](Index i) {
        return one_of(tree.lemma(i), "common", "rare", "frequent", "commonplace", "unusual", "usual", "uncommon",
                      "widespread", "rife");
    };
    const auto& children = tree.children(up);
    return common(up) || std::any_of(children.begin(), children.end(),
                                     [&](Index child) { return tree.is(child, "amod") && common(child); });
}

/// Of a verb right under the event's word: "the march planned for Friday", "the bombing, killing six on Friday", "were
/// arrested and charged on Monday".
bool goes_on(const TreeView& tree, Index verb) {
    return tree.relation(verb) == "acl" || tree.is(verb, "conj") || is_harming(tree.lemma(verb));
}

}  // namespace

std::optional<EventStatus> status_in_tree(const TreeView& tree, WordSpan trigger, bool is_verb) {
    const auto head = tree.head_of(trigger);
    auto verb = verb_of(tree, head, is_verb);
    if (verb != none && verb != head && is_waiting(tree.lemma(verb))) return EventStatus::planned;
    for (int steps = 0; verb != none && steps < most_steps; ++steps) {
        if (const auto status = status_by_auxiliary(tree, verb)) return status;
        if (const auto status = status_by_governor(tree, verb)) return status;
        // "will march and hold a vigil", "would start paying"
        const bool goes_on =
            (tree.is(verb, "conj") && tree.child(verb, "nsubj") == none && tree.child(verb, "nsubj:pass") == none &&
             tree.child(verb, "aux") == none) ||
            (tree.is(verb, "xcomp") && has_case(tree, verb, "to") && is_doing(tree.lemma(tree.head(verb))));
        verb = goes_on ? tree.head(verb) : none;
        if (verb != none && !is_verb_word(tree, verb)) break;
    }
    return std::nullopt;
}

bool is_bare(const TreeView& tree, WordSpan trigger) {
    const auto head = tree.head_of(trigger);
    if (tree.upos(head) != "NOUN") return false;
    const auto& children = tree.children(head);
    return std::none_of(children.begin(), children.end(), [&](Index child) {
        if (trigger.contains(child)) return false;
        return tree.is(child, "det") || tree.is(child, "amod") || tree.is(child, "nummod") || tree.is(child, "nmod") ||
               tree.is(child, "acl") || tree.is(child, "obl") || tree.is(child, "appos") ||
               (tree.words()[child].name != none && child < head);
    });
}

bool names_a_kind(const TreeView& tree, WordSpan trigger) {
    if (!is_bare(tree, trigger)) return false;
    auto head = tree.head_of(trigger);
    for (int steps = 0; steps < most_steps && tree.is(head, "conj") && tree.head(head) != none; ++steps)
        head = tree.head(head);
    // "murder, deportation, rape and other acts"
    const auto& joined = tree.children(head);
    const auto others =
        std::count_if(joined.begin(), joined.end(), [&](Index child) { return tree.is(child, "conj"); });
    if (others > 1) return true;
    const auto up = tree.head(head);
    if (up == none || tree.upos(head) != "NOUN") return false;
    // "fraud charges", "a murder suspect"
    if (tree.is(head, "compound")) return is_noun_of_kinds(tree.lemma(up));
    // "to reduce accidents"
    if (tree.is(head, "obj") && is_curbing(tree.lemma(up))) return true;
    return tree.is(head, "nmod") && is_noun_of_kinds(tree.lemma(up));
}

bool is_listed(const TreeView& tree, WordSpan trigger) {
    const auto head = tree.head_of(trigger);
    return tree.is(head, "conj") || tree.child(head, "conj") != none;
}

bool is_habit(const TreeView& tree, WordSpan trigger) {
    auto at = tree.head_of(trigger);
    // "collapsed buildings are a frequent sight"
    const bool modifies = tree.is(at, "amod") && tree.head(at) != none;
    if (is_said_common(tree, modifies ? tree.head(at) : at)) return true;
    for (int steps = 0; at != none && steps < most_steps; ++steps, at = tree.head(at)) {
        const auto& children = tree.children(at);
        if (std::any_of(children.begin(), children.end(), [&](Index child) {
                return (tree.is(child, "advmod") && is_adverb_of_habit(tree.words()[child].lower)) ||
                       is_at_times(tree, child);
            }))
            return true;
        if (tree.is(at, "acl") || tree.is(at, "parataxis") || tree.is(at, "ccomp")) return false;
    }
    return false;
}

bool can_be_its_time(const TreeView& tree, WordSpan trigger, WordSpan time) {
    const auto head = tree.head_of(trigger);
    auto at = tree.head_of(time);
    for (int steps = 0; at != none && steps < most_steps && !trigger.contains(at) && tree.upos(at) != "VERB"; ++steps) {
        // "who was a senator until 1990, was sentenced"
        if (tree.relation(at) == "acl:relcl" && tree.head(at) != head) return false;
        at = tree.head(at);
    }
    if (at == none || trigger.contains(at) || tree.upos(at) != "VERB") return true;
    // "the march planned for Friday", "the bus, killing six on Friday", "were arrested and charged on Monday"
    if (tree.head(at) == head) return goes_on(tree, at);
    auto up = head;
    for (int steps = 0; up != none && up != at && steps < most_steps; ++steps) {
        if (tree.is(up, "ccomp") || tree.is(up, "acl")) return false;
        up = tree.head(up);
    }
    return up == at && !is_reaction(tree.lemma(at));
}

bool can_be_its_place(const TreeView& tree, WordSpan trigger, WordSpan place) {
    const auto head = tree.head_of(trigger);
    auto at = tree.head_of(place);
    for (int steps = 0; at != none && steps < most_steps && !trigger.contains(at) && tree.upos(at) != "VERB"; ++steps)
        at = tree.head(at);
    if (at == none || trigger.contains(at) || tree.upos(at) != "VERB") return true;
    // "the bombing that killed four in Lisk", "attacked a bus, killing six in Lisk"
    if (tree.head(at) == head) return goes_on(tree, at);
    auto up = head;
    for (int steps = 0; up != none && up != at && steps < most_steps; ++steps) up = tree.head(up);
    return up == at;
}

}  // namespace sayso
