#pragma once

#include <string>
#include <string_view>

#include "sayso/analysis.h"
#include "sayso/article.h"
#include "sayso/reading.h"

/// The JSON forms of the types, one object on one line (JSON Lines, no line end). The schemas are
/// docs/schema/*.schema.json. Spans count code points there and bytes in C++.
///
/// What is written, read back and written again is the same bytes. Reading checks what it is given:
/// text that is no JSON, a missing or misshapen field, a span outside the text, an unknown name or a
/// format of a newer version is a `BadInput` that names the field. Unknown fields are passed over.
namespace sayso {

inline constexpr std::string_view article_format = "sayso-article/1";
inline constexpr std::string_view reading_format = "sayso-reading/1";

[[nodiscard]] std::string to_json(const Article& article);
[[nodiscard]] std::string to_json(const Analysis& analysis);
[[nodiscard]] std::string to_json(const Reading& reading);

[[nodiscard]] Article article_from_json(std::string_view line);
[[nodiscard]] Analysis analysis_from_json(std::string_view line);
[[nodiscard]] Reading reading_from_json(std::string_view line);

}  // namespace sayso
