#include "read/calendar_words.h"

#include <algorithm>
#include <array>

#include "base/tables.h"

namespace sayso::dating {
namespace {

/// Tokens of a feast's name: the "'s" is a word of its own.
std::vector<std::string> feast_words(std::string_view name) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == ' ') {
            parts.emplace_back();
            continue;
        }
        if (name[i] == '\'') parts.emplace_back();
        parts.back() += name[i];
    }
    return parts;
}

Calendar load() {
    constexpr std::array<std::string_view, 6> unit_names{"day", "week", "fortnight", "month", "year", "decade"};
    Calendar all;
    for (const auto& row : table_rows(built_in_file("lexicon/calendar.tsv"), 3)) {
        if (row[0] == "month") all.months[row[1]] = small(row[2]);
        if (row[0] == "abbreviation") all.abbreviations[row[1]] = small(row[2]);
        if (row[0] == "weekday") all.weekdays[row[1]] = small(row[2]);
        if (row[0] == "season") all.seasons[row[1]] = small(row[2]);
        if (row[0] == "part") all.parts[row[1]] = row[2];
        if (row[0] == "feast") {
            all.feasts.push_back({feast_words(row[1]), small(row[2].substr(0, 2)), small(row[2].substr(3))});
        }
        if (row[0] == "unit") {
            const auto found = std::find(unit_names.begin(), unit_names.end(), row[2]);
            all.units[row[1]] = static_cast<Unit>(found - unit_names.begin());
        }
    }
    return all;
}

}  // namespace

unsigned small(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
}

const Calendar& calendar() {
    static const Calendar all = load();
    return all;
}

}  // namespace sayso::dating
