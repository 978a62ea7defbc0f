#include "analyse/kernels.inc"

namespace sayso::analyse {

const Kernels& plain_kernels() {
    return table;
}

const Kernels& kernels() {
    const Kernels* best = avx2_kernels();
    return best != nullptr ? *best : plain_kernels();
}

}  // namespace sayso::analyse
