#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "record/invented.h"
#include "record/schema.h"
#include "sayso/error.h"
#include "sayso/record.h"

using namespace sayso;
using namespace sayso::tests;
using Access = Record::Access;

namespace {

void write(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void run_sql(const std::string& path, const std::string& sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
    CHECK(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
}

void make_record(const std::string& path, int readings = 3) {
    Record record(path, Access::write);
    for (int i = 0; i < readings; ++i) record.add(invented_reading(i));
}

template <class Error>
void refuses(const std::string& path, Access access, const std::string& what) {
    CAPTURE(path);
    CHECK_THROWS_WITH_AS(Record(path, access), doctest::Contains(what.c_str()), Error);
}

/// The same for reading and for writing, and the file is not touched.
template <class Error>
void refuses(const std::string& path, const std::string& what) {
    const auto before = read(path);
    refuses<Error>(path, Access::read, what);
    refuses<Error>(path, Access::write, what);
    CHECK(read(path) == before);
}

/// Runs `what` as a user who is not root, whom permissions do not bind; whether it returned true.
template <class What>
bool as_other_user(const What& what) {
    const auto child = fork();
    if (child == 0) {
        bool well = geteuid() != 0 || (setgid(65534) == 0 && setuid(65534) == 0);
        try {
            well = well && what();
        } catch (const std::exception&) {
            well = false;
        }
        _exit(well ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

template <class Error, class What>
bool throws(const What& what) {
    try {
        what();
    } catch (const Error&) {
        return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a record that is not there") {
    const Folder folder;
    refuses<MissingInput>(folder.file("none.sayso"), Access::read, "none.sayso: there is no such record");
    CHECK(folder.files() == 0);
    refuses<CannotWrite>(folder.file("no-folder/a.sayso"), Access::write, "its folder is not there");
    refuses<MissingInput>(folder.file("no-folder/a.sayso"), Access::read, "there is no such record");
    refuses<BadRecord>("", Access::read, "name of the record is empty");
    refuses<BadRecord>("", Access::write, "name of the record is empty");
    refuses<BadRecord>(folder.path().string(), Access::read, "this is a folder");
    refuses<BadRecord>(folder.path().string(), Access::write, "this is a folder");
    refuses<BadRecord>("/dev/null", Access::write, "not a file");
    write(folder.file("file"), "x");
    refuses<MissingInput>(folder.file("file/a.sayso"), Access::read, "");
    CHECK(folder.files() == 1);
}

TEST_CASE("names that mean something else to SQLite are names of files") {
    const Folder folder;
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    for (const auto* name : {":memory:", "file:a.sayso?mode=memory", "a b%20c#?.sayso", "ÄÖ.sayso"}) {
        make_record(name);
        CHECK(std::filesystem::exists(name));
        CHECK(Record(name, Access::read).overview().documents == 3);
    }
    std::filesystem::current_path(before);
    CHECK(folder.files() == 4);
}

TEST_CASE("a file that is no record is refused and not touched") {
    const Folder folder;
    const auto path = folder.file("a");
    write(path, "A report about a bridge.\n");
    refuses<BadRecord>(path, "a: this is not a record");
    write(path, "SQL");
    refuses<BadRecord>(path, "not a record");
    write(path, std::string(5000, '\0'));
    refuses<BadRecord>(path, "not a record");
    write(path, std::string("SQLite format 3\0", 16) + std::string(5000, 'x'));
    refuses<BadRecord>(path, "not a record");
    std::filesystem::remove(path);
    run_sql(path, "CREATE TABLE documents (number INTEGER PRIMARY KEY)");
    refuses<BadRecord>(path, "an SQLite file of another program");
}

TEST_CASE("an empty file becomes a record when it is added to, and is none before") {
    const Folder folder;
    const auto path = folder.file("a.sayso");
    write(path, "");
    refuses<BadRecord>(path, Access::read, "this file is empty");
    make_record(path);
    CHECK(Record(path, Access::read).overview().documents == 3);
}

TEST_CASE("a record of a newer version is refused with what to do") {
    const Folder folder;
    const auto path = folder.file("a.sayso");
    make_record(path);
    run_sql(path, "PRAGMA user_version = 2");
    refuses<BadRecord>(path, "written by a newer sayso (record version 2, this one knows 1): use a newer sayso");
}

TEST_CASE("a record without its tables is damaged") {
    const Folder folder;
    const auto path = folder.file("a.sayso");
    make_record(path);
    run_sql(path, "DROP TABLE zones");
    refuses<BadRecord>(path, "damaged (tables are missing)");
    run_sql(path, "PRAGMA user_version = 0");
    refuses<BadRecord>(path, "damaged");
}

TEST_CASE("a cut-off record is damaged") {
    const Folder folder;
    const auto path = folder.file("a.sayso");
    make_record(path);
    const auto whole = read(path);
    for (const std::size_t size :
         {std::size_t{50}, std::size_t{1000}, std::size_t{4096}, whole.size() / 2, whole.size() - 4096}) {
        CAPTURE(size);
        write(path, whole.substr(0, size));
        CHECK_THROWS_AS(Record(path, Access::read), BadRecord);
        CHECK_THROWS_AS(Record(path, Access::write), BadRecord);
        CHECK(read(path).size() == size);
    }
}

TEST_CASE("a garbled record gives a BadRecord sooner or later, and nothing worse") {
    const Folder folder;
    const auto path = folder.file("a.sayso");
    make_record(path);
    const auto whole = read(path);
    int refused = 0;
    for (std::size_t page = 0; page * 4096 < whole.size(); ++page) {
        for (const char with : {'\0', '\xff', 'A'}) {
            CAPTURE(page);
            auto garbled = whole;
            garbled.replace(page * 4096 + (page == 0 ? 100 : 0), 400, 400, with);
            write(path, garbled);
            try {
                Record record(path, Access::write);
                static_cast<void>(record.overview());
                for (const auto& row : record.documents()) static_cast<void>(record.reading(row.number));
                static_cast<void>(record.speakers());
                static_cast<void>(record.statements_by("orvik"));
                static_cast<void>(record.find_words("bridge"));
                auto newer = invented_reading(1);
                newer.reader.model = "rules-b";
                record.add(newer);
                record.add(invented_reading(7));
            } catch (const BadRecord&) {
                ++refused;
            } catch (const BadInput&) {  // what is left contradicts itself
                ++refused;
            }
            for (const auto* suffix : {"-journal", "-wal", "-shm"}) std::filesystem::remove(path + suffix);
        }
    }
    CHECK(refused > 20);
}

TEST_CASE("triggers and views that somebody has put into the file have no effect") {
    const Folder folder;
    const auto path = folder.file("a.sayso");
    make_record(path);
    run_sql(path,
            "CREATE TRIGGER t AFTER INSERT ON documents BEGIN DELETE FROM documents; END;"
            "CREATE VIEW mine AS SELECT * FROM documents");
    Record record(path, Access::write);
    record.add(invented_reading(5));
    CHECK(record.overview().documents == 4);
}

TEST_CASE("a record in use by another program") {
    const Folder folder;
    const auto path = folder.file("a.sayso");
    make_record(path);
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
    refuses<BadRecord>(path, Access::read, "in use by another program");
    sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    CHECK(Record(path, Access::read).overview().documents == 3);
}

TEST_CASE("a record can be read where nothing may be written") {
    const Folder folder;
    const auto path = folder.file("a.sayso");
    make_record(path);
    using std::filesystem::perms;
    const auto can_read = [&] { return Record(path, Access::read).find_words("bridge").size() == 3; };
    const auto cannot_add = [&] {
        return throws<CannotWrite>([&] { Record(path, Access::write).add(invented_reading(9)); });
    };
    std::filesystem::permissions(path, perms::owner_read | perms::group_read | perms::others_read);
    std::filesystem::permissions(folder.path(),
                                 perms::owner_read | perms::owner_exec | perms::others_read | perms::others_exec);
    CHECK(as_other_user(can_read));
    CHECK(as_other_user(cannot_add));
    CHECK(as_other_user([&] { return throws<CannotWrite>([&] { Record(folder.file("new.sayso"), Access::write); }); }));
    CHECK(folder.files() == 1);

    // A file that may be written to in a folder that may not.
    std::filesystem::permissions(path, perms::owner_all | perms::others_all);
    CHECK(as_other_user(can_read));
    CHECK(as_other_user(cannot_add));
    CHECK(folder.files() == 1);

    std::filesystem::permissions(path, perms::none);
    CHECK(as_other_user([&] { return throws<MissingInput>([&] { Record(path, Access::read); }); }));
}

TEST_CASE("a record that is moved stays usable") {
    const Folder folder;
    Record first(folder.file("a.sayso"), Access::write);
    first.add(invented_reading(0));
    Record second(std::move(first));
    second.add(invented_reading(1));
    Record third(folder.file("b.sayso"), Access::write);
    third = std::move(second);
    CHECK(third.overview().documents == 2);
}
