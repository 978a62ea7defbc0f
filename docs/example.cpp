// Prints who says what in the reports named on the command line, one statement a line.
#include <iostream>

#include "sayso/sayso.h"

namespace {

void print_statements(const sayso::Reading& reading) {
    const std::string& text = reading.document.text;
    for (const sayso::Statement& statement : reading.statements) {
        // A quotation that the report gives to nobody has no source.
        std::cout << (statement.source ? sayso::words(text, statement.source->span) : "(nobody)") << '\t'
                  << sayso::name_of(statement.act);
        for (const sayso::Span part : statement.content) std::cout << '\t' << sayso::words(text, part);
        std::cout << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> inputs(argv + 1, argv + argc);
    const sayso::Analyser analyser;
    const sayso::Reader reader;

    bool all_read = true;
    sayso::read_all(
        inputs, analyser, reader, {},
        [](sayso::Reading&& reading) {
            print_statements(reading);
            return true;  // go on with the next report
        },
        [&](const sayso::Error& error) {
            std::cerr << error.what() << '\n';
            all_read = false;
        });
    return all_read ? 0 : 1;
}
