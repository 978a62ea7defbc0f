#include "intake/credits.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/gazetteer.h"
#include "base/utf8.h"
#include "intake/dates.h"
#include "intake/wordings.h"

namespace sayso {
namespace {

constexpr std::size_t longest_dateline = 110;  ///< bytes
constexpr std::size_t shortest_rest = 40;

bool among(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Where the first white space from `at` on begins; the text's end if there is none.
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

/// Small words inside of names of people and places.
bool is_name_particle(std::string_view word) {
    return among(word, {"de",  "del", "della", "di",  "da",  "dos", "du",   "la",  "le", "el", "al",
                        "van", "von", "der",   "den", "bin", "ibn", "bint", "and", "&",  "of", "y"});
}

/// "24", "24,", "2024", "26/07/2022", "24th".
bool is_day_or_year(std::string_view word) {
    word = without_tail(word, ".,");
    if (word.empty() || word.size() > 10 || word.front() < '0' || word.front() > '9') return false;
    const auto rest = word.find_first_not_of("0123456789/.-");
    return rest == std::string_view::npos || among(word.substr(rest), {"st", "nd", "rd", "th"});
}

// ---- Bylines --------------------------------------------------------------------------------------

/// Names, with roles and what joins them: "Jane Doe and John Roe, Staff Writer".
bool is_name_list(std::string_view text, std::size_t least_names) {
    std::size_t names = 0;
    std::string small;  // words in lower case must make up a role
    const auto words = split_words(text);
    if (words.empty() || words.size() > 16) return false;
    for (const auto word : words) {
        const auto bare = without_tail(word, ".,;|/");
        if (bare.empty() || bare == "|" || bare == "/") continue;
        if (has_digit(bare)) return false;
        if (begins_upper(bare)) {
            ++names;
        } else if (!is_name_particle(bare) && !among(bare, {"in", "for", "with", "at"})) {
            small += (small.empty() ? "" : " ") + std::string(bare);
        }
    }
    return names >= least_names && (small.empty() || is_writer_role(small));
}

bool is_agency_list(std::string_view text) {
    bool any = false;
    while (!text.empty()) {
        const auto end = std::min({text.find(','), text.find('/'), text.find(" and "), text.find('&'), text.size()});
        const auto name = folded_wording(text.substr(0, end));
        if (!name.empty() && !is_agency(name)) return false;
        any = any || !name.empty();
        const auto skip = text.substr(end).starts_with(" and ") ? 5U : 1U;
        text.remove_prefix(std::min(end + skip, text.size()));
    }
    return any;
}

// ---- Datelines ------------------------------------------------------------------------------------

struct Separator {
    std::size_t begin = std::string_view::npos;
    std::size_t end = 0;
    [[nodiscard]] bool found() const { return begin != std::string_view::npos; }
};

/// The first dash or colon that may part a dateline from the text: a dash has a space on at least one side.
Separator next_separator(std::string_view text, std::size_t from) {
    int depth = 0;
    for (std::size_t at = from; at < text.size() && at < longest_dateline;) {
        const auto [code, next] = decode(text, at);
        if (code == '(') ++depth;
        if (code == ')') --depth;
        const bool space_before = at > 0 && is_space(decode_before(text, at).code);
        const bool space_behind = next < text.size() && is_space(decode(text, next).code);
        if (depth == 0) {
            if (code == ':' && space_behind) return {at, next};
            if (code == U'—' || code == U'–' || code == U'―') return {at, next};
            if (code == '-' && text.substr(next).starts_with('-')) return {at, next + 1};
            if (code == '-' && (space_before || space_behind)) return {at, next};
        }
        at = next;
    }
    return {};
}

/// What a dateline is made of, and what else it must not hold.
struct DatelineParts {
    bool good = false;
    bool date = false;
    bool agency = false;
    bool capitals = false;
    std::size_t place_words = 0;
};

DatelineParts parts_of(std::string_view text) {
    DatelineParts parts;
    const auto open = text.find('(');
    if (open != std::string_view::npos) {
        const auto close = text.find(')', open);
        if (close == std::string_view::npos || close - open > 45 ||
            !trimmed(without_tail(text.substr(close + 1), ".,")).empty()) {
            return parts;
        }
        parts.agency = true;
        text = text.substr(0, open);
    }
    parts.capitals = true;
    bool in_place = true;
    bool after_comma = false;  // a state or country behind the place is not in capitals
    for (const auto word : split_words(text)) {
        const auto bare = without_tail(word, ".,;/");
        if (bare.empty()) continue;
        const bool month = month_named(bare).has_value() && (parts.place_words > 0 || !in_place);
        if (month || is_day_or_year(bare) || (is_weekday(bare) && parts.place_words > 0)) {
            parts.date = parts.date || month || has_digit(bare);
            in_place = false;
        } else if (in_place && begins_upper(bare) && !has_digit(bare)) {
            ++parts.place_words;
            parts.capitals = parts.capitals && (after_comma || all_upper(bare));
            after_comma = after_comma || word.back() == ',';
        } else if (!in_place || !is_name_particle(bare) || parts.place_words == 0) {
            return parts;
        }
    }
    parts.good = parts.place_words > 0 || parts.date;
    return parts;
}

bool begins_sentence(std::string_view rest) {
    static constexpr std::u32string_view opening = U"\"“‘'«„(";
    rest = trimmed(rest);
    if (rest.size() < shortest_rest) return false;
    const auto [code, next] = decode(rest, 0);
    if (is_lower(code)) return is_upper(decode(rest, next).code);  // "iPhone"
    return is_letter(code) || is_digit(code) || opening.find(code) != std::u32string_view::npos;
}

/// Is one of the names between the commas that of a place?
bool names_known_place(std::string_view text) {
    static const Gazetteer gazetteer;
    while (!text.empty()) {
        const auto end = std::min({text.find(','), text.find('/'), text.find(" and "), text.find('&'), text.size()});
        const auto name = trimmed(without_tail(trimmed(text.substr(0, end)), ". "));
        if (!name.empty() && (gazetteer.place(name) != nullptr || gazetteer.country(name) != nullptr)) return true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

/// The country, state or names of a place before the first comma count apart.
bool has_long_part(std::string_view text) {
    std::size_t words = 0;
    for (const auto word : split_words(text.substr(0, text.find('(')))) {
        if (++words > 4) return true;
        if (word.back() == ',') words = 0;
    }
    return false;
}

/// A date or an agency is evidence enough; capitals are if no other label is written so; a name in ordinary
/// letters must be that of a known place.
bool is_likely(const DatelineParts& parts, std::string_view head) {
    if (!parts.good || parts.place_words == 0 || has_long_part(head)) return false;
    const auto place = trimmed(without_tail(head.substr(0, head.find_first_of(",(")), " ."));
    if (is_label(folded_wording(place))) return false;
    if (parts.date || parts.agency) return parts.place_words <= 8;
    if (parts.place_words > 5) return false;
    return (parts.capitals && place.size() > 2) || names_known_place(head);
}

}  // namespace

bool is_byline(std::string_view line) {
    line = trimmed(line);
    if (line.empty() || line.size() > 140 || line.find('\n') != std::string_view::npos) return false;
    const auto folded = folded_wording(line);
    if (folded.starts_with("by ")) {
        const auto names = trimmed(line.substr(find_space(line, 0)));
        return !folded.starts_with("by the ") && !line.ends_with('!') && !line.ends_with('?') &&
               (is_name_list(names, 2) || is_agency_list(names));
    }
    const bool marked = line.front() == '(' || line.front() == '[' || line.front() == '-' || line.starts_with("—") ||
                        line.starts_with("–");
    if (marked || folded.find('/') != std::string::npos) return is_agency_list(folded);
    return is_agency(folded);
}

bool is_name_in_place(std::string_view line) {
    line = trimmed(line);
    const auto in = line.find(" in ");
    if (line.size() > 70 || in == std::string_view::npos || ends_sentence(line)) return false;
    const auto names = split_words(line.substr(0, in));
    const auto places = split_words(line.substr(in + 4));
    const auto upper = [](std::string_view word) {
        return begins_upper(word) || is_name_particle(without_tail(word, ","));
    };
    return names.size() >= 2 && names.size() <= 7 && places.size() <= 4 && !places.empty() &&
           std::all_of(names.begin(), names.end(), upper) && std::all_of(places.begin(), places.end(), upper);
}

std::size_t end_of_dateline(std::string_view paragraph) {
    const auto first = next_separator(paragraph, 0);
    if (!first.found()) return 0;
    const auto head = trimmed(paragraph.substr(0, first.begin));
    const auto parts = parts_of(head);
    if (head.empty() || !parts.good || parts.place_words == 0) return 0;

    // "CAIRO – 26 July 2022: …" and "AFP.- London - …": a second part follows the first.
    const auto second = next_separator(paragraph, first.end);
    if (second.found() && begins_sentence(paragraph.substr(second.end)) && !has_long_part(head)) {
        const auto more = parts_of(trimmed(paragraph.substr(first.end, second.begin - first.end)));
        const bool date = more.good && more.date && more.place_words <= 2;
        const bool place = more.good && more.place_words > 0 && is_agency(folded_wording(without_tail(head, ". ")));
        if (date || place) return second.end;
    }
    if (!begins_sentence(paragraph.substr(first.end)) || !is_likely(parts, head)) return 0;
    return first.end;
}

}  // namespace sayso
