#include "cli/manual.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cli/typeset.h"
#include "sayso/version.h"

namespace sayso::cli {
namespace {

// ---- The tables -----------------------------------------------------------------------------------

using Words = std::array<std::string_view, 3>;

constexpr Words when_to_colour{"auto", "always", "never"};
constexpr Words what_to_show{"document", "speaker", "words"};
constexpr Words shells{"bash", "zsh", "fish"};

constexpr Option json{"--json", "", "", "Print JSON Lines, one object on each line, and nothing else.", {}};
constexpr Option threads{
    "--threads", "", "N", "Work with N threads. Without it, one for each core; the output is the same.", {}};
constexpr Option quiet{
    "--quiet", "-q", "", "Show no progress and no closing line on standard error. Errors are still told.", {}};

constexpr std::array common{
    Option{"--help", "-h", "", "Show this help, or that of a command, and end.", {}},
    Option{"--version", "", "", "Print the version and end.", {}},
    Option{"--color", "", "WHEN",
           "Colour the output: auto (on a terminal, unless NO_COLOR is set or TERM is dumb), always or never.",
           when_to_colour},
    Option{"--width",
           "",
           "COLUMNS",
           "Wrap the output to this width. Without it, to that of the terminal, else to 80.",
           {}},
};

constexpr Argument inputs{"INPUTS",
                          "Files and folders, as many as you like; - is standard input, which is also read if none is "
                          "given and it is not a terminal. Folders are walked in the order of names. Reports are plain "
                          "text, one a file, or JSON Lines, one a line; either may be packed with gzip or zstd.",
                          {},
                          Completes::files};
constexpr Argument record{"RECORD", "The record: one file.", {}, Completes::files};

constexpr std::array read_arguments{inputs};
constexpr std::array read_options{json, threads, quiet};
constexpr std::array read_examples{
    Example{"sayso read report.txt", "Who says what, what happened, and the words, on the terminal."},
    Example{"sayso read --json reports/ > readings.jsonl", "All reports of a folder, one reading a line."},
    Example{"zcat crawl.jsonl.gz | sayso read --json - | jq -r '.statements[].act'",
            "As a filter from lines to lines."},
};

constexpr std::array analyse_options{
    json, Option{"--conllu", "", "", "Print CoNLL-U, the format of the Universal Dependencies.", {}}, threads, quiet};
constexpr std::array analyse_examples{
    Example{"sayso analyse report.txt", "Sentences with their words and names."},
    Example{"sayso analyse --conllu report.txt > report.conllu", "For tools that read CoNLL-U."},
};

constexpr std::array intake_options{json, quiet};
constexpr std::array intake_examples{
    Example{"sayso intake report.txt", "The report as it was taken in: what is headline, dateline, caption, teaser."},
    Example{"sayso intake --json reports/ > articles.jsonl", "All articles of a folder, one a line."},
};

constexpr std::array add_arguments{record, inputs};
constexpr std::array add_examples{
    Example{"sayso add incidents.sayso reports/", "Read a folder into a record, which is made if there is none."},
    Example{"sayso add incidents.sayso new.jsonl.gz && sayso show incidents.sayso", "Add more, then look."},
};

constexpr std::array show_arguments{
    record,
    Argument{"WHAT",
             "document: one document's reading, or the list of all. speaker: what somebody says, or the list of all "
             "speakers. words: where words stand.",
             what_to_show},
    Argument{"KEY",
             "Of a document: its number in the list, its id or the first eight digits of it, the id that the input "
             "gave, or its url. Of a speaker: words of the name. Of words: words, all of which must be there, "
             "\"phrases in quotation marks\" and beginn* of words.",
             {}},
};
constexpr std::array show_options{json,
                                  Option{"--most", "", "N", "With words: show at most N places. Without it, 50.", {}}};
constexpr std::array show_examples{
    Example{"sayso show incidents.sayso", "How much the record holds, and of what."},
    Example{"sayso show incidents.sayso document 12", "The reading of the twelfth document."},
    Example{"sayso show incidents.sayso speaker orvik", "All that speakers called Orvik say, report by report."},
    Example{"sayso show incidents.sayso words '\"old bridge\" warn*'", "Where the words stand, best first."},
};

constexpr std::array completion_arguments{Argument{"SHELL", "bash, zsh or fish.", shells}};
constexpr std::array completion_examples{
    Example{"source <(sayso completion bash)", "Completion in this bash."},
    Example{"sayso completion fish > ~/.config/fish/completions/sayso.fish", "Completion in each new fish."},
};

constexpr std::array manual_examples{
    Example{"sayso manual | man -l -", "Read it."},
};

constexpr std::array all_commands{
    Command{"read", "[INPUTS…]", "read reports: who says what, and what happened",
            "Reads each report and prints its reading: every statement with its speaker, through whom it came, what "
            "kind of statement it is and how sure the speaker is; every event with date, place, people and toll, and "
            "who tells it; and the words themselves, in which each of them is marked.",
            read_arguments, read_options, read_examples},
    Command{"analyse", "[INPUTS…]", "show the sentences, words and names of reports",
            "Prints the linguistic layer under a reading: sentences, words by the conventions of the Universal "
            "Dependencies, and names.",
            read_arguments, analyse_options, analyse_examples},
    Command{"intake", "[INPUTS…]", "show reports as they are taken in",
            "Prints what the intake makes of each input: what is known of the report, and which part of its text is "
            "headline, byline, dateline, paragraph, pull-quote, caption or teaser.",
            read_arguments, intake_options, intake_examples},
    Command{"add", "RECORD INPUTS…", "read reports into a record",
            "Reads the reports that the record does not hold yet and adds them, one at a time: whatever interrupts it, "
            "a report is in the record whole or not at all. Run again, it goes on from there and adds nothing twice. "
            "Ctrl-C ends it after the report that is being written.",
            add_arguments, read_options, add_examples},
    Command{
        "show", "RECORD [document|speaker|words] [KEY…]", "show what a record holds",
        "Without more, shows how much the record holds and the documents added last. Nothing in the record is changed.",
        show_arguments, show_options, show_examples},
    Command{"completion",
            "SHELL",
            "print the completion script of a shell",
            "Prints a script that lets the shell complete commands, options and file names.",
            completion_arguments,
            {},
            completion_examples},
    Command{"manual",
            "",
            "print the manual page",
            "Prints the manual page sayso(1), made from the same text as this help.",
            {},
            {},
            manual_examples},
};

constexpr std::array all_endings{
    Ending{ExitCode::done, "All was done. Also if whoever reads the output has had enough (as head has)."},
    Ending{ExitCode::fault, "A fault in sayso itself, or no memory left. Please report it."},
    Ending{ExitCode::usage, "The command line is wrong. Nothing was done."},
    Ending{ExitCode::missing,
           "An input, or the record or document to show, is missing: not there, no permission, or a folder without "
           "reports. The other inputs were worked through."},
    Ending{ExitCode::unreadable,
           "An input, or a line of one, could not be read: empty, binary, broken, cut off, too large. The others were "
           "worked through."},
    Ending{ExitCode::record, "The record is refused: no record, damaged, in use, or written by a newer version."},
    Ending{ExitCode::output, "Output or record cannot be written: full disk, read-only folder, no permission."},
    Ending{ExitCode::interrupted, "Interrupted by Ctrl-C."},
};

constexpr std::string_view several_endings =
    "Codes 5 and 6 end the run at once. If some inputs are missing and others unreadable, the code is 3.";

constexpr std::string_view purpose =
    "Sayso reads news reports and keeps the record of what happened and of who says so. Each field of a reading "
    "points at the words it came from; what only a source says stays that source's.";

struct Section {
    std::string_view title;
    std::string_view text;
};

constexpr std::array sections{
    Section{"JSON",
            "With --json, standard output holds JSON Lines and nothing else; messages go to standard error. A field "
            "without a value is left out. Positions count code points of the text and are half open.\n\n"
            "read prints readings, intake articles and analyse analyses, one a report, in the order of the inputs; "
            "their JSON Schemas are in docs/schema.\n\n"
            "add prints one object: added, reread (held before, read again because sayso has changed), already_there, "
            "not_read.\n\n"
            "show prints one object with the counts of the record (documents, texts, outlets, entities, statements, "
            "events, first_published, last_published); show RECORD document one line a document (number, id, given_id, "
            "url, outlet, title, published, headline, statements, events), with KEY the readings themselves; show "
            "RECORD speaker one line a speaker (name, anonymous, statements, documents), with KEY one line a "
            "statement (document, statement, speaker, act, certainty, quotation, via, content, cue); show RECORD words "
            "one line a place (document, before, match, after)."},
    Section{"ENVIRONMENT",
            "NO_COLOR, if set and not empty, and TERM=dumb switch colours off. COLUMNS is the width where the terminal "
            "tells none."},
};

// ---- Help -----------------------------------------------------------------------------------------

std::string names_of(const Option& option) {
    std::string names{option.name};
    if (!option.short_name.empty()) names = fmt::format("{}, {}", option.short_name, names);
    if (!option.value.empty()) names += fmt::format(" {}", option.value);
    return names;
}

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
    for (const auto& ending : all_endings) {
        add_row(page, std::to_string(static_cast<int>(ending.code)), 7, ending.text);
    }
    page.set_margin(2);
    page.add(several_endings);
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
    add_options(page, "Options of every command", common);
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
    add_paragraphs(page, purpose);
    add_heading(page, "Commands");
    for (const auto& command : all_commands) add_row(page, command.name, 14, command.brief);
    add_options(page, "Options of every command", common);
    add_heading(page, "Examples");
    add_example(page, read_examples[0]);
    add_example(page, read_examples[1]);
    add_example(page, add_examples[0]);
    add_example(page, show_examples[2]);
    add_endings(page);
    page.blank();
    page.add("sayso COMMAND --help tells more of a command, man sayso of everything.", Style::faint);
    page.end_line();
}

// ---- The manual page ------------------------------------------------------------------------------

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

}  // namespace

std::span<const Command> commands() {
    return all_commands;
}
std::span<const Option> common_options() {
    return common;
}
std::span<const Ending> endings() {
    return all_endings;
}

const Command* command_named(std::string_view name) {
    for (const auto& command : all_commands) {
        if (command.name == name) return &command;
    }
    return nullptr;
}

std::string help(const Command* command, const Page& form) {
    Typesetter page(form);
    if (command == nullptr) {
        add_program_help(page);
    } else {
        add_command_help(page, *command);
    }
    return page.take();
}

std::string manual_page() {
    std::string out = fmt::format(".TH SAYSO 1 {} \"Sayso {}\" \"User Commands\"\n", manual_date, version);
    roff_section(out, "NAME");
    out += "sayso \\- read news reports and keep the record of who says what\n";
    roff_section(out, "SYNOPSIS");
    out += ".B sayso\n" + roff("COMMAND [OPTIONS] …") + "\n";
    roff_section(out, "DESCRIPTION");
    roff_text(out, purpose);
    roff_section(out, "COMMANDS");
    for (const auto& command : all_commands) roff_command(out, command);
    roff_section(out, "OPTIONS");
    out += "Every command takes these.\n";
    for (const auto& option : common) roff_term(out, names_of(option), option.text);
    for (const auto& section : sections) {
        roff_section(out, section.title);
        roff_text(out, section.text);
    }
    roff_section(out, "EXIT STATUS");
    for (const auto& ending : all_endings) {
        roff_term(out, std::to_string(static_cast<int>(ending.code)), ending.text);
    }
    out += ".PP\n";
    roff_text(out, several_endings);
    roff_section(out, "EXAMPLES");
    bool first = true;
    for (const auto& command : all_commands) {
        for (const auto& example : command.examples) {
            if (!std::exchange(first, false)) out += ".PP\n";
            roff_example(out, example);
        }
    }
    return out;
}

}  // namespace sayso::cli
