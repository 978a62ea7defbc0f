#include "intake/zones.h"

#include "base/utf8.h"

namespace sayso {

std::string_view leading_web_address(std::string_view text) {
    const auto begin = trimmed(text);
    const auto line = trimmed(begin.substr(0, begin.find('\n')));
    const bool address = line.starts_with("http://") || line.starts_with("https://");
    if (!address || line.find_first_of(" \t") != std::string_view::npos) return {};
    return line;
}

std::vector<Zone> find_zones(std::string_view text, std::size_t title_size) {
    std::vector<Zone> zones;
    std::size_t at = 0;
    while (at < text.size()) {
        auto end = text.find('\n', at);
        if (end == std::string_view::npos) end = text.size();
        const auto line = trimmed(text.substr(at, end - at));
        if (!line.empty() && (at > 0 || leading_web_address(text).empty())) {
            const auto begin = static_cast<std::uint32_t>(line.data() - text.data());
            const auto kind = begin < title_size ? ZoneKind::headline : ZoneKind::paragraph;
            zones.push_back({kind, {begin, begin + static_cast<std::uint32_t>(line.size())}});
        }
        at = end + 1;
    }
    return zones;
}

}  // namespace sayso
