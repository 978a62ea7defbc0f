#include "analyse/products.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace sayso::analyse {
namespace {

/// Eight numbers side by side. Compilers make two registers of them where the processor has no wider ones.
using Lanes [[gnu::vector_size(32)]] = float;
constexpr std::size_t lanes = sizeof(Lanes) / sizeof(float);
constexpr std::size_t tile = 4;  ///< rows that are worked on at once, so that the matrix is loaded less often

using TileRows = std::array<const float*, tile>;
using TileProducts = std::array<float*, tile>;
using Multiply = void (*)(const TileRows&, const float*, std::size_t, const TileProducts&);

void multiply_plainly(const TileRows& rows, const float* block, std::size_t width, const TileProducts& products) {
    Lanes sums[tile] = {};
    for (std::size_t i = 0; i < width; ++i) {
        Lanes column;
        std::memcpy(&column, block + i * lanes, sizeof column);
        for (std::size_t row = 0; row < tile; ++row) sums[row] += rows[row][i] * column;
    }
    for (std::size_t row = 0; row < tile; ++row) std::memcpy(products[row], &sums[row], sizeof(Lanes));
}

#if defined(__x86_64__)
/// The same in words, since compilers choose registers before they put a function's body into another. Without
/// FMA, which would round differently.
[[gnu::target("avx2")]] void multiply_with_avx2(const TileRows& rows, const float* block, std::size_t width,
                                                const TileProducts& products) {
    Lanes sums[tile] = {};
    for (std::size_t i = 0; i < width; ++i) {
        Lanes column;
        std::memcpy(&column, block + i * lanes, sizeof column);
        for (std::size_t row = 0; row < tile; ++row) sums[row] += rows[row][i] * column;
    }
    for (std::size_t row = 0; row < tile; ++row) std::memcpy(products[row], &sums[row], sizeof(Lanes));
}

Multiply best_multiply() {
    return __builtin_cpu_supports("avx2") ? multiply_with_avx2 : multiply_plainly;
}
#else
Multiply best_multiply() {
    return multiply_plainly;
}
#endif

using Four [[gnu::vector_size(16)]] = float;

Four four_at(std::span<const float> numbers, std::size_t at) {
    Four four;
    std::memcpy(&four, numbers.data() + at, sizeof four);
    return four;
}

/// Sums up what `four` makes of four places at once, and `one` of those that are left.
template <class FourTerms, class OneTerm>
float sum_of(std::size_t count, const FourTerms& four, const OneTerm& one) {
    Four even = {}, odd = {};  // two, since each sum waits for the one before
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        even += four(i);
        odd += four(i + 4);
    }
    even += odd;
    float sum = (even[0] + even[1]) + (even[2] + even[3]);
    for (; i < count; ++i) sum += one(i);
    return sum;
}

}  // namespace

PackedMatrix::PackedMatrix(Rows rows) : blocks_((rows.count() + lanes - 1) / lanes), width_(rows.width()) {
    static_assert(lanes == analyse::lanes);
    packed_.resize(blocks_ * lanes * width_);
    for (std::size_t at = 0; at < rows.count(); ++at) {
        float* block = packed_.data() + at / lanes * lanes * width_;
        const auto row = rows[at];
        for (std::size_t i = 0; i < width_; ++i) block[i * lanes + at % lanes] = row[i];
    }
}

std::vector<float> PackedMatrix::times(Rows rows) const {
    std::vector<float> products(rows.count() * product_width());
    std::array<float, lanes> unused;
    const auto multiply = best_multiply();
    for (std::size_t first = 0; first < rows.count(); first += tile) {
        TileRows some;
        for (std::size_t i = 0; i < tile; ++i) some[i] = rows[std::min(first + i, rows.count() - 1)].data();
        for (std::size_t block = 0; block < blocks_; ++block) {
            TileProducts out;
            for (std::size_t i = 0; i < tile; ++i) {
                const bool used = first + i < rows.count();
                out[i] = used ? products.data() + (first + i) * product_width() + block * lanes : unused.data();
            }
            multiply(some, packed_.data() + block * lanes * width_, width_, out);
        }
    }
    return products;
}

std::vector<float> rectified(Rows rows) {
    std::vector<float> out(rows.count() * rows.width());
    for (std::size_t at = 0; at < rows.count(); ++at) {
        const float* row = rows[at].data();
        float* positive = out.data() + at * rows.width();
        for (std::size_t i = 0; i < rows.width(); ++i) positive[i] = std::max(row[i], 0.0F);
    }
    return out;
}

float dot(std::span<const float> a, std::span<const float> b) {
    return sum_of(
        a.size(), [&](std::size_t i) { return four_at(a, i) * four_at(b, i); },
        [&](std::size_t i) { return a[i] * b[i]; });
}

float rectified_dot(std::span<const float> weight, std::span<const float> a, std::span<const float> b,
                    std::span<const float> c, std::span<const float> d) {
    const auto four = [&](std::size_t i) {
        const Four sum = four_at(a, i) + four_at(b, i) + four_at(c, i) + four_at(d, i);
        return four_at(weight, i) * (sum > 0 ? sum : Four{});
    };
    return sum_of(weight.size(), four,
                  [&](std::size_t i) { return weight[i] * std::max(a[i] + b[i] + c[i] + d[i], 0.0F); });
}

}  // namespace sayso::analyse
