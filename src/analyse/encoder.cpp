#include "analyse/encoder.h"

#include <algorithm>

namespace sayso::analyse {
namespace {

void at_least(std::vector<float>& values, std::size_t count) {
    if (values.size() < count) values.resize(count);
}

/// Adds a row of an embedding.
void add_row(const Matrix& matrix, std::size_t row, float* to, const Kernels& kernels) {
    if (matrix.whole_numbers()) {
        kernels.add_scaled(to, matrix.bytes.data() + row * matrix.in, matrix.scales[row], matrix.in);
    } else {
        kernels.add(to, matrix.floats.data() + row * matrix.in, matrix.in);
    }
}

}  // namespace

Encoder::Encoder(const EncoderShape& shape, const EncoderWeights& weights, Number number, const Kernels& kernels)
    : shape_(shape), weights_(weights), kernels_(&kernels) {
    const auto linear = [&](const EncoderWeights::Part& part) {
        return Linear(part.weight, part.bias, number, kernels);
    };
    layers_.reserve(weights.layers.size());
    for (const auto& layer : weights.layers) {
        layers_.push_back(
            {linear(layer.qkv), linear(layer.out), layer.norm1, linear(layer.up), linear(layer.down), layer.norm2});
    }
    weights_.layers.clear();  // they are packed now
}

void Encoder::embed(std::span<const Piece> window, float* rows) const {
    for (std::size_t i = 0; i < window.size(); ++i) {
        float* row = rows + i * shape_.width;
        std::fill_n(row, shape_.width, 0.0F);
        add_row(weights_.words, window[i].id, row, *kernels_);
        add_row(weights_.positions, i, row, *kernels_);
        add_row(weights_.shapes, window[i].shape, row, *kernels_);
        add_row(weights_.gaps, window[i].gap, row, *kernels_);
        kernels_->normalise(row, weights_.norm.weight.data(), weights_.norm.bias.data(), shape_.width);
    }
}

void Encoder::finish_rows(const Norm& norm, const float* added, float* rows, std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) {
        float* row = rows + i * shape_.width;
        kernels_->add(row, added + i * shape_.width, shape_.width);
        kernels_->normalise(row, norm.weight.data(), norm.bias.data(), shape_.width);
    }
}

void Encoder::run_layer(const Layer& layer, std::size_t count, EncoderSpace& space) const {
    const auto width = shape_.width;
    in_blocks(count, [&](std::size_t first, std::size_t rows) {
        layer.qkv.run(space.rows.data() + first * width, rows, space.qkv.data() + first * 3 * width, space.linear);
    });
    kernels_->attend(
        {space.qkv.data(), count, shape_.heads, width / shape_.heads, space.attended.data(), space.attention.data()});
    in_blocks(count, [&](std::size_t first, std::size_t rows) {
        float* const in = space.rows.data() + first * width;
        layer.out.run(space.attended.data() + first * width, rows, space.block.data(), space.linear);
        finish_rows(layer.norm1, space.block.data(), in, rows);
        layer.up.run(in, rows, space.wide.data(), space.linear);
        kernels_->gelu(space.wide.data(), rows * shape_.inner);
        layer.down.run(space.wide.data(), rows, space.block.data(), space.linear);
        finish_rows(layer.norm2, space.block.data(), in, rows);
    });
}

void Encoder::run(std::span<const Piece> window, EncoderSpace& space) const {
    const auto width = shape_.width;
    const auto padded = (window.size() + Product::row_step - 1) / Product::row_step * Product::row_step;
    at_least(space.rows, padded * width);
    at_least(space.qkv, padded * 3 * width);
    at_least(space.attended, padded * width);
    at_least(space.attention, attention_space(window.size(), width / shape_.heads));
    at_least(space.block, Product::most_rows * width);
    at_least(space.wide, Product::most_rows * shape_.inner);
    embed(window, space.rows.data());
    for (const auto& layer : layers_) run_layer(layer, window.size(), space);
}

}  // namespace sayso::analyse
