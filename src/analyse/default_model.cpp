#include <cstdlib>
#include <filesystem>

#include "sayso/analyse.h"
#include "sayso/error.h"

namespace sayso {
namespace {

namespace fs = std::filesystem;

/// Beside the running program, as it is installed.
fs::path beside_program() {
    std::error_code fault;
    const auto program = fs::read_symlink("/proc/self/exe", fault);
    if (fault) return {};
    return program.parent_path().parent_path() / "share/sayso/english.model";
}

}  // namespace

std::string default_model() {
    if (const char* given = std::getenv("SAYSO_MODEL"); given != nullptr && *given != '\0') return given;
    for (const auto& path : {beside_program(), fs::path(SAYSO_INSTALLED_MODEL), fs::path(SAYSO_SOURCE_MODEL)}) {
        std::error_code fault;
        if (fs::is_regular_file(path, fault)) return path.string();
    }
    throw BadModel(
        "the weights of the analyser, english.model, are not where Sayso was installed or built; install "
        "Sayso again, or name the file in the variable SAYSO_MODEL");
}

}  // namespace sayso
