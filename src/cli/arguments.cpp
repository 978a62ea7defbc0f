#include "cli/arguments.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "cli/manual.h"
#include "cli/typeset.h"

namespace sayso::cli {
namespace {

/// Positional words are taken as they are: the parser's own conversions would read a file named "[a,b]"
/// as two, and one named "{}" as none.
CLI::Option* add_words(CLI::App& app, const std::string& name, std::vector<std::string>& into) {
    const auto take = [&into](const CLI::results_t& words) {
        into = words;
        return true;
    };
    return app.add_option(name, take)
        ->type_size(1)
        ->expected(0, CLI::detail::expected_max_vector_size)
        ->allow_extra_args(false);
}

CLI::Option* add_word(CLI::App& app, const std::string& name, std::string& into) {
    const auto take = [&into](const CLI::results_t& words) {
        into = words.at(0);
        return true;
    };
    return app.add_option(name, take)->type_size(1)->expected(1)->allow_extra_args(false);
}

void declare_common(CLI::App& app, Arguments& arguments) {
    static const std::map<std::string, Colour> colours{
        {"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}};
    app.set_help_flag();
    app.add_flag("-h,--help", arguments.help);
    app.add_flag("--version", arguments.version);
    app.add_option("--color", arguments.colour)->transform(CLI::Transformer(colours))->type_name("WHEN");
    app.add_option("--width", arguments.width)->check(CLI::Range(1, 10'000));
}

void declare_work(CLI::App& command, Arguments& arguments) {
    command.add_option("--threads", arguments.threads)->check(CLI::Range(1, 1024));
    command.add_flag("-q,--quiet", arguments.quiet);
}

CLI::App& add_command(CLI::App& app, const char* name) {
    return *app.add_subcommand(name)->fallthrough();
}

/// The parser's complaint as a sentence that says what to do.
std::string explain(const CLI::ParseError& error, const std::string& command) {
    auto text = harmless(error.what());
    while (!text.empty() && text.back() == '.') text.pop_back();
    const auto help = command.empty() ? std::string("sayso --help") : fmt::format("sayso {} --help", command);
    return fmt::format("wrong command line: {}; {} shows how it is used", text, help);
}

std::string chosen(const CLI::App& app) {
    const auto commands = app.get_subcommands();
    return commands.empty() ? std::string() : commands.front()->get_name();
}

/// What the parser cannot know: which words must be there.
void check(const Arguments& arguments) {
    const auto refuse = [&](std::string_view sentence) {
        throw WrongUsage(fmt::format("{}; sayso {}{}--help shows how it is used", sentence, arguments.command,
                                     arguments.command.empty() ? "" : " "));
    };
    const auto& command = arguments.command;
    if (command.empty()) refuse("no command is given");
    if ((command == "add" || command == "show") && arguments.record.empty()) refuse("no record is named");
    if (command == "show" && arguments.what == "words" && arguments.key.empty())
        refuse("no words to look for are given");
    if (command == "completion" && arguments.shell.empty()) refuse("no shell is named");
    if (arguments.json && arguments.conllu) refuse("--json and --conllu exclude each other");
    if (command == "show" && !arguments.what.empty()) {
        for (const auto& argument : command_named("show")->arguments) {
            const auto& choices = argument.choices;
            if (argument.name == "WHAT" && std::find(choices.begin(), choices.end(), arguments.what) == choices.end()) {
                refuse(fmt::format("a record shows document, speaker or words, not “{}”", harmless(arguments.what)));
            }
        }
    }
}

}  // namespace

void declare(CLI::App& app, Arguments& arguments) {
    app.require_subcommand(0, 1);
    declare_common(app, arguments);

    auto& read = add_command(app, "read");
    add_words(read, "INPUTS", arguments.inputs);
    read.add_flag("--json", arguments.json);
    declare_work(read, arguments);

    auto& analyse = add_command(app, "analyse");
    add_words(analyse, "INPUTS", arguments.inputs);
    analyse.add_flag("--json", arguments.json);
    analyse.add_flag("--conllu", arguments.conllu);
    declare_work(analyse, arguments);

    auto& intake = add_command(app, "intake");
    add_words(intake, "INPUTS", arguments.inputs);
    intake.add_flag("--json", arguments.json);
    intake.add_flag("-q,--quiet", arguments.quiet);

    auto& add = add_command(app, "add");
    add_word(add, "RECORD", arguments.record);
    add_words(add, "INPUTS", arguments.inputs);
    add.add_flag("--json", arguments.json);
    declare_work(add, arguments);

    auto& show = add_command(app, "show");
    add_word(show, "RECORD", arguments.record);
    add_word(show, "WHAT", arguments.what);
    add_words(show, "KEY", arguments.key);
    show.add_flag("--json", arguments.json);
    show.add_option("--most", arguments.most)->check(CLI::Range(1, 1'000'000));

    add_word(add_command(app, "completion"), "SHELL", arguments.shell);
    add_command(app, "manual");
}

Arguments parse(int count, const char* const* words) {
    Arguments arguments;
    CLI::App app("", "sayso");
    declare(app, arguments);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        throw WrongUsage(explain(error, chosen(app)));
    }
    arguments.command = chosen(app);
    if (!arguments.help && !arguments.version) check(arguments);
    return arguments;
}

}  // namespace sayso::cli
