#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace sayso::cli {

enum class Colour { automatic, always, never };

/// A command line, understood.
struct Arguments {
    std::string command;  ///< empty: none was given
    bool help = false;
    bool version = false;
    Colour colour = Colour::automatic;
    std::optional<std::size_t> width;

    bool json = false;
    bool conllu = false;
    bool markdown = false;
    bool quiet = false;
    unsigned threads = 0;
    std::string model;  ///< empty: the one that came with the program
    std::size_t most = 50;

    std::vector<std::string> inputs;
    std::string record;
    std::string what;              ///< of `show`
    std::vector<std::string> key;  ///< of `show`
    std::string shell;
};

/// A command line that is wrong; `what()` is a sentence that says how to put it right.
struct WrongUsage : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Tells the parser all commands and options; what it parses goes into `arguments`.
void declare(CLI::App& app, Arguments& arguments);

/// Throws `WrongUsage`.
[[nodiscard]] Arguments parse(int count, const char* const* words);

}  // namespace sayso::cli
