#include "sayso/record.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include "record/invented.h"
#include "sayso/error.h"
#include "sayso/json.h"

using namespace sayso;
using namespace sayso::tests;
using Added = Record::Added;

namespace {

/// All rows as `sqlite3 -list` prints them.
std::vector<std::string> rows_of(const std::string& path, const std::string& sql) {
    std::vector<std::string> all;
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
    const auto tell = [](void* to, int columns, char** values, char**) {
        std::string row;
        for (int i = 0; i < columns; ++i) row += std::string(i > 0 ? "|" : "") + (values[i] ? values[i] : "");
        static_cast<std::vector<std::string>*>(to)->push_back(row);
        return 0;
    };
    CHECK(sqlite3_exec(handle, sql.c_str(), tell, &all, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
    return all;
}

Reading with_outlet(Reading reading, std::optional<std::string> outlet) {
    reading.document.outlet = std::move(outlet);
    return reading;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("a reading comes out of the record as it went in") {
    const Folder folder;
    const auto path = folder.file("a.sayso");
    const auto reading = invented_reading();
    {
        Record record(path, Record::Access::write);
        CHECK(record.add(reading) == Added::added);
        CHECK(record.reading(1) == reading);
    }
    CHECK(folder.files() == 1);
    const Record record(path, Record::Access::read);
    CHECK(record.reading(1) == reading);
    CHECK(to_json(record.reading(1)) == to_json(reading));
    CHECK_THROWS_WITH_AS(static_cast<void>(record.reading(2)), doctest::Contains("has no document 2"), MissingInput);
}

TEST_CASE("nothing is added twice") {
    const Folder folder;
    Record record(folder.file("a.sayso"), Record::Access::write);
    const auto reading = invented_reading();
    CHECK_FALSE(record.holds(reading.document, reading.reader));
    CHECK(record.add(reading) == Added::added);
    CHECK(record.holds(reading.document, reading.reader));
    CHECK(record.add(reading) == Added::already_there);
    CHECK(record.overview().documents == 1);
    CHECK(record.overview().statements == 4);
}

TEST_CASE("the same text in two outlets is two documents") {
    const Folder folder;
    Record record(folder.file("a.sayso"), Record::Access::write);
    const auto reading = invented_reading();
    CHECK(record.add(reading) == Added::added);
    CHECK(record.add(with_outlet(reading, "Kystposten")) == Added::added);
    CHECK(record.add(with_outlet(reading, std::nullopt)) == Added::added);
    CHECK(record.add(with_outlet(reading, std::nullopt)) == Added::already_there);
    const auto overview = record.overview();
    CHECK(overview.documents == 3);
    CHECK(overview.texts == 1);
    CHECK(overview.outlets == 2);
}

TEST_CASE("a reading by another reader takes the place of the older one, whole") {
    const Folder folder;
    Record record(folder.file("a.sayso"), Record::Access::write);
    record.add(invented_reading());
    record.add(invented_reading(1));
    auto newer = invented_reading();
    newer.reader.model = "rules-b";
    newer.statements.resize(1);
    newer.statements[0].source = Source{std::nullopt, at(newer.document.text, "An official"), true};
    newer.events[1].part_of = std::nullopt;
    CHECK_FALSE(record.holds(newer.document, newer.reader));
    CHECK(record.add(newer) == Added::reread);
    CHECK(record.reading(1) == newer);
    CHECK(record.reading(2) == invented_reading(1));
    CHECK(record.overview().documents == 2);
    CHECK(record.overview().statements == 5);
    CHECK(record.statements_by("Orvik").size() == 2);
    CHECK(record.statements_by("official").size() == 2);
    CHECK(record.find_words("bridge").size() == 2);
}

TEST_CASE("a reading that does not fit together is refused and leaves nothing") {
    const Folder folder;
    Record record(folder.file("a.sayso"), Record::Access::write);
    auto dangling = invented_reading();
    dangling.events[0].told_by = {"s9"};
    CHECK_THROWS_WITH_AS(record.add(dangling), doctest::Contains("refers to an id"), BadInput);
    auto twice = invented_reading();
    twice.entities[1].id = "e1";
    CHECK_THROWS_WITH_AS(record.add(twice), doctest::Contains("has an id twice"), BadInput);
    CHECK(record.overview().documents == 0);
    CHECK(record.find_words("bridge").empty());
    CHECK(record.add(invented_reading()) == Added::added);
}

TEST_CASE("what the record says of itself") {
    const Folder folder;
    Record record(folder.file("a.sayso"), Record::Access::write);
    CHECK(record.overview().documents == 0);
    CHECK_FALSE(record.overview().first_published);
    CHECK(record.documents().empty());
    record.add(invented_reading());
    auto second = invented_reading(1);
    second.document.published = "2031-06-01T10:00:00Z";
    second.document.title.reset();
    record.add(second);
    auto third = invented_reading(2);
    third.document = {"00ff", {}, {}, {}, {}, {}, {}, "Nothing here.", {}};
    third.entities.clear();
    third.times.clear();
    third.events.clear();
    third.statements.clear();
    third.given_id.reset();
    record.add(third);
    const auto overview = record.overview();
    CHECK(overview.documents == 3);
    CHECK(overview.texts == 3);
    CHECK(overview.outlets == 1);
    CHECK(overview.entities == 8);
    CHECK(overview.statements == 8);
    CHECK(overview.events == 4);
    CHECK(overview.first_published == "2031-05-03");
    CHECK(overview.last_published == "2031-06-01T10:00:00Z");
    const auto documents = record.documents();
    REQUIRE(documents.size() == 3);
    CHECK(documents[0].number == 1);
    CHECK(documents[0].given_id == "given-0");
    CHECK(documents[0].statements == 4);
    CHECK(documents[0].events == 2);
    CHECK(documents[1].headline == "Brücke in Tórvik gesperrt");
    CHECK_FALSE(documents[1].title);
    CHECK(documents[2].headline == "Nothing here.");
    CHECK_FALSE(documents[2].url);
}

TEST_CASE("documents are found by number, id, its beginning, given id and url") {
    const Folder folder;
    Record record(folder.file("a.sayso"), Record::Access::write);
    record.add(invented_reading());
    record.add(invented_reading(1));
    const auto id = invented_reading(1).document.id;
    const auto numbers = [&](std::string_view key) {
        std::vector<std::int64_t> all;
        for (const auto& row : record.find_documents(key)) all.push_back(row.number);
        return all;
    };
    using Numbers = std::vector<std::int64_t>;
    CHECK(numbers("2") == Numbers{2});
    CHECK(numbers(id) == Numbers{2});
    CHECK(numbers(id.substr(0, 8)) == Numbers{2});
    CHECK(numbers(id.substr(0, 7)).empty());
    CHECK(numbers("given-0") == Numbers{1});
    CHECK(numbers("https://nordbote.example/1") == Numbers{2});
    CHECK(numbers("").empty());
    CHECK(numbers("%").empty());
    CHECK(numbers("99999999999999999999999").empty());
}

TEST_CASE("speakers and what they say") {
    const Folder folder;
    Record record(folder.file("a.sayso"), Record::Access::write);
    record.add(invented_reading());
    record.add(invented_reading(1));
    const auto speakers = record.speakers();
    REQUIRE(speakers.size() == 2);
    CHECK(speakers[0].name == "Lena Orvik");
    CHECK(speakers[0].statements == 4);
    CHECK(speakers[0].documents == 2);
    CHECK_FALSE(speakers[0].anonymous);
    CHECK(speakers[1].name == "An official");
    CHECK(speakers[1].anonymous);

    const auto said = record.statements_by("orvik LENA");
    REQUIRE(said.size() == 4);
    CHECK(said[0].document.number == 1);
    CHECK(said[0].statement == "s1");
    CHECK(said[0].speaker == "Lena Orvik");
    CHECK(said[0].act == "state");
    CHECK(said[0].certainty == "certain");
    CHECK(said[0].quotation == "indirect");
    CHECK(said[0].via == Rows{"Nordbote"});
    CHECK(said[0].content == "The old bridge collapsed on Friday … killed at least 12 people");
    CHECK(said[0].cue == "told");
    CHECK(said[1].statement == "s2");
    CHECK(said[2].document.number == 2);
    CHECK(record.statements_by("Lena Nobody").empty());
    CHECK(record.statements_by("Orv").empty());
    CHECK(record.statements_by("").empty());
    CHECK(record.statements_by("\" OR * ( speaker:").empty());
}

TEST_CASE("speakers are found without regard to accents") {
    const Folder folder;
    Record record(folder.file("a.sayso"), Record::Access::write);
    auto reading = invented_reading();
    reading.entities[0].name = "Måns Orvík-Dahl";
    record.add(reading);
    for (const auto* name : {"mans orvik", "MÅNS ORVÍK", "ma\u030Ans", "orvik-dahl", "\"dahl\""}) {
        CAPTURE(name);
        CHECK(record.statements_by(name).size() == 2);
    }
}

TEST_CASE("words, phrases and prefixes are found, and all else is taken literally") {
    const Folder folder;
    Record record(folder.file("a.sayso"), Record::Access::write);
    record.add(invented_reading());
    record.add(invented_reading(1));
    const auto hits = [&](std::string_view query) { return record.find_words(query).size(); };
    CHECK(hits("bridge") == 2);
    CHECK(hits("BRIDGE torvik") == 2);
    CHECK(hits("bridge number1") == 1);
    CHECK(hits("brid") == 0);
    CHECK(hits("brid*") == 2);
    CHECK(hits("\"old bridge\"") == 2);
    CHECK(hits("\"bridge old\"") == 0);
    CHECK(hits("\"never got a\" letter") == 2);
    CHECK(hits("old-bridge") == 2);
    CHECK(hits("bridge OR nothing") == 0);
    CHECK(hits("NOT bridge") == 0);
    CHECK(hits("text:bridge") == 0);
    CHECK(hits("bridge \"") == 2);
    CHECK(hits("\"\" bridge") == 2);
    for (const auto* nothing : {"", " ", "\"", "\"\"", "*", "**", "( ) + - ^ : {}", "…“”", "\xff\xc3"}) {
        CAPTURE(nothing);
        CHECK(hits(nothing) == 0);
    }
    CHECK(hits(std::string_view("old\0bridge", 10)) == 2);
    CHECK(record.find_words("bridge", 1).size() == 1);
    CHECK(record.find_words("bridge", 0).empty());

    const auto passage = record.find_words("\"old bridge\"").at(0);
    CHECK(passage.match == "old bridge");
    CHECK(passage.before.ends_with("— The "));
    CHECK(passage.after.starts_with(" collapsed on Friday"));
    const auto two = record.find_words("bridge collapsed").at(0);
    CHECK(two.match + two.after.substr(0, 10) == "bridge collapsed");
}

TEST_CASE("tables hold code points and the words at them") {
    const Folder folder;
    const auto path = folder.file("a.sayso");
    Record(path, Record::Access::write).add(invented_reading());
    CHECK(rows_of(path,
                  "SELECT words, substr(text, span_begin + 1, span_end - span_begin) FROM mentions JOIN documents ON "
                  "number = document WHERE words <> substr(text, span_begin + 1, span_end - span_begin)")
              .empty());
    for (const auto* table : {"mentions", "roles", "affiliations", "times", "event_mentions", "participants", "tolls",
                              "contents", "quoted", "via"}) {
        CAPTURE(table);
        const auto sql = std::string(
                             "SELECT count(*), sum(words = substr(text, span_begin + 1, span_end - span_begin)) "
                             "FROM documents JOIN ") +
                         table + " ON number = document";
        const auto row = rows_of(path, sql).at(0);
        CHECK(row.front() != '0');
        CHECK(row.substr(0, row.find('|')) == row.substr(row.find('|') + 1));
    }
    CHECK(rows_of(path, "SELECT title, \"of\", words FROM roles") == Rows{"mayor|e2|mayor of Tórvik"});
    CHECK(rows_of(path, "SELECT kind, min, max, \"of\", \"group\", adds, words FROM tolls") ==
          Rows{"killed|12||||0|at least 12", "killed|3|3|0|children|1|three"});
    CHECK(rows_of(path, "SELECT statement, event, about_statement, stance FROM about") ==
          Rows{"s1|v1||affirms", "s3||s2|rejects"});
    CHECK(rows_of(path, "SELECT id, warns, warns_of_event, warns_of_time, warns_of_place_precision FROM statements") ==
          Rows{"s1|0|||", "s2|1|v1|t2|venue", "s3|0|||", "s4|0|||"});
    CHECK(rows_of(path, "SELECT statement, answered_by FROM warning_answers") == Rows{"s2|s3"});
    CHECK(rows_of(path,
                  "SELECT name, place_country, place_geonames, place_lat, place_kind FROM entities WHERE id = 'e2'") ==
          Rows{"Tórvik|NOR|3133880|63.43|city"});
    CHECK(rows_of(path, "SELECT json FROM readings") == Rows{to_json(invented_reading())});
}

TEST_CASE("the views answer what is asked most") {
    const Folder folder;
    const auto path = folder.file("a.sayso");
    Record(path, Record::Access::write).add(invented_reading());
    CHECK(
        rows_of(
            path,
            "SELECT statement, speaker, anonymous, act, certainty, via, quotation, cue, content FROM who_says_what") ==
        Rows{
            "s1|Lena Orvik|0|state|certain|Nordbote|indirect|told|The old bridge collapsed on Friday … killed at least "
            "12 people",
            "s2|Lena Orvik|0|warn|certain||direct|said|We warned the ministry in April",
            "s3|An official|1|deny|probable||mixed|denied|the ministry “never got a letter”",
            "s4|||state|certain||direct||never got a letter"});
    CHECK(
        rows_of(path,
                "SELECT event, type, mode, status, main, words, \"begin\", \"end\", place, country, actors, affected, "
                "according_to FROM what_happened") ==
        Rows{
            "v1|accident|collapse|disputed|1|collapsed|2031-05-02|2031-05-02|Tórvik|NOR|the ministry|Tórvik|Lena Orvik",
            "v2|death|||0|killed|||||||"});
    CHECK(rows_of(path, "SELECT event, kind, min, max, \"group\", speaker FROM who_counts_what") ==
          Rows{"v1|killed|12|||Lena Orvik", "v1|killed|3|3|children|Lena Orvik"});
    CHECK(rows_of(path, "SELECT speaker, act, stance, blamed, mode FROM who_blames_whom") ==
          Rows{"Lena Orvik|state|affirms|the ministry|collapse"});
}
