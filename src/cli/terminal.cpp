#include "cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <system_error>

#include "sayso/error.h"

namespace sayso::cli {
namespace {

constexpr std::size_t enough = 65'536;

std::string_view environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

std::size_t width_of_terminal() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    const auto columns = environment("COLUMNS");
    std::size_t width = 0;
    const auto parsed = std::from_chars(columns.data(), columns.data() + columns.size(), width);
    return parsed.ec == std::errc() && width > 0 && width <= 10'000 ? width : 80;
}

void write_to_errors(std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(STDERR_FILENO, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;  // there is nowhere left to tell it
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

bool is_terminal(int descriptor) {
    return isatty(descriptor) == 1;
}

Page page_of_output(const Arguments& arguments) {
    Page page;
    page.width = arguments.width ? *arguments.width : width_of_terminal();
    const bool wanted = is_terminal(STDOUT_FILENO) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
    page.colour = arguments.colour == Colour::always || (arguments.colour == Colour::automatic && wanted);
    return page;
}

bool Output::write(std::string_view text) {
    waiting_ += text;
    return waiting_.size() < enough ? open_ : flush();
}

bool Output::flush() {
    for (std::string_view rest = waiting_; open_ && !rest.empty();) {
        const auto written = ::write(STDOUT_FILENO, rest.data(), rest.size());
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            open_ = false;
        } else if (errno != EINTR) {
            const auto why = std::generic_category().message(errno);
            waiting_.clear();
            throw CannotWrite(
                fmt::format("standard output cannot be written ({}); what was printed is not whole", why));
        }
    }
    waiting_.clear();
    return open_;
}

Progress::Progress(bool shown) : shown_(shown) {}

Progress::~Progress() {
    clear();
}

void Progress::update(std::uint64_t reports) {
    using namespace std::chrono_literals;
    const auto now = Clock::now();
    if (!shown_ || now - drawn_at_ < 200ms) return;
    const std::chrono::duration<double> seconds = now - begun_;
    write_to_errors(
        fmt::format("\r\x1b[K{} reports, {:.0f} a second", reports, static_cast<double>(reports) / seconds.count()));
    drawn_ = true;
    drawn_at_ = now;
}

void Progress::clear() {
    if (!drawn_) return;
    write_to_errors("\r\x1b[K");
    drawn_ = false;
}

void complain(std::string_view sentence) {
    write_to_errors(fmt::format("sayso: {}\n", harmless(sentence)));
}

}  // namespace sayso::cli
