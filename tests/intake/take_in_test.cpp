#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/sha256.h"
#include "sayso/intake.h"
#include "sayso/json.h"

using namespace sayso;
namespace fs = std::filesystem;

namespace {

/// A folder that is there for one test.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "sayso-intake-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string write(const std::string& name, const std::string& bytes) const {
        const auto path = path_ / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
        return path.string();
    }
    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    fs::path path_;
};

struct Taken {
    std::vector<Article> articles;
    std::vector<std::string> faults;
    int missing = 0;

    [[nodiscard]] std::string texts() const {
        std::string all;
        for (const auto& article : articles) all += article.document.text + "|";
        return all;
    }
};

Taken take(const std::vector<std::string>& inputs, const Limits& limits = {}) {
    Taken taken;
    take_in(
        inputs, limits,
        [&](Article&& article) {
            taken.articles.push_back(std::move(article));
            return true;
        },
        [&](const Error& fault) {
            taken.faults.emplace_back(fault.what());
            taken.missing += dynamic_cast<const MissingInput*>(&fault) != nullptr ? 1 : 0;
        });
    return taken;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string gzip(const std::string& bytes) {
    z_stream state{};
    REQUIRE(deflateInit2(&state, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&state, bytes.size()) + 32, '\0');
    state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    state.avail_in = static_cast<uInt>(bytes.size());
    state.next_out = reinterpret_cast<Bytef*>(out.data());
    state.avail_out = static_cast<uInt>(out.size());
    REQUIRE(deflate(&state, Z_FINISH) == Z_STREAM_END);
    out.resize(state.total_out);
    deflateEnd(&state);
    return out;
}

std::string zstd(const std::string& bytes) {
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
    return out;
}

/// Text that packs badly, so that a packed file can be cut in its middle.
std::string noise(std::size_t lines) {
    std::string all;
    for (std::size_t i = 0; i < lines; ++i) {
        all += R"({"id":)" + std::to_string(i) + R"(,"text":")" + sha256_hex(std::to_string(i)) + "\"}\n";
    }
    return all;
}

const std::string two_lines = "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\"Two.\"}\n";

}  // namespace

TEST_CASE("plain text and JSON Lines are told by their content, packed or not") {
    const Folder folder;
    for (const auto& pack : {+[](const std::string& s) { return s; }, +[](const std::string& s) { return gzip(s); },
                             +[](const std::string& s) { return zstd(s); }}) {
        const auto text = take({folder.write("a", pack("The bridge fell.\n"))});
        REQUIRE(text.articles.size() == 1);
        CHECK(text.articles[0].document.text == "The bridge fell.\n");
        CHECK_FALSE(text.articles[0].given_id);
        CHECK(text.articles[0].origin == folder.path() + "/a");
        const auto lines = take({folder.write("b", pack(two_lines))});
        REQUIRE(lines.articles.size() == 2);
        CHECK(lines.articles[1].given_id == "b");
        CHECK(lines.articles[1].origin == folder.path() + "/b, line 2");
        CHECK(text.faults.empty());
        CHECK(lines.faults.empty());
    }
}

TEST_CASE("a packed file of several members or frames is read to its end") {
    const Folder folder;
    CHECK(
        take({folder.write("a", gzip("{\"text\":\"One.\"}\n") + gzip("{\"text\":\"Two.\"}\n") + std::string(20, '\0'))})
            .texts() == "One.|Two.|");
    CHECK(take({folder.write("b", zstd("{\"text\":\"One.\"}\n") + zstd("{\"text\":\"Two.\"}\n"))}).texts() ==
          "One.|Two.|");
}

TEST_CASE("a packed file that is cut off gives the reports before the cut") {
    const Folder folder;
    const auto lines = noise(5000);
    for (const auto& whole : {gzip(lines), zstd(lines), gzip(two_lines), zstd(two_lines)}) {
        const auto cut = whole.substr(0, whole.size() - 4);
        const auto taken = take({folder.write("a.jsonl.gz", cut)});
        REQUIRE(taken.faults.size() == 1);
        CHECK(contains(taken.faults[0], "a.jsonl.gz: the "));
        CHECK(contains(taken.faults[0], "is cut off at byte " + std::to_string(cut.size())));
        // What is lost is the last block, at most 128 kB or some 1,600 lines, as large as the packer made it.
        CHECK((taken.articles.size() > 3300 || whole.size() < 200));
    }
    const auto half = take({folder.write("half", gzip(lines).substr(0, gzip(lines).size() / 2))});
    CHECK(half.articles.size() > 1500);
    CHECK(half.articles.size() < 3500);
    const auto text = take({folder.write("text.gz", gzip("The bridge fell.").substr(0, 30))});
    CHECK(text.articles.empty());
    CHECK(text.faults.size() == 1);
}

TEST_CASE("broken packing says where, and what stood before it is read") {
    const Folder folder;
    auto packed = gzip(two_lines) + "no gzip";
    const auto taken = take({folder.write("a", packed)});
    CHECK(taken.articles.size() == 2);
    REQUIRE(taken.faults.size() == 1);
    CHECK(contains(taken.faults[0], "the gzip data is broken at about byte "));
    packed = zstd(noise(50));
    packed[packed.size() / 2] = static_cast<char>(packed[packed.size() / 2] ^ 0x55);
    packed.replace(6, 4, "\xFF\xFF\xFF\xFF");
    CHECK(contains(take({folder.write("b", packed)}).faults.at(0), "zstd data is broken"));
}

TEST_CASE("what unpacks to too much, or is packed twice, is refused") {
    const Folder folder;
    Limits limits;
    limits.unpacked_bytes = 100'000;
    std::string lines;
    for (int i = 0; i < 10'000; ++i) lines += "{\"text\":\"The bridge.\"}\n";
    for (const auto& bomb : {gzip(lines), zstd(lines)}) {
        const auto taken = take({folder.write("bomb", bomb)}, limits);
        REQUIRE(taken.faults.size() == 1);
        CHECK(contains(taken.faults[0], "unpacks to more than 100000 bytes"));
        CHECK(taken.articles.size() < 5'000);
    }
    CHECK(contains(take({folder.write("twice", gzip(zstd(two_lines)))}).faults.at(0), "packed file inside"));
}

TEST_CASE("a line that is no report says so with its number, and the others are read") {
    const Folder folder;
    const auto path = folder.write(
        "a.jsonl",
        "{\"text\":\"One.\"}\n[1,2]\n\n{\"text\":7}\n{\"html\":\"<p>x\"}\n{\"title\":\"t\"}\n{\"text\":\"cut\n"
        "{\"text\":\"Two.\"}\n");
    const auto taken = take({path});
    CHECK(taken.texts() == "One.|Two.|");
    REQUIRE(taken.faults.size() == 5);
    CHECK(taken.faults[0] ==
          path +
              ", line 2: this is not a JSON object (it begins with “[1,2]”); write one object for each "
              "report; the other lines are read");
    CHECK(contains(taken.faults[1], ", line 4: the field “text” is not a text"));
    CHECK(contains(taken.faults[2], ", line 5: there is a web page in it but no text"));
    CHECK(contains(taken.faults[3], ", line 6: there is no text in it"));
    CHECK(contains(taken.faults[4], ", line 7: this is not valid JSON at its byte "));
    CHECK(taken.missing == 0);
}

TEST_CASE("JSON Lines may begin with lines that are none") {
    const Folder folder;
    const auto taken = take({folder.write("a", "# a remark\n\n" + two_lines)});
    CHECK(taken.texts() == "One.|Two.|");
    REQUIRE(taken.faults.size() == 1);
    CHECK(contains(taken.faults[0], ", line 1: this is not a JSON object"));
}

TEST_CASE("a text that begins with a bracket is a text") {
    const Folder folder;
    for (const std::string text :
         {"{Updated} The bridge fell.", "{\"Bridge\" fell, they said.", "[Norvale] The bridge fell.\n{}\n", "{",
          "[1] The bridge fell.", "\"{\" is a brace."}) {
        const auto taken = take({folder.write("a", text)});
        CHECK(taken.faults.empty());
        CHECK(taken.texts() == text + "|");
    }
}

TEST_CASE("one object over several lines, and lists of objects, are read") {
    const Folder folder;
    CHECK(take({folder.write("a", "{\n  \"id\": 7,\n  \"text\": \"A {brace} and \\\"marks\\\".\"\n}\n")}).texts() ==
          "A {brace} and \"marks\".|");
    const auto list = take({folder.write("b", "[\n{\n\"text\": \"One.\"},\n 5, {\"text\": \"Two.\"}]")});
    CHECK(list.texts() == "One.|Two.|");
    REQUIRE(list.faults.size() == 1);
    CHECK(contains(list.faults[0], "/b, entry 2: this is not a JSON object"));
    CHECK(list.articles[1].origin == folder.path() + "/b, entry 3");
    CHECK(take({folder.write("c", "[{\"text\":\"One.\"},{\"text\":\"Two.\"}]")}).texts() == "One.|Two.|");
    CHECK(take({folder.write("d", "{\n\"text\": \"One.\"\n}\n{\n\"text\": \"Two.\"\n}\n")}).texts() == "One.|Two.|");
    const auto cut = take({folder.write("e", "[\n{\"text\": \"One.\"},\n{\"text\": \"Tw")});
    CHECK(cut.texts() == "One.|");
    CHECK(contains(cut.faults.at(0), "entry 2: the file ends inside of this entry"));
}

TEST_CASE("a line over the limit is passed over, the others are read") {
    const Folder folder;
    const Limits limits{1000, 1'000'000};
    const std::string longer(200'000, 'a');
    const auto middle =
        take({folder.write("a", "{\"text\":\"One.\"}\n{\"text\":\"" + longer + "\"}\n{\"text\":\"Two.\"}\n")}, limits);
    CHECK(middle.texts() == "One.|Two.|");
    CHECK(contains(middle.faults.at(0), "/a, line 2: the line is longer than 1000 bytes"));
    const auto first = take({folder.write("b", longer + "\n{\"text\":\"Two.\"}\n")}, limits);
    CHECK(first.texts() == "Two.|");
    CHECK(contains(first.faults.at(0), "/b, line 1: the line is longer than 1000 bytes"));
    const auto list = take({folder.write("c", "[{\"text\":\"" + longer + "\"},{\"text\":\"Two.\"}]")}, limits);
    CHECK(list.texts() == "Two.|");
    CHECK(contains(list.faults.at(0), "/c, entry 1: the entry is larger than 1000 bytes"));
    for (const auto& text : {longer, std::string("The bridge.\n") + longer, std::string(2000, '\n')}) {
        CHECK(
            contains(take({folder.write("d", text)}, limits).faults.at(0), "/d: the report is larger than 1000 bytes"));
    }
}

TEST_CASE("JSON Lines in UTF-16 and with a byte order mark") {
    const Folder folder;
    CHECK(take({folder.write("a", "\xEF\xBB\xBF" + two_lines)}).texts() == "One.|Two.|");
    std::string utf16 = "\xFF\xFE";
    for (const char c : two_lines) utf16 += std::string{c, '\0'};
    CHECK(take({folder.write("b", utf16)}).texts() == "One.|Two.|");
}

TEST_CASE("the fields that news-please and trafilatura write") {
    const Folder folder;
    const auto taken = take({folder.write(
        "a",
        R"({"authors": ["Lena Orvik", "Tom de Wit"], "date_download": "2024-05-25 01:00:00", "date_publish": "2024-05-24 10:00:00", "description": "d", "language": "en", "maintext": "One.", "source_domain": "news.example", "text": null, "title": "Bridge", "url": "https://news.example/1"})"
        "\n"
        R"({"title": "Bridge", "author": "Lena Orvik; Tom de Wit", "hostname": "news.example", "date": "2024-05-24", "fingerprint": "f", "id": null, "license": null, "comments": "", "raw_text": "raw", "text": "One.", "language": "en", "image": null, "source": "https://news.example/1", "source-hostname": "Sel News", "excerpt": "e", "categories": "", "tags": ""})"
        "\n")});
    REQUIRE(taken.articles.size() == 2);
    CHECK(taken.faults.empty());
    for (const auto& article : taken.articles) {
        const auto& document = article.document;
        CHECK(document.text == "Bridge\n\nOne.");
        CHECK(document.authors == std::vector<std::string>{"Lena Orvik", "Tom de Wit"});
        CHECK(document.url == "https://news.example/1");
        CHECK(document.language == "en");
        CHECK(document.title == "Bridge");
        CHECK_FALSE(article.given_id);
    }
    CHECK(taken.articles[0].document.outlet == "news.example");
    CHECK(taken.articles[1].document.outlet == "Sel News");
    CHECK(taken.articles[0].document.published == "2024-05-24T10:00:00");
    CHECK(taken.articles[1].document.published == "2024-05-24");
}

TEST_CASE("empty values are absent, numbers are ids, names of authors may be objects") {
    const Folder folder;
    const auto taken = take({folder.write(
        "a",
        R"({"id": 42, "url": "", "outlet": null, "authors": [{"name": "Lena Orvik", "age": 7}, null, " "], "published": "None", "text": "One."})")});
    REQUIRE(taken.articles.size() == 1);
    const auto& article = taken.articles[0];
    CHECK(article.given_id == "42");
    CHECK_FALSE(article.document.url);
    CHECK_FALSE(article.document.outlet);
    CHECK_FALSE(article.document.published);
    CHECK(article.document.authors == std::vector<std::string>{"Lena Orvik"});
    for (const std::string line :
         {R"({"text":"a","title":[1]})", R"({"text":"a","id":{}})", R"({"text":"a","published":true})"}) {
        CHECK(contains(take({folder.write("b", line)}).faults.at(0), "the field “"));
    }
}

TEST_CASE("what Sayso wrote is taken again as it was") {
    const Folder folder;
    const auto article =
        take({folder.write("a", R"({"id":"x","title":"Bridge falls","text":"Two were killed – both in Norvale."})")})
            .articles.at(0);
    const auto again = take({folder.write("b", to_json(article) + "\n")}).articles.at(0);
    CHECK(to_json(again) == to_json(article));
    Reading reading;
    reading.reader = {"0.1.0", "m"};
    reading.given_id = "x";
    reading.document = article.document;
    CHECK(to_json(take({folder.write("c", to_json(reading))}).articles.at(0)) == to_json(article));
    reading.document.text += "!";
    CHECK(contains(take({folder.write("d", to_json(reading))}).faults.at(0), "id is not that of its text"));
}

TEST_CASE("a folder is walked by name; hidden files, other files and links in a circle are left alone") {
    const Folder folder;
    folder.write("b.txt", "B");
    folder.write("a/z.jsonl.gz", gzip("{\"text\":\"Z\"}\n"));
    folder.write("a/README", "R");
    folder.write("a.md", "A");
    folder.write(".hidden.txt", "H");
    folder.write(".git/config", "G");
    folder.write("picture.png", "P");
    folder.write("data.csv", "C");
    fs::create_directory_symlink(folder.path(), fs::path(folder.path()) / "a" / "circle");
    const auto taken = take({folder.path()});
    CHECK(taken.texts() == "R|Z|A|B|");
    CHECK(taken.faults.empty());
    CHECK(take({folder.path() + "/data.csv"}).texts() == "C|");
}

TEST_CASE("what is not there is a missing input, and the next input is read") {
    const Folder folder;
    folder.write("x/picture.png", "P");
    const auto text = folder.write("y.txt", "Y");
    const auto taken = take({folder.path() + "/none.txt", folder.path() + "/x", text});
    CHECK(taken.texts() == "Y|");
    CHECK(taken.missing == 2);
    CHECK(taken.faults.at(0) == folder.path() + "/none.txt: there is no such file or folder; check the name");
    CHECK(contains(taken.faults.at(1), "/x: the folder holds no reports: "));
    CHECK(contains(take({folder.write("empty.txt", "")}).faults.at(0), "the file is empty"));
}

TEST_CASE("the sink ends the intake, and what it throws is the caller's") {
    const Folder folder;
    const auto path = folder.write("a", two_lines + two_lines);
    int count = 0;
    take_in(
        {path, path}, {}, [&](Article&&) { return ++count < 3; }, [](const Error&) {});
    CHECK(count == 3);
    int faults = 0;
    const auto throwing = [](Article&&) -> bool { throw BadInput("mine"); };
    CHECK_THROWS_AS(take_in({path}, {}, throwing, [&](const Error&) { ++faults; }), BadInput);
    CHECK(faults == 0);
}
