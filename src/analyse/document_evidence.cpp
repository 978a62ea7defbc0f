#include "analyse/document_evidence.h"

#include "analyse/characters.h"
#include "analyse/name_candidates.h"

namespace sayso::analyse {
namespace {

constexpr std::uint32_t namesake_population = 1'000'000;

/// A place so well known that no bearer of its name changes what the word alone means.
bool is_place(const NamesLexicon& lexicon, std::string_view name) {
    if (lexicon.known(name)) return true;
    const auto place = lexicon.toponym(name);
    return place && (place->capital || place->kind == ToponymKind::region || place->population >= namesake_population);
}

bool tells_person(const NameWords& words, const NamesLexicon& lexicon, std::uint32_t at) {
    const auto form = words.form(at);
    return words.is(at, capital) && form.size() > 1 && !words.is(at, common_word | title) && !form.ends_with('.') &&
           !is_roman_numeral(form) && !is_place(lexicon, form);
}

}  // namespace

DocumentEvidence evidence_of(const NameWords& words, const NamesLexicon& lexicon, const std::vector<FoundName>& found) {
    DocumentEvidence evidence;
    for (const auto& one : found) {
        if (!one.sure || one.type != NameType::person) continue;
        for (auto at = one.first; at < one.last; ++at) {
            if (tells_person(words, lexicon, at)) evidence.person_words.insert(words.form(at));
        }
    }
    for (const auto& one : found) {
        if (!one.sure) continue;
        const auto text = words.text(one.first, one.last);
        if (one.type == NameType::location && words.is(one.first, all_capitals)) {
            evidence.dateline_places.insert(lower(text));
        }
        if (one.type == NameType::person || !evidence.person_words.contains(text)) {
            evidence.names.emplace(text, one.type);
        }
    }
    return evidence;
}

}  // namespace sayso::analyse
