#include "analyse/known_names.h"

#include "analyse/abbreviations.h"
#include "analyse/characters.h"
#include "analyse/name_candidates.h"

namespace sayso::analyse {
namespace {

constexpr std::uint32_t longest_known = 5;
constexpr std::uint32_t certain_population = 150'000;
/// A city or region of several words is hardly anything else, unless it is called after a person.
bool is_long_toponym(const NameSentence& s, std::uint32_t at, std::uint32_t last, std::string_view text) {
    return !s.words.is(at, given_name | title) && s.words.is(last - 1, capital) && s.lexicon.toponym(text).has_value();
}

/// Known names may go on behind the run: "House of Representatives".
std::uint32_t longest_known_end(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    const bool of = s.words.is_form(end, "of") || s.words.is_form(end, "and") || s.words.is_form(end, "the");
    return std::min(of ? s.end : end, at + longest_known);
}

}  // namespace

Known known_end(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    for (auto last = longest_known_end(s, at, end); last > at; --last) {
        if (!s.words.is(last - 1, capital | small | digit)) continue;
        const auto text = s.words.text(at, last);
        if (last - at == 1 && text.ends_with('.') && !is_dotted_letters(text)) continue;
        if (const auto type = s.lexicon.known(text)) return {last, *type};
        if (last - at > 1 && is_long_toponym(s, at, last, text)) return {last, NameType::location};
        if (const auto it = s.evidence.names.find(text); it != s.evidence.names.end()) return {last, it->second};
    }
    return {at, NameType::misc};
}

bool is_one_of_known(const NameSentence& s, std::uint32_t first, std::uint32_t last) {
    return known_end(s, first, last).end > first;
}

bool continues_unknown(const NameSentence& s, const Known& known, std::uint32_t chunk) {
    if (known.end >= chunk || known.type != NameType::location) return false;
    return s.words.is(known.end, capital) && !s.words.is(known.end, given_name | title | common_word) &&
           !s.lexicon.known(s.words.form(known.end)) && !s.evidence.person_words.contains(s.words.form(known.end));
}

bool is_certain(const NameSentence& s, std::uint32_t at, const Known& known) {
    if (known.end - at > 1) return true;
    if (!s.words.is(at, capital)) return false;
    const auto form = s.words.form(at);
    if (form == "US" || form == "UN" || form == "EU" || form == "AU" || form == "UK") return true;
    if (s.words.is(at, all_capitals) && form.size() < 6) return form != "CAR" && form != "SA" && form != "CAN";
    if (s.words.is(at, sentence_start) && (s.words.is(at, common_word) || s.words.seen_small(lower(form)))) {
        return s.words.seen_as_name(form) && !s.words.is(at, common_word);
    }
    return true;
}

bool is_certain_city(const NameSentence& s, std::uint32_t at) {
    const auto form = s.words.form(at);
    if (form.size() < 4 || s.words.is(at, common_word | given_name | title | any_head)) return false;
    const auto place = s.lexicon.toponym(form);
    if (!place) return false;
    if (s.words.is(at, sentence_start) && s.words.seen_small(lower(form))) return false;
    const bool in_place = at > 0 && (s.words.is(at - 1, place_preposition) || s.words.is_form(at - 1, "to"));
    return place->population >= certain_population || place->capital || in_place ||
           place->kind == ToponymKind::region ||
           (s.words.is_form(at + 1, ",") && is_name_word(s, at + 2) &&
            s.lexicon.known(s.words.form(at + 2)) == NameType::location);
}

}  // namespace sayso::analyse
