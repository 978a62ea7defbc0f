#include "read/quotations.h"

#include <doctest/doctest.h>

#include <string>

#include "read/support.h"
#include "support/cases.h"

using namespace sayso;
using namespace sayso::tests;

TEST_CASE("quotations") {
    check_cases("quotations", [](const std::string& input) {
        Report report;
        report.text = input;
        const auto article = make_article(report);
        std::vector<std::string> lines;
        for (const auto& quoted : find_quotations(article.document)) {
            auto line = std::to_string(quoted.depth) + " | " + on_one_line(words(article.document.text, quoted.span));
            if (!quoted.closed) line += " | open";
            if (quoted.continues) line += " | continues";
            lines.push_back(line);
        }
        return lines;
    });
}

TEST_CASE("a mark without a partner takes nothing with it") {
    std::string text = "The \"depot was empty.\n\n";
    for (int i = 0; i < 200; ++i) text += "Nobody spoke of the depot on day " + std::to_string(i) + ".\n\n";
    Report report;
    report.text = text + "“Enough,” said Iver.";
    const auto article = make_article(report);
    const auto found = find_quotations(article.document);
    REQUIRE(found.size() == 1);
    CHECK(words(article.document.text, found[0].inside) == "Enough,");
}
