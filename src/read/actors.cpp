#include "read/actors.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/actor_phrases.h"
#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {
namespace {

/// Words before a name, in words, that can belong to it: "the former Kenyan long-distance runner".
constexpr Index reach = 8;

bool told(const Actor& actor) {
    return actor.country || actor.sector;
}

/// Fills in what is not known yet.
void complete(Actor& actor, const Actor& other) {
    if (!actor.sector) actor.sector = other.sector;
    if (!actor.country) actor.country = other.country;
}

class ActorTelling {
public:
    ActorTelling(const TreeView& tree, const ActorLexicon& lexicon, const Gazetteer& gazetteer, Reading& reading)
        : tree_(tree),
          w_(tree.words()),
          lexicon_(lexicon),
          reading_(reading),
          phrases_(tree, lexicon, gazetteer, reading.entities) {}

    void run() {
        for (auto& entity : reading_.entities) {
            if (has_own_name(entity)) set(entity, by_name(entity));
        }
        for (auto& entity : reading_.entities) {
            if (has_own_name(entity)) set(entity, by_description(entity));
        }
        // Bodies first: whoever speaks for them is of their sector.
        for (auto& entity : reading_.entities) {
            if (!has_own_name(entity) && entity.type != EntityType::place) set(entity, by_description(entity));
        }
        participating_countries();
    }

private:
    /// Bodies and peoples, whose name tells what they are; people's names tell nothing.
    static bool has_own_name(const Entity& entity) {
        return entity.named && entity.type != EntityType::person && entity.type != EntityType::place;
    }

    static void set(Entity& entity, const Actor& found) {
        auto actor = entity.actor.value_or(Actor{});
        complete(actor, found);
        if (told(actor)) entity.actor = std::move(actor);
    }

    // ---- by name ---------------------------------------------------------------------------------

    [[nodiscard]] Actor by_name(const Entity& entity) {
        for (const auto& mention : entity.mentions) {
            auto span = words_covered(w_, mention.span);
            if (span.empty() || on_one_line(mention.span) != entity.name) continue;
            if (span.size() > 1 && w_[span.first].is("the")) ++span.first;
            return named(span, entity);
        }
        return {};
    }

    [[nodiscard]] Actor named(WordSpan name, const Entity& entity) {
        const auto before = phrases_.country_before(with_words_before({name.first, name.first}));
        const auto* body = body_called(text(name));
        // The South African "Sunday Times" is another than the one that the table has.
        if (body != nullptr && (!before || body->country.empty() || body->country == *before)) return actor_of(*body);
        const auto nation = phrases_.country_first(name);
        if (nation.last == name.last)
            return is_nation(name, entity) ? Actor{before.value_or(nation.code), {}} : Actor{};
        if (nation.last > name.first) {
            auto rest = WordSpan{nation.last, name.last};
            if (w_[rest.first].is("'s")) ++rest.first;
            body = rest.empty() ? nullptr : body_called(text(rest), nation.code);
            if (body != nullptr && (body->country.empty() || body->country == nation.code))
                return {nation.code, actor_of(*body).sector};
        }
        if (const auto firm = without_form_of_firm(name); firm.last < name.last) {
            body = body_called(text(firm));
            if (body != nullptr) return actor_of(*body);
        }
        if (entity.type == EntityType::other) return {};
        auto actor = phrases_.by_head(name);
        if (!actor.sector && entity.type == EntityType::organization && w_.lexicons->named_medium(text(name)))
            actor.sector = "JRN";
        return actor;
    }

    /// "Seaboard Metals" of "Seaboard Metals Corp."
    [[nodiscard]] WordSpan without_form_of_firm(WordSpan name) const {
        while (name.last > name.first + 1 &&
               one_of(w_[name.last - 1].lower, "inc", "inc.", "corp", "corp.", "ltd", "ltd.", "plc", "co", "co.", "llc",
                      "group", "corporation", "limited", "sa", "ag", ".", ","))
            --name.last;
        return name;
    }

    /// "Algerians", "the French", but not "ethnic Albanians", "Russian-made" or the language
    [[nodiscard]] bool is_nation(WordSpan name, const Entity& entity) const {
        if (name.last < w_.size() && w_[name.last].form == "-") return false;
        if (entity.type != EntityType::group) return entity.type != EntityType::other;
        const auto* before = name.first > 0 ? &w_[name.first - 1] : nullptr;
        if (before != nullptr && before->is("ethnic")) return false;
        return w_[name.last - 1].lower.ends_with('s') || (before != nullptr && before->is(determiner | quantity));
    }

    /// The body that is called so here. Short names hold where their country is talked of, if they then mean one.
    [[nodiscard]] const KnownBody* body_called(const std::string& name, std::string_view nation = {}) {
        const KnownBody* only = nullptr;
        if (const auto* bodies = lexicon_.bodies_called(name)) {
            for (const auto& body : *bodies) {
                if (nation.empty() ? !talked_of(body.country) : body.country != nation) continue;
                if (only != nullptr) return nullptr;
                only = &body;
            }
        }
        return only != nullptr ? only : lexicon_.body(name);
    }

    static Actor actor_of(const KnownBody& body) {
        Actor actor;
        if (!body.country.empty()) actor.country = std::string(body.country);
        if (!body.sector.empty()) actor.sector = std::string(body.sector);
        return actor;
    }

    /// Whether the report names the country, its people or a place in it.
    bool talked_of(std::string_view country) {
        if (!countries_) {
            countries_.emplace();
            for (const auto& name : w_.analysis->names) {
                if (name.type != NameType::norp && name.type != NameType::location) continue;
                const auto named = phrases_.country_named(w_.text(name.span));
                if (!named.empty()) countries_->insert(named);
            }
            for (const auto& entity : reading_.entities) {
                if (entity.place && entity.place->country) countries_->insert(*entity.place->country);
            }
        }
        return countries_->contains(country);
    }

    // ---- by description --------------------------------------------------------------------------

    [[nodiscard]] Actor by_description(const Entity& entity) {
        // Ships, laws, languages
        if (entity.named && entity.type == EntityType::other) return {};
        Actor actor = entity.actor.value_or(Actor{});
        const bool people = entity.type == EntityType::person || entity.type == EntityType::group;
        for (const auto& role : entity.roles) {
            if (complete_for(entity, actor)) return actor;
            complete(actor, phrases_.described(with_words_before(words_covered(w_, role.span)), people));
        }
        for (const auto& mention : entity.mentions) {
            if (complete_for(entity, actor)) return actor;
            const auto span = words_covered(w_, mention.span);
            if (span.empty()) continue;
            if (mention.form == MentionForm::nominal) complete(actor, phrases_.described(span, people));
            if (mention.form == MentionForm::name && entity.named) complete(actor, around_name(entity, span, people));
        }
        for (const auto& affiliation : entity.affiliations) {
            if (affiliation.relation == Relation::located_in) continue;
            if (const auto* other = entity_of(affiliation.to); other != nullptr && other->actor)
                complete(actor, *other->actor);
        }
        return actor;
    }

    /// Whether nothing is left to be told; a body across borders has no country.
    static bool complete_for(const Entity& entity, const Actor& actor) {
        const bool across = actor.sector && one_of(*actor.sector, "IGO", "UNO", "EUR", "NGO", "IMG", "ISM", "MNC");
        return actor.sector && (actor.country || (across && has_own_name(entity)));
    }

    /// "Kenyan newspaper X", "X, a Kenyan newspaper,", "X is a Kenyan newspaper"
    [[nodiscard]] Actor around_name(const Entity& entity, WordSpan name, bool people) {
        Actor actor;
        // "Cameroon's English-speaking regions"
        if (name.last < w_.size() && w_[name.last].form == "-") return actor;
        const auto before = with_words_before({name.first, name.first});
        if (!before.empty() && tree_.upos(before.last - 1) == "NOUN") actor = phrases_.described(before, people);
        const auto head = tree_.head_of(name);
        const auto add = [&](Index noun) {
            if (noun == none || name.contains(noun) || tree_.upos(noun) != "NOUN" || in_role(entity, noun)) return;
            const auto phrase = phrase_at(tree_, noun);
            complete(actor, phrases_.described({phrase.first, phrase.core_last}, people));
        };
        // "Kenya's Supreme Court", "Iraqi Kurds"
        if (!actor.country) actor.country = phrases_.country_before(before);
        if (!actor.country && has_own_name(entity)) actor.country = country_behind(name);
        // An apposition is set off: "X, a newspaper", "X (a newspaper)".
        const bool set_off = name.last < w_.size() && w_[name.last].punctuation;
        if (set_off) add(tree_.child(head, "appos"));
        if (tree_.is(head, "appos")) add(tree_.head(head));
        const auto above = tree_.head(head);
        if (tree_.relation(head) == "nsubj" && above != none && tree_.child(above, "cop") != none) add(above);
        return actor;
    }

    /// "Armed Forces of the Philippines", where only a part was taken for the name
    [[nodiscard]] std::optional<std::string> country_behind(WordSpan name) const {
        auto first = name.last;
        if (first >= w_.size() || !w_[first].is("of")) return std::nullopt;
        ++first;
        if (first < w_.size() && w_[first].is("the")) ++first;
        const auto last = std::min(first + reach, w_.unit(name.first).last);
        if (first >= last) return std::nullopt;
        const auto nation = phrases_.country_first({first, last});
        return nation.code.empty() ? std::nullopt : std::optional(nation.code);
    }

    /// Offices are known with all that belongs to them; the tree may have less of it.
    [[nodiscard]] bool in_role(const Entity& entity, Index word) const {
        return std::any_of(entity.roles.begin(), entity.roles.end(),
                           [&](const Role& role) { return role.span.contains(w_[word].span); });
    }

    /// The words with the adjectives and nouns right before them.
    [[nodiscard]] WordSpan with_words_before(WordSpan span) const {
        const auto least = std::max<Index>(span.first - reach, 0);
        while (span.first > least && same_unit(span.first - 1, span.first)) {
            const auto before = span.first - 1;
            const bool belongs = one_of(tree_.upos(before), "ADJ", "NOUN", "PROPN") || w_[before].is("'s") ||
                                 w_[before].form == "-" || w_[before].name != none ||
                                 lexicon_.modifier(w_[before].lower) != nullptr;
            if (!belongs) break;
            --span.first;
        }
        return span;
    }

    // ---- countries that act ----------------------------------------------------------------------

    /// A country that does something or has something done to it is an actor; which arm of it acts is not told.
    void participating_countries() {
        for (const auto& event : reading_.events) {
            for (const auto& participant : event.participants) {
                auto* entity = entity_of(participant.entity);
                if (entity == nullptr || entity->actor || participant.role == ParticipantRole::instrument) continue;
                if (entity->place && entity->place->kind == "country")
                    entity->actor = Actor{entity->place->country, {}};
            }
        }
    }

    // ---- helpers ---------------------------------------------------------------------------------

    [[nodiscard]] Entity* entity_of(std::string_view id) {
        const auto found = std::find_if(reading_.entities.begin(), reading_.entities.end(),
                                        [&](const Entity& entity) { return entity.id == id; });
        return found == reading_.entities.end() ? nullptr : &*found;
    }

    [[nodiscard]] bool same_unit(Index a, Index b) const {
        return b < w_.size() && w_.unit_of[static_cast<std::size_t>(a)] == w_.unit_of[static_cast<std::size_t>(b)];
    }

    [[nodiscard]] std::string on_one_line(Span span) const {
        std::string out(w_.text(span));
        std::replace(out.begin(), out.end(), '\n', ' ');
        return out;
    }

    [[nodiscard]] std::string text(WordSpan span) const { return on_one_line(w_.span(span.first, span.last)); }

    const TreeView& tree_;
    const TextWords& w_;
    const ActorLexicon& lexicon_;
    Reading& reading_;
    ActorPhrases phrases_;
    std::optional<std::set<std::string, std::less<>>> countries_;
};

}  // namespace

void tell_actors(const TreeView& tree, const ActorLexicon& lexicon, const Gazetteer& gazetteer, Reading& reading) {
    ActorTelling(tree, lexicon, gazetteer, reading).run();
}

}  // namespace sayso
