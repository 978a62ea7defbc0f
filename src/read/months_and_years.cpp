#include "read/time_patterns.h"

#include <string>

namespace sayso::dating {

TimePatterns::Opening TimePatterns::opening(std::size_t i) const {
    Opening open{i};
    if (low(i) == "the" && one_of(low(i + 1), "beginning", "start", "middle", "end") && low(i + 2) == "of") {
        open.part = low(i + 1) == "end" ? Part::late : low(i + 1) == "middle" ? Part::middle : Part::early;
        open.next = i + 3;
    } else if (one_of(low(i), "early", "mid", "late", "earlier", "later", "mid-", "early-", "late-")) {
        open.next = low(i + 1) == "-" || low(i + 1) == "in" ? i + 2 : i + 1;
        if (low(i).starts_with("early")) open.part = Part::early;
        if (low(i).starts_with("mid")) open.part = Part::middle;
        if (low(i).starts_with("late") && low(i) != "later") open.part = Part::late;
    }
    if (one_of(low(open.next), "last", "this", "next", "past", "coming")) {
        open.step = one_of(low(open.next), "last", "past") ? -1 : low(open.next) == "next" ? 1 : 0;
        open.told = true;
        ++open.next;
    }
    return open;
}

Match TimePatterns::month_alone(std::size_t i) const {
    if (auto joined = month_joined(i)) return joined;
    const auto open = opening(i);
    const auto at = open.next;
    if (!s_.capital(at)) return std::nullopt;
    const bool short_form = !look_up(calendar().months, low(at));
    const auto month_number = month_beside_number(at);
    if (!month_number) return std::nullopt;
    auto [of, last] = year_behind(at + 1);
    if (short_form && !of) return std::nullopt;
    if (!of && low(at + 1) == "last" && low(at + 2) == "year") {
        if (published_) of = published_year() - 1;
        last = at + 3;
    } else if (!of && one_of(low(at + 1), "this", "next") && low(at + 2) == "year") {
        if (published_) of = published_year() + (low(at + 1) == "next");
        last = at + 3;
    }
    if (!of && last == at + 1 && at == i && !is_month_here(i)) return std::nullopt;
    if (!of && published_) of = month_year(*month_number, open, i, last);
    return Found{i, last, month_value(of, *month_number, open.part)};
}

Match TimePatterns::month_joined(std::size_t i) const {
    for (const auto& [prefix, part] :
         {std::pair<std::string_view, Part>{"early-", Part::early}, {"mid-", Part::middle}, {"late-", Part::late}}) {
        if (!low(i).starts_with(prefix)) continue;
        const auto month_number = look_up(calendar().months, low(i).substr(prefix.size()));
        if (!month_number) continue;
        auto [of, last] = year_behind(i + 1);
        if (!of && published_) of = month_year(*month_number, {i}, i, last);
        return Found{i, last, month_value(of, *month_number, part)};
    }
    return std::nullopt;
}

int TimePatterns::month_year(unsigned month_number, const Opening& open, std::size_t first, std::size_t last) const {
    const auto this_month = static_cast<unsigned>(year_month_day(*published_).month());
    if (open.step < 0) return published_year() - (month_number >= this_month);
    if (open.step > 0) return published_year() + (month_number <= this_month);
    const auto tense = tense_around(first, last);
    const bool far = (this_month + 12 - month_number) % 12 >= 11;
    const bool future = open.told || tense == Tense::future || (tense == Tense::unknown && far);
    return published_year() + (future ? month_number < this_month : -static_cast<int>(month_number > this_month));
}

bool TimePatterns::is_month_here(std::size_t i) const {
    if (s_.capital(i + 1) && !one_of(low(i + 1), "i")) return false;
    const bool lead =
        one_of(before(i), "in", "since", "until", "till", "by", "of", "through", "during", "from", "between", "before",
               "after", "for", "late", "early", "around", "throughout", "and", "to", "-");
    if (one_of(low(i), "may", "march", "august", "april", "june")) {
        if (lead && !one_of(before(i), "and", "to", "for", "-", "before", "after")) return true;
        if (lead && i >= 2 && look_up(calendar().months, before(i, 2)) && s_.capital(i - 2)) return true;
        return low(i) != "may" && one_of(before(i), "the", "a") && is_month_modifier(i);
    }
    return i == 0 || lead || !s_.capital(i - 1);
}

bool TimePatterns::is_month_modifier(std::size_t i) const {
    if (i + 1 >= s_.size() || s_.capital(i + 1)) return false;
    const auto next = low(i + 1);
    return next.size() > 2 && next[0] >= 'a' && next[0] <= 'z' &&
           !one_of(next, "for", "against", "was", "were", "will", "has", "had", "and", "that", "from", "with", "began",
                   "through", "into", "toward", "towards", "organisers", "organizers", "which", "who", "are");
}

Match TimePatterns::season_at(std::size_t i) const {
    auto open = opening(i);
    if (low(open.next) == "the") ++open.next;
    const auto season = look_up(calendar().seasons, low(open.next));
    if (!season) return std::nullopt;
    auto last = open.next + 1;
    auto of = four_digits(low(low(last) == "of" ? last + 1 : last));
    if (of) {
        last += low(last) == "of" ? 2 : 1;
    } else if (!open.told) {
        return std::nullopt;
    } else if (published_) {
        const auto this_month = static_cast<unsigned>(year_month_day(*published_).month());
        of = published_year() - (open.step < 0 && *season * 3 + 2 >= this_month) +
             (open.step > 0 && *season * 3 <= this_month);
    }
    return Found{i, last, of ? whole_season(*of, *season) : unresolved(Precision::season)};
}

Match TimePatterns::decade_at(std::size_t i) const {
    auto at = i;
    if (one_of(low(i), "early", "mid", "late")) at = low(i + 1) == "-" ? i + 2 : i + 1;
    auto word = std::string(low(at));
    auto last = at + 1;
    if (four_digits(word) && one_of(low(last), "'s", "s") && s_.words[last].glued && before(i) == "the") {
        word += "s";
        ++last;
    }
    if (word.starts_with("mid-") || word.starts_with("pre-")) word = word.substr(4);
    if (word.size() != 5 || word[4] != 's' || word[3] != '0') return std::nullopt;
    const auto first = four_digits(std::string_view(word).substr(0, 4));
    if (!first) return std::nullopt;
    return Found{i, last, whole_years(*first, *first + 9, Precision::decade)};
}

Match TimePatterns::year_at(std::size_t i) const {
    const auto open = opening(i);
    const auto at = open.told ? i : open.next;
    const auto of = four_digits(low(at));
    if (!of || *of < 1400 || part_of_longer_number(at)) return std::nullopt;
    if (at == i && !in_pair_of_years(at) && !stands_as_year(at, *of)) return std::nullopt;
    return Found{i, at + 1, whole_year(*of)};
}

bool TimePatterns::part_of_longer_number(std::size_t at) const {
    if (s_.words[at].glued && !one_of(before(at), "(", "[", "\"", "“", "-", "–", "/")) return true;
    if (at > 0 && one_of(before(at), "-", "–", "/") && !four_digits(before(at, 2))) return true;
    return hyphenated(at + 1) && !four_digits(low(at + 2)) && low(at + 2).size() != 2;
}

bool TimePatterns::in_pair_of_years(std::size_t at) const {
    const auto joins = [](std::string_view word) { return one_of(word, "and", "to", "or", "-", "–", "through"); };
    const auto is_recent = [](std::optional<int> of) { return of && *of >= 1900; };
    return is_recent(four_digits(low(at))) && ((joins(low(at + 1)) && is_recent(four_digits(low(at + 2)))) ||
                                               (joins(before(at)) && is_recent(four_digits(before(at, 2)))));
}

bool TimePatterns::stands_as_year(std::size_t at, int of) const {
    const auto next = low(at + 1);
    if (one_of(next, "people", "men", "women", "children", "police", "percent", "%", "per", "km", "m", "metres",
               "meters", "feet", "hours", "mw", "soldiers", "troops", "civilians", "residents", "tonnes", "tons")) {
        return false;
    }
    if (one_of(before(at), "in", "since", "year", "during", "(", "circa", "pre", "post")) return true;
    const bool counted = is_plural(next);
    if (one_of(before(at), "until", "till", "by", "from", "through")) return !counted;
    if (of < 1900) return false;
    if (before(at) == "the") return !counted || of % 100 != 0;
    return !counted && !s_.capital(at + 1) &&
           one_of(before(at), "of", "and", "to", "for", "between", "before", "after", "its", "his", "their", "a", "or",
                  ",", "than", "her", "'s", "our");
}

bool TimePatterns::is_plural(std::string_view word) {
    return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !one_of(word, "does", "crisis");
}

Match TimePatterns::feast_at(std::size_t i) const {
    if (!s_.capital(i)) return std::nullopt;
    for (const auto& feast : calendar().feasts) {
        std::size_t k = 0;
        while (k < feast.words.size() && low(i + k) == feast.words[k]) ++k;
        if (k < feast.words.size()) continue;
        const auto [of, last] = year_behind(i + k);
        return dated(i, last, of, feast.month, feast.day, feast.day);
    }
    return std::nullopt;
}

}  // namespace sayso::dating
