#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/article.h"
#include "sayso/error.h"

/// Intake: from bytes to articles.
///
/// Files, folders (walked in the order of their names) and standard input ("-") hold plain text, one
/// report a file, or JSON Lines, one report a line; either may be packed with gzip or zstd. Which it is
/// is told by the content, not the name. Text may be UTF-8 with or without a byte order mark, UTF-16
/// or Windows-1252, and comes out as NFC UTF-8 with LF line ends.
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
    std::optional<std::string> published;
    std::optional<std::string> language;
    std::string text;  ///< bytes in any of the encodings above
    std::string origin;
};

/// Takes an article; returns false to stop the intake.
using ArticleSink = std::function<bool(Article&&)>;
/// Is told of each input, or line of one, that cannot be read (`MissingInput` or `BadInput`); the
/// intake goes on with the next.
using FaultSink = std::function<void(const Error&)>;

/// Reads all reports of `inputs`, in order.
void take_in(const std::vector<std::string>& inputs, const Limits& limits, const ArticleSink& sink,
             const FaultSink& on_fault);

/// Decodes and normalises one report's text, finds its zones and its id. Throws `BadInput` when the
/// text is empty, binary, broken or too large.
[[nodiscard]] Article make_article(const Report& report, const Limits& limits = {});

}  // namespace sayso
