#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sayso::analyse {

/// How an abbreviation stands in a sentence (lexicon/abbreviations.tsv).
enum class AbbreviationKind : std::uint8_t { name, number, within, any };

class Abbreviations {
public:
    Abbreviations();

    /// `word` is written with its full stop.
    [[nodiscard]] std::optional<AbbreviationKind> find(std::string_view word) const;

private:
    std::unordered_map<std::string, AbbreviationKind> kinds_;
};

/// "U.S.", "a.k.a.", "J.": single letters, each with a full stop.
[[nodiscard]] bool is_dotted_letters(std::string_view word);

}  // namespace sayso::analyse
