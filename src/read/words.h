#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/analysis.h"
#include "sayso/article.h"

namespace sayso {

/// Whether the word is one of these.
template <std::size_t... Sizes>
[[nodiscard]] constexpr bool one_of(std::string_view word, const char (&... words)[Sizes]) {
    return ((word == std::string_view(words, Sizes - 1)) || ...);
}

/// A word as the patterns for times, quantities and events look at it.
struct Word {
    Span span;
    std::string low;       ///< its form in lower case, apostrophes straight
    bool capital = false;  ///< begins with an upper-case letter
    bool glued = false;    ///< no white space before it
};

/// The parts of a lexicon's line between the marks; empty ones are left out.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view text, char mark);

/// "the", "its", "another", "'s": what begins a noun's phrase.
[[nodiscard]] bool is_determiner(std::string_view low);

/// A readable sentence: one that lies in a zone, and not in a teaser.
struct WordSentence {
    std::vector<Word> words;
    ZoneKind zone = ZoneKind::paragraph;
    std::uint32_t first_token = 0;  ///< index into `Analysis::tokens` of the first word

    [[nodiscard]] std::size_t size() const { return words.size(); }
    /// The word's lower-case form; empty outside the sentence.
    [[nodiscard]] std::string_view low(std::size_t i) const {
        return i < words.size() ? std::string_view(words[i].low) : std::string_view();
    }
    [[nodiscard]] bool capital(std::size_t i) const { return i < words.size() && words[i].capital; }
    /// The span of words [first, last), which must not be empty.
    [[nodiscard]] Span span(std::size_t first, std::size_t last) const {
        return {words[first].span.begin, words[last - 1].span.end};
    }
};

[[nodiscard]] std::vector<WordSentence> readable_sentences(const Article& article, const Analysis& analysis);

}  // namespace sayso
