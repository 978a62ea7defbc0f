#include "analyse/windows.h"

#include <doctest/doctest.h>

using namespace sayso;
using analyse::Window;

namespace {

/// Words of so many pieces each.
std::vector<Window> pack(const std::vector<std::uint32_t>& pieces, const std::vector<std::uint32_t>& blocks,
                         const std::vector<std::uint32_t>& sentences) {
    std::vector<std::uint32_t> begins{0};
    for (const auto count : pieces) begins.push_back(begins.back() + count);
    return analyse::pack_windows(begins, blocks, sentences);
}

std::vector<std::uint32_t> words(std::size_t count, std::uint32_t pieces = 1) {
    return std::vector<std::uint32_t>(count, pieces);
}

using Windows = std::vector<Window>;

}  // namespace

TEST_CASE("windows: a text without words has none") {
    CHECK(pack({}, {}, {}).empty());
}

TEST_CASE("windows: blocks share one as long as all of them fit") {
    CHECK(pack(words(190), {0, 100}, {0, 50, 100}) == Windows{{0, 190}});
    CHECK(pack(words(191), {0, 100}, {0, 50, 100}) == Windows{{0, 100}, {100, 191}});
    CHECK(pack(words(300), {0, 100, 150, 290}, {0, 100, 150, 290}) == Windows{{0, 150}, {150, 300}});
}

TEST_CASE("windows: pieces count, not words") {
    CHECK(pack(words(95, 2), {0}, {0}) == Windows{{0, 95}});
    CHECK(pack(words(96, 2), {0, 1}, {0, 1}) == Windows{{0, 1}, {1, 96}});
}

TEST_CASE("windows: a block that is too long is cut at sentences, which fill the window before") {
    CHECK(pack(words(250), {0, 50}, {0, 50, 130, 200}) == Windows{{0, 130}, {130, 250}});
}

TEST_CASE("windows: a sentence that is too long is cut where the window is full") {
    CHECK(pack(words(500), {0}, {0}) == Windows{{0, 190}, {190, 380}, {380, 500}});
    CHECK(pack(words(400), {0}, {0, 10}) == Windows{{0, 10}, {10, 200}, {200, 390}, {390, 400}});
    CHECK(pack(words(30, 16), {0}, {0}) == Windows{{0, 11}, {11, 22}, {22, 30}});
}

TEST_CASE("windows: the first block need not be told") {
    CHECK(pack(words(3), {}, {}) == Windows{{0, 3}});
    CHECK(pack(words(3), {1}, {1}) == Windows{{0, 3}});
}
