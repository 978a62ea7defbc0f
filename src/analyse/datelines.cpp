#include "analyse/datelines.h"

#include "analyse/name_candidates.h"

namespace sayso::analyse {
namespace {

/// A dash, and no hyphen within a word.
bool is_dash(const NameSentence& s, std::uint32_t at) {
    const auto form = s.words.form(at);
    if (at >= s.end || (form != "-" && form != "--" && form != "–" && form != "—")) return false;
    return !s.words.glued(at) || at + 1 >= s.end || !s.words.glued(at + 1);
}

bool ends_dateline(const NameSentence& s, std::uint32_t at) {
    for (auto i = at; i < std::min(s.end, at + 8); ++i) {
        if (is_dash(s, i)) return true;
    }
    return false;
}

}  // namespace

bool is_dateline(const NameSentence& s, std::uint32_t at, std::uint32_t end) {
    if (at != s.first || end - at > 4 || s.words.form(at).size() < 4) return false;
    for (auto i = at; i < end; ++i) {
        if (!s.words.is(i, all_capitals) || s.words.is(i, common_word | no_acronym | organization_head)) return false;
    }
    if (s.lexicon.known(s.words.text(at, end)).value_or(NameType::location) != NameType::location) return false;
    if (is_dash(s, end)) return true;
    return (s.words.is_form(end, ",") || s.words.is_form(end, "(")) && ends_dateline(s, end + 1);
}

}  // namespace sayso::analyse
