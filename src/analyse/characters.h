#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"

/// What a character is to the analyser, with a table for ASCII because every byte of a text is asked.
namespace sayso::analyse {

enum class CharacterKind : std::uint8_t { space, letter, digit, other };

[[nodiscard]] inline CharacterKind kind_of(char32_t code) {
    static constexpr auto ascii = [] {
        std::array<CharacterKind, 128> kinds{};
        for (std::size_t c = 0; c < kinds.size(); ++c) {
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            const bool digit = c >= '0' && c <= '9';
            const bool space = c == ' ' || (c >= '\t' && c <= '\r');
            kinds[c] = letter  ? CharacterKind::letter
                       : digit ? CharacterKind::digit
                       : space ? CharacterKind::space
                               : CharacterKind::other;
        }
        return kinds;
    }();
    if (code < 128) return ascii[code];
    if (is_letter(code)) return CharacterKind::letter;
    if (is_digit(code)) return CharacterKind::digit;
    return is_space(code) ? CharacterKind::space : CharacterKind::other;
}

[[nodiscard]] inline bool is_apostrophe(char32_t code) {
    return code == '\'' || code == 0x2019 || code == 0x02BC;
}

/// Hyphens, not dashes.
[[nodiscard]] inline bool is_hyphen(char32_t code) {
    return code == '-' || code == 0x2010 || code == 0x2011;
}

[[nodiscard]] inline bool is_closing(char32_t code) {
    return code == ')' || code == ']' || code == '}' || code == 0x201D || code == 0x2019 || code == 0xBB ||
           code == 0x203A;
}

[[nodiscard]] inline bool is_opening(char32_t code) {
    return code == '(' || code == '[' || code == '{' || code == 0x201C || code == 0x2018 || code == 0xAB ||
           code == 0x2039 || code == 0x201E || code == 0x201A;
}

[[nodiscard]] inline char32_t first_of(std::string_view text) {
    return text.empty() ? 0 : decode(text, 0).code;
}

}  // namespace sayso::analyse
