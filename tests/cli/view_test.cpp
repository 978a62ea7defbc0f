#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "cli/view.h"

using namespace sayso;
using cli::Page;
using cli::view_of;

namespace {

constexpr std::string_view report =
    "Tarn bridge collapse: minister denies he was warned\n"
    "\n"
    "TARNHOLM, March 22 (Coastline Wire) — At least 14 people were killed when the old bridge over the Tarn collapsed "
    "on "
    "Friday, the fire service said.\n"
    "\n"
    "“Nobody told us that the bridge was in danger,” said Oskar Brandvik, the minister of transport. “I would have "
    "closed "
    "it the same day.”\n"
    "\n"
    "An engineer who asked not to be named told the Tarnholm Post that she had warned the ministry in January of "
    "“cracks "
    "as wide as a thumb”. The divers’ union blamed Nordspan, which denied any fault. Up to thirty were injured, among "
    "them three children.\n"
    "\n"
    "“They knew,” read a banner near the bridge.\n"
    "\n"
    "Also Read: Ferries to run all night\n";

/// The stretch of `text` that is `words`, from `from` on.
Span find_span(std::string_view text, std::string_view words, std::size_t from) {
    const auto at = text.find(words, from);
    if (at == std::string_view::npos) throw std::logic_error("not in the sample: " + std::string(words));
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

/// An invented report with a reading in which every kind of thing that the view shows occurs.
Reading sample_reading() {
    Reading reading;
    reading.reader = {"0.1.0", "sample"};
    auto& document = reading.document;
    document.id = "sample";
    document.url = "https://coastline.example/tarn-bridge";
    document.outlet = "Coastline Wire";
    document.authors = {"Ida Holm", "Per Lund"};
    document.published = "2024-03-23T08:15:00Z";
    document.text = report;
    const auto at = [&](std::string_view words, std::size_t from = 0) { return find_span(report, words, from); };
    document.zones = {{ZoneKind::headline, at("Tarn bridge collapse: minister denies he was warned")},
                      {ZoneKind::dateline, at("TARNHOLM, March 22 (Coastline Wire) —")},
                      {ZoneKind::teaser, at("Also Read: Ferries to run all night")}};

    const auto entity = [&](std::string id, EntityType type, std::string name) {
        Entity made;
        made.id = std::move(id);
        made.type = type;
        made.name = std::move(name);
        reading.entities.push_back(made);
    };
    entity("e1", EntityType::person, "Oskar Brandvik");
    entity("e2", EntityType::organization, "the fire service");
    entity("e3", EntityType::organization, "Tarnholm Post");
    entity("e4", EntityType::organization, "Nordspan");
    entity("e5", EntityType::group, "the divers’ union");
    entity("e6", EntityType::place, "Tarnholm");
    entity("e7", EntityType::organization, "the ministry");
    entity("e8", EntityType::person, "an engineer");
    reading.entities[0].roles = {{"minister of transport", std::nullopt, at("minister of transport")}};
    reading.times = {{"t1", at("Friday"), "2024-03-22", "2024-03-22", Precision::day},
                     {"t2", at("January"), "2024-01-01", "2024-01-31", Precision::month}};

    Statement toll;
    toll.id = "s1";
    toll.source = Source{"e2", at("the fire service"), false};
    toll.content = {at("At least 14 people were killed when the old bridge over the Tarn collapsed on Friday")};
    toll.about = {{"v1", std::nullopt, Stance::affirms}};

    Statement denial;
    denial.id = "s2";
    denial.source = Source{"e1", at("Oskar Brandvik"), false};
    denial.content = {at("Nobody told us that the bridge was in danger"), at("I would have closed it the same day")};
    denial.quoted = denial.content;
    denial.quotation = Quotation::direct;
    denial.act = Act::deny;
    denial.channel = Channel::public_;
    denial.about = {{std::nullopt, "s3", Stance::denies}};

    Statement warning;
    warning.id = "s3";
    warning.source = Source{"e8", at("An engineer"), true};
    warning.via = {{"e3", at("the Tarnholm Post")}};
    warning.addressee = Party{"e7", at("the ministry")};
    warning.content = {at("cracks as wide as a thumb")};
    warning.quoted = warning.content;
    warning.quotation = Quotation::mixed;
    warning.act = Act::warn;
    warning.certainty = Certainty::probable;
    warning.time = "t2";
    warning.warns_of = Warning{"v1", std::nullopt, std::nullopt, {"s2"}};

    Statement blame;
    blame.id = "s4";
    blame.source = Source{"e5", at("The divers’ union"), false};
    blame.content = {at("blamed Nordspan")};
    blame.act = Act::accuse;
    blame.blames = {{"e4", "v1", Stance::affirms}};

    Statement banner;
    banner.id = "s5";
    banner.content = {at("They knew")};
    banner.quoted = banner.content;
    banner.quotation = Quotation::direct;
    reading.statements = {toll, denial, warning, blame, banner};

    Event collapse;
    collapse.id = "v1";
    collapse.type = "accident";
    collapse.mode = "collapse";
    collapse.mentions = {{at("collapse")}, {at("collapsed")}};
    collapse.time = "t1";
    collapse.place = "e6";
    collapse.participants = {{ParticipantRole::target, "e7", at("the ministry")}};
    collapse.status = EventStatus::disputed;
    collapse.told_by = {"s1"};
    collapse.main = true;
    collapse.toll = {{TollKind::killed, 14, std::nullopt, at("At least 14 people"), {"s1"}, {}, {}, false},
                     {TollKind::injured, std::nullopt, 30, at("Up to thirty"), {}, {}, {}, false},
                     {TollKind::injured, 3, 3, at("three children"), {}, 1U, "children", false}};
    Event denied;
    denied.id = "v2";
    denied.type = "coerce";
    denied.status = EventStatus::planned;
    denied.mentions = {{at("closed")}};
    denied.part_of = "v1";
    reading.events = {collapse, denied};
    return reading;
}

Reading empty_reading() {
    Reading reading;
    reading.document.text = "Nothing of note happened today.\n";
    return reading;
}

Analysis sample_analysis() {
    Analysis analysis;
    analysis.text = "Brandvik didn’t know. The bridge fell.\n";
    const auto at = [&](std::string_view words) { return find_span(analysis.text, words, 0); };
    analysis.sentences = {{at("Brandvik didn’t know."), 0, 5}, {at("The bridge fell."), 5, 9}};
    analysis.tokens = {{at("Brandvik"), false, {}, "PROPN", -1, {}},
                       {at("did"), false, {}, "AUX", -1, {}},
                       {at("n’t"), true, {}, "PART", -1, {}},
                       {at("know"), false, {}, "VERB", -1, {}},
                       {at("."), false, {}, "PUNCT", -1, {}},
                       {at("The"), false, {}, {}, -1, {}},
                       {at("bridge"), false, {}, {}, -1, {}},
                       {at("fell"), false, {}, {}, -1, {}},
                       {find_span(analysis.text, ".", 30), false, {}, {}, -1, {}}};
    analysis.names = {{at("Brandvik"), NameType::person}};
    return analysis;
}

/// Compares with tests/cli/expected/<name>.txt. With SAYSO_WRITE_EXPECTED set, writes it instead; look at
/// the difference before it is committed.
void check_expected(const std::string& name, const std::string& text) {
    const auto path = std::string(SAYSO_PROJECT_FOLDER) + "/tests/cli/expected/" + name + ".txt";
    if (std::getenv("SAYSO_WRITE_EXPECTED") != nullptr) {
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string expected{std::istreambuf_iterator<char>(file), {}};
    CHECK_MESSAGE(text == expected, path);
}

Record::DocumentRow sample_row(std::int64_t number) {
    Record::DocumentRow row;
    row.number = number;
    row.id = "sample";
    row.outlet = "Coastline Wire";
    row.published = "2024-03-23";
    row.headline = "Tarn bridge collapse: minister denies he was warned";
    row.statements = 5;
    row.events = 1;
    return row;
}

std::size_t longest_line(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const auto end = text.find('\n');
        longest = std::max(longest, cli::columns(text.substr(0, end)));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return longest;
}

}  // namespace

TEST_CASE("the view of a reading") {
    for (const std::size_t width : {40, 80, 120}) {
        check_expected("reading_" + std::to_string(width), view_of(sample_reading(), Page{width, false}));
    }
    check_expected("reading_colour", view_of(sample_reading(), Page{80, true}));
    check_expected("reading_empty", view_of(empty_reading(), Page{80, false}));
}

TEST_CASE("no line of a view is wider than the page") {
    for (std::size_t width = 30; width < 140; width += 7) {
        CAPTURE(width);
        auto reading = sample_reading();
        reading.document.url.reset();
        CHECK(longest_line(view_of(reading, Page{width, false})) <= width);
    }
}

TEST_CASE("colours change no word") {
    auto coloured = view_of(sample_reading(), Page{80, true});
    for (auto at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b')) {
        coloured.erase(at, coloured.find('m', at) + 1 - at);
    }
    CHECK(coloured == view_of(sample_reading(), Page{80, false}));
}

TEST_CASE("the view of an article") {
    Article article;
    article.document = sample_reading().document;
    article.document.id = "0123456789abcdef";
    article.given_id = "17";
    article.origin = "wire.jsonl, line 17";
    check_expected("article", view_of(article, Page{80, false}));
}

TEST_CASE("the view of an analysis") {
    check_expected("analysis", view_of(sample_analysis(), Page{80, false}));
}

TEST_CASE("the views of a record") {
    const Page page{80, false};
    std::vector<Record::DocumentRow> documents;
    for (std::int64_t number = 1; number <= 12; ++number) documents.push_back(sample_row(number));
    documents[4].outlet.reset();  // then the site of its address tells who published it
    documents[4].url = "https://www.tarnholm.example/news/5";
    const std::vector<Record::SpeakerRow> speakers = {{"Oskar Brandvik", false, 12, 3}, {"an engineer", true, 1, 1}};
    check_expected("record",
                   view_of({12, 11, 3, 20, 1500, 12000, "2024-03-22", "2024-04-01"}, documents, speakers, page));
    check_expected("record_empty", view_of({}, {}, {}, page));
    check_expected("documents", view_of(std::vector{sample_row(1), sample_row(1200)}, page));
    check_expected("speakers", view_of(speakers, page));
    Record::StatementRow statement;
    statement.document = sample_row(7);
    statement.speaker = "Oskar Brandvik";
    statement.act = "deny";
    statement.certainty = "probable";
    statement.via = {"Tarnholm Post", "Coastline Wire"};
    statement.content = "Nobody told us that the bridge was in danger … I would have closed it the same day";
    check_expected("statements", view_of(std::vector{statement, statement}, page));

    const Record::Passage passage{sample_row(7), "… the old ", "bridge", " over the Tarn collapsed …"};
    check_expected("passages", view_of(std::vector{passage}, page));
    check_expected("passages_colour", view_of(std::vector{passage}, Page{80, true}));

    CHECK(view_of(std::vector<Record::SpeakerRow>(), page) == "The record holds no statement with a speaker.\n");
    CHECK(view_of(std::vector<Record::Passage>(), page) == "These words are nowhere in the record.\n");
}

TEST_CASE("nothing in a text reaches the terminal as an order to it") {
    auto reading = empty_reading();
    reading.document.text =
        "Red \x1b[31malert\x1b]0;title\x07 \xc2\x9b"
        "31m bell\x07 \xe2\x80\xae"
        "back\rover\n";
    reading.document.title = "\x1b[2J";
    reading.document.outlet = "a\nb\x08";
    for (const bool colour : {false, true}) {
        auto text = view_of(reading, Page{80, colour});
        CHECK(text.find("\x1b[31m") == std::string::npos);
        CHECK(text.find("\x1b[2J") == std::string::npos);
        CHECK(text.find("\x1b]") == std::string::npos);
        for (const char c : text) CHECK((c == '\n' || c == '\x1b' || static_cast<unsigned char>(c) >= 0x20));
        CHECK(text.find("\xc2\x9b") == std::string::npos);
        CHECK(text.find("\xe2\x80\xae") == std::string::npos);
    }
}

TEST_CASE("dates in words") {
    const auto told = [](const char* begin, const char* end, Precision precision) {
        return cli::in_words(Time{"t1", {}, begin, end, precision});
    };
    CHECK(told("2024-03-22", "2024-03-22", Precision::day) == "22 March 2024");
    CHECK(told("XXXX-03-22", "XXXX-03-22", Precision::day) == "22 March");
    CHECK(told("2024-03-01", "2024-03-31", Precision::month) == "March 2024");
    CHECK(told("2024-01-01", "2024-12-31", Precision::year) == "2024");
    CHECK(told("2024-03-18", "2024-03-24", Precision::week) == "18 March 2024 to 24 March 2024");
    CHECK(told("2024-03-22T20:00", "2024-03-22T20:00", Precision::minute) == "22 March 2024, 20:00");
    CHECK(told("soon", "soon", Precision::day) == "soon");
    CHECK(cli::in_words(Time{}) == "");
}

TEST_CASE("tolls in words") {
    const auto told = [](std::optional<std::int64_t> min, std::optional<std::int64_t> max) {
        Toll toll;
        toll.min = min;
        toll.max = max;
        return cli::in_words(toll);
    };
    CHECK(told(141, std::nullopt) == "at least 141 killed");
    CHECK(told(std::nullopt, 30) == "at most 30 killed");
    CHECK(told(31, 31) == "31 killed");
    CHECK(told(2, 3) == "2 to 3 killed");
    CHECK(told(0, 0) == "nobody killed");
    CHECK(told(std::nullopt, std::nullopt) == "an untold number killed");
    CHECK(told(12'500, 12'500) == "12,500 killed");
    CHECK(told(1'234'567, 1'234'567) == "1,234,567 killed");
    CHECK(cli::in_words(Toll{TollKind::injured, 5, 5, {}, {}, {}, "children", true}) == "5 more children injured");
}
