#include "record/opening.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "record/schema.h"
#include "sayso/error.h"

namespace sayso::record_file {
namespace {

namespace files = std::filesystem;
using sqlite::Database;
using sqlite::Use;

/// Whether there is a file at `path` that may be a record. What is certainly none is refused before SQLite
/// touches it; an empty file may become one.
bool is_there(const std::string& path) {
    if (path.empty()) throw BadRecord("the name of the record is empty; give the path of a file");
    std::error_code error;
    const auto status = files::status(path, error);
    if (status.type() == files::file_type::not_found) return false;
    if (status.type() == files::file_type::none) {
        throw MissingInput(fmt::format("{}: the record cannot be opened: {}", path, error.message()));
    }
    if (status.type() == files::file_type::directory) {
        throw BadRecord(fmt::format("{}: this is a folder; a record is a file, so name one in it", path));
    }
    if (status.type() != files::file_type::regular) {
        throw BadRecord(fmt::format("{}: this is not a file; a record is a file", path));
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) throw MissingInput(fmt::format("{}: the record cannot be opened: {}", path, std::strerror(errno)));
    constexpr std::string_view magic("SQLite format 3\0", 16);
    std::string begin(magic.size(), '\0');
    file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    if (file.gcount() > 0 && begin != magic) {
        throw BadRecord(
            fmt::format("{}: this is not a record; name another file, or a new one to begin a record", path));
    }
    return true;
}

/// Two programs may do this at once: the second finds what the first has made.
void create(Database& database) {
    sqlite::Transaction transaction(database);
    if (database.number("SELECT count(*) FROM sqlite_schema") > 0) return;
    database.run(record_schema::create);
    database.run(fmt::format("PRAGMA application_id = {}", record_schema::application_id).c_str());
    database.run(fmt::format("PRAGMA user_version = {}", record_schema::version).c_str());
    transaction.commit();
}

/// Whether this is a record, whole and of a version that this program knows.
void check(Database& database, const std::string& path) {
    if (database.number("PRAGMA application_id") != record_schema::application_id) {
        throw BadRecord(
            fmt::format("{}: this is an SQLite file of another program, not a record; name another file", path));
    }
    const auto version = database.number("PRAGMA user_version");
    if (version > record_schema::version) {
        throw BadRecord(
            fmt::format("{}: the record was written by a newer sayso (record version {}, this one knows {}): use a "
                        "newer sayso",
                        path, version, record_schema::version));
    }
    const auto has_table = [&](std::string_view name) {
        return database.number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?", name) == 1;
    };
    const auto all = [&](const auto& names) { return std::all_of(names.begin(), names.end(), has_table); };
    if (version < 1 || !all(record_schema::document_tables) || !all(record_schema::reading_tables) ||
        !has_table(record_schema::speaker_index)) {
        throw BadRecord(
            fmt::format("{}: the record is damaged (tables are missing); restore a copy, or begin a new "
                        "record and add the reports again",
                        path));
    }
}

void remove_new_file(const std::string& path) {
    std::error_code ignored;
    for (const auto* suffix : {"", "-journal", "-wal", "-shm"}) files::remove(path + suffix, ignored);
}

}  // namespace

std::unique_ptr<Database> open(const std::string& path, Use use) {
    const bool was_there = is_there(path);
    if (use == Use::read && !was_there) {
        throw MissingInput(fmt::format("{}: there is no such record; check the path, or add reports to make it", path));
    }
    try {
        auto database = std::make_unique<Database>(path, use);
        if (use == Use::write && database->is_read_only()) {
            throw CannotWrite(
                fmt::format("{}: the record may not be written to; change its permissions, or work on a copy", path));
        }
        // A file may also be empty for having been left half made, which opening it has undone.
        if (database->number("PRAGMA page_count") == 0) {
            if (use == Use::read) {
                throw BadRecord(
                    fmt::format("{}: this file is empty, so it is not a record; add reports to make it one", path));
            }
            create(*database);
        }
        check(*database, path);
        if (use == Use::read) database->run("PRAGMA query_only = ON");
        return database;
    } catch (const CannotWrite&) {
        if (!was_there) remove_new_file(path);
        throw;
    }
}

void begin_writing(Database& database) {
    if (database.text("PRAGMA journal_mode") == "wal") return;
    const bool has_log =
        database.try_to_run("PRAGMA journal_mode = WAL") && database.text("PRAGMA journal_mode") == "wal";
    database.run(has_log ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL");
}

void end_writing(Database& database) noexcept {
    // None of this waits for others, and none of it has to work: the log is kept until it does.
    database.try_to_run("PRAGMA busy_timeout = 0");
    database.try_to_run("PRAGMA query_only = OFF");
    database.try_to_run("PRAGMA wal_checkpoint(TRUNCATE)");
    database.try_to_run("PRAGMA journal_mode = DELETE");
}

}  // namespace sayso::record_file
