#include <doctest/doctest.h>

#include "read/support.h"
#include "support/cases.h"

using namespace sayso;
using namespace sayso::tests;

namespace {

/// type | name | mention, mention (form), … | role …; a source without a name has "described" before its type.
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
        for (const auto& other : reading.entities) {
            if (role.of == other.id) line += " of " + other.name;
        }
    }
    if (entity.place && entity.place->country) line += " | " + *entity.place->country;
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
