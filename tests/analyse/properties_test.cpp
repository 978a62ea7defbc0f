#include <doctest/doctest.h>

#include <numeric>
#include <random>
#include <thread>

#include "base/utf8.h"
#include "sayso/analyse.h"
#include "support/cases.h"

using namespace sayso;

namespace {

const Analyser& analyser() {
    static const Analyser one;
    return one;
}

Analysis analysis_of(std::string text, std::vector<Zone> zones = {}) {
    Article article;
    article.document.text = std::move(text);
    article.document.zones = std::move(zones);
    return analyser().analyse(article);
}

/// Whether nothing but white space stands in the stretch.
bool is_blank(std::string_view text) {
    return trimmed(text).empty();
}

bool tokens_cover_text(const Analysis& analysis) {
    std::uint32_t at = 0;
    for (const auto& token : analysis.tokens) {
        if (token.span.begin < at || token.span.empty() || token.span.end > analysis.text.size()) return false;
        if (!is_blank(words(analysis.text, {at, token.span.begin}))) return false;
        if (token.joined && token.span.begin != at) return false;
        at = token.span.end;
    }
    return is_blank(std::string_view(analysis.text).substr(at));
}

bool sentences_hold_tokens(const Analysis& analysis) {
    std::uint32_t next = 0;
    for (const auto& sentence : analysis.sentences) {
        if (sentence.first != next || sentence.last <= next || sentence.last > analysis.tokens.size()) return false;
        if (analysis.tokens[sentence.first].joined) return false;
        if (sentence.span.begin != analysis.tokens[sentence.first].span.begin) return false;
        if (sentence.span.end != analysis.tokens[sentence.last - 1].span.end) return false;
        next = sentence.last;
    }
    return next == analysis.tokens.size();
}

bool names_are_tokens(const Analysis& analysis) {
    std::uint32_t at = 0;
    std::size_t token = 0;
    const auto& tokens = analysis.tokens;
    for (const auto& name : analysis.names) {
        if (name.span.begin < at || name.span.empty()) return false;
        while (token < tokens.size() && tokens[token].span.begin < name.span.begin) ++token;
        if (token == tokens.size() || tokens[token].span.begin != name.span.begin) return false;
        while (token < tokens.size() && tokens[token].span.end < name.span.end) ++token;
        if (token == tokens.size() || tokens[token].span.end != name.span.end) return false;
        at = name.span.end;
    }
    return true;
}

void check_all(const Analysis& analysis) {
    CHECK(tokens_cover_text(analysis));
    CHECK(sentences_hold_tokens(analysis));
    CHECK(names_are_tokens(analysis));
    static_cast<void>(to_conllu(analysis));
}

std::vector<std::string> case_texts() {
    std::vector<std::string> texts;
    for (const auto* folder : {"words", "sentences", "names"}) {
        for (const auto& one : tests::load_cases(folder)) texts.push_back(one.input);
    }
    return texts;
}

std::string random_text(std::mt19937& random, std::size_t size) {
    static const std::vector<std::string> pieces = {
        " ",  " ",       "\n",  "\n\n",    "A",   "b",     "Xy", "don't", "'",      "’",        "“",         "”",
        "\"", ".",       "...", "U.S.",    "Mr.", "-",     "–",  "(",     ")",      "[",        "]",         "1",
        "20", "$",       "%",   "http://", "@",   "a@b.c", "é",  "北",    "\u200D", "\uFE0F",   "👩",         "\u0301",
        "&",  "/",       "#",   "of",      "the", "al",    "Al", "bin",   "May",    "Ministry", "President", "said",
        "Rs", "million", "n't", "'s",      ",",   ";",     ":",  "!",     "?",      "_",        "`",         "\t"};
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += pieces[random() % pieces.size()];
    return text;
}

/// Cuts, doubles and swaps stretches of a text at code point borders.
std::string mutated(std::string text, std::mt19937& random) {
    for (int turn = 0; turn < 4 && !text.empty(); ++turn) {
        const auto border = [&] {
            auto at = random() % (text.size() + 1);
            while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
            return at;
        };
        auto first = border(), last = border();
        if (first > last) std::swap(first, last);
        const auto part = text.substr(first, last - first);
        if (random() % 2 == 0) {
            text.erase(first, last - first);
        } else {
            text.insert(border(), part);
        }
    }
    return text;
}

}  // namespace

TEST_CASE("tokens cover the text, sentences the tokens, and names begin and end with tokens") {
    for (const auto& text : case_texts()) {
        CAPTURE(text);
        check_all(analysis_of(text));
    }
}

TEST_CASE("no text breaks the analysis") {
    std::mt19937 random(7);
    const auto texts = case_texts();
    for (int turn = 0; turn < 1500; ++turn) {
        const auto text =
            turn % 2 == 0 ? random_text(random, random() % 60) : mutated(texts[random() % texts.size()], random);
        CAPTURE(text);
        check_all(analysis_of(text));
    }
}

TEST_CASE("empty and blank texts have an empty analysis") {
    for (const auto* text : {"", " ", "\n\n \t\n", "\u00A0"}) {
        const auto analysis = analysis_of(text);
        CHECK(analysis.tokens.empty());
        CHECK(analysis.sentences.empty());
        CHECK(to_conllu(analysis).empty());
    }
}

TEST_CASE("long texts without spaces, stops or line ends are read in one go") {
    for (const auto* piece : {"a",  "A", "-",  "a-", ".",  "'",  "a'", "'s",  "1,",  "1-",  "a.",
                              "A.", "(", "\"", "é",  "a@", "x/", "$",  "Al-", "[1]", " \n", "of A "}) {
        std::string text;
        while (text.size() < 10'000) text += piece;
        CAPTURE(piece);
        check_all(analysis_of(text));
    }
}

TEST_CASE("no sentence crosses a zone, and words and sentences of zones are those of their texts alone") {
    const std::string first = "“We left at dawn", second = "and came back. Nobody asked",
                      third = "Mr. Okoro doesn't know.";
    const std::string text = first + " " + second + "\n" + third;
    const auto size = [](const std::string& part) { return static_cast<std::uint32_t>(part.size()); };
    const Span a{0, size(first)}, b{a.end + 1, a.end + 1 + size(second)}, c{b.end + 1, size(text)};
    const auto whole = analysis_of(text, {{ZoneKind::headline, a}, {ZoneKind::caption, b}, {ZoneKind::paragraph, c}});
    check_all(whole);
    std::size_t token = 0, sentence = 0;
    for (const auto zone : {a, b, c}) {
        const auto part = analysis_of(std::string(words(text, zone)), {{ZoneKind::paragraph, {0, zone.size()}}});
        for (const auto& one : part.sentences) {
            CHECK(whole.sentences[sentence].span.begin == one.span.begin + zone.begin);
            CHECK(whole.sentences[sentence++].span.end == one.span.end + zone.begin);
        }
        for (const auto& one : part.tokens) {
            CHECK(whole.tokens[token].span.begin == one.span.begin + zone.begin);
            CHECK(whole.tokens[token].joined == one.joined);
            CHECK(whole.tokens[token++].span.end == one.span.end + zone.begin);
        }
    }
    CHECK(token == whole.tokens.size());
    CHECK(sentence == whole.sentences.size());
}

TEST_CASE("text in no zone still becomes sentences") {
    const std::string text = "https://news.example.org/1\n\nShips waited.\n\nRead more";
    const auto analysis = analysis_of(text, {{ZoneKind::paragraph, {28, 41}}});
    check_all(analysis);
    REQUIRE(analysis.sentences.size() == 3);
    CHECK(words(text, analysis.sentences[0].span) == "https://news.example.org/1");
    CHECK(words(text, analysis.sentences[1].span) == "Ships waited.");
    CHECK(words(text, analysis.sentences[2].span) == "Read more");
}

TEST_CASE("the same article gives the same analysis on any thread") {
    std::string text;
    for (const auto& one : case_texts()) text += one + "\n\n";
    const auto expected = analysis_of(text);
    std::vector<Analysis> results(4);
    std::vector<std::thread> threads;
    for (auto& result : results) threads.emplace_back([&result, &text] { result = analysis_of(text); });
    for (auto& thread : threads) thread.join();
    for (const auto& result : results) CHECK(result == expected);
}

TEST_CASE("every word has a lemma, a part of speech and a place in its sentence's tree") {
    for (const auto& text : case_texts()) {
        CAPTURE(text);
        const auto analysis = analysis_of(text);
        for (const auto& sentence : analysis.sentences) {
            int roots = 0;
            for (auto at = sentence.first; at < sentence.last; ++at) {
                const auto& token = analysis.tokens[at];
                CHECK(token.lemma);
                CHECK(token.upos);
                REQUIRE(token.deprel);
                CHECK((*token.deprel == "root") == (token.head == -1));
                roots += token.head == -1 ? 1 : 0;
                if (token.head != -1)
                    CHECK((token.head >= static_cast<int>(sentence.first) &&
                           token.head < static_cast<int>(sentence.last)));
            }
            CHECK(roots == 1);
        }
    }
}

TEST_CASE("sentences have vectors of length 1, and those of one topic are nearer") {
    Article article;
    article.document.text =
        "The ferry sank off the coast in a storm.\n\nA passenger ship went down at sea in high winds.\n\n"
        "The central bank raised its interest rate.";
    const auto vectors = analyser().sentence_vectors(article);
    REQUIRE(vectors.size() == analyser().analyse(article).sentences.size());
    REQUIRE(vectors.size() == 3);
    const auto product = [&](std::size_t a, std::size_t b) {
        return std::inner_product(vectors[a].begin(), vectors[a].end(), vectors[b].begin(), 0.0F);
    };
    for (std::size_t i = 0; i < 3; ++i) CHECK(product(i, i) == doctest::Approx(1).epsilon(1e-4));
    CHECK(product(0, 1) > product(0, 2) + 0.2F);
    CHECK(product(0, 1) > product(1, 2) + 0.2F);
}

TEST_CASE("the model's name tells the knowledge it reads with") {
    const auto& model = analyser().model();
    CHECK(model.starts_with("english-"));
    CHECK(model.find("+rules-") == std::string("english-").size() + 12);
    CHECK(Analyser().model() == model);
}
