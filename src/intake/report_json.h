#pragma once

#include <string>
#include <string_view>

#include "sayso/article.h"
#include "sayso/intake.h"

namespace sayso {

/// Does a JSON object begin here: "{", then a key and ":", or "}"? White space may stand before it.
[[nodiscard]] bool begins_object(std::string_view text);

/// One JSON object as an article: a report by the fields of docs/intake.md, or an article or reading that Sayso
/// wrote. Throws `BadInput`.
[[nodiscard]] Article article_from_object(std::string_view json, const std::string& origin, const Limits& limits);

/// Is this a whole JSON object that holds a report's text (or says its format)?
[[nodiscard]] bool is_report_object(std::string_view line);

}  // namespace sayso
