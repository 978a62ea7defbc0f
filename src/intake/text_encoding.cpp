#include "intake/text_encoding.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <new>
#include <optional>

#include "base/utf8.h"
#include "sayso/error.h"

namespace sayso {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
/// utf8proc orders combining marks by insertion: longer runs would take quadratic time. Writing of any
/// language needs fewer than ten in a row.
constexpr std::size_t most_marks_in_a_row = 200;

unsigned char byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return out;
}

[[noreturn]] void refuse(const std::string& origin, const std::string& why) {
    throw BadInput((origin.empty() ? std::string("the text") : origin) + ": " + why);
}

std::size_t line_of(std::string_view bytes, std::size_t at) {
    return 1 +
           static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

// ---- Windows-1252 ---------------------------------------------------------------------------------

/// Code points of the bytes 80 to 9F; 0 where none is defined.
constexpr std::array<char32_t, 32> windows_1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<std::string> from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const char32_t code = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80U] : byte;
        if (code == 0) return std::nullopt;
        if (code < 0x80) {
            out.push_back(c);
        } else {
            append_utf8(out, code);
        }
    }
    return out;
}

/// Where the first whole sequence of more than one byte begins.
std::optional<std::size_t> first_long_sequence(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto lead = byte_at(bytes, at);
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
        if (length > 1 && at + length <= bytes.size() && !first_invalid_utf8(bytes.substr(at, length))) return at;
    }
    return std::nullopt;
}

// ---- UTF-16 ---------------------------------------------------------------------------------------

enum class ByteOrder { little, big };

std::optional<ByteOrder> utf16_order(std::string_view head) {
    if (head.starts_with("\xFF\xFE")) return ByteOrder::little;
    if (head.starts_with("\xFE\xFF")) return ByteOrder::big;
    const auto looked_at = std::min<std::size_t>(head.size(), 4096) & ~std::size_t{1};
    if (looked_at < 4) return std::nullopt;
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < looked_at; ++i) nuls[i % 2] += head[i] == '\0' ? 1 : 0;
    const auto most = looked_at / 2;
    if (nuls[0] == 0 && nuls[1] * 10 >= most * 7) return ByteOrder::little;
    if (nuls[1] == 0 && nuls[0] * 10 >= most * 7) return ByteOrder::big;
    return std::nullopt;
}

// ---- Normal form ----------------------------------------------------------------------------------

bool is_nfc_anywhere(char32_t code) {
    return code < 0x300 || (code >= 0x2010 && code < 0x2070) || code == 0x20AC;
}

/// Whether normalising may change the text at all; refuses what would take too long.
bool needs_nfc(std::string_view text, const std::string& origin) {
    bool needs = false;
    std::size_t marks = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, next] = decode(text, at);
        at = next;
        if (is_nfc_anywhere(code)) {
            marks = 0;
            continue;
        }
        needs = true;
        const bool mark = utf8proc_get_property(static_cast<utf8proc_int32_t>(code))->combining_class > 0;
        marks = mark ? marks + 1 : 0;
        if (marks > most_marks_in_a_row) {
            refuse(origin,
                   fmt::format("more than {} combining marks follow each other at byte {}, which is no writing; "
                               "remove them",
                               most_marks_in_a_row, at));
        }
    }
    return needs;
}

std::string nfc(std::string_view text, const std::string& origin) {
    if (!needs_nfc(text, origin)) return std::string(text);
    utf8proc_uint8_t* out = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &out, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    if (length == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
    if (length < 0) refuse(origin, "the text cannot be brought into normal form (NFC); save it as UTF-8");
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(length)};
}

std::string with_lf(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r') {
            out.push_back(text[at]);
        } else if (at + 1 == text.size() || text[at + 1] != '\n') {
            out.push_back('\n');
        }
    }
    return out;
}

// ---- Text or not ----------------------------------------------------------------------------------

bool is_odd_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !(byte >= '\t' && byte <= '\r')) || byte == 0x7F;
}

void refuse_binary(std::string_view bytes, const std::string& origin) {
    const auto odd = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_odd_control));
    const auto kind = binary_kind(bytes);
    if (odd > 0 && !kind.empty()) refuse(origin, fmt::format("this is {}, not text; give its text", kind));
    const auto nul = bytes.find('\0');
    if (nul != std::string_view::npos) {
        refuse(origin,
               fmt::format("this is not text (a NUL byte stands at byte {}); give plain text or JSON Lines", nul));
    }
    if (odd > 8 && odd * 50 > bytes.size()) {
        refuse(origin,
               fmt::format("this is not text ({} of {} bytes are control characters); give plain text or JSON Lines",
                           odd, bytes.size()));
    }
}

std::string as_utf8(std::string_view bytes, const std::string& origin) {
    if (is_utf16(bytes)) return from_utf16(bytes, origin);
    refuse_binary(bytes, origin);
    const auto invalid = first_invalid_utf8(bytes);
    if (!invalid) return std::string(bytes);
    if (!first_long_sequence(bytes)) {
        if (auto text = from_windows_1252(bytes)) return *std::move(text);
    }
    const bool one_line = bytes.find('\n') == std::string_view::npos;
    refuse(origin, fmt::format("broken UTF-8 at byte {}{}; save the text as UTF-8", *invalid,
                               one_line ? "" : fmt::format(" (line {})", line_of(bytes, *invalid))));
}

}  // namespace

bool is_utf16(std::string_view head) {
    return utf16_order(head).has_value();
}

std::string from_utf16(std::string_view bytes, const std::string& origin) {
    const auto order = utf16_order(bytes).value_or(ByteOrder::little);
    const std::size_t low = order == ByteOrder::little ? 0 : 1;
    const auto unit = [&](std::size_t at) {
        return static_cast<char32_t>(byte_at(bytes, at + low) | byte_at(bytes, at + 1 - low) << 8U);
    };
    const auto broken = [&](std::size_t at) {
        refuse(origin, fmt::format("broken UTF-16 at byte {}; save the text as UTF-8", at));
    };
    std::string out;
    out.reserve(bytes.size() / 2);
    std::size_t at = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ? 2 : 0;
    while (at + 1 < bytes.size()) {
        char32_t code = unit(at);
        if (code == 0 || (code >= 0xDC00 && code < 0xE000)) broken(at);
        if (code >= 0xD800 && code < 0xDC00) {
            const char32_t second = at + 3 < bytes.size() ? unit(at + 2) : 0;
            if (second < 0xDC00 || second >= 0xE000) broken(at);
            code = 0x10000 + ((code - 0xD800) << 10U) + (second - 0xDC00);
            at += 2;
        }
        at += 2;
        append_utf8(out, code);
    }
    if (at != bytes.size()) broken(at);
    return out;
}

std::string_view binary_kind(std::string_view head) {
    struct Kind {
        std::string_view magic;
        std::string_view name;
    };
    using namespace std::literals;
    static constexpr std::array kinds = {
        Kind{"%PDF-"sv, "a PDF document"},
        Kind{"PK\x03\x04"sv, "a zip archive (a Word, Excel or OpenDocument file is one too)"},
        Kind{"PK\x05\x06"sv, "an empty zip archive"},
        Kind{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Word, Excel or Outlook file"},
        Kind{"{\\rtf"sv, "a Rich Text (RTF) document"},
        Kind{"\x89PNG"sv, "a PNG image"},
        Kind{"\xFF\xD8\xFF"sv, "a JPEG image"},
        Kind{"GIF87a"sv, "a GIF image"},
        Kind{"GIF89a"sv, "a GIF image"},
        Kind{"RIFF"sv, "a WebP image, sound or video (RIFF)"},
        Kind{"\x7F"
             "ELF"sv,
             "a program (ELF)"},
        Kind{"SQLite format 3\0"sv, "an SQLite database"},
        Kind{"\x1f\x8b"sv, "gzip data"},
        Kind{"\x28\xb5\x2f\xfd"sv, "zstd data"},
        Kind{"BZh"sv, "bzip2 data"},
        Kind{"\xFD"
             "7zXZ"sv,
             "xz data"},
        Kind{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
        Kind{"Rar!\x1A\x07"sv, "a RAR archive"},
        Kind{"PAR1"sv, "a Parquet file"},
        Kind{"ID3"sv, "an MP3 sound"},
        Kind{"OggS"sv, "an Ogg sound or video"},
    };
    // A magic of letters alone may be the first word of a text: the bytes behind it must be no text.
    const auto start = head.substr(0, 16);
    const bool text =
        std::none_of(start.begin(), start.end(), is_odd_control) && !first_invalid_utf8(head.substr(0, 9));
    for (const auto& kind : kinds) {
        const bool sure = kind.magic.find_first_of("%{\x1A") != std::string_view::npos;
        if (head.starts_with(kind.magic) && (sure || !text)) return kind.name;
    }
    if (head.size() > 12 && head.substr(4, 4) == "ftyp") return "a video (MP4) or image (HEIC)";
    if (head.size() > 262 && head.substr(257, 5) == "ustar") return "a tar archive";
    return {};
}

bool is_web_page(std::string_view head) {
    if (head.starts_with(utf8_mark)) head.remove_prefix(utf8_mark.size());
    const auto begin = head.find_first_not_of(" \t\r\n\f");
    if (begin == std::string_view::npos) return false;
    const auto start = lower_ascii(head.substr(begin, 15));
    return start.starts_with("<!doctype html") || start.starts_with("<html");
}

std::string normalised(std::string_view utf8, const std::string& origin) {
    while (utf8.starts_with(utf8_mark)) utf8.remove_prefix(utf8_mark.size());
    return nfc(with_lf(utf8), origin);
}

std::string decoded_text(std::string_view bytes, const std::string& origin) {
    return normalised(as_utf8(bytes, origin), origin);
}

}  // namespace sayso
