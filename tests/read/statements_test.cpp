#include <doctest/doctest.h>

#include <algorithm>

#include "read/support.h"
#include "support/cases.h"

using namespace sayso;
using namespace sayso::tests;

namespace {

/// Whether the link is to a statement elsewhere, not within this one.
bool answers(const Reading& reading, const Statement& statement, const About& about) {
    for (const auto& other : reading.statements) {
        if (other.id != about.statement || other.content.empty()) continue;
        const auto own = other.cue ? other.cue->span : other.content.front();
        for (const auto content : statement.content) {
            if (content.contains(own)) return false;
        }
    }
    return true;
}

std::string shown(const Warning& warning) {
    std::string line;
    if (warning.place_precision && *warning.place_precision != PlacePrecision::none)
        line += " " + std::string(name_of(*warning.place_precision));
    if (warning.time) line += " " + *warning.time;
    if (warning.event) line += " " + *warning.event;
    for (const auto& id : warning.answered_by) line += " answered " + id;
    return line.empty() ? line : " | warns" + line;
}

/// What a line tells only in cases that ask for it, so that the others need not.
struct Asked {
    bool is = false;      ///< who the source is, where its words do not name it
    bool inside = false;  ///< the statement that it lies within
};

Asked asked_by(const Case& one) {
    const auto somewhere = [&](std::string_view field) {
        return std::any_of(one.expected.begin(), one.expected.end(),
                           [&](const std::string& line) { return line.find(field) != std::string::npos; });
    };
    return {somewhere(" | is "), somewhere(" | inside ")};
}

/// source | cue | content ‖ content | act certainty quotation | is … | via … | to … | blames … | channel | rejects …
/// | inside … | on t1 | warns …
std::string line_of(const Reading& reading, const Statement& statement, Asked asked) {
    const auto text = [&](Span span) { return on_one_line(words(reading.document.text, span)); };
    std::string line = statement.source ? text(statement.source->span) : "-";
    if (statement.source && statement.source->anonymous) line += " (anonymous)";
    line += " | " + (statement.cue ? text(statement.cue->span) : "-") + " | ";
    for (std::size_t i = 0; i < statement.content.size(); ++i)
        line += (i > 0 ? " ‖ " : "") + text(statement.content[i]);
    line += " | " + std::string(name_of(statement.act));
    if (statement.certainty != Certainty::certain) line += " " + std::string(name_of(statement.certainty));
    if (statement.quotation != Quotation::indirect) line += " " + std::string(name_of(statement.quotation));
    for (const auto& entity : reading.entities) {
        if (!asked.is || !statement.source || entity.id != statement.source->entity) continue;
        if (text(statement.source->span).find(entity.name) == std::string::npos) line += " | is " + entity.name;
    }
    for (const auto& via : statement.via) line += " | via " + text(via.span);
    if (statement.addressee) line += " | to " + text(statement.addressee->span);
    for (const auto& blame : statement.blames) {
        for (const auto& entity : reading.entities) {
            if (entity.id != blame.entity) continue;
            line += " | blames " + entity.name;
            if (blame.stance != Stance::affirms) line += " (" + std::string(name_of(blame.stance)) + ")";
        }
    }
    if (statement.channel) line += " | " + std::string(name_of(*statement.channel));
    for (const auto& about : statement.about) {
        if (about.stance != Stance::affirms || answers(reading, statement, about))
            line += " | " + std::string(name_of(about.stance)) + " " + *about.statement;
    }
    for (const auto& outer : reading.statements) {
        const bool holds = std::any_of(outer.about.begin(), outer.about.end(), [&](const About& about) {
            return about.statement == statement.id && about.stance == Stance::affirms;
        });
        if (asked.inside && holds) line += " | inside " + outer.id;
    }
    if (statement.time) line += " | on " + *statement.time;
    if (statement.warns_of) line += shown(*statement.warns_of);
    return line;
}

}  // namespace

TEST_CASE("statements") {
    check_each_case("statements", [](const Case& one) {
        const auto read = read_text(one.input);
        std::vector<std::string> lines;
        for (const auto& statement : read.reading.statements)
            lines.push_back(line_of(read.reading, statement, asked_by(one)));
        return lines;
    });
}

TEST_CASE("a statement inside another is what that one is about") {
    const auto read = read_text("Ilse Varga said her deputy had admitted that the files were burned.");
    const auto& statements = read.reading.statements;
    REQUIRE(statements.size() == 2);
    REQUIRE(statements[0].about.size() == 1);
    CHECK(statements[0].about[0].statement == statements[1].id);
    CHECK(statements[1].about.empty());
}
