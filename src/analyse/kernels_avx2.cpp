// Compiled with -mavx2 -mfma on x86, see CMakeLists.txt.
#if defined(__AVX2__) && defined(__FMA__)

#include "analyse/kernels.inc"

namespace sayso::analyse {

const Kernels* avx2_kernels() {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &table : nullptr;
}

}  // namespace sayso::analyse

#else

#include "analyse/kernels.h"

namespace sayso::analyse {

const Kernels* avx2_kernels() {
    return nullptr;
}

}  // namespace sayso::analyse

#endif
