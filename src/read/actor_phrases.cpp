#include "read/actor_phrases.h"

#include <algorithm>
#include <utility>

#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {
namespace {

/// Names of countries, peoples and places have no more words.
constexpr Index longest_place = 4;

/// The inhabitants of a town whose name alone tells the country.
constexpr std::uint32_t well_known = 100'000;

/// Whoever belongs to such a body is of its country; who works for a firm or a newspaper may be from anywhere.
bool is_of_state(std::string_view sector) {
    return one_of(sector, "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "REB", "PRM", "OPP");
}

bool takes_sector_of_body(const ActorTerm& term) {
    return term.kind == ActorWord::office || term.kind == ActorWord::state;
}

bool counts(const TextWord& word) {
    return one_of(word.lower, "group", "crowd", "team", "dozens", "scores", "hundreds", "thousands", "number", "pair",
                  "couple", "handful", "majority", "members");
}

bool is_place(const Entity& entity) {
    return entity.type == EntityType::place;
}

bool is_body(const Entity& entity) {
    return entity.type == EntityType::organization || entity.type == EntityType::group ||
           entity.type == EntityType::facility;
}

std::optional<std::string> if_told(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

}  // namespace

/// The words that tell what a name or description is of.
struct ActorPhrases::Head {
    const ActorTerm* term = nullptr;
    Index first = 0, last = 0;
};

/// What stands around the head.
struct ActorPhrases::Findings {
    std::string country;       ///< of a nationality, or a place that somebody is of
    std::string body_country;  ///< of the body that somebody belongs to
    std::string sector;        ///< of that body
    std::string adjective;     ///< the sector that an adjective tells: "military"
    bool nation = false;       ///< a country is told, if perhaps not which of two
    bool some_body = false;    ///< a body is told, whether its sector is known or not
    bool former = false;
};

ActorPhrases::ActorPhrases(const TreeView& tree, const ActorLexicon& lexicon, const Gazetteer& gazetteer,
                           const std::vector<Entity>& entities)
    : tree_(tree),
      w_(tree.words()),
      lexicon_(lexicon),
      gazetteer_(gazetteer),
      entities_(entities),
      entity_of_word_(w_.all.size(), none) {
    for (std::size_t e = 0; e < entities.size(); ++e) {
        for (const auto& mention : entities[e].mentions) {
            if (mention.form != MentionForm::name) continue;
            const auto span = words_covered(w_, mention.span);
            for (auto i = span.first; i < span.last; ++i)
                entity_of_word_[static_cast<std::size_t>(i)] = static_cast<Index>(e);
        }
    }
}

std::string ActorPhrases::key(Index first, Index last) const {
    std::string out;
    for (auto i = first; i < last; ++i) {
        if (i > first) out += ' ';
        out += w_[i].lower;
    }
    return out;
}

const Entity* ActorPhrases::entity_at(Index word) const {
    const auto entity = entity_of_word_[static_cast<std::size_t>(word)];
    return entity == none ? nullptr : &entities_[static_cast<std::size_t>(entity)];
}

/// Whether a body's name would be cut before the word: "European | Union member".
bool ActorPhrases::parts_name(Index word) const {
    const auto* entity = entity_at(word);
    return entity != nullptr && is_body(*entity) && word > 0 && entity_at(word - 1) == entity;
}

/// Whether the words begin with a body that is known, and go on: a "Labour leader" leads no workers.
bool ActorPhrases::begins_with_body(Index first, Index last) const {
    const auto* entity = entity_at(first);
    return entity != nullptr && is_body(*entity) && entity->actor && entity_at(last - 1) != entity;
}

// ---- names ----------------------------------------------------------------------------------------

std::string ActorPhrases::country_named(std::string_view text) const {
    if (const auto* people = gazetteer_.country_of_demonym(text)) return std::string(people->code);
    const auto* country = gazetteer_.country(text);
    if (country == nullptr) return {};
    // "Georgia" is a state of the United States as well.
    const auto place = gazetteer_.place(text);
    const bool other = place && place->kind == ToponymKind::region && place->country != country->code;
    return other ? std::string() : std::string(country->code);
}

ActorPhrases::Nation ActorPhrases::country_first(WordSpan name) const {
    for (auto last = std::min(name.first + longest_place, name.last); last > name.first; --last) {
        const auto text = w_.text(w_.span(name.first, last));
        auto code = w_[name.first].capital ? country_named(text) : std::string();
        // "US-led Coalition"
        const bool compound = last < name.last && w_[last].form == "-";
        if (!code.empty()) return compound ? Nation{{}, name.first} : Nation{std::move(code), last};
        // "British Columbia" is no longer Britain.
        if (last > name.first + 1 && gazetteer_.place(text)) break;
    }
    return {{}, name.first};
}

ActorPhrases::Head ActorPhrases::head_of_name(WordSpan name) const {
    auto core = name.first + 1;
    while (core < name.last && !w_[core].is(preposition) && !w_[core].comma() && w_[core].form != "(") ++core;
    const auto term_at = [&](Index first, Index last) -> const ActorTerm* {
        const auto* term = lexicon_.name_head(key(first, last));
        if (term == nullptr || takes_sector_of_body(*term)) return nullptr;
        // "Ottawa Senators", "Burger King": what people are called tells nothing of a body.
        const auto noun = w_[last - 1].noun;
        const bool people = term->plural || noun == NounKind::person || noun == NounKind::people;
        return people && term->kind != ActorWord::name ? nullptr : term;
    };
    // "Court of Appeal" is known as a whole.
    for (auto last = name.last; last >= core; --last) {
        const auto least = std::max<Index>(name.first, last - ActorLexicon::longest);
        const auto past = last > core ? core : last;
        for (auto first = least; first < past; ++first) {
            if (const auto* term = term_at(first, last)) return {term, first, last};
        }
    }
    return {};
}

/// A town that the head follows directly: "Boston University", "Lagos State Government", but not "Florence Nightingale
/// Hospital".
std::string ActorPhrases::place_first(WordSpan name, Index head_first, bool of_state) const {
    auto last = head_first;
    // "Kinshasa Environment Ministry"
    while (of_state && last > name.first + 1 && !gazetteer_.place(w_.text(w_.span(name.first, last)))) --last;
    if (last - 1 > name.first && one_of(w_[last - 1].lower, "state", "city", "county", "metropolitan", "provincial"))
        --last;
    if (last <= name.first || last > name.first + longest_place) return {};
    // "Union Ministry", "Federal Authority"
    if (last == name.first + 1 && lexicon_.modifier(w_[name.first].lower) != nullptr) return {};
    auto found = gazetteer_.places(w_.text(w_.span(name.first, last)));
    std::erase_if(found, [](const Toponym& one) { return !one.well_known || one.named_by != NamedBy::usual; });
    if (found.empty()) return {};
    // "Georgia" may be the country.
    if (gazetteer_.country(w_.text(w_.span(name.first, last))) != nullptr) return {};
    const bool great = found[0].kind == ToponymKind::region || found[0].population >= well_known;
    // Places of the same country may share the name: a town and its province.
    const bool sure = great && std::all_of(found.begin() + 1, found.end(), [&](const Toponym& other) {
                          return other.country == found[0].country || found[0].population / 8 > other.population;
                      });
    return sure ? std::string(found[0].country) : std::string();
}

/// "University of Nairobi", "Ministry of Health of Ukraine"
std::string ActorPhrases::country_behind_of(WordSpan name, Index from) const {
    if (one_of(w_[name.first].lower, "international", "world", "global", "european", "un", "u.n.")) return {};
    auto of = name.last;
    while (of > from && !w_[of - 1].is("of")) --of;
    while (of > from && of < name.last && w_[of].is("the")) ++of;
    if (of <= from || of >= name.last) return {};
    auto code = country_named(w_.text(w_.span(of, name.last)));
    return code.empty() ? place_first({of, name.last}, name.last, false) : code;
}

Actor ActorPhrases::by_head(WordSpan name) const {
    const auto head = head_of_name(name);
    if (head.term == nullptr) return {};
    Actor actor;
    actor.sector = if_told(head.term->sector);
    const auto nation = country_first(name);
    if (!nation.code.empty()) {
        const auto* next = nation.last < head.first ? lexicon_.modifier(w_[nation.last].lower) : nullptr;
        const bool other_place = next != nullptr && next->kind == ActorWord::place;
        // "Jordan Hale Foundation"
        const auto* word = lexicon_.modifier(w_[name.first].lower);
        const bool given_name = nation.last < head.first && word != nullptr && word->kind == ActorWord::given;
        if (!other_place && !given_name && nation.last <= head.first) actor.country = nation.code;
        return actor;
    }
    auto place = actor.sector ? place_first(name, head.first, is_of_state(*actor.sector)) : std::string();
    actor.country = if_told(place.empty() ? country_behind_of(name, head.last) : place);
    return actor;
}

// ---- descriptions ---------------------------------------------------------------------------------

/// Where the noun ends that the description is of.
Index ActorPhrases::core_last(WordSpan words) const {
    bool noun = false;
    for (auto i = words.first; i < words.last; ++i) {
        const auto upos = tree_.upos(i);
        const bool ends = w_[i].is(preposition | relative) || w_[i].comma() || w_[i].form == "(" || upos == "ADP" ||
                          upos == "CCONJ" || (upos == "VERB" && !tree_.is(i, "amod"));
        if (ends && noun) return i;
        // "human rights organization | Amnesty International"
        if (i > words.first && entity_at(i) != nullptr && !is_place(*entity_at(i)) && tree_.upos(i - 1) == "NOUN")
            return i;
        const bool nationality = w_[i].capital && gazetteer_.country_of_demonym(w_[i].form) != nullptr;
        noun = noun || ((upos == "NOUN" || upos == "PROPN") && !nationality);
    }
    return words.last;
}

ActorPhrases::Head ActorPhrases::head_of_description(WordSpan words) const {
    const auto core = core_last(words);
    // "member of parliament" is known as a whole.
    for (auto last = std::min(core + 3, words.last); last >= core; --last) {
        const auto least = std::max(words.first, last - ActorLexicon::longest);
        const auto past = last > core ? core : last;
        for (auto first = least; first < past; ++first) {
            if (parts_name(first) || begins_with_body(first, last)) continue;
            if (const auto* term = lexicon_.described(key(first, last))) return {term, first, last};
        }
    }
    return {nullptr, std::max(core - 1, words.first), core};
}

/// The country or people whose name ends the words; `first` becomes where it begins.
std::string ActorPhrases::country_last(WordSpan words, Index& first) const {
    for (auto at = std::max(words.first, words.last - longest_place); at < words.last; ++at) {
        if (!w_[at].capital) continue;
        auto code = country_named(w_.text(w_.span(at, words.last)));
        if (code.empty()) continue;
        // "South American", "Latin American"
        if (at > 0 && one_of(w_[at - 1].lower, "south", "north", "latin", "central", "east", "west")) return {};
        first = at;
        return code;
    }
    return {};
}

std::optional<std::string> ActorPhrases::country_before(WordSpan words) const {
    if (!words.empty() && w_[words.last - 1].is("'s")) --words.last;
    auto first = words.last;
    auto country = country_last(words, first);
    const bool compound = first > 0 && first < words.last && w_[first - 1].form == "-";
    return compound ? std::nullopt : if_told(country);
}

void ActorPhrases::take_body(const Entity& entity, Findings& found) const {
    found.some_body = true;
    if (!entity.actor) return;
    if (found.sector.empty()) found.sector = entity.actor->sector.value_or("");
    if (found.body_country.empty()) found.body_country = entity.actor->country.value_or("");
}

/// "Iran expert", "Moscow correspondent": what they deal with, or where they are, but "Iranian expert", "Iran's
/// expert".
bool ActorPhrases::is_topic(WordSpan place, Index head) const {
    if (place.last != head || head >= w_.size()) return false;
    const auto* noun = lexicon_.modifier(w_[head].lower);
    if (noun == nullptr || noun->kind != ActorWord::topic) return false;
    const auto text = w_.text(w_.span(place.first, place.last));
    return gazetteer_.country_of_demonym(text) == nullptr;
}

/// The words before the head, the nearest first.
void ActorPhrases::read_modifiers(WordSpan words, Findings& found) const {
    for (auto last = words.last; last > words.first;) {
        const auto at = last - 1;
        const auto& word = w_[at];
        const auto* entity = entity_at(at);
        auto first = at;
        auto country = country_last({words.first, last}, first);
        // "Amnesty International Kenya" is no nation, "Ethiopian" is one, whatever it was taken for.
        const bool nation = !country.empty() && !parts_name(first);
        if (entity != nullptr && !is_place(*entity) && !nation) {
            take_body(*entity, found);
            first = at;
            while (first > words.first && entity_at(first - 1) == entity) --first;
            last = first;
            continue;
        }
        if (country.empty() && entity != nullptr) {
            while (first > words.first && entity_at(first - 1) == entity) --first;
            if (entity->place) country = entity->place->country.value_or("");
        }
        if (!country.empty()) {
            // "pro-Russian", "French-Algerian"
            if (first > words.first && w_[first - 1].form == "-") return;
            // "Hungarian and Romanian officials"
            const bool joined = last < w_.size() && tree_.upos(last) == "CCONJ";
            if (joined && !found.country.empty() && found.country != country) {
                found.country.clear();
                found.nation = true;
                return;
            }
            if (found.country.empty() && !is_topic({first, last}, words.last)) found.country = std::move(country);
            last = first;
            continue;
        }
        if (const auto* modifier = lexicon_.modifier(word.lower); modifier != nullptr) {
            if (modifier->kind == ActorWord::former) found.former = true;
            if (modifier->kind == ActorWord::adjective && found.adjective.empty()) found.adjective = modifier->sector;
            if (modifier->kind != ActorWord::place) {
                last = at;
                continue;
            }
        }
        // "long-distance", but not "Iran-backed"
        if (word.form == "-" || (at > words.first && w_[at - 1].form == "-")) {
            const auto before = word.form == "-" ? at - 1 : at - 2;
            const bool prefix = before >= words.first && lexicon_.modifier(w_[before].lower) != nullptr;
            if (before < words.first || (w_[before].name != none && !prefix)) return;
            last = prefix && word.form == "-" ? at : before;
            continue;
        }
        const auto before = head_of_description({words.first, last});
        if (before.term != nullptr && before.last == last) {
            found.some_body = found.some_body || before.term->kind == ActorWord::noun;
            if (found.sector.empty() && before.term->kind == ActorWord::noun) found.sector = before.term->sector;
            last = before.first;
            continue;
        }
        // What else is told of whose somebody is: "the club president".
        if (one_of(tree_.upos(at), "NOUN", "PROPN", "PRON") && !word.is("'s")) found.some_body = true;
        last = at;
    }
}

/// "… of the FSB", "… for the Kenyan police", "… of Lyon"
void ActorPhrases::read_behind(WordSpan words, bool people, Findings& found) const {
    if (words.empty()) return;
    // "president and chief executive of": the second office tells whose the first is.
    if (tree_.upos(words.first) == "CCONJ") {
        found.some_body = true;
        while (words.first < words.last && !w_[words.first].is(preposition)) ++words.first;
    }
    if (words.empty() || !one_of(w_[words.first].lower, "of", "for", "from", "at", "with")) return;
    const bool home = w_[words.first].is("of") || (people && w_[words.first].is("from"));
    auto first = words.first + 1;
    while (first < words.last && (w_[first].is(determiner) || tree_.upos(first) == "ADJ") && w_[first].name == none)
        ++first;
    if (first >= words.last) return;
    const auto* entity = entity_at(first);
    if (entity != nullptr && is_body(*entity)) {
        take_body(*entity, found);
        return;
    }
    const auto inner = described({first, words.last}, false);
    if (inner.sector || entity == nullptr || !is_place(*entity)) {
        found.some_body = true;
        // "the health spokesman for the tribe": not of the ministry
        found.adjective.clear();
        if (found.sector.empty()) found.sector = inner.sector.value_or("");
        if (found.body_country.empty()) found.body_country = inner.country.value_or("");
    } else if (home && found.country.empty() && entity->place) {
        found.country = entity->place->country.value_or("");
    } else if (!home) {
        found.some_body = true;
    }
}

Actor ActorPhrases::conclude(const Head& head, const Findings& found) {
    std::string sector(head.term == nullptr ? std::string_view() : head.term->sector);
    auto country = found.country;
    if (head.term != nullptr && takes_sector_of_body(*head.term)) {
        const bool untold =
            found.some_body || (head.term->kind == ActorWord::state && country.empty() && !found.nation);
        const auto& body = found.sector.empty() ? found.adjective : found.sector;
        if (!body.empty() || untold) sector = body;
        if (country.empty()) country = found.body_country;
    } else if (one_of(sector, "MIL", "COP") && one_of(found.sector, "UNO", "EUR", "IGO")) {
        // "UN peacekeepers" are of no country's forces.
        sector = found.sector;
    } else if (country.empty() && !sector.empty() && is_of_state(found.sector)) {
        country = found.body_country;
    }
    if (found.former) sector = sector == "GOV" || sector == "LEG" || sector == "ELI" ? "ELI" : "";
    return {if_told(country), if_told(sector)};
}

Actor ActorPhrases::described(WordSpan words, bool people) const {
    while (!words.empty() && w_[words.first].is(determiner | possessive)) ++words.first;
    if (words.empty()) return {};
    // "director-general", where the tree has "general" alone
    while (words.first > 1 && w_[words.first - 1].form == "-") words.first -= 2;
    const auto head = head_of_description(words);
    // "a group of Kenyan farmers": what they are stands behind.
    if (head.last + 1 < words.last && w_[head.last].is("of") && counts(w_[head.last - 1]))
        return described({head.last + 1, words.last}, people);
    // "officials and witnesses": the first are not all.
    const bool several = head.term == nullptr || head.term->plural || !takes_sector_of_body(*head.term);
    if (several && head.last < words.last && tree_.upos(head.last) == "CCONJ") return {};
    // Whose nationality it is must be told: "an Iranian restaurant" is nobody of Iran.
    if (head.term == nullptr && (!people || tree_.upos(head.first) != "NOUN")) return {};
    Findings found;
    read_modifiers({words.first, head.first}, found);
    read_behind({head.last, words.last}, people, found);
    // "a Chinese restaurant owner": the owner's nationality is not told.
    const bool direct = head.term != nullptr && (takes_sector_of_body(*head.term) || !head.term->sector.empty());
    if (!direct && found.some_body) return {};
    return conclude(head, found);
}

}  // namespace sayso
