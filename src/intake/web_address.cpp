#include "intake/web_address.h"

#include <vector>

#include "intake/dates.h"
#include "intake/scanner.h"

namespace sayso {
namespace {

/// The parts between the slashes behind the host, without query and fragment.
std::vector<std::string_view> parts_of_path(std::string_view url) {
    std::vector<std::string_view> parts;
    const auto scheme = url.find("://");
    url = url.substr(0, url.find_first_of("?#"));
    if (scheme == std::string_view::npos || scheme > url.size()) return parts;
    auto at = url.find('/', scheme + 3);
    while (at != std::string_view::npos) {
        const auto next = url.find('/', at + 1);
        parts.push_back(url.substr(at + 1, next == std::string_view::npos ? next : next - at - 1));
        at = next;
    }
    return parts;
}

/// A whole part that is a number of so many digits; 0 if it is none.
unsigned whole_number(std::string_view part, std::size_t least, std::size_t most) {
    Scanner in(part);
    const auto value = in.number(least, most);
    return value && in.at_end() ? *value : 0;
}

/// "2024-05-24" and "2024-05-24-bridge-falls"
Day leading_day(std::string_view part) {
    Scanner in(part);
    const auto year = in.number(4, 4);
    if (!year || !in.skip('-')) return {};
    const auto month = in.number(2, 2);
    if (!month || !in.skip('-')) return {};
    const auto day = in.number(2, 2);
    if (!day || !(in.at_end() || in.skip('-') || in.skip('_'))) return {};
    return {*year, *month, *day};
}

bool is_plausible(const Day& day) {
    return day.real() && day.year >= 1980 && day.year <= 2099;
}

}  // namespace

std::optional<std::string> day_of_address(std::string_view url) {
    const auto parts = parts_of_path(url);
    std::optional<std::string> found;
    const auto add = [&](const Day& day) {
        if (!is_plausible(day)) return true;
        const bool same = !found || *found == day.iso();
        found = day.iso();
        return same;
    };
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!add(leading_day(parts[i]))) return std::nullopt;
        if (i + 2 >= parts.size()) continue;
        const Day day{whole_number(parts[i], 4, 4), whole_number(parts[i + 1], 1, 2), whole_number(parts[i + 2], 1, 2)};
        if (!add(day)) return std::nullopt;
    }
    return found;
}

}  // namespace sayso
