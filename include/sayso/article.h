#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sayso/names_of.h"
#include "sayso/span.h"

namespace sayso {

/// What part of a page a stretch of text is. Nothing is ever read out of a teaser (links to other
/// stories, advertisements, sign-up lines).
enum class ZoneKind { headline, byline, dateline, paragraph, pull_quote, caption, teaser };

template <>
struct NamesOf<ZoneKind> {
    static constexpr auto names = list_names<ZoneKind, ZoneKind::teaser>("headline", "byline", "dateline", "paragraph",
                                                                         "pull-quote", "caption", "teaser");
};

/// Zones do not overlap, stand in the order of the text, and begin and end at visible characters.
/// Text in no zone (white space, a web address alone on the first line) is not read.
struct Zone {
    ZoneKind kind = ZoneKind::paragraph;
    Span span;
    bool operator==(const Zone&) const = default;
};

/// A report as it is kept: its text and what is known about it. A field that is not known is absent
/// (or, for `authors` and `zones`, empty).
struct Document {
    std::string id;  ///< SHA-256 of `text`, in hexadecimal
    std::optional<std::string> url;
    std::optional<std::string> outlet;
    std::optional<std::string> title;
    std::vector<std::string> authors;
    std::optional<std::string> published;  ///< ISO 8601 date or date-time
    std::optional<std::string> language;   ///< ISO 639-1, as the input gives it
    std::string text;                      ///< UTF-8, NFC, LF line ends; otherwise as given. A title given apart
                                           ///< comes first, then a blank line
    std::vector<Zone> zones;
    bool operator==(const Document&) const = default;
};

/// What intake gives: one report, ready to be analysed.
struct Article {
    std::optional<std::string> given_id;  ///< the `id` that the input gave
    Document document;
    std::string origin;  ///< file (and line) it came from, for messages; not part of the JSON

    bool operator==(const Article&) const = default;
};

}  // namespace sayso
