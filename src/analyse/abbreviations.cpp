#include "analyse/abbreviations.h"

#include <stdexcept>

#include "analyse/characters.h"
#include "base/tables.h"

namespace sayso::analyse {
namespace {

constexpr std::size_t longest = 16;

AbbreviationKind kind_named(std::string_view name) {
    if (name == "name") return AbbreviationKind::name;
    if (name == "number") return AbbreviationKind::number;
    if (name == "within") return AbbreviationKind::within;
    if (name == "any") return AbbreviationKind::any;
    throw std::logic_error("lexicon/abbreviations.tsv: no such kind: " + std::string(name));
}

}  // namespace

Abbreviations::Abbreviations() {
    for (const auto& row : table_rows(built_in_file("lexicon/abbreviations.tsv"), 2)) {
        const auto kind = kind_named(row[1]);
        std::string word(row[0]);
        kinds_.emplace(word, kind);
        if (word[0] >= 'a' && word[0] <= 'z') {
            word[0] = static_cast<char>(word[0] - 'a' + 'A');
            kinds_.emplace(word, kind);
        }
    }
}

std::optional<AbbreviationKind> Abbreviations::find(std::string_view word) const {
    if (word.size() > longest) return std::nullopt;
    const auto found = kinds_.find(std::string(word));
    if (found == kinds_.end()) return std::nullopt;
    return found->second;
}

bool is_dotted_letters(std::string_view word) {
    if (word.size() > longest) return false;
    bool letter = false;
    for (std::size_t at = 0; at < word.size();) {
        const auto [code, next] = decode(word, at);
        if (letter ? code != '.' : kind_of(code) != CharacterKind::letter) return false;
        letter = !letter;
        at = next;
    }
    return !word.empty() && !letter;
}

}  // namespace sayso::analyse
