#include "read/floating_quotations.h"

#include <algorithm>
#include <optional>

#include "read/tree_cues.h"

namespace sayso {
namespace {

bool person(const TextWords& words, Index i) {
    const auto& word = words[i];
    if (word.is("he") || word.is("she")) return true;
    if (word.name != none) return words.analysis->names[static_cast<std::size_t>(word.name)].type == NameType::person;
    return word.noun == NounKind::person;
}

bool told_there(const TextWords& words, const Unit& unit, const std::vector<Attribution>& all) {
    const auto span = words.span(unit.first, unit.last);
    return std::any_of(all.begin(), all.end(), [&](const Attribution& one) {
        return one.first < unit.last && one.last > unit.first && one.statement.content.front().overlaps(span);
    });
}

/// The subject of the unit's sentence, if it is a person.
std::optional<Phrase> actor_of(const TreeView& tree, const Unit& unit) {
    auto root = unit.first;
    while (root < unit.last && tree.head(root) != none) ++root;
    if (root >= unit.last || tree.upos(root) != "VERB") return std::nullopt;
    const auto subject = tree.child(root, "nsubj");
    if (subject == none || !person(tree.words(), subject)) return std::nullopt;
    auto source = phrase_of(tree, without_edges(tree.words(), tree.subtree(subject)));
    // "Moen recalls the day when Iver lost his boat. “…”": either may speak.
    for (auto i = source.last; i < unit.last; ++i) {
        if (person(tree.words(), i) && !tree.words()[i].is("he") && !tree.words()[i].is("she")) return std::nullopt;
    }
    return source;
}

}  // namespace

void give_to_actors(const TreeView& tree, std::vector<Attribution>& all) {
    const auto& words = tree.words();
    for (auto& one : all) {
        if (one.source || one.statement.cue || one.statement.quotation != Quotation::direct || one.first == 0) continue;
        const auto& before = words.unit(one.first - 1);
        if (before.zone != words.unit(one.first).zone || told_there(words, before, all)) continue;
        one.source = actor_of(tree, before);
    }
}

}  // namespace sayso
