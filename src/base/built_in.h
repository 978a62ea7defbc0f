#pragma once

#include <span>
#include <string_view>

namespace sayso {

struct BuiltInFile {
    std::string_view path;
    std::string_view bytes;
};

/// All built-in files, by path; made by cmake/built_in.cmake.
[[nodiscard]] std::span<const BuiltInFile> built_in_files();

}  // namespace sayso
