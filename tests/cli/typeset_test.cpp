#include "cli/typeset.h"

#include <doctest/doctest.h>

#include <string>

using namespace sayso::cli;

namespace {

std::string set(std::string_view text, std::size_t width, std::size_t margin = 0) {
    Typesetter page(Page{width, false});
    page.set_margin(margin);
    page.add(text);
    return page.take();
}

}  // namespace

TEST_CASE("text is wrapped at white space") {
    CHECK(set("one two three four", 10) == "one two\nthree four\n");
    CHECK(set("one  two\n\tthree", 40) == "one two three\n");
    CHECK(set("one two three", 12, 4) == "    one two\n    three\n");
    CHECK(set("  ", 40) == "");
}

TEST_CASE("a word longer than the line is cut at its edge") {
    CHECK(set("abcdefghijklmnop", 10) == "abcdefghij\nklmnop\n");
    CHECK(set("a bcdefghijklmnop", 10) == "a\nbcdefghijk\nlmnop\n");
}

TEST_CASE("a no-break space does not break") {
    CHECK(set("12345 678\u00A090", 10) == "12345\n678 90\n");
}

TEST_CASE("wide characters take two columns and may be parted, combining ones take none") {
    CHECK(columns("東京") == 4);
    CHECK(columns("e\u0301") == 1);
    CHECK(set("東京都知事選", 10) == "東京都知事\n選\n");
    CHECK(set("e\u0301e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301e\u0301", 10) ==
          "e\u0301e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301e\u0301\n");
}

TEST_CASE("pieces without white space between them stay one word") {
    Typesetter page(Page{10, false});
    page.add("one two th");
    page.add("ree", Style::strong);
    page.add("[1]", Style::marker);
    CHECK(page.take() == "one two\nthree[1]\n");
}

TEST_CASE("styles end with the line and begin again on the next") {
    Typesetter page(Page{10, true});
    page.set_margin(2);
    page.add("one two three", Style::faint);
    CHECK(page.take() == "  \x1b[2mone two\x1b[0m\n  \x1b[2mthree\x1b[0m\n");
}

TEST_CASE("labels stand in the margin, or above if they are too long for it") {
    Typesetter page(Page{40, false});
    page.set_margin(6);
    page.label("ab");
    page.add("text");
    page.end_line();
    page.label("longer than that");
    page.add("text");
    page.end_line();
    CHECK(page.take() == "ab    text\nlonger than that\n      text\n");
}

TEST_CASE("empty lines are never doubled and never begin or end a text") {
    Typesetter page(Page{40, false});
    page.blank();
    page.add("one");
    page.end_line();
    page.blank();
    page.blank();
    page.add("two");
    page.end_line();
    page.blank();
    CHECK(page.take() == "one\n\ntwo\n");
}

TEST_CASE("control characters are shown, not sent") {
    CHECK(harmless("a\x1b[31mb") == "a␛[31mb");
    CHECK(harmless("a\nb\x7f") == "a␊b␡");
    CHECK(harmless("a\xc2\x9b"
                   "b") == "a\uFFFDb");
    CHECK(harmless("a\xff"
                   "b\xe2\x82") == "a\uFFFDb\uFFFD\uFFFD");
    CHECK(harmless("\u202Eabc\u2066") == "abc");
    CHECK(harmless("Grüße, 東京") == "Grüße, 東京");
}
