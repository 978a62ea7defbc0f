#pragma once

#include <cstdlib>

#include "base/utf8.h"
#include "sayso/article.h"

/// What every article keeps, whatever it was made from.
inline void check_promises(const sayso::Article& article) {
    const auto& document = article.document;
    const auto require = [](bool kept) {
        if (!kept) std::abort();
    };
    require(!sayso::first_invalid_utf8(document.text));
    std::uint32_t last = 0;
    for (const auto& zone : document.zones) {
        require(last <= zone.span.begin && zone.span.begin < zone.span.end && zone.span.end <= document.text.size());
        const auto inside = sayso::words(document.text, zone.span);
        require(sayso::trimmed(inside).size() == inside.size() && !sayso::first_invalid_utf8(inside));
        last = zone.span.end;
    }
}
