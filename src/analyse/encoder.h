#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analyse/kernels.h"
#include "analyse/linear.h"

namespace sayso::analyse {

struct EncoderShape {
    std::size_t width = 0;
    std::size_t layers = 0;
    std::size_t heads = 0;
    std::size_t inner = 0;
};

/// One row of a window: a wordpiece with what is known of its word (docs/model.md).
struct Piece {
    std::uint32_t id = 0;
    std::uint8_t shape = 0;
    std::uint8_t gap = 0;

    friend bool operator==(const Piece&, const Piece&) = default;
};

struct Norm {
    std::span<const float> weight;
    std::span<const float> bias;
};

/// Views of the weights; `words` is used in place, so what they point into has to live on.
struct EncoderWeights {
    struct Part {
        Matrix weight;
        std::span<const float> bias;
    };
    struct Layer {
        Part qkv;
        Part out;
        Norm norm1;
        Part up;
        Part down;
        Norm norm2;
    };
    Matrix words;
    Matrix positions;
    Matrix shapes;
    Matrix gaps;
    Norm norm;
    std::vector<Layer> layers;
};

/// Room for one thread's windows.
struct EncoderSpace {
    LinearSpace linear;
    std::vector<float> rows;  ///< the result: a row for each piece
    std::vector<float> qkv;
    std::vector<float> attended;
    std::vector<float> attention;
    std::vector<float> block;
    std::vector<float> wide;
};

/// The transformer. A window is run by itself, so what comes out depends on nothing else; products are
/// as fast with 16 rows as with a thousand, so nothing is won by more windows at once.
class Encoder {
public:
    Encoder(const EncoderShape& shape, const EncoderWeights& weights, Number number, const Kernels& kernels);

    /// Leaves the last layer's rows in `space.rows`. There are at most as many pieces as positions.
    void run(std::span<const Piece> window, EncoderSpace& space) const;

private:
    struct Layer {
        Linear qkv;
        Linear out;
        Norm norm1;
        Linear up;
        Linear down;
        Norm norm2;
    };

    void embed(std::span<const Piece> window, float* rows) const;
    void run_layer(const Layer& layer, std::size_t count, EncoderSpace& space) const;
    void finish_rows(const Norm& norm, const float* added, float* rows, std::size_t count) const;

    EncoderShape shape_;
    EncoderWeights weights_;
    const Kernels* kernels_;
    std::vector<Layer> layers_;
};

/// Calls `work(first, count)` for blocks of rows that a `Linear` takes; together they cover `count` rows,
/// rounded up.
template <class Work>
void in_blocks(std::size_t count, const Work& work) {
    const std::size_t padded = (count + Product::row_step - 1) / Product::row_step * Product::row_step;
    for (std::size_t first = 0; first < padded; first += Product::most_rows) {
        work(first, padded - first < Product::most_rows ? padded - first : Product::most_rows);
    }
}

}  // namespace sayso::analyse
