#include "read/acts.h"

#include <array>

#include "read/phrases.h"
#include "read/tree_cues.h"
#include "read/tree_phrases.h"

namespace sayso {
namespace {

/// "could" of what may come to be, not of what somebody was able to do or see.
bool is_possibility(const UnitView& u, Index first, Index could) {
    static constexpr std::array<std::string_view, 8> perceptions{"see",  "feel",  "hear",    "smell",
                                                                 "tell", "taste", "imagine", "afford"};
    const auto& next = u[could + 1];
    if (next.is(negation) || among(perceptions, next.lower)) return false;
    if (could == first) return true;
    const auto& subject = u[could - 1];
    const bool somebody = subject.is("you") || subject.is("i") || subject.is("we") || subject.is("who");
    return !somebody || next.is(be | auxiliary);
}

}  // namespace

void disclaim(const UnitView& u, Statement& statement) {
    static constexpr std::array<std::string_view, 11> disclaimers{
        "played no part",   "played no role",    "no involvement",      "nothing to do with",
        "was not involved", "were not involved", "not responsible for", "was not behind",
        "were not behind",  "had no role",       "had no part"};
    if (statement.act != Act::state) return;
    auto text = u.words.text(statement.content.front());
    text = text.substr(0, std::min<std::size_t>(text.size(), 120));
    for (const auto words : disclaimers) {
        if (text.find(words) != std::string_view::npos) statement.act = Act::deny;
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
        if (i > first + 1 &&
            (word.comma() || word.is(relative) || word.is("which") || word.is("if") || word.is("because")))
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

bool negated(const TextWords& words, Span cue) {
    for (auto i = words.word_at(cue.begin); i < words.size() && words[i].span.begin < cue.end; ++i) {
        if (words[i].is(negation)) return true;
    }
    return false;
}

template <std::size_t n>
bool has_any(const TextWords& words, const Statement& statement, const std::array<std::string_view, n>& wanted) {
    for (const auto content : statement.content) {
        for (auto i = words.word_at(content.begin); i < words.size() && words[i].span.begin < content.end; ++i) {
            if (among(wanted, words[i].lower)) return true;
        }
    }
    return false;
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

/// What the first words of a first-person content tell by themselves.
std::optional<Act> told_by_first_person(const TextWords& words, const Statement& statement) {
    static constexpr std::array<std::string_view, 12> attacks{"shot",    "struck", "attacked", "killed",
                                                              "bombed",  "downed", "hit",      "destroyed",
                                                              "shelled", "fired",  "ambushed", "executed"};
    static constexpr std::array<std::string_view, 3> wills{"will", "'ll", "shall"};
    const auto verb = own_subject(words, statement);
    if (verb == none || verb + 1 >= words.size()) return std::nullopt;
    const auto& subject = words[verb - 1];
    if (!subject.is("i") && !subject.is("we")) return std::nullopt;
    if (words[verb].is("never") || ((words[verb].is("did") || words[verb].is("have")) && words[verb + 1].is(negation)))
        return Act::deny;
    if (subject.is("we") && among(attacks, words[verb].lower)) return Act::claim;
    if (among(wills, words[verb].lower) && !words[verb + 1].is(negation)) return Act::promise;
    return std::nullopt;
}

/// A promise of harm, or on a condition, is a threat.
bool threatens(const TextWords& words, const Statement& statement) {
    static constexpr std::array<std::string_view, 18> harms{
        "if",   "unless",    "kill",   "burn",  "strike",  "attack", "destroy", "punish",  "shoot",
        "bomb", "retaliate", "avenge", "crush", "execute", "hang",   "flatten", "respond", "hurt"};
    return has_any(words, statement, harms);
}

/// Whether the content has words that such an act needs: nobody denies without a "no", or admits what is not his. The
/// analysis judges by likeness, and likeness alone is too little to take a plain statement for more.
bool has_words_for(const TextWords& words, const Statement& statement, Act act) {
    static constexpr std::array<std::string_view, 18> own{"i",  "we",  "he",  "she",  "it",   "they",
                                                          "my", "our", "his", "her",  "its",  "their",
                                                          "me", "us",  "him", "them", "mine", "ours"};
    static constexpr std::array<std::string_view, 24> no{
        "not",      "n't",      "no",       "never",      "nothing", "none",    "nobody",   "neither",
        "untrue",   "false",    "lie",      "lies",       "wrong",   "nor",     "innocent", "denied",
        "nonsense", "baseless", "invented", "fabricated", "without", "rubbish", "absurd",   "only"};
    static constexpr std::array<std::string_view, 12> sorry{"sorry",       "apologise", "apologize",  "apology",
                                                            "apologies",   "regret",    "regretted",  "regrets",
                                                            "forgiveness", "forgive",   "apologised", "apologized"};
    static constexpr std::array<std::string_view, 16> asking{"?",     "whether", "if",  "who",   "what", "when",
                                                             "where", "why",     "how", "which", "?”",   "whose",
                                                             "whom",  "is",      "are", "did"};
    switch (act) {
        case Act::announce:
            return own_subject(words, statement) != none;
        case Act::admit:
        case Act::claim:
        case Act::promise:
            return has_any(words, statement, own);
        case Act::deny:
        case Act::reject:
        case Act::decline:
            return has_any(words, statement, no);
        case Act::apologise:
            return has_any(words, statement, sorry);
        case Act::ask:
            return has_any(words, statement, asking);
        default:
            return true;
    }
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
    if (statement.act == Act::state) {
        if (known != nullptr && !neutral(*known) && !negated(words, span)) {
            statement.act = known->act;
        } else if (const auto act = told_by_first_person(words, statement); act && !negated(words, span)) {
            statement.act = *act;
        } else if (one.told_act && has_words_for(words, statement, *one.told_act)) {
            statement.act = *one.told_act;
        }
    }
    if (statement.act == Act::promise && threatens(words, statement)) statement.act = Act::threaten;
    // "did not deny meeting him": left open.
    if (known != nullptr && known->act == Act::deny && negated(words, span)) {
        statement.act = Act::suggest;
        statement.certainty = Certainty::possible;
    }
    if (statement.certainty == Certainty::certain) {
        if (known != nullptr && known->certainty != Certainty::certain && !negated(words, span)) {
            statement.certainty = known->certainty;
        } else if (one.told_certainty) {
            statement.certainty = *one.told_certainty;
        }
    }
}

}  // namespace sayso
