#include "read/place_words.h"

#include <stdexcept>

#include "base/tables.h"
#include "base/utf8.h"
#include "read/words.h"

namespace sayso {
namespace {

PlaceWord kind_named(std::string_view name) {
    if (name == "town") return town_noun;
    if (name == "division") return division_noun;
    if (name == "part") return part_word;
    if (name == "near") return near_word;
    if (name == "joining") return joining_word;
    if (name == "institution") return institution_word;
    if (name == "place_of") return place_of_word;
    if (name == "common") return common_word;
    if (name == "resident") return resident_word;
    throw std::logic_error("lexicon/place_words.tsv: no such kind: " + std::string(name));
}

}  // namespace

PlaceWords PlaceWords::built_in() {
    PlaceWords words;
    for (const auto& row : table_rows(built_in_file("lexicon/place_words.tsv"), 2)) {
        const auto kind = kind_named(row[0]);
        for (const auto word : parts_of(row[1], ' ')) words.kinds_[lower(word)] |= kind;
    }
    return words;
}

std::uint32_t PlaceWords::kinds(std::string_view lower) const {
    const auto found = kinds_.find(lower);
    return found == kinds_.end() ? 0 : found->second;
}

}  // namespace sayso
