#include "read/times.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/tables.h"
#include "base/utf8.h"
#include "read/quantities.h"
#include "read/words.h"

namespace sayso {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

// ---- The calendar's words -------------------------------------------------------------------------

enum class Unit { day, week, fortnight, month, year, decade };

struct Feast {
    std::vector<std::string> words;
    unsigned month = 0;
    unsigned day = 0;
};

struct Calendar {
    std::unordered_map<std::string_view, unsigned> months, abbreviations, weekdays, seasons;
    std::unordered_map<std::string_view, Unit> units;
    std::unordered_map<std::string_view, std::string_view> parts;
    std::vector<Feast> feasts;
};

unsigned small(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
}

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

const Calendar& calendar() {
    static const Calendar all = load();
    return all;
}

template <class Map>
std::optional<typename Map::mapped_type> look_up(const Map& map, std::string_view word) {
    const auto found = map.find(word);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}

// ---- Values ---------------------------------------------------------------------------------------

/// What an expression means: the first and last day, or nothing that the text alone can tell.
struct Value {
    std::optional<std::string> begin, end;
    Precision precision = Precision::vague;
};

std::string written(sys_days at) {
    const year_month_day date(at);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

/// A day of no known year.
std::string written(unsigned month_number, unsigned day_number) {
    return fmt::format("XXXX-{:02}-{:02}", month_number, day_number);
}

Value interval(sys_days first, sys_days last, Precision precision) {
    return {written(first), written(last), precision};
}
Value one_day(sys_days at) {
    return interval(at, at, Precision::day);
}
Value unresolved(Precision precision) {
    return {std::nullopt, std::nullopt, precision};
}

sys_days last_day(year_month of) {
    return sys_days(of / std::chrono::last);
}
Value whole_month(year_month of) {
    return interval(sys_days(of / day(1)), last_day(of), Precision::month);
}

Value whole_years(int first, int last, Precision precision) {
    return interval(sys_days(year(first) / 1 / 1), sys_days(year(last) / 12 / 31), precision);
}
Value whole_year(int of) {
    return whole_years(of, of, Precision::year);
}

sys_days monday_of(sys_days at) {
    return at - (weekday(at) - std::chrono::Monday);
}
Value whole_week(sys_days at) {
    return interval(monday_of(at), monday_of(at) + days(6), Precision::week);
}
Value weekend(sys_days at) {
    return interval(monday_of(at) + days(5), monday_of(at) + days(6), Precision::week);
}

/// Meteorological seasons of the northern half; winter begins in December of the year before it is named by
/// nobody and in that of its year by most.
Value whole_season(int of, unsigned season) {
    const year_month first = year(of) / month(season * 3);
    return interval(sys_days(first / day(1)), last_day(first + months(2)), Precision::season);
}

/// The month's days 1 to 10, 11 to 20, or 21 and on.
enum class Part { whole, early, middle, late };

std::pair<unsigned, unsigned> part_days(Part part, unsigned length) {
    if (part == Part::early) return {1, 10};
    if (part == Part::middle) return {11, 20};
    return {part == Part::late ? 21 : 1, length};
}

unsigned month_length(unsigned month_number) {
    return static_cast<unsigned>(year_month_day(last_day(year(2023) / month(month_number))).day());
}

Value month_value(std::optional<int> of, unsigned month_number, Part part) {
    const auto precision = part == Part::whole ? Precision::month : Precision::part_of_month;
    if (!of) {
        const auto [first, last] = part_days(part, month_length(month_number));
        return {written(month_number, first), written(month_number, last), precision};
    }
    const auto in = year(*of) / month(month_number);
    const auto length = static_cast<unsigned>(year_month_day(last_day(in)).day());
    const auto [first, last] = part_days(part, length);
    return interval(sys_days(in / day(first)), sys_days(in / day(last)), precision);
}

std::optional<sys_days> day_of(std::string_view iso) {
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
        if (iso[i] < '0' || iso[i] > '9') return std::nullopt;
    }
    const year_month_day date(year(static_cast<int>(small(iso.substr(0, 4)))), month(small(iso.substr(5, 2))),
                              day(small(iso.substr(8, 2))));
    return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

// ---- One sentence ---------------------------------------------------------------------------------

/// Words [first, last) and their value.
struct Found {
    std::size_t first = 0;
    std::size_t last = 0;
    Value value;
};
using Match = std::optional<Found>;

/// Finds the times of one sentence. Each pattern is asked at a word and says how far it reaches.
class TimePatterns {
public:
    TimePatterns(const WordSentence& sentence, std::optional<sys_days> published)
        : s_(sentence), published_(published) {}

    [[nodiscard]] std::vector<Found> find() const {
        std::vector<Found> all;
        for (std::size_t i = 0; i < s_.size();) {
            const auto found = longest_at(i);
            if (found) all.push_back(*found);
            i = found ? std::max(found->last, i + 1) : i + 1;
        }
        return all;
    }

private:
    const WordSentence& s_;
    std::optional<sys_days> published_;

    [[nodiscard]] std::string_view low(std::size_t i) const { return s_.low(i); }
    [[nodiscard]] std::string_view before(std::size_t i, std::size_t back = 1) const {
        return i >= back ? s_.low(i - back) : std::string_view();
    }

    [[nodiscard]] Match longest_at(std::size_t i) const {
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
        consider(clock_at(i));
        return best;
    }

    // ---- Which year, which week -------------------------------------------------------------------

    enum class Tense { unknown, past, future };

    /// What the clause around words [first, last) speaks of: the nearest cue before it in its clause decides, else
    /// the nearest behind it.
    [[nodiscard]] Tense tense_around(std::size_t first, std::size_t last) const {
        constexpr std::size_t reach = 12;
        if (before(first) == "as" && one_of(before(first, 2), "early", "soon")) return Tense::future;
        if (before(first) == "until" && first > 1) return Tense::future;
        for (std::size_t back = 1; back <= reach && back <= first; ++back) {
            const auto word = before(first, back);
            if (is_future_cue(word)) return Tense::future;
            if (is_past_cue(word)) return Tense::past;
            if (one_of(word, ",", ";", ":", "“", "”", "\"", "(", ")", "and")) break;
        }
        for (std::size_t i = last; i < last + reach && i < s_.size(); ++i) {
            if (is_future_cue(low(i))) return Tense::future;
            if (is_past_cue(low(i))) return Tense::past;
            if (one_of(low(i), ";", "“", "”", "\"") || (low(i) == "," && i > last)) break;
        }
        return Tense::unknown;
    }
    static bool is_future_cue(std::string_view word) {
        return one_of(word, "will", "'ll", "wo", "shall", "would", "scheduled", "due", "upcoming", "slated", "plan",
                      "plans", "expected");
    }
    static bool is_past_cue(std::string_view word) {
        if (word.size() > 4 && word.ends_with("ed")) return true;
        return one_of(word, "said", "told", "announced", "reported", "says", "was", "were", "had", "since", "ago",
                      "did", "wrote", "warned", "added", "confirmed", "began", "died", "killed", "happened", "after");
    }

    /// The year of a day whose year is not told: that of the last such day up to publication, or of the next where
    /// the clause speaks of what is to come, or tells no tense and the last is eleven months gone.
    [[nodiscard]] std::optional<int> year_of(unsigned month_number, unsigned day_number, Tense tense) const {
        if (!published_) return std::nullopt;
        const year_month_day today(*published_);
        const auto at = std::pair(month_number, day_number);
        const auto now = std::pair(static_cast<unsigned>(today.month()), static_cast<unsigned>(today.day()));
        const int last_year = published_year() - (at > now);
        const auto months_gone = (now.first + 12 - month_number) % 12;
        const bool next = tense == Tense::future || (tense == Tense::unknown && at != now &&
                                                     (months_gone >= 11 || (months_gone == 0 && at > now)));
        return at == now ? published_year() : last_year + next;
    }

    [[nodiscard]] int published_year() const { return static_cast<int>(year_month_day(*published_).year()); }

    [[nodiscard]] static std::optional<int> four_digits(std::string_view word) {
        if (word.size() != 4 || !std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) {
            return std::nullopt;
        }
        const auto value = static_cast<int>(small(word));
        return value >= 1000 && value < 2100 ? std::optional(value) : std::nullopt;
    }
    /// A year behind a date: "2024", ", 2024".
    [[nodiscard]] std::pair<std::optional<int>, std::size_t> year_behind(std::size_t i) const {
        const auto at = low(i) == "," || low(i) == "of" ? i + 1 : i;
        const auto found = four_digits(low(at));
        if (!found || (hyphenated(at + 1) && low(i) == ",")) return {std::nullopt, i};
        return {found, at + 1};
    }
    [[nodiscard]] bool hyphenated(std::size_t i) const { return low(i) == "-" && s_.words[i].glued; }

    /// "22", "22nd".
    [[nodiscard]] static std::optional<unsigned> month_day_number(std::string_view word, bool ordinal = false) {
        const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
        if (digits == 0 || digits > 2) return std::nullopt;
        const auto ending = word.substr(digits);
        if (ordinal ? !one_of(ending, "st", "nd", "rd", "th") : !one_of(ending, "", "st", "nd", "rd", "th")) {
            return std::nullopt;
        }
        const auto value = small(word.substr(0, digits));
        return value >= 1 && value <= 31 ? std::optional(value) : std::nullopt;
    }

    [[nodiscard]] static std::string_view without_stop(std::string_view word) {
        return word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
    }
    /// A month's name that stands beside a day's number.
    [[nodiscard]] std::optional<unsigned> month_beside_number(std::size_t i) const {
        if (!s_.capital(i)) return std::nullopt;
        if (const auto full = look_up(calendar().months, low(i))) return full;
        return look_up(calendar().abbreviations, without_stop(low(i)));
    }

    [[nodiscard]] Match dated(std::size_t first, std::size_t last, std::optional<int> of, unsigned month_number,
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

    /// A day with its weekday before it ("Monday, March 4") and a part of the day before or behind it.
    [[nodiscard]] Match around_day(Match match) const {
        if (!match) return match;
        if (part_of_day(match->last)) {
            match->last = *part_of_day(match->last);
            match->value.precision = Precision::part_of_day;
        }
        return match;
    }
    /// Where a part of the day that begins at `i` ends.
    [[nodiscard]] std::optional<std::size_t> part_of_day(std::size_t i) const {
        auto at = i;
        if (one_of(low(at), "early", "late", "mid", "mid-")) ++at;
        if (low(at) == "-") ++at;
        if (!look_up(calendar().parts, low(at)) || one_of(low(at), "noon", "midnight", "dawn")) return std::nullopt;
        return at + 1;
    }

    // ---- Full dates -------------------------------------------------------------------------------

    [[nodiscard]] Match iso_date(std::size_t i) const {
        if (const auto at = day_of(low(i)); at && low(i).size() == 10) return Found{i, i + 1, one_day(*at)};
        if (!four_digits(low(i)) || !hyphenated(i + 1) || !hyphenated(i + 3)) return std::nullopt;
        const auto text = std::string(low(i)) + "-" + std::string(low(i + 2)) + "-" + std::string(low(i + 4));
        const auto at = text.size() == 10 ? day_of(text) : std::nullopt;
        return at ? Match(Found{i, i + 5, one_day(*at)}) : std::nullopt;
    }

    /// "22/3/2024" and "3/22/2024", but not "3/4/2024", which is two days.
    [[nodiscard]] Match numeric_date(std::size_t i) const {
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

    /// "22 March 2024", "the 22nd of March", "22-24 March", "Friday 22 March".
    [[nodiscard]] Match day_month(std::size_t i) const {
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

    /// "March 22", "Mar. 22nd, 2024", "March 22-24", "Friday, March 22".
    [[nodiscard]] Match month_day(std::size_t i) const {
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
    /// "in March 12 people": the number belongs to what follows.
    [[nodiscard]] bool counts_something(std::size_t i) const {
        return one_of(low(i), "people", "persons", "men", "women", "children", "soldiers", "civilians", "percent", "%",
                      "million", "billion", "others");
    }

    /// The position behind "Friday" and "Friday," where a date may follow.
    [[nodiscard]] std::optional<std::size_t> weekday_before_date(std::size_t i) const {
        if (!s_.capital(i) || !weekday_named(low(i))) return std::nullopt;
        auto at = i + 1;
        if (part_of_day(at)) at = *part_of_day(at);
        if (low(at) == "," || low(at) == "on") ++at;
        if (low(at) == "on") ++at;
        if (low(at) == "the") ++at;
        return at;
    }
    [[nodiscard]] static std::optional<unsigned> weekday_named(std::string_view word) {
        return look_up(calendar().weekdays, word);
    }

    [[nodiscard]] std::pair<unsigned, std::size_t> range_end(std::size_t i, unsigned from) const {
        if (!hyphenated(i) && !one_of(low(i), "–", "to")) return {from, i};
        const auto to = month_day_number(low(i + 1));
        if (!to || *to <= from) return {from, i};
        return {*to, i + 2};
    }

    // ---- Months, seasons, years -------------------------------------------------------------------

    struct Opening {
        std::size_t next = 0;
        Part part = Part::whole;
        int step = 0;       ///< "last" -1, "next" +1
        bool told = false;  ///< "last", "this" or "next" was said
    };
    /// "early", "the end of", "late last", "this", "next" before a month or season.
    [[nodiscard]] Opening opening(std::size_t i) const {
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

    /// "in March 2024", "early March", "the March attack"; "May" and "March" only where they can be nothing else.
    [[nodiscard]] Match month_alone(std::size_t i) const {
        if (const auto joined = month_joined(i)) return joined;
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
    /// "mid-March", "post-May" in one word.
    [[nodiscard]] Match month_joined(std::size_t i) const {
        for (const auto& [prefix, part] : {std::pair<std::string_view, Part>{"early-", Part::early},
                                           {"mid-", Part::middle},
                                           {"late-", Part::late}}) {
            if (!low(i).starts_with(prefix)) continue;
            const auto month_number = look_up(calendar().months, low(i).substr(prefix.size()));
            if (!month_number) continue;
            auto [of, last] = year_behind(i + 1);
            if (!of && published_) of = month_year(*month_number, {i}, i, last);
            return Found{i, last, month_value(of, *month_number, part)};
        }
        return std::nullopt;
    }
    [[nodiscard]] int month_year(unsigned month_number, const Opening& open, std::size_t first,
                                 std::size_t last) const {
        const auto this_month = static_cast<unsigned>(year_month_day(*published_).month());
        if (open.step < 0) return published_year() - (month_number >= this_month);
        if (open.step > 0) return published_year() + (month_number <= this_month);
        const auto tense = tense_around(first, last);
        const bool far = (this_month + 12 - month_number) % 12 >= 11;
        const bool future = open.told || tense == Tense::future || (tense == Tense::unknown && far);
        return published_year() + (future ? month_number < this_month : -static_cast<int>(month_number > this_month));
    }

    /// Whether the month's name at `i`, with nothing else of a date beside it, is the month.
    [[nodiscard]] bool is_month_here(std::size_t i) const {
        if (s_.capital(i + 1) && !one_of(low(i + 1), "i")) return false;
        const bool lead =
            one_of(before(i), "in", "since", "until", "till", "by", "of", "through", "during", "from", "between",
                   "before", "after", "for", "late", "early", "around", "throughout", "and", "to", "-");
        if (one_of(low(i), "may", "march", "august", "april", "june")) {
            if (lead && !one_of(before(i), "and", "to", "for", "-", "before", "after")) return true;
            if (lead && i >= 2 && look_up(calendar().months, before(i, 2)) && s_.capital(i - 2)) return true;
            return low(i) != "may" && one_of(before(i), "the", "a") && is_month_modifier(i);
        }
        return i == 0 || lead || !s_.capital(i - 1);
    }
    /// "the March attack", not "the March on Rome", "the March of".
    [[nodiscard]] bool is_month_modifier(std::size_t i) const {
        if (i + 1 >= s_.size() || s_.capital(i + 1)) return false;
        const auto next = low(i + 1);
        return next.size() > 2 && next[0] >= 'a' && next[0] <= 'z' &&
               !one_of(next, "for", "against", "was", "were", "will", "has", "had", "and", "that", "from", "with",
                       "began", "through", "into", "toward", "towards", "organisers", "organizers", "which", "who",
                       "are");
    }

    [[nodiscard]] Match season_at(std::size_t i) const {
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

    /// "the 1990s", "the early '80s", "the nineteenth century" is left to others.
    [[nodiscard]] Match decade_at(std::size_t i) const {
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

    /// "in 2019", "the 2008 crisis", "(1994)", "early 2020", "1991 to 1997"; not "2019 people", "$2000", "room 2010".
    [[nodiscard]] Match year_at(std::size_t i) const {
        const auto open = opening(i);
        const auto at = open.told ? i : open.next;
        const auto of = four_digits(low(at));
        if (!of || *of < 1400 || part_of_longer_number(at)) return std::nullopt;
        if (at == i && !in_pair_of_years(at) && !stands_as_year(at, *of)) return std::nullopt;
        return Found{i, at + 1, whole_year(*of)};
    }
    [[nodiscard]] bool part_of_longer_number(std::size_t at) const {
        if (s_.words[at].glued && !one_of(before(at), "(", "[", "\"", "“", "-", "–", "/")) return true;
        if (at > 0 && one_of(before(at), "-", "–", "/") && !four_digits(before(at, 2))) return true;
        return hyphenated(at + 1) && !four_digits(low(at + 2)) && low(at + 2).size() != 2;
    }
    [[nodiscard]] bool in_pair_of_years(std::size_t at) const {
        const auto joins = [](std::string_view word) { return one_of(word, "and", "to", "or", "-", "–", "through"); };
        const auto is_recent = [](std::optional<int> of) { return of && *of >= 1900; };
        return is_recent(four_digits(low(at))) && ((joins(low(at + 1)) && is_recent(four_digits(low(at + 2)))) ||
                                                   (joins(before(at)) && is_recent(four_digits(before(at, 2)))));
    }
    /// Whether the words around say that the number is a year and not a count.
    [[nodiscard]] bool stands_as_year(std::size_t at, int of) const {
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
               one_of(before(at), "of", "and", "to", "for", "between", "before", "after", "its", "his", "their", "a",
                      "or", ",", "than", "her", "'s", "our");
    }
    [[nodiscard]] static bool is_plural(std::string_view word) {
        return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !one_of(word, "does", "crisis");
    }

    [[nodiscard]] Match feast_at(std::size_t i) const {
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

    // ---- Against the day of publication -----------------------------------------------------------

    /// "on Monday", "last Friday", "Tuesday evening", "next Sunday".
    [[nodiscard]] Match weekday_at(std::size_t i) const {
        const auto open = opening(i);
        auto at = open.next;
        auto named = s_.capital(at) ? weekday_named(low(at)) : std::nullopt;
        if (!named && s_.capital(at) && low(at).size() > 3 && low(at).ends_with('s')) return std::nullopt;
        if (!named || one_of(before(at), "good", "black", "bloody", "holy", "palm", "easter", "ash", "man", "super")) {
            return std::nullopt;
        }
        auto last = at + 1;
        auto value =
            published_ ? one_day(*published_ + days(day_step(*named, open, i, last))) : unresolved(Precision::day);
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
    [[nodiscard]] int day_step(unsigned named, const Opening& open, std::size_t first, std::size_t last) const {
        const auto today = weekday(*published_).c_encoding();
        const auto back = static_cast<int>((today + 7 - named) % 7);
        if (open.step < 0) return back == 0 ? -7 : -back;
        if (open.step > 0 || low(open.next - 1) == "coming") return 7 - back;
        if (low(last) != "'s" && tense_around(first, last) == Tense::future) return back == 0 ? 0 : 7 - back;
        return -back;
    }

    /// "today", "yesterday", "tomorrow morning", "last night", "this afternoon", "tonight".
    [[nodiscard]] Match near_day(std::size_t i) const {
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
    /// "USA Today".
    [[nodiscard]] bool is_name_of_paper(std::size_t i) const { return i > 0 && s_.capital(i) && s_.capital(i - 1); }

    /// "last week", "earlier this month", "next year", "last weekend"; "the past week" is a length.
    [[nodiscard]] Match relative_unit(std::size_t i) const {
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

    /// The unit `step` away from the one that holds the day of publication.
    [[nodiscard]] Value stepped(Unit unit, int step, Part part = Part::whole) const {
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

    /// "two days ago", "almost four years ago", "a month ago".
    [[nodiscard]] Match ago(std::size_t i) const {
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
    [[nodiscard]] int published_year_or(int other) const { return published_ ? published_year() : other; }

    struct Counted {
        std::optional<std::int64_t> number;
        Unit unit = Unit::day;
        std::size_t last = 0;
    };
    /// "two days", "a year", "several weeks", "nearly 20 years".
    [[nodiscard]] std::optional<Counted> counted_unit(std::size_t i) const {
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

    // ---- Against the story's own time -------------------------------------------------------------

    /// "two days later", "the following day", "the same evening", "days prior": kept as words.
    [[nodiscard]] Match story_time(std::size_t i) const {
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

    // ---- The clock --------------------------------------------------------------------------------

    /// "10:30 a.m.", "6pm", "18:15 GMT", with a day beside it if there is one: "10 a.m. Tuesday".
    [[nodiscard]] Match clock_at(std::size_t i) const {
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
        if (half.empty() && one_of(low(last), "a.m.", "p.m.", "am", "pm", "a.m", "p.m"))
            half = low(last++).substr(0, 1);
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
    [[nodiscard]] bool is_time_zone(std::size_t i) const {
        return s_.capital(i) && one_of(low(i), "gmt", "utc", "est", "edt", "et", "pst", "pdt", "cet", "cest", "ist",
                                       "bst", "wib", "pkt");
    }
    [[nodiscard]] Match clock_on_day(std::size_t first, std::size_t last, unsigned hour, unsigned minute) const {
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
};

}  // namespace

std::vector<Time> find_times(const Article& article, const Analysis& analysis) {
    const auto& published = article.document.published;
    const auto published_day = published ? day_of(*published) : std::nullopt;
    std::vector<Time> times;
    for (const auto& sentence : readable_sentences(article, analysis)) {
        for (const auto& found : TimePatterns(sentence, published_day).find()) {
            times.push_back({fmt::format("t{}", times.size() + 1), sentence.span(found.first, found.last),
                             found.value.begin, found.value.end, found.value.precision});
        }
    }
    return times;
}

}  // namespace sayso
