#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/date_lines.h"
#include "sayso/article.h"

namespace sayso {

/// Names that came with a report, by which a line is known that is nothing but such a name.
class KnownNames {
public:
    KnownNames() = default;
    KnownNames(const std::vector<std::string>& authors, std::string_view outlet, std::string_view url);
    [[nodiscard]] bool has(std::string_view line) const;

private:
    std::vector<std::string> names_;
    std::string host_;  ///< letters of the url's host
};

/// What a line between the headline and the running text says of the report itself: who wrote it, when it was
/// published, or both ("By Jane Doe | 4 May 2025").
struct HeadLine {
    bool credit = false;
    std::optional<DateLine> date;
};

/// Nothing for a line that is none, or could well be something else.
[[nodiscard]] std::optional<HeadLine> read_head_line(std::string_view line, const KnownNames& known = {});

/// "Jane Doe", "Meridian Press Agency": names, which credit the report if the lines around them tell so.
[[nodiscard]] bool is_bare_name(std::string_view line);

/// The name of an outlet by its last word: "Lisk Courier".
[[nodiscard]] bool is_outlet_name(std::string_view line);

/// When the report was published, by the date lines above its running text, in ISO 8601.
[[nodiscard]] std::optional<std::string> published_in_head(std::string_view text, const std::vector<Zone>& zones);

}  // namespace sayso
