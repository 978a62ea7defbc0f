#include "read/metonyms.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"

namespace sayso {
namespace {

struct StandsFor {
    std::string_view word;    ///< in lexicon/metonyms.tsv
    std::string_view name;    ///< what is written of it; "of" the country behind it, if there is one
    std::string_view sector;  ///< PLOVER's
};

constexpr std::array<StandsFor, 32> bodies{{
    {"government", "government", "GOV"},
    {"presidency", "presidency", "GOV"},
    {"prime-minister", "prime minister", "GOV"},
    {"monarchy", "monarchy", "GOV"},
    {"parliament", "parliament", "LEG"},
    {"upper-house", "upper house", "LEG"},
    {"lower-house", "lower house", "LEG"},
    {"foreign-ministry", "foreign ministry", "GOV"},
    {"defence-ministry", "defence ministry", "MIL"},
    {"interior-ministry", "interior ministry", "GOV"},
    {"finance-ministry", "finance ministry", "GOV"},
    {"justice-ministry", "justice ministry", "GOV"},
    {"intelligence", "intelligence service", "SPY"},
    {"military", "military", "MIL"},
    {"police", "police", "COP"},
    {"prosecution", "prosecution", "JUD"},
    {"supreme-court", "supreme court", "JUD"},
    {"central-bank", "central bank", "GOV"},
    {"civil-service", "civil service", "GOV"},
    {"ruling-party", "ruling party", "PTY"},
    {"opposition", "opposition", "OPP"},
    {"regional-government", "regional government", "GOV"},
    {"city-government", "city government", "GOV"},
    {"eu-institutions", "institutions of the European Union", "IGO"},
    {"eu-court", "Court of Justice of the European Union", "IGO"},
    {"un", "United Nations", "IGO"},
    {"nato", "NATO", "IGO"},
    {"african-union", "African Union", "IGO"},
    {"arab-league", "Arab League", "IGO"},
    {"international-court", "international court", "IGO"},
    {"international-bank", "international bank", "IGO"},
    {"church", "religious leadership", "REL"},
}};

/// "the United States", "Russia"
std::string with_article(std::string_view country) {
    static constexpr std::array<std::string_view, 7> with{"Bahamas",     "Comoros",     "Gambia",    "Maldives",
                                                          "Netherlands", "Philippines", "Seychelles"};
    const bool the = among(with, country) || country.starts_with("United ") || country.ends_with(" Republic") ||
                     country.ends_with(" Islands");
    return (the ? "the " : "") + std::string(country);
}

/// "government of Russia"
std::string described(const StandsFor& body, const Metonym& metonym, const Gazetteer& gazetteer) {
    const auto* country = gazetteer.country_coded(metonym.country);
    return std::string(body.name) + (country == nullptr ? "" : " of " + with_article(country->name));
}

/// What the words stand for, if that is one thing. A city that is no capital is seldom more than the city, or its club.
const Metonym* metonym_named(const TextWords& w, const Gazetteer& gazetteer, std::string_view name) {
    const auto* found = w.lexicons->metonyms(lower(name));
    if (found == nullptr || found->size() != 1) return nullptr;
    const auto& metonym = found->front();
    if (metonym.stands_for == "government") return &metonym;
    const auto place = gazetteer.place(name);
    const bool city = place && place->kind == ToponymKind::city;
    return city ? nullptr : &metonym;
}

const StandsFor* body_named(std::string_view word) {
    const auto* found =
        std::find_if(bodies.begin(), bodies.end(), [&](const StandsFor& body) { return body.word == word; });
    return found == bodies.end() ? nullptr : found;
}

/// The words of a party that is nothing but a name; empty for others.
std::optional<Span> bare_name(const EntityDrafts& drafts, const Phrase& party, Index entity) {
    const auto& w = drafts.words();
    auto first = party.first;
    while (first < party.core_last && w[first].is("the")) ++first;
    auto last = party.core_last;
    if (last > first + 1 && w[last - 1].is("'s")) --last;
    if (first >= last) return std::nullopt;
    for (auto i = first; i < last; ++i) {
        if (drafts.of_word(i) != entity) return std::nullopt;
    }
    return w.span(first, last);
}

Index government_named(EntityDrafts& drafts, const std::string& name, Actor actor) {
    for (Index i = 0; i < drafts.size(); ++i) {
        if (drafts[i].entity.name == name && drafts[i].entity.actor) return i;
    }
    Draft draft;
    draft.entity.type = EntityType::organization;
    draft.entity.name = name;
    draft.entity.named = true;
    draft.entity.actor = std::move(actor);
    return drafts.add(std::move(draft));
}

}  // namespace

Index acting_for(EntityDrafts& drafts, const Gazetteer& gazetteer, const Phrase& party, Index entity) {
    if (entity == none || !drafts[entity].entity.named || drafts.type(entity) == EntityType::person) return entity;
    const auto name = bare_name(drafts, party, entity);
    if (!name) return entity;
    const auto& w = drafts.words();
    const auto text = drafts.plain(*name);
    if (drafts.type(entity) == EntityType::place) {
        if (const auto* country = gazetteer.country(text)) {
            drafts[entity].entity.actor = Actor{std::string(country->code), "GOV"};
            return entity;
        }
    }
    const auto* metonym = metonym_named(w, gazetteer, text);
    const auto* body = metonym == nullptr ? nullptr : body_named(metonym->stands_for);
    if (body == nullptr) return entity;
    Actor actor;
    if (!metonym->country.empty()) actor.country = metonym->country;
    actor.sector = std::string(body->sector);
    if (drafts.type(entity) == EntityType::organization) {
        drafts[entity].entity.actor = actor;
        return entity;
    }
    const auto government =
        government_named(drafts, text + " (" + described(*body, *metonym, gazetteer) + ")", std::move(actor));
    // These words mean the government, and no longer the place.
    std::erase_if(drafts[entity].entity.mentions, [&](const Mention& mention) { return mention.span == *name; });
    drafts.add_mention(government, {*name, MentionForm::name});
    for (auto i = party.first; i < party.core_last; ++i) {
        if (drafts.of_word(i) == entity) drafts.set_word(i, government);
    }
    return government;
}

}  // namespace sayso
