#include "read/headlines.h"

#include <algorithm>

#include "read/quoted_parts.h"
#include "read/unit_view.h"

namespace sayso {
namespace {

bool known_there(const TextWords& words, const Unit& unit, const std::vector<Attribution>& known) {
    const auto span = words.span(unit.first, unit.last);
    return std::any_of(known.begin(), known.end(), [&](const Attribution& one) {
        return std::any_of(one.statement.content.begin(), one.statement.content.end(),
                           [&](Span content) { return content.overlaps(span); });
    });
}

/// A telegraphic claim has at least two words, and its first is no name's: ‘knew of leak’, but ‘Big Mary’.
bool claims(const TextWords& words, const QuotedText& quotation, Index first) {
    const auto last = words.word_at(quotation.span.end - 1) + 1;
    return last - first >= 4 && !words[first + 1].capital;
}

}  // namespace

std::vector<Attribution> headline_quotations(const TextWords& words, const std::vector<Attribution>& known) {
    std::vector<Attribution> found;
    for (const auto& unit : words.units) {
        const UnitView u{words, unit};
        if (!is_short_title(u) || known_there(words, unit, known)) continue;
        for (auto i = unit.first; i < unit.last; ++i) {
            if (!opens(u, i) || !claims(words, quotation(u, words[i].quoted), i)) continue;
            Attribution one;
            one.first = i;
            one.last = unit.last;
            while (one.last > i + 1 && terminator(u, one.last - 1)) --one.last;
            one.statement.content.push_back(words.span(i, one.last));
            judge_quotation(words, one);
            found.push_back(std::move(one));
            break;
        }
    }
    return found;
}

}  // namespace sayso
