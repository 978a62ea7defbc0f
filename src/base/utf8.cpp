#include "base/utf8.h"

#include <utf8proc.h>

namespace sayso {
namespace {

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

utf8proc_category_t category(char32_t code) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(code));
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        utf8proc_int32_t code = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                             static_cast<utf8proc_ssize_t>(text.size() - at), &code);
        if (length <= 0) return at;
        at += static_cast<std::size_t>(length);
    }
    return std::nullopt;
}

Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    const char32_t lead = byte(at);
    if (lead < 0x80) return {lead, at + 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (at + length > text.size()) return {lead, at + 1};
    char32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) code = (code << 6U) | (byte(at + i) & 0x3FU);
    return {code, at + length};
}

Decoded decode_before(std::string_view text, std::size_t at) {
    if (at == 0) return {0, 0};
    std::size_t begin = at - 1;
    while (begin > 0 && is_continuation(text[begin])) --begin;
    return {decode(text, begin).code, begin};
}

void append_utf8(std::string& out, char32_t code) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

bool is_space(char32_t code) {
    if (code < 0x80) return code == ' ' || (code >= '\t' && code <= '\r');
    const auto kind = category(code);
    return kind == UTF8PROC_CATEGORY_ZS || kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP ||
           code == 0x85 || code == 0x200B || code == 0xFEFF;
}

bool is_letter(char32_t code) {
    if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    const auto kind = category(code);
    return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_ME;
}

bool is_upper(char32_t code) {
    if (code < 0x80) return code >= 'A' && code <= 'Z';
    const auto kind = category(code);
    return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t code) {
    if (code < 0x80) return code >= 'a' && code <= 'z';
    return category(code) == UTF8PROC_CATEGORY_LL;
}

bool is_digit(char32_t code) {
    if (code < 0x80) return code >= '0' && code <= '9';
    return category(code) == UTF8PROC_CATEGORY_ND;
}

std::string lower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, next] = decode(text, at);
        if (code < 0x80) {
            out.push_back(static_cast<char>(code >= 'A' && code <= 'Z' ? code + 32 : code));
        } else {
            append_utf8(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code))));
        }
        at = next;
    }
    return out;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty()) {
        const auto [code, next] = decode(text, 0);
        if (!is_space(code)) break;
        text.remove_prefix(next);
    }
    while (!text.empty()) {
        const auto [code, begin] = decode_before(text, text.size());
        if (!is_space(code)) break;
        text = text.substr(0, begin);
    }
    return text;
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
    for (const char byte : text) {
        if (static_cast<unsigned char>(byte) >= 0x80) {
            ascii_ = false;
            break;
        }
    }
    if (ascii_) {
        count_ = static_cast<std::uint32_t>(text.size());
        return;
    }
    for (std::uint32_t at = 0; at < text.size(); ++at) {
        if (at % stride == 0) count_at_.push_back(count_);
        if (is_continuation(text[at])) continue;
        if (count_ % stride == 0) byte_at_.push_back(at);
        ++count_;
    }
}

std::uint32_t CodePoints::from_byte(std::uint32_t at) const {
    if (ascii_) return at;
    if (at >= text_.size()) return count_;
    std::uint32_t count = count_at_[at / stride];
    for (std::uint32_t i = at - at % stride; i < at; ++i) count += is_continuation(text_[i]) ? 0 : 1;
    return count;
}

std::uint32_t CodePoints::to_byte(std::uint32_t at) const {
    if (ascii_) return at;
    if (at >= count_) return static_cast<std::uint32_t>(text_.size());
    std::uint32_t byte = byte_at_[at / stride];
    for (std::uint32_t left = at % stride; left > 0; --left) {
        do ++byte;
        while (is_continuation(text_[byte]));
    }
    return byte;
}

}  // namespace sayso
