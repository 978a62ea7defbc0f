#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "sayso/reading.h"

/// The word lists that attribution is read with: lexicon/cues.tsv, cue_nouns.tsv, act_words.tsv, function_words.tsv,
/// source_nouns.tsv, titles.tsv, media.tsv, metonyms.tsv, names_sex.tsv and warning_words.tsv. Their remarks say what
/// the columns mean.
namespace sayso {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

/// Classes of words that show where phrases begin and end; a word may be of several.
enum WordClass : std::uint32_t {
    determiner = 1U << 0,
    possessive = 1U << 1,
    pronoun = 1U << 2,
    object_pronoun = 1U << 3,
    quantity = 1U << 4,
    preposition = 1U << 5,
    subordinator = 1U << 6,
    relative = 1U << 7,
    conjunction = 1U << 8,
    auxiliary = 1U << 9,
    be = 1U << 10,
    modal = 1U << 11,
    negation = 1U << 12,
    adverb = 1U << 13,
    time_word = 1U << 14,
    verb = 1U << 15,
};

/// What a noun that can be a source stands for.
enum class NounKind : std::uint8_t { none, person, people, institution, document, medium };

/// What may follow a cue.
enum Frame : std::uint32_t {
    frame_quote = 1U << 0,
    frame_that = 1U << 1,
    frame_clause = 1U << 2,
    frame_wh = 1U << 3,
    frame_to = 1U << 4,
    frame_np = 1U << 5,
    frame_ing = 1U << 6,
    frame_addr = 1U << 7,
    frame_quoted = 1U << 8,
    frame_tag = 1U << 9,
};

/// Forms of a verb.
enum VerbForm : std::uint32_t {
    base_form = 1U << 0,
    third_form = 1U << 1,
    past_form = 1U << 2,
    participle_form = 1U << 3,
    ing_form = 1U << 4,
};

/// What words tell of a warning; a word may tell several.
enum WarningWord : std::uint32_t {
    place_kind = 1U << 0,
    aimed_verb = 1U << 1,
    plan_word = 1U << 2,
    harm_word = 1U << 3,
    again_word = 1U << 4,
    earlier_word = 1U << 5,
    notice_noun = 1U << 6,
    open_noun = 1U << 7,
    closed_noun = 1U << 8,
    publish_verb = 1U << 9,
    hand_verb = 1U << 10,
};

struct CueWord {
    std::string lemma;
    std::vector<std::string> rest;  ///< words behind the first: "responsibility" of "claim responsibility"
    Act act = Act::state;
    Certainty certainty = Certainty::certain;
    std::uint32_t frames = 0;
};

enum class TitleKind : std::uint8_t { honorific, honorific_male, honorific_female, office };

enum class Sex : std::uint8_t { unknown, male, female };

/// What nouns of lexicon/event_nouns.tsv stand for.
enum class ThingKind : std::uint8_t { area, vehicle, building, band, weapon };

/// What a place stands for when it speaks.
struct Metonym {
    std::string country;     ///< ISO 3166-1 alpha-3; empty for international bodies
    std::string stands_for;  ///< "government", "lower-house": see the table
};

class Lexicons {
public:
    /// The lexicons that come with the program. Throws `std::logic_error` for a table it cannot make sense of.
    [[nodiscard]] static Lexicons built_in();

    [[nodiscard]] std::uint32_t classes(std::string_view lower) const;
    [[nodiscard]] NounKind noun(std::string_view lower) const;
    [[nodiscard]] bool plural_noun(std::string_view lower) const { return plurals_.contains(lower); }
    [[nodiscard]] std::optional<TitleKind> title(std::string_view lower) const;
    [[nodiscard]] bool medium(std::string_view name) const;
    /// A medium that the table names, not one by its last word alone.
    [[nodiscard]] bool named_medium(std::string_view name) const { return media_.contains(name); }

    struct CueForm {
        std::uint32_t cue = 0;    ///< index for `cue()`
        std::uint32_t forms = 0;  ///< `VerbForm`s that it can be
    };
    /// Cues whose first word has this form, those of most words first; null if there is none.
    [[nodiscard]] const std::vector<CueForm>* cues(std::string_view lower) const;
    [[nodiscard]] const CueWord& cue(std::uint32_t index) const { return cues_[index]; }
    /// The noun of a statement ("claim", "warning"), or null.
    [[nodiscard]] const CueWord* cue_noun(std::string_view lower) const;
    /// Whether a content must hold certain words to do this.
    [[nodiscard]] bool needs_words(Act act) const { return (acts_with_words_ & bit_of(act)) != 0; }
    /// Whether the word, a lemma or a form, is one of them.
    [[nodiscard]] bool tells(Act act, std::string_view word) const;
    /// Whether a promise with the word, a lemma or a form, is such an act: "kill" makes it a threat.
    [[nodiscard]] bool promised_tells(Act act, std::string_view word) const;
    /// The act that the word tells by itself.
    [[nodiscard]] std::optional<Act> told_by(std::string_view word) const;

    /// Whether the noun, a lemma, stands for such.
    [[nodiscard]] bool is(ThingKind kind, std::string_view noun) const;
    /// Whether the lemma, or form, is a word of one of these kinds.
    [[nodiscard]] bool is_warning_word(std::string_view word, std::uint32_t any_kind) const;

    /// The sex of those who bear the given name, where it is one.
    [[nodiscard]] Sex sex_of_name(std::string_view lower) const;
    /// All that the name of a place, without "the", may stand for, or null.
    [[nodiscard]] const std::vector<Metonym>* metonyms(std::string_view lower) const;

private:
    [[nodiscard]] static std::uint32_t bit_of(Act act) { return 1U << static_cast<std::uint32_t>(act); }

    TextMap<std::uint32_t> act_words_;  ///< the acts that each word tells, a bit each
    TextMap<std::uint32_t> things_;     ///< the `ThingKind`s of each noun, a bit each
    std::uint32_t acts_with_words_ = 0;
    TextMap<Act> telling_words_;
    TextMap<std::uint32_t> promised_words_;  ///< the acts that a promise with each word is, a bit each
    TextMap<std::uint32_t> classes_;
    TextMap<NounKind> nouns_;
    TextSet plurals_;
    TextMap<TitleKind> titles_;
    TextSet media_, media_last_;
    std::vector<CueWord> cues_;
    TextMap<std::vector<CueForm>> forms_;
    TextMap<CueWord> cue_nouns_;
    TextMap<std::vector<Metonym>> metonyms_;
    TextMap<Sex> given_names_;
    TextMap<std::uint32_t> warning_words_;  ///< the `WarningWord`s that each word is
};

/// The regular forms of English verbs and nouns.
[[nodiscard]] std::string third_person(std::string_view verb);
[[nodiscard]] std::string past_tense(std::string_view verb, bool doubled);
[[nodiscard]] std::string ing_of(std::string_view verb, bool doubled);
[[nodiscard]] std::string plural_of(std::string_view noun);

}  // namespace sayso
