#pragma once

#include <cstddef>
#include <cstdint>

/// The arithmetic between the encoder's matrix products, on rows of floats. It exists twice: compiled for
/// any processor, and for those of x86 with AVX2 and FMA. Each sums in a fixed order, over eight lanes with AVX2
/// whatever wider vectors there are, so other rows, threads or a newer processor change nothing.
namespace sayso::analyse {

/// How a product's whole numbers become floats: `(sum - offset) * scale * the row's scale + bias`.
struct Columns {
    const std::int32_t* offset;
    const float* scale;
    const float* bias;
    std::size_t count;
};

/// One window's queries, keys and values as the product gives them: rows of `3 * heads * head_width` floats.
struct Attention {
    const float* rows;
    std::size_t count;
    std::size_t heads;
    std::size_t head_width;
    float* out;    ///< `count` rows of `heads * head_width`
    float* space;  ///< `attention_space(count, head_width)` floats
};

/// Widths are multiples of 8, but those of `dequantise` and `add` may be any; no pointer has to be aligned.
struct Kernels {
    /// Brings the row to whole numbers of -127 to 127, plus 128. Gives the scale.
    float (*quantise)(const float* row, std::size_t count, std::uint8_t* out);
    /// Turns a row of 32-bit integers into floats, in place.
    void (*dequantise)(void* row, const Columns& columns, float scale);
    void (*add)(float* row, const float* other, std::size_t count);
    /// `row * scale`, added: embeddings kept as whole numbers.
    void (*add_scaled)(float* row, const std::int8_t* other, float scale, std::size_t count);
    /// The mean of two rows.
    void (*mean)(const float* a, const float* b, float* out, std::size_t count);
    void (*gelu)(float* row, std::size_t count);
    /// Layer norm with epsilon 1e-12, in place.
    void (*normalise)(float* row, const float* weight, const float* bias, std::size_t count);
    void (*attend)(const Attention& window);
};

[[nodiscard]] constexpr std::size_t attention_space(std::size_t count, std::size_t head_width) {
    constexpr std::size_t together = 8;  // at least as many rows as are scored at once
    const std::size_t padded = (count + 15) / 16 * 16;
    return (padded + together) * head_width + 2 * padded * head_width + together * padded;
}

[[nodiscard]] const Kernels& plain_kernels();
/// Null where the compiler or the processor has no AVX2 with FMA.
[[nodiscard]] const Kernels* avx2_kernels();
/// The best that run here.
[[nodiscard]] const Kernels& kernels();

}  // namespace sayso::analyse
