#include "read/text_words.h"

#include <algorithm>

#include "base/utf8.h"

namespace sayso {
namespace {

bool quotation_mark(std::string_view form) {
    static constexpr std::string_view marks[] = {"\"", "“",  "”", "„", "‟", "‘", "’", "'",
                                                 "''", "``", "«", "»", "‹", "›", "`", "‚"};
    for (const auto mark : marks) {
        if (form == mark) return true;
    }
    return false;
}

bool has_word_characters(std::string_view form) {
    for (std::size_t at = 0; at < form.size();) {
        const auto next = decode(form, at);
        if (is_letter(next.code) || is_digit(next.code)) return true;
        at = next.next;
    }
    return false;
}

TextWord word_of(const Analysis& analysis, const Token& token, const Lexicons& lexicons) {
    TextWord word;
    word.span = token.span;
    word.form = analysis.form(token);
    word.lower = lower(word.form);
    for (std::size_t at; (at = word.lower.find("’")) != std::string::npos;) word.lower.replace(at, 3, "'");
    word.punctuation = !has_word_characters(word.form);
    word.mark = word.punctuation && quotation_mark(word.form);
    word.capital = !word.form.empty() && is_upper(decode(word.form, 0).code);
    if (!word.punctuation || word.lower == "'") {
        word.classes = lexicons.classes(word.lower);
        word.noun = lexicons.noun(word.lower);
    }
    return word;
}

}  // namespace

std::int32_t TextWords::word_at(std::uint32_t at) const {
    const auto found =
        std::partition_point(all.begin(), all.end(), [&](const TextWord& word) { return word.span.end <= at; });
    return static_cast<std::int32_t>(found - all.begin());
}

TextWords words_of(const Article& article, const Analysis& analysis, const Lexicons& lexicons) {
    TextWords out;
    out.document = &article.document;
    out.analysis = &analysis;
    out.lexicons = &lexicons;
    out.quotations = find_quotations(article.document);
    const auto& zones = article.document.zones;
    const auto& quotations = out.quotations;
    out.all.reserve(analysis.tokens.size());

    std::size_t zone = 0, name = 0, quotation = 0;
    bool open_unit = false;
    for (const auto& sentence : analysis.sentences) {
        while (zone < zones.size() && zones[zone].span.end <= sentence.span.begin) {
            ++zone;
            open_unit = false;
        }
        if (zone == zones.size()) break;
        if (zones[zone].kind == ZoneKind::teaser || sentence.span.begin < zones[zone].span.begin) continue;
        const auto z = static_cast<std::uint32_t>(zone);
        for (auto t = sentence.first; t < sentence.last; ++t) {
            auto word = word_of(analysis, analysis.tokens[t], lexicons);
            word.token = t;
            while (name < analysis.names.size() && analysis.names[name].span.end <= word.span.begin) ++name;
            if (name < analysis.names.size() && analysis.names[name].span.contains(word.span)) {
                word.name = static_cast<std::int32_t>(name);
            }
            while (quotation < quotations.size() &&
                   (quotations[quotation].depth > 0 || quotations[quotation].span.end <= word.span.begin)) {
                ++quotation;
            }
            if (quotation < quotations.size() && quotations[quotation].span.contains(word.span)) {
                word.quoted = static_cast<std::int32_t>(quotation);
                if (word.span.begin < quotations[quotation].inside.begin ||
                    word.span.end > quotations[quotation].inside.end) {
                    word.mark = true;
                    word.punctuation = true;
                    word.classes = 0;
                }
            }
            const auto here = static_cast<std::int32_t>(out.all.size());
            if (!open_unit) {
                out.units.push_back({here, here, z});
                open_unit = true;
            }
            out.units.back().last = here + 1;
            out.unit_of.push_back(static_cast<std::int32_t>(out.units.size()) - 1);
            out.all.push_back(std::move(word));
        }
        if (out.all.empty()) continue;
        // A sentence's end inside a quotation is no unit's end.
        const auto& last = out.all.back();
        const bool inside =
            last.quoted != none && quotations[static_cast<std::size_t>(last.quoted)].span.end > sentence.span.end;
        if (!inside) open_unit = false;
    }
    return out;
}

}  // namespace sayso
