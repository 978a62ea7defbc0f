#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// UTF-8 and the properties of characters that more than one stage asks for.
namespace sayso {

/// Byte offset of the first sequence that is not UTF-8 (overlong forms and surrogates are not), or nothing.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The code point that begins at `at` in valid UTF-8, and the offset behind it. `at` must be inside.
struct Decoded {
    char32_t code;
    std::size_t next;
};
[[nodiscard]] Decoded decode(std::string_view text, std::size_t at);

/// The code point before `at` (0 at the beginning), and the offset where it begins.
[[nodiscard]] Decoded decode_before(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t code);

[[nodiscard]] bool is_space(char32_t code);   ///< white space, line ends and no-break spaces
[[nodiscard]] bool is_letter(char32_t code);  ///< letters and combining marks
[[nodiscard]] bool is_upper(char32_t code);
[[nodiscard]] bool is_lower(char32_t code);
[[nodiscard]] bool is_digit(char32_t code);  ///< decimal digits of any script

[[nodiscard]] std::string lower(std::string_view text);

/// Without white space at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Converts between byte and code point offsets of one text.
class CodePoints {
public:
    explicit CodePoints(std::string_view text);

    [[nodiscard]] std::uint32_t count() const { return count_; }
    /// Code points before byte `at`; `at` must lie on a code point's border.
    [[nodiscard]] std::uint32_t from_byte(std::uint32_t at) const;
    /// Byte offset of code point `at`, which must be at most `count()`.
    [[nodiscard]] std::uint32_t to_byte(std::uint32_t at) const;

private:
    static constexpr std::uint32_t stride = 64;
    std::string_view text_;
    std::uint32_t count_ = 0;
    bool ascii_ = true;
    std::vector<std::uint32_t> count_at_;  ///< code points before each `stride` bytes
    std::vector<std::uint32_t> byte_at_;   ///< byte offset of each `stride` code points
};

}  // namespace sayso
