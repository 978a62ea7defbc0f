#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "read/text_words.h"

/// What the rules ask of the words of one unit.
namespace sayso {

using Index = std::int32_t;

/// The words of a report, read one unit at a time.
struct UnitView {
    const TextWords& words;
    Unit unit;

    [[nodiscard]] const TextWord& operator[](Index i) const { return words[i]; }
};

template <std::size_t n>
[[nodiscard]] bool among(const std::array<std::string_view, n>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

inline constexpr std::array<std::string_view, 9> wh_words{"whether", "if",    "how", "what", "why",
                                                          "when",    "where", "who", "which"};

/// In words; what is longer is no sentence.
inline constexpr Index longest_clause = 250;

/// The unit that word `i` stands in.
[[nodiscard]] inline UnitView unit_at(const TextWords& words, Index i) {
    return {words, words.unit(i)};
}

/// A headline, or what begins the text without a full stop.
[[nodiscard]] bool is_title(const UnitView& u);

/// A headline, or what begins the text and is short as one.
[[nodiscard]] bool is_short_title(const UnitView& u);

[[nodiscard]] bool opens(const UnitView& u, Index i);

[[nodiscard]] bool closes(const UnitView& u, Index i);

[[nodiscard]] const QuotedText& quotation(const UnitView& u, Index q);

/// Words [first, last) of quotation `q`, searched from a word in it.
[[nodiscard]] Index quotation_first(const UnitView& u, Index i);

[[nodiscard]] Index quotation_last(const UnitView& u, Index i);

[[nodiscard]] bool same_zone(const UnitView& u, Index i);

[[nodiscard]] bool terminator(const UnitView& u, Index i);

/// End of the unit, or a sentence's closing mark.
[[nodiscard]] bool at_end(const UnitView& u, Index i);

[[nodiscard]] bool ends_in(const UnitView& u, Index i, std::string_view end);

[[nodiscard]] bool number(const UnitView& u, Index i);

[[nodiscard]] bool adverbial(const UnitView& u, Index i);

[[nodiscard]] bool finite_verb_in(const UnitView& u, Index from, Index to, bool plural_or_verb = true);

[[nodiscard]] bool begins_phrase(const UnitView& u, Index i);

[[nodiscard]] Index trimmed_last(const UnitView& u, Index first, Index last);

/// “…,” Dacre said
[[nodiscard]] bool quotation_ends_before(const UnitView& u, Index i);

}  // namespace sayso
