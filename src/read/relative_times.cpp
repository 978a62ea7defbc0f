#include "read/time_patterns.h"

#include <array>

#include "read/quantities.h"

namespace sayso::dating {

Match TimePatterns::weekday_at(std::size_t i) const {
    const auto open = opening(i);
    auto at = open.next;
    auto named = s_.capital(at) ? weekday_named(low(at)) : std::nullopt;
    if (!named && s_.capital(at) && low(at).size() > 3 && low(at).ends_with('s')) return std::nullopt;
    if (!named || one_of(before(at), "good", "black", "bloody", "holy", "palm", "easter", "ash", "man", "super")) {
        return std::nullopt;
    }
    auto last = at + 1;
    auto value = published_ ? one_day(*published_ + days(day_step(*named, open, i, last))) : unresolved(Precision::day);
    if (one_of(low(last), "last", "next") && low(last + 1) == "week") {
        if (published_) {
            const auto week = monday_of(*published_) + days(low(last) == "last" ? -7 : 7);
            value = one_day(week + days((*named + 6) % 7));
        }
        last += 2;
    }
    Match match = Found{i, last, value};
    if (open.part != Part::whole) match->value.precision = Precision::part_of_day;
    return around_day(match);
}

int TimePatterns::day_step(unsigned named, const Opening& open, std::size_t first, std::size_t last) const {
    const auto today = weekday(*published_).c_encoding();
    const auto back = static_cast<int>((today + 7 - named) % 7);
    if (open.step < 0) return back == 0 ? -7 : -back;
    if (open.step > 0 || low(open.next - 1) == "coming") return 7 - back;
    if (low(last) != "'s" && tense_around(first, last) == Tense::future) return back == 0 ? 0 : 7 - back;
    return -back;
}

Match TimePatterns::near_day(std::size_t i) const {
    auto at = one_of(low(i), "early", "late", "earlier", "later") ? i + 1 : i;
    const auto word = low(at);
    int step = 0;
    bool part = at != i;
    if (word == "tonight") {
        part = true;
    } else if (one_of(word, "last", "this") && part_of_day(at + 1) && !one_of(low(at + 1), "early", "late")) {
        if (word == "last" && low(at + 1) != "night") return std::nullopt;
        step = word == "last" ? -1 : 0;
        part = true;
        ++at;
    } else if (one_of(word, "yesterday", "tomorrow", "today")) {
        step = word == "yesterday" ? -1 : word == "tomorrow" ? 1 : 0;
        if (is_name_of_paper(at)) return std::nullopt;
    } else {
        return std::nullopt;
    }
    Match match = Found{i, at + 1, published_ ? one_day(*published_ + days(step)) : unresolved(Precision::day)};
    if (part) match->value.precision = Precision::part_of_day;
    return part ? match : around_day(match);
}

Match TimePatterns::relative_unit(std::size_t i) const {
    const auto open = opening(i);
    const auto at = open.next;
    const bool the = low(i) == "the" && one_of(low(i + 1), "weekend");
    if (low(at) == "weekend" || the) {
        if (!open.told && !the) return std::nullopt;
        if (before(at) == "past" && before(at, 2) == "the") return std::nullopt;
        const auto monday = published_ ? monday_of(*published_) : sys_days();
        const bool over = published_ && *published_ - monday >= days(5);
        const int weeks = the ? (over ? 0 : -1) : open.step < 0 ? -1 : open.step;
        return Found{i, (the ? i + 1 : at) + 1,
                     published_ ? weekend(monday + days(7 * weeks)) : unresolved(Precision::week)};
    }
    if (!open.told || one_of(before(at), "past", "coming")) return std::nullopt;
    const auto unit = look_up(calendar().units, low(at));
    if (!unit ||
        one_of(low(at), "day", "night", "days", "weeks", "months", "years", "decades", "nights", "fortnight")) {
        return std::nullopt;
    }
    if (i > 0 && one_of(before(i), "the", "for", "over") && open.step != 0 && open.part == Part::whole &&
        low(i) != "next") {
        if (before(i) != "the" || low(at) != "week") return std::nullopt;
    }
    if (before(i) == "the" && low(i) == "next") return Found{i, at + 1, unresolved(Precision::vague)};
    return Found{i, at + 1, stepped(*unit, open.step, open.part)};
}

Value TimePatterns::stepped(Unit unit, int step, Part part) const {
    if (!published_) {
        constexpr std::array precisions{Precision::day,   Precision::week, Precision::week,
                                        Precision::month, Precision::year, Precision::decade};
        return unresolved(precisions[static_cast<std::size_t>(unit)]);
    }
    const year_month_day today(*published_);
    switch (unit) {
        case Unit::day:
            return one_day(*published_ + days(step));
        case Unit::week:
            return whole_week(*published_ + days(7 * step));
        case Unit::fortnight:
            return whole_week(*published_ + days(14 * step));
        case Unit::month: {
            const auto in = today.year() / today.month() + months(step);
            if (part == Part::whole) return whole_month(in);
            return month_value(static_cast<int>(in.year()), static_cast<unsigned>(in.month()), part);
        }
        case Unit::year:
            return whole_year(published_year() + step);
        case Unit::decade: {
            const auto first = (published_year() / 10 + step) * 10;
            return whole_years(first, first + 9, Precision::decade);
        }
    }
    return unresolved(Precision::vague);
}

Match TimePatterns::ago(std::size_t i) const {
    const auto counted = counted_unit(i);
    if (!counted || !one_of(low(counted->last), "ago")) return std::nullopt;
    const Found found{i, counted->last + 1, unresolved(Precision::vague)};
    if (!counted->number || *counted->number > 5000) return found;
    const auto number = static_cast<int>(*counted->number);
    if (counted->unit == Unit::decade) {
        return published_ ? Found{i, found.last, whole_year(published_year() - 10 * number)} : found;
    }
    if (counted->unit == Unit::year && number >= published_year_or(9999)) return found;
    return Found{i, found.last, stepped(counted->unit, -number)};
}

std::optional<TimePatterns::Counted> TimePatterns::counted_unit(std::size_t i) const {
    if (low(i) == "the") return std::nullopt;
    std::optional<std::int64_t> number;
    auto at = i + 1;
    if (one_of(low(i), "a", "an")) {
        number = 1;
    } else if (const auto quantity = quantity_at(s_, i)) {
        at = quantity->last;
        if (quantity->min == quantity->max) number = quantity->min;
    } else {
        return std::nullopt;
    }
    const auto unit = look_up(calendar().units, low(at));
    if (!unit) return std::nullopt;
    return Counted{number, *unit, at + 1};
}

Match TimePatterns::time_ahead(std::size_t i) const {
    const auto is_unit = [&](std::size_t at) {
        return look_up(calendar().units, low(at)) || one_of(low(at), "hours", "minutes");
    };
    if (low(i) == "within") {
        if (is_unit(i + 1) && low(i + 1).ends_with('s')) return Found{i + 1, i + 2, unresolved(Precision::vague)};
        const auto quantity = quantity_at(s_, i + 1);
        if (!quantity || !is_unit(quantity->last) || low(quantity->last + 1) == "of") return std::nullopt;
        return Found{i + 1, quantity->last + 1, unresolved(Precision::vague)};
    }
    if (low(i) != "the" || !one_of(low(i + 1), "coming", "next")) return std::nullopt;
    auto at = i + 2;
    // "the next few days" is too vague for a period.
    if (const auto quantity = quantity_at(s_, at); quantity && quantity->max) at = quantity->last;
    if (!is_unit(at) || !low(at).ends_with('s')) return std::nullopt;
    return Found{i, at + 1, unresolved(Precision::vague)};
}

Match TimePatterns::story_time(std::size_t i) const {
    if (const auto counted = counted_unit(i)) {
        if (one_of(low(counted->last), "later", "earlier", "prior", "before", "after")) {
            if (one_of(low(counted->last), "before", "after", "prior")) return std::nullopt;
            return Found{i, counted->last + 1, unresolved(Precision::vague)};
        }
    }
    if (one_of(low(i), "later", "earlier") && low(i + 1) == "that" && look_up(calendar().units, low(i + 2))) {
        return Found{i, i + 3, unresolved(Precision::vague)};
    }
    if (low(i) != "the" && low(i) != "that") return std::nullopt;
    if (!one_of(low(i + 1), "following", "next", "same", "previous")) return std::nullopt;
    if (!one_of(low(i + 2), "day", "week", "month", "year", "morning", "evening", "night", "afternoon"))
        return std::nullopt;
    return Found{i, i + 3, unresolved(Precision::vague)};
}

}  // namespace sayso::dating
