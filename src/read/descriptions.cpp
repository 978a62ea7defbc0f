#include "read/descriptions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace sayso {
namespace {

bool may_be_a_firm(std::string_view noun) {
    static constexpr std::array<std::string_view, 20> firms{
        "owner",     "operator", "maker",    "manufacturer", "supplier", "provider",  "carrier",
        "publisher", "insurer",  "employer", "builder",      "producer", "developer", "contractor",
        "retailer",  "lender",   "buyer",    "seller",       "exporter", "importer"};
    return among(firms, noun);
}

/// "The company that owns the mine, Carrow Metals,": a name that the analysis does not know for one.
std::optional<Span> capitals_in_apposition(const TextWords& w, const Phrase& phrase) {
    const auto first = phrase.core_last + 1;
    if (first >= phrase.last || !w[phrase.core_last].comma()) return std::nullopt;
    const auto kind = w[phrase.head].noun;
    if (kind != NounKind::person && kind != NounKind::institution) return std::nullopt;
    for (auto i = first; i < phrase.last; ++i) {
        if (!w[i].capital || w[i].punctuation || w[i].classes != 0) return std::nullopt;
    }
    return w.span(first, phrase.last);
}

EntityType type_of(const TextWord& head) {
    switch (head.noun) {
        case NounKind::person:
            // A firm can be an owner as well: "he" behind it is somebody else.
            return may_be_a_firm(head.lower) ? EntityType::other : EntityType::person;
        case NounKind::people:
            return EntityType::group;
        case NounKind::institution:
        case NounKind::medium:
            return EntityType::organization;
        default:
            return head.is(quantity | determiner) ? EntityType::group : EntityType::other;
    }
}

/// "a spokesman", "residents": the same words another time may mean others.
bool indefinite(const TextWords& w, const Phrase& phrase) {
    const auto& first = w[phrase.first];
    return first.is("a") || first.is("an") || first.is("another") || first.is(quantity) ||
           w[phrase.head].noun == NounKind::people;
}

Index core_last(const Phrase& phrase) {
    return std::max(phrase.core_last, phrase.head + 1);
}

/// The words without article.
std::string key_of(const TextWords& w, const Phrase& phrase) {
    auto first = phrase.first;
    while (first < phrase.head && w[first].is(determiner)) ++first;
    std::string key;
    for (auto i = first; i < core_last(phrase); ++i) key += w[i].lower + " ";
    return key;
}

}  // namespace

Index Descriptions::entity_of(const Phrase& phrase) {
    auto& drafts = *drafts_;
    const auto& w = drafts.words();
    const auto& head = w[phrase.head];
    const auto key = key_of(w, phrase);
    if (!indefinite(w, phrase) || head.noun == NounKind::institution) {
        if (const auto found = by_words_.find(key); found != by_words_.end()) {
            mention(found->second, phrase);
            return found->second;
        }
    }
    Draft draft;
    if (const auto name = capitals_in_apposition(w, phrase)) {
        draft.entity.type = head.noun == NounKind::person ? EntityType::person : EntityType::organization;
        draft.entity.named = true;
        draft.entity.name = drafts.plain(*name);
        draft.entity.mentions.push_back({*name, MentionForm::name});
        return drafts.add(std::move(draft));
    }
    // "Tell" may be a name that the analysis did not know for one.
    draft.entity.named = head.capital && head.noun == NounKind::none && head.classes == 0;
    draft.entity.name = drafts.plain(w.span(phrase.first, core_last(phrase)));
    draft.entity.type = type_of(head);
    const auto entity = drafts.add(std::move(draft));
    by_words_.emplace(key, entity);
    mention(entity, phrase);
    return entity;
}

void Descriptions::mention(Index entity, const Phrase& phrase) {
    drafts_->set_word(phrase.head, entity);
    drafts_->add_mention(entity, {drafts_->words().span(phrase.first, core_last(phrase)), MentionForm::nominal});
}

Index named_in_apposition(const EntityDrafts& drafts, const Phrase& phrase) {
    const auto& w = drafts.words();
    if (phrase.core_last + 1 >= phrase.last || !w[phrase.core_last].comma()) return none;
    auto first = phrase.core_last + 1;
    while (first + 1 < phrase.last && drafts.of_word(first) == none &&
           (w[first].form == "." || w[first].is("the") || w[first].capital)) {
        ++first;
    }
    const auto entity = drafts.of_word(first);
    if (entity == none) return none;
    const bool whole = entity == drafts.of_word(phrase.last - 1);
    return whole || drafts.type(entity) == EntityType::person ? entity : none;
}

}  // namespace sayso
