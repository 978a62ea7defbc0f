#pragma once

#include <string_view>
#include <vector>

#include "intake/head_lines.h"
#include "sayso/article.h"

namespace sayso {

/// The zones of a report's text (docs/intake.md has the rules). `title_size` is the length of the title that
/// the text begins with, 0 if none was given; `known` are names that came with it. Pure, and linear in the text's
/// length.
[[nodiscard]] std::vector<Zone> find_zones(std::string_view text, std::size_t title_size = 0,
                                           const KnownNames& known = {});

/// The web address that stands alone on the first line with anything on it; empty if there is none.
[[nodiscard]] std::string_view leading_web_address(std::string_view text);

}  // namespace sayso
