#include "read/transcripts.h"

#include <algorithm>
#include <array>
#include <optional>

#include "read/tree_phrases.h"
#include "read/unit_view.h"

namespace sayso {

bool is_rubric(const TextWord& word) {
    static constexpr std::array<std::string_view, 14> rubrics{"live",      "watch", "update",     "updated", "breaking",
                                                              "exclusive", "video", "photos",     "opinion", "analysis",
                                                              "fact",      "note",  "correction", "claim"};
    return among(rubrics, word.lower);
}

namespace {

constexpr Index longest_name = 6;

bool all_capitals(const TextWord& word) {
    return word.capital && word.form.size() > 1 &&
           std::none_of(word.form.begin(), word.form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "Q:" and "A:" are turns whose speaker is not named.
bool question_or_answer(const TextWord& word) {
    return word.form == "Q" || word.form == "A";
}

bool is_of_speaker(const TextWords& words, Index i) {
    return is_person_name(words, i) || is_of_name(words, i, NameType::organization) ||
           (words[i].name == none && words[i].is("the"));
}

/// The colon behind a speaker at the unit's begin, or `none`. Where `named`, speakers may stand there by their names in
/// small letters, too.
Index colon_of_turn(const TextWords& words, const Unit& unit, bool named) {
    for (auto i = unit.first; i < unit.last && i <= unit.first + longest_name; ++i) {
        if (words[i].form == ":") return i > unit.first ? i : none;
        if (named && is_of_speaker(words, i)) continue;
        // "LENA ORVIK, HOST:"
        if (words[i].comma() && i > unit.first) continue;
        if (!all_capitals(words[i]) && words[i].form != "." && !(question_or_answer(words[i]) && i == unit.first))
            return none;
    }
    return none;
}

std::optional<Attribution> turn_at(const TextWords& words, std::size_t n, bool named) {
    const auto& unit = words.units[n];
    const auto kind = words.document->zones[unit.zone].kind;
    if (kind != ZoneKind::paragraph) return std::nullopt;
    const auto colon = colon_of_turn(words, unit, named);
    if (colon == none) return std::nullopt;
    const bool in_next = colon + 1 == unit.last && n + 1 < words.units.size();
    // A headline's "LIVE:" stands alone; a turn has a sentence behind it.
    if (!in_next && unit.last - colon < 4) return std::nullopt;
    const auto zone = in_next ? words.units[n + 1].zone : unit.zone;
    if (words.document->zones[zone].kind != ZoneKind::paragraph) return std::nullopt;
    auto last = unit.last;
    for (auto next = n + 1; next < words.units.size() && words.units[next].zone == zone; ++next) {
        if (colon_of_turn(words, words.units[next], named) != none) break;
        last = words.units[next].last;
    }
    const UnitView u{words, unit};
    const bool sentence = terminator(u, last - 1) || words[last - 1].mark || words.units.size() > n + 2;
    if (!sentence || last - colon < 4 || is_rubric(words[unit.first])) return std::nullopt;
    auto name_last = unit.first;
    while (name_last < colon && !words[name_last].comma()) ++name_last;
    Attribution one;
    one.source = Phrase{unit.first, name_last, name_last - 1, name_last};
    one.first = unit.first;
    one.last = last;
    one.statement.cue = Cue{words[colon].span, ":"};
    const auto end = words[last - 1].form == "." && last - 1 > colon + 1 ? last - 1 : last;
    one.statement.content.push_back(words.span(colon + 1, end));
    return one;
}

}  // namespace

std::vector<Attribution> transcript_turns(const TextWords& words) {
    const auto turns_of = [&](bool named) {
        std::vector<Attribution> turns;
        for (std::size_t n = 0; n < words.units.size(); ++n) {
            if (auto turn = turn_at(words, n, named)) turns.push_back(std::move(*turn));
        }
        return turns;
    };
    // "JN: …" in an interview with one who is told by her whole name at first
    constexpr std::size_t enough_for_interview = 3;
    auto turns = turns_of(false);
    return turns.size() < enough_for_interview ? turns : turns_of(true);
}

}  // namespace sayso
