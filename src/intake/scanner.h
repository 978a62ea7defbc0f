#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace sayso {

/// Reads a text in small pieces from left to right. A copy of it looks ahead.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] std::string_view rest() const { return rest_; }

    /// A number of `least` to `most` digits, and no more.
    std::optional<unsigned> number(std::size_t least, std::size_t most) {
        std::size_t count = 0;
        unsigned value = 0;
        while (count < rest_.size() && count <= most && rest_[count] >= '0' && rest_[count] <= '9') {
            value = value * 10 + static_cast<unsigned>(rest_[count] - '0');
            ++count;
        }
        if (count < least || count > most) return std::nullopt;
        rest_.remove_prefix(count);
        return value;
    }

    /// Letters of ASCII, in lower case.
    std::string word() {
        const auto is_ascii_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        std::size_t size = 0;
        while (size < rest_.size() && is_ascii_letter(rest_[size])) ++size;
        auto out = lower(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return out;
    }

    bool skip(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void skip_any(std::string_view marks) {
        while (!rest_.empty() && marks.find(rest_.front()) != std::string_view::npos) rest_.remove_prefix(1);
    }

    /// White space, commas and points.
    void skip_gap() { skip_any(" \t,."); }

private:
    std::string_view rest_;
};

}  // namespace sayso
