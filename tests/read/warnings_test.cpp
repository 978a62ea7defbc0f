#include <doctest/doctest.h>

#include <string>

#include "read/told.h"
#include "support/cases.h"

using namespace sayso;
using namespace sayso::tests;

namespace {

std::string on_one_line(std::string_view words) {
    std::string line(words);
    for (auto& c : line) c = c == '\n' ? ' ' : c;
    return line;
}

/// One with this id, or null.
template <class Part>
const Part* part(const std::vector<Part>& all, const std::string& id) {
    for (const auto& one : all) {
        if (one.id == id) return &one;
    }
    return nullptr;
}

/// "before collapsed, collapse" of what happened, "of collapse" of what is only told as to come.
std::string what(const Reading& reading, const Event& event) {
    const bool happened = event.status == EventStatus::occurred || event.status == EventStatus::ongoing;
    std::string line = happened ? " | before" : " | of";
    std::string separator = " ";
    for (const auto& mention : event.mentions) {
        line += separator + on_one_line(words(reading.document.text, mention.span));
        separator = ", ";
    }
    return line;
}

std::string who_said(const Reading& reading, const Statement& statement, std::string_view between) {
    const auto text = [&](Span span) { return on_one_line(words(reading.document.text, span)); };
    return (statement.source ? text(statement.source->span) : "-") + std::string(between) +
           (statement.cue ? text(statement.cue->span) : "-");
}

/// How a warning is shown: see the head of tests/cases/warnings/warnings.txt.
std::string line_of(const Reading& reading, const Statement& statement) {
    const auto text = [&](Span span) { return on_one_line(words(reading.document.text, span)); };
    const auto& warning = *statement.warns_of;
    auto line = who_said(reading, statement, " | ");
    if (statement.addressee) line += " | to " + text(statement.addressee->span);
    if (statement.channel) line += " | " + std::string(name_of(*statement.channel));
    if (statement.time) line += " | on " + text(part(reading.times, *statement.time)->span);
    if (warning.event) line += what(reading, *part(reading.events, *warning.event));
    if (warning.time) line += " | when " + text(part(reading.times, *warning.time)->span);
    if (warning.place_precision && *warning.place_precision != PlacePrecision::none)
        line += " | where " + std::string(name_of(*warning.place_precision));
    for (const auto& id : warning.answered_by)
        line += " | answered: " + who_said(reading, *part(reading.statements, id), " ");
    return line;
}

}  // namespace

TEST_CASE("warnings") {
    check_cases("warnings", [](const std::string& input) {
        const auto reading = reading_of(article_of_case(input));
        std::vector<std::string> lines;
        for (const auto& statement : reading.statements) {
            if (statement.warns_of) lines.push_back(line_of(reading, statement));
        }
        return lines;
    });
}
