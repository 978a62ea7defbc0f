#include <cstddef>
#include <cstdint>

#include "intake/report_json.h"
#include "promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view line(reinterpret_cast<const char*>(data), size);
    try {
        const auto article = sayso::article_from_object(line, "fuzz", {});
        if (line.find("sayso-") == std::string_view::npos) check_promises(article);
    } catch (const sayso::BadInput&) {
    }
    (void)sayso::is_report_object(line);
    return 0;
}
