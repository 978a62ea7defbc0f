#include "cli/manual.h"

#include <fmt/format.h>

#include <array>

namespace sayso::cli {
namespace {

using Words = std::array<std::string_view, 3>;

constexpr Words when_to_colour{"auto", "always", "never"};
constexpr Words what_to_show{"document", "speaker", "words"};
constexpr Words shells{"bash", "zsh", "fish"};

constexpr Option json{"--json", "", "", "Print JSON Lines, one object on each line, and nothing else.", {}};
constexpr Option threads{
    "--threads", "", "N", "Work with N threads. Without it, one for each core; the output is the same.", {}};
constexpr Option model{
    "--model", "", "FILE", "Analyse with the weights in FILE. Without it, with those that came with sayso.", {}};
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
constexpr std::array read_options{json, model, threads, quiet};
constexpr std::array read_examples{
    Example{"sayso read report.txt", "Who says what, what happened, and the words, on the terminal."},
    Example{"sayso read --json reports/ > readings.jsonl", "All reports of a folder, one reading a line."},
    Example{"zcat crawl.jsonl.gz | sayso read --json - | jq -r '.statements[].act'",
            "As a filter from lines to lines."},
};

constexpr std::array analyse_options{
    json, Option{"--conllu", "", "", "Print CoNLL-U, the format of the Universal Dependencies.", {}}, model, threads,
    quiet};
constexpr std::array analyse_examples{
    Example{"sayso analyse report.txt", "Sentences with their words, trees and names."},
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
             "gave, or its url; if it names several, they are listed, and the number tells them apart. Of a speaker: "
             "words of the name. Of words: words, all of which must be there, "
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

constexpr std::array manual_options{Option{"--markdown", "", "", "Print it as Markdown.", {}}};
constexpr std::array manual_examples{
    Example{"sayso manual | man -l -", "Read it."},
};

constexpr std::array all_commands{
    Command{"read", "[INPUTS…]", "read reports: who says what, and what happened",
            "Reads each report and prints its reading: every statement with its speaker, through whom it came, what "
            "kind of statement it is and how sure the speaker is; every event with date, place, people and toll, and "
            "who tells it; and the words themselves, in which each of them is marked.",
            read_arguments, read_options, read_examples},
    Command{
        "analyse", "[INPUTS…]", "show the sentences, words, trees and names of reports",
        "Prints the linguistic layer under a reading: sentences, words with lemma, part of speech and tree by the "
        "conventions of the Universal Dependencies, and names; as JSON also mentions of the same, and attributions.",
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
    Command{"show", "RECORD [document|speaker|words] [KEY…]", "show what a record holds",
            "Without more, shows how much the record holds, who says most in it and the documents added last. Nothing "
            "in the record is changed.",
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
            manual_options,
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
    Ending{ExitCode::model,
           "The weights of the analyser are refused: absent, damaged, or of a newer version. Nothing was done."},
    Ending{ExitCode::interrupted, "Interrupted by Ctrl-C."},
};

constexpr std::string_view rank_of_endings =
    "Codes 5, 6 and 7 end the run at once. If some inputs are missing and others unreadable, the code is 3.";

constexpr std::string_view what_for =
    "Sayso reads news reports and keeps the record of what happened and of who says so. Each field of a reading "
    "points at the words it came from; what only a source says stays that source's.";

constexpr std::array all_sections{
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
    Section{"Environment",
            "SAYSO_MODEL names the file of weights where --model does not.\n\n"
            "NO_COLOR, if set and not empty, and TERM=dumb switch colours off. COLUMNS is the width where the terminal "
            "tells none."},
};

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

std::span<const Section> sections() {
    return all_sections;
}
std::string_view purpose() {
    return what_for;
}
std::string_view several_endings() {
    return rank_of_endings;
}

std::string names_of(const Option& option) {
    std::string names{option.name};
    if (!option.short_name.empty()) names = fmt::format("{}, {}", option.short_name, names);
    if (!option.value.empty()) names += fmt::format(" {}", option.value);
    return names;
}

}  // namespace sayso::cli
