#include <fmt/format.h>

#include "base/sha256.h"
#include "base/utf8.h"
#include "intake/dates.h"
#include "intake/head_lines.h"
#include "intake/text_encoding.h"
#include "intake/web_address.h"
#include "intake/zones.h"
#include "sayso/intake.h"

namespace sayso {
namespace {

/// Every stretch of white space as one space, and none at the ends.
std::string folded(std::string_view text) {
    std::string out;
    text = trimmed(text);
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, next] = decode(text, at);
        if (!is_space(code)) {
            out += text.substr(at, next - at);
        } else if (out.back() != ' ') {
            out.push_back(' ');
        }
        at = next;
    }
    return out;
}

std::size_t behind_space(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const auto [code, next] = decode(text, at);
        if (!is_space(code)) break;
        at = next;
    }
    return at;
}

/// Where the folded title ends with which the text begins, however its white space is written; 0 if it does not
/// begin so.
std::size_t end_of_title(std::string_view text, std::string_view title) {
    std::size_t at = behind_space(text, 0);
    for (const char c : title) {
        if (at >= text.size()) return 0;
        if (c != ' ' || text[at] == ' ') {
            if (text[at] != c) return 0;
            ++at;
        } else if (!is_space(decode(text, at).code)) {
            return 0;
        }
        if (c == ' ') at = behind_space(text, at);
    }
    if (at < text.size()) {
        const char32_t next = decode(text, at).code;
        if (is_letter(next) || is_digit(next)) return 0;
    }
    return at;
}

std::optional<std::string> nfc_field(const std::optional<std::string>& value, const std::string& origin) {
    if (!value) return std::nullopt;
    const auto text = decoded_text(*value, origin);
    const auto visible = trimmed(text);
    if (visible.empty()) return std::nullopt;
    return std::string(visible);
}

void refuse_no_text(std::string_view bytes, const Report& report, const Limits& limits) {
    const auto origin = report.origin.empty() ? std::string("the text") : report.origin;
    if (bytes.size() > limits.text_bytes) {
        throw BadInput(fmt::format("{}: the report is larger than {} bytes, the most that is allowed for one; split it",
                                   origin, limits.text_bytes));
    }
    if (bytes.empty()) throw BadInput(origin + ": this is empty; give a report's text");
    if (is_web_page(bytes)) {
        throw BadInput(origin + ": this is a web page (HTML), which is not read yet; extract the report's text first");
    }
}

}  // namespace

Article make_article(const Report& report, const Limits& limits) {
    refuse_no_text(report.text, report, limits);
    Article article;
    article.origin = report.origin;
    article.given_id = report.given_id;
    auto& document = article.document;
    document.url = nfc_field(report.url, report.origin);
    document.outlet = nfc_field(report.outlet, report.origin);
    if (report.published) document.published = iso_date(*report.published);
    document.language = nfc_field(report.language, report.origin);
    for (const auto& author : report.authors) {
        if (auto name = nfc_field(author, report.origin)) document.authors.push_back(*std::move(name));
    }
    document.text = decoded_text(report.text, report.origin);
    if (trimmed(document.text).empty()) {
        throw BadInput((report.origin.empty() ? "the text" : report.origin) +
                       ": there is nothing but white space in it; give a report's text");
    }
    if (!document.url) {
        if (const auto address = leading_web_address(document.text); !address.empty()) document.url = address;
    }
    std::size_t title_size = 0;
    if (const auto title = nfc_field(report.title, report.origin)) {
        document.title = folded(*title);
        title_size = end_of_title(document.text, *document.title);
        if (title_size == 0) {
            document.text = *document.title + "\n\n" + document.text;
            title_size = document.title->size();
        }
    }
    document.id = sha256_hex(document.text);
    document.zones = find_zones(document.text, title_size,
                                KnownNames(document.authors, document.outlet.value_or(""), document.url.value_or("")));
    if (!document.published) document.published = published_in_head(document.text, document.zones);
    if (!document.published && document.url) document.published = day_of_address(*document.url);
    return article;
}

}  // namespace sayso
