#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

#include "intake/byte_stream.h"

namespace sayso {

/// Lines of a stream, each with its line end. A line longer than `most` bytes is passed over without
/// being held.
class LineReader {
public:
    LineReader(ByteStream& stream, std::size_t most) : stream_(stream), most_(most) {}

    enum class Line { whole, too_long, none };
    /// The next line; `none` at the end.
    Line next(std::string& line);
    /// A piece of some size, without regard to lines; false at the end.
    bool next_piece(std::string& piece);
    /// Number of the line that `next` gave last, from 1.
    [[nodiscard]] std::uint64_t number() const { return number_; }

    /// The first bytes of the stream, for looking at; only before the first line is taken. A fault of the stream
    /// behind the first byte waits until the lines before it have been taken.
    [[nodiscard]] std::string_view head();

private:
    bool refill();

    ByteStream& stream_;
    std::size_t most_;
    std::uint64_t number_ = 0;
    std::array<char, 65536> piece_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::exception_ptr fault_;
};

}  // namespace sayso
