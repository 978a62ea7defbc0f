#include <doctest/doctest.h>

#include <random>
#include <set>
#include <stdexcept>
#include <string>

#include "base/utf8.h"
#include "read/support.h"
#include "sayso/json.h"
#include "sayso/version.h"
#include "support/cases.h"

using namespace sayso;
using namespace sayso::tests;

namespace {

struct Borders {
    std::set<std::uint32_t> begins, ends;
};

/// Whether the span lies in the text and begins and ends with words or, where quoted, beside their marks.
void check_span(const Read& read, const Borders& borders, Span span) {
    const auto& text = read.reading.document.text;
    CHECK(span.begin < span.end);
    REQUIRE(span.end <= text.size());
    CHECK(borders.begins.contains(span.begin));
    CHECK(borders.ends.contains(span.end));
}

void check_reading(const Read& read) {
    Borders borders;
    for (const auto& token : read.analysis.tokens) {
        borders.begins.insert(token.span.begin);
        borders.ends.insert(token.span.end);
    }
    const auto& reading = read.reading;
    std::set<std::string> ids;
    for (const auto& entity : reading.entities) CHECK(ids.insert(entity.id).second);
    for (const auto& statement : reading.statements) CHECK(ids.insert(statement.id).second);
    const auto known = [&](const std::optional<std::string>& id) { CHECK((!id || ids.contains(*id))); };

    for (const auto& entity : reading.entities) {
        CHECK_FALSE(entity.name.empty());
        CHECK_FALSE(entity.mentions.empty());
        for (const auto& mention : entity.mentions) check_span(read, borders, mention.span);
        for (const auto& role : entity.roles) {
            CHECK_FALSE(role.title.empty());
            check_span(read, borders, role.span);
            known(role.of);
        }
    }
    for (const auto& statement : reading.statements) {
        CHECK_FALSE(statement.content.empty());
        for (const auto span : statement.content) check_span(read, borders, span);
        for (const auto span : statement.quoted) {
            CHECK(span.begin < span.end);
            CHECK(span.end <= reading.document.text.size());
        }
        if (statement.cue) check_span(read, borders, statement.cue->span);
        if (statement.source) {
            check_span(read, borders, statement.source->span);
            known(statement.source->entity);
        }
        for (const auto& via : statement.via) {
            check_span(read, borders, via.span);
            known(via.entity);
        }
        if (statement.addressee) known(statement.addressee->entity);
        for (const auto& about : statement.about) known(about.statement);
        // Nothing is read out of teasers.
        for (const auto& zone : reading.document.zones) {
            if (zone.kind != ZoneKind::teaser) continue;
            for (const auto span : statement.content) CHECK_FALSE(zone.span.overlaps(span));
        }
    }
}

std::vector<std::string> texts() {
    std::vector<std::string> all;
    for (const auto* folder : {"statements", "quotations", "entities"}) {
        for (const auto& one : load_cases(folder)) all.push_back(one.input);
    }
    return all;
}

/// The text with some code points deleted, quotation marks swapped and pieces moved.
std::string mutated(const std::string& text, std::mt19937& random) {
    static constexpr std::string_view marks[] = {"\"", "“", "”", "‘", "’",    "'",      "«",
                                                 "»",  "„", ",", ".", "\n\n", " said ", ":"};
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto next = decode(text, at).next;
        const auto dice = random() % 40;
        if (dice == 0) {
            out += marks[random() % std::size(marks)];
        } else if (dice != 1) {
            out += text.substr(at, next - at);
        }
        at = next;
    }
    return out;
}

}  // namespace

TEST_CASE("every span of a reading points at words and every reference at something") {
    for (const auto& text : texts()) {
        INFO(text);
        check_reading(read_text(text));
    }
}

TEST_CASE("texts out of joint are read all the same") {
    std::mt19937 random(20250311);
    std::string all;
    for (const auto& text : texts()) {
        all += text + "\n\n";
        const auto changed = mutated(text, random);
        if (trimmed(changed).empty()) continue;
        INFO(changed);
        check_reading(read_text(changed));
    }
    check_reading(read_text(all));
    check_reading(read_text(mutated(all, random)));
}

TEST_CASE("the same article gives the same reading") {
    std::string all;
    for (const auto& text : texts()) all += text + "\n\n";
    CHECK(to_json(read_text(all).reading) == to_json(read_text(all).reading));
}

TEST_CASE("a long text without ends or partners is read in linear steps") {
    std::string text;
    for (int i = 0; i < 4000; ++i) text += "said “the mayor, who told ‘police that and she, ";
    check_reading(read_text(text));
}

TEST_CASE("an analysis of another text is refused") {
    const auto one = read_text("Police said the gate was open.");
    const auto other = read_text("Police said the gate was shut.");
    CHECK_THROWS_AS(static_cast<void>(Reader().read(one.article, other.analysis)), std::invalid_argument);
}

TEST_CASE("the version names the program and what it knows") {
    const auto one = read_text("Police said so.");
    CHECK(one.reading.reader.version == sayso::version);
    CHECK(one.reading.reader.model == one.analysis.model);
    CHECK(one.reading.reader.model.find("+rules-") != std::string::npos);
}
