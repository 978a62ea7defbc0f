#include "cli/typeset.h"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace sayso::cli {
namespace {

constexpr std::size_t least_room = 10;

/// Select Graphic Rendition (ECMA-48): attributes and one colour that are legible on light and dark.
std::string_view code_of(Style style) {
    switch (style) {
        case Style::plain:
            return "";
        case Style::heading:
        case Style::strong:
            return "\x1b[1m";
        case Style::faint:
            return "\x1b[2m";
        case Style::marker:
            return "\x1b[36m";
        case Style::match:
            return "\x1b[1;4m";
    }
    return "";
}

/// Embeddings, overrides and isolates, with which a text could make the lines around it unreadable.
bool turns_direction(char32_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

void append_harmless(std::string& out, std::string_view valid) {
    for (std::size_t at = 0; at < valid.size();) {
        const auto [code, next] = decode(valid, at);
        if (code < 0x20) {
            append_utf8(out, 0x2400 + code);
        } else if (code == 0x7F) {
            append_utf8(out, 0x2421);
        } else if (code >= 0x80 && code < 0xA0) {
            append_utf8(out, 0xFFFD);
        } else if (!turns_direction(code) && code != 0xAD) {
            out.append(valid, at, next - at);
        }
        at = next;
    }
}

std::size_t width_of(char32_t code) {
    if (code >= 0x20 && code < 0x7F) return 1;
    return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(code))));
}

bool keeps_together(char32_t space) {
    return space == 0xA0 || space == 0x202F || space == 0x2007;
}

}  // namespace

std::string harmless(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (const auto broken = first_invalid_utf8(text)) {
        append_harmless(out, text.substr(0, *broken));
        append_utf8(out, 0xFFFD);
        text.remove_prefix(*broken + 1);
    }
    append_harmless(out, text);
    return out;
}

std::size_t columns(std::string_view text) {
    const auto clean = harmless(text);
    std::size_t sum = 0;
    for (std::size_t at = 0; at < clean.size();) {
        const auto [code, next] = decode(clean, at);
        sum += width_of(code);
        at = next;
    }
    return sum;
}

Typesetter::Typesetter(Page page) : page_(page) {}

std::size_t Typesetter::room() const {
    return std::max(least_room, page_.width - std::min(page_.width, margin_));
}

void Typesetter::set_margin(std::size_t margin) {
    margin_ = margin;
}

void Typesetter::set_style(Style style) {
    if (!page_.colour || style == style_) return;
    if (style_ != Style::plain) out_ += "\x1b[0m";
    out_ += code_of(style);
    style_ = style;
}

void Typesetter::put(const Piece& piece) {
    set_style(piece.style);
    out_ += piece.text;
    line_width_ += piece.width;
}

void Typesetter::begin_line() {
    if (line_begun_) return;
    if (std::exchange(blank_waits_, false)) out_ += '\n';
    out_.append(margin_ - std::min(margin_, label_width_), ' ');
    label_width_ = 0;
    line_begun_ = true;
    line_width_ = 0;
}

void Typesetter::break_line() {
    set_style(Style::plain);
    out_ += '\n';
    line_begun_ = false;
    space_waits_ = false;
}

void Typesetter::label(std::string_view text, Style style) {
    if (std::exchange(blank_waits_, false)) out_ += '\n';
    const auto clean = harmless(text);
    set_style(style);
    out_ += clean;
    set_style(Style::plain);
    label_width_ = columns(clean);
    if (label_width_ + 1 > margin_) {
        out_ += '\n';
        label_width_ = 0;
    }
}

/// Puts the finished word on this line, or the next; a word longer than a line is cut at its edge.
void Typesetter::end_word() {
    if (word_.empty()) return;
    const std::size_t space = space_waits_ && line_begun_ ? 1 : 0;
    if (line_begun_ && line_width_ > 0 && line_width_ + space + word_width_ > room()) {
        break_line();
    } else if (space > 0) {
        set_style(style_ == word_.front().style ? style_ : Style::plain);
        out_ += ' ';
        ++line_width_;
    }
    begin_line();
    for (const auto& piece : word_) {
        if (piece.width > 0 && line_width_ + piece.width > room()) {
            break_line();
            begin_line();
        }
        put(piece);
    }
    word_.clear();
    word_width_ = 0;
    space_waits_ = false;
}

void Typesetter::add_character(std::string_view bytes, std::size_t width, Style style) {
    // Between the characters of scripts written without spaces a line may break.
    if (width > 1) end_word();
    word_.push_back({std::string(bytes), style, width});
    word_width_ += width;
}

void Typesetter::add(std::string_view text, Style style) {
    const auto spaced = [&] {
        std::string out(text);
        for (auto& c : out) {
            if (c == '\n' || c == '\t' || c == '\r') c = ' ';
        }
        return harmless(out);
    }();
    for (std::size_t at = 0; at < spaced.size();) {
        const auto [code, next] = decode(spaced, at);
        if (keeps_together(code)) {
            add_character(" ", 1, style);
        } else if (is_space(code)) {
            end_word();
            space_waits_ = line_begun_;
        } else {
            const auto width = width_of(code);
            add_character(std::string_view(spaced).substr(at, next - at), width, style);
        }
        at = next;
    }
}

void Typesetter::add_whole(std::string_view text, Style style) {
    end_word();
    begin_line();
    const auto clean = harmless(text);
    put({clean, style, columns(clean)});
}

void Typesetter::end_line() {
    end_word();
    if (!line_begun_ && label_width_ == 0) return;
    label_width_ = 0;
    break_line();
}

void Typesetter::blank() {
    if (!out_.empty()) blank_waits_ = true;
}

void Typesetter::rule(std::string_view title) {
    blank();
    const auto margin = std::exchange(margin_, 0);
    add(title, Style::heading);
    end_word();
    std::string line = " ";
    for (auto column = line_width_ + 1; column < page_.width; ++column) line += "─";
    add_whole(line, Style::faint);
    end_line();
    blank();
    margin_ = margin;
}

std::string Typesetter::take() {
    end_line();
    blank_waits_ = false;
    return std::exchange(out_, {});
}

}  // namespace sayso::cli
