#include "intake/credits.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/gazetteer.h"
#include "base/utf8.h"
#include "intake/dates.h"
#include "intake/line_words.h"
#include "intake/wordings.h"

namespace sayso {
namespace {

constexpr std::size_t longest_dateline = 110;  ///< bytes
constexpr std::size_t shortest_rest = 40;

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

/// Reads "our special correspondent in Lisk and agencies" word by word. Behind "by", what the people work for may
/// stand before what they are: "by the Radio Sennet newsroom".
class StaffPhrase {
public:
    explicit StaffPhrase(bool behind_by) : behind_by_(behind_by) {}

    bool read(std::string_view text) {
        for (const auto word : split_words(text)) {
            if (!take(word)) return false;
        }
        return end_part() && staff_;
    }

private:
    bool take(std::string_view word) {
        const auto bare = without_tail(word, ",;|/");
        if (has_digit(bare) || (!bare.empty() && bare.back() == '.')) return false;
        const auto folded = folded_wording(bare);
        if (folded == "and" || folded == "&" || bare.empty()) return end_part();
        if (!take_bare(bare, folded)) return false;
        return bare.size() == word.size() || end_part();
    }

    bool take_bare(std::string_view bare, const std::string& folded) {
        const bool joins = among(folded, {"in", "at", "for", "of", "from"});
        if (joins) {
            if (!noun_ && names_ < 2) return false;
            behind_noun_ = true;
            return true;
        }
        if (behind_noun_) return begins_upper(bare) || is_name_particle(folded) || folded == "the";
        const bool modifies = is_listed("credit-word", folded) || (behind_by_ && is_listed("desk-word", folded));
        if (is_listed("credit-noun", folded)) {
            noun_ = true;
        } else if (modifies) {
            noun_ = false;
        } else {
            // A name behind the noun belongs to something else: "Reporters Wait".
            if (noun_ || !(begins_upper(bare) || (names_ > 0 && is_name_particle(folded)))) return false;
            ++names_;
            agency_ = agency_ || is_agency(folded);
        }
        open_ = true;
        return true;
    }

    /// A part has to be a desk, a writer's role or a name. Without "by", only a role makes the name beside it one.
    bool end_part() {
        const bool good = !open_ || noun_ || names_ >= 2 || agency_;
        if (open_ && noun_ && names_ > 0 && !behind_by_) return false;
        staff_ = staff_ || (open_ && noun_);
        open_ = noun_ = behind_noun_ = agency_ = false;
        names_ = 0;
        return good;
    }

    bool behind_by_;
    bool staff_ = false;  ///< one of the parts is a desk or a role
    bool open_ = false;
    bool noun_ = false;
    bool behind_noun_ = false;
    bool agency_ = false;
    std::size_t names_ = 0;
};

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
        if (!name.empty() && (gazetteer.place(name) || gazetteer.country(name) != nullptr)) return true;
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

bool is_staff_credit(std::string_view line) {
    line = trimmed(line);
    if (line.empty() || line.size() > 140 || line.find('\n') != std::string_view::npos) return false;
    const auto lead = lower(line.substr(0, find_space(line, 0)));
    const bool by = lead == "by";
    if (by || lead == "from") line = trimmed(line.substr(lead.size()));
    line = without_tail(line, ".");
    auto desk = folded_wording(line);
    if (desk.starts_with("the ") || desk.starts_with("our ")) desk.erase(0, 4);
    return (by && is_writer_role(desk)) || StaffPhrase(by).read(line);
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
