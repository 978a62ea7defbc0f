#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::analyse {

/// How a lemma is made from a form: "L-3+y" lowers "Armies", drops three code points and adds "y" (docs/model.md).
class LemmaScript {
public:
    /// Throws `BadInput` for text that is no script.
    explicit LemmaScript(std::string_view text);

    /// The lemma, or nothing where the script does not fit the form.
    [[nodiscard]] std::optional<std::string> apply(std::string_view form) const;

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
    Lemmatiser(const std::vector<std::string>& scripts, std::string table);

    /// The table's lemma, or what the best-scored script that fits makes of the form.
    [[nodiscard]] std::string lemma(std::string_view form, std::string_view upos, std::span<const float> scores) const;

private:
    std::vector<LemmaScript> scripts_;
    LemmaTable table_;
};

}  // namespace sayso::analyse
