#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analyse/kernels.h"
#include "analyse/matrix.h"
#include "analyse/product.h"

namespace sayso::analyse {

/// Room for one thread's products.
struct LinearSpace {
    ProductSpace product;
    std::vector<std::uint8_t> codes;
    std::vector<float> scales;
};

/// `in · weightsᵀ + bias`, from floats to floats. With i8 weights each row is brought to 8 bits before; a
/// row's result never depends on the rows beside it.
class Linear {
public:
    Linear(const Matrix& weights, std::span<const float> bias, Number number, const Kernels& kernels);

    [[nodiscard]] std::size_t in() const { return in_; }
    [[nodiscard]] std::size_t out() const { return out_; }

    /// `rows` is a multiple of `Product::row_step` and at most `Product::most_rows`.
    void run(const float* in, std::size_t rows, float* out, LinearSpace& space) const;

private:
    const Kernels* kernels_;
    Number number_;
    std::size_t in_;
    std::size_t out_;
    std::vector<float> bias_;
    std::vector<float> scale_;          ///< of each column of the result
    std::vector<std::int32_t> offset_;  ///< what the activations' 128 adds to each column
    Product product_;
};

}  // namespace sayso::analyse
