#include "read/time_patterns.h"

#include <fmt/format.h>

#include <string>

namespace sayso::dating {

Match TimePatterns::clock_at(std::size_t i) const {
    std::string_view word = low(i);
    auto last = i + 1;
    std::string half;
    for (const std::string_view ending : {"a.m.", "p.m.", "am", "pm", "a.m", "p.m"}) {
        if (word.size() > ending.size() && word.ends_with(ending)) {
            half = ending.substr(0, 1);
            word = word.substr(0, word.size() - ending.size());
            break;
        }
    }
    const auto colon = word.find_first_of(":.");
    const auto hours = word.substr(0, colon);
    const auto minutes = colon == std::string_view::npos ? std::string_view("00") : word.substr(colon + 1);
    const auto is_number = [](std::string_view digits) {
        return !digits.empty() && digits.size() <= 2 &&
               digits.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (!is_number(hours) || !is_number(minutes) || minutes.size() != 2) return std::nullopt;
    if (half.empty() && one_of(low(last), "a.m.", "p.m.", "am", "pm", "a.m", "p.m")) half = low(last++).substr(0, 1);
    const bool zone = is_time_zone(last);
    const bool colon_form = colon != std::string_view::npos && word[colon] == ':';
    if (half.empty() && !(zone && colon != std::string_view::npos) &&
        !(colon_form && one_of(before(i), "at", "around", "about", "by"))) {
        return std::nullopt;
    }
    if (zone) ++last;
    auto hour = small(hours);
    if (hour > 23 || small(minutes) > 59 || (!half.empty() && (hour > 12 || hour == 0))) return std::nullopt;
    if (!half.empty()) hour = hour % 12 + (half == "p" ? 12 : 0);
    return clock_on_day(i, last, hour, small(minutes));
}

bool TimePatterns::is_time_zone(std::size_t i) const {
    return s_.capital(i) &&
           one_of(low(i), "gmt", "utc", "est", "edt", "et", "pst", "pdt", "cet", "cest", "ist", "bst", "wib", "pkt");
}

Match TimePatterns::clock_on_day(std::size_t first, std::size_t last, unsigned hour, unsigned minute) const {
    auto at = last;
    if (low(at) == "(") {
        while (at < last + 5 && low(at) != ")") ++at;
        ++at;
    }
    if (one_of(low(at), "on", ",")) ++at;
    Match on;
    for (auto match : {month_day(at), day_month(at), weekday_at(at), near_day(at)}) {
        if (match && (!on || match->last > on->last)) on = match;
    }
    Found found{first, last, unresolved(Precision::minute)};
    if (!on) return found;
    found.last = on->last;
    if (!on->value.begin || on->value.begin != on->value.end) return found;
    found.value.begin = fmt::format("{}T{:02}:{:02}", *on->value.begin, hour, minute);
    found.value.end = found.value.begin;
    return found;
}

}  // namespace sayso::dating
