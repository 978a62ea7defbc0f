#include "analyse/wordpieces.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/cases.h"

using namespace sayso;
using analyse::Wordpieces;

namespace {

const Wordpieces& wordpieces() {
    static const Wordpieces pieces({"[PAD]", "[UNK]",   "[CLS]", "[SEP]",     "un",   "##like", "##ly", "the", "bridge",
                                    "##s",   "a",       "b",     "##b",       "'",    "t",      "don",  ".",   ",",
                                    "-",     "$",       "100",   "##0",       "cafe", "naive",  "##ve", "nai", "”",
                                    "中",    "国",      "…",     "е",         "##ж",  "ς",      "##ς",  "σ",   "##σ",
                                    "ß",     "strasse", "i",     "##stanbul", "##é",  "unlike"});
    return pieces;
}

std::string line_of(const std::string& word) {
    std::vector<std::uint32_t> ids;
    wordpieces().append(word, ids);
    std::string line;
    for (const auto id : ids) line += (line.empty() ? "" : " ") + std::string(wordpieces().piece(id));
    return line + " | " + std::to_string(analyse::shape_of(word));
}

std::vector<std::string> pieces_of(const std::string& word) {
    std::vector<std::uint32_t> ids;
    wordpieces().append(word, ids);
    std::vector<std::string> pieces;
    for (const auto id : ids) pieces.emplace_back(wordpieces().piece(id));
    return pieces;
}

}  // namespace

TEST_CASE("wordpieces and shapes: named cases") {
    tests::check_cases("wordpieces", [](const std::string& input) {
        std::vector<std::string> lines;
        for (std::size_t at = 0; at < input.size();) {
            const auto end = std::min(input.find('\n', at), input.size());
            lines.push_back(line_of(input.substr(at, end - at)));
            at = end + 1;
        }
        return lines;
    });
}

TEST_CASE("wordpieces: characters that a data file does not show") {
    CHECK(pieces_of("") == std::vector<std::string>{"[UNK]"});
    CHECK(pieces_of("\xC2\xAD") == std::vector<std::string>{"[UNK]"});             // a soft hyphen alone
    CHECK(pieces_of("brid\xC2\xADge\x01") == std::vector<std::string>{"bridge"});  // dropped within
    CHECK(pieces_of("the\xC2\xA0"
                    "bridge") == std::vector<std::string>{"the", "bridge"});  // no-break space
    CHECK(pieces_of("the\tbridge") == std::vector<std::string>{"the", "bridge"});
    CHECK(pieces_of("cafe\xCC\x81") == std::vector<std::string>{"cafe"});  // a combining accent
}

TEST_CASE("wordpieces: bounds") {
    CHECK(pieces_of(std::string(101, 'b')) == std::vector<std::string>{"[UNK]"});
    CHECK(pieces_of("b" + std::string(15, 'b')).size() == 16);
    CHECK(pieces_of("b" + std::string(99, 'b')).size() == 16);
    CHECK(pieces_of(std::string(40, '.')).size() == 16);
    std::string ideographs;
    for (int i = 0; i < 300; ++i) ideographs += "中";
    CHECK(pieces_of(ideographs).size() == 16);
}

TEST_CASE("gaps: what lies between two words") {
    const auto gap = [](std::string_view between) {
        const auto text = "a" + std::string(between) + "b";
        return static_cast<int>(analyse::gap_between(text, 1, static_cast<std::uint32_t>(1 + between.size())));
    };
    CHECK(gap("") == 1);
    CHECK(gap(" ") == 2);
    CHECK(gap("\t\xC2\xA0") == 2);
    CHECK(gap(" \n ") == 3);
    CHECK(gap("\n\n") == 4);
    CHECK(gap("\n \n\n\n") == 4);
}

TEST_CASE("a vocabulary has to have the special pieces") {
    CHECK(wordpieces().complete());
    CHECK_FALSE(Wordpieces({"a", "[UNK]", "[CLS]"}).complete());
}
