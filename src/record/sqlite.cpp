#include "record/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <new>

#include "sayso/error.h"

namespace sayso::sqlite {
namespace {

/// How long another program may keep the file to itself before it counts as in use.
constexpr int patience_ms = 5000;

/// Never a name that means something else to SQLite (":memory:", "file:…", "").
std::string as_path(const std::string& path) {
    return path.starts_with('/') ? path : "./" + path;
}

bool is_about_writing(int extended_code) {
    switch (extended_code) {
        case SQLITE_IOERR_WRITE:
        case SQLITE_IOERR_FSYNC:
        case SQLITE_IOERR_DIR_FSYNC:
        case SQLITE_IOERR_TRUNCATE:
        case SQLITE_IOERR_DELETE:
        case SQLITE_IOERR_SHMOPEN:
        case SQLITE_IOERR_SHMSIZE:
        case SQLITE_IOERR_SHMMAP:
            return true;
        default:
            return false;
    }
}

}  // namespace

// ---- Statement ------------------------------------------------------------------------------------

Statement::Statement(const Database& database, std::string_view sql) : database_(database) {
    const int code = sqlite3_prepare_v3(database.handle_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
    if (code != SQLITE_OK) database.fail(code);
}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}

Statement::~Statement() {
    sqlite3_finalize(statement_);
}

bool Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) database_.fail(code);
    return false;
}

void Statement::reset() noexcept {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) database_.fail(code);
}

void Statement::bind(int& at, std::nullopt_t) {
    check(sqlite3_bind_null(statement_, ++at));
}

void Statement::bind(int& at, std::int64_t value) {
    check(sqlite3_bind_int64(statement_, ++at, value));
}

void Statement::bind(int& at, double value) {
    check(sqlite3_bind_double(statement_, ++at, value));
}

void Statement::bind(int& at, std::string_view value) {
    // An empty view may have no address, which SQLite would take for NULL.
    const char* bytes = value.empty() ? "" : value.data();
    check(sqlite3_bind_text64(statement_, ++at, bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (!bytes) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::optional<std::string> Statement::text_or_none(int column) const {
    if (is_null(column)) return std::nullopt;
    return text(column);
}

// ---- Database -------------------------------------------------------------------------------------

Database::Database(const std::string& path, Use use) : path_(path), use_(use) {
    // A reader, too, opens for writing where it may: only so can it finish or undo what a program that was
    // killed has left beside the file. Where it may not, SQLite opens for reading by itself.
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (use == Use::write ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(as_path(path).c_str(), &handle_, flags, nullptr);
    try {
        if (code != SQLITE_OK) fail(code);
        sqlite3_busy_timeout(handle_, patience_ms);
        // The file may come from anywhere: nothing in it but its rows is to have an effect.
        sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
        run("PRAGMA cell_size_check = ON");
        run("PRAGMA foreign_keys = ON");
        run("PRAGMA temp_store = MEMORY");
        run("PRAGMA cache_size = -16000");
    } catch (...) {
        sqlite3_close(handle_);
        throw;
    }
}

Database::~Database() {
    prepared_.clear();
    inserts_.clear();
    sqlite3_close(handle_);
}

bool Database::is_read_only() const {
    return sqlite3_db_readonly(handle_, "main") == 1;
}

void Database::run(const char* sql) {
    const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
}

bool Database::try_to_run(const char* sql) noexcept {
    return sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

std::int64_t Database::last_row() const {
    return sqlite3_last_insert_rowid(handle_);
}

Statement& Database::prepared(std::string_view sql) {
    const auto found = prepared_.find(sql);
    return found != prepared_.end() ? found->second : prepared_.emplace(sql, Statement(*this, sql)).first->second;
}

Statement Database::prepare_insert(std::string_view table, int columns) const {
    std::string marks = "?";
    for (int i = 1; i < columns; ++i) marks += ",?";
    return {*this, fmt::format("INSERT INTO {} VALUES ({})", table, marks)};
}

void Database::fail(int code) const {
    const std::string detail = handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
    switch (code & 0xff) {
        case SQLITE_NOMEM:
            throw std::bad_alloc();
        case SQLITE_FULL:
            throw CannotWrite(fmt::format("{}: the disk is full; make room and run this again", path_));
        case SQLITE_READONLY:
        case SQLITE_PERM:
            throw CannotWrite(
                fmt::format("{}: the record may not be written to; change its permissions or those of "
                            "its folder, or work on a copy",
                            path_));
        case SQLITE_CANTOPEN:
        case SQLITE_AUTH:
            if (use_ == Use::write) {
                throw CannotWrite(
                    fmt::format("{}: the record cannot be written, because its folder is not there or may "
                                "not be written to; choose another folder",
                                path_));
            }
            throw BadRecord(
                fmt::format("{}: the record cannot be opened; check its permissions, and if it was not "
                            "closed cleanly, open it once where its folder may be written to",
                            path_));
        case SQLITE_IOERR:
            if (is_about_writing(code)) {
                throw CannotWrite(fmt::format("{}: writing the record failed ({}); check the disk and run this again",
                                              path_, detail));
            }
            throw BadRecord(fmt::format("{}: the record cannot be read ({}); check the disk", path_, detail));
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            throw BadRecord(
                fmt::format("{}: the record is in use by another program; try again when that has finished", path_));
        case SQLITE_CONSTRAINT:
            throw BadInput(
                fmt::format("{}: the reading cannot be added, because it has an id twice or refers to an id "
                            "that it does not have ({})",
                            path_, detail));
        case SQLITE_TOOBIG:
            throw BadInput(fmt::format("{}: the report is too large for a record (1 GB)", path_));
        case SQLITE_NOTADB:
            throw BadRecord(
                fmt::format("{}: this is not a record; name another file, or a new one to begin a record", path_));
        default:
            throw BadRecord(
                fmt::format("{}: the record is damaged ({}); restore a copy, or begin a new record and add "
                            "the reports again",
                            path_, detail));
    }
}

// ---- Transaction ----------------------------------------------------------------------------------

Transaction::Transaction(Database& database) : database_(database) {
    database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (open_) database_.try_to_run("ROLLBACK");  // may have been undone already
}

void Transaction::commit() {
    database_.run("COMMIT");
    open_ = false;
}

}  // namespace sayso::sqlite
