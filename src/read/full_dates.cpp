#include "read/time_patterns.h"

#include <string>

#include "base/utf8.h"

namespace sayso::dating {

Match TimePatterns::iso_date(std::size_t i) const {
    if (const auto at = day_of(low(i)); at && low(i).size() == 10) return Found{i, i + 1, one_day(*at)};
    if (!four_digits(low(i)) || !hyphenated(i + 1) || !hyphenated(i + 3)) return std::nullopt;
    const auto text = std::string(low(i)) + "-" + std::string(low(i + 2)) + "-" + std::string(low(i + 4));
    const auto at = text.size() == 10 ? day_of(text) : std::nullopt;
    return at ? Match(Found{i, i + 5, one_day(*at)}) : std::nullopt;
}

Match TimePatterns::numeric_date(std::size_t i) const {
    std::string text(low(i));
    auto last = i + 1;
    const auto continues = [&](std::size_t at) {
        return at < s_.size() && s_.words[at].glued && (low(at) == "/" || is_digit(decode(low(at), 0).code));
    };
    while (last < i + 5 && continues(last)) text += low(last++);
    const char mark = text.find('/') != std::string::npos ? '/' : '.';
    const auto one = text.find(mark);
    const auto two = one == std::string::npos ? one : text.find(mark, one + 1);
    if (two == std::string::npos) return std::nullopt;
    const auto a = month_day_number(std::string_view(text).substr(0, one));
    const auto b = month_day_number(std::string_view(text).substr(one + 1, two - one - 1));
    const auto of = four_digits(std::string_view(text).substr(two + 1));
    if (!a || !b || !of || (*a <= 12 && *b <= 12 && *a != *b)) return std::nullopt;
    return *a > 12               ? dated(i, last, of, *b, *a, *a)
           : *b > 12 || *a == *b ? dated(i, last, of, *a, *b, *b)
                                 : std::nullopt;
}

Match TimePatterns::day_month(std::size_t i) const {
    auto at = low(i) == "the" ? i + 1 : i;
    if (at == i) {
        if (const auto behind = weekday_before_date(i)) at = *behind;
    }
    const auto from = month_day_number(low(at), low(i) == "the");
    if (!from) return std::nullopt;
    auto [to, next] = range_end(at + 1, *from);
    if (low(next) == "of") ++next;
    const auto month_number = month_beside_number(next);
    if (!month_number || to < *from) return std::nullopt;
    const auto [of, last] = year_behind(next + 1);
    return around_day(dated(i, last, of, *month_number, *from, to));
}

Match TimePatterns::month_day(std::size_t i) const {
    auto at = i;
    if (const auto behind = weekday_before_date(i)) at = *behind;
    const auto month_number = month_beside_number(at);
    if (!month_number) return std::nullopt;
    if (low(++at) == "." && s_.words[at].glued) ++at;
    if (low(at) == "the") ++at;
    const auto from = month_day_number(low(at), before(at) == "the");
    if (!from || counts_something(at + 1)) return std::nullopt;
    const auto [to, next] = range_end(at + 1, *from);
    const auto [of, last] = year_behind(next);
    return around_day(dated(i, last, of, *month_number, *from, to));
}

bool TimePatterns::counts_something(std::size_t i) const {
    return one_of(low(i), "people", "persons", "men", "women", "children", "soldiers", "civilians", "percent", "%",
                  "million", "billion", "others");
}

std::optional<std::size_t> TimePatterns::weekday_before_date(std::size_t i) const {
    if (!s_.capital(i) || !weekday_named(low(i))) return std::nullopt;
    auto at = i + 1;
    if (part_of_day(at)) at = *part_of_day(at);
    if (low(at) == "," || low(at) == "on") ++at;
    if (low(at) == "on") ++at;
    if (low(at) == "the") ++at;
    return at;
}

std::optional<unsigned> TimePatterns::weekday_named(std::string_view word) {
    return look_up(calendar().weekdays, word);
}

std::pair<unsigned, std::size_t> TimePatterns::range_end(std::size_t i, unsigned from) const {
    if (!hyphenated(i) && !one_of(low(i), "–", "to")) return {from, i};
    const auto to = month_day_number(low(i + 1));
    if (!to || *to <= from) return {from, i};
    return {*to, i + 2};
}

}  // namespace sayso::dating
