#include <cstddef>
#include <cstdint>

#include "promises.h"
#include "sayso/intake.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    sayso::Report report;
    report.text.assign(reinterpret_cast<const char*>(data), size);
    report.origin = "fuzz";
    if (size > 8 && data[0] % 4 == 0) report.title = report.text.substr(1, data[1] % size);
    try {
        const auto article = sayso::make_article(report);
        check_promises(article);
        report.text = article.document.text;
        report.title = article.document.title;
        if (sayso::make_article(report).document.text != article.document.text) std::abort();
    } catch (const sayso::BadInput&) {
    }
    return 0;
}
