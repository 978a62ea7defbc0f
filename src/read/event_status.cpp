#include "read/event_status.h"

#include "read/quantities.h"
#include "read/triggers.h"

namespace sayso {
namespace {

bool is_negation(std::string_view word) {
    return one_of(word, "not", "n't", "never", "nobody", "without", "neither");
}

/// Looks at the words before a trigger within its clause.
class Clause {
public:
    Clause(const WordSentence& sentence, std::size_t first, std::size_t last)
        : s_(sentence), first_(first), last_(last) {}

    /// Whether one of the `reach` words before it, up to the clause's edge, is such. What stands before "the attack"
    /// says nothing of whether it happened: `stop_at_the`.
    template <class Test>
    [[nodiscard]] bool before(std::size_t reach, Test test, bool stop_at_the = false) const {
        for (std::size_t back = 1; back <= reach && back <= first_; ++back) {
            const auto word = s_.low(first_ - back);
            // "May 15" is a month, not a modal.
            if (test(word) && !(word == "may" && s_.capital(first_ - back))) return true;
            if (is_edge(word) || (stop_at_the && one_of(word, "the", "this", "that", "its", "his", "her", "their"))) {
                return false;
            }
        }
        return false;
    }
    template <class Test>
    [[nodiscard]] bool behind(std::size_t reach, Test test) const {
        for (std::size_t i = last_; i < last_ + reach && i < s_.size(); ++i) {
            if (test(s_.low(i))) return true;
            if (is_edge(s_.low(i))) return false;
        }
        return false;
    }

private:
    static bool is_edge(std::string_view word) {
        return one_of(word, ",", ";", ":", "—", "–", "“", "”", "\"", "(", ")", ".", "but", "said", "who", "which",
                      "after", "since", "following", "when", "despite", "amid", "given");
    }

    const WordSentence& s_;
    std::size_t first_;
    std::size_t last_;
};

/// Bare nouns ("attacks have become rarer", "flood and fire") speak of a kind and "15,400 murders" of a statistic, not
/// of an event; headlines leave out the article.
bool told_as_one(const WordSentence& s, std::size_t first, TriggerForm form) {
    if (form == TriggerForm::mass || (form == TriggerForm::noun && s.zone == ZoneKind::headline)) return true;
    if (one_of(s.low(first + 1), "in", "at", "near", "across") && s.capital(first + 2)) return true;
    // "Floods destroyed 300 homes"
    if (one_of(s.low(first + 1), "killed", "destroyed", "displaced", "swept", "hit", "struck", "damaged", "injured",
               "wounded", "left", "forced", "inundated"))
        return true;
    constexpr std::int64_t most = 20;
    const auto number = first > 0 ? number_word(s.low(first - 1)) : std::nullopt;
    if (form == TriggerForm::plural && number && *number > most) return false;
    constexpr std::size_t reach = 4;
    for (std::size_t back = 1; back <= reach && back <= first; ++back) {
        const auto word = s.low(first - back);
        if (is_determiner(word) || number_word(word)) return true;
        // "renewed negotiations", "held peace talks": somebody did it.
        if (one_of(word, "renewed", "resumed", "launched", "held", "staged", "opened", "began", "started", "signed",
                   "declared", "imposed", "conducted", "hosted"))
            return true;
        if (word == "of" && back < first) {
            return one_of(s.low(first - back - 1), "series", "string", "wave", "spate", "round", "pair");
        }
        if (one_of(word, "in", "for", "by", "to", "with", "on", "and", "or", ",", "that", "from")) return false;
    }
    return false;
}

bool prevents(std::string_view word) {
    return one_of(word, "foiled", "thwarted", "prevented", "averted", "disrupted", "foil", "foils", "thwart", "prevent",
                  "avert", "stop", "stopped", "botched", "cancelled", "canceled");
}
bool is_wished_away(const WordSentence& s, std::size_t first) {
    constexpr std::size_t reach = 4;
    for (std::size_t back = 1; back <= reach && back < first; ++back) {
        if (one_of(s.low(first - back), "stop", "prevent", "avoid") && s.low(first - back - 1) == "to") return true;
    }
    return false;
}
/// "lifted the curfew", "postponed the march"
bool ends_state(std::string_view word) {
    return one_of(word, "lift", "lifts", "lifted", "eased", "postpone", "postponed", "off");
}
bool denies_noun(std::string_view word) {
    return one_of(word, "no", "not", "n't", "never", "without", "nor");
}
bool makes_hypothetical(std::string_view word) {
    return one_of(word, "if", "any", "possible", "potential", "threat", "threats", "risk", "risks", "fear", "fears",
                  "feared", "future", "imminent", "would", "could", "might", "may", "threatened", "threatening", "case",
                  "against", "warned", "warning", "warn", "warns", "avoid", "possibility", "like", "such", "every",
                  "hypothetical", "fictional", "combat", "tackle", "curb");
}
bool makes_wanted(std::string_view word) {
    return one_of(word, "call", "calls", "called", "calling", "demand", "demands", "demanded", "demanding", "request",
                  "requested", "urged", "seek", "seeking", "sought", "proposed");
}
bool makes_suspected(std::string_view word) {
    return one_of(word, "nothing", "pointed", "points", "pointing", "suggest", "suggests", "suggested", "suspect",
                  "suspects", "ruled", "rule", "ruling", "evidence", "sign", "signs", "indication", "speculation",
                  "rumours", "rumors", "whether", "alleged", "purported", "supposed");
}
/// "called for the minister's resignation", "demanded the release of …", "before the planned march", "to stage a coup"
bool is_demanded(const WordSentence& s, std::size_t first) {
    constexpr std::size_t reach = 6;
    for (std::size_t back = 1; back <= reach && back < first; ++back) {
        const auto word = s.low(first - back);
        const auto before = s.low(first - back - 1);
        if (word == "for") {
            return one_of(before, "call", "calls", "called", "calling", "push", "pushed", "pushing", "demand",
                          "demands", "plea", "pleas", "appeal", "appeals", "appealed", "pressing", "campaign",
                          "petition", "lobbying", "lobbied", "lobby", "asked", "asking", "pleaded", "deadline", "wait",
                          "waiting", "warrant", "warrants", "request", "requests", "application", "motion", "bid");
        }
        if (one_of(word, "demand", "demands", "demanded", "demanding", "urged", "urging", "seek", "seeks", "seeking",
                   "sought", "await", "awaits", "awaited", "awaiting", "requested", "requesting"))
            return true;
        if (before == "to" &&
            one_of(word, "stage", "launch", "hold", "mount", "call", "organise", "organize", "impose", "conduct",
                   "begin", "start", "plan", "declare", "secure", "obtain", "ensure", "negotiate", "broker"))
            return true;
        if (one_of(word, "in", "into", "on", "by", "after", "with", "at", "from", "about", "against", "over", "to", ",",
                   "and", "who", "that", "which", "of"))
            return false;
    }
    return false;
}
bool makes_planned(std::string_view word) {
    return one_of(word, "planned", "planning", "upcoming", "plan", "plans", "plot", "plotting", "plotted", "scheduled",
                  "plots", "forthcoming", "will", "pending", "eventual", "awaiting", "await", "awaits", "impending",
                  "ahead", "until", "looming", "date");
}

/// "elections are to be held", "the march on Sunday will begin"; but "this drought will ruin us" is under way.
bool is_to_be(const WordSentence& s, std::size_t last) {
    constexpr std::size_t reach = 3;
    for (auto i = last; i < last + reach; ++i) {
        if (s.low(i) == "will") {
            return one_of(s.low(i + 1), "be", "take", "begin", "start", "go", "come", "last", "happen", "follow",
                          "resume", "end");
        }
    }
    if (s.low(last) == "to" && s.low(last + 1) == "be") return true;
    constexpr std::size_t most = 4;  // "elections in both provinces are to be held"
    for (auto i = last; i < last + most && !one_of(s.low(i), ",", ".", "that", "and"); ++i) {
        if (one_of(s.low(i), "is", "are") && s.low(i + 1) == "to" && s.low(i + 2) == "be") return true;
    }
    return false;
}

}  // namespace

bool is_asked_off(const WordSentence& s, std::size_t first) {
    constexpr std::size_t reach = 7;
    for (std::size_t back = 1; back <= reach && back + 1 <= first; ++back) {
        const auto word = s.low(first - back);
        if (word == "to" && s.low(first - back - 1) == "not")
            return one_of(s.low(first - back + 1), "carry", "go", "hold", "launch", "stage", "conduct", "proceed",
                          "begin", "start", "take", "join", "resume", "make", "impose", "order");
        if (one_of(word, ",", ";", ".", "that", "and", "after", "who")) return false;
    }
    return false;
}

std::optional<EventStatus> status_of_verb(const WordSentence& s, std::size_t first, std::size_t last,
                                          TriggerForm form) {
    const Clause clause(s, first, last);
    const auto before = first > 0 ? s.low(first - 1) : std::string_view();
    // "we do not bomb people" tells of no event that was, or was not.
    if (form == TriggerForm::verb_base && clause.before(3, [](auto word) { return is_negation(word); }) &&
        clause.before(4, [](auto word) { return one_of(word, "do", "does"); })) {
        return std::nullopt;
    }
    // "may not be detained" tells of a rule.
    if (clause.before(3, [](auto word) { return is_negation(word); }) &&
        clause.before(4, [](auto word) { return one_of(word, "may", "must", "can", "ca", "should", "shall"); })) {
        return std::nullopt;
    }
    if (clause.before(3, [](auto word) { return is_negation(word); }) ||
        clause.before(5, [](auto word) { return one_of(word, "no", "nobody", "none"); })) {
        return EventStatus::denied;
    }
    if (clause.before(6, [](auto word) {
            return one_of(word, "if", "unless", "whether", "could", "may", "might", "would", "should", "can", "must");
        })) {
        return EventStatus::hypothetical;
    }
    // "was supposed to have been deported"
    if (clause.before(5, [](auto word) { return word == "supposed"; })) return EventStatus::hypothetical;
    if (clause.before(4, [](auto word) { return one_of(word, "will", "'ll", "shall", "wo"); }))
        return EventStatus::planned;
    // "is to be sentenced", "scheduled to be sentenced"
    const bool to_be = before == "be" && first > 1 && s.low(first - 2) == "to";
    // "the third person to be sentenced", "the first rebels to surrender"
    const auto counts = [](auto word) {
        return one_of(word, "first", "second", "third", "fourth", "fifth", "sixth", "last", "latest", "only");
    };
    const auto plans_it = [](auto word) { return one_of(word, "is", "are", "due", "set", "scheduled", "expected"); };
    if ((to_be || before == "to") && clause.before(7, counts) && !clause.before(3, plans_it))
        return EventStatus::occurred;
    if (to_be) return EventStatus::planned;
    if (form == TriggerForm::verb_base && before == "to") {
        const auto plans = [](auto word) {
            return one_of(word, "plan", "plans", "planned", "planning", "plotting", "plotted", "plot", "scheduled",
                          "due", "set", "expected", "intends", "intended", "vowed", "agreed", "decided");
        };
        if (clause.before(5, plans)) return EventStatus::planned;
        return std::nullopt;
    }
    if (form == TriggerForm::verb_base) return std::nullopt;
    return EventStatus::occurred;
}

std::optional<EventStatus> status_of_noun(const WordSentence& s, std::size_t first, std::size_t last,
                                          TriggerForm form) {
    const Clause clause(s, first, last);
    // "pressure to stop the trial", "to prevent accidents"
    const bool wished_away = is_wished_away(s, first);
    if (wished_away && !is_definite(s, first)) return std::nullopt;
    // "the bombings will prevent elections"
    if (clause.before(4, prevents) &&
        clause.before(5, [](auto word) { return one_of(word, "will", "would", "could"); }))
        return EventStatus::hypothetical;
    if ((!wished_away && clause.before(4, prevents)) ||
        clause.behind(4, [](auto word) { return one_of(word, "foiled", "thwarted", "averted"); })) {
        return EventStatus::prevented;
    }
    if (is_asked_off(s, first)) return std::nullopt;
    if (clause.before(4, denies_noun, true)) return std::nullopt;
    if (clause.before(2, ends_state)) return std::nullopt;
    if (is_demanded(s, first)) return EventStatus::planned;
    if (clause.before(5, makes_suspected, true)) return EventStatus::hypothetical;
    if (clause.before(5, makes_hypothetical, true)) return EventStatus::hypothetical;
    // "sought the annulment of a conviction" wants no conviction.
    const auto ends_wish = [](auto word) { return word == "of"; };
    if (clause.before(5, makes_wanted, true) && !clause.before(3, ends_wish, true)) return EventStatus::hypothetical;
    const auto to_come = [](auto word) {
        return one_of(word, "scheduled", "planned", "slated", "due", "looms", "loom");
    };
    // "until the accord is signed"; but "until his resignation"
    if (clause.before(2, [](auto word) { return word == "until"; }) && one_of(s.low(last), "is", "are"))
        return EventStatus::planned;
    // "set a date for the trial"
    const auto sets_day = [](auto word) { return one_of(word, "date", "await", "awaits", "awaiting", "ahead"); };
    if (clause.before(4, makes_planned, true) || clause.before(4, sets_day) || clause.behind(3, to_come) ||
        is_to_be(s, last))
        return EventStatus::planned;
    if (!told_as_one(s, first, form)) return std::nullopt;
    if (first > 0 && s.low(first - 1) == "-" && s.words[first].glued) return std::nullopt;
    return EventStatus::occurred;
}

}  // namespace sayso
