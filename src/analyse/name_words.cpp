#include "analyse/name_words.h"

#include "analyse/characters.h"

namespace sayso::analyse {
namespace {

/// Sentences of at least this many words may be headings in title case.
constexpr std::uint32_t least_heading_words = 3;

WordFacts shape_of(std::string_view form) {
    const auto [code, next] = decode(form, 0);
    switch (kind_of(code)) {
        case CharacterKind::digit:
            return digit;
        case CharacterKind::letter:
            break;
        default:
            return 0;
    }
    if (is_lower(code)) return small;
    if (!is_upper(code)) return 0;
    WordFacts shape = capital;
    std::size_t letters = 1;
    bool all = true;
    for (auto at = next; at < form.size() && at < 32;) {
        const auto [c, after] = decode(form, at);
        if (is_lower(c)) all = false;
        letters += kind_of(c) == CharacterKind::letter ? 1 : 0;
        at = after;
    }
    return all && letters > 1 ? shape | all_capitals : shape;
}

}  // namespace

NameWords::NameWords(const Analysis& analysis, const NamesLexicon& lexicon) : analysis_(analysis) {
    mark_shapes(lexicon);
    for (const auto& sentence : analysis.sentences) mark_sentence(sentence);
}

void NameWords::mark_shapes(const NamesLexicon& lexicon) {
    facts_.resize(analysis_.tokens.size());
    small_.reserve(analysis_.tokens.size() / 4);
    for (std::uint32_t at = 0; at < facts_.size(); ++at) {
        const auto word = form(at);
        const auto shape = shape_of(word);
        if ((shape & small) != 0) {
            small_.insert(word);
            facts_[at] = shape | lexicon.facts(word);
        } else if ((shape & capital) != 0) {
            facts_[at] = shape | (word.size() <= 32 ? lexicon.facts(lower(word)) : 0);
        } else {
            facts_[at] = shape;
        }
    }
}

bool NameWords::stands_alone(const Sentence& sentence, std::uint32_t at) const {
    const auto joins = [&](std::uint32_t i) { return is(i, capital | digit) || is(i, particle) || form(i) == "-"; };
    return (at == sentence.first || !joins(at - 1)) && (at + 1 >= sentence.last || !joins(at + 1));
}

/// A word that begins a sentence, a quotation or a line is capitalised whether it is a name or not.
void NameWords::mark_sentence(const Sentence& sentence) {
    std::uint32_t words = 0, capitals = 0;
    bool start = true;
    for (auto at = sentence.first; at < sentence.last; ++at) {
        if (is(at, capital | small)) {
            if (start) facts_[at] |= sentence_start;
            if (!start && (is(at, capital) || form(at).size() > 3)) {
                ++words;
                capitals += is(at, capital) ? 1 : 0;
            }
            start = false;
        } else {
            const auto code = first_of(form(at));
            start = start || is_opening(code) || code == '"' || code == ':' || code == 0x2022 || code == '*' ||
                    (code == '\'' && !glued(at));
            if (is(at, digit)) start = false;
        }
    }
    const auto last = form(sentence.last - 1);
    const bool ends = last.ends_with('.') || last == ";" || last == ",";
    const bool is_heading = !ends && words >= least_heading_words && capitals * 4 >= words * 3;
    for (auto at = sentence.first; at < sentence.last; ++at) {
        if (is_heading) {
            facts_[at] |= heading;
        } else if (is(at, capital)) {
            if (!is(at, sentence_start)) inner_capitals_.insert(form(at));
            if (stands_alone(sentence, at)) alone_.insert(form(at));
        }
    }
}

}  // namespace sayso::analyse
