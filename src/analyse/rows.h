#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sayso::analyse {

/// Rows of numbers that lie elsewhere. Some of the columns of wider rows are rows too.
class Rows {
public:
    Rows() = default;
    Rows(std::span<const float> values, std::size_t width)
        : data_(values.data()), count_(width > 0 ? values.size() / width : 0), width_(width), stride_(width) {}

    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::size_t width() const { return width_; }
    [[nodiscard]] std::span<const float> operator[](std::size_t at) const { return {data_ + at * stride_, width_}; }

    [[nodiscard]] Rows columns(std::size_t first, std::size_t width) const {
        Rows part = *this;
        part.data_ += first;
        part.width_ = width;
        return part;
    }
    [[nodiscard]] Rows part(std::size_t first, std::size_t last) const {
        Rows part = *this;
        part.data_ += first * stride_;
        part.count_ = last - first;
        return part;
    }

private:
    const float* data_ = nullptr;
    std::size_t count_ = 0, width_ = 0, stride_ = 0;
};

/// Words `[first, last)`; what they are counted from is said where the range is used.
struct WordRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return last - first; }
    [[nodiscard]] constexpr bool contains(WordRange other) const { return first <= other.first && other.last <= last; }
    bool operator==(const WordRange&) const = default;
};

/// The place of the highest score, the first of equal ones; 0 if there are none.
[[nodiscard]] inline std::size_t best_of(std::span<const float> scores) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < scores.size(); ++i) {
        if (scores[i] > scores[best]) best = i;
    }
    return best;
}

}  // namespace sayso::analyse
