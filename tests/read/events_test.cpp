#include "read/events.h"

#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <set>
#include <string>

#include "base/utf8.h"
#include "read/event_lexicon.h"
#include "read/told.h"
#include "sayso/json.h"
#include "support/cases.h"

using namespace sayso;
using namespace sayso::tests;

namespace {

/// Everything that must hold of any reading's events.
void check_sound(const Reading& reading) {
    std::set<std::string> times, entities, statements, events;
    for (const auto& one : reading.times) times.insert(one.id);
    for (const auto& one : reading.entities) entities.insert(one.id);
    for (const auto& one : reading.statements) statements.insert(one.id);
    for (const auto& one : reading.events) CHECK(events.insert(one.id).second);
    const auto check_span = [&](Span span) {
        CHECK(!span.empty());
        CHECK(span.end <= reading.document.text.size());
    };
    int mains = 0;
    for (const auto& event : reading.events) {
        mains += event.main;
        CHECK(!event.mentions.empty());
        for (const auto& mention : event.mentions) check_span(mention.span);
        if (event.time) CHECK(times.contains(*event.time));
        if (event.place) CHECK(entities.contains(*event.place));
        if (event.part_of) CHECK(events.contains(*event.part_of));
        for (const auto& one : event.told_by) CHECK(statements.contains(one));
        for (const auto& one : event.participants) {
            CHECK(entities.contains(one.entity));
            check_span(one.span);
        }
        for (std::size_t i = 0; i < event.toll.size(); ++i) {
            const auto& toll = event.toll[i];
            check_span(toll.span);
            if (toll.of) CHECK(*toll.of < event.toll.size());
            if (toll.min && toll.max) CHECK(*toll.min <= *toll.max);
            for (const auto& one : toll.told_by) CHECK(statements.contains(one));
        }
    }
    CHECK(mains <= 1);
}

std::string all_cases() {
    std::string text;
    for (const std::string folder : {"events", "tolls", "times"}) {
        for (const auto& one : load_cases(folder)) text += one.input + "\n\n";
    }
    return text;
}

/// The "| type | mode |" rows of docs/taxonomy.md, as "type/mode".
std::set<std::string> taxonomy() {
    std::ifstream file(std::string(SAYSO_PROJECT_FOLDER) + "/docs/taxonomy.md");
    REQUIRE(file);
    std::set<std::string> known;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("| `")) continue;
        const auto type_end = line.find('`', 3);
        const auto type = line.substr(3, type_end - 3);
        const auto mode_begin = line.find('`', type_end + 1);
        const auto mode_end = line.find('`', mode_begin + 1);
        if (mode_begin == std::string::npos || mode_end == std::string::npos) continue;
        known.insert(type + "/" + line.substr(mode_begin + 1, mode_end - mode_begin - 1));
    }
    return known;
}

}  // namespace

TEST_CASE("events") {
    check_cases("events", [](const std::string& input) {
        const auto reading = reading_of(article_of_case(input));
        std::vector<std::string> lines;
        for (const auto& event : reading.events) lines.push_back(told(event, reading));
        return lines;
    });
}

TEST_CASE("every type and mode of the lexicon is in docs/taxonomy.md") {
    const auto known = taxonomy();
    CHECK(known.size() > 90);
    std::set<std::string> types;
    for (const auto& one : known) types.insert(one.substr(0, one.find('/')));
    const auto lexicon = EventLexicon::built_in();
    for (const auto& trigger : lexicon.tables().triggers) {
        const auto type = std::string(trigger.type);
        INFO(type << "/" << trigger.mode.value_or(""));
        if (trigger.mode) CHECK(known.contains(type + "/" + std::string(*trigger.mode)));
        if (!trigger.mode) CHECK(types.contains(type));
    }
}

TEST_CASE("events of a long text are sound, and the same each time") {
    const auto article = article_of_case(all_cases());
    const auto reading = reading_of(article);
    check_sound(reading);
    CHECK(reading == reading_of(article));
}

TEST_CASE("whatever becomes of the text, events stay sound") {
    const auto text = all_cases();
    std::mt19937 random(20240522);
    for (int round = 0; round < 40; ++round) {
        std::string mutated;
        for (std::size_t at = 0; at < text.size();) {
            const auto next = decode(text, at).next;
            const auto chance = random() % 60;
            if (chance == 0) mutated += "12";
            if (chance == 1) mutated += "\n\n";
            if (chance == 2) mutated += "“";
            if (chance != 3) mutated += text.substr(at, next - at);
            if (chance == 4) mutated += " killed ";
            at = next;
        }
        check_sound(reading_of(article_of_case(mutated)));
    }
}

TEST_CASE("nothing is read out of teasers") {
    const auto reading =
        reading_of(article_of_case("The council has nine members.\n\nAlso Read: Bomb attack kills 12 people in Lagos "
                                   "on 3 May 2021\n\nThree are women."));
    CHECK(reading.events.empty());
    CHECK(reading.times.empty());
}
