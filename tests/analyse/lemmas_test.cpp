#include "analyse/lemmas.h"

#include <doctest/doctest.h>

#include <sstream>

#include "sayso/error.h"
#include "support/cases.h"

using namespace sayso;
using namespace sayso::analyse;

namespace {

struct Line {
    std::string form, upos;
    std::vector<std::string> scripts;
};

Line line_of(const std::string& text) {
    std::istringstream words(text);
    Line line;
    std::string bar;
    words >> line.form >> bar >> line.upos >> bar;
    for (std::string script; words >> script;) line.scripts.push_back(script);
    return line;
}

/// Scores that fall from one script to the next.
std::vector<float> falling_scores(std::size_t count) {
    std::vector<float> scores(count);
    for (std::size_t i = 0; i < count; ++i) scores[i] = -static_cast<float>(i);
    return scores;
}

}  // namespace

TEST_CASE("lemmas: named cases") {
    tests::check_cases("lemmas", [](const std::string& input) {
        std::string table;
        std::vector<std::string> lines;
        std::istringstream in(input);
        for (std::string text; std::getline(in, text);) {
            if (text.find('\t') != std::string::npos) {
                table += text + "\n";
                continue;
            }
            const auto line = line_of(text);
            const Lemmatiser lemmatiser(line.scripts, table);
            lines.push_back(line.form + " | " +
                            lemmatiser.lemma(line.form, line.upos, falling_scores(line.scripts.size())));
        }
        return lines;
    });
}

TEST_CASE("lemmas: of scripts with the same score the first is taken") {
    const Lemmatiser lemmatiser({"L-0+a", "L-0+b", "L-0+c"}, "");
    CHECK(lemmatiser.lemma("x", "X", std::vector<float>{1, 2, 2}) == "xb");
}

TEST_CASE("lemmas: what is no script is refused") {
    for (const auto* text : {"", "L", "L-", "L-1", "L-+", "L-a+b", "L--1+b", "M-1+", "-1+y", "L-1 +", "L1+y"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(LemmaScript{text}, BadInput);
    }
}

TEST_CASE("lemmas: a table out of order or without its columns is refused") {
    CHECK_THROWS_WITH_AS(LemmaTable("B\tb\tb\nA\ta\ta\n"), doctest::Contains("line 2"), BadInput);
    CHECK_THROWS_WITH_AS(LemmaTable("A\ta\n"), doctest::Contains("line 1"), BadInput);
    CHECK_FALSE(LemmaTable("").find("NOUN", "a"));
    CHECK_FALSE(LemmaTable().find("NOUN", "a"));
    CHECK(LemmaTable("A\ta\tb").find("A", "a") == "b");
}

TEST_CASE("a script that makes a known word goes before a better one that does not") {
    const std::vector<std::string_view> vocabulary{"retire"};
    const Lemmatiser lemmatiser({"L-3+", "L-3+e", "=be"}, "", vocabulary);
    const std::vector<float> scores{2, 1, 0};
    CHECK(lemmatiser.lemma("retiring", "VERB", scores) == "retire");
    // Too much worse, or no word that is inflected by these rules.
    CHECK(lemmatiser.lemma("retiring", "VERB", std::vector<float>{9, 1, 0}) == "retir");
    CHECK(lemmatiser.lemma("retiring", "PROPN", scores) == "retir");
}
