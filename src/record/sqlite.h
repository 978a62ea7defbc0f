#pragma once

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "sayso/names_of.h"

struct sqlite3;
struct sqlite3_stmt;

/// SQLite with owners, and with the errors of sayso/error.h.
namespace sayso::sqlite {

class Database;

/// A prepared statement. Parameters are bound as copies, in their order.
class Statement {
public:
    Statement(const Database& database, std::string_view sql);
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// Goes to the next row; false when there is none.
    bool step();
    /// Makes it ready to be run again, without values.
    void reset() noexcept;

    template <class... Values>
    void bind_all(const Values&... values) {
        [[maybe_unused]] int at = 0;
        (bind(at, values), ...);
    }

    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::optional<std::string> text_or_none(int column) const;

private:
    void check(int code) const;
    void bind(int& at, std::nullopt_t);
    void bind(int& at, std::int64_t value);
    void bind(int& at, double value);
    void bind(int& at, std::string_view value);
    void bind(int& at, const std::string& value) { bind(at, std::string_view(value)); }
    void bind(int& at, const char* value) { bind(at, std::string_view(value)); }

    template <class Number>
    requires std::integral<Number>
    void bind(int& at, Number value) { bind(at, static_cast<std::int64_t>(value)); }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void bind(int& at, Enum value) { bind(at, name_of(value)); }
    template <class Value>
    void bind(int& at, const std::optional<Value>& value) {
        if (value) {
            bind(at, *value);
        } else {
            bind(at, std::nullopt);
        }
    }
    /// A value that takes up several columns tells each of them to a function.
    template <class Value>
    requires requires(const Value& value) {
        value.each_column([](const auto&) {});
    }
    void bind(int& at, const Value& value) {
        value.each_column([&](const auto& column) { bind(at, column); });
    }

    const Database& database_;
    sqlite3_stmt* statement_ = nullptr;
};

/// The rows that a statement gives; the statement is free again when they go.
class Rows {
public:
    explicit Rows(Statement& statement) : statement_(statement) {}
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    ~Rows() { statement_.reset(); }

    [[nodiscard]] bool next() { return statement_.step(); }
    [[nodiscard]] const Statement* operator->() const { return &statement_; }

private:
    Statement& statement_;
};

/// What an open database is for.
enum class Use { read, write };

/// An open database. To be used by one thread at a time.
class Database {
public:
    /// Opens the file, or with `Use::write` makes an empty one if there is none.
    Database(const std::string& path, Use use);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    [[nodiscard]] bool is_read_only() const;

    /// Runs statements that take no values and whose rows nobody wants.
    void run(const char* sql);
    /// The same, but whether it worked is all there is to know.
    bool try_to_run(const char* sql) noexcept;

    /// Runs a statement with values. Prepared once for each `sql`, which must live as long as the program.
    template <class... Values>
    void run(std::string_view sql, const Values&... values) {
        auto rows = query(sql, values...);
        while (rows.next()) {
        }
    }

    template <class... Values>
    [[nodiscard]] Rows query(std::string_view sql, const Values&... values) {
        auto& statement = prepared(sql);
        statement.bind_all(values...);
        return Rows(statement);
    }

    /// The first column of the first row; 0 if there is none.
    template <class... Values>
    [[nodiscard]] std::int64_t number(std::string_view sql, const Values&... values) {
        auto rows = query(sql, values...);
        return rows.next() ? rows->number(0) : 0;
    }

    [[nodiscard]] std::string text(std::string_view sql) {
        auto rows = query(sql);
        return rows.next() ? rows->text(0) : std::string();
    }

    /// Adds a row with a value for each column of the table.
    template <class... Values>
    void insert(std::string_view table, const Values&... values) {
        auto found = inserts_.find(table);
        if (found == inserts_.end())
            found = inserts_.emplace(table, prepare_insert(table, columns_of(values...))).first;
        found->second.bind_all(values...);
        Rows rows(found->second);
        while (rows.next()) {
        }
    }

    [[nodiscard]] std::int64_t last_row() const;

private:
    friend class Statement;

    /// Throws the error that fits a code of SQLite's.
    [[noreturn]] void fail(int code) const;
    [[nodiscard]] Statement& prepared(std::string_view sql);
    [[nodiscard]] Statement prepare_insert(std::string_view table, int columns) const;

    template <class Value>
    static void count_columns(int& count, const Value& value) {
        if constexpr (requires { value.each_column([](const auto&) {}); }) {
            value.each_column([&](const auto&) { ++count; });
        } else {
            ++count;
        }
    }
    template <class... Values>
    static int columns_of(const Values&... values) {
        int count = 0;
        (count_columns(count, values), ...);
        return count;
    }

    std::string path_;
    Use use_;
    sqlite3* handle_ = nullptr;
    std::map<std::string_view, Statement> prepared_;
    std::map<std::string_view, Statement> inserts_;
};

/// All or nothing: what is not committed is undone.
class Transaction {
public:
    explicit Transaction(Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

private:
    Database& database_;
    bool open_ = true;
};

}  // namespace sayso::sqlite
