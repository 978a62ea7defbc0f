#include "base/tables.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/built_in.h"

using namespace sayso;
using Rows = std::vector<std::vector<std::string_view>>;

TEST_CASE("a table's rows are its lines, its fields stand between tabs") {
    CHECK(table_rows("say\tstate\ndeny\tdeny\n", 2) == Rows{{"say", "state"}, {"deny", "deny"}});
    CHECK(table_rows("last line\twithout an end", 2) == Rows{{"last line", "without an end"}});
    CHECK(table_rows("", 2).empty());
}

TEST_CASE("empty lines and remarks are passed over") {
    CHECK(table_rows("# lemma\tact\n\nsay\tstate\n#\n\n", 2) == Rows{{"say", "state"}});
    CHECK(table_rows("number #1\tx\n", 2) == Rows{{"number #1", "x"}});
}

TEST_CASE("a row has at least the fields that are asked for") {
    CHECK(table_rows("a\nb\tc\td\te\n\tx\n", 3) == Rows{{"a", "", ""}, {"b", "c", "d", "e"}, {"", "x", ""}});
    CHECK(table_rows("a\t\t\n", 3) == Rows{{"a", "", ""}});
}

TEST_CASE("built-in files are the files of the project, byte for byte") {
    for (const auto& file : built_in_files()) {
        std::ifstream stream(std::filesystem::path(SAYSO_PROJECT_FOLDER) / std::string(file.path), std::ios::binary);
        std::ostringstream bytes;
        bytes << stream.rdbuf();
        CHECK_MESSAGE(stream, file.path);
        CHECK_MESSAGE(bytes.str() == file.bytes, file.path);
        CHECK(built_in_file(file.path) == file.bytes);
    }
}

TEST_CASE("a file that is not built in is the programmer's mistake") {
    CHECK_THROWS_AS(static_cast<void>(built_in_file("lexicon/no-such-file.tsv")), std::logic_error);
}

TEST_CASE("the hash of the built-in files is one SHA-256") {
    const auto hash = built_in_hash();
    CHECK(hash.size() == 64);
    CHECK(std::all_of(hash.begin(), hash.end(),
                      [](char c) { return std::string_view("0123456789abcdef").find(c) != std::string_view::npos; }));
    CHECK(built_in_hash() == hash);
}
