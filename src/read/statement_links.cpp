#include "read/statement_links.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/utf8.h"

namespace sayso {
namespace {

Span whole(const std::vector<Span>& spans) {
    Span all = spans.front();
    for (const auto span : spans) all = {std::min(all.begin, span.begin), std::max(all.end, span.end)};
    return all;
}

bool lies_in(const Statement& inner, const Statement& outer) {
    if (!inner.cue || &inner == &outer) return false;
    return std::any_of(outer.content.begin(), outer.content.end(),
                       [&](Span span) { return span.contains(inner.cue->span); });
}

void link_nested(std::vector<Statement>& statements) {
    for (std::size_t i = 0; i < statements.size(); ++i) {
        // The innermost that holds it; statements near in the text are near in the list.
        Statement* outer = nullptr;
        const auto from = i >= 8 ? i - 8 : 0;
        for (auto k = from; k < std::min(i + 8, statements.size()); ++k) {
            auto& other = statements[k];
            if (!lies_in(statements[i], other) || lies_in(other, statements[i])) continue;
            if (outer == nullptr || whole(other.content).size() < whole(outer->content).size()) outer = &other;
        }
        if (outer != nullptr) outer->about.push_back({std::nullopt, statements[i].id, Stance::affirms});
    }
}

/// Nouns for a statement of one act.
struct StatementNoun {
    std::string_view singular, plural;
    Act act;
};
constexpr std::array<StatementNoun, 6> statement_nouns{{
    {"accusation", "accusations", Act::accuse},
    {"allegation", "allegations", Act::accuse},
    {"charge", "charges", Act::accuse},
    {"warning", "warnings", Act::warn},
    {"threat", "threats", Act::threaten},
    {"demand", "demands", Act::request},
}};

std::string_view next_word(std::string_view& rest) {
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\n')) rest.remove_prefix(1);
    const auto end = std::min(rest.find_first_of(" \n,.;”"), rest.size());
    const auto word = rest.substr(0, end);
    rest.remove_prefix(end);
    return word;
}

/// "the accusations", "these warnings as absurd": the act of what is meant, where nothing further tells which.
std::optional<Act> act_referred_to(std::string_view content) {
    static constexpr std::array<std::string_view, 8> pointing{"the",   "this", "that", "these",
                                                              "those", "his",  "her",  "its"};
    auto rest = content;
    const auto first = lower(next_word(rest));
    if (std::find(pointing.begin(), pointing.end(), first) == pointing.end()) return std::nullopt;
    const auto noun = lower(next_word(rest));
    const auto row = std::find_if(statement_nouns.begin(), statement_nouns.end(),
                                  [&](const StatementNoun& one) { return noun == one.singular || noun == one.plural; });
    if (row == statement_nouns.end()) return std::nullopt;
    // "the charges of fraud", "the warning from the bank" may be others than those told here.
    const auto next = lower(next_word(rest));
    if (!next.empty() && next != "as" && next != "on") return std::nullopt;
    return row->act;
}

/// The statement of this act before `at`, if all of them so far are one source's: then the nearest.
const Statement* only_one_before(const std::vector<Statement>& statements, std::size_t at, Act act) {
    const Statement* found = nullptr;
    const auto& answer = statements[at];
    for (std::size_t i = 0; i < at; ++i) {
        const auto& one = statements[i];
        if (one.act != act) continue;
        const bool named = one.source && one.source->entity;
        // Nobody denies what he says himself.
        if (named && answer.source && answer.source->entity == one.source->entity) return nullptr;
        if (!named || (found != nullptr && found->source->entity != one.source->entity)) return nullptr;
        found = &one;
    }
    return found;
}

/// "any complicity in the attack", "involvement", "that it had played a part"
bool of_taking_part(std::string_view content) {
    static constexpr std::array<std::string_view, 5> parts{"complicity", "involvement", "responsibility", "any role",
                                                           "any part"};
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return content.find(part) != std::string_view::npos; });
}

/// The accusation before `at` of whoever denies there, if it is the only one, or all of them are one source's.
const Statement* accusation_of(const std::vector<Statement>& statements, std::size_t at) {
    const auto& answer = statements[at];
    if (answer.act != Act::deny || !answer.source || !answer.source->entity) return nullptr;
    const Statement* found = nullptr;
    for (std::size_t i = 0; i < at; ++i) {
        const auto& one = statements[i];
        const bool blamed = std::any_of(one.blames.begin(), one.blames.end(),
                                        [&](const Blame& blame) { return blame.entity == *answer.source->entity; });
        if (one.act != Act::accuse || !blamed || !one.source) continue;
        if (found != nullptr && found->source->entity != one.source->entity) return nullptr;
        found = &one;
    }
    return found;
}

void link_answers(std::string_view text, std::vector<Statement>& statements) {
    for (std::size_t i = 0; i < statements.size(); ++i) {
        auto& answer = statements[i];
        if (answer.act != Act::deny && answer.act != Act::reject) continue;
        const auto content = words(text, answer.content.front());
        const auto act = act_referred_to(content);
        const auto* target = act                       ? only_one_before(statements, i, *act)
                             : of_taking_part(content) ? accusation_of(statements, i)
                                                       : nullptr;
        if (target == nullptr) continue;
        answer.about.push_back({std::nullopt, target->id, Stance::rejects});
    }
}

}  // namespace

void link_statements(std::string_view text, std::vector<Statement>& statements) {
    link_nested(statements);
    link_answers(text, statements);
}

}  // namespace sayso
