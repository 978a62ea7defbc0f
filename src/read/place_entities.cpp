#include "read/place_entities.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "read/place_choice.h"
#include "read/place_clues.h"
#include "read/places_in_names.h"

namespace sayso {
namespace {

/// A name that is repeated tells its neighbours more, up to this many times.
constexpr double most_weight = 2;

/// In words.
constexpr Index longest_way_to_venue = 5;

double weight_of(std::size_t mentions) {
    return std::min(most_weight, 1 + 0.25 * std::log2(static_cast<double>(std::max<std::size_t>(mentions, 1))));
}

/// The places of a text by name, while they are being looked up.
class PlaceFinder {
public:
    PlaceFinder(const TextWords& words, const PlaceWords& kinds, const Gazetteer& gazetteer,
                std::vector<Entity>& entities)
        : w_(words), kinds_(kinds), gazetteer_(gazetteer), entities_(entities) {}

    std::vector<PlaceInName> find() {
        for (std::size_t i = 0; i < entities_.size(); ++i) {
            const auto& one = entities_[i];
            if (one.type != EntityType::place || !one.named) continue;
            if (!is_common(one.name) && !is_somebody(one.name)) add_entity(i);
        }
        find_in_names();
        find_abbreviations();
        choose();
        for (std::size_t i = 0; i < found_.size(); ++i) give_place(i);
        for (auto& one : entities_) {
            if (one.named && !one.place && (one.type == EntityType::facility || one.type == EntityType::place)) {
                place_venue(one);
            }
        }
        return std::move(in_names_);
    }

private:
    struct Found {
        std::optional<std::size_t> entity;
        std::string name;
        std::vector<Span> in_names = {};
    };

    /// "the north", "the Gulf"
    [[nodiscard]] bool is_common(const std::string& name) const {
        if (name.empty() || !is_upper(decode(name, 0).code)) return true;
        return (kinds_.kinds(lower(name)) & (part_word | common_word)) != 0;
    }

    /// "Georgia", where the text tells of Georgia Stone.
    [[nodiscard]] bool is_somebody(const std::string& name) const {
        if (w_.lexicons->sex_of_name(lower(name)) == Sex::unknown) return false;
        return std::any_of(entities_.begin(), entities_.end(), [&](const Entity& one) {
            return one.named && one.type == EntityType::person && one.name.starts_with(name + " ");
        });
    }

    static bool is_town(const PlaceName& name) {
        return !name.senses.empty() && name.senses.front().toponym && !name.senses.front().is_division();
    }

    void add_entity(std::size_t entity) {
        const auto& one = entities_[entity];
        const auto name = add_name(one.name, one.mentions.empty() ? Span{} : one.mentions.front().span);
        found_[name].entity = entity;
        for (const auto& mention : one.mentions) {
            if (mention.form == MentionForm::name) add_use(mention.span, name);
        }
    }

    std::size_t add_name(const std::string& name, Span span) {
        const auto& text = w_.document->text;
        const bool dotted = span.end < text.size() && text[span.end] == '.';
        names_.push_back({.senses = senses_of(gazetteer_, name, dotted)});
        found_.push_back({std::nullopt, name});
        by_name_.emplace(lower(name), names_.size() - 1);
        return names_.size() - 1;
    }

    void add_use(Span span, std::size_t name) {
        const auto first = w_.word_at(span.begin), last = w_.word_at(span.end);
        if (first < last) uses_.push_back({first, last, name});
    }

    void find_in_names() {
        std::set<std::string> named;
        for (const auto& [name, index] : by_name_) named.insert(name);
        for (const auto& one : entities_) {
            if (!one.named || one.actor || (one.type != EntityType::organization && one.type != EntityType::facility))
                continue;
            for (const auto& mention : one.mentions) {
                if (mention.form == MentionForm::name) look_into(mention.span, named);
            }
        }
    }

    /// "Pa." of "Scranton, Pa.", where nothing takes it for a name.
    void find_abbreviations() {
        const auto towns = uses_;  // those that are added are no towns
        for (const auto& town : towns) {
            const auto first = town.last + 1;
            if (first >= w_.size() || !w_[town.last].comma() || w_[first].name != none || !w_[first].capital) continue;
            const auto span = with_full_stop(w_[first].span);
            const auto senses = senses_of(gazetteer_, w_.text(span));
            if (senses.empty() || !is_abbreviation(senses.front())) continue;
            if (lies_in_some(names_[town.name], senses.front())) add_part(first, first + 1, span);
        }
    }

    [[nodiscard]] Span with_full_stop(Span span) const {
        const auto& text = w_.document->text;
        if (text[span.end - 1] != '.' && span.end < text.size() && text[span.end] == '.') ++span.end;
        return span;
    }

    static bool is_abbreviation(const PlaceSense& sense) {
        return sense.toponym && sense.toponym->named_by == NamedBy::abbreviation;
    }

    static bool lies_in_some(const PlaceName& town, const PlaceSense& state) {
        return std::any_of(town.senses.begin(), town.senses.end(),
                           [&](const PlaceSense& sense) { return lies_in(sense, state); });
    }

    void look_into(Span span, const std::set<std::string>& named) {
        const auto first = w_.word_at(span.begin), last = w_.word_at(span.end);
        if (first >= last) return;
        const auto words = place_in_name(w_, kinds_, gazetteer_, named, first, last);
        if (!words) return;
        add_part(words->first, words->second, w_.span(words->first, words->second));
    }

    /// Words [first, last) name a place, though they are no entity.
    void add_part(Index first, Index last, Span span) {
        const auto text = std::string(w_.text(span));
        const auto known = by_name_.find(lower(text));
        const auto name = known != by_name_.end() ? known->second : add_name(text, span);
        if (known == by_name_.end()) names_[name].doubtful = is_town(names_[name]);
        found_[name].in_names.push_back(span);
        uses_.push_back({first, last, name});
    }

    void choose() {
        std::stable_sort(uses_.begin(), uses_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<std::size_t> counts(names_.size());
        for (const auto& use : uses_) ++counts[use.name];
        for (std::size_t i = 0; i < names_.size(); ++i) names_[i].weight = weight_of(counts[i]);
        const auto joins = read_place_clues(w_, kinds_, gazetteer_, uses_, names_);
        for (auto& place : outlet_places(*w_.document, gazetteer_)) names_.push_back(std::move(place));
        chosen_ = choose_senses(names_, joins);
    }

    void give_place(std::size_t name) {
        if (!chosen_[name]) return;
        const auto place = names_[name].senses[*chosen_[name]].place();
        const auto& found = found_[name];
        if (found.entity) entities_[*found.entity].place = place;
        if (found.in_names.empty()) return;
        in_names_.push_back({found.name, found.in_names, place, std::nullopt});
        if (found.entity) in_names_.back().entity = entities_[*found.entity].id;
    }

    /// "the Grand Hotel in downtown Lima"
    void place_venue(Entity& venue) {
        for (const auto& mention : venue.mentions) {
            const auto last = mention.form == MentionForm::name ? w_.word_at(mention.span.end) : w_.size();
            const auto* use = told_in(last);
            if (use == nullptr || !chosen_[use->name] || !found_[use->name].entity) continue;
            const auto& sense = names_[use->name].senses[*chosen_[use->name]];
            if (!is_narrow(sense)) continue;
            auto place = sense.place();
            place.geonames.reset();
            place.kind = "venue";
            venue.place = std::move(place);
            venue.affiliations.push_back(
                {Relation::located_in, entities_[*found_[use->name].entity].id, w_.span(last, use->last)});
            return;
        }
    }

    /// The place that the words from `at` on say something is in.
    [[nodiscard]] const PlaceUse* told_in(Index at) const {
        const auto use = std::find_if(uses_.begin(), uses_.end(), [&](const PlaceUse& one) { return one.first > at; });
        if (use == uses_.end() || use->first - at > longest_way_to_venue) return nullptr;
        if (w_.unit_of[static_cast<std::size_t>(at)] != w_.unit_of[static_cast<std::size_t>(use->first)])
            return nullptr;
        if (!w_[at].is("in")) return nullptr;
        for (auto i = at; i < use->first; ++i) {
            if ((kinds_.kinds(w_[i].lower) & (joining_word | part_word | town_noun)) == 0) return nullptr;
        }
        return &*use;
    }

    /// A point of it tells where something in it is.
    static bool is_narrow(const PlaceSense& sense) {
        return sense.has_point && sense.toponym &&
               (sense.toponym->kind == ToponymKind::city || sense.toponym->kind == ToponymKind::quarter);
    }

    const TextWords& w_;
    const PlaceWords& kinds_;
    const Gazetteer& gazetteer_;
    std::vector<Entity>& entities_;
    std::vector<PlaceName> names_;
    std::vector<Found> found_;
    std::map<std::string, std::size_t> by_name_;
    std::vector<PlaceUse> uses_;
    std::vector<std::optional<std::size_t>> chosen_;
    std::vector<PlaceInName> in_names_;
};

void sort_mentions(Entity& entity) {
    std::sort(entity.mentions.begin(), entity.mentions.end(),
              [](const Mention& a, const Mention& b) { return a.span < b.span; });
}

}  // namespace

std::vector<PlaceInName> find_places(const TextWords& words, const PlaceWords& kinds, const Gazetteer& gazetteer,
                                     std::vector<Entity>& entities) {
    return PlaceFinder(words, kinds, gazetteer, entities).find();
}

void add_places_in_names(std::vector<PlaceInName> places, std::vector<Entity>& entities) {
    for (auto& place : places) {
        auto known =
            std::find_if(entities.begin(), entities.end(), [&](const Entity& one) { return one.id == place.entity; });
        if (known == entities.end()) {
            Entity entity;
            entity.id = "e" + std::to_string(entities.size() + 1);
            entity.type = EntityType::place;
            entity.name = place.name;
            entity.named = true;
            entity.place = std::move(place.place);
            known = entities.insert(entities.end(), std::move(entity));
        }
        for (const auto span : place.spans) known->mentions.push_back({span, MentionForm::name});
        sort_mentions(*known);
    }
}

}  // namespace sayso
