#pragma once

#include <cstdint>
#include <optional>

#include "read/text_words.h"

/// Noun phrases found without a parser: by the words that begin, join and end them. What does not
/// fit is no phrase, so that a source is rather missed than wrong.
namespace sayso {

/// TextWords [first, last) with the word that it is about; `core_last` ends the part before any apposition.
struct Phrase {
    std::int32_t first = 0, last = 0;
    std::int32_t head = none;
    std::int32_t core_last = 0;
};

/// The noun phrase that begins at `at` and ends before `limit`. `loose` lets it take all prepositional
/// phrases behind it, otherwise only those that make up a name or an office ("director of the bank").
[[nodiscard]] std::optional<Phrase> noun_phrase(const TextWords& words, std::int32_t at, std::int32_t limit,
                                                bool loose);

/// The source that ends right before word `end`: "Lena Orvik, the county engineer,". With `any_noun`, a
/// noun that is not known as a speaker is taken if it has an article.
[[nodiscard]] std::optional<Phrase> source_before(const TextWords& words, std::int32_t end, std::int32_t begin,
                                                  bool any_noun);

/// The source that begins at `at`, with its appositions.
[[nodiscard]] std::optional<Phrase> source_after(const TextWords& words, std::int32_t at, std::int32_t limit,
                                                 bool any_noun);

/// Whether the word can be the head of a source.
[[nodiscard]] bool is_speaker(const TextWords& words, const Phrase& phrase, bool any_noun);

/// "General Assembly President Lena Orvik", "Vesna agency (VNA) chief Bram Tell": the phrase with the person at its end
/// for its head, whatever body the words before the name tell of.
[[nodiscard]] Phrase about_person(const TextWords& words, Phrase phrase);

/// A form of a cue, and of no noun that can be a source.
[[nodiscard]] bool is_reporting_verb(const TextWords& words, std::int32_t at);

}  // namespace sayso
