#include "analyse/acronyms.h"

#include <algorithm>

#include "analyse/characters.h"
#include "analyse/name_candidates.h"

namespace sayso::analyse {
namespace {

constexpr std::size_t longest_acronym = 7;

/// A word that the text has in small letters too, or that is all there is of a sentence: "STOP!"
bool is_shouted(const NameSentence& s, std::uint32_t at) {
    const auto form = s.words.form(at);
    if (s.end - s.first < 3 || s.words.is_form(at + 1, "!")) return true;
    return form.size() > 2 && s.words.seen_small(lower(form));
}

/// "5-HTP", "SX40": digits say that it is a code and no name.
bool is_part_of_code(const NameSentence& s, std::uint32_t at) {
    const auto form = s.words.form(at);
    const auto digits = std::count_if(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (form.size() > 3 && digits > 1) return true;
    return at > s.first + 1 && is_hyphen_at(s, at - 1) && s.words.is(at - 2, digit);
}

}  // namespace

bool is_acronym(const NameSentence& s, std::uint32_t at) {
    const auto form = s.words.form(at);
    if (is_shouted(s, at) || is_part_of_code(s, at)) return false;
    if (form.size() > longest_acronym || s.words.is(at, no_acronym | common_word | month | weekday | currency))
        return false;
    if (form.find('.') != std::string_view::npos && !form.ends_with('.')) return false;
    return form.size() > 2 || !s.words.is(at, sentence_start);
}

bool is_state_behind_city(const NameSentence& s, std::uint32_t at) {
    return s.words.form(at).size() == 2 && at > s.first + 1 && s.words.is_form(at - 1, ",") &&
           s.words.is(at - 2, capital) && s.lexicon.toponym(s.words.form(at - 2));
}

bool is_plural_acronym(std::string_view form) {
    return form.size() > 2 && form.size() < longest_acronym && form.back() == 's' &&
           is_upper(static_cast<unsigned char>(form[0])) && is_upper(static_cast<unsigned char>(form[form.size() - 2]));
}

}  // namespace sayso::analyse
