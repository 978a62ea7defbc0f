#include "sayso/flow.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "sayso/json.h"

using namespace sayso;

namespace {

/// A folder of its own with invented reports, which goes when the test ends.
class Reports {
public:
    explicit Reports(int reports) {
        auto name = (std::filesystem::temp_directory_path() / "sayso-flow-XXXXXX").string();
        if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
        path_ = name;
        std::filesystem::create_directory(path_ / "reports");
        for (int i = 0; i < reports; ++i) write("report" + std::to_string(1000 + i), report(i));
    }
    Reports(const Reports&) = delete;
    Reports& operator=(const Reports&) = delete;
    ~Reports() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / "reports" / (name + ".txt"), std::ios::binary) << text;
    }
    [[nodiscard]] std::vector<std::string> inputs() const { return {(path_ / "reports").string()}; }
    [[nodiscard]] std::string record() const { return (path_ / "a.sayso").string(); }

    /// Reports of very different lengths.
    static std::string report(int number) {
        std::string text = "Flood in valley " + std::to_string(number) + "\n\n";
        for (int i = 0; i <= (number * 13) % 40; ++i) {
            text += "“The water rose by " + std::to_string(i + 2) +
                    " metres,” said Mayor Ilse Brandt on Tuesday. At least " + std::to_string(number + 2) +
                    " people were killed, according to police.\n\n";
        }
        return text;
    }

private:
    std::filesystem::path path_;
};

/// Lexicons and gazetteer are loaded once for all tests.
const Analyser& analyser() {
    static const Analyser it;
    return it;
}
const Reader& reader() {
    static const Reader it;
    return it;
}

FlowOptions with_threads(unsigned threads) {
    FlowOptions options;
    options.threads = threads;
    return options;
}

void no_faults(const Error& fault) {
    FAIL_CHECK(fault.what());
}

std::vector<std::string> readings(const Reports& reports, unsigned threads) {
    std::vector<std::string> lines;
    const auto sink = [&](Reading&& reading) {
        lines.push_back(to_json(reading));
        return true;
    };
    read_all(reports.inputs(), analyser(), reader(), with_threads(threads), sink, no_faults);
    return lines;
}

AddCounts add(const Reports& reports, unsigned threads = 2) {
    Record record(reports.record(), Record::Access::write);
    return add_all(reports.inputs(), analyser(), reader(), record, with_threads(threads), no_faults);
}

}  // namespace

TEST_CASE("readings are the same, and in the same order, with any number of threads") {
    const Reports reports(40);
    const auto with_one = readings(reports, 1);
    CHECK(with_one.size() == 40);
    CHECK(std::set(with_one.begin(), with_one.end()).size() == 40);
    for (const unsigned threads : {0U, 2U, 8U}) CHECK(readings(reports, threads) == with_one);
}

TEST_CASE("analyses are the same, and in the same order, with any number of threads") {
    const Reports reports(20);
    const auto analyses = [&](unsigned threads) {
        std::vector<Analysis> all;
        const auto sink = [&](Analysis&& analysis) {
            all.push_back(std::move(analysis));
            return true;
        };
        analyse_all(reports.inputs(), analyser(), with_threads(threads), sink, no_faults);
        return all;
    };
    const auto with_one = analyses(1);
    CHECK(with_one.size() == 20);
    for (const unsigned threads : {2U, 8U}) CHECK(analyses(threads) == with_one);
}

TEST_CASE("a reading knows its reader, so that the record can tell what to read again") {
    const auto article = make_article({{}, {}, {}, {}, {}, {}, {}, Reports::report(1), "report"});
    CHECK(read_article(article, analyser(), reader()).reader.model == analyser().model());
}

TEST_CASE("what is added is the readings, and nothing is added twice") {
    const Reports reports(30);
    const auto lines = readings(reports, 1);
    auto counts = add(reports);
    CHECK(counts.added == 30);
    CHECK(counts.already_there == 0);
    counts = add(reports, 1);
    CHECK(counts.added == 0);
    CHECK(counts.reread == 0);
    CHECK(counts.already_there == 30);
    const Record record(reports.record(), Record::Access::read);
    REQUIRE(record.overview().documents == 30);
    for (int i = 0; i < 30; ++i) CHECK(to_json(record.reading(i + 1)) == lines[i]);
}

TEST_CASE("a report that comes twice in one input is added once") {
    const Reports reports(3);
    reports.write("again", Reports::report(1));
    for (const unsigned threads : {4U, 1U}) {
        CAPTURE(threads);
        const auto counts = add(reports, threads);
        CHECK(counts.added + counts.already_there == 4);
        CHECK(counts.added == (threads == 4U ? 3 : 0));
    }
}

TEST_CASE("what another version has read is read again") {
    const Reports reports(4);
    add(reports);
    {
        Record record(reports.record(), Record::Access::write);
        auto older = record.reading(2);
        older.reader.model = "an older one";
        older.statements.clear();
        older.events.clear();
        CHECK(record.add(older) == Record::Added::reread);
    }
    const auto counts = add(reports);
    CHECK(counts.added == 0);
    CHECK(counts.reread == 1);
    CHECK(counts.already_there == 3);
    CHECK(to_json(Record(reports.record(), Record::Access::read).reading(2)) == readings(reports, 1)[1]);
}

TEST_CASE("an input that cannot be read is told, and the others are read") {
    const Reports reports(5);
    reports.write("report1001b", std::string("\x7f"
                                             "ELF\0\0\0\0\1\2\3\0",
                                             12));
    for (const unsigned threads : {1U, 4U}) {
        CAPTURE(threads);
        std::vector<std::string> faults;
        std::size_t count = 0;
        auto inputs = reports.inputs();
        inputs.insert(inputs.begin(), reports.record() + ".not-there");
        const auto sink = [&](Reading&&) {
            ++count;
            return true;
        };
        read_all(inputs, analyser(), reader(), with_threads(threads), sink,
                 [&](const Error& fault) { faults.emplace_back(fault.what()); });
        CHECK(count == 5);
        REQUIRE(faults.size() == 2);
        CHECK(faults[0].find("not-there") != std::string::npos);
        CHECK(faults[1].find("report1001b") != std::string::npos);
    }
}

TEST_CASE("who takes the readings may stop, or fail") {
    const Reports reports(30);
    for (const unsigned threads : {1U, 4U}) {
        CAPTURE(threads);
        int taken = 0;
        read_all(
            reports.inputs(), analyser(), reader(), with_threads(threads), [&](Reading&&) { return ++taken < 3; },
            no_faults);
        CHECK(taken == 3);
        // An error of the library's own kind, which the intake must not take for a fault of an input.
        const auto fails = [&](Reading&&) -> bool { throw CannotWrite("the disk is full"); };
        CHECK_THROWS_AS(read_all(reports.inputs(), analyser(), reader(), with_threads(threads), fails, no_faults),
                        CannotWrite);
    }
}

TEST_CASE("progress counts every report once, on the caller's thread") {
    const Reports reports(12);
    for (const std::uint64_t expected : {12U, 12U}) {
        std::vector<std::uint64_t> seen;
        auto options = with_threads(3);
        options.on_progress = [&](std::uint64_t count) { seen.push_back(count); };
        Record record(reports.record(), Record::Access::write);
        add_all(reports.inputs(), analyser(), reader(), record, options, no_faults);
        REQUIRE(seen.size() == expected);
        for (std::size_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == i + 1);
    }
}
