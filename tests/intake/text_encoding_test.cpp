#include "intake/text_encoding.h"

#include <doctest/doctest.h>

#include <string>

#include "base/utf8.h"
#include "sayso/error.h"
#include "sayso/intake.h"

using namespace sayso;

namespace {

/// What the text is refused with; empty if it is taken.
std::string refusal(const std::string& bytes) {
    Report report;
    report.origin = "report.txt";
    report.text = bytes;
    try {
        (void)make_article(report);
    } catch (const BadInput& fault) {
        return fault.what();
    }
    return "";
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string utf16(std::string_view utf8, bool big, bool mark) {
    std::u16string units;
    if (mark) units.push_back(u'\xFEFF');
    for (std::size_t at = 0; at < utf8.size();) {
        const auto [code, next] = decode(utf8, at);
        if (code >= 0x10000) {
            units.push_back(static_cast<char16_t>(0xD800 + ((code - 0x10000) >> 10U)));
            units.push_back(static_cast<char16_t>(0xDC00 + ((code - 0x10000) & 0x3FFU)));
        } else {
            units.push_back(static_cast<char16_t>(code));
        }
        at = next;
    }
    std::string bytes;
    for (const char16_t unit : units) {
        const char high = static_cast<char>(unit >> 8U);
        const char low = static_cast<char>(unit & 0xFFU);
        bytes.push_back(big ? high : low);
        bytes.push_back(big ? low : high);
    }
    return bytes;
}

const std::string sample = "Café “Norvale” — 𝄞\n";

}  // namespace

TEST_CASE("the encodings of one text give one text") {
    CHECK(decoded_text(sample, "") == sample);
    CHECK(decoded_text("\xEF\xBB\xBF" + sample, "") == sample);
    for (const bool big : {false, true}) {
        CHECK(decoded_text(utf16(sample, big, true), "") == sample);
        CHECK(decoded_text(utf16("The bridge is closed – for now.", big, false), "") ==
              "The bridge is closed – for now.");
    }
    CHECK(decoded_text("Caf\xE9 \x93Norvale\x94 \x97 \x80 5", "") == "Café “Norvale” — € 5");
}

TEST_CASE("line ends become LF, text becomes NFC, and nothing else changes") {
    CHECK(decoded_text("a\r\nb\rc\n\r\nd", "") == "a\nb\nc\n\nd");
    CHECK(decoded_text("Cafe\xCC\x81 \xE2\x84\xAB", "") == "Café Å");
    CHECK(decoded_text("  \tA  B\x0C \xC2\xA0 C \n\n", "") == "  \tA  B\x0C \xC2\xA0 C \n\n");
    CHECK(decoded_text("a \x02 b", "") == "a \x02 b");
}

TEST_CASE("broken UTF-8 is told by its place and not taken for Windows-1252") {
    CHECK(refusal("Café\nis \xFF closed") == "report.txt: broken UTF-8 at byte 9 (line 2); save the text as UTF-8");
    CHECK(contains(refusal("\xE2\x80\x9CNo\xE2\x80"), "broken UTF-8 at byte 5"));
    CHECK(contains(refusal("undefined \x81 here"), "broken UTF-8 at byte 10"));
    CHECK(contains(refusal(utf16("abc", false, true) + "\x01\xD8"), "broken UTF-16"));
}

TEST_CASE("what is no text is refused by its name") {
    using namespace std::literals;
    CHECK(contains(refusal("PK\x03\x04\x14\x00\x06\x00"s), "zip archive"));
    CHECK(contains(refusal("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s), "PNG image"));
    CHECK(contains(refusal("\xFF\xD8\xFF\xE0\0\x10JFIF"s), "JPEG image"));
    CHECK(contains(refusal("SQLite format 3\0\x10\0"s), "SQLite database"));
    CHECK(contains(refusal("\x7F"
                           "ELF\x02\x01\x01\0"s),
                   "program"));
    CHECK(contains(refusal("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n\x01\x02"s), "PDF"));
    CHECK(contains(refusal("abc\0def"s), "NUL byte stands at byte 3"));
    CHECK(contains(refusal("\x01\x02\x03\x04\x05\x06\x07\x0e\x0f\x10 abc"s), "control characters"));
    CHECK(contains(refusal("<!doctype HTML><p>x"s), "web page"));
    CHECK(contains(refusal("\n <HTML lang=en>"s), "web page"));
    CHECK(contains(refusal(""s), "empty"));
    CHECK(contains(refusal(" \n\t\xC2\xA0"s), "white space"));
    CHECK(refusal("ID3 tags, PAR1 and RIFF are words of the trade.").empty());
}

TEST_CASE("a run of combining marks that no writing has is refused, a long one is taken") {
    std::string marks = "a";
    for (int i = 0; i < 50; ++i) marks += "\xCC\x81\xCC\xA3";
    CHECK(refusal(marks).empty());
    for (int i = 0; i < 200; ++i) marks += "\xCC\x81\xCC\xA3";
    CHECK(contains(refusal(marks), "combining marks"));
}

TEST_CASE("a text over the limit is refused") {
    Report report;
    report.text = std::string(1001, 'a');
    CHECK_THROWS_AS((void)make_article(report, Limits{1000, 1000}), BadInput);
    report.text.pop_back();
    CHECK_NOTHROW((void)make_article(report, Limits{1000, 1000}));
}
