#include "cli/manual.h"

#include <doctest/doctest.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "cli/arguments.h"
#include "cli/completion.h"

using namespace sayso::cli;

namespace {

using Names = std::set<std::string>;

/// "-q,--quiet" and the like, as the parser knows them.
Names options_known_to(const CLI::App& app) {
    Names names;
    for (const auto* option : app.get_options()) {
        for (const auto& name : option->get_lnames()) names.insert("--" + name);
        for (const auto& name : option->get_snames()) names.insert("-" + name);
    }
    return names;
}

Names options_told_of(std::span<const Option> options) {
    Names names;
    for (const auto& option : options) {
        names.emplace(option.name);
        if (!option.short_name.empty()) names.emplace(option.short_name);
    }
    return names;
}

std::vector<std::string> arguments_known_to(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* option : app.get_options()) {
        if (option->get_positional()) names.push_back(option->get_name(true));
    }
    return names;
}

}  // namespace

TEST_CASE("the manual tells of every command, option and argument there is, and of no others") {
    Arguments arguments;
    CLI::App app;
    declare(app, arguments);
    CHECK(options_known_to(app) == options_told_of(common_options()));

    const auto known = app.get_subcommands([](CLI::App*) { return true; });
    REQUIRE(known.size() == commands().size());
    for (std::size_t i = 0; i < known.size(); ++i) {
        const auto& command = commands()[i];
        CAPTURE(command.name);
        CHECK(known[i]->get_name() == command.name);
        CHECK(options_known_to(*known[i]) == options_told_of(command.options));
        std::vector<std::string> told;
        for (const auto& argument : command.arguments) told.emplace_back(argument.name);
        CHECK(arguments_known_to(*known[i]) == told);
        CHECK_FALSE(command.examples.empty());
    }
}

TEST_CASE("options that take a value are told with it") {
    Arguments arguments;
    CLI::App app;
    declare(app, arguments);
    for (auto* known : app.get_subcommands([](CLI::App*) { return true; })) {
        for (const auto& option : command_named(known->get_name())->options) {
            CAPTURE(option.name);
            CHECK((known->get_option(std::string(option.name))->get_items_expected_max() > 0) == !option.value.empty());
        }
    }
}

TEST_CASE("every exit code is told of once") {
    std::set<int> codes;
    for (const auto& ending : endings()) codes.insert(static_cast<int>(ending.code));
    CHECK(codes == std::set<int>{0, 1, 2, 3, 4, 5, 6, 7, 130});
    CHECK(endings().size() == codes.size());
}

TEST_CASE("docs/sayso.1 and docs/cli.md are what the program prints") {
    const auto text_of = [](const char* name) {
        std::ifstream file(std::string(SAYSO_PROJECT_FOLDER) + "/docs/" + name, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(file), {}};
    };
    const bool page_is_printed = text_of("sayso.1") == manual_page();
    CHECK_MESSAGE(page_is_printed, "write it anew: sayso manual > docs/sayso.1");
    const bool markdown_is_printed = text_of("cli.md") == manual_in_markdown();
    CHECK_MESSAGE(markdown_is_printed, "write it anew: sayso manual --markdown > docs/cli.md");
}

TEST_CASE("help fits the page, and tells of all that a command takes") {
    for (const auto& command : commands()) {
        const auto text = help(&command, Page{70, false});
        for (const auto& option : command.options) CHECK(text.find(option.name) != std::string::npos);
        for (const auto& example : command.examples) CHECK(text.find(example.line) != std::string::npos);
    }
    const auto text = help(nullptr, Page{70, false});
    for (const auto& command : commands()) CHECK(text.find(command.brief.substr(0, 20)) != std::string::npos);
}

TEST_CASE("completions name every command and option") {
    for (const auto* shell : {"bash", "zsh", "fish"}) {
        const auto script = completion(shell);
        for (const auto& command : commands()) {
            CHECK(script.find(command.name) != std::string::npos);
            for (const auto& option : command.options) CHECK(script.find(option.name.substr(2)) != std::string::npos);
        }
    }
    CHECK_THROWS_AS(static_cast<void>(completion("tcsh")), WrongUsage);
}
