#include "cli/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "cli/manual.h"

namespace sayso::cli {
namespace {

/// In front of a word that the parser must take as it is written. It would read a file named "[a,b]" as
/// two, and passes over what stands behind "--" once a command has its words.
constexpr char shield = '\x01';

/// The words of the command line but the program's name, the last first, as the parser takes them.
std::vector<std::string> shielded(int count, const char* const* words) {
    std::vector<std::string> out;
    bool as_written = false;
    for (int i = 1; i < count; ++i) {
        const std::string_view word(words[i]);
        if (!as_written && word == "--") {
            as_written = true;
        } else if (as_written || (word.starts_with('[') && word.ends_with(']'))) {
            out.push_back(shield + std::string(word));
        } else {
            out.emplace_back(word);
        }
    }
    std::reverse(out.begin(), out.end());
    return out;
}

std::string unshielded(std::string word) {
    if (word.starts_with(shield)) word.erase(0, 1);
    return word;
}

/// The words are taken raw: the parser's conversions would read one "{}" as none.
CLI::Option* add_words(CLI::App& app, const std::string& name, std::vector<std::string>& into) {
    const auto take = [&into](const CLI::results_t& words) {
        for (const auto& word : words) into.push_back(unshielded(word));
        return true;
    };
    return app.add_option(name, take)->type_size(1)->expected(0, -1)->allow_extra_args();
}

CLI::Option* add_word(CLI::App& app, const std::string& name, std::string& into) {
    const auto take = [&into](const CLI::results_t& words) {
        into = unshielded(words.at(0));
        return true;
    };
    return app.add_option(name, take)->type_size(1)->expected(1);
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
    command.add_option("--model", arguments.model);
    command.add_option("--threads", arguments.threads)->check(CLI::Range(1, 1024));
    command.add_flag("-q,--quiet", arguments.quiet);
}

CLI::App& add_command(CLI::App& app, const char* name) {
    return *app.add_subcommand(name)->fallthrough();
}

std::string chosen(const CLI::App& app) {
    const auto commands = app.get_subcommands();
    return commands.empty() ? std::string() : commands.front()->get_name();
}

/// How many letters have to be put in, left out or changed to make one word of the other (Levenshtein).
std::size_t letters_apart(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const auto changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = std::exchange(row[j + 1], std::min({changed, row[j] + 1, row[j + 1] + 1}));
        }
    }
    return row.back();
}

/// "; did you mean “read”?", if there is a command or option that is written much like it.
std::string suggestion(std::string_view word, const std::string& command) {
    std::vector<std::string_view> names;
    if (!word.starts_with('-')) {
        for (const auto& known : commands()) names.push_back(known.name);
    } else {
        for (const auto& option : common_options()) names.push_back(option.name);
        const auto* const known = command_named(command);
        for (const auto& option : known == nullptr ? std::span<const Option>() : known->options) {
            names.push_back(option.name);
        }
    }
    std::string_view nearest;
    std::size_t least = 3;
    for (const auto name : names) {
        const auto apart = letters_apart(word, name);
        if (apart < least) {
            least = apart;
            nearest = name;
        }
    }
    return nearest.empty() ? "" : fmt::format("; did you mean {}?", nearest);
}

std::string where_to_look(const std::string& command) {
    return fmt::format("sayso {}{}--help shows what there is", command, command.empty() ? "" : " ");
}

/// The parser's complaint as a sentence that says what to do.
std::string explain(const CLI::ParseError& error, const CLI::App& app) {
    const auto command = chosen(app);
    const auto unexpected = app.remaining(true);
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !unexpected.empty()) {
        const auto word = unshielded(unexpected.front());
        const auto kind = word.starts_with('-') ? "option" : command.empty() ? "command" : "argument";
        const auto whose = command.empty() ? std::string("there is") : command + " has";
        return fmt::format("{} no {} “{}”{} ({})", whose, kind, word, suggestion(word, command),
                           where_to_look(command));
    }
    std::string text = error.what();
    std::erase(text, shield);
    while (text.ends_with('.')) text.pop_back();
    return fmt::format("wrong command line: {} ({})", text, where_to_look(command));
}

/// What the parser cannot know: which words must be there.
void check(const Arguments& arguments) {
    const auto refuse = [&](std::string_view sentence) {
        throw WrongUsage(fmt::format("{} ({})", sentence, where_to_look(arguments.command)));
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
                refuse(fmt::format("a record shows document, speaker or words, not “{}”", arguments.what));
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
    add_command(app, "manual").add_flag("--markdown", arguments.markdown);
}

Arguments parse(int count, const char* const* words) {
    Arguments arguments;
    CLI::App app("", "sayso");
    declare(app, arguments);
    try {
        app.parse(shielded(count, words));
    } catch (const CLI::ParseError& error) {
        throw WrongUsage(explain(error, app));
    }
    arguments.command = chosen(app);
    if (!arguments.help && !arguments.version) check(arguments);
    return arguments;
}

}  // namespace sayso::cli
