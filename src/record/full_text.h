#pragma once

#include <string>
#include <string_view>

/// Queries for SQLite's full-text index (FTS5) that no input can turn into anything else or into an error.
namespace sayso::full_text {

/// For words, "phrases in quotation marks" and prefix*, all of which must be there. Anything else, the
/// operators of FTS5 too, is taken for words.
[[nodiscard]] std::string query_for_words(std::string_view query);

/// For a name all of whose words must be there.
[[nodiscard]] std::string query_for_name(std::string_view name);

}  // namespace sayso::full_text
