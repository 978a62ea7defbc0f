#include "read/floating_quotations.h"

#include <algorithm>
#include <optional>

#include "read/coreferents.h"
#include "read/tree_cues.h"
#include "read/tree_phrases.h"

namespace sayso {
namespace {

bool person(const TextWords& words, Index i) {
    const auto& word = words[i];
    if (word.is("he") || word.is("she")) return true;
    if (word.name != none) return words.analysis->names[static_cast<std::size_t>(word.name)].type == NameType::person;
    return word.noun == NounKind::person;
}

/// A person with a name, or "she".
bool person_of_name(const TextWords& words, Index i) {
    return person(words, i) && (words[i].name != none || words[i].is(pronoun));
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

bool floats(const Attribution& one) {
    return !one.source && !one.statement.cue && one.statement.quotation == Quotation::direct;
}

/// Whose words the sentence that ends before word `first` tells, if it tells those of only one.
std::optional<Phrase> only_speaker(const TextWords& words, const Unit& unit, const std::vector<Attribution>& all,
                                   const std::vector<Attribution*>& given) {
    std::optional<Phrase> speaker;
    const auto in_unit = [&](Index i) { return unit.first <= i && i < unit.last; };
    const auto add = [&](const Phrase& source) {
        const bool other = speaker && words.text(words.span(source.first, source.last)) !=
                                          words.text(words.span(speaker->first, speaker->last));
        speaker = source;
        return !other;
    };
    for (const auto* one : given) {
        if (one->first < unit.last && one->last > unit.first && !add(*one->source)) return std::nullopt;
    }
    for (const auto& one : all) {
        if (!one.statement.cue || !in_unit(words_covered(words, one.statement.cue->span).first)) continue;
        const bool nested = std::any_of(all.begin(), all.end(), [&](const Attribution& outer) {
            return &outer != &one && in_content(outer.statement.content, one.statement.cue->span);
        });
        if (nested) continue;
        if (!one.source || !add(*one.source)) return std::nullopt;
    }
    if (!speaker || words[speaker->head].is(relative) || words[speaker->head].noun == NounKind::document)
        return std::nullopt;
    return speaker;
}

}  // namespace

void give_to_speakers_before(const TreeView& tree, std::vector<Attribution>& all) {
    const auto& words = tree.words();
    std::vector<Attribution*> given;
    for (auto& one : all) {
        if (!floats(one) || one.first == 0) continue;
        const auto& before = words.unit(one.first - 1);
        // “…” he said: “….” “…”: where a quotation ends with its mark, the next is another.
        if (words[before.last - 1].mark) continue;
        const bool near = before.zone + 1 >= words.unit(one.first).zone;
        if (!near || is_title(unit_at(words, before.first))) continue;
        one.source = only_speaker(words, before, all, given);
        // Another paragraph may be anybody's; whoever has a name goes on more often than "a spokesman".
        const bool next = before.zone != words.unit(one.first).zone;
        if (one.source && next && !person_of_name(words, one.source->head)) one.source.reset();
        if (one.source) given.push_back(&one);
    }
}

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
