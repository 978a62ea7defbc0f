#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// What the patterns for times share: the calendar's words, values, and the patterns themselves.
namespace sayso::dating {

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

/// The number that the digits write.
[[nodiscard]] unsigned small(std::string_view digits);

[[nodiscard]] const Calendar& calendar();

template <class Map>
std::optional<typename Map::mapped_type> look_up(const Map& map, std::string_view word) {
    const auto found = map.find(word);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace sayso::dating
