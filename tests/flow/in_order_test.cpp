#include "flow/in_order.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

using namespace sayso;

namespace {

using Line = InOrder<int, std::string>;

/// Later items are often done first.
std::string work(const int& item) {
    std::this_thread::sleep_for(std::chrono::microseconds((item * 7919) % 400));
    return std::to_string(item);
}

}  // namespace

TEST_CASE("results come in the order of the items, on the caller's thread, whatever the number of threads") {
    for (const unsigned threads : {0U, 1U, 2U, 3U, 8U}) {
        CAPTURE(threads);
        std::vector<std::string> out;
        const auto caller = std::this_thread::get_id();
        Line line(threads, work, [&](std::string&& result) {
            CHECK(std::this_thread::get_id() == caller);
            out.push_back(std::move(result));
            return true;
        });
        for (int i = 0; i < 300; ++i) CHECK(line.push(i, 1));
        line.finish();
        REQUIRE(out.size() == 300);
        for (int i = 0; i < 300; ++i) CHECK(out[i] == std::to_string(i));
    }
}

TEST_CASE("one thread means the caller's") {
    const auto caller = std::this_thread::get_id();
    InOrder<int, int> line(
        1, [&](const int& item) { return std::this_thread::get_id() == caller ? item : -1; },
        [&](int&& result) {
            CHECK(result >= 0);
            return true;
        });
    for (int i = 0; i < 10; ++i) line.push(i, 1);
    line.finish();
}

TEST_CASE("a taker that wants no more stops the work") {
    for (const unsigned threads : {1U, 4U}) {
        CAPTURE(threads);
        int taken = 0;
        Line line(threads, work, [&](std::string&&) { return ++taken < 5; });
        int pushed = 0;
        while (pushed < 1000 && line.push(pushed, 1)) ++pushed;
        CHECK(pushed < 1000);
        line.finish();
        CHECK(taken == 5);
        CHECK_FALSE(line.push(0, 1));
        CHECK(taken == 5);
    }
}

TEST_CASE("what the work throws comes out on the caller's thread, behind all results before it") {
    for (const unsigned threads : {1U, 2U, 8U}) {
        CAPTURE(threads);
        int taken = 0;
        const auto run = [&] {
            Line line(
                threads,
                [](const int& item) {
                    if (item == 37) throw std::runtime_error("item 37");
                    return work(item);
                },
                [&](std::string&&) {
                    ++taken;
                    return true;
                });
            for (int i = 0; i < 200; ++i) line.push(i, 1);
            line.finish();
        };
        CHECK_THROWS_WITH_AS(run(), "item 37", std::runtime_error);
        CHECK(taken == 37);
    }
}

TEST_CASE("what the taker throws ends everything") {
    for (const unsigned threads : {1U, 4U}) {
        CAPTURE(threads);
        const auto run = [&] {
            Line line(threads, work, [](std::string&& result) -> bool {
                if (result == "12") throw std::runtime_error("full");
                return true;
            });
            for (int i = 0; i < 200; ++i) line.push(i, 1);
            line.finish();
        };
        CHECK_THROWS_WITH_AS(run(), "full", std::runtime_error);
    }
}

TEST_CASE("what is under way is bounded by number and by bytes") {
    std::atomic<int> made = 0;
    int taken = 0;
    int most = 0;
    const auto run = [&](std::size_t bytes) {
        made = taken = most = 0;
        InOrder<int, int> line(
            2,
            [&](const int& item) {
                ++made;
                return item;
            },
            [&](int&&) {
                most = std::max(most, made - taken);
                ++taken;
                return true;
            });
        for (int i = 0; i < 200; ++i) line.push(i, bytes);
        line.finish();
        CHECK(taken == 200);
    };
    run(1);
    CHECK(most <= 8);
    run(40'000'000);
    CHECK(most == 1);
}

TEST_CASE("what has been handed in may be given up") {
    Line line(4, work, [](std::string&&) { return true; });
    for (int i = 0; i < 10; ++i) line.push(i, 1);
}
