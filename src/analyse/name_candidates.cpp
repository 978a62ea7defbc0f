#include "analyse/name_candidates.h"

#include <algorithm>
#include <array>

#include "analyse/characters.h"

namespace sayso::analyse {
namespace {

using namespace std::string_view_literals;

/// No name has more words; longer runs of capitals are headings or lists.
constexpr std::uint32_t longest_run = 24;

/// Ends of compounds whose first part alone is a name: "Moscow-based".
constexpr std::array compound_ends{
    "based"sv,   "led"sv,      "backed"sv,   "born"sv,       "style"sv,    "related"sv,   "run"sv,       "owned"sv,
    "made"sv,    "wide"sv,     "held"sv,     "area"sv,       "long"sv,     "funded"sv,    "built"sv,     "bound"sv,
    "era"sv,     "linked"sv,   "like"sv,     "controlled"sv, "occupied"sv, "sponsored"sv, "supported"sv, "affiliated"sv,
    "aligned"sv, "brokered"sv, "speaking"sv, "listed"sv,     "majority"sv, "free"sv};

template <class Words>
bool is_one_of(const Words& all, std::string_view word) {
    return std::find(all.begin(), all.end(), word) != all.end();
}

constexpr std::uint32_t head_distance = 4;

/// Whether a capitalised organization's head word stands among the capitals from `at`.
bool head_follows(const NameSentence& s, std::uint32_t at) {
    for (auto i = at; i < at + head_distance && is_name_word(s, i); ++i) {
        if (s.words.is(i, organization_head)) return true;
    }
    return false;
}

/// "Miners' Union", "Doctors' Council": members before the apostrophe, and what they formed behind it.
bool is_plural_possessive(const NameSentence& s, std::uint32_t apostrophe) {
    const auto members = s.words.form(apostrophe - 1);
    return s.words.form(apostrophe).find_first_of("sS") == std::string_view::npos && members.size() > 4 &&
           members.ends_with('s') && is_name_word(s, apostrophe - 1) &&
           !s.words.is(apostrophe - 1, given_name | family_name) && !s.evidence.person_words.contains(members) &&
           !s.lexicon.known(members) && head_follows(s, apostrophe + 1);
}

/// "St Paul" before "'s College".
bool is_saint(const NameSentence& s, std::uint32_t at) {
    return at > s.first &&
           (s.words.is_form(at - 1, "St") || s.words.is_form(at - 1, "St.") || s.words.is_form(at - 1, "Saint")) &&
           is_name_word(s, at) && head_follows(s, at + 2);
}

/// The "'s" within "People's Front", "Magistrate's Court".
bool is_membership(const NameSentence& s, std::uint32_t at) {
    constexpr std::array members{"People"sv,     "Peoples"sv,     "Children"sv, "Women"sv,    "Men"sv,
                                 "Workers"sv,    "Farmers"sv,     "Teachers"sv, "Students"sv, "Veterans"sv,
                                 "Magistrate"sv, "Magistrates"sv, "King"sv,     "Queen"sv,    "Lord"sv};
    if (at <= s.first || !s.words.glued(at) || !is_apostrophe(first_of(s.words.form(at))) || !is_name_word(s, at + 1))
        return false;
    return is_one_of(members, s.words.form(at - 1)) || is_saint(s, at - 1) || is_plural_possessive(s, at);
}

/// The small "and" within "Food and Agriculture Organization": both words say what the organization deals with.
bool joins_fields(const NameSentence& s, std::uint32_t at) {
    if (!s.words.is_form(at, "and") || at <= s.first || !is_name_word(s, at - 1) || !is_name_word(s, at + 1))
        return false;
    return s.words.is(at - 1, field) && head_follows(s, at + 1);
}

/// Behind the next word of a run, with what joins it to the run; `at` if the run ends.
std::uint32_t step(const NameSentence& s, std::uint32_t at) {
    if (is_name_word(s, at)) return at + 1;
    if (is_article(s, at)) return at + 3;
    if (is_hyphen_at(s, at) && at + 1 < s.end && s.words.glued(at + 1)) {
        if (is_name_word(s, at + 1) || (s.words.is(at + 1, digit) && !s.words.is(at + 1, taken))) return at + 2;
        if (is_article(s, at + 1)) return at + 4;
        if (is_second_half(s, at + 1)) return at + 2;
        return at;
    }
    if (s.words.is_form(at, "&") && is_name_word(s, at + 1)) return at + 2;
    if (is_membership(s, at) || joins_fields(s, at) || s.words.is_form(at, "plc")) return at + 1;
    if (s.words.is(at, particle) && s.words.is(at, small)) {
        auto next = at + 1;
        while (next < s.end && next < at + 3 && s.words.is(next, particle) && s.words.is(next, small)) ++next;
        if (is_name_word(s, next) || is_article(s, next)) return next;
    }
    return at;
}

}  // namespace

bool is_name_word(const NameSentence& s, std::uint32_t at) {
    return at < s.end && s.words.is(at, capital) && !s.words.is(at, taken) && !s.words.is(at, weekday);
}

bool is_hyphen_at(const NameSentence& s, std::uint32_t at) {
    return at < s.end && s.words.glued(at) && is_hyphen(first_of(s.words.form(at))) && s.words.form(at).size() < 4;
}

bool is_article(const NameSentence& s, std::uint32_t at) {
    return s.words.is(at, article_prefix) && is_hyphen_at(s, at + 1) && at + 2 < s.end && s.words.glued(at + 2) &&
           s.words.is(at + 2, capital);
}

bool is_common(const NameSentence& s, std::uint32_t at, WordFacts other) {
    return s.words.is(at, common_word | other) && !(s.words.is(at, all_capitals) && s.words.form(at).size() < 4);
}

bool is_title_case(std::string_view form) {
    const auto next = decode(form, 0).next;
    return next < form.size() && is_lower(decode(form, next).code);
}

bool is_roman_numeral(std::string_view form) {
    return !form.empty() && form.size() < 6 && form.find_first_not_of("IVXL") == std::string_view::npos;
}

bool is_initial(std::string_view form) {
    return form.size() == 2 && form[1] == '.';
}

bool is_second_half(const NameSentence& s, std::uint32_t at) {
    const auto form = s.words.form(at);
    if (!s.words.is(at, small) || form.size() < 2 || form.size() > 6 || at < 3) return false;
    if (s.words.is(at - 3, family_name) && s.words.is(at - 3, capital) && s.words.is(at - 2, capital)) return true;
    if ((s.words.is(at, common_word) && form.size() > 2) || is_one_of(compound_ends, form)) return false;
    if (form.ends_with("ed") || s.lexicon.known(s.words.form(at - 2))) return false;
    return s.words.is(at - 2, capital) && s.words.is(at - 3, capital) && !s.words.is(at - 3, common_word);
}

bool begins_run(const NameSentence& s, std::uint32_t at) {
    if (s.words.is(at, taken)) return false;
    return is_name_word(s, at) || is_article(s, at);
}

std::uint32_t run_end(const NameSentence& s, std::uint32_t at) {
    const auto most = std::min(s.end, at + longest_run);
    while (at < most) {
        const auto next = step(s, at);
        if (next == at) return at;
        at = next;
    }
    return at;
}

}  // namespace sayso::analyse
