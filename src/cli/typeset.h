#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::cli {

/// How a stretch of text looks. Without colour all look alike, so nothing may be told by style alone.
enum class Style { plain, heading, strong, faint, marker, match };

struct Page {
    std::size_t width = 80;
    bool colour = false;
};

/// The text with nothing in it that a terminal obeys: control characters become their pictures ("␛"),
/// marks that turn the direction of writing go, what is not UTF-8 becomes U+FFFD. Line ends are control characters.
[[nodiscard]] std::string harmless(std::string_view text);

/// Columns that the text takes up on a terminal.
[[nodiscard]] std::size_t columns(std::string_view text);

/// Sets text in lines: wraps it at white space to the page's width, behind a margin, in styles.
/// Whatever is added is made harmless first.
class Typesetter {
public:
    explicit Typesetter(Page page);

    /// Columns left free before the lines that follow.
    void set_margin(std::size_t margin);
    /// Puts a text into the margin of the next line, or on a line of its own if it is too long for that.
    void label(std::string_view text, Style style = Style::plain);
    /// Adds text; any white space in it is a place to break.
    void add(std::string_view text, Style style = Style::plain);
    /// Adds text that is not broken, however long.
    void add_whole(std::string_view text, Style style = Style::plain);
    void end_line();
    /// An empty line; never two together, none at the beginning.
    void blank();
    /// A heading with a line drawn to the page's edge.
    void rule(std::string_view title);

    [[nodiscard]] std::string take();

private:
    struct Piece {
        std::string text;
        Style style;
        std::size_t width;
    };

    void add_character(std::string_view bytes, std::size_t width, Style style);
    void end_word();
    void break_line();
    void begin_line();
    void put(const Piece& piece);
    void set_style(Style style);
    [[nodiscard]] std::size_t room() const;

    Page page_;
    std::size_t margin_ = 0;
    std::string out_;
    std::vector<Piece> word_;
    std::size_t word_width_ = 0;
    std::size_t line_width_ = 0;  ///< of the line without its margin
    bool line_begun_ = false;
    bool space_waits_ = false;
    bool blank_waits_ = false;
    std::size_t label_width_ = 0;  ///< of what stands in the margin already
    Style style_ = Style::plain;
};

}  // namespace sayso::cli
