#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/exit_code.h"
#include "cli/typeset.h"

/// The one place that says which commands and options there are and what they do. `--help`, the manual
/// page and the shell completions are made from these tables, and a test compares them with what the
/// arguments are parsed by.
namespace sayso::cli {

/// What a word on the command line stands for, as far as a shell can complete it.
enum class Completes { nothing, files };

struct Option {
    std::string_view name;                      ///< "--json"
    std::string_view short_name;                ///< "-q", or empty
    std::string_view value;                     ///< "N", or empty for a switch
    std::string_view text;                      ///< sentences
    std::span<const std::string_view> choices;  ///< all values, if there are only some
};

struct Argument {
    std::string_view name;  ///< as in the usage line
    std::string_view text;
    std::span<const std::string_view> choices;
    Completes completes = Completes::nothing;
};

struct Example {
    std::string_view line;
    std::string_view text;
};

struct Command {
    std::string_view name;
    std::string_view usage;  ///< what follows the name
    std::string_view brief;  ///< one line, no full stop
    std::string_view text;   ///< paragraphs, a blank line between them
    std::span<const Argument> arguments;
    std::span<const Option> options;
    std::span<const Example> examples;
};

struct Ending {
    ExitCode code;
    std::string_view text;
};

/// What the manual tells of besides.
struct Section {
    std::string_view title;
    std::string_view text;  ///< paragraphs, as of commands
};

[[nodiscard]] std::span<const Command> commands();
[[nodiscard]] std::span<const Option> common_options();
[[nodiscard]] std::span<const Ending> endings();
[[nodiscard]] std::span<const Section> sections();
[[nodiscard]] std::string_view purpose();
/// What the code is if several apply.
[[nodiscard]] std::string_view several_endings();
/// "-q, --quiet", "--threads N"
[[nodiscard]] std::string names_of(const Option& option);
[[nodiscard]] const Command* command_named(std::string_view name);

/// What `sayso --help` prints, or `sayso NAME --help` for a command.
[[nodiscard]] std::string help(const Command* command, const Page& page);

/// The manual page sayso(1), for man.
[[nodiscard]] std::string manual_page();

/// The same as docs/cli.md.
[[nodiscard]] std::string manual_in_markdown();

}  // namespace sayso::cli
