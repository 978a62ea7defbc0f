#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/gazetteer.h"
#include "sayso/analysis.h"

namespace sayso::analyse {

/// What is known of a word whatever stands around it; bits of `WordFacts`.
enum WordFact : std::uint32_t {
    given_name = 1U << 0U,
    title = 1U << 1U,
    common_word = 1U << 2U,
    organization_head = 1U << 3U,
    facility_head = 1U << 4U,
    location_head = 1U << 5U,
    misc_head = 1U << 6U,
    month = 1U << 7U,
    weekday = 1U << 8U,
    currency = 1U << 9U,
    particle = 1U << 10U,        ///< "de", "bin", "van": within names of persons
    article_prefix = 1U << 11U,  ///< "al": joined to a name by a hyphen
    speech_verb = 1U << 12U,
    place_preposition = 1U << 13U,
    number_word = 1U << 14U,  ///< "million", "billion", "crore"
    no_acronym = 1U << 15U,   ///< in capitals, but no name: "CEO", "TV"
    // Set from the form of a token in its text:
    capital = 1U << 16U,
    all_capitals = 1U << 17U,
    small = 1U << 18U,
    digit = 1U << 19U,
    sentence_start = 1U << 20U,
    heading = 1U << 21U,  ///< in a sentence whose words are all capitalised
    taken = 1U << 22U,    ///< part of a date or sum found already
    // From the lexicon again:
    family_name = 1U << 23U,
    role = 1U << 24U,           ///< "skipper", "teacher": what a person is
    field = 1U << 25U,          ///< "agriculture", "health": what organizations are named after
    vessel = 1U << 26U,         ///< "ferry": before a ship's name
    vessel_prefix = 1U << 27U,  ///< "HMS"
    outfit = 1U << 28U,         ///< "insurer": before a company's name
    work = 1U << 29U,           ///< "novel", "titled": before a title in quotation marks
    place_noun = 1U << 30U,     ///< "district", "village"
    direction = 1U << 31U,      ///< "northern"
};
using WordFacts = std::uint32_t;

inline constexpr WordFacts any_head = organization_head | facility_head | location_head | misc_head;

/// The lists of lexicon/names_*.tsv, and the gazetteer.
class NamesLexicon {
public:
    NamesLexicon();

    /// Facts about a word in lower case.
    [[nodiscard]] WordFacts facts(std::string_view word) const;

    /// The type of a name that is known as it is written (one space between words), countries,
    /// demonyms and places of the gazetteer among them.
    [[nodiscard]] std::optional<NameType> known(std::string_view name) const;

    /// A city or region of the gazetteer: less certain than `known`, since many are words and surnames too.
    [[nodiscard]] std::optional<Toponym> toponym(std::string_view name) const { return gazetteer_.place(name); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
    };
    void add(std::string_view words, WordFact fact);
    void load_heads();
    void load_known();

    std::unordered_map<std::string, WordFacts, Hash, std::equal_to<>> facts_;
    std::unordered_map<std::string, NameType, Hash, std::equal_to<>> known_;
    Gazetteer gazetteer_;
};

}  // namespace sayso::analyse
