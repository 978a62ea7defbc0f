#include "analyse/product.h"

#include <algorithm>
#include <array>
#include <oneapi/dnnl/dnnl.hpp>

// Of libgomp, which oneDNN runs on; the settings are the calling thread's own.
extern "C" {
int omp_get_max_threads();
void omp_set_num_threads(int count);
}

namespace sayso::analyse {
namespace {

using Type = dnnl::memory::data_type;
using Order = dnnl::memory::format_tag;

const dnnl::engine& processor() {
    static const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
    return engine;
}

dnnl::memory::desc matrix(std::size_t rows, std::size_t columns, Type type, Order order) {
    return {{static_cast<dnnl::memory::dim>(rows), static_cast<dnnl::memory::dim>(columns)}, type, order};
}

dnnl::matmul::primitive_desc plan(const dnnl::memory::desc& in, const dnnl::memory::desc& weights,
                                  const dnnl::memory::desc& out) {
    dnnl::primitive_attr attributes;
    attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);  // else a product is not safe in two threads
#if DNNL_VERSION_MAJOR >= 3
    return {processor(), in, weights, out, attributes};
#else
    return {{in, weights, out}, attributes, processor()};
#endif
}

}  // namespace

OneThread::OneThread() : before_(omp_get_max_threads()) {
    omp_set_num_threads(1);
}

OneThread::~OneThread() {
    omp_set_num_threads(before_);
}

struct ProductSpace::Parts {
    dnnl::stream stream{processor()};
    std::vector<std::byte> scratch;
};

ProductSpace::ProductSpace() : parts_(std::make_unique<Parts>()) {}
ProductSpace::~ProductSpace() = default;
ProductSpace::ProductSpace(ProductSpace&&) noexcept = default;
ProductSpace& ProductSpace::operator=(ProductSpace&&) noexcept = default;

struct Product::Parts {
    struct Plan {
        dnnl::memory::desc in;
        dnnl::memory::desc out;
        dnnl::memory::desc scratch;
        dnnl::matmul product;
    };
    std::array<Plan, most_rows / row_step> plans;  ///< for each number of rows
    dnnl::memory weights;
};

Product::Product(Number number, const void* weights, std::size_t out, std::size_t in) {
    const OneThread one_thread;
    const bool whole = number == Number::i8;
    auto parts = std::make_unique<Parts>();
    auto packed = matrix(in, out, whole ? Type::s8 : Type::f32, Order::any);
    // The largest number of rows decides how the weights are packed.
    for (std::size_t i = parts->plans.size(); i-- > 0;) {
        auto& [in_form, out_form, scratch, product] = parts->plans[i];
        in_form = matrix((i + 1) * row_step, in, whole ? Type::u8 : Type::f32, Order::ab);
        out_form = matrix((i + 1) * row_step, out, whole ? Type::s32 : Type::f32, Order::ab);
        const auto planned = plan(in_form, packed, out_form);
        packed = planned.weights_desc();
        scratch = planned.scratchpad_desc();
        product = dnnl::matmul(planned);
    }
    // oneDNN takes no pointer to const, but only reads here.
    dnnl::memory given(matrix(in, out, whole ? Type::s8 : Type::f32, Order::ba), processor(),
                       const_cast<void*>(weights));
    parts->weights = dnnl::memory(packed, processor());
    dnnl::stream stream(processor());
    dnnl::reorder(given, parts->weights).execute(stream, given, parts->weights);
    stream.wait();
    parts_ = std::move(parts);
}

Product::~Product() = default;
Product::Product(Product&&) noexcept = default;
Product& Product::operator=(Product&&) noexcept = default;

void Product::run(const void* in, std::size_t rows, void* out, ProductSpace& space) const {
    const auto& [in_form, out_form, scratch, product] = parts_->plans.at(rows / row_step - 1);
    auto& parts = *space.parts_;
    parts.scratch.resize(std::max(parts.scratch.size(), scratch.get_size()));
    product.execute(parts.stream, {{DNNL_ARG_SRC, {in_form, processor(), const_cast<void*>(in)}},
                                   {DNNL_ARG_WEIGHTS, parts_->weights},
                                   {DNNL_ARG_DST, {out_form, processor(), out}},
                                   {DNNL_ARG_SCRATCHPAD, {scratch, processor(), parts.scratch.data()}}});
    parts.stream.wait();
}

}  // namespace sayso::analyse
