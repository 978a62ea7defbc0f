#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sayso::analyse {

/// A view of a matrix of weights, `[out, in]`: f32, or i8 with a scale for each row.
struct Matrix {
    std::size_t out = 0;
    std::size_t in = 0;
    std::span<const float> floats;
    std::span<const std::int8_t> bytes;
    std::span<const float> scales;

    [[nodiscard]] bool whole_numbers() const { return !bytes.empty(); }
};

}  // namespace sayso::analyse
