#include "cli/completion.h"

#include <fmt/format.h>

#include <vector>

#include "cli/arguments.h"
#include "cli/manual.h"

namespace sayso::cli {
namespace {

std::string joined(std::span<const std::string_view> words, std::string_view between = " ") {
    return fmt::format("{}", fmt::join(words, between));
}

std::string_view first_sentence(std::string_view text) {
    const auto end = text.find(". ");
    text = text.substr(0, end);
    if (text.ends_with('.')) text.remove_suffix(1);
    return text;
}

/// Every option there is, once.
std::vector<const Option*> all_options() {
    std::vector<const Option*> all;
    const auto add = [&](const Option& option) {
        for (const auto* known : all) {
            if (known->name == option.name) return;
        }
        all.push_back(&option);
    };
    for (const auto& option : common_options()) add(option);
    for (const auto& command : commands()) {
        for (const auto& option : command.options) add(option);
    }
    return all;
}

// ---- bash -----------------------------------------------------------------------------------------

std::string bash_names(std::span<const Option> options) {
    std::string names;
    for (const auto& option : options) names += fmt::format("{} ", option.name);
    return names;
}

/// What completes the words behind a command, from the first on; the last holds for all that follow.
std::string bash_arguments(const Command& command) {
    std::string out;
    for (std::size_t i = 0; i < command.arguments.size(); ++i) {
        const auto& argument = command.arguments[i];
        const bool last = i + 1 == command.arguments.size();
        out += fmt::format("        {}:{}) ", command.name, last ? "*" : std::to_string(i));
        if (!argument.choices.empty()) {
            out += fmt::format("words='{}' ;;\n", joined(argument.choices));
        } else {
            out += argument.completes == Completes::files ? "files=yes ;;\n" : ";;\n";
        }
    }
    return out;
}

std::string bash() {
    std::string values, choices, names, options, arguments;
    for (const auto* option : all_options()) {
        if (option->value.empty()) continue;
        values += fmt::format("{}{}", values.empty() ? "" : "|", option->name);
        choices += fmt::format("        {}) words='{}' ;;\n", option->name, joined(option->choices));
    }
    for (const auto& command : commands()) {
        names += fmt::format("{} ", command.name);
        options += fmt::format("            {}) words+='{}' ;;\n", command.name, bash_names(command.options));
        arguments += bash_arguments(command);
    }
    return fmt::format(R"(# bash completion for sayso
_sayso() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}}
    local command= position=0 words= files= i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${{COMP_WORDS[i]}} in
            {values}) ((i++)) ;;
            -?*) ;;
            *) if [[ -z $command ]]; then command=${{COMP_WORDS[i]}}; else ((position++)); fi ;;
        esac
    done
    case $previous in
{choices}    *)
    if [[ $word == -* ]]; then
        words='{common}'
        case $command in
{options}        esac
    else
        case $command:$position in
        :*) words='{names}' ;;
{arguments}        esac
    fi
    esac
    COMPREPLY=()
    if [[ -n $words ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    elif [[ -n $files ]]; then
        compopt -o filenames 2> /dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}}
complete -F _sayso sayso
)",
                       fmt::arg("values", values), fmt::arg("choices", choices), fmt::arg("names", names),
                       fmt::arg("options", options), fmt::arg("arguments", arguments),
                       fmt::arg("common", bash_names(common_options())));
}

// ---- zsh ------------------------------------------------------------------------------------------

/// Text inside single quotes, with what zsh's _arguments takes as its own escaped.
std::string zsh_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\'') {
            out += "'\\''";
            continue;
        }
        if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string zsh_option(const Option& option) {
    auto names = fmt::format("'{}", option.name);
    if (!option.short_name.empty()) {
        names = fmt::format("'({0} {1})'{{{0},{1}}}'", option.short_name, option.name);
    }
    auto out = fmt::format("{}[{}]", names, zsh_text(first_sentence(option.text)));
    if (!option.value.empty())
        out += fmt::format(":{}:{}", option.value, option.choices.empty() ? "" : "(" + joined(option.choices) + ")");
    return out + "'";
}

std::string zsh_argument(const Argument& argument, bool last) {
    const auto what = !argument.choices.empty()                ? "(" + joined(argument.choices) + ")"
                      : argument.completes == Completes::files ? std::string("_files")
                                                               : std::string();
    return fmt::format("'{}:{}:{}'", last ? "*" : "", argument.name, what);
}

std::string zsh() {
    std::string names, common, cases;
    for (const auto& option : common_options()) common += " \\\n        " + zsh_option(option);
    for (const auto& command : commands()) {
        names += fmt::format("        '{}:{}'\n", command.name, zsh_text(command.brief));
        cases += fmt::format("            {}) _arguments", command.name);
        for (const auto& option : command.options) cases += " \\\n                " + zsh_option(option);
        for (std::size_t i = 0; i < command.arguments.size(); ++i) {
            cases += " \\\n                " + zsh_argument(command.arguments[i], i + 1 == command.arguments.size());
        }
        cases += " ;;\n";
    }
    return fmt::format(R"(#compdef sayso
_sayso() {{
    local state line
    local -a names
    names=(
{names}    )
    _arguments -C{common} \
        '1:command:->command' '*::argument:->argument'
    case $state in
        command) _describe command names ;;
        argument) case $words[1] in
{cases}        esac ;;
    esac
}}
if [[ $funcstack[1] == _sayso ]]; then _sayso "$@"; else compdef _sayso sayso; fi
)",
                       fmt::arg("names", names), fmt::arg("common", common), fmt::arg("cases", cases));
}

// ---- fish -----------------------------------------------------------------------------------------

std::string fish_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string fish_option(const Option& option, std::string_view condition) {
    auto out = fmt::format("complete -c sayso{} -l {}", condition, option.name.substr(2));
    if (!option.short_name.empty()) out += fmt::format(" -s {}", option.short_name.substr(1));
    if (!option.value.empty()) out += " -x";
    if (!option.choices.empty()) out += fmt::format(" -a '{}'", joined(option.choices));
    return out + fmt::format(" -d '{}'\n", fish_text(first_sentence(option.text)));
}

std::string fish() {
    std::string out = "# fish completion for sayso\ncomplete -c sayso -f\n";
    for (const auto& option : common_options()) out += fish_option(option, "");
    for (const auto& command : commands()) {
        out += fmt::format("complete -c sayso -n __fish_use_subcommand -a {} -d '{}'\n", command.name,
                           fish_text(command.brief));
        const auto condition = fmt::format(" -n '__fish_seen_subcommand_from {}'", command.name);
        for (const auto& option : command.options) out += fish_option(option, condition);
        for (const auto& argument : command.arguments) {
            if (!argument.choices.empty()) {
                out += fmt::format("complete -c sayso{} -a '{}'\n", condition, joined(argument.choices));
            } else if (argument.completes == Completes::files) {
                out += fmt::format("complete -c sayso{} -F\n", condition);
            }
        }
    }
    return out;
}

}  // namespace

std::string completion(std::string_view shell) {
    if (shell == "bash") return bash();
    if (shell == "zsh") return zsh();
    if (shell == "fish") return fish();
    throw WrongUsage(fmt::format("there is no completion for “{}”, only for bash, zsh and fish", shell));
}

}  // namespace sayso::cli
