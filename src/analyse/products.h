#pragma once

#include <vector>

#include "analyse/rows.h"

namespace sayso::analyse {

/// A matrix laid out for products with many rows. Each product is summed up in the order of the columns, so
/// that every processor gives the same bits.
class PackedMatrix {
public:
    PackedMatrix() = default;
    explicit PackedMatrix(Rows rows);

    /// Numbers in a row of a product: the matrix' rows, filled up to whole blocks.
    [[nodiscard]] std::size_t product_width() const { return blocks_ * lanes; }

    /// For each of `rows`, which are as wide as the matrix, its product with each of the matrix' rows.
    [[nodiscard]] std::vector<float> times(Rows rows) const;

private:
    static constexpr std::size_t lanes = 8;
    std::size_t blocks_ = 0, width_ = 0;
    std::vector<float> packed_;  ///< blocks of `lanes` rows, column by column
};

/// Numbers below 0 become 0.
[[nodiscard]] std::vector<float> rectified(Rows rows);

[[nodiscard]] float dot(std::span<const float> a, std::span<const float> b);

/// `Σ weight · max(0, a + b + c + d)`; all are as long as `weight`.
[[nodiscard]] float rectified_dot(std::span<const float> weight, std::span<const float> a, std::span<const float> b,
                                  std::span<const float> c, std::span<const float> d);

}  // namespace sayso::analyse
