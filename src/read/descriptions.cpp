#include "read/descriptions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "read/anonymity.h"
#include "read/roles.h"

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

/// Whether the word's lemma shows that it is a plural.
bool plural(const TextWords& w, Index i) {
    const auto& lemma = w.analysis->tokens[w[i].token].lemma;
    return w.lexicons->plural_noun(w[i].lower) || (lemma && *lemma != w[i].lower && w[i].lower.ends_with("s"));
}

/// Whether the analysis takes the word for a common noun.
bool common_noun(const TextWords& w, Index i) {
    return w.analysis->tokens[w[i].token].upos == "NOUN";
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
    const auto points = [](const TextWord& word) {
        static constexpr std::array<std::string_view, 7> articles{"the", "a", "an", "this", "that", "these", "those"};
        return among(articles, word.lower);
    };
    while (first < phrase.head && points(w[first])) ++first;
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
            mention_described(drafts, found->second, phrase);
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
    draft.entity.named =
        head.capital && head.noun == NounKind::none && head.classes == 0 && !common_noun(w, phrase.head);
    draft.entity.name = drafts.plain(w.span(phrase.first, core_last(phrase)));
    draft.entity.type = type_of(phrase.head);
    draft.head = head.lower;
    draft.anonymous = is_nameless(w, *coreferents_, phrase);
    // "a group of residents" is no body.
    if (draft.anonymous && draft.entity.type == EntityType::organization) draft.entity.type = EntityType::group;
    const auto entity = drafts.add(std::move(draft));
    by_words_.emplace(key, entity);
    mention_described(drafts, entity, phrase);
    if (auto role = role_of_unnamed(drafts, phrase)) drafts.add_role(entity, std::move(*role));
    return entity;
}

Index Descriptions::entity_of_several(const Phrase& phrase) {
    auto& drafts = *drafts_;
    const auto span = drafts.words().span(phrase.first, phrase.last);
    auto name = drafts.plain(span);
    if (const auto found = by_words_.find(name); found != by_words_.end()) {
        drafts.add_mention(found->second, {span, MentionForm::nominal});
        return found->second;
    }
    Draft draft;
    draft.entity.type = EntityType::group;
    draft.entity.name = name;
    draft.entity.mentions.push_back({span, MentionForm::nominal});
    const auto entity = drafts.add(std::move(draft));
    by_words_.emplace(std::move(name), entity);
    return entity;
}

EntityType Descriptions::type_of(Index i) const {
    const auto& w = drafts_->words();
    const auto& head = w[i];
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
            break;
    }
    if (head.is(quantity | determiner)) return EntityType::group;
    if (head.noun == NounKind::document) return EntityType::other;
    if (is_person_by_form(w, *coreferents_, i)) return plural(w, i) ? EntityType::group : EntityType::person;
    return coreferents_->type(i) == MentionType::organization ? EntityType::organization : EntityType::other;
}

void mention_described(EntityDrafts& drafts, Index entity, const Phrase& phrase) {
    drafts.set_word(phrase.head, entity);
    drafts.add_mention(entity, {drafts.words().span(phrase.first, core_last(phrase)), MentionForm::nominal});
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
    // "residents of Northey, Lisk": where they live
    const auto kind = w[phrase.head].noun;
    if (drafts.type(entity) == EntityType::place && (kind == NounKind::people || kind == NounKind::person)) return none;
    auto end = phrase.last - 1;
    while (end > first && w[end].form == ")") --end;
    const bool whole = entity == drafts.of_word(end);
    return whole || drafts.type(entity) == EntityType::person ? entity : none;
}

Index named_before_kind(const EntityDrafts& drafts, const Phrase& phrase) {
    static constexpr std::array<std::string_view, 18> kinds{
        "agency",  "newspaper", "paper", "magazine", "channel",      "broadcaster",  "website", "outlet",   "network",
        "company", "firm",      "group", "movement", "organization", "organisation", "party",   "newswire", "tabloid"};
    const auto& w = drafts.words();
    if (!among(kinds, w[phrase.head].lower) || phrase.core_last > phrase.head + 1) return none;
    auto at = phrase.head - 1;
    // "the RIA news agency"
    if (at > phrase.first && w[at].name == none && w[at].classes == 0 && !w[at].punctuation) --at;
    if (at < phrase.first) return none;
    const auto body = drafts.of_word(at);
    return body != none && drafts.type(body) == EntityType::organization ? body : none;
}

}  // namespace sayso
