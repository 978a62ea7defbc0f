#include "analyse/network.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <thread>

#include "analyse/network_weights.h"
#include "analyse/tiny_network.h"
#include "sayso/error.h"

using namespace sayso;
using analyse::Arithmetic;
using analyse::Network;
using analyse::Scores;
using tests::TemporaryFile;
using tests::TinyNetwork;

namespace {

/// A text of words of one to seven letters, with a block every 40 words and a sentence every 9.
struct Text {
    std::string text;
    std::vector<Token> tokens;
    std::vector<std::uint32_t> blocks;
    std::vector<std::uint32_t> sentences;
};

Text text_of(std::uint32_t words, unsigned seed) {
    std::mt19937 engine(seed);
    Text made;
    for (std::uint32_t i = 0; i < words; ++i) {
        if (i % 40 == 0) made.blocks.push_back(i);
        if (i % 9 == 0 || i % 40 == 0) made.sentences.push_back(i);
        if (i > 0) made.text += i % 40 == 0 ? "\n\n" : " ";
        const auto begin = static_cast<std::uint32_t>(made.text.size());
        const auto letters = 1 + engine() % 7;
        for (unsigned k = 0; k < letters; ++k) made.text += static_cast<char>('a' + engine() % 26);
        Token token;
        token.span = {begin, static_cast<std::uint32_t>(made.text.size())};
        made.tokens.push_back(token);
    }
    return made;
}

Scores run(const Network& network, const Text& text) {
    return network.run(text.text, text.tokens, text.blocks, text.sentences);
}

using Row = std::span<const float>;

bool same(Row a, Row b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size_bytes()) == 0;
}

Row vector_of(const Scores& scores, std::size_t word) {
    return scores.vectors()[word - scores.first()];
}

Row arc_head_of(const Scores& scores, std::size_t word) {
    const analyse::PairWidths widths;
    return scores.pairs().columns(widths.arc, widths.arc)[word - scores.first()];
}

/// Of the word with that number in each.
bool same_word(const Scores& a, std::size_t in_a, const Scores& b, std::size_t in_b) {
    return same(vector_of(a, in_a), vector_of(b, in_b)) &&
           same(a.tags()[in_a - a.first()], b.tags()[in_b - b.first()]) &&
           same(a.pairs()[in_a - a.first()], b.pairs()[in_b - b.first()]);
}

bool same_scores(const Scores& a, const Scores& b) {
    bool all = a.first() == b.first() && a.last() == b.last();
    for (auto word = a.first(); all && word < a.last(); ++word) all = same_word(a, word, b, word);
    return all;
}

float farthest(Row a, Row b) {
    float most = 0;
    for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::fabs(a[i] - b[i]));
    return most;
}

float cosine(Row a, Row b) {
    float product = 0;
    float squares_a = 0;
    float squares_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        product += a[i] * b[i];
        squares_a += a[i] * a[i];
        squares_b += b[i] * b[i];
    }
    return product / std::sqrt(squares_a * squares_b);
}

constexpr std::array both_ways{Arithmetic::int8, Arithmetic::fp32};

}  // namespace

TEST_CASE("the parts of a word's rows have the sizes that the labels tell") {
    const TemporaryFile file(TinyNetwork(true).bytes());
    const Network network(file.path());
    CHECK(network.name() == "tiny");
    CHECK(network.labels().relations == std::vector<std::string>{"root", "nsubj"});
    CHECK(network.sentence().bias.size() == 32);
    const auto scores = run(network, text_of(100, 1));
    CHECK(scores.first() == 0);
    CHECK(scores.last() == 100);
    REQUIRE(scores.windows().size() > 1);
    CHECK(scores.windows().front().first == 0);
    CHECK(scores.windows().back().last == 100);
    CHECK(scores.vectors().width() == 64);
    CHECK(scores.tags().width() == analyse::tag_width(network.labels()));
    CHECK(scores.pairs().width() == analyse::PairWidths{}.all());
    CHECK(scores.pairs().count() == 100);
}

TEST_CASE("whole numbers come close to floats") {
    const auto text = text_of(150, 2);
    const TemporaryFile whole(TinyNetwork(true).bytes());
    const TemporaryFile floats(TinyNetwork(false).bytes());
    const auto int8 = run(Network(whole.path(), Arithmetic::int8), text);
    const auto fp32 = run(Network(whole.path(), Arithmetic::fp32), text);
    const auto given = run(Network(floats.path()), text);
    for (std::size_t word = 0; word < 150; ++word) {
        CHECK(cosine(vector_of(int8, word), vector_of(fp32, word)) > 0.999F);
        CHECK(farthest(vector_of(int8, word), vector_of(fp32, word)) < 0.15F);
        CHECK(farthest(vector_of(given, word), vector_of(fp32, word)) < 1e-4F);
        CHECK(farthest(arc_head_of(given, word), arc_head_of(fp32, word)) < 1e-3F);
    }
}

TEST_CASE("a window's bytes do not depend on what else is run") {
    const TemporaryFile file(TinyNetwork(true).bytes());
    const auto text = text_of(400, 3);
    for (const auto arithmetic : both_ways) {
        const Network network(file.path(), arithmetic);
        const auto whole = run(network, text);
        const auto prepared = network.prepare(text.text, text.tokens, text.blocks, text.sentences);
        REQUIRE(prepared.windows.size() > 5);
        for (std::size_t i = 0; i < prepared.windows.size(); ++i) {
            const auto alone = network.run(prepared, i, i + 1);
            CHECK(alone.first() == prepared.windows[i].first);
            CHECK(alone.last() == prepared.windows[i].last);
            bool all = true;
            for (auto word = alone.first(); word < alone.last(); ++word) all &= same_word(alone, word, whole, word);
            CHECK(all);
        }
    }
}

TEST_CASE("the network gives the same bytes on many threads at once") {
    const TemporaryFile file(TinyNetwork(true).bytes());
    const auto text = text_of(200, 4);
    for (const auto arithmetic : both_ways) {
        const Network network(file.path(), arithmetic);
        const auto expected = run(network, text);
        std::array<bool, 4> well{};
        std::vector<std::thread> threads;
        for (auto& mine : well) {
            threads.emplace_back([&] {
                mine = true;
                for (int i = 0; i < 5; ++i) mine &= same_scores(run(network, text), expected);
            });
        }
        for (auto& thread : threads) thread.join();
        for (const bool mine : well) CHECK(mine);
    }
}

TEST_CASE("a text without words has no scores") {
    const TemporaryFile file(TinyNetwork(true).bytes());
    const auto scores = run(Network(file.path()), Text{});
    CHECK(scores.first() == scores.last());
}

TEST_CASE("a network whose sections do not fit together is refused") {
    tests::ModelWriter writer;
    writer.text("config", "name\tx\nwidth\t60\nlayers\t2\nheads\t2\ninner\t160\n");
    const TemporaryFile odd(writer.bytes());
    CHECK_THROWS_WITH_AS(Network{odd.path()}, doctest::Contains("multiples of 8"), BadModel);

    tests::ModelWriter huge;
    huge.text("config", "width\t99999999999999999999\n");
    const TemporaryFile too_large(huge.bytes());
    CHECK_THROWS_WITH_AS(Network{too_large.path()}, doctest::Contains("its config has no width"), BadModel);

    auto bytes = TinyNetwork(true).bytes();
    const auto at = bytes.find("layer.1.up.bias");
    bytes[at + 6] = '7';
    const TemporaryFile absent(tests::ModelWriter::sealed(bytes));
    CHECK_THROWS_WITH_AS(Network{absent.path()}, doctest::Contains("no section layer.1.up.bias"), BadModel);
}

TEST_CASE("the kernels for AVX2 and for any processor do the same") {
    const auto* const fast = analyse::avx2_kernels();
    if (fast == nullptr) return;
    const auto& plain = analyse::plain_kernels();
    std::mt19937 engine(5);
    std::vector<float> row(20 * 3 * 64);
    for (auto& value : row) value = static_cast<float>(engine() % 20001) / 2500 - 4;
    const auto close_after = [&](const auto& change) {
        auto a = row;
        auto b = row;
        change(*fast, a);
        change(plain, b);
        CHECK(farthest(a, b) < 1e-5F);
    };
    close_after([](const auto& kernels, auto& values) { kernels.gelu(values.data(), values.size()); });
    close_after([&](const auto& kernels, auto& values) {
        kernels.normalise(values.data(), row.data() + 64, row.data() + 128, 64);
    });
    for (const std::size_t head_width : {8, 32, 64}) {
        close_after([&](const auto& kernels, auto& values) {
            std::vector<float> space(analyse::attention_space(20, head_width));
            kernels.attend({row.data(), 20, 64 / head_width, head_width, values.data(), space.data()});
        });
    }
    for (const std::size_t count : {64, 40}) {
        std::vector<std::uint8_t> a(count);
        std::vector<std::uint8_t> b(count);
        CHECK(fast->quantise(row.data(), count, a.data()) == plain.quantise(row.data(), count, b.data()));
        CHECK(a == b);
    }
}

TEST_CASE("GELU is near to what it is defined as, and whole numbers are what rounding gives") {
    std::vector<float> values(4096);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(i) / 256 - 8;
    auto gelu = values;
    analyse::kernels().gelu(gelu.data(), gelu.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double x = static_cast<double>(values[i]);
        CHECK(std::fabs(static_cast<double>(gelu[i]) - 0.5 * x * (1 + std::erf(x / std::sqrt(2.0)))) < 1e-6);
    }
    std::array<std::uint8_t, 8> codes{};
    const std::array<float, 8> row{0, 1.27F, -1.27F, 0.01F, -0.01F, 0.5F, -0.5F, 0};
    CHECK(analyse::kernels().quantise(row.data(), 8, codes.data()) == doctest::Approx(0.01));
    CHECK(codes == std::array<std::uint8_t, 8>{128, 255, 1, 129, 127, 178, 78, 128});
    const std::array<float, 8> zeros{};
    CHECK(analyse::kernels().quantise(zeros.data(), 8, codes.data()) == 1);
    CHECK(codes[3] == 128);
}
