#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

/// The only part that knows oneDNN.
namespace sayso::analyse {

enum class Number : std::uint8_t { f32, i8 };

/// While it lives, oneDNN's products run on the calling thread alone. The thread's setting is put back.
class OneThread {
public:
    OneThread();
    ~OneThread();
    OneThread(const OneThread&) = delete;
    OneThread& operator=(const OneThread&) = delete;

private:
    int before_;
};

/// What oneDNN needs while it runs; one for each thread.
class ProductSpace {
public:
    ProductSpace();
    ~ProductSpace();
    ProductSpace(ProductSpace&&) noexcept;
    ProductSpace& operator=(ProductSpace&&) noexcept;

private:
    friend class Product;
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// `in · weightsᵀ` for a fixed matrix of weights, packed once in the order that the processor likes. Numbers
/// are f32 throughout, or u8 times i8 into 32-bit integers. Const use is safe from several threads.
class Product {
public:
    static constexpr std::size_t row_step = 16;   ///< rows come in multiples of it
    static constexpr std::size_t most_rows = 64;  ///< and no more than these at once: results stay in the cache

    /// `weights` are `[out, in]` and not used afterwards.
    Product(Number number, const void* weights, std::size_t out, std::size_t in);
    ~Product();
    Product(Product&&) noexcept;
    Product& operator=(Product&&) noexcept;

    void run(const void* in, std::size_t rows, void* out, ProductSpace& space) const;

private:
    struct Parts;
    std::unique_ptr<const Parts> parts_;
};

}  // namespace sayso::analyse
