#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace sayso::analyse {

/// How a lemma is made from a form: "L-3+y" lowers "Armies", drops three code points and adds "y" (docs/model.md).
class LemmaScript {
public:
    /// Throws `BadInput` for text that is no script.
    explicit LemmaScript(std::string_view text);

    /// The lemma, or nothing where the script does not fit the form.
    [[nodiscard]] std::optional<std::string> apply(std::string_view form) const;

    [[nodiscard]] bool whole() const { return whole_; }

private:
    bool whole_ = false;  ///< the ending is the whole lemma
    bool lowers_ = false;
    std::size_t dropped_ = 0;
    std::string ending_;
};

/// Lemmas that are known: lines "UPOS<TAB>form<TAB>lemma", sorted by bytes.
class LemmaTable {
public:
    LemmaTable() = default;
    /// Throws `BadInput` for lines that are not such.
    explicit LemmaTable(std::string lines);

    [[nodiscard]] std::optional<std::string_view> find(std::string_view upos, std::string_view lowered_form) const;

private:
    [[nodiscard]] std::string_view line(std::size_t at) const;

    std::string lines_;
    std::vector<std::size_t> begins_;  ///< of the lines, and one behind the last
};

class Lemmatiser {
public:
    Lemmatiser() = default;
    /// `vocabulary` are words that are known to be such, in lower case; they must live as long as the lemmatiser.
    Lemmatiser(const std::vector<std::string>& scripts, std::string table,
               std::span<const std::string_view> vocabulary = {});

    /// The table's lemma, or what the best-scored script that fits makes of the form. Of verbs, nouns, adjectives and
    /// adverbs a script that makes a known word goes before better-scored ones that do not: "retire", not "retir".
    [[nodiscard]] std::string lemma(std::string_view form, std::string_view upos, std::span<const float> scores) const;

private:
    [[nodiscard]] std::optional<std::string> known_word(std::string_view form, std::span<const float> scores) const;
    [[nodiscard]] std::vector<std::size_t> by_score(std::span<const float> scores) const;

    std::vector<LemmaScript> scripts_;
    LemmaTable table_;
    std::unordered_set<std::string_view> vocabulary_;
};

}  // namespace sayso::analyse
