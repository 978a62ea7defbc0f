#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The files of `lexicon/` and `gazetteer/`, which are built into the program.
namespace sayso {

/// The bytes of a file by its path in the project ("lexicon/cues.tsv"). Throws `std::logic_error` for
/// a file that was not there when the program was built.
[[nodiscard]] std::string_view built_in_file(std::string_view path);

/// SHA-256 over all built-in files: which knowledge this program reads with.
[[nodiscard]] std::string built_in_hash();

/// The rows of a table: fields are separated by tabs, empty lines and lines that begin with "#" are
/// passed over. Each row has at least `columns` fields, empty where the line has fewer.
[[nodiscard]] std::vector<std::vector<std::string_view>> table_rows(std::string_view file, std::size_t columns);

}  // namespace sayso
