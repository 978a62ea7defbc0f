#include "analyse/model_file.h"

#include <doctest/doctest.h>

#include <cstring>
#include <limits>
#include <string>

#include "analyse/tiny_network.h"
#include "sayso/error.h"

using namespace sayso;
using analyse::ModelFile;
using tests::ModelWriter;
using tests::TemporaryFile;

namespace {

std::string small_file() {
    ModelWriter writer;
    writer.text("words", "one\ntwo\n\nfour");
    writer.text("nothing", "");
    writer.floats("numbers", {2, 2}, {1, 2, 3, -4});
    writer.whole("whole", {2, 3}, std::string("\x01\x02\xC1\x3F\x00\xFF", 6));
    writer.floats("whole.scale", {2}, {0.5F, 0.25F});
    return writer.bytes();
}

template <class Fault>
void refuses(const std::string& path, std::string_view sentence) {
    try {
        const ModelFile file(path);
        FAIL_CHECK("opened: ", path);
    } catch (const Fault& fault) {
        INFO(fault.what());
        CHECK(std::string_view(fault.what()).find(sentence) != std::string_view::npos);
        CHECK(std::string_view(fault.what()).starts_with(path + ": "));
    }
}

void refuses_bytes(const std::string& bytes, std::string_view sentence) {
    const TemporaryFile file(bytes);
    refuses<BadModel>(file.path(), sentence);
}

template <class Value>
std::string with(std::string bytes, std::size_t at, Value value) {
    std::memcpy(bytes.data() + at, &value, sizeof value);
    return bytes;
}

/// Where the first section's entry lies: its name's length, "words", kind, dimensions, one size, offset, bytes.
constexpr std::size_t entry = 64;
constexpr std::size_t entry_kind = entry + 4 + 5;

}  // namespace

TEST_CASE("a weights file gives what was written") {
    const TemporaryFile temporary(small_file());
    const ModelFile file(temporary.path());
    CHECK(file.hash().size() == 64);
    CHECK(file.lines("words") == std::vector<std::string_view>{"one", "two", "", "four"});
    CHECK(file.lines("nothing").empty());
    CHECK(file.floats("numbers", 4)[3] == -4);
    const auto floats = file.matrix("numbers", 2, 2);
    CHECK_FALSE(floats.whole_numbers());
    CHECK(floats.floats[1] == 2);
    const auto whole = file.matrix("whole", 2, 3);
    CHECK(whole.whole_numbers());
    CHECK(whole.bytes[2] == -63);
    CHECK(whole.scales[1] == 0.25F);
}

TEST_CASE("a section that is absent or another than it should be is named") {
    const TemporaryFile temporary(small_file());
    const ModelFile file(temporary.path());
    CHECK_THROWS_WITH_AS(static_cast<void>(file.text("other")), doctest::Contains("no section other"), BadModel);
    CHECK_THROWS_WITH_AS(static_cast<void>(file.text("numbers")), doctest::Contains("another kind"), BadModel);
    CHECK_THROWS_WITH_AS(static_cast<void>(file.floats("numbers", 3)), doctest::Contains("4 values instead of 3"),
                         BadModel);
    CHECK_THROWS_WITH_AS(static_cast<void>(file.matrix("whole", 3, 2)), doctest::Contains("not 3 by 2"), BadModel);
}

TEST_CASE("what is no weights file is refused with a sentence that says so") {
    refuses<BadModel>("/nowhere/english.model", "No such file");
    refuses<BadModel>(std::filesystem::temp_directory_path().string(), "Is a directory");
    refuses_bytes("", "the file is empty");
    refuses_bytes("hello", "this is not a file of weights");
    refuses_bytes(with(small_file(), 0, 'X'), "this is not a file of weights");
    refuses_bytes("SAYSO", "the file is cut off");
    refuses_bytes(with(small_file(), 8, std::uint32_t{2}),
                  "newer version (file 2, network 3; this sayso knows file 1, network 3)");
    refuses_bytes(with(small_file(), 12, std::uint32_t{9}), "newer version (file 1, network 9;");
    refuses_bytes(with(small_file(), 8, std::uint32_t{0}), "no version");
    refuses_bytes(with(small_file(), 12, std::uint32_t{2}), "older version (network 2; this sayso knows network 3)");
}

TEST_CASE("a weights file that is cut off anywhere, or too long, is refused") {
    const auto whole = small_file();
    for (std::size_t size = 1; size < whole.size(); ++size) {
        const TemporaryFile file(whole.substr(0, size));
        CHECK_THROWS_AS(ModelFile{file.path()}, BadModel);
    }
    refuses_bytes(whole + "x", "bytes and has");
}

TEST_CASE("a weights file with any bit flipped is refused") {
    const auto whole = small_file();
    for (std::size_t bit = 0; bit < 8 * whole.size(); bit += 3) {
        auto flipped = whole;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        const TemporaryFile file(flipped);
        CHECK_THROWS_AS(ModelFile{file.path()}, BadModel);
    }
}

TEST_CASE("a weights file that is wrong in itself is refused, though its hash is right") {
    const auto whole = small_file();
    const auto refuses_with = [&](std::size_t at, auto value, std::string_view sentence) {
        refuses_bytes(ModelWriter::sealed(with(whole, at, value)), sentence);
    };
    constexpr auto most32 = std::numeric_limits<std::uint32_t>::max();
    constexpr auto most64 = std::numeric_limits<std::uint64_t>::max();
    refuses_with(56, most32, "too many sections");
    refuses_with(56, std::uint32_t{4000}, "damaged");
    refuses_with(entry, most32, "name is too long");
    refuses_with(entry_kind, std::uint8_t{3}, "unknown kind");
    refuses_with(entry_kind + 1, std::uint8_t{0}, "dimensions");
    refuses_with(entry_kind + 1, std::uint8_t{255}, "dimensions");
    refuses_with(entry_kind + 2, most32, "size and dimensions differ");
    refuses_with(entry_kind + 2, std::uint32_t{0}, "size and dimensions differ");
    refuses_with(entry_kind + 6, most64 - 63, "does not lie within the file");
    refuses_with(entry_kind + 6, std::uint64_t{1}, "does not lie within the file");
    refuses_with(entry_kind + 6, std::uint64_t{whole.size() / 64 * 64}, "does not lie within the file");
    refuses_with(entry_kind + 14, most64, "does not lie within the file");
}
