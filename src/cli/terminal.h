#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "cli/arguments.h"
#include "cli/typeset.h"

namespace sayso::cli {

/// The page that standard output is: its width and whether it takes colours.
[[nodiscard]] Page page_of_output(const Arguments& arguments);

[[nodiscard]] bool is_terminal(int descriptor);

/// Standard output. Throws `CannotWrite` when it cannot be written, and ends quietly when nobody reads
/// it any more.
class Output {
public:
    Output() = default;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    /// False once nobody reads any more.
    bool write(std::string_view text);
    bool flush();

private:
    std::string waiting_;
    bool open_ = true;
};

/// One line on standard error that tells how far the work is, drawn again a few times a second.
class Progress {
public:
    explicit Progress(bool shown);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void update(std::uint64_t reports);
    /// Takes the line away, so that something else can be written.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    bool shown_;
    bool drawn_ = false;
    Clock::time_point begun_ = Clock::now();
    Clock::time_point drawn_at_ = begun_;
};

/// "sayso: <sentence>" on standard error.
void complain(std::string_view sentence);

}  // namespace sayso::cli
