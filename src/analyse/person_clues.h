#pragma once

#include <cstdint>
#include <string_view>

#include "analyse/name_sentence.h"

/// What tells that capitals are a person's name: titles before them, speech, age, initials.
namespace sayso::analyse {

[[nodiscard]] bool is_title_before(const NameSentence& s, std::uint32_t at);

/// "minister of", "Chief of" before the run.
[[nodiscard]] bool is_office_before(const NameSentence& s, std::uint32_t at);

/// Titles, with the words that belong to them: "Deputy Foreign Minister", "Minister of Finance".
[[nodiscard]] std::uint32_t behind_title(const NameSentence& s, std::uint32_t at, std::uint32_t end);

/// "Information Technology Amr Talat": where a given name follows common words.
[[nodiscard]] std::uint32_t person_behind_common(const NameSentence& s, std::uint32_t at, std::uint32_t end);

[[nodiscard]] std::uint32_t last_word(const NameSentence& s, std::uint32_t at, std::uint32_t end);

/// Two to four words in title case, none of them known as anything.
[[nodiscard]] bool looks_like_person(const NameSentence& s, std::uint32_t at, std::uint32_t end);

/// "Lask, 45,"; `end` is behind the name.
[[nodiscard]] bool has_age(const NameSentence& s, std::uint32_t end);

[[nodiscard]] bool speaks(const NameSentence& s, std::uint32_t at);

/// What the words of a run of capitals are like.
struct RunShape {
    std::uint32_t capitals = 0;  ///< capitalised words
    bool common = false;         ///< a common word, a head or a long word in capitals is among them
    bool initial = false;        ///< "J." is among them
};
[[nodiscard]] RunShape shape_of_run(const NameSentence& s, std::uint32_t at, std::uint32_t end);

/// Whether the words themselves, the title before them or the document tell that the run names a person.
[[nodiscard]] bool is_person_run(const NameSentence& s, std::uint32_t at, std::uint32_t end, const RunShape& shape,
                                 bool titled);

/// "the", "a" before the word.
[[nodiscard]] bool is_article_before(const NameSentence& s, std::uint32_t at);

/// A family name, or an ending that only family names have ("…enko", "…shvili").
[[nodiscard]] bool is_family_name(const NameSentence& s, std::uint32_t at);

/// A given or family name in two to four words, none of which says that it is anything else.
[[nodiscard]] bool has_person_word(const NameSentence& s, std::uint32_t at, std::uint32_t end);

/// Speaks, has an age, is somebody "who", or is later called by the last word alone.
[[nodiscard]] bool has_person_clue(const NameSentence& s, std::uint32_t at, std::uint32_t end, std::uint32_t last);

}  // namespace sayso::analyse
