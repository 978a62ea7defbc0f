#include "read/statement_doubts.h"

#include <doctest/doctest.h>

#include <vector>

namespace sayso {

TEST_CASE("cues are found by where they stand") {
    CueIndex cues;
    cues.add({40, 44}, 0);
    cues.add({10, 30}, 1);
    cues.add({12, 14}, 2);
    cues.sort();
    using Places = std::vector<std::size_t>;
    CHECK(cues.at({28, 29}) == Places{1});
    CHECK(cues.at({13, 14}) == Places{1, 2});
    CHECK(cues.at({0, 10}).empty());
    CHECK(cues.at({44, 50}).empty());
    CHECK(cues.at({30, 41}) == Places{0});
}

TEST_CASE("no cue is found where there are none") {
    CueIndex cues;
    cues.sort();
    CHECK(cues.at({0, 5}).empty());
}

}  // namespace sayso
