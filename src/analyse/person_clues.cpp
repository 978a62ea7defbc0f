#include "analyse/person_clues.h"

#include <algorithm>
#include <array>

#include "analyse/characters.h"
#include "analyse/known_names.h"
#include "analyse/name_candidates.h"

namespace sayso::analyse {
namespace {

using namespace std::string_view_literals;

/// Ends of family names that other words do not have.
constexpr std::array family_endings{
    "enko"sv,     "shvili"sv, "adze"sv,     "ović"sv,    "ević"sv,  "ovic"sv,  "evic"sv, "ovich"sv,   "evich"sv,
    "wicz"sv,     "owski"sv,  "ewski"sv,    "ovsky"sv,   "evsky"sv, "oğlu"sv,  "oglu"sv, "opoulos"sv, "akis"sv,
    "sson"sv,     "escu"sv,   "nejad"sv,    "zadeh"sv,   "ullah"sv, "uddin"sv, "yev"sv,  "yeva"sv,    "anyan"sv,
    "jiansyah"sv, "singhe"sv, "krishnan"sv, "asinghe"sv, "evski"sv, "ovski"sv, "azzi"sv};

/// How far behind a comma the noun of an apposition may stand: ", the local branch's deputy leader,".
constexpr std::uint32_t apposition_words = 5;

/// Whether the noun at `at` has a determiner of its own before it, as an apposition has: "its spokesman,".
bool is_apposition_start(const NameSentence& s, std::uint32_t at) {
    constexpr std::array determiners{"the"sv, "The"sv, "a"sv,   "A"sv,   "an"sv,    "its"sv,   "Its"sv,
                                     "his"sv, "His"sv, "her"sv, "Her"sv, "their"sv, "Their"sv, "my"sv,
                                     "our"sv, "My"sv,  "Our"sv, "'s"sv,  "’s"sv};
    for (auto i = at; i > s.first && i + 4 > at; --i) {
        if (std::find(determiners.begin(), determiners.end(), s.words.form(i - 1)) != determiners.end()) return true;
        if (!s.words.is(i - 1, small)) return false;
    }
    return false;
}

/// "skipper Bram Tolle", ", its spokesman, Bram Tolle"
bool has_role_before(const NameSentence& s, std::uint32_t at) {
    if (at <= s.first) return false;
    const auto before = s.words.is_form(at - 1, ",") && at > s.first + 1 ? at - 2 : at - 1;
    if (!s.words.is(before, small) || !s.words.is(before, role | title)) return false;
    return before + 1 == at || is_apposition_start(s, before);
}

/// ", the skipper", ", a retired teacher", ", spokesman for"
bool has_role_behind(const NameSentence& s, std::uint32_t at) {
    for (auto i = at; i < std::min(s.end, at + apposition_words); ++i) {
        if (!s.words.is(i, capital | small) && !is_apostrophe(first_of(s.words.form(i)))) return false;
        if (s.words.is(i, role | title)) return true;
        if (s.words.is_form(i, "and") || s.words.is_form(i, "of") || s.words.is_form(i, "in")) return false;
    }
    return false;
}

bool is_age_at(const NameSentence& s, std::uint32_t at) {
    return s.words.is(at, digit) && s.words.form(at).size() == 2 &&
           (s.words.is_form(at + 1, ",") || s.words.is_form(at + 1, ")"));
}

/// "Witness Ola Trane": a role written as a title, before two names at least.
bool is_capital_role(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    if (!s.words.is(at, role) || s.words.is(at, title | given_name | family_name) || at + 2 >= end) return false;
    return s.words.is(at, capital) && s.words.is(at + 1, capital) && s.words.is(at + 2, capital) &&
           !s.words.is(at + 1, common_word | title | role | any_head | field) &&
           !s.words.is(at + 2, any_head | common_word);
}

/// "O'Neill", "N'Golo"
bool has_apostrophe_prefix(std::string_view form) {
    if (form.size() < 5 || std::string_view("OND").find(form[0]) == std::string_view::npos) return false;
    const auto [code, next] = decode(form, 1);
    return is_apostrophe(code) && next < form.size() && is_upper(decode(form, next).code);
}

}  // namespace

bool is_title_before(const NameSentence& s, std::uint32_t at) {
    return s.words.is(at - 1, title) && s.words.is(at - 1, small);
}

bool is_office_before(const NameSentence& s, std::uint32_t at) {
    return at > 1 && (s.words.is_form(at - 1, "of") || s.words.is_form(at - 1, "for")) && s.words.is(at - 2, title);
}

std::uint32_t behind_title(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    if (is_capital_role(s, at, end)) return at + 1;
    auto next = at;
    while (next < end && next < at + 4 && is_common(s, next, organization_head) && !s.words.is(next, title)) ++next;
    if (next >= end || !s.words.is(next, title) || !s.words.is(next, capital)) return at;
    if (s.words.is(next, given_name) && next + 1 < end) return at;
    while (next < end && s.words.is(next, title)) {
        ++next;
        if (next + 1 < end && is_hyphen_at(s, next) && s.words.is(next + 1, title)) ++next;
    }
    return next;
}

std::uint32_t person_behind_common(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    auto next = at;
    while (next < end && is_common(s, next, 0) && !s.words.is(next, given_name)) ++next;
    return next + 1 < end && s.words.is(next, given_name) && s.words.is(next + 1, capital) ? next : at;
}

std::uint32_t last_word(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    auto last = end - 1;
    while (last > at && !s.words.is(last, capital)) --last;
    return last;
}

bool looks_like_person(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    for (auto i = at; i < end; ++i) {
        if (s.words.is(i, all_capitals | digit) && !is_initial(s.words.form(i))) return false;
        if (s.words.is(i, capital) && s.words.form(i).size() == 1) return false;
        if (s.words.is(i, capital) && s.lexicon.known(s.words.form(i))) return false;
    }
    return true;
}

bool has_age(const NameSentence& s, std::uint32_t end) {
    return (s.words.is_form(end, ",") || s.words.is_form(end, "(")) && is_age_at(s, end + 1);
}

bool speaks(const NameSentence& s, std::uint32_t at) {
    const bool before = at > 0 && s.words.is(at - 1, speech_verb) && s.words.is(at - 1, small) &&
                        !s.words.is_form(at - 1, "told") && !s.words.is_form(at - 1, "asked");
    return (s.words.is(at + 1, speech_verb) && at + 1 < s.end) || before;
}

bool is_family_name(const NameSentence& s, std::uint32_t at) {
    const auto form = s.words.form(at);
    if (s.words.is(at, family_name) || has_apostrophe_prefix(form)) return true;
    return form.size() > 6 && std::any_of(family_endings.begin(), family_endings.end(),
                                          [&](std::string_view ending) { return form.ends_with(ending); });
}

bool has_person_word(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    bool found = false;
    for (auto i = at; i < end; ++i) {
        if (!s.words.is(i, capital)) continue;
        if (s.words.is(i, common_word | any_head | field) && !s.words.is(i, family_name)) return false;
        found = found || s.words.is(i, given_name) || is_family_name(s, i);
    }
    return found;
}

RunShape shape_of_run(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    RunShape shape;
    for (auto i = at; i < end; ++i) {
        if (!s.words.is(i, capital)) continue;
        ++shape.capitals;
        const bool long_capitals = s.words.is(i, all_capitals) && s.words.form(i).size() > 3;
        shape.common = shape.common || long_capitals || s.words.is(i, common_word | any_head);
        shape.initial = shape.initial || is_initial(s.words.form(i));
    }
    return shape;
}

bool is_article_before(const NameSentence& s, std::uint32_t at) {
    if (at == 0) return false;
    const auto before = s.words.form(at - 1);
    return before == "the" || before == "The" || before == "a" || before == "an";
}

bool is_person_run(const NameSentence& s, std::uint32_t at, std::uint32_t end, const RunShape& shape, bool titled) {
    const auto [capitals, common, initial] = shape;
    const bool given = s.words.is(at, given_name);
    if (capitals <= 6 && (given || titled || (initial && !common))) return true;
    if (!common && capitals > 1 && capitals < 4 && s.words.is(end - 1, small) && is_second_half(s, end - 1))
        return true;
    if (!common && s.evidence.person_words.contains(s.words.form(last_word(s, at, end)))) return true;
    return capitals > 1 && capitals < 5 && looks_like_person(s, at, end) && has_person_word(s, at, end) &&
           !is_article_before(s, at);
}

bool has_person_clue(const NameSentence& s, std::uint32_t at, std::uint32_t end, std::uint32_t last) {
    if (end < s.end && s.words.is(end, speech_verb)) return true;
    if (at > 0 && s.words.is(at - 1, speech_verb) && s.words.is(at - 1, small)) return true;
    const bool behind = s.words.is_form(end, ",") || s.words.is_form(end, "(");
    if (behind && (s.words.is_form(end + 1, "who") || s.words.is_form(end + 1, "whose") || is_age_at(s, end + 1)))
        return true;
    if (has_role_before(s, at) || (s.words.is_form(end, ",") && has_role_behind(s, end + 1))) return true;
    return s.words.form(last).size() > 2 && s.words.seen_alone(s.words.form(last));
}

}  // namespace sayso::analyse
