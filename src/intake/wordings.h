#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sayso/article.h"

namespace sayso {

/// A line's wording as it is compared with lexicon/zones.tsv: lower case, white space as one space, curly
/// apostrophes straight, marks around the line taken off.
[[nodiscard]] std::string folded_wording(std::string_view line);

struct WordingMatch {
    ZoneKind kind;
    bool heads_list = false;  ///< title-like lines below belong to it
};

/// Teasers, captions and credits that are known by their wording. `opens_text`: it is the first line, which
/// may be a headline with a label ("Opinion: …").
[[nodiscard]] std::optional<WordingMatch> match_wording(std::string_view line, bool opens_text);

[[nodiscard]] bool is_agency(std::string_view folded);
[[nodiscard]] bool is_writer_role(std::string_view folded);
/// Words before a dash or colon that are no place.
[[nodiscard]] bool is_label(std::string_view folded);

/// Do the words stand in a list of lexicon/zones.tsv ("outlet")?
[[nodiscard]] bool is_listed(std::string_view list, std::string_view folded);
/// Where the longest words of the list end with which the text begins; 0 if there are none.
[[nodiscard]] std::size_t end_of_listed(std::string_view list, std::string_view folded);

/// Does a sentence end here: ".", "!", "?" or "…", closing marks aside?
[[nodiscard]] bool ends_sentence(std::string_view line);

}  // namespace sayso
