#pragma once

#include <string>
#include <string_view>

namespace sayso {

/// The bytes of a report as NFC UTF-8 with LF line ends; nothing else is changed, but byte order marks at its
/// beginning are dropped. `origin` stands in error sentences. Throws `BadInput` for what is no text.
///
/// The encoding is told by the bytes:
/// - a byte order mark, or a NUL in every other of the first bytes: UTF-16;
/// - valid UTF-8: UTF-8;
/// - no well-formed sequence of UTF-8 beyond ASCII anywhere, and every byte a character of Windows-1252: Windows-1252;
/// - anything else is broken UTF-8 and refused, with the place.
///
/// Control characters are kept, but a NUL, or so many of them that it cannot be text, is refused as binary.
[[nodiscard]] std::string decoded_text(std::string_view bytes, const std::string& origin);

/// NFC and LF line ends, for text that is UTF-8 already (the values of a JSON line).
[[nodiscard]] std::string normalised(std::string_view utf8, const std::string& origin);

/// UTF-16 by byte order mark or by its NULs.
[[nodiscard]] bool is_utf16(std::string_view head);

/// UTF-16 as UTF-8, nothing normalised. Throws `BadInput`.
[[nodiscard]] std::string from_utf16(std::string_view bytes, const std::string& origin);

/// What kind of file begins so, if it is one that holds no plain text: "a PDF document"; empty otherwise.
[[nodiscard]] std::string_view binary_kind(std::string_view head);

/// Does a web page begin so?
[[nodiscard]] bool is_web_page(std::string_view head);

}  // namespace sayso
