#include "analyse/name_types.h"

#include <doctest/doctest.h>

#include "analyse/hand_made.h"

using namespace sayso;

namespace {

std::vector<NameType> agreed(const std::string& line, const std::vector<NameType>& types) {
    auto analysis = tests::analysis_of_words(line);
    for (std::uint32_t i = 0; i < types.size(); ++i) {
        analysis.names.push_back({tests::span_of(analysis, i, i + 1), types[i]});
    }
    analyse::agree_on_types(analysis);
    std::vector<NameType> out;
    for (const auto& name : analysis.names) out.push_back(name.type);
    return out;
}

constexpr auto person = NameType::person, place = NameType::location, body = NameType::organization;

}  // namespace

TEST_CASE("names of the same words get the type that most of them have") {
    CHECK(agreed("Ostrel Ostrel Orvik Ostrel", {place, person, person, place}) ==
          std::vector{place, place, person, place});
}

TEST_CASE("where two types are as frequent, names stay as they are") {
    CHECK(agreed("Ostrel Ostrel", {place, body}) == std::vector{place, body});
}

TEST_CASE("names of other words have no say") {
    CHECK(agreed("Ostrel ostrel ostrel", {place, body, body}) == std::vector{place, body, body});
}
