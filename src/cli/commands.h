#pragma once

#include "cli/arguments.h"
#include "cli/exit_code.h"

namespace sayso::cli {

/// Does what the command line asks for and tells how it ended. What the library throws is told on
/// standard error.
[[nodiscard]] ExitCode run(const Arguments& arguments);

}  // namespace sayso::cli
