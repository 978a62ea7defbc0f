#include "intake/zones.h"

#include <doctest/doctest.h>

#include <string>

#include "intake/dates.h"
#include "sayso/intake.h"
#include "support/cases.h"

using namespace sayso;

namespace {

std::string on_one_line(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (c == '\n') {
            out += " / ";
        } else {
            out.push_back(c);
        }
    }
    return out;
}

std::vector<std::string> zone_lines(const std::string& text) {
    std::vector<std::string> lines;
    for (const auto& zone : find_zones(text)) {
        lines.push_back(std::string(name_of(zone.kind)) + " | " + on_one_line(words(text, zone.span)));
    }
    return lines;
}

Article titled(const std::string& title, const std::string& text) {
    Report report;
    report.title = title;
    report.text = text;
    return make_article(report);
}

}  // namespace

TEST_CASE("zones of plain text") {
    tests::check_cases("zones", zone_lines);
}

TEST_CASE("dates as they are written") {
    tests::check_cases("dates", [](const std::string& input) {
        std::vector<std::string> lines;
        if (auto date = iso_date(input)) lines.push_back(*std::move(date));
        return lines;
    });
}

TEST_CASE("when a report was published") {
    tests::check_cases("published", [](const std::string& input) {
        Report report;
        report.text = input;
        std::vector<std::string> lines;
        if (auto date = make_article(report).document.published) lines.push_back(*std::move(date));
        return lines;
    });
}

TEST_CASE("the date that came with a report goes before those in it") {
    Report report;
    report.url = "https://news.example/2025/05/05/bridge";
    report.published = "2025-05-03";
    report.text = "Two killed as bridge falls\n4 May 2025\nTwo people were killed when a bridge fell, police said.";
    CHECK(make_article(report).document.published == "2025-05-03");
    report.published.reset();
    CHECK(make_article(report).document.published == "2025-05-04");
}

TEST_CASE("a line that is the name of the outlet, of its address or of an author credits it") {
    Report report;
    report.title = "Bridge falls";
    const auto kind_below_title = [&](const std::string& line) {
        report.text = line + "\nTwo people were killed when a bridge fell, police said.";
        return make_article(report).document.zones.at(1).kind;
    };
    CHECK(kind_below_title("Selland Today") == ZoneKind::paragraph);
    report.outlet = "Selland Today";
    CHECK(kind_below_title("SELLAND TODAY") == ZoneKind::byline);
    CHECK(kind_below_title("Lena Orvik") == ZoneKind::paragraph);
    report.authors = {"Lena Orvik"};
    CHECK(kind_below_title("Lena Orvik") == ZoneKind::byline);
    CHECK(kind_below_title("The Norvale Voice") == ZoneKind::paragraph);
    report.url = "https://www.norvalevoice.example/bridge";
    CHECK(kind_below_title("The Norvale Voice") == ZoneKind::byline);
}

TEST_CASE("a title given apart comes first and is the headline") {
    const auto article = titled("Bridge falls", "Two people were killed.\n");
    CHECK(article.document.text == "Bridge falls\n\nTwo people were killed.\n");
    REQUIRE(article.document.zones.size() == 2);
    CHECK(article.document.zones[0] == Zone{ZoneKind::headline, {0, 12}});
    CHECK(article.document.zones[1] == Zone{ZoneKind::paragraph, {14, 37}});
}

TEST_CASE("a title that the text begins with is not said twice") {
    CHECK(titled("Bridge falls", "\n Bridge   falls\nTwo were killed.").document.text ==
          "\n Bridge   falls\nTwo were killed.");
    CHECK(titled("Bridge falls", "Bridge falls in Norvale.").document.text == "Bridge falls in Norvale.");
    CHECK(titled("Bridge", "Bridges are old.").document.text == "Bridge\n\nBridges are old.");
    const auto article = titled("Bridge falls", "\n Bridge   falls\nTwo were killed.");
    CHECK(article.document.title == "Bridge falls");
    CHECK(article.document.zones.front() == Zone{ZoneKind::headline, {2, 16}});
    CHECK(titled("Bridge falls", "Bridge falls in Norvale.").document.zones.front().kind == ZoneKind::paragraph);
}

TEST_CASE("a web address alone on the first line is the document's url and stays in the text") {
    Report report;
    report.text = "\nhttps://news.example/a\n\nThe bridge fell.";
    auto document = make_article(report).document;
    CHECK(document.url == "https://news.example/a");
    CHECK(document.text == report.text);
    CHECK(document.zones == std::vector<Zone>{{ZoneKind::paragraph, {25, 41}}});
    report.url = "https://given.example/b";
    CHECK(make_article(report).document.url == report.url);
    report.url.reset();
    report.text = "https://news.example/a is where it stood.";
    CHECK_FALSE(make_article(report).document.url);
}
