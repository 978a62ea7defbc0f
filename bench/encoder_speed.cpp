// Times the network on one thread: `encoder_speed MODEL int8|fp32 WORDS INPUT…` takes reports until there are
// WORDS words and prints one line a number. Seconds are the thread's own, so that other work counts less.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "analyse/network.h"
#include "analyse/sentences.h"
#include "sayso/sayso.h"

namespace {

using namespace sayso;

double seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

struct Text {
    Analysis analysis;
    std::vector<std::uint32_t> blocks;
    std::vector<std::uint32_t> sentences;
};

Text text_of(const Analyser& analyser, const Article& article) {
    Text text{analyser.analyse(article), {}, {}};
    for (const auto& sentence : text.analysis.sentences) text.sentences.push_back(sentence.first);
    const auto& tokens = text.analysis.tokens;
    for (const auto block : analyse::find_blocks(article.document)) {
        const auto first =
            std::ranges::lower_bound(tokens, block.begin, {}, [](const Token& t) { return t.span.begin; });
        text.blocks.push_back(static_cast<std::uint32_t>(first - tokens.begin()));
    }
    return text;
}

std::vector<Text> texts_of(const std::vector<std::string>& inputs, std::size_t most_words) {
    const Analyser analyser;
    std::vector<Text> texts;
    std::size_t words = 0;
    take_in(
        inputs, {},
        [&](Article&& article) {
            texts.push_back(text_of(analyser, article));
            words += texts.back().analysis.tokens.size();
            return words < most_words;
        },
        [](const Error& error) { std::fprintf(stderr, "%s\n", error.what()); });
    return texts;
}

void measure(const std::string& model, analyse::Arithmetic arithmetic, const std::vector<Text>& texts) {
    auto begin = seconds();
    const analyse::Network network(model, arithmetic);
    std::printf("load_seconds %.4f\n", seconds() - begin);
    begin = seconds();
    std::vector<analyse::PreparedText> prepared;
    std::size_t pieces = 0;
    std::size_t words = 0;
    std::size_t windows = 0;
    for (const auto& [analysis, blocks, sentences] : texts) {
        prepared.push_back(network.prepare(analysis.text, analysis.tokens, blocks, sentences));
        words += analysis.tokens.size();
        windows += prepared.back().windows.size();
        pieces += prepared.back().pieces.size() + 2 * prepared.back().windows.size();
    }
    std::printf("texts %zu\nwords %zu\nwindows %zu\npieces %zu\nprepare_seconds %.4f\n", texts.size(), words, windows,
                pieces, seconds() - begin);
    begin = seconds();
    double sum = 0;  // so that nothing is left out as unused
    for (const auto& text : prepared) {
        const auto scores = network.run(text, 0, text.windows.size());
        for (std::size_t row = 0; row < scores.tags().count(); ++row) sum += static_cast<double>(scores.tags()[row][0]);
    }
    const double took = seconds() - begin;
    std::printf("run_seconds %.4f\npieces_per_second %.0f\nwords_per_second %.0f\nsum %.9g\n", took,
                static_cast<double>(pieces) / took, static_cast<double>(words) / took, sum);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 5) {
        std::fputs("usage: encoder_speed MODEL int8|fp32 WORDS INPUT...\n", stderr);
        return 2;
    }
    try {
        const auto arithmetic =
            std::string_view(argv[2]) == "fp32" ? analyse::Arithmetic::fp32 : analyse::Arithmetic::int8;
        measure(argv[1], arithmetic, texts_of({argv + 4, argv + argc}, std::strtoul(argv[3], nullptr, 10)));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "encoder_speed: %s\n", error.what());
        return 1;
    }
}
