#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/article.h"
#include "sayso/error.h"

/// Intake: from bytes to articles (docs/intake.md).
///
/// Files, folders (walked in the order of their names) and standard input ("-") hold plain text, one
/// report a file, or JSON Lines, one report a line; either may be packed with gzip or zstd. Which it is
/// is told by the content, not the name:
///
/// - A file that begins with a JSON object (`{`, then a key in quotation marks and `:`) holds JSON Lines,
///   or objects spread over lines; one that begins with `[` and such an object is a list of them.
/// - Any other file is one plain text, unless one of its lines is a whole JSON object with a report's text
///   in it: then these are JSON Lines, and the lines before it are faults.
///
/// So a text that merely begins with a brace or a bracket is a text, and a broken line of JSON never is.
/// Text may be UTF-8 with or without a byte order mark, UTF-16 or Windows-1252, and comes out as NFC
/// UTF-8 with LF line ends; nothing else of it is changed.
///
/// Faults are told as "FILE[, line N]: what is wrong; what to do".
namespace sayso {

/// What a report may cost. Larger ones are refused, never cut.
struct Limits {
    std::size_t text_bytes = 20'000'000;         ///< one report, or one JSON line, unpacked
    std::size_t unpacked_bytes = 4'000'000'000;  ///< one packed file, unpacked
};

/// What is known of a report before it is an article.
struct Report {
    std::optional<std::string> given_id;
    std::optional<std::string> url;
    std::optional<std::string> outlet;
    std::optional<std::string> title;
    std::vector<std::string> authors;
    std::optional<std::string> published;  ///< a date in any usual form; left out if it is none
    std::optional<std::string> language;
    std::string text;    ///< bytes in any of the encodings above
    std::string origin;  ///< stands in error sentences
};

/// Takes an article; returns false to stop the intake.
using ArticleSink = std::function<bool(Article&&)>;
/// Is told of each input, or line of one, that cannot be read (`MissingInput` or `BadInput`); the
/// intake goes on with the next.
using FaultSink = std::function<void(const Error&)>;

/// Reads all reports of `inputs`, in order. Lines and packed files are streamed: memory does not grow with
/// a file. A file that is cut off or broken gives the reports before that place, and a fault. What `sink`
/// and `on_fault` throw is passed on.
void take_in(const std::vector<std::string>& inputs, const Limits& limits, const ArticleSink& sink,
             const FaultSink& on_fault);

/// Decodes and normalises one report's text, puts its title before it unless it begins with it, and finds its
/// zones and its id. When it was published is told by `published`, or else by a date line in the text's head, or else
/// by the day in the url's path. Throws `BadInput` when the text is empty, binary, broken, a web page or too large.
[[nodiscard]] Article make_article(const Report& report, const Limits& limits = {});

}  // namespace sayso
