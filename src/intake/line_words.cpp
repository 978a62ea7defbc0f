#include "intake/line_words.h"

#include <algorithm>

#include "base/utf8.h"

namespace sayso {

bool among(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::size_t find_space(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const auto [code, next] = decode(text, at);
        if (is_space(code)) break;
        at = next;
    }
    return at;
}

std::vector<std::string_view> split_words(std::string_view text) {
    std::vector<std::string_view> words;
    for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
        const auto end = find_space(text, 0);
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

std::string_view without_tail(std::string_view word, std::string_view marks) {
    while (!word.empty() && marks.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
    return word;
}

bool begins_upper(std::string_view word) {
    return !word.empty() && is_upper(decode(word, 0).code);
}

bool all_upper(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size();) {
        const auto [code, next] = decode(word, at);
        if (is_lower(code)) return false;
        letters += is_letter(code) ? 1 : 0;
        at = next;
    }
    return letters > 0;
}

bool has_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_name_particle(std::string_view word) {
    return among(word, {"de",  "del", "della", "di",  "da",  "dos", "du",   "la",  "le", "el", "al",
                        "van", "von", "der",   "den", "bin", "ibn", "bint", "and", "&",  "of", "y"});
}

}  // namespace sayso
