#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "read/calendar_words.h"
#include "read/time_values.h"
#include "read/words.h"

namespace sayso::dating {

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

    [[nodiscard]] std::vector<Found> find() const;

private:
    const WordSentence& s_;
    std::optional<sys_days> published_;

    [[nodiscard]] std::string_view low(std::size_t i) const { return s_.low(i); }
    [[nodiscard]] std::string_view before(std::size_t i, std::size_t back = 1) const;

    [[nodiscard]] Match longest_at(std::size_t i) const;

    // ---- Which year, which week -------------------------------------------------------------------

    enum class Tense { unknown, past, future };

    /// What the clause around words [first, last) speaks of: the nearest cue before it in its clause decides, else
    /// the nearest behind it.
    [[nodiscard]] Tense tense_around(std::size_t first, std::size_t last) const;
    [[nodiscard]] static bool is_future_cue(std::string_view word);
    [[nodiscard]] static bool is_past_cue(std::string_view word);

    /// The year of a day whose year is not told: that of the last such day up to publication, or of the next where
    /// the clause speaks of what is to come, or tells no tense and the last is eleven months gone.
    [[nodiscard]] std::optional<int> year_of(unsigned month_number, unsigned day_number, Tense tense) const;

    [[nodiscard]] int published_year() const { return static_cast<int>(year_month_day(*published_).year()); }

    [[nodiscard]] static std::optional<int> four_digits(std::string_view word);
    /// A year behind a date: "2024", ", 2024".
    [[nodiscard]] std::pair<std::optional<int>, std::size_t> year_behind(std::size_t i) const;
    [[nodiscard]] bool hyphenated(std::size_t i) const { return low(i) == "-" && s_.words[i].glued; }

    /// "22", "22nd".
    [[nodiscard]] static std::optional<unsigned> month_day_number(std::string_view word, bool ordinal = false);

    [[nodiscard]] static std::string_view without_stop(std::string_view word);
    /// A month's name that stands beside a day's number.
    [[nodiscard]] std::optional<unsigned> month_beside_number(std::size_t i) const;

    [[nodiscard]] Match dated(std::size_t first, std::size_t last, std::optional<int> of, unsigned month_number,
                              unsigned from, unsigned to) const;

    /// A day with its weekday before it ("Monday, March 4") and a part of the day before or behind it.
    [[nodiscard]] Match around_day(Match match) const;
    /// Where a part of the day that begins at `i` ends.
    [[nodiscard]] std::optional<std::size_t> part_of_day(std::size_t i) const;

    // ---- Full dates -------------------------------------------------------------------------------

    [[nodiscard]] Match iso_date(std::size_t i) const;

    /// "22/3/2024" and "3/22/2024", but not "3/4/2024", which is two days.
    [[nodiscard]] Match numeric_date(std::size_t i) const;

    /// "22 March 2024", "the 22nd of March", "22-24 March", "Friday 22 March".
    [[nodiscard]] Match day_month(std::size_t i) const;

    /// "March 22", "Mar. 22nd, 2024", "March 22-24", "Friday, March 22".
    [[nodiscard]] Match month_day(std::size_t i) const;
    /// "in March 12 people": the number belongs to what follows.
    [[nodiscard]] bool counts_something(std::size_t i) const;

    /// The position behind "Friday" and "Friday," where a date may follow.
    [[nodiscard]] std::optional<std::size_t> weekday_before_date(std::size_t i) const;
    [[nodiscard]] static std::optional<unsigned> weekday_named(std::string_view word);

    [[nodiscard]] std::pair<unsigned, std::size_t> range_end(std::size_t i, unsigned from) const;

    // ---- Months, seasons, years -------------------------------------------------------------------

    struct Opening {
        std::size_t next = 0;
        Part part = Part::whole;
        int step = 0;       ///< "last" -1, "next" +1
        bool told = false;  ///< "last", "this" or "next" was said
    };
    /// "early", "the end of", "late last", "this", "next" before a month or season.
    [[nodiscard]] Opening opening(std::size_t i) const;

    /// "in March 2024", "early March", "the March attack"; "May" and "March" only where they can be nothing else.
    [[nodiscard]] Match month_alone(std::size_t i) const;
    /// "mid-March", "post-May" in one word.
    [[nodiscard]] Match month_joined(std::size_t i) const;
    [[nodiscard]] int month_year(unsigned month_number, const Opening& open, std::size_t first, std::size_t last) const;

    /// Whether the month's name at `i`, with nothing else of a date beside it, is the month.
    [[nodiscard]] bool is_month_here(std::size_t i) const;
    /// "the March attack", not "the March on Rome", "the March of".
    [[nodiscard]] bool is_month_modifier(std::size_t i) const;

    [[nodiscard]] Match season_at(std::size_t i) const;

    /// "the 1990s", "the early '80s", "the nineteenth century" is left to others.
    [[nodiscard]] Match decade_at(std::size_t i) const;

    /// "in 2019", "the 2008 crisis", "(1994)", "early 2020", "1991 to 1997"; not "2019 people", "$2000", "room 2010".
    [[nodiscard]] Match year_at(std::size_t i) const;
    [[nodiscard]] bool part_of_longer_number(std::size_t at) const;
    [[nodiscard]] bool in_pair_of_years(std::size_t at) const;
    /// Whether the words around say that the number is a year and not a count.
    [[nodiscard]] bool stands_as_year(std::size_t at, int of) const;
    [[nodiscard]] static bool is_plural(std::string_view word);

    [[nodiscard]] Match feast_at(std::size_t i) const;

    // ---- Against the day of publication -----------------------------------------------------------

    /// "on Monday", "last Friday", "Tuesday evening", "next Sunday".
    [[nodiscard]] Match weekday_at(std::size_t i) const;
    [[nodiscard]] int day_step(unsigned named, const Opening& open, std::size_t first, std::size_t last) const;

    /// "today", "yesterday", "tomorrow morning", "last night", "this afternoon", "tonight".
    [[nodiscard]] Match near_day(std::size_t i) const;
    /// "USA Today".
    [[nodiscard]] bool is_name_of_paper(std::size_t i) const { return i > 0 && s_.capital(i) && s_.capital(i - 1); }

    /// "last week", "earlier this month", "next year", "last weekend"; "the past week" is a length.
    [[nodiscard]] Match relative_unit(std::size_t i) const;

    /// The unit `step` away from the one that holds the day of publication.
    [[nodiscard]] Value stepped(Unit unit, int step, Part part = Part::whole) const;

    /// "two days ago", "almost four years ago", "a month ago".
    [[nodiscard]] Match ago(std::size_t i) const;
    [[nodiscard]] int published_year_or(int other) const { return published_ ? published_year() : other; }

    struct Counted {
        std::optional<std::int64_t> number;
        Unit unit = Unit::day;
        std::size_t last = 0;
    };
    /// "two days", "a year", "several weeks", "nearly 20 years".
    [[nodiscard]] std::optional<Counted> counted_unit(std::size_t i) const;

    // ---- Against the story's own time -------------------------------------------------------------

    /// "two days later", "the following day", "the same evening", "days prior": kept as words.
    [[nodiscard]] Match story_time(std::size_t i) const;
    /// "the coming days", "the next 48 hours", "within two weeks".
    [[nodiscard]] Match time_ahead(std::size_t i) const;

    // ---- The clock --------------------------------------------------------------------------------

    /// "10:30 a.m.", "6pm", "18:15 GMT", with a day beside it if there is one: "10 a.m. Tuesday".
    [[nodiscard]] Match clock_at(std::size_t i) const;
    [[nodiscard]] bool is_time_zone(std::size_t i) const;
    [[nodiscard]] Match clock_on_day(std::size_t first, std::size_t last, unsigned hour, unsigned minute) const;
};

}  // namespace sayso::dating
