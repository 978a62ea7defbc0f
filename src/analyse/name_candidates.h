#pragma once

#include <cstdint>
#include <string_view>

#include "analyse/name_sentence.h"

/// Which words may be parts of names: runs of capitalised words with what joins them.
namespace sayso::analyse {

[[nodiscard]] bool is_name_word(const NameSentence& s, std::uint32_t at);

[[nodiscard]] bool is_hyphen_at(const NameSentence& s, std::uint32_t at);

/// "al-" before a name.
[[nodiscard]] bool is_article(const NameSentence& s, std::uint32_t at);

/// A common word, or one with `other` facts; "US" is not "us".
[[nodiscard]] bool is_common(const NameSentence& s, std::uint32_t at, WordFacts other);

[[nodiscard]] bool is_title_case(std::string_view form);

/// "II", "XIV"
[[nodiscard]] bool is_roman_numeral(std::string_view form);

[[nodiscard]] bool is_initial(std::string_view form);

/// The small half of a given name: the "hyun" of "Tae-hyun".
[[nodiscard]] bool is_second_half(const NameSentence& s, std::uint32_t at);

[[nodiscard]] bool begins_run(const NameSentence& s, std::uint32_t at);

[[nodiscard]] std::uint32_t run_end(const NameSentence& s, std::uint32_t at);

}  // namespace sayso::analyse
