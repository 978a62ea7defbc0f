#include "intake/head_lines.h"

#include <algorithm>

#include "base/utf8.h"
#include "intake/credits.h"
#include "intake/line_words.h"
#include "intake/wordings.h"

namespace sayso {
namespace {

constexpr std::size_t longest_head_line = 160;  ///< bytes
constexpr std::size_t shortest_known_name = 4;

/// Letters and digits, in lower case.
std::string squeezed(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, next] = decode(text, at);
        if (is_letter(code) || is_digit(code)) out += lower(text.substr(at, next - at));
        at = next;
    }
    return out;
}

std::string squeezed_name(std::string_view text) {
    const auto folded = folded_wording(text);
    return squeezed(folded.starts_with("the ") ? std::string_view(folded).substr(4) : folded);
}

/// "liskcourier" of "https://www.liskcourier.example/2025".
std::string name_of_host(std::string_view url) {
    const auto begin = url.find("://");
    if (begin == std::string_view::npos) return {};
    auto host = url.substr(begin + 3);
    host = host.substr(0, host.find_first_of("/:?#"));
    std::string longest;
    while (!host.empty()) {
        const auto end = std::min(host.find('.'), host.size());
        if (end > longest.size()) longest = squeezed(host.substr(0, end));
        host.remove_prefix(std::min(end + 1, host.size()));
    }
    return longest;
}

/// A line cut at the marks that part its pieces.
std::vector<std::string_view> parts_of_line(std::string_view line) {
    std::vector<std::string_view> parts;
    while (!line.empty()) {
        std::size_t end = line.size();
        std::size_t next = line.size();
        for (const std::string_view mark : {"|", "•", "·", " – ", " — ", " - ", " / ", ";", "\t"}) {
            const auto at = line.find(mark);
            if (at < end) {
                end = at;
                next = at + mark.size();
            }
        }
        if (const auto part = trimmed(line.substr(0, end)); !part.empty()) parts.push_back(part);
        line.remove_prefix(next);
    }
    return parts;
}

/// A name that a date stands behind: "Jane Doe, 4 May 2025", "LISK, 4 May 2025".
bool is_dated_name(std::string_view text) {
    const auto name = without_tail(text, ", ");
    return name.size() < text.size() && is_bare_name(name);
}

bool is_credit(std::string_view part, const KnownNames& known) {
    return is_byline(part) || is_staff_credit(part) || known.has(part);
}

/// "Source: Reuters", "Reporting by Jane Doe"
bool is_labelled_credit(std::string_view part) {
    const auto match = match_wording(part, false);
    return match && match->kind == ZoneKind::byline;
}

std::string_view without_publisher_label(std::string_view text) {
    const auto folded = lower(text);
    for (const std::string_view label : {"posted by ", "published by "}) {
        if (folded.starts_with(label)) return text.substr(label.size() - 3);
    }
    return text;
}

/// A credit with a date line behind it.
std::optional<HeadLine> read_dated_credit(std::string_view part, const KnownNames& known) {
    for (std::size_t at = find_space(part, 0); at < part.size(); at = find_space(part, at + 1)) {
        const auto date = read_date_line(part.substr(at));
        if (!date) continue;
        const auto credit = without_publisher_label(trimmed(part.substr(0, at)));
        if (is_credit(without_tail(credit, ", "), known) || (date->whole && is_dated_name(credit))) {
            return HeadLine{true, date};
        }
    }
    return std::nullopt;
}

void join(std::optional<DateLine>& date, const DateLine& more) {
    if (!date) {
        date = more;
        return;
    }
    if (!date->published) date->published = more.published;
    if (!date->updated) date->updated = more.updated;
    date->labelled = date->labelled || more.labelled;
    date->whole = date->whole || more.whole;
}

}  // namespace

KnownNames::KnownNames(const std::vector<std::string>& authors, std::string_view outlet, std::string_view url)
    : host_(name_of_host(url)) {
    for (const auto& author : authors) names_.push_back(squeezed_name(author));
    names_.push_back(squeezed_name(outlet));
}

bool KnownNames::has(std::string_view line) const {
    if (line.size() > longest_head_line || !begins_upper(trimmed(line))) return false;
    const auto name = squeezed_name(line);
    if (name.size() < shortest_known_name) return false;
    return name == host_ || std::find(names_.begin(), names_.end(), name) != names_.end();
}

std::optional<HeadLine> read_head_line(std::string_view line, const KnownNames& known) {
    if (line.size() > longest_head_line || line.find('\n') != std::string_view::npos) return std::nullopt;
    HeadLine head;
    if (const auto date = read_date_line(line)) {
        head.date = date;
        return head;
    }
    if (is_credit(line, known)) return HeadLine{true, std::nullopt};
    const auto parts = parts_of_line(line);
    for (const auto part : parts) {
        if (const auto date = read_date_line(part)) {
            join(head.date, *date);
        } else if (const auto dated = read_dated_credit(part, known)) {
            join(head.date, *dated->date);
            head.credit = true;
        } else if (is_credit(part, known) || is_labelled_credit(part) || (parts.size() > 1 && is_bare_name(part))) {
            head.credit = true;
        } else if (!is_reading_time(part)) {
            return std::nullopt;
        }
    }
    // A name alone says nothing without what stands beside it.
    return head.date ? std::optional(head) : std::nullopt;
}

bool is_bare_name(std::string_view line) {
    line = trimmed(line);
    if (line.empty() || line.size() > 60 || ends_sentence(line) || !begins_upper(line)) return false;
    const auto words = split_words(line);
    return words.size() <= 5 && std::all_of(words.begin(), words.end(), [](std::string_view word) {
               const bool initial = word.size() <= 2 && word.back() == '.';
               const bool plain = word.find_first_of("0123456789:;,?!\"“”()/") == std::string_view::npos;
               return plain && (initial || word.back() != '.') && (begins_upper(word) || is_name_particle(word));
           });
}

bool is_outlet_name(std::string_view line) {
    if (!is_bare_name(line)) return false;
    const auto words = split_words(line);
    return words.size() >= 2 && is_listed("outlet", folded_wording(words.back()));
}

std::optional<std::string> published_in_head(std::string_view text, const std::vector<Zone>& zones) {
    DateLine all;
    for (const auto& zone : zones) {
        const auto line = words(text, zone.span);
        if (zone.kind == ZoneKind::dateline) break;
        if (zone.kind == ZoneKind::paragraph && ends_sentence(line)) break;
        if (zone.kind != ZoneKind::byline) continue;
        const auto head = read_head_line(line);
        if (!head || !head->date) continue;
        const auto& date = *head->date;
        if (!all.published || (date.labelled && !all.labelled && date.published)) {
            all.published = date.published;
            all.labelled = date.labelled;
        }
        if (!all.updated) all.updated = date.updated;
    }
    return all.published ? all.published : all.updated;
}

}  // namespace sayso
