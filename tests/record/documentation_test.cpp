#include <doctest/doctest.h>
#include <sqlite3.h>

#include <fstream>
#include <map>
#include <set>

#include "record/invented.h"
#include "sayso/record.h"

using namespace sayso;
using namespace sayso::tests;

namespace {

using Columns = std::map<std::string, std::set<std::string>>;  ///< of tables and views

std::string documentation() {
    std::ifstream file(std::string(SAYSO_PROJECT_FOLDER) + "/docs/record.md");
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The columns named in backquotes in the first cells of the tables below each "### heading".
Columns documented() {
    Columns all;
    std::string section;
    std::ifstream file(std::string(SAYSO_PROJECT_FOLDER) + "/docs/record.md");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("#")) section = line.starts_with("### ") ? line.substr(4) : "";
        if (section.empty() || !line.starts_with("| `")) continue;
        const auto cell = line.substr(0, line.find(" | "));
        for (auto begin = cell.find('`'); begin != std::string::npos;) {
            const auto end = cell.find('`', begin + 1);
            REQUIRE(end != std::string::npos);
            all[section].insert(cell.substr(begin + 1, end - begin - 1));
            begin = cell.find('`', end + 1);
        }
    }
    return all;
}

Columns in_a_record(const std::string& path) {
    Columns all;
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
    const auto tell = [](void* to, int, char** values, char**) {
        (*static_cast<Columns*>(to))[values[0]].insert(values[1]);
        return 0;
    };
    REQUIRE(sqlite3_exec(
                handle,
                "SELECT t.name, c.name FROM pragma_table_list t, pragma_table_info(t.name) c "
                "WHERE t.schema = 'main' AND t.type IN ('table', 'view', 'virtual') AND t.name NOT LIKE 'sqlite_%'",
                tell, &all, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
    return all;
}

}  // namespace

TEST_CASE("docs/record.md names every table, view and column, and no others") {
    const Folder folder;
    const auto path = folder.file("a.sayso");
    { const Record record(path, Record::Access::write); }
    const auto told = documented();
    const auto there = in_a_record(path);
    for (const auto& table : there) {
        CAPTURE(table.first);
        REQUIRE(told.contains(table.first));
        CHECK(told.at(table.first) == table.second);
    }
    for (const auto& table : told) CHECK_MESSAGE(there.contains(table.first), table.first);
}

TEST_CASE("the queries in docs/record.md run") {
    const Folder folder;
    const auto path = folder.file("a.sayso");
    Record(path, Record::Access::write).add(invented_reading());
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
    const auto text = documentation();
    int queries = 0;
    for (auto begin = text.find("```sql\n"); begin != std::string::npos; begin = text.find("```sql\n", begin)) {
        begin += 7;
        const auto query = text.substr(begin, text.find("```", begin) - begin);
        int rows = 0;
        char* error = nullptr;
        const auto count = [](void* to, int, char**, char**) {
            ++*static_cast<int*>(to);
            return 0;
        };
        const int code = sqlite3_exec(handle, query.c_str(), count, &rows, &error);
        CHECK_MESSAGE(code == SQLITE_OK, query << (error ? error : ""));
        CHECK_MESSAGE(rows > 0, query);
        sqlite3_free(error);
        ++queries;
    }
    sqlite3_close(handle);
    CHECK(queries == 4);
}
