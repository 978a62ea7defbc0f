#include "analyse/dates.h"

#include <algorithm>
#include <array>

namespace sayso::analyse {
namespace {

using namespace std::string_view_literals;

constexpr std::array currency_signs{"$"sv,  "£"sv,  "€"sv,  "¥"sv,  "₹"sv,  "₦"sv,   "₽"sv, "₩"sv,   "₱"sv,
                                    "₡"sv,  "₴"sv,  "₺"sv,  "₪"sv,  "฿"sv,  "US$"sv, "HK$"sv, "NZ$"sv, "NT$"sv,
                                    "A$"sv, "C$"sv, "S$"sv, "R$"sv, "N$"sv, "U$"sv,  "AU$"sv, "CA$"sv};
/// Currencies written before the number.
constexpr std::array currency_codes{"USD"sv, "EUR"sv, "GBP"sv, "Rs"sv,  "Rs."sv, "Sh"sv,  "KSh"sv, "Ksh"sv,
                                    "Tk"sv,  "RM"sv,  "Dh"sv,  "Dh."sv, "SR"sv,  "GHS"sv, "GH₵"sv, "NGN"sv,
                                    "ZAR"sv, "INR"sv, "PKR"sv, "CNY"sv, "RMB"sv, "AED"sv, "SAR"sv, "KES"sv,
                                    "UGX"sv, "BND"sv, "MNT"sv, "Rp"sv,  "R"sv,   "N"sv};
constexpr std::array year_words{"in"sv,      "since"sv,  "from"sv,  "by"sv,     "of"sv,     "until"sv,   "till"sv,
                                "between"sv, "before"sv, "after"sv, "during"sv, "around"sv, "through"sv, "early"sv,
                                "late"sv,    "mid"sv,    "year"sv,  "In"sv,     "Since"sv,  "From"sv,    "By"sv,
                                "Between"sv, "and"sv,    "to"sv,    "for"sv,    "the"sv,    "summer"sv};

template <class Words>
bool is_one_of(const Words& all, std::string_view word) {
    return std::find(all.begin(), all.end(), word) != all.end();
}

/// A whole number of `least` to `most` digits, or nothing.
std::optional<int> number_of(std::string_view form, std::size_t least, std::size_t most) {
    if (form.size() < least || form.size() > most) return std::nullopt;
    int number = 0;
    for (const char c : form) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

bool is_year(std::string_view form) {
    const auto number = number_of(form, 4, 4);
    return number && *number >= 1500 && *number < 2100;
}

/// "24", "24th".
bool is_day(std::string_view form) {
    if (form.size() > 2 &&
        (form.ends_with("th") || form.ends_with("st") || form.ends_with("nd") || form.ends_with("rd"))) {
        form.remove_suffix(2);
    }
    const auto number = number_of(form, 1, 2);
    return number && *number >= 1 && *number <= 31;
}

class Dates {
public:
    explicit Dates(const NameWords& words) : words_(words) {}

    /// Where the date that begins at `at` ends, or `at`.
    [[nodiscard]] std::uint32_t end_of(std::uint32_t at) const {
        if (is_weekday(at)) {
            const auto next = words_.is_form(at + 1, ",") ? at + 2 : at + 1;
            const auto end = day_and_month(next);
            return end > next ? end : at + 1;
        }
        if (const auto end = day_and_month(at); end > at) return end;
        return is_lone_year(at) ? year_range(at) : at;
    }

private:
    [[nodiscard]] bool is_weekday(std::uint32_t at) const { return words_.is(at, weekday) && words_.is(at, capital); }
    [[nodiscard]] bool is_month(std::uint32_t at) const { return words_.is(at, month) && words_.is(at, capital); }
    /// Months that are other words too ask for a number beside them.
    [[nodiscard]] bool is_certain_month(std::uint32_t at) const {
        const auto form = words_.form(at);
        if (!is_month(at)) return false;
        if (form != "May" && form != "March" && form != "August" && form != "Jun" && form != "Jan") return true;
        if (words_.is(at, sentence_start | heading)) return false;
        const auto before = at > 0 ? words_.form(at - 1) : std::string_view();
        return is_one_of(year_words, before) || before == "last" || before == "next" || before == "this";
    }

    [[nodiscard]] std::uint32_t day_and_month(std::uint32_t at) const {
        if (is_month(at)) return from_month(at);
        if (!is_day(words_.form(at))) return at;
        auto next = at + 1;
        if (words_.is_form(next, "of")) ++next;
        if (!is_month(next)) return at;
        return with_year(next + 1);
    }

    [[nodiscard]] std::uint32_t from_month(std::uint32_t at) const {
        auto end = at + 1;
        if (is_day(words_.form(end)) && !words_.is(end + 1, number_word)) {
            ++end;
            const bool range = words_.is_form(end, "-") || words_.is_form(end, "–") || words_.is_form(end, "to") ||
                               words_.is_form(end, "and");
            if (range && is_day(words_.form(end + 1)) && !words_.is(end + 2, small)) end += 2;
            return with_year(end);
        }
        if (words_.is_form(end, "of") && is_year(words_.form(end + 1))) return end + 2;
        if (is_year(words_.form(end))) return end + 1;
        if (words_.is_form(end, ",") && is_year(words_.form(end + 1))) return end + 2;
        return is_certain_month(at) ? end : at;
    }

    [[nodiscard]] std::uint32_t with_year(std::uint32_t end) const {
        if (is_year(words_.form(end))) return end + 1;
        if (words_.is_form(end, ",") && is_year(words_.form(end + 1))) return end + 2;
        return end;
    }

    [[nodiscard]] bool is_lone_year(std::uint32_t at) const {
        const auto form = words_.form(at);
        if (!is_year(form) || at == 0) return false;
        if (words_.is(at + 1, number_word | currency) || words_.is_form(at + 1, "%")) return false;
        const auto before = words_.form(at - 1);
        if (is_one_of(year_words, before)) {
            // "of 2000 people" is a count: behind these words a noun may follow.
            constexpr std::array unsure{"of"sv, "and"sv,  "to"sv,    "for"sv,    "the"sv,
                                        "by"sv, "from"sv, "after"sv, "before"sv, "around"sv};
            return !is_one_of(unsure, before) || !words_.is(at + 1, small) || is_function_word(at + 1);
        }
        constexpr std::array determiners{"a"sv,   "his"sv, "her"sv, "their"sv, "its"sv, "that"sv,
                                         "The"sv, "A"sv,   "'s"sv,  "’s"sv,    "our"sv};
        if (is_one_of(determiners, before) && form >= "1900") return words_.is(at + 1, small | capital);
        const bool bracketed = before == "(" && (words_.is_form(at + 1, ")") || words_.is_form(at + 1, "-") ||
                                                 words_.is_form(at + 1, "–"));
        return bracketed;
    }

    [[nodiscard]] bool is_function_word(std::uint32_t at) const {
        constexpr std::array all{"to"sv,   "and"sv,  "by"sv,  "in"sv, "as"sv,    "after"sv, "when"sv,
                                 "with"sv, "for"sv,  "at"sv,  "on"sv, "is"sv,    "was"sv,   "has"sv,
                                 "had"sv,  "will"sv, "but"sv, "or"sv, "until"sv, "while"sv, "the"sv};
        return is_one_of(all, words_.form(at));
    }

    [[nodiscard]] std::uint32_t year_range(std::uint32_t at) const {
        const auto end = at + 1;
        const bool dash = words_.is_form(end, "-") || words_.is_form(end, "–");
        if (words_.is_form(end, "to") && is_year(words_.form(end + 1)) && words_.is_form(at - 1, "from"))
            return end + 2;
        if (dash && (is_year(words_.form(end + 1)) || number_of(words_.form(end + 1), 2, 2))) return end + 2;
        return end;
    }

    const NameWords& words_;
};

class Sums {
public:
    explicit Sums(const NameWords& words) : words_(words) {}

    [[nodiscard]] std::uint32_t end_of(std::uint32_t at) const {
        const auto form = words_.form(at);
        if (is_one_of(currency_signs, form) || is_one_of(currency_codes, form)) return behind_sign(at);
        if (words_.is(at, digit)) return before_currency(at);
        return at;
    }

private:
    [[nodiscard]] std::uint32_t behind_sign(std::uint32_t at) const {
        if (!words_.is(at + 1, digit)) return at;
        const bool letter_code = words_.form(at).size() == 1 && words_.is(at, capital);
        if (letter_code && !words_.glued(at + 1) && !words_.is(at + 2, number_word)) return at;
        const auto end = number_end(at + 1);
        return words_.is(end, currency) && words_.is(end, small) ? end + 1 : end;
    }

    [[nodiscard]] std::uint32_t before_currency(std::uint32_t at) const {
        const auto end = number_end(at);
        // Pounds without millions are as often a weight.
        if (words_.is(end, currency) && (end > at + 1 || !words_.is_form(end, "pounds"))) return end + 1;
        const bool named = words_.is(end, capital) || words_.is_form(end, "US");
        if (named && words_.is(end + 1, currency) && words_.is(end + 1, small)) return end + 2;
        return at;
    }

    [[nodiscard]] std::uint32_t number_end(std::uint32_t at) const {
        auto end = at + 1;
        while (words_.is(end, number_word) && end < at + 3) ++end;
        return end;
    }

    const NameWords& words_;
};

template <class Finder>
void find_all(NameWords& words, NameType type, std::vector<Name>& names) {
    const Finder finder(words);
    for (std::uint32_t at = 0; at < words.size();) {
        const auto end = words.is(at, taken) ? at : std::min(finder.end_of(at), words.size());
        if (end <= at) {
            ++at;
            continue;
        }
        names.push_back({words.span(at, end), type});
        words.take(at, end);
        at = end;
    }
}

}  // namespace

void find_dates(NameWords& words, std::vector<Name>& names) {
    find_all<Dates>(words, NameType::date, names);
}

void find_sums(NameWords& words, std::vector<Name>& names) {
    find_all<Sums>(words, NameType::money, names);
}

}  // namespace sayso::analyse
