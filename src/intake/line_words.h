#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

/// Words of a line, and how they are written.
namespace sayso {

[[nodiscard]] bool among(std::string_view word, std::initializer_list<std::string_view> list);
/// Where the first white space from `at` on begins; the text's end if there is none.
[[nodiscard]] std::size_t find_space(std::string_view text, std::size_t at);
/// What stands between white space, with the marks at it.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);
[[nodiscard]] std::string_view without_tail(std::string_view word, std::string_view marks);
[[nodiscard]] bool begins_upper(std::string_view word);
[[nodiscard]] bool all_upper(std::string_view word);
[[nodiscard]] bool has_digit(std::string_view word);
/// Small words inside of names of people and places: "de", "bin", "of".
[[nodiscard]] bool is_name_particle(std::string_view word);

}  // namespace sayso
