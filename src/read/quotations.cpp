#include "read/quotations.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace sayso {
namespace {

/// Marks that pair with each other belong to one family.
enum class Family { two_stroke, one_stroke, guillemet, small_guillemet };

struct Mark {
    Span span;
    Family family = Family::two_stroke;
    bool straight = false;  ///< looks the same at both ends
    bool may_open = false;
    bool may_close = false;
    bool apostrophe = false;  ///< may be one: closes only when nothing better does
};

bool is_word(char32_t code) {
    return is_letter(code) || is_digit(code);
}

bool one_of(char32_t code, std::u32string_view codes) {
    return codes.find(code) != std::u32string_view::npos;
}

bool ends_clause(char32_t code) {
    return one_of(code, U".,!?…;");
}

bool is_mark(char32_t code) {
    return one_of(code, U"\"“”„‟‘’‚‛'«»‹›`´");
}

/// Shortened words that are written with an apostrophe in front.
bool is_elision(std::string_view after) {
    static constexpr std::string_view elisions[] = {"em", "tis", "twas", "til", "till", "cause", "round", "n", "bout"};
    std::size_t end = 0;
    while (end < after.size()) {
        const auto next = decode(after, end);
        if (!is_letter(next.code)) break;
        end = next.next;
    }
    const auto word = lower(after.substr(0, end));
    if (std::find(std::begin(elisions), std::end(elisions), word) != std::end(elisions)) return true;
    // '90s, '08
    return after.size() >= 2 && is_digit(static_cast<unsigned char>(after[0])) &&
           is_digit(static_cast<unsigned char>(after[1])) &&
           (after.size() == 2 || !is_digit(static_cast<unsigned char>(after[2])));
}

/// The marks of one paragraph, with what each may be by the characters around it.
std::vector<Mark> marks_in(std::string_view text, Span zone) {
    std::vector<Mark> marks;
    const auto paragraph = text.substr(0, zone.end);
    char32_t before = 0;
    for (std::size_t at = zone.begin; at < zone.end;) {
        auto here = decode(paragraph, at);
        const char32_t code = here.code;
        if (!is_mark(code)) {
            before = code;
            at = here.next;
            continue;
        }
        Mark mark;
        const bool doubled = (code == U'\'' || code == U'`' || code == U'´') && here.next < zone.end &&
                             decode(paragraph, here.next).code == code;
        if (doubled) here.next = decode(paragraph, here.next).next;
        mark.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(here.next)};
        const char32_t after = here.next < zone.end ? decode(paragraph, here.next).code : 0;

        const bool space_before = before == 0 || is_space(before);
        const bool space_after = after == 0 || is_space(after);
        // What stands before an opening mark, and behind a closing one, is no part of a word.
        const bool open_side =
            space_before || (!is_word(before) && !ends_clause(before) && before != U')') || before == U'…';
        const bool close_side = !is_word(after) || (ends_clause(before) && before != 0);
        mark.may_open = open_side && !space_after;
        mark.may_close = close_side && !space_before;

        if (doubled || code == U'"') {
            mark.straight = true;
            // 6'2" is a length.
            if (!doubled && is_digit(before) && !mark.may_open) mark.apostrophe = true;
        } else if (code == U'“' || code == U'„' || code == U'‟') {
            mark.may_open = code != U'“' || !space_after || space_before;
            mark.may_close = code == U'“' && close_side && !space_before;  // closes „…“
        } else if (code == U'”') {
            mark.may_open = false;
            mark.may_close = before != 0;
        } else if (code == U'«' || code == U'»') {
            mark.family = Family::guillemet;
            mark.may_open = code == U'«';
            mark.may_close = code == U'»';
        } else if (code == U'‹' || code == U'›') {
            mark.family = Family::small_guillemet;
            mark.may_open = code == U'‹';
            mark.may_close = code == U'›';
        } else if (code == U'‘' || code == U'‚' || code == U'‛') {
            mark.family = Family::one_stroke;
            mark.may_open = open_side && !space_after && !is_elision(paragraph.substr(here.next));
            mark.may_close = false;
        } else if (code == U'’' || code == U'\'') {
            mark.family = Family::one_stroke;
            mark.straight = code == U'\'';
            mark.may_open = mark.straight && mark.may_open && !is_elision(paragraph.substr(here.next));
            mark.apostrophe = is_letter(before);  // the officials' plan, dancin'
        } else {
            mark.may_open = mark.may_close = false;
        }
        if (mark.may_open || mark.may_close) marks.push_back(mark);
        before = code;
        at = here.next;
    }
    return marks;
}

/// Pairs the marks of one paragraph.
class Pairing {
public:
    Pairing(std::string_view text, const std::vector<Mark>& marks) : text_(text), marks_(marks) {}

    struct Pair {
        std::size_t open, close;
    };

    void run() {
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            const auto& mark = marks_[i];
            const auto partner = mark.may_close ? open_of(i) : none;
            // A straight mark that could be either closes what is open.
            if (partner != none && !(mark.straight && mark.may_open && !mark.may_close)) {
                close(partner, i);
            } else if (mark.may_open) {
                open_.push_back(i);
            }
        }
    }

    [[nodiscard]] const std::vector<Pair>& pairs() const { return pairs_; }

    /// The mark that is still open at the end and has no other open mark around it.
    [[nodiscard]] std::optional<std::size_t> left_open() const {
        for (const auto i : open_) {
            if (marks_[i].family != Family::one_stroke || !marks_[i].straight) return i;
        }
        return std::nullopt;
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// The open mark that mark `i` closes.
    [[nodiscard]] std::size_t open_of(std::size_t i) const {
        const auto& mark = marks_[i];
        for (std::size_t depth = open_.size(); depth-- > 0 && open_.size() - depth <= 4;) {
            const auto& open = marks_[open_[depth]];
            if (open.family != mark.family) {
                // Inner single marks may be apostrophes or left open; an outer pair ends them.
                if (open.family == Family::one_stroke) continue;
                return none;
            }
            if (open.straight != mark.straight) {
                // “…": an opening and a closing mark of two keyboards pair if nothing better comes.
                const bool closing = mark.may_close && !mark.may_open && mark.family == Family::two_stroke;
                if (!closing || partner_after(i, open.straight)) continue;
            }
            if (text_.substr(mark.span.begin, 3) == "“" && text_.substr(open.span.begin, 3) == "“") return none;
            if (mark.apostrophe && better_close_after(i)) return none;
            return open_[depth];
        }
        return none;
    }

    /// Whether a mark soon behind `i` closes what a mark of the kind `straight` opened.
    [[nodiscard]] bool partner_after(std::size_t i, bool straight) const {
        for (std::size_t j = i + 1; j < marks_.size() && j <= i + 6; ++j) {
            if (marks_[j].family != marks_[i].family || marks_[j].straight != straight) continue;
            return marks_[j].may_close && !marks_[j].may_open;
        }
        return false;
    }

    /// Whether a mark soon behind `i` closes a quotation more surely than `i`, which may be an apostrophe.
    [[nodiscard]] bool better_close_after(std::size_t i) const {
        for (std::size_t j = i + 1; j < marks_.size() && j <= i + 6; ++j) {
            if (marks_[j].family != marks_[i].family) continue;
            if (marks_[j].may_open && !marks_[j].may_close) return false;
            if (marks_[j].may_close && !marks_[j].apostrophe && marks_[j].straight == marks_[i].straight) return true;
        }
        return false;
    }

    void close(std::size_t open, std::size_t i) {
        while (open_.back() != open) open_.pop_back();
        open_.pop_back();
        if (marks_[i].span.begin > marks_[open].span.end) pairs_.push_back({open, i});
    }

    std::string_view text_;
    const std::vector<Mark>& marks_;
    std::vector<std::size_t> open_;
    std::vector<Pair> pairs_;
};

/// “said: “…” without an end: a mark behind a tag's colon or comma opens a quotation even if nothing closes it.
bool stands_behind_tag(std::string_view text, const Mark& mark, std::uint32_t zone_begin) {
    if (mark.family == Family::one_stroke) return false;
    auto at = mark.span.begin;
    while (at > zone_begin && text[at - 1] == ' ') --at;
    return at > zone_begin && at < mark.span.begin && (text[at - 1] == ':' || text[at - 1] == ',');
}

bool same_glyph(std::string_view text, Span a, Span b) {
    return words(text, a) == words(text, b);
}

void set_depths(std::vector<QuotedText>& found, std::size_t from) {
    std::sort(found.begin() + static_cast<std::ptrdiff_t>(from), found.end(), [](const auto& a, const auto& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    std::vector<std::uint32_t> ends;
    for (auto i = from; i < found.size(); ++i) {
        while (!ends.empty() && ends.back() <= found[i].span.begin) ends.pop_back();
        found[i].depth = static_cast<std::uint32_t>(ends.size());
        ends.push_back(found[i].span.end);
    }
}

}  // namespace

namespace {

/// « Words set off from their marks » without the spaces; a quotation of nothing else stays as it is.
Span without_spaces(std::string_view text, Span inside) {
    const auto kept = trimmed(words(text, inside));
    if (kept.empty()) return inside;
    const auto begin = static_cast<std::uint32_t>(kept.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(kept.size())};
}

}  // namespace

std::vector<QuotedText> find_quotations(const Document& document) {
    const std::string_view text = document.text;
    std::vector<QuotedText> found;
    std::optional<Span> open_mark;              // of the quotation left open by the paragraph before
    std::optional<std::uint32_t> open_in_zone;  // where it was

    for (std::uint32_t z = 0; z < document.zones.size(); ++z) {
        const auto& zone = document.zones[z];
        if (zone.kind == ZoneKind::teaser) continue;
        auto marks = marks_in(text, zone.span);
        const auto first = found.size();
        const bool goes_on = open_mark && !marks.empty() && marks[0].span.begin == zone.span.begin &&
                             same_glyph(text, marks[0].span, *open_mark);

        Pairing pairing(text, marks);
        pairing.run();
        for (const auto& pair : pairing.pairs()) {
            QuotedText quoted;
            quoted.span = {marks[pair.open].span.begin, marks[pair.close].span.end};
            quoted.inside = without_spaces(text, {marks[pair.open].span.end, marks[pair.close].span.begin});
            quoted.zone = z;
            found.push_back(quoted);
        }

        // A quotation is left open for the next paragraph only if that begins with the same mark; else it ends here, if
        // it is one.
        std::optional<Span> still_open;
        if (const auto i = pairing.left_open(); i && zone.kind == ZoneKind::paragraph) {
            const auto next = z + 1 < document.zones.size() ? document.zones[z + 1] : Zone{};
            const auto mark = marks[*i].span;
            const bool continues = next.kind == ZoneKind::paragraph && next.span.size() > mark.size() &&
                                   mark.end < zone.span.end &&
                                   same_glyph(text, mark, {next.span.begin, next.span.begin + mark.size()});
            if (continues || stands_behind_tag(text, marks[*i], zone.span.begin)) {
                QuotedText quoted;
                quoted.span = {mark.begin, zone.span.end};
                quoted.inside = {mark.end, zone.span.end};
                quoted.zone = z;
                quoted.closed = false;
                found.push_back(quoted);
                if (continues) still_open = mark;
            }
        }
        set_depths(found, first);
        if (goes_on && first < found.size() && found[first].span.begin == zone.span.begin) {
            for (auto i = first; i-- > 0 && found[i].zone == *open_in_zone;) {
                if (!found[i].closed) found[first].continues = static_cast<std::uint32_t>(i);
            }
        }
        open_mark = still_open;
        open_in_zone = z;
    }
    return found;
}

}  // namespace sayso
