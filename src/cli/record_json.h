#pragma once

#include <string>

#include "sayso/flow.h"
#include "sayso/record.h"

/// What `add --json` and `show --json` print: one object on one line each, without the line's end.
namespace sayso::cli {

[[nodiscard]] std::string json_of(const AddCounts& counts, std::uint64_t not_read);
[[nodiscard]] std::string json_of(const Record::Overview& overview);
[[nodiscard]] std::string json_of(const Record::DocumentRow& document);
[[nodiscard]] std::string json_of(const Record::SpeakerRow& speaker);
[[nodiscard]] std::string json_of(const Record::StatementRow& statement);
[[nodiscard]] std::string json_of(const Record::Passage& passage);

}  // namespace sayso::cli
