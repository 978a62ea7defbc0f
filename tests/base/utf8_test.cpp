#include "base/utf8.h"

#include <doctest/doctest.h>

#include <random>

using namespace sayso;

TEST_CASE("valid UTF-8 has no invalid sequence") {
    CHECK_FALSE(first_invalid_utf8(""));
    CHECK_FALSE(first_invalid_utf8("plain"));
    CHECK_FALSE(first_invalid_utf8("naïve – “Ω” 🌍"));
    CHECK_FALSE(first_invalid_utf8(std::string_view("a\0b", 3)));
    CHECK_FALSE(first_invalid_utf8("\xED\x9F\xBF\xEE\x80\x80"));  // the neighbours of the surrogates
    CHECK_FALSE(first_invalid_utf8("\xF4\x8F\xBF\xBF"));          // the last code point
}

TEST_CASE("the first invalid sequence is found where it begins") {
    CHECK(first_invalid_utf8("ab\xFF") == 2);
    CHECK(first_invalid_utf8("\x80") == 0);                // a continuation alone
    CHECK(first_invalid_utf8("é\xC3") == 2);               // cut off
    CHECK(first_invalid_utf8("x\xE2\x82") == 1);           // cut off
    CHECK(first_invalid_utf8("x\xF0\x9F\x8C") == 1);       // cut off
    CHECK(first_invalid_utf8("x\xC0\xAFy") == 1);          // overlong
    CHECK(first_invalid_utf8("x\xE0\x80\x80y") == 1);      // overlong
    CHECK(first_invalid_utf8("x\xED\xA0\x80y") == 1);      // a surrogate
    CHECK(first_invalid_utf8("x\xF4\x90\x80\x80y") == 1);  // beyond Unicode
    CHECK(first_invalid_utf8("x\xE2(\xA1") == 1);          // a continuation missing
}

TEST_CASE("text is decoded forwards and backwards to the same code points") {
    const std::string text = "aé—🌍z";
    const std::u32string codes = U"aé—🌍z";
    std::size_t at = 0;
    for (const char32_t code : codes) {
        const auto [found, next] = decode(text, at);
        CHECK(found == code);
        const auto [before, begin] = decode_before(text, next);
        CHECK(before == code);
        CHECK(begin == at);
        at = next;
    }
    CHECK(at == text.size());
    CHECK(decode_before(text, 0).code == 0);
}

TEST_CASE("what is appended is what is decoded") {
    for (const char32_t code :
         {U'\0', U'A', U'\x7F', U'\x80', U'ß', U'\x7FF', U'\x800', U'€', U'\xFFFD', U'\x10000', U'\x10FFFF'}) {
        std::string text;
        append_utf8(text, code);
        CHECK_FALSE(first_invalid_utf8(text));
        const auto decoded = decode(text, 0);
        CHECK(decoded.code == code);
        CHECK(decoded.next == text.size());
    }
}

TEST_CASE("characters have the properties that Unicode gives them") {
    for (const char32_t space :
         {U' ', U'\t', U'\n', U'\r', U'\xA0', U'\x2009', U'\x2028', U'\x202F', U'\x3000', U'\xFEFF', U'\x200B'})
        CHECK(is_space(space));
    for (const char32_t other : {U'a', U'-', U'\0', U'—', U'_'}) CHECK_FALSE(is_space(other));

    for (const char32_t letter : {U'a', U'Z', U'é', U'Ø', U'ж', U'中', U'\x0301'}) CHECK(is_letter(letter));
    for (const char32_t other : {U'1', U' ', U'“', U'€', U'🌍'}) CHECK_FALSE(is_letter(other));

    CHECK(is_upper(U'Q'));
    CHECK(is_upper(U'É'));
    CHECK(is_upper(U'Ж'));
    CHECK_FALSE(is_upper(U'q'));
    CHECK_FALSE(is_upper(U'中'));
    CHECK_FALSE(is_upper(U'7'));
    CHECK(is_lower(U'q'));
    CHECK(is_lower(U'ß'));
    CHECK_FALSE(is_lower(U'Q'));
    CHECK_FALSE(is_lower(U'7'));

    CHECK(is_digit(U'0'));
    CHECK(is_digit(U'٣'));
    CHECK_FALSE(is_digit(U'½'));
    CHECK_FALSE(is_digit(U'x'));
}

TEST_CASE("lower case") {
    CHECK(lower("") == "");
    CHECK(lower("The FRONT, 9 A.M.") == "the front, 9 a.m.");
    CHECK(lower("ÉCOLE ØRE ЖУК 中 🌍") == "école øre жук 中 🌍");
}

TEST_CASE("white space is trimmed at both ends and nowhere else") {
    CHECK(trimmed("") == "");
    CHECK(trimmed(" \t\r\n") == "");
    CHECK(trimmed("a b") == "a b");
    CHECK(trimmed("\xC2\xA0\xE2\x80\x89 “a  b” \xE3\x80\x80\n") == "“a  b”");
    CHECK(trimmed("\xEF\xBB\xBFtext") == "text");
}

namespace {

/// Compares the index with counting from the start, at every border of a code point.
void check_offsets(const std::string& text) {
    const CodePoints points(text);
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < text.size(); at = decode(text, at).next, ++count) {
        REQUIRE(points.from_byte(static_cast<std::uint32_t>(at)) == count);
        REQUIRE(points.to_byte(count) == at);
    }
    REQUIRE(points.count() == count);
    REQUIRE(points.from_byte(static_cast<std::uint32_t>(text.size())) == count);
    REQUIRE(points.to_byte(count) == text.size());
}

}  // namespace

TEST_CASE("offsets are converted both ways") {
    check_offsets("");
    check_offsets("plain");
    check_offsets("é");
    check_offsets("“Naïve” — 141 dead 🌍");
}

TEST_CASE("offsets are converted both ways around the index's strides") {
    for (std::size_t length = 60; length < 70; ++length) {
        check_offsets(std::string(length, 'x') + "é");
        check_offsets(std::string(length, 'x') + "🌍" + std::string(length, 'y') + "—");
        std::string wide;
        for (std::size_t i = 0; i < length; ++i) wide += "🌍";
        check_offsets(wide);
        check_offsets(wide + "a" + wide);
    }
}

TEST_CASE("offsets are converted both ways in any mixture") {
    std::mt19937 random(20250311);
    const std::string_view letters[] = {"a", "é", "—", "🌍", "\n", "e\xCC\x81"};
    for (int round = 0; round < 50; ++round) {
        std::string text;
        for (auto left = random() % 400; left > 0; --left) text += letters[random() % 6];
        check_offsets(text);
    }
}
