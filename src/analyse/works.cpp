#include "analyse/works.h"

#include "analyse/characters.h"

namespace sayso::analyse {
namespace {

constexpr std::uint32_t longest_title = 10;

bool is_quotation_mark(const NameWords& words, std::uint32_t at) {
    const auto code = first_of(words.form(at));
    return code == '"' || code == 0x201C || code == 0x201D || code == 0x2018 || code == 0x2019 || code == '\'' ||
           code == 0xAB || code == 0xBB;
}

/// "the novel “", "a film, “", "a song called “"
bool is_announced(const NameWords& words, std::uint32_t first, std::uint32_t quote) {
    if (quote <= first) return false;
    const auto before = words.is_form(quote - 1, ",") && quote > first + 1 ? quote - 2 : quote - 1;
    return words.is(before, work) && words.is(before, small);
}

/// Where the words of the title in quotation marks end; `at` if what stands there is not capitalised as titles are.
std::uint32_t title_end(const NameWords& words, std::uint32_t at, std::uint32_t end) {
    std::uint32_t long_words = 0, capitals = 0;
    for (auto i = at; i < end && i <= at + longest_title; ++i) {
        if (i > at && is_quotation_mark(words, i) &&
            !(words.glued(i) && i + 1 < end && words.glued(i + 1) && words.is(i + 1, small))) {
            auto last = i;
            while (last > at && !words.is(last - 1, capital | small | digit)) --last;
            return capitals == long_words ? last : at;
        }
        if (words.is(i, small) && words.form(i).size() < 5) continue;
        long_words += words.is(i, capital | small) ? 1 : 0;
        capitals += words.is(i, capital) ? 1 : 0;
    }
    return at;
}

}  // namespace

void find_works(NameWords& words, std::vector<Name>& names) {
    for (const auto& sentence : words.analysis().sentences) {
        for (auto at = sentence.first; at + 1 < sentence.last; ++at) {
            if (!is_quotation_mark(words, at) || !words.glued(at + 1) || !words.is(at + 1, capital)) continue;
            if (!is_announced(words, sentence.first, at)) continue;
            const auto end = title_end(words, at + 1, sentence.last);
            if (end == at + 1) continue;
            names.push_back({words.span(at + 1, end), NameType::misc});
            words.take(at + 1, end);
            at = end;
        }
    }
}

}  // namespace sayso::analyse
