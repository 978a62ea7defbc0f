#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/names_of.h"
#include "sayso/span.h"

namespace sayso {

/// A syntactic word by the Universal Dependencies conventions for English: "don't" is two of them.
/// Its form is the text that it spans. What the analyser does not know is absent.
struct Token {
    Span span;
    bool joined = false;  ///< written as one token with the word before it: the "n't" of "don't"
    std::optional<std::string> lemma;
    std::optional<std::string> upos;    ///< universal part of speech
    std::int32_t head = -1;             ///< index into `Analysis::tokens`; -1 for a sentence's root, or unknown
    std::optional<std::string> deprel;  ///< universal dependency relation to the head
    bool operator==(const Token&) const = default;
};

/// Sentences follow each other and do not overlap; `tokens[first, last)` are its words.
struct Sentence {
    Span span;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool operator==(const Sentence&) const = default;
};

enum class NameType { person, organization, location, facility, norp, product, misc, date, money };

template <>
struct NamesOf<NameType> {
    static constexpr auto names = list_names<NameType, NameType::money>(
        "person", "organization", "location", "facility", "norp", "product", "misc", "date", "money");
};

/// A name (or date, or sum of money) in the text. Names begin and end with tokens and do not overlap.
struct Name {
    Span span;
    NameType type = NameType::misc;
    bool operator==(const Name&) const = default;
};

/// The linguistic layer under a reading.
struct Analysis {
    std::optional<std::string> given_id;
    std::string text;  ///< the document's text
    std::vector<Sentence> sentences;
    std::vector<Token> tokens;
    std::vector<Name> names;

    [[nodiscard]] std::string_view form(const Token& token) const { return words(text, token.span); }
    bool operator==(const Analysis&) const = default;
};

}  // namespace sayso
