#include "analyse/sentence_starts.h"

#include <doctest/doctest.h>

#include <cmath>

#include "analyse/factuality.h"
#include "analyse/hand_made.h"

using namespace sayso;
using namespace sayso::analyse;

namespace {

std::vector<std::string> sentences_of(const std::string& line, WordRange block, const std::vector<float>& scores) {
    const auto analysis = tests::analysis_of_words(line);
    std::vector<Sentence> sentences;
    find_sentences(analysis.tokens, block, scores, sentences);
    std::vector<std::string> texts;
    for (const auto& sentence : sentences) {
        CHECK(sentence.span == tests::span_of(analysis, sentence.first, sentence.last));
        texts.emplace_back(words(analysis.text, sentence.span));
    }
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("sentence starts: above 0, and a block's first word, but no joined word") {
    CHECK(sentences_of("One Two Three", {0, 3}, {-1, 0, 0.1F}) == Texts{"One Two", "Three"});
    CHECK(sentences_of("They do +n't Know", {0, 4}, {5, -5, 5, 5}) == Texts{"They don't", "Know"});
    CHECK(sentences_of("a b c d", {1, 3}, {-5, 5}) == Texts{"b", "c"});
    CHECK(sentences_of("a b", {1, 1}, {}).empty());
}

TEST_CASE("sentence starts: no sentence is longer than a tree can be") {
    Analysis analysis;
    for (std::uint32_t i = 0; i < 600; ++i) analysis.tokens.emplace_back().span = {i, i + 1};
    analysis.tokens[longest_sentence].joined = true;
    std::vector<Sentence> sentences;
    find_sentences(analysis.tokens, {0, 600}, std::vector<float>(600, -1), sentences);
    REQUIRE(sentences.size() == 3);
    CHECK(sentences[0].last == longest_sentence + 1);
    CHECK(sentences[1].last == 2 * longest_sentence + 1);
    CHECK(sentences[2].last == 600);
}

TEST_CASE("factuality: predicates are verbs and what has a subject or copula") {
    auto analysis = tests::analysis_of_words("Before It was a port ~, they left calmly");
    const auto set = [&](std::uint32_t at, const char* upos, std::int32_t head, const char* deprel) {
        analysis.tokens[at].upos = upos;
        analysis.tokens[at].head = head;
        analysis.tokens[at].deprel = deprel;
    };
    set(1, "PRON", 4, "nsubj"), set(2, "AUX", 4, "cop"), set(3, "DET", 4, "det"), set(4, "NOUN", 7, "ccomp");
    set(5, "PUNCT", 4, "punct"), set(6, "PRON", 7, "nsubj:outer"), set(7, "VERB", -1, "root"),
        set(8, "ADV", 7, "advmod");
    const auto predicates = find_predicates(analysis.tokens, {{}, 1, 9});
    CHECK(predicates == std::vector<bool>{false, false, false, true, false, false, true, false});
    CHECK(find_predicates(analysis.tokens, {{}, 0, 1}) == std::vector<bool>{false});
}

TEST_CASE("factuality: from -3 to 3, in hundredths") {
    CHECK(told_factuality(7) == 3);
    CHECK(told_factuality(-3.2F) == -3);
    CHECK(told_factuality(1.23456F) == 1.23F);
    CHECK_FALSE(std::signbit(told_factuality(-0.001F)));
}
