#pragma once

#include <memory>
#include <string>

#include "record/sqlite.h"

namespace sayso::record_file {

/// Opens the record at `path`, or with `Use::write` makes one where there is none. Looks at the file's
/// header and its list of tables only, so it costs the same for a record of any size. Throws the errors
/// that `Record` names.
[[nodiscard]] std::unique_ptr<sqlite::Database> open(const std::string& path, sqlite::Use use);

/// To be called before a writing transaction.
///
/// A write-ahead log lets a document be added without waiting for the disk: losing power may cost the
/// documents added last, which are read again the next time, but never damages the record. It needs two
/// more files beside the record, though, and cannot be read in a folder that is read-only: so the record
/// has one only while it is written to. Where a log is not to be had (on some network drives, or while
/// others read), every document is written through to the disk, which is slower and as safe.
void begin_writing(sqlite::Database& database);

/// To be called before the database is closed: whoever is the last to use the record leaves one file.
void end_writing(sqlite::Database& database) noexcept;

}  // namespace sayso::record_file
