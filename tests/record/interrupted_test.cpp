#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>

#include "record/faulty_vfs.h"
#include "record/invented.h"
#include "sayso/error.h"
#include "sayso/record.h"

using namespace sayso;
using namespace sayso::tests;

namespace {

constexpr int readings = 2;

/// The file as SQLite itself sees it.
class Raw {
public:
    explicit Raw(const std::string& path) { REQUIRE(sqlite3_open(path.c_str(), &handle_) == SQLITE_OK); }
    Raw(const Raw&) = delete;
    Raw& operator=(const Raw&) = delete;
    ~Raw() { sqlite3_close(handle_); }

    /// All values of all rows, one a line.
    std::string ask(const std::string& sql) {
        std::string out;
        char* error = nullptr;
        const auto tell = [](void* to, int columns, char** values, char**) {
            for (int i = 0; i < columns; ++i)
                *static_cast<std::string*>(to) += std::string(values[i] ? values[i] : "-") + "\n";
            return 0;
        };
        const int code = sqlite3_exec(handle_, sql.c_str(), tell, &out, &error);
        CHECK_MESSAGE(code == SQLITE_OK, sql << ": " << (error ? error : ""));
        sqlite3_free(error);
        return out;
    }

private:
    sqlite3* handle_ = nullptr;
};

void check_whole(const std::string& path) {
    Raw raw(path);
    CHECK(raw.ask("PRAGMA integrity_check") == "ok\n");
    CHECK(raw.ask("PRAGMA foreign_key_check").empty());
    raw.ask("INSERT INTO full_text (full_text, rank) VALUES ('integrity-check', 1)");
    raw.ask("SELECT * FROM readings");
}

/// Everything in the record's tables.
std::string contents(const std::string& path) {
    Raw raw(path);
    std::string all;
    for (const auto* table :
         {"documents",    "readings",     "authors",      "zones",          "entities",       "mentions",
          "roles",        "affiliations", "times",        "events",         "event_mentions", "event_told_by",
          "participants", "tolls",        "toll_told_by", "statements",     "contents",       "quoted",
          "via",          "about",        "blames",       "warning_answers"}) {
        all += raw.ask(std::string("SELECT * FROM ") + table);
    }
    return all;
}

/// Adds all readings; returns how many came in before something went wrong.
int add_all_readings(const std::string& path) {
    int added = 0;
    Record record(path, Record::Access::write);
    for (int i = 0; i < readings; ++i) {
        try {
            record.add(invented_reading(i));
        } catch (const CannotWrite&) {
            return added;
        }
        ++added;
    }
    return added;
}

/// After a kill the record is not there yet, still empty, or holds whole documents.
void check_what_can_be_read(const std::string& path) {
    try {
        const Record record(path, Record::Access::read);
        for (const auto& document : record.documents()) {
            CHECK(record.reading(document.number) == invented_reading(static_cast<int>(document.number) - 1));
        }
    } catch (const MissingInput&) {
    } catch (const BadRecord& error) {
        CHECK(std::string(error.what()).find("is empty") != std::string::npos);
    }
}

std::string contents_of_a_quiet_run() {
    const Folder folder;
    add_all_readings(folder.file("a.sayso"));
    return contents(folder.file("a.sayso"));
}

}  // namespace

TEST_CASE("a disk that is full or breaks at any moment costs no document that was added before") {
    const auto expected = contents_of_a_quiet_run();
    for (const auto fault :
         {Fault::full_once, Fault::full_from_then_on, Fault::broken_once, Fault::broken_from_then_on}) {
        bool struck = true;
        for (int at = 1; struck; ++at) {
            CAPTURE(static_cast<int>(fault));
            CAPTURE(at);
            const Folder folder;
            const auto path = folder.file("a.sayso");
            const FaultyVfs vfs(fault, at);
            int added = 0;
            bool made = true;
            try {
                added = add_all_readings(path);
            } catch (const CannotWrite&) {
                made = false;
            }
            struck = FaultyVfs::has_struck();
            FaultyVfs::heal();
            if (made) {
                check_whole(path);
                CHECK(Record(path, Record::Access::read).overview().documents == static_cast<std::uint64_t>(added));
            } else {
                CHECK(folder.files() == 0);
            }
            CHECK(add_all_readings(path) == readings);
            CHECK(contents(path) == expected);
            CHECK(folder.files() == 1);
            REQUIRE(at < 5000);
        }
    }
}

TEST_CASE("a program killed at any moment leaves whole documents, and running it again adds the others") {
    const auto expected = contents_of_a_quiet_run();
    bool killed = true;
    for (int at = 1; killed; ++at) {
        CAPTURE(at);
        const Folder folder;
        const auto path = folder.file("a.sayso");
        const FaultyVfs vfs(Fault::none, 0);
        const auto child = fork();
        if (child == 0) {
            fault_plan = {Fault::killed, at, 0};
            add_all_readings(path);
            _exit(0);
        }
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        killed = WIFSIGNALED(status);
        if (at % 2 == 0) check_what_can_be_read(path);
        CHECK(add_all_readings(path) == readings);
        check_whole(path);
        CHECK(contents(path) == expected);
        CHECK(folder.files() == 1);
        REQUIRE(at < 5000);
    }
}

TEST_CASE("a program killed while it replaces a reading leaves the old one or the new one") {
    auto newer = invented_reading(1);
    newer.reader.model = "rules-b";
    newer.statements.resize(2);
    newer.statements[1].warns_of->answered_by.clear();
    bool killed = true;
    for (int at = 1; killed; ++at) {
        CAPTURE(at);
        const Folder folder;
        const auto path = folder.file("a.sayso");
        const FaultyVfs vfs(Fault::none, 0);
        add_all_readings(path);
        const auto child = fork();
        if (child == 0) {
            fault_plan = {Fault::killed, at, 0};
            Record(path, Record::Access::write).add(newer);
            _exit(0);
        }
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        killed = WIFSIGNALED(status);
        {
            const Record record(path, Record::Access::read);
            const auto now = record.reading(2);
            CHECK((now == newer || now == invented_reading(1)));
            CHECK(record.statements_by("Orvik").size() == 4);
            CHECK(record.statements_by("official").size() == (now == newer ? 1 : 2));
        }
        check_whole(path);
        REQUIRE(at < 5000);
    }
}

TEST_CASE("two programs that add the same documents at once end with one copy of each") {
    const Folder folder;
    const auto path = folder.file("a.sayso");
    constexpr int many = 25;
    std::vector<pid_t> children;
    for (int i = 0; i < 3; ++i) {
        const auto child = fork();
        if (child == 0) {
            int code = 1;
            try {
                Record record(path, Record::Access::write);
                for (int n = 0; n < many; ++n) record.add(invented_reading(n));
                code = 0;
            } catch (const std::exception&) {
            }
            _exit(code);
        }
        children.push_back(child);
    }
    for (const auto child : children) {
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 0);
    }
    check_whole(path);
    CHECK(Record(path, Record::Access::read).overview().documents == many);
    CHECK(folder.files() == 1);
}

TEST_CASE("one who reads sees documents come in whole while another adds them") {
    const Folder folder;
    const auto path = folder.file("a.sayso");
    Record writer(path, Record::Access::write);
    writer.add(invented_reading(0));
    const Record reader(path, Record::Access::read);
    for (int i = 1; i < 10; ++i) {
        writer.add(invented_reading(i));
        CHECK(reader.overview().documents == static_cast<std::uint64_t>(i + 1));
        CHECK(reader.reading(i + 1) == invented_reading(i));
    }
}
