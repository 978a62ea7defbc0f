#include "cli/commands.h"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <utility>

#include "cli/completion.h"
#include "cli/manual.h"
#include "cli/record_json.h"
#include "cli/terminal.h"
#include "cli/view.h"
#include "sayso/error.h"
#include "sayso/flow.h"
#include "sayso/json.h"
#include "sayso/version.h"

namespace sayso::cli {
namespace {

/// Set by Ctrl-C; a second one ends the program at once, which harms no record.
volatile std::sig_atomic_t interrupted = 0;

void heed_interrupts() {
    struct sigaction action {};
    action.sa_handler = [](int) { interrupted = 1; };
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
}

struct Interrupted {};

/// What could not be read, told as it comes.
class Faults {
public:
    explicit Faults(Progress& progress) : progress_(progress) {}

    void operator()(const Error& error) {
        progress_.clear();
        complain(error.what());
        const bool is_missing = dynamic_cast<const MissingInput*>(&error) != nullptr;
        ++(is_missing ? missing_ : unreadable_);
    }

    [[nodiscard]] std::uint64_t count() const { return missing_ + unreadable_; }

    [[nodiscard]] ExitCode code() const {
        if (missing_ > 0) return ExitCode::missing;
        return unreadable_ > 0 ? ExitCode::unreadable : ExitCode::done;
    }

private:
    Progress& progress_;
    std::uint64_t missing_ = 0;
    std::uint64_t unreadable_ = 0;
};

/// The inputs, or standard input if none is given and it is not a person's keyboard.
std::vector<std::string> inputs_of(const Arguments& arguments) {
    if (!arguments.inputs.empty()) return arguments.inputs;
    if (is_terminal(STDIN_FILENO)) {
        throw WrongUsage(
            fmt::format("no input is given; name files or folders, or pipe reports in; sayso {} --help "
                        "shows how it is used",
                        arguments.command));
    }
    return {"-"};
}

/// A run over many reports: what is printed, how far it is, what could not be read.
class Run {
public:
    /// Progress would only be in the way where the reports themselves are printed on the terminal.
    explicit Run(const Arguments& arguments)
        : arguments_(arguments),
          inputs_(inputs_of(arguments)),
          page_(page_of_output(arguments)),
          progress_(!arguments.quiet && is_terminal(STDERR_FILENO) &&
                    (arguments.command == "add" || !is_terminal(STDOUT_FILENO))),
          faults_(progress_) {}

    [[nodiscard]] const std::vector<std::string>& inputs() const { return inputs_; }
    [[nodiscard]] Page page() const { return page_; }
    [[nodiscard]] Output& output() { return output_; }
    [[nodiscard]] std::uint64_t not_read() const { return faults_.count(); }

    [[nodiscard]] FaultSink on_fault() {
        return [this](const Error& error) { faults_(error); };
    }

    [[nodiscard]] FlowOptions flow() {
        FlowOptions options;
        options.threads = arguments_.threads;
        options.on_progress = [this](std::uint64_t reports) { count(reports); };
        return options;
    }

    void count(std::uint64_t reports) {
        reports_ = reports;
        progress_.update(reports);
        if (interrupted != 0) throw Interrupted();
    }

    [[nodiscard]] std::uint64_t reports() const { return reports_; }

    /// A line of JSON, or a view that stands apart from the one before.
    bool print_line(std::string line) {
        line += '\n';
        return output_.write(line);
    }
    bool print_view(std::string_view view) {
        if (std::exchange(printed_, true)) output_.write("\n" + separator() + "\n");
        output_.write(view);
        return output_.flush();
    }

    void clear_progress() { progress_.clear(); }

    ExitCode end() {
        output_.flush();
        progress_.clear();
        if (faults_.count() > 0 && reports_ + faults_.count() > 1 && !arguments_.quiet) {
            complain(fmt::format("{} could not be read; {} read",
                                 counted(faults_.count(), "input or line", "inputs or lines"),
                                 counted(reports_, "report was", "reports were")));
        }
        return faults_.code();
    }

private:
    [[nodiscard]] std::string separator() const {
        std::string line;
        for (std::size_t i = 0; i < page_.width; ++i) line += "═";
        return line + "\n";
    }

    const Arguments& arguments_;
    std::vector<std::string> inputs_;
    Page page_;
    Output output_;
    Progress progress_;
    Faults faults_;
    std::uint64_t reports_ = 0;
    bool printed_ = false;
};

Analyser analyser_of(const Arguments& arguments) {
    return arguments.model.empty() ? Analyser() : Analyser(arguments.model);
}

ExitCode run_read(const Arguments& arguments) {
    Run run(arguments);
    const auto analyser = analyser_of(arguments);
    const Reader reader;
    read_all(
        run.inputs(), analyser, reader, run.flow(),
        [&](Reading&& reading) {
            return arguments.json ? run.print_line(to_json(reading)) : run.print_view(view_of(reading, run.page()));
        },
        run.on_fault());
    return run.end();
}

ExitCode run_analyse(const Arguments& arguments) {
    Run run(arguments);
    const auto analyser = analyser_of(arguments);
    analyse_all(
        run.inputs(), analyser, run.flow(),
        [&](Analysis&& analysis) {
            if (arguments.json) return run.print_line(to_json(analysis));
            if (arguments.conllu) return run.output().write(to_conllu(analysis));
            return run.print_view(view_of(analysis, run.page()));
        },
        run.on_fault());
    return run.end();
}

ExitCode run_intake(const Arguments& arguments) {
    Run run(arguments);
    std::uint64_t reports = 0;
    take_in(
        run.inputs(), {},
        [&](Article&& article) {
            run.count(++reports);
            return arguments.json ? run.print_line(to_json(article)) : run.print_view(view_of(article, run.page()));
        },
        run.on_fault());
    return run.end();
}

std::string summary_of(const AddCounts& counts, std::uint64_t not_read) {
    auto text =
        fmt::format("{} added, {} already there", counted(counts.added, "report", "reports"), counts.already_there);
    if (counts.reread > 0) text += fmt::format(", {} read again", counts.reread);
    if (not_read > 0) text += fmt::format(", {} could not be read", not_read);
    return text + ".\n";
}

ExitCode run_add(const Arguments& arguments) {
    Run run(arguments);
    const auto analyser = analyser_of(arguments);  // first, since a record is made if there is none
    Record record(arguments.record, Record::Access::write);
    const auto held_before = record.overview().documents;
    const Reader reader;
    heed_interrupts();
    try {
        const auto counts = add_all(run.inputs(), analyser, reader, record, run.flow(), run.on_fault());
        run.output().write(arguments.json ? json_of(counts, run.not_read()) + "\n"
                                          : summary_of(counts, run.not_read()));
        return run.end();
    } catch (const Interrupted&) {
        run.clear_progress();
        const auto added = record.overview().documents - held_before;
        complain(fmt::format("interrupted: {} added; the same command goes on from there",
                             counted(added, "report was", "reports were")));
        return ExitCode::interrupted;
    }
}

/// Prints rows as JSON Lines or as one view.
template <class Row>
void print_rows(Output& output, const Arguments& arguments, const std::vector<Row>& rows) {
    if (!arguments.json) {
        output.write(view_of(rows, page_of_output(arguments)));
        return;
    }
    for (const auto& row : rows) {
        if (!output.write(json_of(row) + "\n")) return;
    }
}

std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, " "));
}

/// The documents that the key names; if it is the number of one, that one alone.
std::vector<Record::DocumentRow> documents_named(const Record& record, const std::string& key) {
    auto found = record.find_documents(key);
    for (const auto& row : found) {
        if (std::to_string(row.number) == key) return {row};
    }
    return found;
}

/// One document's reading. A key that names several lists them, so that one can be named by its number.
void show_document(const Record& record, Output& output, const Arguments& arguments) {
    const auto key = joined(arguments.key);
    const auto found = documents_named(record, key);
    if (found.empty()) {
        throw MissingInput(fmt::format("{}: no document is named “{}”; sayso show {} document lists all",
                                       arguments.record, key, arguments.record));
    }
    if (arguments.json) {
        for (const auto& row : found) output.write(to_json(record.reading(row.number)) + "\n");
    } else if (found.size() == 1) {
        output.write(view_of(record.reading(found.front().number), page_of_output(arguments)));
    } else {
        output.write(view_of(found, page_of_output(arguments)));
    }
}

ExitCode run_show(const Arguments& arguments) {
    const Record record(arguments.record, Record::Access::read);
    Output output;
    if (arguments.what.empty()) {
        const auto overview = record.overview();
        output.write(arguments.json
                         ? json_of(overview) + "\n"
                         : view_of(overview, record.documents(), record.speakers(), page_of_output(arguments)));
    } else if (arguments.what == "words") {
        print_rows(output, arguments, record.find_words(joined(arguments.key), arguments.most));
    } else if (arguments.what == "speaker" && arguments.key.empty()) {
        print_rows(output, arguments, record.speakers());
    } else if (arguments.what == "speaker") {
        print_rows(output, arguments, record.statements_by(joined(arguments.key)));
    } else if (arguments.key.empty()) {
        print_rows(output, arguments, record.documents());
    } else {
        show_document(record, output, arguments);
    }
    output.flush();
    return ExitCode::done;
}

ExitCode print(std::string_view text) {
    Output output;
    output.write(text);
    output.flush();
    return ExitCode::done;
}

ExitCode dispatch(const Arguments& arguments) {
    const auto& command = arguments.command;
    if (arguments.help) return print(help(command_named(command), page_of_output(arguments)));
    if (arguments.version) return print(fmt::format("sayso {}\n", version));
    if (command == "read") return run_read(arguments);
    if (command == "analyse") return run_analyse(arguments);
    if (command == "intake") return run_intake(arguments);
    if (command == "add") return run_add(arguments);
    if (command == "show") return run_show(arguments);
    if (command == "completion") return print(completion(arguments.shell));
    return print(arguments.markdown ? manual_in_markdown() : manual_page());
}

ExitCode fail(ExitCode code, std::string_view sentence) {
    complain(sentence);
    return code;
}

}  // namespace

ExitCode run(const Arguments& arguments) {
    // Whether somebody still reads the output is told by writing to it, not by a signal.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return dispatch(arguments);
    } catch (const WrongUsage& error) {
        return fail(ExitCode::usage, error.what());
    } catch (const MissingInput& error) {
        return fail(ExitCode::missing, error.what());
    } catch (const BadInput& error) {
        return fail(ExitCode::unreadable, error.what());
    } catch (const BadModel& error) {
        return fail(ExitCode::model, error.what());
    } catch (const BadRecord& error) {
        return fail(ExitCode::record, error.what());
    } catch (const CannotWrite& error) {
        return fail(ExitCode::output, error.what());
    }
}

}  // namespace sayso::cli
