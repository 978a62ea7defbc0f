#include "read/time_patterns.h"

#include <algorithm>

namespace sayso::dating {

std::vector<Found> TimePatterns::find() const {
    std::vector<Found> all;
    for (std::size_t i = 0; i < s_.size();) {
        const auto found = longest_at(i);
        if (found) all.push_back(*found);
        i = found ? std::max(found->last, i + 1) : i + 1;
    }
    return all;
}

std::string_view TimePatterns::before(std::size_t i, std::size_t back) const {
    return i >= back ? s_.low(i - back) : std::string_view();
}

Match TimePatterns::longest_at(std::size_t i) const {
    Match best;
    const auto consider = [&](Match match) {
        if (match && (!best || match->last > best->last)) best = std::move(match);
    };
    consider(iso_date(i));
    consider(numeric_date(i));
    consider(day_month(i));
    consider(month_day(i));
    consider(month_alone(i));
    consider(weekday_at(i));
    consider(near_day(i));
    consider(relative_unit(i));
    consider(ago(i));
    consider(season_at(i));
    consider(decade_at(i));
    consider(year_at(i));
    consider(feast_at(i));
    consider(story_time(i));
    consider(time_ahead(i));
    consider(clock_at(i));
    return best;
}

TimePatterns::Tense TimePatterns::tense_around(std::size_t first, std::size_t last) const {
    constexpr std::size_t reach = 12;
    if (before(first) == "as" && one_of(before(first, 2), "early", "soon")) return Tense::future;
    if (before(first) == "until" && first > 1) return Tense::future;
    for (std::size_t back = 1; back <= reach && back <= first; ++back) {
        const auto word = before(first, back);
        if (is_future_cue(word)) return Tense::future;
        // "will be delivered on 9 June"
        const bool after_be = before(first, back + 1) == "be";
        if (is_past_cue(word) && !after_be) return Tense::past;
        if (one_of(word, ",", ";", ":", "“", "”", "\"", "(", ")", "and")) break;
    }
    for (std::size_t i = last; i < last + reach && i < s_.size(); ++i) {
        if (is_future_cue(low(i))) return Tense::future;
        if (is_past_cue(low(i))) return Tense::past;
        if (one_of(low(i), ";", "“", "”", "\"") || (low(i) == "," && i > last)) break;
    }
    return Tense::unknown;
}

bool TimePatterns::is_future_cue(std::string_view word) {
    return one_of(word, "will", "'ll", "wo", "shall", "would", "scheduled", "due", "upcoming", "slated", "plan",
                  "plans", "expected");
}

bool TimePatterns::is_past_cue(std::string_view word) {
    if (word.size() > 4 && word.ends_with("ed")) return true;
    return one_of(word, "said", "told", "announced", "reported", "says", "was", "were", "had", "since", "ago", "did",
                  "wrote", "warned", "added", "confirmed", "began", "died", "killed", "happened", "after");
}

std::optional<int> TimePatterns::year_of(unsigned month_number, unsigned day_number, Tense tense) const {
    if (!published_) return std::nullopt;
    const year_month_day today(*published_);
    const auto at = std::pair(month_number, day_number);
    const auto now = std::pair(static_cast<unsigned>(today.month()), static_cast<unsigned>(today.day()));
    const int last_year = published_year() - (at > now);
    const auto months_gone = (now.first + 12 - month_number) % 12;
    const bool next = tense == Tense::future ||
                      (tense == Tense::unknown && at != now && (months_gone >= 11 || (months_gone == 0 && at > now)));
    return at == now ? published_year() : last_year + next;
}

std::optional<int> TimePatterns::four_digits(std::string_view word) {
    if (word.size() != 4 || !std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return std::nullopt;
    }
    const auto value = static_cast<int>(small(word));
    return value >= 1000 && value < 2100 ? std::optional(value) : std::nullopt;
}

std::pair<std::optional<int>, std::size_t> TimePatterns::year_behind(std::size_t i) const {
    const auto at = low(i) == "," || low(i) == "of" ? i + 1 : i;
    const auto found = four_digits(low(at));
    if (!found || (hyphenated(at + 1) && low(i) == ",")) return {std::nullopt, i};
    return {found, at + 1};
}

std::optional<unsigned> TimePatterns::month_day_number(std::string_view word, bool ordinal) {
    const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
    if (digits == 0 || digits > 2) return std::nullopt;
    const auto ending = word.substr(digits);
    if (ordinal ? !one_of(ending, "st", "nd", "rd", "th") : !one_of(ending, "", "st", "nd", "rd", "th")) {
        return std::nullopt;
    }
    const auto value = small(word.substr(0, digits));
    return value >= 1 && value <= 31 ? std::optional(value) : std::nullopt;
}

std::string_view TimePatterns::without_stop(std::string_view word) {
    return word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
}

std::optional<unsigned> TimePatterns::month_beside_number(std::size_t i) const {
    if (!s_.capital(i)) return std::nullopt;
    if (const auto full = look_up(calendar().months, low(i))) return full;
    return look_up(calendar().abbreviations, without_stop(low(i)));
}

Match TimePatterns::dated(std::size_t first, std::size_t last, std::optional<int> of, unsigned month_number,
                          unsigned from, unsigned to) const {
    if (!of) of = year_of(month_number, from, tense_around(first, last));
    if (!of) {
        if (to > std::max(29U, month_length(month_number)) || (to > 29 && month_number == 2)) return std::nullopt;
        return Found{first, last, {written(month_number, from), written(month_number, to), Precision::day}};
    }
    const auto in = year(*of) / month(month_number);
    if (!(in / day(from)).ok() || !(in / day(to)).ok()) return std::nullopt;
    return Found{first, last, interval(sys_days(in / day(from)), sys_days(in / day(to)), Precision::day)};
}

Match TimePatterns::around_day(Match match) const {
    if (!match) return match;
    if (part_of_day(match->last)) {
        match->last = *part_of_day(match->last);
        match->value.precision = Precision::part_of_day;
    }
    return match;
}

std::optional<std::size_t> TimePatterns::part_of_day(std::size_t i) const {
    auto at = i;
    if (one_of(low(at), "early", "late", "mid", "mid-")) ++at;
    if (low(at) == "-") ++at;
    if (!look_up(calendar().parts, low(at)) || one_of(low(at), "noon", "midnight", "dawn")) return std::nullopt;
    return at + 1;
}

}  // namespace sayso::dating
