#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/lexicons.h"
#include "read/quotations.h"
#include "sayso/analysis.h"
#include "sayso/article.h"

namespace sayso {

inline constexpr std::int32_t none = -1;

/// A token with what the rules ask of it.
struct TextWord {
    Span span;
    std::uint32_t token = 0;  ///< index into `Analysis::tokens`
    std::string_view form;
    std::string lower;
    std::uint32_t classes = 0;  ///< `WordClass`es
    NounKind noun = NounKind::none;
    std::int32_t name = none;    ///< index into `Analysis::names`
    std::int32_t quoted = none;  ///< outermost quotation that it stands in, or is a mark of
    bool mark = false;           ///< a quotation mark
    bool capital = false;
    bool punctuation = false;

    [[nodiscard]] bool is(std::uint32_t any_class) const { return (classes & any_class) != 0; }
    [[nodiscard]] bool is(std::string_view word) const { return lower == word; }
    [[nodiscard]] bool comma() const { return form == ","; }
};

/// A stretch of text that holds whole sentences: what is quoted is not cut at the sentence ends in it.
struct Unit {
    std::int32_t first = 0, last = 0;  ///< words [first, last)
    std::uint32_t zone = 0;
};

/// The words of all zones but teasers, in units. Indices are the words' own, not the analysis's.
struct TextWords {
    const Document* document = nullptr;
    const Analysis* analysis = nullptr;
    const Lexicons* lexicons = nullptr;
    std::vector<QuotedText> quotations;
    std::vector<TextWord> all;
    std::vector<Unit> units;
    std::vector<std::int32_t> unit_of;  ///< of each word

    [[nodiscard]] const TextWord& operator[](std::int32_t i) const { return all[static_cast<std::size_t>(i)]; }
    [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(all.size()); }
    [[nodiscard]] const Unit& unit(std::int32_t word) const {
        return units[static_cast<std::size_t>(unit_of[static_cast<std::size_t>(word)])];
    }
    [[nodiscard]] Span span(std::int32_t first, std::int32_t last) const {
        return {(*this)[first].span.begin, (*this)[last - 1].span.end};
    }
    [[nodiscard]] std::string_view text(Span span) const { return words(document->text, span); }
    /// The first word that ends behind `at`, or `size()`.
    [[nodiscard]] std::int32_t word_at(std::uint32_t at) const;
};

[[nodiscard]] TextWords words_of(const Article& article, const Analysis& analysis, const Lexicons& lexicons);

}  // namespace sayso
