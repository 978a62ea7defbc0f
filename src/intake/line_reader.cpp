#include "intake/line_reader.h"

#include <cstring>

namespace sayso {

bool LineReader::refill() {
    if (begin_ < end_) return true;
    if (fault_) std::rethrow_exception(fault_);
    begin_ = 0;
    end_ = stream_.read(piece_.data(), piece_.size());
    return end_ > 0;
}

std::string_view LineReader::head() {
    constexpr std::size_t enough = 4096;
    while (end_ < enough && !fault_) {
        try {
            const auto count = stream_.read(piece_.data() + end_, piece_.size() - end_);
            if (count == 0) break;
            end_ += count;
        } catch (const Error&) {
            if (end_ == 0) throw;
            fault_ = std::current_exception();
        }
    }
    return {piece_.data(), end_};
}

LineReader::Line LineReader::next(std::string& line) {
    line.clear();
    bool too_long = false;
    bool any = false;
    while (refill()) {
        any = true;
        const char* begin = piece_.data() + begin_;
        const auto* line_end = static_cast<const char*>(std::memchr(begin, '\n', end_ - begin_));
        const auto count = line_end != nullptr ? static_cast<std::size_t>(line_end - begin) + 1 : end_ - begin_;
        if (!too_long) line.append(begin, count);
        begin_ += count;
        if (line.size() > most_) {
            too_long = true;
            line = std::string();
        }
        if (line_end != nullptr) break;
    }
    if (!any) return Line::none;
    ++number_;
    return too_long ? Line::too_long : Line::whole;
}

bool LineReader::next_piece(std::string& piece) {
    if (!refill()) return false;
    piece.assign(piece_.data() + begin_, end_ - begin_);
    begin_ = end_;
    return true;
}

}  // namespace sayso
