#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "promises.h"
#include "sayso/intake.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const int file = memfd_create("fuzz", 0);
    if (file < 0 || write(file, data, size) != static_cast<ssize_t>(size)) std::abort();
    const sayso::Limits limits{4096, 65536};
    sayso::take_in(
        {"/proc/self/fd/" + std::to_string(file)}, limits,
        [](sayso::Article&& article) {
            if (article.document.text.size() > 3 * 4096) std::abort();
            return true;
        },
        [](const sayso::Error&) {});
    close(file);
    return 0;
}
