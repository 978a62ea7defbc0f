#include <fmt/format.h>

#include <array>
#include <charconv>

#include "cli/view.h"

namespace sayso::cli {
namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

struct Date {
    std::string_view year;  ///< empty if nothing tells it
    std::string_view month;
    unsigned day = 0;
    std::string_view clock;  ///< "20:00"
};

std::optional<unsigned> number(std::string_view digits) {
    unsigned value = 0;
    const auto* const end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, value);
    if (digits.empty() || parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
    return value;
}

/// "2024-03-22", "XXXX-03-22", "2024-03-22T20:00:00Z".
std::optional<Date> parse_date(std::string_view iso) {
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto month = number(iso.substr(5, 2));
    const auto day = number(iso.substr(8, 2));
    if (!month || !day || *month < 1 || *month > 12) return std::nullopt;
    Date date{iso.substr(0, 4), months[*month - 1], *day, {}};
    if (date.year == "XXXX") date.year = {};
    if (iso.size() >= 16 && iso[10] == 'T') date.clock = iso.substr(11, 5);
    return date;
}

std::string write(const Date& date, Precision precision) {
    const auto year = date.year.empty() ? std::string() : fmt::format(" {}", date.year);
    if (precision == Precision::year && !date.year.empty()) return std::string(date.year);
    if (precision == Precision::month) return fmt::format("{}{}", date.month, year);
    const auto clock = date.clock.empty() ? std::string() : fmt::format(", {}", date.clock);
    return fmt::format("{} {}{}{}", date.day, date.month, year, clock);
}

/// Thousands are set apart from 10,000 on.
std::string figure(std::int64_t value) {
    auto digits = std::to_string(value);
    if (value < 10'000) return digits;
    for (auto at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
    return digits;
}

std::string bounds(const Toll& toll) {
    if (toll.min && toll.max && *toll.min == *toll.max) return *toll.max == 0 ? "no" : figure(*toll.min);
    if (toll.min && toll.max) return fmt::format("{} to {}", figure(*toll.min), figure(*toll.max));
    if (toll.min) return fmt::format("at least {}", figure(*toll.min));
    if (toll.max) return fmt::format("at most {}", figure(*toll.max));
    return "an untold number";
}

}  // namespace

std::string_view in_words(Act act) {
    switch (act) {
        case Act::state:
            return "says";
        case Act::confirm:
            return "confirms";
        case Act::announce:
            return "announces";
        case Act::deny:
            return "denies";
        case Act::accuse:
            return "accuses";
        case Act::claim:
            return "claims responsibility";
        case Act::warn:
            return "warns";
        case Act::threaten:
            return "threatens";
        case Act::promise:
            return "promises";
        case Act::request:
            return "requests";
        case Act::order:
            return "orders";
        case Act::reject:
            return "rejects";
        case Act::admit:
            return "admits";
        case Act::suggest:
            return "suggests";
        case Act::condemn:
            return "condemns";
        case Act::praise:
            return "praises";
        case Act::apologise:
            return "apologises";
        case Act::ask:
            return "asks";
        case Act::decline:
            return "declines to say";
        case Act::intend:
            return "intends";
    }
    return "";
}

std::string_view in_words(Certainty certainty) {
    switch (certainty) {
        case Certainty::certain:
            return "";
        case Certainty::probable:
            return "as probable";
        case Certainty::possible:
            return "as possible";
        case Certainty::doubtful:
            return "as doubtful";
    }
    return "";
}

std::string_view in_words(Quotation quotation) {
    switch (quotation) {
        case Quotation::direct:
            return "quoted";
        case Quotation::indirect:
            return "reported";
        case Quotation::mixed:
            return "partly quoted";
    }
    return "";
}

std::string in_words(const Time& time) {
    if (!time.begin) return "";
    const auto begin = parse_date(*time.begin);
    const auto end = parse_date(time.end ? *time.end : *time.begin);
    if (!begin || !end) return time.end && time.end != time.begin ? *time.begin + " to " + *time.end : *time.begin;
    const auto from = write(*begin, time.precision);
    const auto to = write(*end, time.precision);
    return from == to ? from : fmt::format("{} to {}", from, to);
}

std::string date_in_words(std::string_view iso) {
    const auto date = parse_date(iso);
    return date ? write(*date, Precision::day) : std::string(iso);
}

std::string in_words(const Toll& toll) {
    const bool nobody = toll.min && toll.max && *toll.max == 0 && *toll.min == 0;
    std::string text = nobody && !toll.group ? "nobody" : bounds(toll);
    if (toll.adds) text += " more";
    if (toll.group) text += " " + *toll.group;
    return fmt::format("{} {}", text, name_of(toll.kind));
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", figure(static_cast<std::int64_t>(count)), count == 1 ? one : many);
}

}  // namespace sayso::cli
