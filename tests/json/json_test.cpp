#include "sayso/json.h"

#include <doctest/doctest.h>

#include "sayso/error.h"

using namespace sayso;

namespace {

/// A reading with every field filled, over a text whose code points and bytes differ.
Reading full_reading() {
    Reading reading;
    reading.reader = {"0.1.0", "rules"};
    reading.given_id = "7";
    reading.document.id = "abc";
    reading.document.url = "https://news.example/1";
    reading.document.outlet = "Example";
    reading.document.title = "“Naïve”";
    reading.document.authors = {"A. Writer", "B. Writer"};
    reading.document.published = "2024-05-24";
    reading.document.language = "en";
    reading.document.text = "“Naïve” — 141 dead\n";
    reading.document.zones = {{ZoneKind::headline, {0, 25}}};
    reading.entities = {{"e1", EntityType::place, "Paris", true, {{{3, 5}, MentionForm::name}}, {{"mayor", "e2", {3, 5}}},
                         {{Relation::located_in, "e2", {3, 5}}}, Actor{"FRA", "GOV"}, Place{"FRA", 2988507, 48.85341, 2.3488, "city"}}};
    reading.times = {{"t1", {3, 5}, "XXXX-03-22", "XXXX-03-22", Precision::part_of_month}};
    reading.events = {{"v1", "assault", "armed-attack", {{{3, 5}}}, {{ParticipantRole::actor, "e1", {3, 5}}}, "t1", "e1",
                       {{TollKind::killed, 141, std::nullopt, {17, 20}, {"s1"}, 0U, "children", true}},
                       EventStatus::disputed, {"s1"}, "v0", true}};
    reading.statements = {{"s1", Source{"e1", {3, 5}, true}, {{"e1", {3, 5}}}, Party{"e1", {3, 5}}, Cue{{3, 5}, "say"}, {{3, 5}},
                           Quotation::mixed, {{3, 5}}, Act::accuse, Certainty::probable, "t1",
                           {{"v1", std::nullopt, Stance::denies}, {std::nullopt, "s1", Stance::rejects}},
                           {{"e1", "v1", Stance::doubts}}, Channel::public_, Warning{"v1", "t1", PlacePrecision::kind_of_place, {"s1"}}}};
    return reading;
}

}  // namespace

TEST_CASE("a reading read back is the same, and printed again the same bytes") {
    const auto reading = full_reading();
    const auto line = to_json(reading);
    const auto back = reading_from_json(line);
    CHECK(back == reading);
    CHECK(to_json(back) == line);
}

TEST_CASE("spans are code points in JSON") {
    const auto line = to_json(full_reading());
    CHECK(line.find(R"({"kind":"headline","span":[0,18]})") != std::string::npos);
    CHECK(line.find(R"("kind":"killed","min":141,"max":null,"span":[10,13])") != std::string::npos);
}

TEST_CASE("an article read back is the same") {
    Article article{"7", full_reading().document, ""};
    const auto line = to_json(article);
    CHECK(article_from_json(line) == article);
    CHECK(to_json(article_from_json(line)) == line);
}

TEST_CASE("an analysis read back is the same") {
    Analysis analysis;
    analysis.text = "Wé don't.";
    analysis.sentences = {{{0, 10}, 0, 4}};
    analysis.tokens = {{{0, 3}, false, "we", "PRON", 2, "nsubj"}, {{4, 6}, false, {}, {}, -1, {}}, {{6, 9}, true, {}, {}, -1, {}}, {{9, 10}, false, {}, {}, -1, {}}};
    analysis.names = {{{0, 3}, NameType::norp}};
    const auto line = to_json(analysis);
    CHECK(analysis_from_json(line) == analysis);
    CHECK(to_json(analysis_from_json(line)) == line);
}

TEST_CASE("what does not fit is refused with the field that does not") {
    const auto refuses = [](const std::string& line, const char* what) {
        CHECK_THROWS_WITH_AS(static_cast<void>(reading_from_json(line)), doctest::Contains(what), BadInput);
    };
    auto line = to_json(full_reading());
    const auto with = [&](std::string from, const std::string& to) {
        auto changed = line;
        changed.replace(changed.find(from), from.size(), to);
        return changed;
    };
    refuses("{", "not JSON");
    refuses("[]", "format");
    refuses(with("sayso-reading/1", "sayso-reading/2"), "newer");
    refuses(with(R"("span":[10,13])", R"("span":[10,1300])"), "events[0].toll[0].span [10, 1300] lies outside");
    refuses(with(R"("span":[10,13])", R"("span":[-1,13])"), "events[0].toll[0].span is out of range");
    refuses(with(R"("act":"accuse")", R"("act":"whisper")"), "statements[0].act is \"whisper\"");
    refuses(with(R"("named":true)", R"("named":1)"), "entities[0].named is neither");
    refuses(with(R"("id":"s1",)", ""), "statements[0].id is missing");
}
