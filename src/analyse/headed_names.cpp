#include "analyse/headed_names.h"

#include "analyse/known_names.h"
#include "analyse/name_candidates.h"

namespace sayso::analyse {
namespace {

NameType type_of_head(const NameWords& words, std::uint32_t at) {
    if (words.is(at, organization_head)) return NameType::organization;
    if (words.is(at, facility_head)) return NameType::facility;
    if (words.is(at, location_head)) return NameType::location;
    return NameType::misc;
}

/// A title is part of a name if a head follows at once: "King Hospital".
bool is_title_within(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    return at + 1 < end && s.words.is(at + 1, organization_head) && !s.words.is(at + 1, given_name);
}

/// The "Executive" of "Executive Director", the "Press" of "Press Secretary".
bool belongs_to_title(const NameSentence& s, std::uint32_t at) {
    const auto form = s.words.form(at);
    if (form != "Executive" && form != "Cabinet" && form != "Press") return false;
    const auto next = is_hyphen_at(s, at + 1) ? at + 2 : at + 1;
    return s.words.is(next, title) && s.words.is(next, capital);
}

/// The last head before a title ends the name, or `end`.
std::uint32_t last_head(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    auto head = end;
    for (auto i = at; i < end; ++i) {
        const bool written_as_name = s.words.is(i, capital) || s.words.is_form(i, "plc");
        if (s.words.is(i, any_head) && written_as_name && !belongs_to_title(s, i)) head = i;
        if (s.words.is(i, title) && !s.words.is(i, any_head) && !is_title_within(s, i, end)) break;
    }
    return head;
}

/// A given name before a surname that is a head too, once the document has told of that person.
bool is_person_before_head(const NameSentence& s, std::uint32_t at, std::uint32_t head) {
    return head == at + 1 && s.words.is(at, given_name) && s.evidence.person_words.contains(s.words.form(head));
}

/// The "Justice" of "Peace and Justice", where no judge's name follows.
bool is_last_field(const NameSentence& s, std::uint32_t at) {
    return s.words.is(at, field) && !is_name_word(s, at + 1);
}

std::uint32_t capitals_end(const NameSentence& s, std::uint32_t at) {
    while (is_name_word(s, at) && (!s.words.is(at, title) || is_last_field(s, at))) ++at;
    return at;
}

/// A capitalised word that is neither a person's, a place's nor a title: the "Industry" of "Trade and Industry".
bool is_plain(const NameSentence& s, std::uint32_t at) {
    if (s.words.is(at, field)) return true;
    return !s.words.is(at, given_name | title) && !s.lexicon.known(s.words.form(at)) &&
           !s.evidence.person_words.contains(s.words.form(at));
}

/// "of Trade, Industry and Tourism"
bool is_listed(const NameSentence& s, std::uint32_t comma) {
    if (!is_name_word(s, comma + 1) || !is_plain(s, comma + 1)) return false;
    const auto next = capitals_end(s, comma + 1);
    return s.words.is_form(next, "and") && is_name_word(s, next + 1) && is_plain(s, next + 1);
}

std::uint32_t behind_list(const NameSentence& s, std::uint32_t comma) {
    return capitals_end(s, comma + 1);
}

bool is_title_at(const NameSentence& s, std::uint32_t at) {
    return at < s.end && s.words.is(at, title) && s.words.is(at, capital);
}

/// Nothing but common words: "Chief Cabinet" before "Secretary", "Prime" before "Minister".
bool is_office(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    for (; at < end; ++at) {
        if (!s.words.is(at, common_word | title | field)) return false;
    }
    return true;
}

/// Behind "of Finance", "for the Protection of Birds and Mammals" after a head, else `head` + 1.
std::uint32_t behind_of(const NameSentence& s, std::uint32_t head) {
    auto end = head + 1;
    for (int turns = 0; turns < 3; ++turns) {
        const bool of =
            s.words.is_form(end, "of") || s.words.is_form(end, "for") || (turns > 0 && s.words.is_form(end, "on"));
        if (!of) break;
        auto next = end + 1;
        if (s.words.is_form(next, "the")) ++next;
        if (!is_name_word(s, next) || s.words.is(next, title) || s.words.is(next, month)) break;
        const auto behind = capitals_end(s, next);
        if (is_title_at(s, behind) && is_office(s, next, behind)) break;
        end = behind;
        if (turns == 0 && s.words.is_form(end, ",") && is_listed(s, end)) end = behind_list(s, end);
        if (s.words.is_form(end, "and") && is_name_word(s, end + 1) && is_plain(s, end + 1)) {
            const auto second = capitals_end(s, end + 1);
            if (second > end + 1) end = second;
        }
    }
    return std::min(end, s.end);
}

}  // namespace

Known headed_name(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    const Known none{at, NameType::misc};
    const auto head = last_head(s, at, end);
    if (head == end) return none;
    const auto known = known_end(s, at, end);
    const auto last = behind_of(s, head);
    if (head + 1 < known.end || (last == known.end && known.type != NameType::organization)) return none;
    if (is_title_at(s, last) && is_office(s, at, last)) return none;
    if (last - at < 2 || is_person_before_head(s, at, head)) return none;
    if (last - at == 2 && head == at + 1 && s.words.is(at, common_word) && s.words.is(at, sentence_start)) return none;
    const bool national_park = s.words.is_form(head, "Park") && head > at && s.words.is_form(head - 1, "National");
    return {last, national_park ? NameType::location : type_of_head(s.words, head)};
}

}  // namespace sayso::analyse
