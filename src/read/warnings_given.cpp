#include "read/warnings_given.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "read/answers.h"
#include "read/blames.h"
#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {
namespace {

bool contains(const std::vector<Span>& spans, Span span) {
    return std::any_of(spans.begin(), spans.end(), [&](Span one) { return one.contains(span); });
}

// ---- Where ----------------------------------------------------------------------------------------

/// "a concert hall", "crowded places": a place by its kind.
bool is_kind_of_place(std::string_view lemma) {
    return one_of(lemma, "hall", "theatre", "theater", "stadium", "school", "church", "mosque", "synagogue", "market",
                  "mall", "station", "airport", "hotel", "restaurant", "place", "venue", "gathering", "concert",
                  "festival", "square", "beach", "bridge", "embassy", "building") ||
           one_of(lemma, "hospital", "university", "port", "nightclub", "club", "bar", "cinema", "temple", "museum",
                  "base", "plant", "prison", "metro", "subway", "supermarket", "arena", "centre", "center", "church",
                  "harbour", "harbor", "refinery", "depot", "consulate", "event");
}

bool is_aimed(std::string_view lemma) {
    return one_of(lemma, "target", "attack", "hit", "strike", "bomb", "shell", "flood", "flag", "threaten", "destroy",
                  "damage", "evacuate", "storm", "avoid", "burn", "engulf", "reach", "blow", "swamp");
}

/// Whether what is warned of was to be at the word, rather than come from it.
bool is_where(const TreeView& tree, Index i) {
    for (int steps = 0; steps < 4; ++steps) {
        const auto up = tree.head(i);
        if (up == none) return false;
        const bool in_name = tree.words()[i].name != none && (tree.is(i, "flat") || tree.is(i, "compound"));
        if (in_name || tree.is(i, "conj") || tree.is(i, "appos")) {
            i = up;
            continue;
        }
        if (tree.is(i, "obj") || tree.relation(i) == "nsubj:pass") return is_aimed(tree.lemma(up));
        if (!tree.is(i, "obl") && !tree.is(i, "nmod")) return false;
        for (const auto preposition :
             {"in", "at", "near", "on", "outside", "inside", "around", "across", "throughout", "against", "over"}) {
            if (has_case(tree, i, preposition)) return true;
        }
        return false;
    }
    return false;
}

std::optional<PlacePrecision> precision_of(const Place& place) {
    if (place.kind == "city") return PlacePrecision::city;
    if (place.kind == "region" || place.kind == "area") return PlacePrecision::region;
    if (place.kind == "country") return PlacePrecision::country;
    return std::nullopt;
}

const Entity* place_at(const Reading& reading, Span span) {
    for (const auto& one : reading.entities) {
        if (one.type != EntityType::place && one.type != EntityType::facility) continue;
        if (std::any_of(one.mentions.begin(), one.mentions.end(), [&](const Mention& mention) {
                return mention.form == MentionForm::name && mention.span.contains(span);
            }))
            return &one;
    }
    return nullptr;
}

/// A place in a warning, and how exactly it was named; an unknown name has no precision.
struct Named {
    const Entity* entity = nullptr;
    std::optional<PlacePrecision> precision;
};

std::vector<Named> places_in(const TreeView& tree, const Reading& reading, const Statement& statement) {
    std::vector<Named> found;
    for (const auto content : statement.content) {
        const auto span = words_covered(tree.words(), content);
        for (auto i = span.first; i < span.last; ++i) {
            const auto& word = tree.words()[i];
            const bool inside_name = word.name != none && i > span.first && tree.words()[i - 1].name == word.name;
            if (inside_name || !is_where(tree, i)) {
                if (word.name == none || inside_name) continue;
                // A name's head may be any of its words.
                auto k = i + 1;
                while (k < span.last && tree.words()[k].name == word.name && !is_where(tree, k)) ++k;
                if (k >= span.last || tree.words()[k].name != word.name) continue;
            }
            if (word.name != none) {
                const auto* entity = place_at(reading, word.span);
                if (entity == nullptr) continue;
                const bool venue = entity->type == EntityType::facility;
                found.push_back({entity, venue           ? PlacePrecision::venue
                                         : entity->place ? precision_of(*entity->place)
                                                         : std::nullopt});
            } else if (tree.upos(i) == "NOUN" && is_kind_of_place(tree.lemma(i))) {
                found.push_back({nullptr, PlacePrecision::kind_of_place});
            }
        }
    }
    return found;
}

/// The most exact; nothing where only unknown names are given.
std::optional<PlacePrecision> most_exact(const std::vector<Named>& places) {
    if (places.empty()) return PlacePrecision::none;
    std::optional<PlacePrecision> best;
    for (const auto& one : places) {
        if (one.precision && (!best || *one.precision < *best)) best = one.precision;
    }
    return best;
}

// ---- When -----------------------------------------------------------------------------------------

/// "had been weak since May" tells of what was, not of what was to come.
bool tells_of_past(const TreeView& tree, Index time) {
    const auto& words = tree.words();
    for (const auto preposition : {"since", "after", "following"}) {
        if (has_case(tree, time, preposition)) return true;
    }
    for (auto i = time; i != none; i = tree.head(i)) {
        if (words[i].is("last") || words[i].is("ago")) return true;
        if (tree.upos(i) != "VERB" && tree.child(i, "cop") == none) continue;
        bool past = false;
        for (const auto child : tree.children(i)) {
            if (!tree.is(child, "aux") && !tree.is(child, "cop")) continue;
            if (words[child].is(modal)) return false;
            past = past || one_of(words[child].lower, "had", "has", "have", "was", "were");
        }
        return past;
    }
    return false;
}

/// "the 1916 bridge"
bool is_attribute(const TreeView& tree, Index time) {
    return tree.is(time, "nummod") || tree.is(time, "compound") || tree.is(time, "amod");
}

std::optional<std::string> time_warned_of(const TreeView& tree, const Reading& reading, const Statement& statement) {
    const Time* found = nullptr;
    for (const auto& time : reading.times) {
        if (!contains(statement.content, time.span)) continue;
        if (found != nullptr) return std::nullopt;
        found = &time;
    }
    if (found == nullptr) return std::nullopt;
    const auto span = words_covered(tree.words(), found->span);
    if (span.empty() || is_attribute(tree, tree.head_of(span)) || tells_of_past(tree, tree.head_of(span)))
        return std::nullopt;
    return found->id;
}

// ---- What -----------------------------------------------------------------------------------------

/// Whether the word is what the content is about, not a circumstance of it.
bool is_central(const TreeView& tree, Index i, Index head) {
    for (int steps = 0; steps < 3; ++steps, i = tree.head(i)) {
        if (i == head) return true;
        if (tree.head(i) == none || tree.is(i, "advcl") || tree.relation(i) == "acl:relcl") return false;
        for (const auto preposition : {"after", "since", "following", "despite", "before", "like"}) {
            if (has_case(tree, i, preposition)) return false;
        }
    }
    return false;
}

bool is_warned_of(const TreeView& tree, const Statement& statement, const Event& event) {
    for (const auto& mention : event.mentions) {
        for (const auto content : statement.content) {
            if (!content.contains(mention.span)) continue;
            const auto whole = words_covered(tree.words(), content);
            const auto own = words_covered(tree.words(), mention.span);
            if (is_central(tree, tree.head_of(own), tree.head_of(whole))) return true;
        }
    }
    return false;
}

/// "the assault", as what the content is about.
bool names_the_attack(const TreeView& tree, const Statement& statement) {
    for (const auto content : statement.content) {
        const auto whole = words_covered(tree.words(), content);
        for (auto i = whole.first; i < whole.last; ++i) {
            if (!is_word_for_any_deed(tree.words()[i].lower)) continue;
            bool definite = false;
            for (auto k = tree.subtree(i).first; k < i; ++k) definite = definite || tree.words()[k].is("the");
            if (definite && is_central(tree, i, tree.head_of(whole))) return true;
        }
    }
    return false;
}

/// The one event that the warning tells of, or that was at the venue that it names.
std::optional<std::string> event_warned_of(const TreeView& tree, const Reading& reading, const Statement& statement,
                                           const std::vector<Named>& places) {
    const Event* found = nullptr;
    for (const auto& event : reading.events) {
        const bool there = event.place && event.type == "assault" && !event.part_of &&
                           std::any_of(places.begin(), places.end(), [&](const Named& one) {
                               return one.precision == PlacePrecision::venue && one.entity->id == event.place;
                           });
        if (!there && !is_warned_of(tree, statement, event)) continue;
        if (found != nullptr) return std::nullopt;
        found = &event;
    }
    if (found != nullptr) return found->id;
    found = names_the_attack(tree, statement) ? the_attack(reading) : nullptr;
    return found == nullptr ? std::nullopt : std::optional(found->id);
}

/// The statements that deny, dismiss or confirm this one.
std::vector<std::string> answers_to(const std::vector<Statement>& statements, const std::string& id) {
    std::vector<std::string> answers;
    for (const auto& one : statements) {
        const bool answers_it = std::any_of(one.about.begin(), one.about.end(), [&](const About& about) {
            return about.statement == id &&
                   (about.stance != Stance::affirms || one.act == Act::confirm || one.act == Act::admit);
        });
        if (answers_it) answers.push_back(one.id);
    }
    return answers;
}

}  // namespace

void read_warnings(const TreeView& tree, Reading& reading) {
    auto& all = reading.statements;
    for (auto& statement : all) {
        if (statement.act != Act::warn && !tells_of_own_warning(tree, statement)) continue;
        const bool told_within =
            statement.act != Act::warn && std::any_of(all.begin(), all.end(), [&](const Statement& inner) {
                return inner.act == Act::warn && inner.cue && contains(statement.content, inner.cue->span);
            });
        if (told_within) continue;
        const auto places = places_in(tree, reading, statement);
        Warning warning;
        warning.event = event_warned_of(tree, reading, statement, places);
        warning.time = time_warned_of(tree, reading, statement);
        warning.place_precision = most_exact(places);
        warning.answered_by = answers_to(all, statement.id);
        statement.warns_of = std::move(warning);
    }
}

}  // namespace sayso
