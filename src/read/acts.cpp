#include "read/acts.h"

#include <array>

#include "read/phrases.h"

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

}  // namespace sayso
