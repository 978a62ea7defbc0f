#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/manual.h"
#include "sayso/version.h"

namespace sayso::cli {
namespace {

/// When the text of the manual was last changed; not when it is built.
constexpr std::string_view manual_date = "2026-11-23";

/// Text as roff takes it: a backslash, a hyphen and whatever would be a request at the line's beginning
/// are escaped.
std::string roff(std::string_view text) {
    std::string out;
    if (text.starts_with('.') || text.starts_with('\'')) out = "\\&";
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            out += "\\e";
        } else if (text[i] == '-') {
            out += "\\-";
        } else if (text.substr(i).starts_with("…")) {
            out += "\\&...";
            i += std::string_view("…").size() - 1;
        } else {
            out += text[i];
        }
    }
    return out;
}

/// Adds the words in lines that are not too long; only between words a line may end.
void roff_lines(std::string& out, std::string_view sentence) {
    constexpr std::size_t longest = 76;
    while (sentence.size() > longest) {
        const auto space = sentence.rfind(' ', longest);
        if (space == std::string_view::npos) break;
        out += roff(sentence.substr(0, space)) + '\n';
        sentence.remove_prefix(space + 1);
    }
    out += roff(sentence) + '\n';
}

/// Each sentence begins a line, as man pages are written, so that the spaces between sentences are the
/// formatter's.
void roff_text(std::string& out, std::string_view text) {
    while (!text.empty()) {
        auto end = text.size();
        for (const auto* stop : {". ", "\n\n"}) end = std::min(end, text.find(stop));
        const bool paragraph = text.substr(end).starts_with("\n\n");
        const auto sentence = text.substr(0, paragraph ? end : std::min(end + 1, text.size()));
        roff_lines(out, sentence);
        if (paragraph) out += ".PP\n";
        text.remove_prefix(std::min(text.size(), sentence.size() + (paragraph ? 2 : 1)));
    }
}

void roff_section(std::string& out, std::string_view title) {
    out += fmt::format(".SH {}\n", title);
}

void roff_term(std::string& out, std::string_view term, std::string_view text) {
    out += fmt::format(".TP\n.B {}\n", roff(term));
    roff_text(out, text);
}

void roff_example(std::string& out, const Example& example) {
    roff_text(out, example.text);
    out += fmt::format(".PP\n.RS 4\n.EX\n{}\n.EE\n.RE\n", roff(example.line));
}

void roff_command(std::string& out, const Command& command) {
    out += fmt::format(".SS {}\n.B sayso {}\n", roff(command.name), roff(command.name));
    if (!command.usage.empty()) out += fmt::format("{}\n", roff(command.usage));
    out += ".PP\n";
    roff_text(out, command.text);
    for (const auto& argument : command.arguments) roff_term(out, argument.name, argument.text);
    for (const auto& option : command.options) roff_term(out, names_of(option), option.text);
}

// ---- Markdown -------------------------------------------------------------------------------------

/// Signs that Markdown would take as its own.
std::string markdown(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '*' || c == '_' || c == '<' || c == '|' || c == '[' || c == '`') out += '\\';
        out += c;
    }
    return out;
}

void markdown_row(std::string& out, std::string_view term, std::string_view text) {
    out += fmt::format("| `{}` | {} |\n", term, markdown(text));
}

void markdown_table(std::string& out, std::string_view title) {
    out += fmt::format("\n| {} | |\n| --- | --- |\n", title);
}

void markdown_command(std::string& out, const Command& command) {
    out += fmt::format("\n## `sayso {}{}{}`\n\n{}\n", command.name, command.usage.empty() ? "" : " ", command.usage,
                       markdown(command.text));
    if (!command.arguments.empty() || !command.options.empty()) markdown_table(out, "takes");
    for (const auto& argument : command.arguments) markdown_row(out, argument.name, argument.text);
    for (const auto& option : command.options) markdown_row(out, names_of(option), option.text);
    out += "\n```sh";
    for (const auto& example : command.examples) out += fmt::format("\n# {}\n{}\n", example.text, example.line);
    out += "```\n";
}

}  // namespace

std::string manual_page() {
    std::string out = fmt::format(".TH SAYSO 1 {} \"Sayso {}\" \"User Commands\"\n", manual_date, version);
    roff_section(out, "NAME");
    out += "sayso \\- read news reports and keep the record of who says what\n";
    roff_section(out, "SYNOPSIS");
    out += ".B sayso\n" + roff("COMMAND [OPTIONS] …") + "\n";
    roff_section(out, "DESCRIPTION");
    roff_text(out, purpose());
    roff_section(out, "COMMANDS");
    for (const auto& command : commands()) roff_command(out, command);
    roff_section(out, "OPTIONS");
    out += "Every command takes these.\n";
    for (const auto& option : common_options()) roff_term(out, names_of(option), option.text);
    for (const auto& section : sections()) {
        roff_section(out, std::string(section.title));
        roff_text(out, section.text);
    }
    roff_section(out, "EXIT STATUS");
    for (const auto& ending : endings()) {
        roff_term(out, std::to_string(static_cast<int>(ending.code)), ending.text);
    }
    out += ".PP\n";
    roff_text(out, several_endings());
    roff_section(out, "EXAMPLES");
    bool first = true;
    for (const auto& command : commands()) {
        for (const auto& example : command.examples) {
            if (!std::exchange(first, false)) out += ".PP\n";
            roff_example(out, example);
        }
    }
    return out;
}

std::string manual_in_markdown() {
    auto out = fmt::format(
        "# The commands\n\nThis is what `man sayso` and `sayso --help` tell; `sayso manual --markdown` "
        "prints it.\n\n{}\n",
        markdown(purpose()));
    for (const auto& command : commands()) markdown_command(out, command);
    out += "\n## Options of every command\n";
    markdown_table(out, "option");
    for (const auto& option : common_options()) markdown_row(out, names_of(option), option.text);
    out += "\n## Exit codes\n";
    markdown_table(out, "code");
    for (const auto& ending : endings()) markdown_row(out, std::to_string(static_cast<int>(ending.code)), ending.text);
    out += fmt::format("\n{}\n", several_endings());
    for (const auto& section : sections()) out += fmt::format("\n## {}\n\n{}\n", section.title, markdown(section.text));
    return out;
}

}  // namespace sayso::cli
