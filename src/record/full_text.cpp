#include "record/full_text.h"

#include <utility>

namespace sayso::full_text {
namespace {

constexpr std::string_view spaces = " \t\n\r\f\v";

/// FTS5 takes what stands in its strings for words, whatever it is; marks in them only part words. A
/// string without words is passed over.
void append_string(std::string& out, std::string_view words) {
    if (!out.empty()) out += ' ';
    out += '"';
    for (const char c : words) out += c == '"' || c == '\0' ? ' ' : c;
    out += '"';
}

/// The text up to the first of `ends`, which is taken off it.
std::string_view take_until(std::string_view& text, std::string_view ends) {
    const auto taken = text.substr(0, text.find_first_of(ends));
    text.remove_prefix(taken.size());
    return taken;
}

/// FTS5 takes an empty query for an error, and an empty string for words that stand nowhere.
std::string or_nothing(std::string query) {
    return query.empty() ? R"("")" : std::move(query);
}

}  // namespace

std::string query_for_words(std::string_view query) {
    std::string out;
    while (!query.empty()) {
        if (query.front() == '"') {
            query.remove_prefix(1);
            if (query.find('"') == std::string_view::npos) continue;  // begins no phrase
            append_string(out, take_until(query, "\""));
            query.remove_prefix(1);
        } else if (spaces.find(query.front()) != std::string_view::npos) {
            query.remove_prefix(1);
        } else {
            const auto word = take_until(query, " \t\n\r\f\v\"");
            append_string(out, word);
            if (word.size() > 1 && word.ends_with('*')) out += '*';
        }
    }
    return or_nothing(std::move(out));
}

std::string query_for_name(std::string_view name) {
    std::string out;
    while (!name.empty()) {
        const auto word = take_until(name, spaces);
        if (!word.empty()) append_string(out, word);
        name.remove_prefix(name.empty() ? 0 : 1);
    }
    return or_nothing(std::move(out));
}

}  // namespace sayso::full_text
