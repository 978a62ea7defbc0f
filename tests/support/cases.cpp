#include "support/cases.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace sayso::tests {
namespace {

std::vector<Case> cases_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::vector<Case> cases;
    bool in_input = false;
    std::size_t number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        if (line.starts_with("=== ")) {
            cases.push_back({path.filename().string(), number, line.substr(4), "", {}});
            in_input = true;
        } else if (line == "---" && in_input) {
            in_input = false;
        } else if (line.starts_with("#") || cases.empty()) {
            continue;
        } else if (in_input) {
            const bool escaped = line.starts_with("\\===") || line.starts_with("\\---") || line.starts_with("\\#");
            cases.back().input += line.substr(escaped ? 1 : 0) + "\n";
        } else if (!line.empty()) {
            cases.back().expected.push_back(line);
        }
    }
    for (auto& one : cases) {
        if (!one.input.empty()) one.input.pop_back();
    }
    return cases;
}

std::string joined(std::vector<std::string> lines) {
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const auto& line : lines) all += "    " + line + "\n";
    return all;
}

}  // namespace

std::vector<Case> load_cases(const std::string& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(SAYSO_TEST_CASES) / folder)) {
        if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Case> all;
    for (const auto& path : paths) {
        for (auto& one : cases_of(path)) all.push_back(std::move(one));
    }
    if (all.empty()) throw std::runtime_error("no cases in " + folder);
    return all;
}

void check_cases(const std::string& folder, const std::function<std::vector<std::string>(const std::string&)>& tell) {
    check_each_case(folder, [&](const Case& one) { return tell(one.input); });
}

void check_each_case(const std::string& folder, const std::function<std::vector<std::string>(const Case&)>& tell) {
    std::size_t later = 0;
    for (const auto& one : load_cases(folder)) {
        const auto expected = joined(one.expected);
        const auto actual = joined(tell(one));
        if (one.name.starts_with("later: ")) {
            ++later;
            if (actual == expected) MESSAGE(folder << "/" << one.file << ":" << one.line << " has come right");
            continue;
        }
        INFO(folder << "/" << one.file << ":" << one.line << " " << one.name);
        CHECK_MESSAGE(actual == expected, "\n  expected:\n" << expected << "  came out:\n" << actual);
    }
    if (later > 0) MESSAGE(later << " cases in " << folder << " are left for later");
}

}  // namespace sayso::tests
