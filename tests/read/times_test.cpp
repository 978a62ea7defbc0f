#include "read/times.h"

#include <doctest/doctest.h>

#include <string>

#include "read/quantities.h"
#include "read/told.h"
#include "support/cases.h"

using namespace sayso;
using namespace sayso::tests;

TEST_CASE("times") {
    check_cases("times", [](const std::string& input) {
        const auto article = article_of_case(input);
        std::vector<std::string> lines;
        for (const auto& time : find_times(article, analysis_of(article))) {
            lines.push_back(told(time, article.document.text));
        }
        return lines;
    });
}

TEST_CASE("times follow each other, in the text, with words behind them") {
    std::string text;
    for (const auto& one : load_cases("times")) text += one.input + "\n\n";
    const auto article = article_of_case(text);
    std::uint32_t last = 0;
    for (const auto& time : find_times(article, analysis_of(article))) {
        CHECK(!time.span.empty());
        CHECK(time.span.begin >= last);
        CHECK(time.span.end <= article.document.text.size());
        CHECK(time.begin.has_value() == time.end.has_value());
        last = time.span.end;
    }
}

TEST_CASE("impossible dates are none") {
    for (const std::string text : {"On 31 June 2020 it rained.", "On February 30 it rained.",
                                   "On 2021-02-29 it rained.", "On 45/13/2020 it rained."}) {
        const auto article = article_of_case(text);
        for (const auto& time : find_times(article, analysis_of(article))) {
            INFO(text);
            CHECK(time.precision != Precision::day);
        }
    }
}

TEST_CASE("quantities and their bounds") {
    const auto bounds = [](const std::string& text) {
        const auto article = article_of_case(text);
        const auto sentences = readable_sentences(article, analysis_of(article));
        const auto quantity = quantity_at(sentences.at(0), 0);
        return quantity ? told(quantity->min, quantity->max) + (quantity->adds ? " more" : "") : std::string("none");
    };
    CHECK(bounds("over 140 people") == "141 and up");
    CHECK(bounds("more than a dozen people") == "13 and up");
    CHECK(bounds("at least 12 people") == "12 and up");
    CHECK(bounds("up to 30 people") == "at most 30");
    CHECK(bounds("as many as 30 people") == "at most 30");
    CHECK(bounds("nearly 50 people") == "at most 49");
    CHECK(bounds("fewer than 50 people") == "at most 49");
    CHECK(bounds("about 50 people") == "50");
    CHECK(bounds("some 5,000 people") == "5000");
    CHECK(bounds("dozens of people") == "24 and up");
    CHECK(bounds("scores of people") == "40 and up");
    CHECK(bounds("hundreds of people") == "200 and up");
    CHECK(bounds("tens of thousands of people") == "20000 and up");
    CHECK(bounds("several people") == "3 and up");
    CHECK(bounds("a couple of people") == "2");
    CHECK(bounds("two or three people") == "2 to 3");
    CHECK(bounds("20 to 30 people") == "20 to 30");
    CHECK(bounds("20-30 people") == "20 to 30");
    CHECK(bounds("between 20 and 30 people") == "20 to 30");
    CHECK(bounds("no casualties") == "0");
    CHECK(bounds("1.2 million people") == "1200000");
    CHECK(bounds("two hundred and forty people") == "240");
    CHECK(bounds("twenty-five people") == "25");
    CHECK(bounds("three dozen people") == "36");
    CHECK(bounds("half a dozen people") == "6");
    CHECK(bounds("half a million people") == "500000");
    CHECK(bounds("50 or more people") == "50 and up");
    CHECK(bounds("another nine people") == "9 more");
    CHECK(bounds("a further 12 people") == "12 more");
    // A full stop before three digits may be a fraction or a thousand.
    CHECK(bounds("5.000 people") == "none");
    CHECK(bounds("99999999999999999999999 people") == "none");
    CHECK(bounds("people") == "none");
}
