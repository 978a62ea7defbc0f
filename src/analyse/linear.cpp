#include "analyse/linear.h"

#include <algorithm>
#include <numeric>

namespace sayso::analyse {
namespace {

std::vector<float> dequantised(const Matrix& weights) {
    std::vector<float> floats(weights.bytes.size());
    for (std::size_t i = 0; i < floats.size(); ++i) {
        floats[i] = static_cast<float>(weights.bytes[i]) * weights.scales[i / weights.in];
    }
    return floats;
}

Product product_of(const Matrix& weights, Number number) {
    if (number == Number::i8) return {number, weights.bytes.data(), weights.out, weights.in};
    if (!weights.whole_numbers()) return {number, weights.floats.data(), weights.out, weights.in};
    return {number, dequantised(weights).data(), weights.out, weights.in};
}

Number possible(const Matrix& weights, Number wanted) {
    return weights.whole_numbers() ? wanted : Number::f32;
}

}  // namespace

Linear::Linear(const Matrix& weights, std::span<const float> bias, Number number, const Kernels& kernels)
    : kernels_(&kernels),
      number_(possible(weights, number)),
      in_(weights.in),
      out_(weights.out),
      bias_(bias.begin(), bias.end()),
      product_(product_of(weights, number_)) {
    if (number_ == Number::f32) return;
    scale_.assign(weights.scales.begin(), weights.scales.end());
    offset_.resize(out_);
    for (std::size_t i = 0; i < out_; ++i) {
        const auto row = weights.bytes.subspan(i * in_, in_);
        offset_[i] = 128 * std::accumulate(row.begin(), row.end(), std::int32_t{0});
    }
}

void Linear::run(const float* in, std::size_t rows, float* out, LinearSpace& space) const {
    if (number_ == Number::f32) {
        product_.run(in, rows, out, space.product);
        for (std::size_t row = 0; row < rows; ++row) kernels_->add(out + row * out_, bias_.data(), out_);
        return;
    }
    space.codes.resize(std::max(space.codes.size(), rows * in_));
    space.scales.resize(Product::most_rows);
    for (std::size_t row = 0; row < rows; ++row) {
        space.scales[row] = kernels_->quantise(in + row * in_, in_, space.codes.data() + row * in_);
    }
    product_.run(space.codes.data(), rows, out, space.product);  // the sums lie where the floats will
    const Columns columns{offset_.data(), scale_.data(), bias_.data(), out_};
    for (std::size_t row = 0; row < rows; ++row) kernels_->dequantise(out + row * out_, columns, space.scales[row]);
}

}  // namespace sayso::analyse
