#include "analyse/kind_nouns.h"

#include <algorithm>
#include <array>

#include "analyse/known_names.h"
#include "analyse/name_candidates.h"

namespace sayso::analyse {
namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t longest_name = 4;

/// Capitals that no list knows, and that hold neither a title nor a person's name.
bool is_unknown(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    for (auto i = at; i < end; ++i) {
        if (s.words.is(i, title | given_name | weekday | month)) return false;
        if (s.words.is(i, capital) && known_end(s, i, end).end > i) return false;
        if (s.evidence.person_words.contains(s.words.form(i))) return false;
    }
    return true;
}

/// "Nordby district", "the town of Nordby", "northern Nordby"
bool is_called_place(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    if (!is_title_case(s.words.form(at)) || s.words.is(at, common_word | sentence_start)) return false;
    if (s.words.is(end, place_noun) && s.words.is(end, small) && end < s.end && !s.words.is(end - 1, any_head))
        return true;
    if (at > s.first && s.words.is(at - 1, direction) && s.words.is(at - 1, small)) return end - at < 3;
    return at > s.first + 1 && s.words.is_form(at - 1, "of") && s.words.is(at - 2, place_noun) &&
           s.words.is(at - 2, small);
}

/// "Ngāi Tahu", "the Rabha people"
bool is_people(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    constexpr std::array prefixes{"Ngāi"sv, "Ngai"sv, "Ngāti"sv, "Ngati"sv};
    constexpr std::array nouns{"people"sv, "peoples"sv, "tribe"sv, "tribes"sv, "tribesmen"sv, "clan"sv, "clans"sv};
    const auto form = s.words.form(at);
    if (std::find(prefixes.begin(), prefixes.end(), form) != prefixes.end()) return end - at > 1;
    if (std::find(nouns.begin(), nouns.end(), s.words.form(end)) == nouns.end() || end >= s.end) return false;
    return end - at < 3 && is_title_case(form) && !s.words.is(at, sentence_start | common_word) &&
           is_unknown(s, at, end);
}

}  // namespace

std::optional<NameType> type_told_before(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    if (end - at > longest_name) return std::nullopt;
    if (is_people(s, at, end)) return NameType::norp;
    if (is_called_place(s, at, end) && is_unknown(s, at, end)) return NameType::location;
    if (end - at > 1 && s.words.is(at, vessel_prefix) && s.words.is(at, all_capitals)) return NameType::facility;
    if (at <= s.first || !s.words.is(at - 1, small) || s.words.is(at, sentence_start)) return std::nullopt;
    if (s.words.is(at - 1, vessel)) return NameType::misc;
    if (s.words.is(at - 1, outfit) && is_title_case(s.words.form(at)) && is_unknown(s, at, end))
        return NameType::organization;
    return std::nullopt;
}

}  // namespace sayso::analyse
