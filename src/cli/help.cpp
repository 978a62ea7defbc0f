#include <fmt/format.h>

#include "cli/manual.h"
#include "cli/typeset.h"

namespace sayso::cli {
namespace {

/// A paragraph for each of `text`'s.
void add_paragraphs(Typesetter& page, std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find("\n\n");
        page.add(text.substr(0, end));
        page.end_line();
        if (end == std::string_view::npos) return;
        page.blank();
        text.remove_prefix(end + 2);
    }
}

void add_heading(Typesetter& page, std::string_view title) {
    page.blank();
    page.add(title, Style::heading);
    page.end_line();
}

/// A term and what it means, below each other: that reads well at any width.
void add_term(Typesetter& page, std::string_view term, std::string_view meaning) {
    page.set_margin(2);
    page.add(term, Style::strong);
    page.end_line();
    page.set_margin(6);
    page.add(meaning);
    page.end_line();
    page.set_margin(0);
}

/// A term and what it means beside it, for short terms.
void add_row(Typesetter& page, std::string_view term, std::size_t margin, std::string_view meaning) {
    page.set_margin(margin);
    page.label(fmt::format("  {}", term), Style::strong);
    page.add(meaning);
    page.end_line();
    page.set_margin(0);
}

/// A line that must not be wrapped, so that it can be copied.
void add_example(Typesetter& page, const Example& example) {
    page.set_margin(2);
    page.add_whole(example.line, Style::strong);
    page.end_line();
    page.set_margin(6);
    page.add(example.text, Style::faint);
    page.end_line();
    page.set_margin(0);
}

void add_endings(Typesetter& page) {
    add_heading(page, "Exit codes");
    for (const auto& ending : endings()) {
        add_row(page, std::to_string(static_cast<int>(ending.code)), 7, ending.text);
    }
    page.set_margin(2);
    page.add(several_endings());
    page.end_line();
    page.set_margin(0);
}

void add_options(Typesetter& page, std::string_view title, std::span<const Option> options) {
    if (options.empty()) return;
    add_heading(page, title);
    for (const auto& option : options) add_term(page, names_of(option), option.text);
}

void add_command_help(Typesetter& page, const Command& command) {
    page.add(fmt::format("sayso {} ", command.name), Style::strong);
    page.add(fmt::format("[OPTIONS] {}", command.usage));
    page.end_line();
    page.blank();
    add_paragraphs(page, command.text);
    if (!command.arguments.empty()) {
        add_heading(page, "Arguments");
        for (const auto& argument : command.arguments) add_term(page, argument.name, argument.text);
    }
    add_options(page, "Options", command.options);
    add_options(page, "Options of every command", common_options());
    add_heading(page, "Examples");
    for (const auto& example : command.examples) add_example(page, example);
    page.blank();
    page.add("Exit codes and more: sayso --help, man sayso.", Style::faint);
    page.end_line();
}

void add_program_help(Typesetter& page) {
    page.add("sayso", Style::strong);
    page.add(" COMMAND [OPTIONS] …");
    page.end_line();
    page.blank();
    add_paragraphs(page, purpose());
    add_heading(page, "Commands");
    for (const auto& command : commands()) add_row(page, command.name, 14, command.brief);
    add_options(page, "Options of every command", common_options());
    add_heading(page, "Examples");
    for (const auto* name : {"read", "add", "show"}) add_example(page, command_named(name)->examples.front());
    add_endings(page);
    page.blank();
    page.add("sayso COMMAND --help tells more of a command, man sayso of everything.", Style::faint);
    page.end_line();
}

}  // namespace

std::string help(const Command* command, const Page& form) {
    Typesetter page(form);
    if (command == nullptr) {
        add_program_help(page);
    } else {
        add_command_help(page, *command);
    }
    return page.take();
}

}  // namespace sayso::cli
