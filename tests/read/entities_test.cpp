#include <doctest/doctest.h>

#include "read/support.h"
#include "support/cases.h"

using namespace sayso;
using namespace sayso::tests;

namespace {

std::string name_of_entity(const Reading& reading, const std::string& id) {
    for (const auto& entity : reading.entities) {
        if (entity.id == id) return entity.name;
    }
    return id;
}

/// type | name | mention, mention (form), … | role … | affiliation … | country of a place | acts for …; a source
/// without a name has "described" before its type.
std::string line_of(const Reading& reading, const Entity& entity) {
    const auto text = [&](Span span) { return on_one_line(words(reading.document.text, span)); };
    std::string line =
        (entity.named ? "" : "described ") + std::string(name_of(entity.type)) + " | " + entity.name + " | ";
    for (std::size_t i = 0; i < entity.mentions.size(); ++i) {
        const auto& mention = entity.mentions[i];
        line += (i > 0 ? ", " : "") + text(mention.span);
        if (mention.form == MentionForm::pronoun) line += " (pronoun)";
    }
    for (const auto& role : entity.roles) {
        line += " | " + role.title;
        if (role.of) line += " of " + name_of_entity(reading, *role.of);
    }
    for (const auto& affiliation : entity.affiliations) {
        line += " | " + std::string(name_of(affiliation.relation)) + " " + name_of_entity(reading, affiliation.to) +
                " (" + text(affiliation.span) + ")";
    }
    if (entity.place && entity.place->country) line += " | " + *entity.place->country;
    if (entity.actor) {
        line += " | acts for " + entity.actor->country.value_or("-") + " " + entity.actor->sector.value_or("-");
    }
    return line;
}

/// words of a source | who it is, "-" if nobody can be told | anonymous
std::string line_of(const Reading& reading, const Source& source) {
    auto line = on_one_line(words(reading.document.text, source.span)) + " | ";
    line += source.entity ? name_of_entity(reading, *source.entity) : "-";
    if (source.anonymous) line += " | anonymous";
    return line;
}

}  // namespace

TEST_CASE("entities") {
    check_cases("entities", [](const std::string& input) {
        const auto read = read_text(input);
        std::vector<std::string> lines;
        for (const auto& entity : read.reading.entities) lines.push_back(line_of(read.reading, entity));
        return lines;
    });
}

TEST_CASE("sources") {
    check_cases("sources", [](const std::string& input) {
        const auto read = read_text(input);
        std::vector<std::string> lines;
        for (const auto& statement : read.reading.statements) {
            if (statement.source) lines.push_back(line_of(read.reading, *statement.source));
        }
        return lines;
    });
}
