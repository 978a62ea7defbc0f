#include "base/tables.h"

#include <stdexcept>

#include "base/built_in.h"
#include "base/sha256.h"

namespace sayso {
namespace {

/// A binary file begins with a hash of itself, so that millions of bytes need not be read at each start.
constexpr std::size_t hashed_head = 48;

}  // namespace

std::string_view built_in_file(std::string_view path) {
    for (const auto& file : built_in_files()) {
        if (file.path == path) return file.bytes;
    }
    throw std::logic_error("not built in: " + std::string(path));
}

std::string built_in_hash() {
    std::string all;
    for (const auto& file : built_in_files()) {
        all.append(file.path).push_back('\0');
        all.append(file.path.ends_with(".bin") ? file.bytes.substr(0, hashed_head) : file.bytes).push_back('\0');
    }
    return sha256_hex(all);
}

std::vector<std::vector<std::string_view>> table_rows(std::string_view file, std::size_t columns) {
    std::vector<std::vector<std::string_view>> rows;
    while (!file.empty()) {
        const auto end = std::min(file.find('\n'), file.size());
        auto line = file.substr(0, end);
        file.remove_prefix(std::min(end + 1, file.size()));
        if (line.empty() || line.front() == '#') continue;
        auto& row = rows.emplace_back();
        for (;;) {
            const auto tab = line.find('\t');
            row.push_back(line.substr(0, tab));
            if (tab == std::string_view::npos) break;
            line.remove_prefix(tab + 1);
        }
        if (row.size() < columns) row.resize(columns);
    }
    return rows;
}

}  // namespace sayso
