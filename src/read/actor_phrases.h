#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/gazetteer.h"
#include "read/actor_lexicon.h"
#include "read/tree_view.h"
#include "sayso/reading.h"

namespace sayso {

/// What the words of a name or a description tell of country and sector: "Bank of Ghana", "a Kenyan police spokesman",
/// "director of the FSB". Names in a description count as the entities that they name, as these are known by then.
class ActorPhrases {
public:
    ActorPhrases(const TreeView& tree, const ActorLexicon& lexicon, const Gazetteer& gazetteer,
                 const std::vector<Entity>& entities);

    /// The country that a name begins with, and where the rest begins; `last` is the name's first word if there is
    /// none.
    struct Nation {
        std::string code;
        Index last = 0;
    };
    [[nodiscard]] Nation country_first(WordSpan name) const;

    /// The code of the country or people of this name; empty if it is none.
    [[nodiscard]] std::string country_named(std::string_view text) const;

    /// Of a body that only its name's own words tell of.
    [[nodiscard]] Actor by_head(WordSpan name) const;

    /// Of whom the words describe. Nationality alone tells the country of `people`, but not of things.
    [[nodiscard]] Actor described(WordSpan words, bool people) const;

    /// Of whom the words stand right before: "Kenya's", "the new Iraqi".
    [[nodiscard]] std::optional<std::string> country_before(WordSpan words) const;

private:
    struct Head;
    struct Findings;

    [[nodiscard]] std::string key(Index first, Index last) const;
    [[nodiscard]] const Entity* entity_at(Index word) const;
    [[nodiscard]] bool parts_name(Index word) const;
    [[nodiscard]] bool begins_with_body(Index first, Index last) const;
    [[nodiscard]] Index core_last(WordSpan words) const;
    [[nodiscard]] Head head_of_description(WordSpan words) const;
    [[nodiscard]] Head head_of_name(WordSpan name) const;
    [[nodiscard]] std::string country_last(WordSpan words, Index& first) const;
    [[nodiscard]] std::string place_first(WordSpan name, Index head_first, bool of_state) const;
    [[nodiscard]] std::string country_behind_of(WordSpan name, Index from) const;
    [[nodiscard]] bool is_topic(WordSpan place, Index head) const;
    void read_modifiers(WordSpan words, Findings& found) const;
    void read_behind(WordSpan words, bool people, Findings& found) const;
    void take_body(const Entity& entity, Findings& found) const;
    [[nodiscard]] static Actor conclude(const Head& head, const Findings& found);

    const TreeView& tree_;
    const TextWords& w_;
    const ActorLexicon& lexicon_;
    const Gazetteer& gazetteer_;
    const std::vector<Entity>& entities_;
    std::vector<Index> entity_of_word_;
};

}  // namespace sayso
