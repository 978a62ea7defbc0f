#include "read/words.h"

#include <algorithm>

#include "base/utf8.h"

namespace sayso {
namespace {

std::string plain_low(std::string_view form) {
    auto low = lower(form);
    constexpr std::string_view curly = "’";
    for (auto at = low.find(curly); at != std::string::npos; at = low.find(curly, at))
        low.replace(at, curly.size(), "'");
    return low;
}

Word word_of(const Analysis& analysis, const Token& token) {
    const auto form = analysis.form(token);
    const bool capital = !form.empty() && is_upper(decode(form, 0).code);
    const bool glued = token.span.begin > 0 && !is_space(decode_before(analysis.text, token.span.begin).code);
    return {token.span, plain_low(form), capital, glued};
}

const Zone* zone_at(const std::vector<Zone>& zones, std::uint32_t at) {
    const auto next = std::upper_bound(zones.begin(), zones.end(), at,
                                       [](std::uint32_t offset, const Zone& zone) { return offset < zone.span.begin; });
    if (next == zones.begin() || std::prev(next)->span.end <= at) return nullptr;
    return &*std::prev(next);
}

}  // namespace

std::vector<std::string_view> parts_of(std::string_view text, char mark) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(mark), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

bool is_determiner(std::string_view word) {
    return one_of(word, "the", "a", "an", "this", "these", "those", "its", "his", "her", "their", "our", "'s", "'",
                  "another", "each", "every", "any", "some", "no", "several", "recent", "two", "three");
}

std::vector<WordSentence> readable_sentences(const Article& article, const Analysis& analysis) {
    std::vector<WordSentence> sentences;
    for (const auto& sentence : analysis.sentences) {
        const auto* zone = zone_at(article.document.zones, sentence.span.begin);
        if (!zone || zone->kind == ZoneKind::teaser || sentence.first == sentence.last) continue;
        WordSentence readable{{}, zone->kind, sentence.first};
        for (auto i = sentence.first; i < sentence.last; ++i) {
            readable.words.push_back(word_of(analysis, analysis.tokens[i]));
        }
        sentences.push_back(std::move(readable));
    }
    return sentences;
}

}  // namespace sayso
