#include "analyse/person_clues.h"

#include "analyse/known_names.h"
#include "analyse/name_candidates.h"

namespace sayso::analyse {
namespace {

bool is_age(const NameSentence& s, std::uint32_t at) {
    return s.words.is(at, digit) && s.words.form(at).size() == 2 &&
           (s.words.is_form(at + 1, ",") || s.words.is_form(at + 1, ")"));
}

}  // namespace

bool is_title_before(const NameSentence& s, std::uint32_t at) {
    return s.words.is(at - 1, title) && s.words.is(at - 1, small);
}

bool is_office_before(const NameSentence& s, std::uint32_t at) {
    return at > 1 && (s.words.is_form(at - 1, "of") || s.words.is_form(at - 1, "for")) && s.words.is(at - 2, title);
}

std::uint32_t behind_title(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
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

bool speaks(const NameSentence& s, std::uint32_t at) {
    const bool before = at > 0 && s.words.is(at - 1, speech_verb) && s.words.is(at - 1, small);
    return (s.words.is(at + 1, speech_verb) && at + 1 < s.end) || before;
}

bool has_person_clue(const NameSentence& s, std::uint32_t at, std::uint32_t end, std::uint32_t last) {
    if (end < s.end && s.words.is(end, speech_verb)) return true;
    if (at > 0 && s.words.is(at - 1, speech_verb) && s.words.is(at - 1, small)) return true;
    const bool behind = s.words.is_form(end, ",") || s.words.is_form(end, "(");
    if (behind && (s.words.is_form(end + 1, "who") || is_age(s, end + 1))) return true;
    return s.words.form(last).size() > 2 && s.words.seen_alone(s.words.form(last));
}

}  // namespace sayso::analyse
