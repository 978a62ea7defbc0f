#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "analyse/names_lexicon.h"
#include "sayso/analysis.h"

namespace sayso::analyse {

/// The words of an analysis with what name rules ask of them.
class NameWords {
public:
    NameWords(const Analysis& analysis, const NamesLexicon& lexicon);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(facts_.size()); }
    [[nodiscard]] bool is(std::uint32_t at, WordFacts any) const {
        return at < facts_.size() && (facts_[at] & any) != 0;
    }
    [[nodiscard]] std::string_view form(std::uint32_t at) const {
        return at < facts_.size() ? words(analysis_.text, analysis_.tokens[at].span) : std::string_view();
    }
    [[nodiscard]] bool is_form(std::uint32_t at, std::string_view text) const { return form(at) == text; }
    /// No white space before the token.
    [[nodiscard]] bool glued(std::uint32_t at) const {
        return at > 0 && analysis_.tokens[at - 1].span.end == analysis_.tokens[at].span.begin;
    }
    /// The words from `first` to `last`, not included, as they stand in the text.
    [[nodiscard]] Span span(std::uint32_t first, std::uint32_t last) const {
        return {analysis_.tokens[first].span.begin, analysis_.tokens[last - 1].span.end};
    }
    [[nodiscard]] std::string_view text(std::uint32_t first, std::uint32_t last) const {
        return words(analysis_.text, span(first, last));
    }
    void take(std::uint32_t first, std::uint32_t last) {
        for (auto at = first; at < last; ++at) facts_[at] |= taken;
    }

    /// Whether the document has the word in lower case too (`word` in lower case).
    [[nodiscard]] bool seen_small(std::string_view word) const { return small_.contains(word); }
    /// Whether the document has the word capitalised where nothing but a name asks for it.
    [[nodiscard]] bool seen_as_name(std::string_view form) const { return inner_capitals_.contains(form); }
    /// Whether the document has the word capitalised with no other capitalised word beside it.
    [[nodiscard]] bool seen_alone(std::string_view form) const { return alone_.contains(form); }
    [[nodiscard]] const Analysis& analysis() const { return analysis_; }

private:
    void mark_shapes(const NamesLexicon& lexicon);
    [[nodiscard]] bool stands_alone(const Sentence& sentence, std::uint32_t at) const;
    void mark_sentence(const Sentence& sentence);

    const Analysis& analysis_;
    std::vector<WordFacts> facts_;
    std::unordered_set<std::string_view> small_, inner_capitals_, alone_;
};

}  // namespace sayso::analyse
