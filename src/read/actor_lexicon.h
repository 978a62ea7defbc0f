#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/lexicons.h"

namespace sayso {

/// A body of lexicon/actors.tsv. What is not told is empty. Strings live as long as the program.
struct KnownBody {
    std::string_view country;  ///< ISO 3166-1 alpha-3
    std::string_view sector;   ///< PLOVER's code
};

/// Kinds of words of lexicon/actor_nouns.tsv; its remarks say what each means.
enum class ActorWord : std::uint8_t { noun, name, office, state, adjective, former, quality, place, given, topic };

struct ActorTerm {
    ActorWord kind = ActorWord::noun;
    std::string_view sector;  ///< empty for what has none of itself
    bool plural = false;
};

/// lexicon/actors.tsv and lexicon/actor_nouns.tsv: who is of which country and PLOVER sector, and which words tell it.
class ActorLexicon {
public:
    /// The tables that come with the program. Throws `std::logic_error` for one it cannot make sense of.
    [[nodiscard]] static ActorLexicon built_in();

    /// The body of this name, or null. Letters that stand for a name are matched with their case.
    [[nodiscard]] const KnownBody* body(std::string_view name) const;
    /// All bodies that are called so where their country is talked of, or null.
    [[nodiscard]] const std::vector<KnownBody>* bodies_called(std::string_view short_name) const;

    /// What these words tell, joined by spaces, in lower case ("defence minister"): of a description (`noun`, `office`,
    /// `state`), at the head of a name, or before a noun (all other kinds). Null if they tell
    /// nothing.
    [[nodiscard]] const ActorTerm* described(std::string_view words) const { return found(described_, words); }
    [[nodiscard]] const ActorTerm* name_head(std::string_view words) const;
    [[nodiscard]] const ActorTerm* modifier(std::string_view word) const { return found(modifiers_, word); }

    /// No term has more words.
    static constexpr int longest = 6;

private:
    static const ActorTerm* found(const TextMap<ActorTerm>& terms, std::string_view words);
    void load_bodies();
    void load_terms();

    TextMap<KnownBody> exact_, folded_;
    TextMap<std::vector<KnownBody>> called_;
    TextMap<ActorTerm> described_, name_heads_, modifiers_;
};

}  // namespace sayso
