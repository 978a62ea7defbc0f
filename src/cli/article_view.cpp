#include <fmt/format.h>

#include <utility>

#include "cli/view.h"

namespace sayso::cli {
namespace {

constexpr std::size_t margin = 13;

/// A name in the margin and a value beside it.
void field(Typesetter& out, std::string_view name, std::string_view value) {
    out.label(name, Style::faint);
    out.add(value);
    out.end_line();
}

void field_if_known(Typesetter& out, std::string_view name, const std::optional<std::string>& value) {
    if (value) field(out, name, *value);
}

/// The words of a sentence as they are told apart: "do|n't", "Lisk/PROPN".
std::string word_list(const Analysis& analysis, const Sentence& sentence) {
    std::string out;
    for (auto i = sentence.first; i < sentence.last; ++i) {
        const auto& token = analysis.tokens[i];
        if (i > sentence.first) out += token.joined ? "|" : " · ";
        out += analysis.form(token);
        if (token.upos) out += "/" + *token.upos;
    }
    return out;
}

}  // namespace

std::string view_of(const Article& article, Page page) {
    const auto& document = article.document;
    Typesetter out(page);
    out.set_margin(margin);
    if (!article.origin.empty()) field(out, "from", article.origin);
    field(out, "id", document.id);
    field_if_known(out, "given id", article.given_id);
    field_if_known(out, "url", document.url);
    field_if_known(out, "outlet", document.outlet);
    field_if_known(out, "title", document.title);
    if (!document.authors.empty()) field(out, "authors", fmt::format("{}", fmt::join(document.authors, ", ")));
    if (document.published) field(out, "published", date_in_words(*document.published));
    field_if_known(out, "language", document.language);
    for (const auto& zone : document.zones) {
        out.blank();
        out.label(name_of(zone.kind), Style::marker);
        out.add(words(document.text, zone.span), zone.kind == ZoneKind::teaser ? Style::faint : Style::plain);
        out.end_line();
    }
    return out.take();
}

std::string view_of(const Analysis& analysis, Page page) {
    Typesetter out(page);
    std::size_t number = 0;
    auto name = analysis.names.begin();
    for (const auto& sentence : analysis.sentences) {
        out.blank();
        out.set_margin(7);
        out.label(fmt::format("{:>5}", ++number), Style::marker);
        out.add(words(analysis.text, sentence.span));
        out.end_line();
        out.add(word_list(analysis, sentence), Style::faint);
        out.end_line();
        bool first = true;
        for (; name != analysis.names.end() && name->span.begin < sentence.span.end; ++name) {
            out.add(std::exchange(first, false) ? "→ " : " · ", Style::faint);
            out.add(words(analysis.text, name->span), Style::strong);
            out.add(fmt::format(" {}", name_of(name->type)), Style::faint);
        }
        out.end_line();
    }
    return out.take();
}

}  // namespace sayso::cli
