#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/names_of.h"
#include "sayso/span.h"

namespace sayso {

/// A syntactic word by the Universal Dependencies conventions for English: "don't" is two of them.
/// Its form is the text that it spans. What the analyser does not know is absent.
struct Token {
    Span span;
    bool joined = false;  ///< written as one token with the word before it: the "n't" of "don't"
    std::optional<std::string> lemma;
    std::optional<std::string> upos;    ///< universal part of speech
    std::int32_t head = -1;             ///< index into `Analysis::tokens`; -1 for a sentence's root, or unknown
    std::optional<std::string> deprel;  ///< universal dependency relation to the head
    /// Of a predicate, by what the text says: from -3, it did not happen, over 0, unknown, to 3, it did.
    std::optional<float> factuality = std::nullopt;
    bool operator==(const Token&) const = default;
};

/// Sentences follow each other and do not overlap; `tokens[first, last)` are its words.
struct Sentence {
    Span span;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool operator==(const Sentence&) const = default;
};

enum class NameType { person, organization, location, facility, norp, product, misc, date, money };

template <>
struct NamesOf<NameType> {
    static constexpr auto names = list_names<NameType, NameType::money>(
        "person", "organization", "location", "facility", "norp", "product", "misc", "date", "money");
};

/// A name (or date, or sum of money) in the text. Names begin and end with tokens and do not overlap.
struct Name {
    Span span;
    NameType type = NameType::misc;
    bool operator==(const Name&) const = default;
};

enum class MentionType { abstract, animal, event, object, organization, person, place, plant, substance, time };

template <>
struct NamesOf<MentionType> {
    static constexpr auto names = list_names<MentionType, MentionType::time>(
        "abstract", "animal", "event", "object", "organization", "person", "place", "plant", "substance", "time");
};

/// Words that mention something: a name, a noun with what belongs to it, a pronoun. Types are those of the GUM
/// corpus. Mentions begin and end with tokens, lie within a sentence and may lie in each other. Those with the same
/// `entity` mention the same thing.
struct EntityMention {
    Span span;
    std::uint32_t head = 0;  ///< index into `Analysis::tokens` of the word that the others belong to
    MentionType type = MentionType::abstract;
    std::uint32_t entity = 0;  ///< entities are counted from 0 in the order in which they are first mentioned
    bool operator==(const EntityMention&) const = default;
};

/// Words that give words or thoughts to somebody, with whom and what: "said" with "the mayor" and "it was safe".
/// Each span begins and ends with tokens; the same source may go with several cues.
struct AttributionRelation {
    Span cue;
    std::vector<Span> sources;
    std::vector<Span> contents;
    std::vector<Span> vias = {};                ///< who only passed the words on
    std::vector<Span> addressees = {};          ///< who was told
    bool inner = false;                         ///< lies in what another cue tells
    std::optional<std::string> act = {};        ///< what is done with the words: a name of `Act` (reading.h)
    std::optional<std::string> certainty = {};  ///< how far the source commits itself: a name of `Certainty`
    // In hundredths; no part of the JSON.
    float act_probability = 0;
    float cue_probability = 0;      ///< that the least likely of its words is a cue's
    float source_probability = 0;   ///< the same of the sources; 0 where there are none
    float content_probability = 0;  ///< the same of the contents; 0 where there are none
    bool operator==(const AttributionRelation&) const = default;
};

/// What something has to do with an event.
enum class EventRole { actor, recipient, victim, target, instrument, place, time };

template <>
struct NamesOf<EventRole> {
    static constexpr auto names =
        list_names<EventRole, EventRole::time>("actor", "recipient", "victim", "target", "instrument", "place", "time");
};

/// The words that tell of an event, in one piece: "opened fire", "attack", with what kind of event it is and who takes
/// part, as the network has it; told from a probability of about a twentieth on. Probabilities are in hundredths. Which
/// of a text's events are the same is not told.
struct EventWords {
    struct Likely {
        std::string name;
        float probability = 0;
        bool operator==(const Likely&) const = default;
    };
    /// A word that stands for somebody or something that takes part: the head of the words that name it.
    struct Participant {
        std::uint32_t head = 0;  ///< index into `Analysis::tokens`
        EventRole role = EventRole::actor;
        float probability = 0;  ///< at least a quarter; one word may have several roles
        bool operator==(const Participant&) const = default;
    };
    Span span;
    std::uint32_t first = 0, last = 0;  ///< `tokens[first, last)` are the words
    Likely type;                   ///< a name of docs/taxonomy.md, and how likely its first word tells of such an event
    Likely mode;                   ///< likewise, among the type's modes; no name where none of them fits
    std::vector<Likely> statuses;  ///< all but `disputed` of `EventStatus` (reading.h), the likeliest first
    std::vector<Participant> participants;  ///< in the order of the text
    bool operator==(const EventWords&) const = default;
};

/// Slots of MUC-4's templates of attacks, under MUC-4's names.
enum class FillerRole { perpetrator, perpetrator_organization, target, victim, weapon };

template <>
struct NamesOf<FillerRole> {
    static constexpr auto names =
        list_names<FillerRole, FillerRole::weapon>("PerpInd", "PerpOrg", "Target", "Victim", "Weapon");
};

/// Words that in a text about an attack name who did it, to whom or what, or with what, whichever attack it is; told
/// from a probability of about a twentieth on.
struct Filler {
    Span span;
    std::uint32_t first = 0, last = 0;  ///< `tokens[first, last)` are the words
    FillerRole role = FillerRole::perpetrator;
    float probability = 0;  ///< of its first word, in hundredths
    bool operator==(const Filler&) const = default;
};

/// The linguistic layer under a reading.
struct Analysis {
    std::optional<std::string> given_id;
    std::string text;  ///< the document's text
    std::vector<Sentence> sentences;
    std::vector<Token> tokens;
    std::vector<Name> names;
    std::vector<EntityMention> mentions = {};            ///< in the order of the text, the longer first
    std::vector<AttributionRelation> attributions = {};  ///< in the order of their cues
    std::vector<EventWords> event_words = {};            ///< in the order of the text; no part of the JSON
    std::vector<Filler> fillers = {};                    ///< likewise
    std::string model = {};  ///< `Analyser::model()` of the analyser that made it; no part of the JSON

    [[nodiscard]] std::string_view form(const Token& token) const { return words(text, token.span); }
    bool operator==(const Analysis&) const = default;
};

}  // namespace sayso
