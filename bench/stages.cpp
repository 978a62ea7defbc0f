// Times each stage by itself on one thread: `sayso_bench RECORD INPUT…` prints one line a stage, "name seconds",
// after "articles N" and "words N". RECORD is made anew.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "sayso/sayso.h"

namespace {

using namespace sayso;

/// Runs `work` and prints how long it took.
template <class Work>
auto timed(const char* name, const Work& work) {
    const auto begin = std::chrono::steady_clock::now();
    auto result = work();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::printf("%s %.4f\n", name, took.count());
    return result;
}

/// Words as `wc -w` counts them: stretches without white space.
std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    bool in_word = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space && !in_word) ++count;
        in_word = !space;
    }
    return count;
}

std::vector<Article> take_all(const std::vector<std::string>& inputs) {
    std::vector<Article> articles;
    take_in(
        inputs, {},
        [&](Article&& article) {
            articles.push_back(std::move(article));
            return true;
        },
        [](const Error& error) { std::fprintf(stderr, "%s\n", error.what()); });
    return articles;
}

void measure(const std::string& record_path, const std::vector<std::string>& inputs) {
    const auto articles = timed("intake", [&] { return take_all(inputs); });
    std::size_t count = 0;
    for (const auto& article : articles) count += count_words(article.document.text);
    std::printf("articles %zu\nwords %zu\n", articles.size(), count);

    const Analyser analyser;
    const Reader reader;
    const auto analyses = timed("analyse", [&] {
        std::vector<Analysis> all;
        for (const auto& article : articles) all.push_back(analyser.analyse(article));
        return all;
    });
    const auto readings = timed("read", [&] {
        std::vector<Reading> all;
        for (std::size_t i = 0; i < articles.size(); ++i) all.push_back(reader.read(articles[i], analyses[i]));
        return all;
    });
    std::filesystem::remove(record_path);
    timed("add", [&] {
        Record record(record_path, Record::Access::write);
        for (const auto& reading : readings) record.add(reading);
        return true;
    });
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("usage: sayso_bench RECORD INPUT...\n", stderr);
        return 2;
    }
    try {
        measure(argv[1], {argv + 2, argv + argc});
    } catch (const std::exception& error) {
        std::fprintf(stderr, "sayso_bench: %s\n", error.what());
        return 1;
    }
}
