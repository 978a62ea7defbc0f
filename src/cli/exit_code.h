#pragma once

namespace sayso::cli {

/// How the program ends. The manual says what each code means; if several apply, the one that comes
/// first in this order does: fault, usage, model, record, output, missing, unreadable.
enum class ExitCode {
    done = 0,
    fault = 1,
    usage = 2,
    missing = 3,
    unreadable = 4,
    record = 5,
    output = 6,
    model = 7,
    interrupted = 130
};

}  // namespace sayso::cli
