#include "intake/paragraphs.h"

#include <algorithm>

#include "base/utf8.h"

namespace sayso {
namespace {

constexpr std::uint32_t widest_wrap = 120;
constexpr std::uint32_t narrowest_wrap = 40;

struct Line {
    Span span;
    std::uint32_t width = 0;       ///< code points between the first and the last visible one
    std::uint32_t first_word = 0;  ///< code points
    bool indented = false;
    bool after_blank = false;
};

std::uint32_t count_code_points(std::string_view text) {
    return static_cast<std::uint32_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::vector<Line> visible_lines(std::string_view text) {
    std::vector<Line> lines;
    bool after_blank = true;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto visible = trimmed(text.substr(at, end - at));
        if (visible.empty()) {
            after_blank = true;
        } else {
            const auto begin = static_cast<std::uint32_t>(visible.data() - text.data());
            const auto first_word = visible.substr(0, visible.find_first_of(" \t"));
            lines.push_back({{begin, begin + static_cast<std::uint32_t>(visible.size())},
                             count_code_points(visible),
                             count_code_points(first_word),
                             begin > at,
                             after_blank});
            after_blank = false;
        }
        at = end + 1;
    }
    return lines;
}

struct Wrapping {
    std::uint32_t width = 0;  ///< 0: not wrapped by hand
    bool indents = false;     ///< paragraphs begin with an indented line
};

bool had_room(const Line& line, const Line& next, std::uint32_t width) {
    return line.width + 1 + next.first_word <= width;
}

Wrapping wrapping_of(const std::vector<Line>& lines) {
    std::uint32_t width = 0;
    std::size_t inner = 0;
    std::size_t indented = 0;
    for (const auto& line : lines) {
        width = std::max(width, line.width);
        if (line.after_blank) continue;
        ++inner;
        indented += line.indented ? 1 : 0;
    }
    if (width < narrowest_wrap || width > widest_wrap || inner < 3) return {};
    std::size_t full = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (!lines[i].after_blank && !had_room(lines[i - 1], lines[i], width)) ++full;
    }
    if (full * 10 < inner * 7) return {};
    return {width, indented > 0 && indented * 2 < inner};
}

bool begins_paragraph(const Line& before, const Line& line, const Wrapping& wrapping) {
    if (line.after_blank || wrapping.width == 0) return true;
    if (wrapping.indents && line.indented) return true;
    // Lines break a little early for reasons of their own; a paragraph's last line is clearly short.
    return had_room(before, line, wrapping.width - std::min(wrapping.width / 5, 15U));
}

}  // namespace

std::vector<Paragraph> find_paragraphs(std::string_view text) {
    const auto lines = visible_lines(text);
    const auto wrapping = wrapping_of(lines);
    std::vector<Paragraph> paragraphs;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i == 0 || begins_paragraph(lines[i - 1], lines[i], wrapping)) {
            paragraphs.push_back({lines[i].span, 1});
        } else {
            paragraphs.back().span.end = lines[i].span.end;
            ++paragraphs.back().lines;
        }
    }
    return paragraphs;
}

}  // namespace sayso
