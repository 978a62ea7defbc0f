#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <string_view>

#include "read/support.h"
#include "support/cases.h"

using namespace sayso;
using namespace sayso::tests;

namespace {

/// Takes a line "outlet: …" or "url: …" off the front.
std::optional<std::string> head(std::string& input, std::string_view key) {
    if (!input.starts_with(key)) return std::nullopt;
    const auto end = std::min(input.find('\n'), input.size());
    auto value = input.substr(key.size(), end - key.size());
    input.erase(0, std::min(end + 1, input.size()));
    return value;
}

Reading read_report(std::string input) {
    static const Analyser analyser;
    static const Reader reader;
    Report report;
    report.outlet = head(input, "outlet: ");
    report.url = head(input, "url: ");
    report.text = input;
    const auto article = make_article(report);
    return reader.read(article, analyser.analyse(article));
}

std::string whole_degrees(double degrees) {
    return std::to_string(std::lround(degrees));
}

/// name | kind | country | latitude longitude, rounded | how often it is named | in …; "-" for what is not known
std::string line_of(const Reading& reading, const Entity& entity) {
    const auto place = entity.place.value_or(Place{});
    std::string line = entity.name + " | " + place.kind.value_or("-") + " | " + place.country.value_or("-") + " | ";
    line += place.lat && place.lon ? whole_degrees(*place.lat) + " " + whole_degrees(*place.lon) : "-";
    std::size_t names = 0;
    for (const auto& mention : entity.mentions) names += mention.form == MentionForm::name ? 1 : 0;
    line += " | " + std::to_string(names);
    for (const auto& one : entity.affiliations) {
        if (one.relation != Relation::located_in) continue;
        for (const auto& other : reading.entities) {
            if (other.id == one.to) line += " | in " + other.name;
        }
    }
    return line;
}

}  // namespace

TEST_CASE("places") {
    check_cases("places", [](const std::string& input) {
        const auto reading = read_report(input);
        std::vector<std::string> lines;
        for (const auto& entity : reading.entities) {
            if (entity.type == EntityType::place || entity.place) lines.push_back(line_of(reading, entity));
        }
        return lines;
    });
}
