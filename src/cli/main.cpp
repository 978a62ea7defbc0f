#include <exception>
#include <new>
#include <string>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/terminal.h"

namespace {

using namespace sayso::cli;

ExitCode sayso_main(int count, const char* const* words) {
    try {
        return run(parse(count, words));
    } catch (const WrongUsage& error) {
        complain(error.what());
        return ExitCode::usage;
    } catch (const std::bad_alloc&) {
        complain(
            "no memory is left; fewer threads (--threads 1) need less, and if that does not help, please report it");
    } catch (const std::exception& error) {
        complain(std::string("a fault in sayso itself, please report it: ") + error.what());
    }
    return ExitCode::fault;
}

}  // namespace

int main(int count, char** words) {
    return static_cast<int>(sayso_main(count, words));
}
