#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "intake/report_json.h"
#include "intake/zones.h"
#include "sayso/intake.h"

using namespace sayso;

/// Whatever comes in, intake gives an article that holds what it promises, or a `BadInput`.
namespace {

const std::string report =
    "Two killed as bridge falls in Norvale\nBy Lena Orvik\n\nNORVALE, May 24 (Sel News) — Two people were killed.\n"
    "“It was never safe,” said Tom de Wit.\n“It was never safe to cross”\n— Tom de Wit\nRELATED:\nOld bridges of the "
    "north\n"
    "Photo: Lena Orvik\n{\"text\": [1, {\"name\": \"x\"}]}\n";

bool are_good(std::string_view text, const std::vector<Zone>& zones) {
    std::uint32_t last = 0;
    for (const auto& zone : zones) {
        if (zone.span.begin < last || zone.span.empty() || zone.span.end > text.size()) return false;
        const auto inside = words(text, zone.span);
        if (trimmed(inside).size() != inside.size() || first_invalid_utf8(inside)) return false;
        last = zone.span.end;
    }
    return true;
}

void check(const std::string& bytes) {
    Report one;
    one.text = bytes;
    one.origin = "x";
    try {
        const auto article = make_article(one);
        REQUIRE_FALSE(first_invalid_utf8(article.document.text));
        REQUIRE(article.document.text.find('\r') == std::string::npos);
        REQUIRE(are_good(article.document.text, article.document.zones));
        one.text = article.document.text;
        CHECK(make_article(one).document == article.document);
    } catch (const BadInput&) {
    }
    try {
        (void)article_from_object(bytes, "x", {});
    } catch (const BadInput&) {
    }
}

std::string mutated(std::string bytes, std::mt19937& random) {
    const auto any = [&](std::size_t below) {
        return static_cast<std::size_t>(random() % std::max<std::size_t>(below, 1));
    };
    for (std::size_t i = any(6); i > 0 && !bytes.empty(); --i) {
        switch (any(4)) {
            case 0:
                bytes[any(bytes.size())] ^= static_cast<char>(1U << any(8));
                break;
            case 1:
                bytes.resize(any(bytes.size()));
                break;
            case 2:
                bytes.insert(any(bytes.size()), 1, static_cast<char>(any(256)));
                break;
            default:
                bytes.insert(any(bytes.size()), bytes.substr(any(bytes.size()), any(20)));
        }
    }
    return bytes;
}

}  // namespace

TEST_CASE("changed, cut and random bytes") {
    std::mt19937 random(7);
    const std::string object =
        R"({"id": 1, "title": "Bridge – falls", "authors": ["A", {"name": "B"}], "text": "One.\nTwo \u201cthree\u201d."})";
    for (int i = 0; i < 4000; ++i) {
        check(mutated(report, random));
        check(mutated(object, random));
        std::string bytes;
        for (std::size_t j = random() % 40; j > 0; --j) bytes.push_back(static_cast<char>(random() % 256));
        check(bytes);
    }
}

TEST_CASE("texts of one thing many times") {
    for (const std::string part : {"a", " ", "\n", "a\n", "“", "”\n", "\"", "<div>", "A: ", "— ", "“a b c d e”\n",
                                   "RELATED:\n", "É", "By A B\n", "(", "Photo: ", "\xC2\xA0", "A, "}) {
        std::string text;
        while (text.size() < 1'000'000) text += part;
        CHECK(are_good(text, find_zones(text)));
    }
}

TEST_CASE("JSON that is nested too deep") {
    CHECK_THROWS_AS((void)article_from_object("{\"text\":\"a\",\"x\":" + std::string(1'000'000, '['), "x", {}),
                    BadInput);
}
