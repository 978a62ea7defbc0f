#include "read/acts.h"

#include <algorithm>
#include <array>

#include "read/cues.h"
#include "read/event_roles.h"
#include "read/phrases.h"
#include "read/tree_cues.h"
#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {
namespace {

/// "could" of what may come to be, not of what somebody was able to do or see.
bool is_possibility(const UnitView& u, Index first, Index could) {
    static constexpr std::array<std::string_view, 8> perceptions{"see",  "feel",  "hear",    "smell",
                                                                 "tell", "taste", "imagine", "afford"};
    const auto& next = u[could + 1];
    // "could be seen on the quay"
    if (next.is("be") && could + 2 < u.unit.last && (u[could + 2].is("seen") || u[could + 2].is("heard"))) return false;
    if (next.is(negation) || among(perceptions, next.lower)) return false;
    if (could == first) return true;
    const auto& subject = u[could - 1];
    const bool somebody = subject.is("you") || subject.is("i") || subject.is("we") || subject.is("who");
    return !somebody || next.is(be | auxiliary);
}

/// “It hit us hard. They might not have a car.”: of several sentences the first has no words that hedge it.
bool hedged_later(const UnitView& u, const Statement& statement) {
    static constexpr std::array<std::string_view, 39> hedges{
        "may",      "might",    "could",      "would",      "can",    "perhaps", "possibly", "possible",
        "probably", "probable", "likely",     "unlikely",   "maybe",  "seem",    "seems",    "seemed",
        "appear",   "appears",  "appeared",   "think",      "thinks", "believe", "believes", "thought",
        "suspect",  "guess",    "suppose",    "assume",     "feel",   "hope",    "expect",   "sure",
        "doubt",    "imagine",  "apparently", "presumably", "chance", "clear",   "looks"};
    if (statement.quotation != Quotation::direct) return false;
    const auto span = words_covered(u.words, statement.content.front());
    for (auto i = span.first; i + 1 < span.last; ++i) {
        if (among(hedges, u[i].lower)) return false;
        if (terminator(u, i) && u[i + 1].capital) return true;
    }
    return false;
}

}  // namespace

void disclaim(const UnitView& u, Statement& statement) {
    static constexpr std::array<std::string_view, 12> disclaimers{
        "played no part",   "played no role",    "no involvement",      "nothing to do with",
        "was not involved", "were not involved", "not responsible for", "was not behind",
        "were not behind",  "had no role",       "had no part",         "never heard of"};
    if (statement.act != Act::state) return;
    auto text = u.words.text(statement.content.front());
    text = text.substr(0, std::min<std::size_t>(text.size(), 120));
    for (const auto words : disclaimers) {
        const auto at = text.find(words);
        // "prices and wages have nothing to do with each other"
        if (at != std::string_view::npos && !text.substr(at + words.size()).starts_with(" each other"))
            statement.act = Act::deny;
    }
}

void weigh(const UnitView& u, Statement& statement, const std::vector<std::pair<Index, Index>>& parts) {
    if (statement.certainty != Certainty::certain) return;
    if (statement.act != Act::state && statement.act != Act::warn && statement.act != Act::announce &&
        statement.act != Act::confirm)
        return;
    const auto [first, last] = parts.front();
    for (auto i = first; i < last && i < first + 25; ++i) {
        const auto& word = u[i];
        if (i > first + 1 && (word.comma() || word.is(relative) || word.is("which") || word.is("where") ||
                              word.is("if") || word.is("because")))
            break;
        if (word.is("probably") || word.is("likely") || word.is("apparently") || word.is("presumably")) {
            statement.certainty = Certainty::probable;
            return;
        }
        if ((word.is("may") && !word.capital) || word.is("might") || word.is("possibly") || word.is("perhaps") ||
            word.is("maybe") ||
            (word.is("could") && i + 1 < last && statement.act != Act::announce && is_possibility(u, first, i))) {
            statement.certainty = Certainty::possible;
            return;
        }
        if (word.is("unlikely")) {
            statement.certainty = Certainty::doubtful;
            return;
        }
        // Hedges of a clause within the clause are not the source's.
        if (i > first && is_reporting_verb(u.words, i)) break;
    }
}

namespace {

/// A cue that only says that something was said: "say", "add", "write".
bool neutral(const CueWord& known) {
    return known.act == Act::state && (known.frames & frame_quote) != 0;
}

/// Whether some word that begins in the span is such; `test` is given its index.
template <class Test>
bool any_word(const TextWords& words, Span span, const Test& test) {
    for (auto i = words.word_at(span.begin); i < words.size() && words[i].span.begin < span.end; ++i) {
        if (test(i)) return true;
    }
    return false;
}

/// "did not hesitate to say", "not only said": it was said.
bool says_all_the_same(const TextWord& word) {
    static constexpr std::array<std::string_view, 8> holding_back{"hesitate", "shy",  "stop", "flinch",
                                                                  "fail",     "fear", "only", "forget"};
    return among(holding_back, word.lower);
}

bool negated(const TextWords& words, Span cue) {
    if (any_word(words, cue, [&](Index i) { return says_all_the_same(words[i]); })) return false;
    return any_word(words, cue, [&](Index i) { return words[i].is(negation); });
}

/// Whether some word of the contents is such.
template <class Test>
bool any_word(const TextWords& words, const Statement& statement, const Test& test) {
    return std::any_of(statement.content.begin(), statement.content.end(),
                       [&](Span content) { return any_word(words, content, test); });
}

template <std::size_t n>
bool has_any(const TextWords& words, const Statement& statement, const std::array<std::string_view, n>& wanted) {
    return any_word(words, statement, [&](Index i) { return among(wanted, words[i].lower); });
}

/// Where a content's first clause has a subject on the speaker's side ("we", "its fighters"), or `none`: the word
/// behind it.
Index own_subject(const TextWords& words, const Statement& statement) {
    static constexpr std::array<std::string_view, 6> pronouns{"i", "we", "he", "she", "it", "they"};
    static constexpr std::array<std::string_view, 6> owners{"our", "my", "its", "their", "his", "her"};
    auto i = words.word_at(statement.content.front().begin);
    while (i < words.size() && (words[i].punctuation || words[i].is("that"))) ++i;
    if (i + 2 >= words.size()) return none;
    if (among(pronouns, words[i].lower)) return i + 1;
    return among(owners, words[i].lower) ? i + 2 : none;
}

/// "I never met him", "we did not fire", but not "I did not know".
bool denies_deed(const TextWords& words, Index verb) {
    static constexpr std::array<std::string_view, 30> no_deeds{
        "know", "knew", "known", "think", "thought", "expect", "expected", "want",  "like",  "see",
        "saw",  "seen", "hear",  "heard", "feel",    "felt",   "believe",  "sleep", "slept", "need",
        "mind", "care", "get",   "got",   "find",    "found",  "look",     "been",  "had",   "understand"};
    if (verb + 2 >= words.size()) return false;
    const bool never = words[verb].is("never");
    const auto& auxiliary_verb = words[verb];
    const bool not_done = (auxiliary_verb.is("did") || auxiliary_verb.is("have") || auxiliary_verb.is("had") ||
                           auxiliary_verb.is("has")) &&
                          words[verb + 1].is(negation);
    const auto deed = never ? verb + 1 : verb + 2;
    return (never || not_done) && deed < words.size() && !among(no_deeds, words[deed].lower);
}

bool is_future(const TextWord& word) {
    return word.is("will") || word.is("would") || word.is("'ll");
}

/// "I believe it will be handled well", "it had been working on it", "they are not being paid": no decision.
bool decides_nothing(const TextWords& words, const Statement& statement) {
    static constexpr std::array<std::string_view, 12> thinking{"believe", "think",      "know",   "feel",
                                                               "hope",    "see",        "expect", "guess",
                                                               "find",    "understand", "assume", "suppose"};
    const auto verb = own_subject(words, statement);
    if (verb == none || verb + 1 >= words.size()) return false;
    // In reported speech "was closing it" is the present, and "had sold it" the perfect.
    const bool reported = !words[words.word_at(statement.content.front().begin)].mark;
    const bool going_on = (words[verb].is("was") || words[verb].is("were")) && words[verb + 1].lower.ends_with("ing");
    const bool done = words[verb].is("had") && !words[verb + 1].is("been");
    const bool past =
        (words[verb].is("had") || words[verb].is("was") || words[verb].is("were") || words[verb].is("did")) &&
        !(reported && (going_on || done));
    return past || among(thinking, words[verb].lower) || (words[verb + 1].is(negation) && !is_future(words[verb]));
}

/// "we are not a cartel", "it had sent no balloons", but not "he would not leave"
bool tells_no_future(const TextWords& words, const Statement& statement) {
    const auto at = own_subject(words, statement);
    if (at == none) return false;
    const auto& verb = words[at];
    return !verb.is(modal) && !verb.is("'ll") && !verb.is("do") && !verb.is("does");
}

/// The first word of what is said, behind a "not" that opens it.
const TextWord& first_word(const TextWords& words, const Statement& statement) {
    const auto first = words.word_at(statement.content.front().begin);
    return words[first].is(negation) ? words[first + 1] : words[first];
}

/// "I don't know why"
bool knows_not(const TextWords& words, const Statement& statement) {
    const auto verb = own_subject(words, statement);
    const bool not_done =
        words[verb].is("do") || words[verb].is("does") || words[verb].is("did") || words[verb].is("have");
    return not_done && verb + 1 < words.size() && words[verb + 1].is(negation) && !denies_deed(words, verb);
}

/// "it carried out the attack", "it was behind the bombing"
bool claims_deed(const TextWords& words, const Statement& statement) {
    auto verb = own_subject(words, statement);
    if (verb == none) return false;
    if (words[verb].is("had") || words[verb].is("has") || words[verb].is("have")) ++verb;
    if (verb + 3 >= words.size()) return false;
    const bool did = words[verb].is("carried") && words[verb + 1].is("out");
    const bool behind =
        (words[verb].is("was") || words[verb].is("were") || words[verb].is("been")) && words[verb + 1].is("behind");
    for (auto i = verb + 2; (did || behind) && i < std::min(words.size(), verb + 7); ++i) {
        if (is_deed(words[i].lower)) return true;
    }
    return false;
}

/// What the first words of a first-person content tell by themselves.
std::optional<Act> told_by_first_person(const TextWords& words, const Statement& statement,
                                        std::optional<Act> told_act) {
    static constexpr std::array<std::string_view, 12> attacks{"shot",    "struck", "attacked", "killed",
                                                              "bombed",  "downed", "hit",      "destroyed",
                                                              "shelled", "fired",  "ambushed", "executed"};
    static constexpr std::array<std::string_view, 3> wills{"will", "'ll", "shall"};
    const auto verb = own_subject(words, statement);
    if (verb == none || verb + 1 >= words.size()) return std::nullopt;
    if (claims_deed(words, statement)) return Act::claim;
    const auto& subject = words[verb - 1];
    if (!subject.is("i") && !subject.is("we")) return std::nullopt;
    // "I never dreamt of the prize when I was young": the analysis tells which deeds somebody would be charged with. A
    // flat no is a denial.
    const auto last = words.word_at(statement.content.front().end - 1);
    const bool flat = statement.content.size() == 1 && last - verb < 5;
    if (denies_deed(words, verb) && (flat || told_act.value_or(Act::deny) == Act::deny)) return Act::deny;
    if (subject.is("we") && among(attacks, words[verb].lower)) return Act::claim;
    if (among(wills, words[verb].lower) && !words[verb + 1].is(negation)) return Act::promise;
    return std::nullopt;
}

/// A promise of harm, or on a condition, is a threat.
bool threatens(const TextWords& words, const Statement& statement) {
    return any_word(words, statement,
                    [&](Index i) { return words.lexicons->promised_tells(Act::threaten, words[i].lower); });
}

/// "called it a gift", "described it as theft": the cue gives a name, and the name says what is thought of it.
bool gives_name(const CueWord& known) {
    if (known.act != Act::state) return false;
    return known.lemma.ends_with(" … as") || ((known.frames & frame_quoted) != 0 && (known.frames & frame_that) == 0);
}

/// What only a judgement of the thing named can be.
bool judges(Act act) {
    return act == Act::reject || act == Act::condemn || act == Act::praise || act == Act::accuse || act == Act::deny;
}

/// Whether the analysis is so sure of the act that it needs no word for it in the content. A charge, a denial, a
/// threat and an admission need one always: bad news is told in the same words as they are.
bool is_sure(const Attribution& one) {
    static constexpr std::array<Act, 7> always_with_words{Act::accuse, Act::deny,    Act::reject,  Act::admit,
                                                          Act::claim,  Act::confirm, Act::threaten};
    constexpr float sure = 0.9F;
    return one.told_act_probability >= sure && one.told_act &&
           std::find(always_with_words.begin(), always_with_words.end(), *one.told_act) == always_with_words.end();
}

/// "called it ridiculous": the name's own words tell what is thought of the thing named; else the analysis may know.
std::optional<Act> judged_by(const TreeView& tree, const Attribution& one) {
    const auto& lexicons = *tree.words().lexicons;
    const auto told_as = [&](Act act) {
        return any_word(tree.words(), one.statement.content.back(), [&](Index i) {
            return tree.upos(i) != "VERB" &&
                   (lexicons.tells(act, tree.words()[i].lower) || lexicons.tells(act, tree.lemma(i)));
        });
    };
    const auto told = one.told_act && judges(*one.told_act) ? one.told_act : std::nullopt;
    if (told && told_as(*told)) return told;
    for (const auto act : {Act::reject, Act::condemn, Act::praise}) {
        if (told_as(act)) return act;
    }
    // "described it as playing a long game"
    const bool charges = told == Act::accuse || told == Act::deny;
    return charges ? std::nullopt : told;
}

/// “Lock it,”: a verb's base form without subject, in somebody's own words.
bool is_imperative(const TreeView& tree, const Statement& statement) {
    const auto& words = tree.words();
    auto first = words.word_at(statement.content.front().begin);
    if (!words[first].mark) return false;
    ++first;
    if (first < words.size() && words[first].is("please")) ++first;
    return first < words.size() && tree.upos(first) == "VERB" && tree.lemma(first) == words[first].lower &&
           tree.child(first, "nsubj") == none && tree.child(first, "aux") == none;
}

/// "not", "never", "nothing", or a word that says no by itself.
bool negates(const TextWords& words, const Statement& statement) {
    static constexpr std::array<std::string_view, 22> no{
        "not",      "n't",      "no",       "never",  "nothing", "none",   "nobody", "neither",
        "nor",      "without",  "untrue",   "false",  "lie",     "lies",   "wrong",  "innocent",
        "nonsense", "baseless", "invented", "absurd", "only",    "rubbish"};
    return has_any(words, statement, no);
}

/// Whether the speaker's side stands anywhere in the content as "I" or "we".
bool in_first_person(const TextWords& words, const Statement& statement) {
    static constexpr std::array<std::string_view, 6> first_person{"i", "we", "my", "our", "me", "us"};
    return has_any(words, statement, first_person);
}

/// "customers would be repaid": by whoever says so.
bool will_be_done(const TextWords& words, const Statement& statement) {
    static constexpr std::array<std::string_view, 14> done{"built", "paid", "made", "held",  "done",  "kept", "met",
                                                           "sent",  "cut",  "set",  "begun", "spent", "put",  "sold"};
    return any_word(words, statement.content.front(), [&](Index i) {
        if (i + 2 >= words.size() || !(words[i].is("will") || words[i].is("would")) || !words[i + 1].is("be"))
            return false;
        // "will be able to", "will be welcome" is none's deed.
        const auto& deed = words[i + 2].lower;
        return deed.ends_with("ed") || deed.ends_with("en") || among(done, deed);
    });
}

/// “It was a disgrace”: what a word tells by itself, unless somebody else's words come before it.
std::optional<Act> told_by_a_word(const TreeView& tree, const Statement& statement) {
    const auto& words = tree.words();
    for (const auto content : statement.content) {
        bool negates = false;
        for (auto i = words.word_at(content.begin); i < words.size() && words[i].span.begin < content.end; ++i) {
            negates = negates || words[i].is(negation);
            const auto act = words.lexicons->told_by(words[i].lower);
            // "innocent lives", "could not bring himself to apologise"
            const bool other = (act == Act::deny && tree.is(i, "amod")) || (act == Act::apologise && negates);
            if (act && !other) return act;
            // What stands in a later sentence is not what all of it does.
            if (is_reporting_verb(words, i) || words[i].form == ".") return std::nullopt;
        }
    }
    return std::nullopt;
}

/// "he would not resign": what the source itself will do.
bool tells_own_future(const TextWords& words, const Statement& statement) {
    const auto verb = own_subject(words, statement);
    return verb != none && is_future(words[verb]);
}

/// "he would quit", but not "he would be surprised": what people say that they will do.
bool tells_own_deed_to_come(const TextWords& words, const Statement& statement) {
    static constexpr std::array<std::string_view, 12> no_deeds{"be",     "have", "like", "love", "rather", "need",
                                                               "prefer", "hate", "mean", "seem", "know",   "not"};
    const auto verb = own_subject(words, statement);
    if (verb == none || verb + 1 >= words.size() || !is_future(words[verb]) || words[verb - 1].is("it")) return false;
    return !among(no_deeds, words[verb + 1].lower) && !words[verb + 1].is(negation) && !words[verb + 1].punctuation;
}

/// "the games will be held in Hangzhou", "both kilns are being shut down"
bool is_to_come(const TextWords& words, const Statement& statement) {
    return any_word(words, statement,
                    [&](Index i) { return is_future(words[i]) || words[i].is("shall") || words[i].is("being"); });
}

/// What only concerns oneself: a promise, a threat, an admission, a decision of one's own.
bool is_of_oneself(Act act) {
    return act == Act::announce || act == Act::promise || act == Act::threaten || act == Act::admit ||
           act == Act::claim;
}

/// "said that Vale denied the theft": the inner statement does so, the outer one tells of it.
bool tells_of_anothers(const TreeView& tree, const Statement& statement) {
    const auto& words = tree.words();
    const auto span = words_covered(words, statement.content.front());
    if (span.empty() || words[span.first].mark) return false;
    const auto head = tree.head_of(span);
    if (tree.upos(head) != "VERB" || own_subject(words, statement) != none) return false;
    const auto subject = tree.child(head, "nsubj");
    const auto* inner = known_cue(tree, {head, head + 1});
    return inner != nullptr && !neutral(*inner) && subject != none && words[subject].name != none;
}

/// "the army did not enter the park": of people and bodies, a deed that was not done.
bool clears_a_doer(const TreeView& tree, const Statement& statement) {
    const auto& words = tree.words();
    const auto span = words_covered(words, statement.content.front());
    if (span.empty()) return false;
    const auto verb = tree.head_of(span);
    const auto subject = tree.child(verb, "nsubj");
    if (tree.upos(verb) != "VERB" || subject == none || tree.relation(subject) != "nsubj") return false;
    const bool did = std::any_of(tree.children(verb).begin(), tree.children(verb).end(),
                                 [&](Index child) { return words[child].is("did"); });
    return did && verb >= 2 && (words[subject].noun != NounKind::none || words[subject].name != none) &&
           denies_deed(words, verb - 2);
}

/// Whether word `i`, which tells of a wrong, tells who did it: "the firm hid it", "their fraud", "is responsible".
bool has_culprit(const TreeView& tree, Index i) {
    const auto& words = tree.words();
    const auto upos = tree.upos(i);
    if (upos == "NOUN" && tree.child(i, "nmod:poss") != none) return true;
    if (upos == "NOUN" || upos == "ADJ") return tree.child(i, "nsubj") != none;
    if (upos != "VERB") return false;
    if (tree.child(i, "obl:agent") != none || child_with_case(tree, i, "obl", "by") != none) return true;
    // "sought to cover it up": the subject stands with the verb above.
    for (auto verb = i; verb != none; verb = tree.head(verb)) {
        if (tree.child(verb, "nsubj:pass") != none && !is_perfect(tree, verb)) return false;
        if (const auto subject = tree.child(verb, "nsubj"); subject != none)
            return !words[subject].is("i") && !words[subject].is("we");
        if (!tree.is(verb, "xcomp") && !tree.is(verb, "conj") && !tree.is(verb, "advcl") && !tree.is(verb, "acl"))
            return false;
    }
    return false;
}

/// Whether the content has words that such an act needs (lexicon/act_words.tsv).
bool has_words_for(const TreeView& tree, const Statement& statement, Act act) {
    const auto& words = tree.words();
    const auto& lexicons = *words.lexicons;
    if (!lexicons.needs_words(act)) return true;
    if ((act == Act::request || act == Act::order) && is_imperative(tree, statement)) return true;
    const bool own = own_subject(words, statement) != none || (act == Act::promise && will_be_done(words, statement));
    if (is_of_oneself(act) && !own && !in_first_person(words, statement)) return false;
    if (act == Act::admit && own_subject(words, statement) == none) return false;
    if (act == Act::announce) return own && !decides_nothing(words, statement);
    if (act == Act::deny && !negates(words, statement)) return false;
    if (act == Act::deny && own && knows_not(words, statement)) return false;
    // “It's not that we will”: who speaks freely does not call himself it.
    const auto first = words.word_at(statement.content.front().begin);
    const bool of_a_thing = words[first].mark && first + 1 < words.size() && words[first + 1].is("it");
    const bool own_past = own && !of_a_thing && tells_no_future(words, statement);
    if (act == Act::deny && (own_past || clears_a_doer(tree, statement))) return true;
    // "told them to leave"
    if (act == Act::order && !first_word(words, statement).is("to")) return false;
    return any_word(words, statement, [&](Index i) {
        // "power did not lie in the pen"
        if (tree.lemma(i) == "lie" && tree.upos(i) == "VERB" && child_with_case(tree, i, "obl", "in") != none)
            return false;
        // "innocent lives": whose fault it is nobody asks
        if (act == Act::deny && words[i].is("innocent") && tree.is(i, "amod")) return false;
        // "will inject capital if needed", "could get over it if we wanted"
        if (act == Act::threaten && words[i].is("if") &&
            (words[i + 1].is("needed") || words[i + 1].is("necessary") || words[i + 1].is("required") ||
             words[i + 1].is("possible") || words[i + 1].is("any") || words[i + 1].is("so") ||
             words[i + 1].is("elected") || words[i + 2].is("wanted") || words[i + 2].is("want")))
            return false;
        // "must have burst" is concluded
        if (act == Act::request && words[i].is(modal) && words[i + 1].is("have")) return false;
        const bool tells = lexicons.tells(act, words[i].lower) || lexicons.tells(act, tree.lemma(i));
        return tells && (act != Act::accuse || has_culprit(tree, i));
    });
}

/// Many sentences seldom do one thing.
bool too_long_for(const TextWords& words, const Statement& statement, Act act) {
    if (act != Act::announce && act != Act::promise && act != Act::admit && act != Act::suggest) return false;
    Index count = 0;
    for (const auto piece : statement.content) count += words.word_at(piece.end - 1) - words.word_at(piece.begin) + 1;
    return count > 45;
}

/// The verb or noun that all of the first piece depends on, or `none`.
Index main_word(const TreeView& tree, const Statement& statement) {
    const auto span = words_covered(tree.words(), statement.content.front());
    return span.empty() ? none : tree.head_of(span);
}

/// The modal verb of the content's own clause ("must", "could"), unless it tells of the past ("must have been").
Index own_modal(const TreeView& tree, Index head) {
    Index found = none;
    for (const auto child : tree.children(head)) {
        if (!tree.is(child, "aux")) continue;
        if (tree.lemma(child) == "have") return none;
        if (tree.words()[child].is(modal)) found = child;
    }
    return found;
}

/// "the killings must stop", but not "he must be ill"
bool obliges(const TreeView& tree, const Statement& statement) {
    const auto head = main_word(tree, statement);
    if (head == none || tree.upos(head) != "VERB" || own_subject(tree.words(), statement) != none) return false;
    const auto modal_at = own_modal(tree, head);
    return modal_at != none && tree.words()[modal_at].is("must") && tree.child(head, "nsubj:outer") == none;
}

/// "the slope could give way": of what may come to be, the words that a warning needs.
bool endangers(const TreeView& tree, const Statement& statement) {
    const auto& words = tree.words();
    const auto head = main_word(tree, statement);
    if (head == none || tree.upos(head) != "VERB" || own_subject(words, statement) != none) return false;
    const auto modal_at = own_modal(tree, head);
    if (modal_at == none || is_negated(tree, head)) return false;
    const auto& verb = words[modal_at];
    if (!verb.is("could") && !verb.is("may") && !verb.is("might")) return false;
    const bool gives_way = tree.lemma(head) == "give" && head + 1 < words.size() && words[head + 1].is("way");
    return gives_way || words.lexicons->tells(Act::warn, tree.lemma(head));
}

/// "told their counterparts that militants would strike the hall", "that the men planned an attack": harm to come that
/// somebody is told of.
bool tells_of_harm_to_come(const TreeView& tree, const Attribution& one) {
    const auto& words = tree.words();
    const auto head = main_word(tree, one.statement);
    if (!one.addressee || head == none || tree.upos(head) != "VERB" || own_subject(words, one.statement) != none ||
        is_negated(tree, head) || tree.child(head, "nsubj") == none)
        return false;
    const auto object = tree.child(head, "obj");
    const auto& lexicons = *words.lexicons;
    if (lexicons.is_warning_word(tree.lemma(head), plan_word) && object != none && is_deed(words[object].lower))
        return true;
    const auto modal_at = own_modal(tree, head);
    if (modal_at == none || !(words[modal_at].is("would") || words[modal_at].is("will"))) return false;
    return lexicons.is_warning_word(tree.lemma(head), aimed_verb)
               ? object != none
               : lexicons.is_warning_word(tree.lemma(head), harm_word) && object == none && tree.lemma(head) != "fail";
}

/// "In an alert, the embassy said", "issued an alert, saying": what it is said in warns.
bool is_said_in_notice(const TreeView& tree, WordSpan cue) {
    if (cue.empty()) return false;
    const auto verb = tree.head_of(cue);
    const auto is_notice = [&](Index i) {
        return i != none && tree.words().lexicons->is_warning_word(tree.lemma(i), notice_noun);
    };
    const auto& children = tree.children(verb);
    if (std::any_of(children.begin(), children.end(), [&](Index child) {
            return tree.is(child, "obl") && has_case(tree, child, "in") && is_notice(child);
        }))
        return true;
    return tree.is(verb, "advcl") && is_notice(tree.child(tree.head(verb), "obj"));
}

/// "it was true that the files were lost"
bool grants(const TextWords& words, const Statement& statement) {
    auto i = words.word_at(statement.content.front().begin);
    while (i < words.size() && (words[i].punctuation || words[i].is("that"))) ++i;
    if (i + 3 >= words.size()) return false;
    const bool true_that =
        words[i].is("it") && words[i + 1].is(be) && words[i + 2].is("true") && words[i + 3].is("that");
    return true_that || (words[i].is("yes") && words[i + 1].comma());
}

/// What the build of a content tells, where neither the analysis nor a word of it does.
std::optional<Act> told_by_build(const TreeView& tree, const Attribution& one) {
    const auto& statement = one.statement;
    if (obliges(tree, statement)) return Act::request;
    if (endangers(tree, statement) || tells_of_harm_to_come(tree, one)) return Act::warn;
    if (grants(tree.words(), statement)) return Act::confirm;
    return std::nullopt;
}

/// "assured them that the smoke was harmless", "swore he had been asleep": of what is or was nobody promises.
bool promises_nothing(const TreeView& tree, const CueWord& known, const Statement& statement) {
    static constexpr std::array<std::string_view, 3> assuring{"assure", "reassure", "swear"};
    if (known.act != Act::promise || !among(assuring, known.lemma)) return false;
    const auto& words = tree.words();
    // "assured that it is old: “I am going to die”": what is quoted behind is more than what he assures.
    auto end = words.word_at(statement.content.front().begin);
    while (end < words.size() && words[end].span.begin < statement.content.back().end && words[end].form != ":") ++end;
    return !any_word(words, statement, [&](Index i) {
        if (i >= end) return false;
        return is_future(words[i]) || words[i].is("'d") || words[i].is("shall") || words[i].is("going") ||
               words[i].is("never") || (words[i].is("to") && words[i].span.begin == statement.content.front().begin);
    });
}

/// "suspected that she had a fever": of something that nobody is charged with.
bool suspects_no_deed(const TreeView& tree, const CueWord& known, const Statement& statement) {
    if (known.lemma != "suspect" || known.act != Act::accuse) return false;
    const auto& words = tree.words();
    const auto& first = first_word(words, statement);
    const auto verb = main_word(tree, statement);
    const bool clause = verb != none && tree.is(verb, "ccomp");
    if (!first.is("that") && !first.is("it") && !clause) return false;
    return !any_word(words, statement, [&](Index i) {
        return is_deed(words[i].lower) || is_harming(tree.lemma(i)) || is_part_taken(words[i].lower) ||
               one_of(tree.lemma(i), "steal", "attack", "plant", "lie", "cheat", "fraud", "bribe", "leak", "forge",
                      "plot", "rob", "smuggle", "abuse", "rape", "behind", "crime");
    });
}

/// "He said it would help": what "it" will do no person promises.
bool is_done_by_a_thing(const TreeView& tree, const Attribution& one) {
    const auto& words = tree.words();
    // "that the works will go a long way"
    const auto main = main_word(tree, one.statement);
    const auto subject = main == none ? none : tree.child(main, "nsubj");
    if (subject != none && tree.relation(subject) == "nsubj" && tree.upos(subject) == "NOUN" &&
        words[subject].noun == NounKind::none && words[subject].name == none && tree.upos(main) == "VERB")
        return true;
    const auto verb = own_subject(words, one.statement);
    if (verb == none || !words[verb - 1].is("it") || !one.source) return false;
    const auto& source = words[one.source->head];
    return source.noun == NounKind::person || is_person_name(words, one.source->head) || source.is("he") ||
           source.is("she") || source.is("i");
}

/// "says members will be able to vote": what others can do.
bool enables_others(const TreeView& tree, const Attribution& one) {
    const auto& words = tree.words();
    if (own_subject(words, one.statement) != none) return false;
    return any_word(words, one.statement, [&](Index i) {
        return words[i].is("able") && i > 1 && words[i - 1].is("be") && is_future(words[i - 2]);
    });
}

/// "did not rule out": what somebody leaves open he suggests.
bool excludes(const CueWord& known) {
    static constexpr std::array<std::string_view, 3> excluding{"rule out", "exclude", "discard"};
    return known.act == Act::deny || among(excluding, known.lemma);
}

/// "regretted that the engine had failed": no fault of his.
bool pities(const TreeView& tree, const CueWord& known, const Statement& statement) {
    if (known.lemma != "regret" || !first_word(tree.words(), statement).is("that")) return false;
    const auto verb = main_word(tree, statement);
    const auto subject = verb == none ? none : tree.child(verb, "nsubj");
    return subject != none && tree.upos(subject) != "PRON";
}

/// "asked them to leave", "asked that it be kept": for a deed, not for an answer.
bool asks_for_deed(const TextWords& words, const CueWord& known, const Statement& statement) {
    const auto& first = first_word(words, statement);
    if (known.lemma == "challenge") return first.is("to");
    if (known.act != Act::ask || known.lemma != "ask") return false;
    return first.is("to") || first.is("that") || first.is("for");
}

/// "agreed to leave": a promise, not a yes.
bool agrees_to_deed(const TextWords& words, const CueWord& known, const Statement& statement) {
    return known.lemma == "agree" && first_word(words, statement).is("to");
}

/// "What now?" he said.
bool is_question(const TextWords& words, const Statement& statement) {
    const auto content = statement.content.front();
    auto last = words.word_at(content.end - 1);
    if (last > 0 && words[last].mark) --last;
    // "that it is old: “What now?”"
    if (first_word(words, statement).is("that")) return false;
    // “We saw bears. What do you think of that?”: more than a question.
    for (auto i = words.word_at(content.begin); i < last; ++i) {
        if (words[i].form == "." || words[i].form == "!" || words[i].form == "…") return false;
    }
    return words[last].form == "?" && words[last].span.begin >= content.begin && statement.content.size() == 1;
}

}  // namespace

void settle_act(const TreeView& tree, Attribution& one) {
    auto& statement = one.statement;
    if (!statement.cue) {
        if (one.told_act) statement.act = *one.told_act;
        return;
    }
    const auto& words = tree.words();
    const auto span = statement.cue->span;
    const auto* known = known_cue(tree, words_covered(words, span));
    const bool only_says = known == nullptr || neutral(*known) || promises_nothing(tree, *known, statement) ||
                           suspects_no_deed(tree, *known, statement);
    if (known != nullptr && gives_name(*known) && statement.act == Act::state && !negated(words, span)) {
        const auto judged = judged_by(tree, one);
        const bool against = judged == Act::reject || judged == Act::condemn || judged == Act::accuse;
        // Who defends something is not against it.
        if (judged && !(against && known->lemma == "defend")) statement.act = *judged;
    }
    if (only_says && known != nullptr && !neutral(*known) && statement.act == known->act) statement.act = Act::state;
    if (statement.act == Act::state) {
        if (!only_says && !negated(words, span)) {
            // "figures reveal": only who speaks announces.
            const bool speaks = one.source && is_speaker(words, *one.source, false) &&
                                words[one.source->head].noun != NounKind::document;
            const bool announced = known->act != Act::announce || !one.source || speaks;
            statement.act = announced ? known->act : Act::state;
        } else if (is_question(words, statement)) {
            statement.act = Act::ask;
        } else if (const auto act = told_by_first_person(words, statement, one.told_act);
                   act && !negated(words, span)) {
            statement.act = *act;
        } else if (one.told_act && *one.told_act != Act::state && *one.told_act != Act::ask &&
                   (one.source || !is_of_oneself(*one.told_act)) && !too_long_for(words, statement, *one.told_act) &&
                   (has_words_for(tree, statement, *one.told_act) ||
                    (is_sure(one) && (*one.told_act != Act::announce || is_to_come(words, statement)))) &&
                   !tells_of_anothers(tree, statement)) {
            statement.act = *one.told_act;
        } else if (const auto alone = told_by_a_word(tree, statement); alone && !negated(words, span)) {
            statement.act = *alone;
        } else if (is_said_in_notice(tree, words_covered(words, span)) && !negated(words, span)) {
            statement.act = Act::warn;
        } else if (const auto by_build = told_by_build(tree, one); by_build && !negated(words, span)) {
            statement.act = *by_build;
        }
        // "it must be re-examined": an order is given to somebody.
        if (only_says && statement.act == Act::order && !one.addressee) statement.act = Act::request;
        // What one makes known of one's own future is a promise.
        if (only_says && statement.act == Act::announce && tells_own_future(words, statement))
            statement.act = Act::promise;
        if (only_says && statement.act == Act::state && one.source && one.told_act && !negated(words, span) &&
            tells_own_deed_to_come(words, statement))
            statement.act = Act::promise;
        if (only_says && statement.act == Act::promise && (is_done_by_a_thing(tree, one) || enables_others(tree, one)))
            statement.act = Act::state;
    }
    if (known != nullptr && asks_for_deed(words, *known, statement)) statement.act = Act::request;
    if (known != nullptr && pities(tree, *known, statement)) statement.act = Act::state;
    // "questioned what would happen", but not "questioned the plan", "questioned whether it was safe"
    const auto& opener = first_word(words, statement);
    const bool doubts = opener.is("whether") || opener.is("if");
    if (known != nullptr && known->lemma == "question" && !doubts &&
        (among(wh_words, opener.lower) || is_question(words, statement))) {
        statement.act = Act::ask;
        statement.certainty = Certainty::certain;
        return;
    }
    if (known != nullptr && agrees_to_deed(words, *known, statement)) statement.act = Act::promise;
    if (statement.act == Act::promise && threatens(words, statement)) statement.act = Act::threaten;
    // "did not deny meeting him", but not "pleaded not guilty"
    const bool by_not = known != nullptr && known->lemma.find(" not ") != std::string::npos;
    if (known != nullptr && excludes(*known) && negated(words, span) && !by_not) {
        statement.act = Act::suggest;
        statement.certainty = Certainty::possible;
    }
    // "has not disclosed the price"
    if (known != nullptr && among(withholding_verbs, known->lemma) && negated(words, span))
        statement.act = Act::decline;
    const bool later = hedged_later(unit_at(words, words_covered(words, statement.content.front()).first), statement);
    if (later && known != nullptr && known->certainty == Certainty::certain && statement.act == Act::state)
        statement.certainty = Certainty::certain;
    if (statement.certainty == Certainty::certain) {
        // “…,” he indicated: whoever is quoted says it.
        const bool quoted_whole =
            known != nullptr && known->lemma == "indicate" && statement.quotation == Quotation::direct;
        if (known != nullptr && known->certainty != Certainty::certain && !negated(words, span) && !quoted_whole) {
            statement.certainty = known->certainty;
        } else if (one.told_certainty && statement.act != Act::warn) {
            // A warning is as certain as its words (`weigh`).
            if (!later) statement.certainty = *one.told_certainty;
        }
    }
}

}  // namespace sayso
