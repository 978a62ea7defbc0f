#include "analyse/document_evidence.h"

#include <utility>

#include "analyse/characters.h"

namespace sayso::analyse {
namespace {

bool is_place(const NamesLexicon& lexicon, std::string_view name) {
    if (lexicon.known(name)) return true;
    const auto* place = lexicon.toponym(name);
    return place && place->population >= 1'000'000;
}

}  // namespace

DocumentEvidence evidence_of(const NameWords& words, const NamesLexicon& lexicon, const std::vector<FoundName>& found) {
    DocumentEvidence evidence;
    for (const auto& one : found) {
        if (!one.sure) continue;
        const auto [first, last] = std::pair(one.first, one.last);
        if (one.type == NameType::person) {
            for (auto at = first; at < last; ++at) {
                const auto form = words.form(at);
                if (words.is(at, capital) && form.size() > 1 && !words.is(at, common_word | title) &&
                    !form.ends_with('.') && !is_place(lexicon, form)) {
                    evidence.person_words.insert(form);
                }
            }
        }
        if (one.type == NameType::location && words.is(first, all_capitals)) {
            evidence.dateline_places.insert(lower(words.text(first, last)));
        }
        evidence.names.emplace(words.text(first, last), one.type);
    }
    return evidence;
}

}  // namespace sayso::analyse
