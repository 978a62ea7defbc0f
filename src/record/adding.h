#pragma once

#include <cstdint>

#include "record/sqlite.h"
#include "sayso/reading.h"

namespace sayso::record_file {

/// The number of the document that has this text, url, outlet, title and date, and who has read it.
struct Held {
    std::int64_t number = 0;
    ReaderVersion reader;
};
[[nodiscard]] std::optional<Held> find(sqlite::Database& database, const Document& document);

/// Rows for a document that the record does not hold.
void insert(sqlite::Database& database, const Reading& reading);

/// Rows in place of those that an older reading of document `number` has left.
void replace(sqlite::Database& database, std::int64_t number, const Reading& reading);

}  // namespace sayso::record_file
