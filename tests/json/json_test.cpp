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
    reading.entities = {{"e1",
                         EntityType::place,
                         "Paris",
                         true,
                         {{{3, 5}, MentionForm::name}},
                         {{"mayor", "e2", {3, 5}}},
                         {{Relation::located_in, "e2", {3, 5}}},
                         Actor{"FRA", "GOV"},
                         Place{"FRA", 2988507, 48.85341, 2.3488, "city"}}};
    reading.times = {{"t1", {3, 5}, "XXXX-03-22", "XXXX-03-22", Precision::part_of_month}};
    reading.events = {{"v1",
                       "assault",
                       "armed-attack",
                       {{{3, 5}}},
                       {{ParticipantRole::actor, "e1", {3, 5}}},
                       "t1",
                       "e1",
                       {{TollKind::killed, 141, std::nullopt, {17, 20}, {"s1"}, 0U, "children", true}},
                       EventStatus::disputed,
                       {"s1"},
                       "v0",
                       true}};
    reading.statements = {{"s1",
                           Source{"e1", {3, 5}, true},
                           {{"e1", {3, 5}}},
                           Party{"e1", {3, 5}},
                           Cue{{3, 5}, "say"},
                           {{3, 5}},
                           Quotation::mixed,
                           {{3, 5}},
                           Act::accuse,
                           Certainty::probable,
                           "t1",
                           {{"v1", std::nullopt, Stance::denies}, {std::nullopt, "s1", Stance::rejects}},
                           {{"e1", "v1", Stance::doubts}},
                           Channel::public_,
                           Warning{"v1", "t1", PlacePrecision::kind_of_place, {"s1"}}}};
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
    analysis.tokens = {{{0, 3}, false, "we", "PRON", 2, "nsubj"},
                       {{4, 6}, false, {}, {}, -1, {}},
                       {{6, 9}, true, {}, {}, -1, {}},
                       {{9, 10}, false, {}, {}, -1, {}}};
    analysis.tokens[1].factuality = -1.25F;
    analysis.names = {{{0, 3}, NameType::norp}};
    analysis.mentions = {{{0, 3}, 0, MentionType::person, 0}, {{4, 10}, 1, MentionType::event, 1}};
    analysis.attributions = {{{4, 9}, {{0, 3}}, {}}, {{9, 10}, {}, {{0, 3}, {4, 9}}}};
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

// ---- What is written ------------------------------------------------------------------------------

namespace {

/// The smallest reading there is.
Reading bare_reading(const std::string& text) {
    Reading reading;
    reading.reader = {"0.1.0", "rules"};
    reading.document.id = "abc";
    reading.document.text = text;
    return reading;
}

template <class T>
void check_same_after(const T& value, T (*from_json)(std::string_view)) {
    const auto line = to_json(value);
    const auto back = from_json(line);
    CHECK(back == value);
    CHECK(to_json(back) == line);
}

}  // namespace

TEST_CASE("fields without a value are not written") {
    CHECK(
        to_json(bare_reading("x")) ==
        R"({"format":"sayso-reading/1","reader":{"version":"0.1.0","model":"rules"},"document":{"id":"abc","text":"x","zones":[]},"entities":[],"times":[],"events":[],"statements":[]})");
}

TEST_CASE("every character survives, on one line") {
    std::string text;
    for (char c = 1; c < 127; ++c) text.push_back(c);
    text += "\x7F\xC2\x85\xE2\x80\xA8 “é” 🌍";
    text.push_back('\0');
    const auto reading = bare_reading(text);
    CHECK(to_json(reading).find('\n') == std::string::npos);
    check_same_after(reading, reading_from_json);
}

TEST_CASE("characters written as escapes are read") {
    auto line = to_json(bare_reading("TEXT"));
    line.replace(line.find("TEXT"), 4, R"(\u00e9\ud83c\udf0d\n\/)");
    CHECK(reading_from_json(line).document.text == "é🌍\n/");
}

TEST_CASE("every value of every enumeration is written by its name and read back") {
    const auto all = [](auto last, auto set) {
        for (int i = 0; i <= static_cast<int>(last); ++i) {
            auto reading = full_reading();
            set(reading, static_cast<decltype(last)>(i));
            check_same_after(reading, reading_from_json);
        }
    };
    all(ZoneKind::teaser, [](Reading& r, ZoneKind x) { r.document.zones[0].kind = x; });
    all(EntityType::other, [](Reading& r, EntityType x) { r.entities[0].type = x; });
    all(MentionForm::pronoun, [](Reading& r, MentionForm x) { r.entities[0].mentions[0].form = x; });
    all(Relation::also_known_as, [](Reading& r, Relation x) { r.entities[0].affiliations[0].relation = x; });
    all(Precision::vague, [](Reading& r, Precision x) { r.times[0].precision = x; });
    all(ParticipantRole::instrument, [](Reading& r, ParticipantRole x) { r.events[0].participants[0].role = x; });
    all(TollKind::affected, [](Reading& r, TollKind x) { r.events[0].toll[0].kind = x; });
    all(EventStatus::disputed, [](Reading& r, EventStatus x) { r.events[0].status = x; });
    all(Quotation::mixed, [](Reading& r, Quotation x) { r.statements[0].quotation = x; });
    all(Act::intend, [](Reading& r, Act x) { r.statements[0].act = x; });
    all(Certainty::doubtful, [](Reading& r, Certainty x) { r.statements[0].certainty = x; });
    all(Stance::rejects, [](Reading& r, Stance x) { r.statements[0].about[0].stance = x; });
    all(Channel::both, [](Reading& r, Channel x) { r.statements[0].channel = x; });
    all(PlacePrecision::none, [](Reading& r, PlacePrecision x) { r.statements[0].warns_of->place_precision = x; });
}

TEST_CASE("numbers are written so that they are read back the same") {
    for (const double degrees : {0.0, -0.5, 55.75222, 1.0 / 3.0, -179.999999999, 1e-9, 89.0}) {
        auto reading = full_reading();
        reading.entities[0].place->lat = degrees;
        check_same_after(reading, reading_from_json);
    }
    for (const std::int64_t figure : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{9'007'199'254'740'993},
                                      std::int64_t{9'223'372'036'854'775'807}}) {
        auto reading = full_reading();
        reading.events[0].toll[0].min = figure;
        reading.events[0].toll[0].max = figure;
        check_same_after(reading, reading_from_json);
    }
}

TEST_CASE("a long text of wide characters keeps its spans") {
    std::string text;
    std::vector<Zone> zones;
    for (std::uint32_t i = 0; i < 500; ++i) {
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += i % 3 == 0 ? "é" : i % 3 == 1 ? "🌍" : "a";
        zones.push_back({ZoneKind::paragraph, {begin, static_cast<std::uint32_t>(text.size())}});
    }
    auto reading = bare_reading(text);
    reading.document.zones = zones;
    const auto line = to_json(reading);
    CHECK(line.find(R"({"kind":"paragraph","span":[499,500]})") != std::string::npos);
    check_same_after(reading, reading_from_json);
}

// ---- What is read ---------------------------------------------------------------------------------

TEST_CASE("unknown fields are passed over, null is no value, and the order does not matter") {
    const auto reading = bare_reading("x");
    CHECK(reading_from_json(R"({"statements":[],"events":[],"times":[],"entities":[],"later":{"a":[1]},
        "document":{"zones":[],"text":"x","id":"abc","url":null,"word_count":1},
        "given_id":null,"reader":{"model":"rules","version":"0.1.0"},"format":"sayso-reading/1"})") == reading);
}

TEST_CASE("a line that is no reading is refused, whatever it is") {
    for (const std::string line :
         {"", " ", "null", "7", "\"x\"", "{}", "[{}]", "{\"format\":\"sayso-reading/1\"}",
          "{\"format\":\"sayso-reading/1\",\"document\":7}", "{\"format\":\"sayso-article/1\"}"}) {
        CHECK_THROWS_AS(static_cast<void>(reading_from_json(line)), BadInput);
    }
    CHECK_THROWS_AS(static_cast<void>(reading_from_json(std::string(200'000, '['))), BadInput);
}

TEST_CASE("every cut of a line is refused") {
    const auto line = to_json(full_reading());
    for (std::size_t length = 0; length < line.size(); ++length) {
        CHECK_THROWS_AS(static_cast<void>(reading_from_json(line.substr(0, length))), BadInput);
    }
}

TEST_CASE("a line that is not UTF-8 is refused") {
    auto line = to_json(bare_reading("TEXT"));
    line[line.find("TEXT")] = '\xFF';
    CHECK_THROWS_AS(static_cast<void>(reading_from_json(line)), BadInput);
}

TEST_CASE("an analysis that does not fit its own text is refused") {
    const auto refuses = [](const std::string& line, const char* what) {
        CHECK_THROWS_WITH_AS(static_cast<void>(analysis_from_json(line)), doctest::Contains(what), BadInput);
    };
    const auto with = [](const std::string& sentences, const std::string& tokens) {
        return R"({"text":"so it","names":[],"sentences":)" + sentences + R"(,"tokens":)" + tokens + "}";
    };
    refuses(R"({"sentences":[],"tokens":[],"names":[]})", "text");
    refuses(with("[[0,9]]", "[]"), "sentences[0] [0, 9] lies outside");
    refuses(with("[[0,5]]", R"([{"span":[0,2],"form":"it"}])"), "tokens[0].form");
    refuses(with("[[0,2]]", R"([{"span":[3,5],"form":"it"}])"), "lies in no sentence");
    refuses(with("[[0,5]]", R"([{"span":[0,2],"form":"so","head":1,"deprel":"root"}])"), "head is no token");
    refuses(R"({"text":"so it","names":[],"sentences":[[0,5]],"tokens":[{"span":[0,2],"form":"so"}],)"
            R"("mentions":[{"span":[3,5],"head":0,"type":"event","entity":0}]})",
            "mentions[0].head is no token of the mention");
}
