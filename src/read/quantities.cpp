#include "read/quantities.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/tables.h"

namespace sayso {
namespace {

enum class Bound { exact, above, at_least, at_most, below, adds };

struct Phrase {
    std::vector<std::string_view> words;
    Bound bound = Bound::exact;
};

struct Plenty {
    std::int64_t min = 0;
    std::optional<std::int64_t> max;
    std::vector<std::string_view> words;
};

struct Numbers {
    std::unordered_map<std::string_view, std::int64_t> numbers;
    std::unordered_map<std::string_view, std::int64_t> multipliers;
    std::vector<Plenty> plenties;
    std::vector<Phrase> before;
    std::vector<Phrase> behind;
};

std::int64_t whole(std::string_view digits) {
    return std::stoll(std::string(digits));
}

Bound bound_named(std::string_view name) {
    constexpr std::array<std::string_view, 6> names{"exact", "above", "at-least", "at-most", "below", "adds"};
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) throw std::logic_error("lexicon/numbers.tsv: no such bound: " + std::string(name));
    return static_cast<Bound>(found - names.begin());
}

Numbers load() {
    Numbers all;
    for (const auto& row : table_rows(built_in_file("lexicon/numbers.tsv"), 4)) {
        if (row[0] == "number") {
            all.numbers[row[1]] = whole(row[2]);
        } else if (row[0] == "multiplier") {
            all.multipliers[row[1]] = whole(row[2]);
        } else if (row[0] == "plenty") {
            all.plenties.push_back(
                {whole(row[2]), row[3].empty() ? std::nullopt : std::optional(whole(row[3])), parts_of(row[1], ' ')});
        } else {
            (row[0] == "before" ? all.before : all.behind).push_back({parts_of(row[1], ' '), bound_named(row[2])});
        }
    }
    const auto longer = [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); };
    std::stable_sort(all.plenties.begin(), all.plenties.end(), longer);
    std::stable_sort(all.before.begin(), all.before.end(), longer);
    return all;
}

const Numbers& table() {
    static const Numbers all = load();
    return all;
}

bool stands_at(const std::vector<std::string_view>& phrase, const WordSentence& s, std::size_t i) {
    for (std::size_t k = 0; k < phrase.size(); ++k) {
        if (s.low(i + k) != phrase[k]) return false;
    }
    return true;
}

bool is_figure(std::string_view low) {
    return !low.empty() && low[0] >= '0' && low[0] <= '9';
}

constexpr std::int64_t largest = 1'000'000'000'000;

/// "140", "5,000": digits, with a comma before each three if there is one at all.
std::optional<std::int64_t> figure(std::string_view low) {
    std::int64_t value = 0;
    std::size_t since_comma = 0;
    bool commas = false;
    for (const char c : low) {
        if (c == ',') {
            if (commas ? since_comma != 3 : since_comma == 0 || since_comma > 3) return std::nullopt;
            commas = true;
            since_comma = 0;
        } else if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            ++since_comma;
            if (value > largest) return std::nullopt;
        } else {
            return std::nullopt;
        }
    }
    if (since_comma == 0 || (commas && since_comma != 3)) return std::nullopt;
    return value;
}

/// "1.2" as thousandths, for "1.2 million".
std::optional<std::int64_t> thousandths(std::string_view low) {
    const auto dot = low.find('.');
    if (dot == std::string_view::npos || dot == 0 || dot > 6 || low.size() - dot - 1 > 3 || low.size() == dot + 1) {
        return std::nullopt;
    }
    auto digits = std::string(low.substr(0, dot)) + std::string(low.substr(dot + 1));
    digits.append(3 - (low.size() - dot - 1), '0');
    return figure(digits);
}

struct Number {
    std::int64_t value = 0;
    std::size_t last = 0;
};

std::optional<std::int64_t> multiplier_at(const WordSentence& s, std::size_t i) {
    const auto found = table().multipliers.find(s.low(i));
    return found == table().multipliers.end() ? std::nullopt : std::optional(found->second);
}

bool hyphen_at(const WordSentence& s, std::size_t i) {
    return s.low(i) == "-" && s.words[i].glued;
}

/// "twenty-five" is one token to some and three to others.
std::optional<Number> small_number(const WordSentence& s, std::size_t i) {
    const auto value = number_word(s.low(i));
    if (!value) return std::nullopt;
    if (is_figure(s.low(i)) || *value < 20 || *value > 90 || *value % 10 != 0) return Number{*value, i + 1};
    const auto unit_at = hyphen_at(s, i + 1) ? i + 2 : i + 1;
    const auto unit = number_word(s.low(unit_at));
    if (unit && !is_figure(s.low(unit_at)) && *unit > 0 && *unit < 10) return Number{*value + *unit, unit_at + 1};
    return Number{*value, i + 1};
}

/// The rest of a number in words behind a part that is a multiple of `scale`: "and forty" in "one hundred and forty".
std::optional<Number> remainder(const WordSentence& s, std::size_t i, std::int64_t scale);

std::optional<Number> number_at(const WordSentence& s, std::size_t i) {
    std::optional<Number> number = small_number(s, i);
    if (!number && (s.low(i) == "a" || s.low(i) == "half")) {
        const auto at = s.low(i) == "half" && s.low(i + 1) == "a" ? i + 1 : i;
        const auto times = multiplier_at(s, at + 1);
        if (!times) return std::nullopt;
        return Number{s.low(i) == "half" ? *times / 2 : *times, at + 2};
    }
    if (!number) {
        const auto parts = thousandths(s.low(i));
        const auto times = multiplier_at(s, i + 1);
        if (!parts || !times || *times < 1000) return std::nullopt;
        return Number{*parts * (*times / 1000), i + 2};
    }
    bool in_words = !is_figure(s.low(i));
    for (auto times = multiplier_at(s, number->last); times && number->value <= largest / *times;
         times = multiplier_at(s, number->last)) {
        number = Number{number->value * *times, number->last + 1};
        if (!in_words) break;
        if (const auto rest = remainder(s, number->last, *times)) {
            number = Number{number->value + rest->value, rest->last};
        }
    }
    return number;
}

std::optional<Number> remainder(const WordSentence& s, std::size_t i, std::int64_t scale) {
    if (scale < 100) return std::nullopt;
    const auto at = s.low(i) == "and" ? i + 1 : i;
    if (is_figure(s.low(at))) return std::nullopt;
    auto rest = small_number(s, at);
    if (!rest) return std::nullopt;
    if (const auto times = multiplier_at(s, rest->last); times && *times < scale) {
        if (*times < 100) return std::nullopt;
        rest = Number{rest->value * *times, rest->last + 1};
        if (const auto more = remainder(s, rest->last, *times)) rest = Number{rest->value + more->value, more->last};
    }
    return rest->value < scale ? rest : std::nullopt;
}

std::optional<Quantity> plenty_at(const WordSentence& s, std::size_t i) {
    for (const auto& plenty : table().plenties) {
        if (stands_at(plenty.words, s, i)) return Quantity{i, i + plenty.words.size(), plenty.min, plenty.max};
    }
    return std::nullopt;
}

bool joins_range(const WordSentence& s, std::size_t i) {
    const auto low = s.low(i);
    return low == "or" || low == "to" || low == "–" || hyphen_at(s, i);
}

/// "20-30" where the hyphen was left inside the word.
std::optional<Quantity> hyphened_range(const WordSentence& s, std::size_t i) {
    const auto low = s.low(i);
    const auto hyphen = std::min(low.find('-'), low.find("–"));
    if (hyphen == std::string_view::npos || hyphen == 0) return std::nullopt;
    const auto from = figure(low.substr(0, hyphen));
    const auto to = figure(low.substr(hyphen + (low[hyphen] == '-' ? 1 : 3)));
    if (!from || !to || *from >= *to) return std::nullopt;
    return Quantity{i, i + 1, from, to};
}

std::optional<Quantity> bare_quantity(const WordSentence& s, std::size_t i) {
    if (const auto range = hyphened_range(s, i)) return range;
    if (const auto plenty = plenty_at(s, i)) return plenty;
    const bool between = s.low(i) == "between";
    const auto number = number_at(s, between ? i + 1 : i);
    if (!number) return std::nullopt;
    const bool range = between ? s.low(number->last) == "and" : joins_range(s, number->last);
    if (range) {
        const auto to = number_at(s, number->last + 1);
        if (to && to->value > number->value) return Quantity{i, to->last, number->value, to->value};
    }
    if (between) return std::nullopt;
    return Quantity{i, number->last, number->value, number->value};
}

Quantity bounded(Quantity quantity, Bound bound) {
    switch (bound) {
        case Bound::exact:
            break;
        case Bound::above:
            if (quantity.min && quantity.min == quantity.max) quantity.min = *quantity.min + 1;
            quantity.max.reset();
            break;
        case Bound::at_least:
            quantity.max.reset();
            break;
        case Bound::at_most:
            quantity.min.reset();
            break;
        case Bound::below:
            if (quantity.max) quantity.max = *quantity.max - 1;
            quantity.min.reset();
            break;
        case Bound::adds:
            quantity.adds = true;
            break;
    }
    return quantity;
}

std::optional<Quantity> with_ending(const WordSentence& s, std::optional<Quantity> quantity) {
    if (!quantity) return quantity;
    for (const auto& ending : table().behind) {
        if (!stands_at(ending.words, s, quantity->last)) continue;
        quantity = bounded(*quantity, ending.bound);
        quantity->last += ending.words.size();
        break;
    }
    return quantity;
}

}  // namespace

std::optional<std::int64_t> number_word(std::string_view low) {
    if (is_figure(low)) return figure(low);
    const auto found = table().numbers.find(low);
    if (found != table().numbers.end()) return found->second;
    const auto hyphen = low.find('-');
    if (hyphen == std::string_view::npos) return std::nullopt;
    const auto tens = table().numbers.find(low.substr(0, hyphen));
    const auto unit = table().numbers.find(low.substr(hyphen + 1));
    if (tens == table().numbers.end() || unit == table().numbers.end()) return std::nullopt;
    if (tens->second < 20 || tens->second % 10 != 0 || unit->second < 1 || unit->second > 9) return std::nullopt;
    return tens->second + unit->second;
}

std::optional<Quantity> quantity_at(const WordSentence& s, std::size_t i) {
    std::array<Bound, 3> bounds{};
    std::size_t count = 0;
    auto at = i;
    for (bool more = true; more && count < bounds.size();) {
        more = false;
        for (const auto& phrase : table().before) {
            if (!stands_at(phrase.words, s, at)) continue;
            bounds[count++] = phrase.bound;
            at += phrase.words.size();
            more = true;
            break;
        }
    }
    auto quantity = with_ending(s, bare_quantity(s, at));
    if (!quantity) return std::nullopt;
    while (count > 0) quantity = bounded(*quantity, bounds[--count]);
    quantity->first = i;
    return quantity;
}

}  // namespace sayso
