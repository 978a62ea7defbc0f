#include <doctest/doctest.h>

#include "sayso/analyse.h"
#include "support/cases.h"

using namespace sayso;

namespace {

Analysis analysis_of(const std::string& text) {
    static const Analyser analyser;
    Article article;
    article.document.text = text;
    return analyser.analyse(article);
}

std::string words_line(const Analysis& analysis, const Sentence& sentence) {
    std::string line;
    for (auto at = sentence.first; at < sentence.last; ++at) {
        if (at > sentence.first) line += ' ';
        if (analysis.tokens[at].joined) line += '+';
        line += analysis.form(analysis.tokens[at]);
    }
    return line;
}

std::string sentence_line(const Analysis& analysis, const Sentence& sentence) {
    std::string line(words(analysis.text, sentence.span));
    for (auto& character : line) {
        if (character == '\n') character = ' ';
    }
    return line;
}

}  // namespace

TEST_CASE("words: named cases") {
    tests::check_cases("words", [](const std::string& input) {
        const auto analysis = analysis_of(input);
        std::vector<std::string> lines;
        for (const auto& sentence : analysis.sentences) lines.push_back(words_line(analysis, sentence));
        return lines;
    });
}

TEST_CASE("sentences: named cases") {
    tests::check_cases("sentences", [](const std::string& input) {
        const auto analysis = analysis_of(input);
        std::vector<std::string> lines;
        for (const auto& sentence : analysis.sentences) lines.push_back(sentence_line(analysis, sentence));
        return lines;
    });
}

TEST_CASE("names: named cases") {
    tests::check_cases("names", [](const std::string& input) {
        const auto analysis = analysis_of(input);
        std::vector<std::string> lines;
        for (const auto& name : analysis.names) {
            lines.push_back(std::string(name_of(name.type)) + " | " + std::string(words(analysis.text, name.span)));
        }
        return lines;
    });
}
