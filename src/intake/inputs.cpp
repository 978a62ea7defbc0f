#include "intake/inputs.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <system_error>
#include <vector>

#include "base/utf8.h"

namespace sayso {
namespace {

namespace fs = std::filesystem;

struct Walk {
    const std::function<bool(const std::string&)>& take;
    const FaultSink& on_fault;
    std::set<fs::path> seen;
    bool found = false;
};

std::vector<fs::path> sorted_entries(const fs::path& folder, std::error_code& error) {
    std::vector<fs::path> entries;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        entries.push_back(entry->path());
    }
    std::sort(entries.begin(), entries.end(),
              [](const fs::path& a, const fs::path& b) { return a.filename().native() < b.filename().native(); });
    return entries;
}

bool walk_folder(const fs::path& folder, Walk& walk) {
    std::error_code error;
    const auto real = fs::canonical(folder, error);
    if (!error && !walk.seen.insert(real).second) return true;
    const auto entries = sorted_entries(folder, error);
    if (error) {
        walk.found = true;  // it may hold reports: what is told is that it cannot be opened
        walk.on_fault(MissingInput(folder.string() + ": the folder cannot be opened: " + error.message()));
        return true;
    }
    for (const auto& entry : entries) {
        const auto name = entry.filename().string();
        if (name.starts_with('.')) continue;
        std::error_code unknown;
        const auto status = fs::status(entry, unknown);
        if (fs::is_directory(status)) {
            if (!walk_folder(entry, walk)) return false;
        } else if (fs::is_regular_file(status) && is_report_name(name)) {
            walk.found = true;
            if (!walk.take(entry.string())) return false;
        }
    }
    return true;
}

std::string without_ending(const std::string& name, std::string& ending) {
    const auto point = name.rfind('.');
    ending = point == std::string::npos ? "" : lower(name.substr(point));
    return name.substr(0, point);
}

}  // namespace

bool is_report_name(const std::string& name) {
    static constexpr std::array<std::string_view, 3> packed = {".gz", ".gzip", ".zst"};
    static constexpr std::array<std::string_view, 7> plain = {"", ".txt", ".text", ".md", ".json", ".jsonl", ".ndjson"};
    std::string ending;
    auto stem = without_ending(name, ending);
    if (std::find(packed.begin(), packed.end(), ending) != packed.end()) without_ending(std::string(stem), ending);
    return std::find(plain.begin(), plain.end(), ending) != plain.end();
}

bool each_file(const std::string& input, const std::function<bool(const std::string& path)>& take,
               const FaultSink& on_fault) {
    if (input == "-") return take(input);
    std::error_code error;
    const auto status = fs::status(input, error);
    if (status.type() == fs::file_type::not_found) {
        on_fault(MissingInput(input + ": there is no such file or folder; check the name"));
        return true;
    }
    if (!fs::is_directory(status)) return take(input);
    Walk walk{take, on_fault, {}, false};
    if (!walk_folder(input, walk)) return false;
    if (!walk.found) {
        on_fault(MissingInput(input +
                              ": the folder holds no reports: no file in it ends in .txt, .text, .md, .json, .jsonl "
                              "or .ndjson (or these with .gz or .zst), or has no ending; give a file by its name"));
    }
    return true;
}

}  // namespace sayso
