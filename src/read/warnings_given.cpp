#include "read/warnings_given.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "read/answers.h"
#include "read/tree_phrases.h"
#include "read/warned_events.h"
#include "read/words.h"

namespace sayso {
namespace {

bool contains(const std::vector<Span>& spans, Span span) {
    return std::any_of(spans.begin(), spans.end(), [&](Span one) { return one.contains(span); });
}

// ---- Where ----------------------------------------------------------------------------------------

/// "a concert hall", "crowded places": a place by its kind.
bool is_kind_of_place(const TreeView& tree, Index i) {
    return tree.upos(i) == "NOUN" && tree.words().lexicons->is_warning_word(tree.lemma(i), place_kind);
}

bool is_aimed_at(const TreeView& tree, Index verb) {
    return tree.words().lexicons->is_warning_word(tree.lemma(verb), aimed_verb);
}

/// "stay away from markets"
bool is_shunned(const TreeView& tree, Index noun) {
    const auto preposition = tree.child(noun, "case");
    return preposition > 0 && tree.words()[preposition].is("from") &&
           (tree.words()[preposition - 1].is("away") || tree.words()[preposition - 1].is("clear"));
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
        if (tree.is(i, "obj") || tree.relation(i) == "nsubj:pass") return is_aimed_at(tree, up);
        if (!tree.is(i, "obl") && !tree.is(i, "nmod")) return false;
        // "floods for Chokwe district"
        if (is_shunned(tree, i) || (tree.words()[i].name != none && has_case(tree, i, "for"))) return true;
        for (const auto preposition :
             {"in", "at", "near", "on", "outside", "inside", "around", "across", "throughout", "against", "over"}) {
            if (has_case(tree, i, preposition)) return true;
        }
        return false;
    }
    return false;
}

bool is_definite(const TreeView& tree, Index noun) {
    const auto& children = tree.children(noun);
    return std::any_of(children.begin(), children.end(), [&](Index child) {
        const auto& word = tree.words()[child];
        return tree.is(child, "det") && (word.is("the") || word.is("this") || word.is("that"));
    });
}

/// "in the city", "across the country": named before.
std::optional<PlacePrecision> precision_of_noun(const TreeView& tree, Index noun) {
    if (tree.upos(noun) != "NOUN" || !is_definite(tree, noun)) return std::nullopt;
    const auto& word = tree.words()[noun];
    if (one_of(word.lower, "city", "town", "capital", "village")) return PlacePrecision::city;
    if (one_of(word.lower, "province", "region", "district", "county")) return PlacePrecision::region;
    if (one_of(word.lower, "country", "kingdom", "republic")) return PlacePrecision::country;
    return std::nullopt;
}

/// "the port of Beirut", "the market", told of before as a market: one place, though it has no name of its own.
PlacePrecision precision_of_kind(const TreeView& tree, Index noun) {
    const auto& words = tree.words();
    const bool singular = tree.lemma(noun) == words[noun].lower;
    const auto& children = tree.children(noun);
    if (!singular || !is_definite(tree, noun)) return PlacePrecision::kind_of_place;
    const bool of_a_place = std::any_of(children.begin(), children.end(), [&](Index child) {
        return tree.is(child, "nmod") && words[child].name != none &&
               (has_case(tree, child, "of") || has_case(tree, child, "in") || has_case(tree, child, "at"));
    });
    if (of_a_place) return PlacePrecision::venue;
    for (Index i = 0; i < noun; ++i) {
        if (tree.upos(i) == "NOUN" && tree.lemma(i) == tree.lemma(noun)) return PlacePrecision::venue;
    }
    return PlacePrecision::kind_of_place;
}

std::optional<PlacePrecision> precision_of(const Place& place) {
    if (place.kind == "city") return PlacePrecision::city;
    if (place.kind == "region" || place.kind == "district" || place.kind == "area") return PlacePrecision::region;
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

std::vector<WarnedPlace> places_in(const TreeView& tree, const Reading& reading, const Statement& statement) {
    std::vector<WarnedPlace> found;
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
                found.push_back({entity,
                                 venue           ? PlacePrecision::venue
                                 : entity->place ? precision_of(*entity->place)
                                                 : std::nullopt,
                                 i});
            } else if (const auto named_before = precision_of_noun(tree, i)) {
                found.push_back({nullptr, named_before, i});
            } else if (is_kind_of_place(tree, i)) {
                found.push_back({nullptr, precision_of_kind(tree, i), i});
            }
        }
    }
    return found;
}

/// The most exact; nothing where only unknown names are given.
std::optional<PlacePrecision> most_exact(const std::vector<WarnedPlace>& places) {
    if (places.empty()) return PlacePrecision::none;
    std::optional<PlacePrecision> best;
    for (const auto& one : places) {
        if (one.precision && (!best || *one.precision < *best)) best = one.precision;
    }
    return best;
}

// ---- When -----------------------------------------------------------------------------------------

/// "had been weak since May" tells of what was, not of what was to come.
bool tells_of_past(const TreeView& tree, Index time, WordSpan content) {
    const auto& words = tree.words();
    for (const auto preposition : {"since", "after", "following"}) {
        if (has_case(tree, time, preposition)) return true;
    }
    for (auto i = tree.subtree(time).first; i < tree.subtree(time).last; ++i) {
        if (words.lexicons->is_warning_word(words[i].lower, earlier_word)) return true;
    }
    for (auto i = time; i != none && content.contains(i); i = tree.head(i)) {
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
    WordSpan content;
    for (const auto& time : reading.times) {
        for (const auto one : statement.content) {
            if (!one.contains(time.span)) continue;
            if (found != nullptr) return std::nullopt;
            found = &time;
            content = words_covered(tree.words(), one);
        }
    }
    if (found == nullptr) return std::nullopt;
    const auto span = words_covered(tree.words(), found->span);
    if (span.empty() || is_attribute(tree, tree.head_of(span)) || tells_of_past(tree, tree.head_of(span), content))
        return std::nullopt;
    return found->id;
}

// ---- Answers --------------------------------------------------------------------------------------

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
