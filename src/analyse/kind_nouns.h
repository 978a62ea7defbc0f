#pragma once

#include <cstdint>
#include <optional>

#include "analyse/name_sentence.h"

/// Nouns that say of what kind the name behind them is: "the ferry Blue Heron", "the insurer Nordlys".
namespace sayso::analyse {

/// The type of the run of capitals [at, end) if the word before or at its beginning tells it, and it is not known
/// otherwise.
[[nodiscard]] std::optional<NameType> type_told_before(const NameSentence& s, std::uint32_t at, std::uint32_t end);

}  // namespace sayso::analyse
