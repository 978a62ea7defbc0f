#include "intake/zones.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "intake/credits.h"
#include "intake/paragraphs.h"
#include "intake/wordings.h"

namespace sayso {
namespace {

constexpr std::size_t longest_headline = 130;    ///< bytes
constexpr std::size_t longest_title_line = 160;  ///< of a link to another story
constexpr std::size_t most_listed_titles = 8;
constexpr std::size_t top_paragraphs = 6;  ///< where bylines stand below a headline
constexpr std::size_t last_paragraphs = 3;
constexpr std::size_t longest_day_heading = 60;
constexpr std::size_t longest_pull_quote = 400;
constexpr std::size_t fewest_pulled_words = 4;
constexpr std::size_t longest_text_with_pull_quotes = 1'000'000;

std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space && !inside) ++count;
        inside = !space;
    }
    return count;
}

// ---- Quotations on display ------------------------------------------------------------------------

bool is_opening_quote(char32_t code) {
    return code == U'“' || code == '"' || code == U'«' || code == U'„' || code == U'‘';
}

bool is_closing_quote(char32_t code) {
    return code == U'”' || code == '"' || code == U'»' || code == U'’' || code == U'“';
}

/// Where the quotation ends (behind its closing mark) that the line begins with and that has none inside.
std::size_t end_of_whole_quotation(std::string_view line) {
    const auto [open, first] = decode(line, 0);
    if (!is_opening_quote(open)) return 0;
    for (std::size_t at = first; at < line.size();) {
        const auto [code, next] = decode(line, at);
        const bool apostrophe = (code == U'’') && next < line.size() && is_letter(decode(line, next).code);
        if (is_closing_quote(code) && !apostrophe && (code != U'’' || open == U'‘')) return next;
        at = next;
    }
    return 0;
}

bool is_whole_quotation(std::string_view line) {
    if (line.size() > longest_pull_quote) return false;
    const auto end = end_of_whole_quotation(line);
    return end > 0 && trimmed(line.substr(end)).find_first_not_of('.') == std::string_view::npos;
}

bool begins_with_dash(std::string_view line) {
    return line.starts_with("—") || line.starts_with("–") || line.starts_with("- ") || line.starts_with("--");
}

/// "— Jane Doe, engineer"
bool is_quotation_credit(std::string_view line) {
    if (!begins_with_dash(line) || line.size() > 120 || count_words(line) > 14 || line.ends_with('.')) return false;
    std::size_t at = 0;
    while (at < line.size()) {
        const auto [code, next] = decode(line, at);
        if (is_letter(code)) return is_upper(code);
        if (is_digit(code)) return false;
        at = next;
    }
    return false;
}

/// "Jane Doe, engineer": without a dash, the line could be something else.
bool is_plain_quotation_credit(std::string_view line) {
    const auto comma = line.find(", ");
    if (comma == std::string_view::npos || line.size() > 90 || count_words(line) > 10 || ends_sentence(line))
        return false;
    const auto name = line.substr(0, comma);
    return count_words(name) >= 2 && is_bare_name(name) && line.find_first_of("0123456789:;\"“”") == line.npos;
}

bool has_quotation_credit(std::string_view line) {
    if (line.size() > longest_pull_quote) return false;
    const auto end = end_of_whole_quotation(line);
    return end > 0 && count_words(line.substr(0, end)) >= fewest_pulled_words &&
           is_quotation_credit(trimmed(line.substr(end)));
}

/// Words of a text, in lower case, without marks, as hashes.
std::vector<std::size_t> word_hashes(std::string_view text) {
    std::vector<std::size_t> hashes;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) hashes.push_back(std::hash<std::string>{}(word));
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, next] = decode(text, at);
        if (is_letter(code) || is_digit(code)) {
            word += lower(text.substr(at, next - at));
        } else {
            end_word();
        }
        at = next;
    }
    end_word();
    return hashes;
}

std::vector<std::size_t> runs_of_four(const std::vector<std::size_t>& words) {
    std::vector<std::size_t> runs;
    for (std::size_t i = 0; i + fewest_pulled_words <= words.size(); ++i) {
        std::size_t run = 0;
        for (std::size_t j = i; j < i + fewest_pulled_words; ++j) run = run * 1'000'003 + words[j];
        runs.push_back(run);
    }
    return runs;
}

/// Tells which whole quotations repeat words that the running text holds too.
class Repetitions {
public:
    Repetitions(std::string_view text, const std::vector<Paragraph>& paragraphs) {
        if (text.size() > longest_text_with_pull_quotes) return;
        const bool any = std::any_of(paragraphs.begin(), paragraphs.end(),
                                     [&](const Paragraph& p) { return is_whole_quotation(words(text, p.span)); });
        if (!any) return;
        for (const auto& paragraph : paragraphs) {
            const auto runs = runs_of_four(word_hashes(words(text, paragraph.span)));
            for (const auto run : runs) ++count_[run];
            if (is_whole_quotation(words(text, paragraph.span))) ++copies_[runs];
        }
    }

    /// A quotation that is printed twice as a paragraph is running text the first time.
    bool repeats(std::string_view quotation) {
        const auto runs = runs_of_four(word_hashes(quotation));
        const auto copies = copies_.find(runs);
        if (runs.empty() || copies == copies_.end()) return false;
        std::size_t least = SIZE_MAX;
        for (const auto run : runs) least = std::min(least, count_[run]);
        const bool first = seen_[runs]++ == 0;
        return least > copies->second || (copies->second > 1 && !first);
    }

private:
    std::unordered_map<std::size_t, std::size_t> count_;
    std::map<std::vector<std::size_t>, std::size_t> copies_;
    std::map<std::vector<std::size_t>, std::size_t> seen_;
};

// ---- The whole text -------------------------------------------------------------------------------

/// Goes through the paragraphs from the first to the last.
class ZoneFinder {
public:
    ZoneFinder(std::string_view text, std::size_t title_size, const KnownNames& known)
        : text_(text),
          title_size_(title_size),
          known_(known),
          paragraphs_(find_paragraphs(text)),
          repetitions_(text, paragraphs_) {}

    std::vector<Zone> find() {
        std::size_t i = 0;
        if (!leading_web_address(text_).empty()) i = skip_address();
        for (; i < paragraphs_.size(); ++i) place(i);
        return std::move(zones_);
    }

private:
    [[nodiscard]] std::string_view at(std::size_t i) const { return words(text_, paragraphs_[i].span); }

    /// The address may be joined to the next lines if the text is wrapped by hand.
    std::size_t skip_address() {
        auto& first = paragraphs_.front().span;
        const auto size = static_cast<std::uint32_t>(leading_web_address(text_).size());
        if (first.size() == size) return 1;
        const auto rest = trimmed(text_.substr(first.begin + size, first.size() - size));
        first.begin = static_cast<std::uint32_t>(rest.data() - text_.data());
        return 0;
    }

    void add(ZoneKind kind, Span span) { zones_.push_back({kind, span}); }

    void place(std::size_t i) {
        const auto& paragraph = paragraphs_[i];
        const auto kind = kind_of(i);
        if (kind == ZoneKind::headline) below_headline_ = true;
        if (kind != ZoneKind::headline && kind != ZoneKind::byline) below_headline_ = false;
        above_headline_ = above_headline_ && kind == ZoneKind::byline && read_date_line(at(i));
        if (kind != ZoneKind::paragraph || running_text_) {
            add(kind, paragraph.span);
        } else {
            open_running_text(i);
        }
    }

    /// The first paragraph of running text may begin with a dateline. Below a line that does not run in sentences,
    /// as a summary below the headline does not, only a dateline with a date or agency is one.
    void open_running_text(std::size_t i) {
        const auto span = paragraphs_[i].span;
        const auto body = at(i);
        auto end = end_of_dateline(body);
        const auto dateline = trimmed(body.substr(0, end));
        if (after_summary_ && dateline.find_first_of("(0123456789") == std::string_view::npos) end = 0;
        if (end == 0) {
            after_summary_ = i < top_paragraphs && is_summary_shape(body);
            running_text_ = !after_summary_;
            return add(ZoneKind::paragraph, span);
        }
        running_text_ = true;
        const auto rest = trimmed(body.substr(end));
        add(ZoneKind::dateline, {span.begin, span.begin + static_cast<std::uint32_t>(dateline.size())});
        add(ZoneKind::paragraph, {static_cast<std::uint32_t>(rest.data() - text_.data()), span.end});
    }

    [[nodiscard]] static bool is_summary_shape(std::string_view line) {
        return line.size() <= longest_title_line && !ends_sentence(line) && !line.ends_with(':');
    }

    ZoneKind kind_of(std::size_t i) {
        const auto& paragraph = paragraphs_[i];
        const auto line = at(i);
        if (paragraph.span.begin < title_size_) {
            return paragraph.span.end <= title_size_ ? ZoneKind::headline : ZoneKind::paragraph;
        }
        const bool opens_text = above_headline_;
        if (const auto match = match_wording(line, opens_text)) {
            listed_titles_ = match->heads_list ? most_listed_titles : 0;
            return match->kind;
        }
        if (listed_titles_ > 0 && is_title_line(line)) {
            --listed_titles_;
            return ZoneKind::teaser;
        }
        listed_titles_ = 0;
        const bool top = i < top_paragraphs;
        if (top && !running_text_ && is_head_line(i)) return ZoneKind::byline;
        if ((top || i + last_paragraphs >= paragraphs_.size()) && is_byline(line)) return ZoneKind::byline;
        if (below_headline_ && is_name_in_place(line)) return ZoneKind::byline;
        if (title_size_ == 0 && opens_text && is_headline(i)) return ZoneKind::headline;
        if (is_pull_quote(i)) return ZoneKind::pull_quote;
        return ZoneKind::paragraph;
    }

    /// A line above the running text that credits somebody or tells the date.
    [[nodiscard]] bool is_head_line(std::size_t i) const {
        const auto line = at(i);
        if (const auto head = read_head_line(line, known_)) {
            if (head->date && !head->date->labelled && !head->credit) return !is_entry_of_diary(i, *head->date);
            const auto lead = lower(line.substr(0, 5));
            return head->date || below_headline_ || lead.starts_with("by ") || lead == "from ";
        }
        if (!below_headline_) return false;
        const bool below_byline = zones_.back().kind == ZoneKind::byline;
        if (below_byline && is_staff_credit("by " + std::string(line.substr(0, longest_headline)))) return true;
        if (!is_bare_name(line)) return false;
        return is_outlet_name(line) || is_credited_around(i);
    }

    /// Names stand between a headline and a date line, or a dateline.
    [[nodiscard]] bool is_credited_around(std::size_t i) const {
        if (i + 1 >= paragraphs_.size() || count_words(at(i)) < 2) return false;
        const auto next = at(i + 1);
        const auto head = read_head_line(next, known_);
        if (head && head->date) return true;
        return next.substr(0, end_of_dateline(next)).find_first_of("(0123456789") != std::string_view::npos;
    }

    /// In a diary or timeline other days stand alone on later lines.
    [[nodiscard]] bool is_entry_of_diary(std::size_t i, const DateLine& date) const {
        for (std::size_t j = i + 2; j < paragraphs_.size(); ++j) {
            if (paragraphs_[j].span.size() > longest_day_heading) continue;
            const auto other = read_date_line(at(j));
            if (other && !other->labelled && (!date.whole || other->published != date.published)) return true;
        }
        return false;
    }

    [[nodiscard]] static bool is_title_line(std::string_view line) {
        return line.size() <= longest_title_line && !ends_sentence(line) && count_words(line) >= 3 &&
               !is_whole_quotation(line) && !line.ends_with(':') && !is_lower(decode(line, 0).code);
    }

    /// A short line without a full stop, above text that is much longer and runs in sentences.
    [[nodiscard]] bool is_headline(std::size_t i) const {
        const auto line = at(i);
        if (!is_headline_shape(line) || paragraphs_[i].lines > 3 || i + 1 >= paragraphs_.size()) return false;
        const std::size_t behind = text_.size() - paragraphs_[i].span.end;
        const auto is_running = [&](const Paragraph& p) {
            return ends_sentence(words(text_, p.span)) && p.span.size() > line.size();
        };
        const auto from = paragraphs_.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        const auto to = paragraphs_.end() - from > 6 ? from + 6 : paragraphs_.end();
        return behind > 2 * line.size() && std::any_of(from, to, is_running);
    }

    [[nodiscard]] static bool is_headline_shape(std::string_view line) {
        if (line.size() > longest_headline || count_words(line) < 3 || is_lower(decode(line, 0).code)) return false;
        if (std::string_view(".:,;-").find(line.back()) != std::string_view::npos) return false;
        if (ends_sentence(line) && line.back() != '?' && line.back() != '!') return false;
        // More than one sentence, or a speaker's words with what tells who speaks, is running text.
        for (const std::string_view mark : {". ", "! ", "? "}) {
            const auto stop = line.find(mark);
            if (stop != std::string_view::npos && stop > 3 && line.find('.') == line.rfind('.')) return false;
        }
        for (const std::string_view mark : {",”", ",\"", "”,", "\",", "?” ", "!” ", "?\" ", "!\" "}) {
            if (line.find(mark) != std::string_view::npos) return false;
        }
        return end_of_whole_quotation(line) != line.size() && end_of_dateline(line) == 0;
    }

    bool is_pull_quote(std::size_t i) {
        const auto line = at(i);
        if (has_quotation_credit(line)) return true;
        if (i > 0 && is_quotation_credit(line) && is_whole_quotation(at(i - 1))) return true;
        if (credit_of_quotation_ == i && i > 0) return true;
        if (!is_whole_quotation(line)) return false;
        const bool below = i + 1 < paragraphs_.size();
        const bool repeated = repetitions_.repeats(line);
        if (below && is_plain_quotation_credit(at(i + 1)) && (repeated || stands_apart(i))) {
            credit_of_quotation_ = i + 1;
            return true;
        }
        return repeated || (below && is_quotation_credit(at(i + 1)));
    }

    /// The paragraph and the one below it are a block of two lines between blank ones, which nothing announces.
    [[nodiscard]] bool stands_apart(std::size_t i) const {
        if (i == 0 || i + 2 >= paragraphs_.size() || !running_text_) return false;
        if (paragraphs_[i].lines > 1 || paragraphs_[i + 1].lines > 1 || at(i - 1).ends_with(':')) return false;
        return is_blank_between(i - 1) && !is_blank_between(i) && is_blank_between(i + 1);
    }

    /// Is there a blank line below the paragraph?
    [[nodiscard]] bool is_blank_between(std::size_t i) const {
        const auto gap = words(text_, {paragraphs_[i].span.end, paragraphs_[i + 1].span.begin});
        return std::count(gap.begin(), gap.end(), '\n') > 1;
    }

    std::string_view text_;
    std::size_t title_size_;
    const KnownNames& known_;
    std::vector<Paragraph> paragraphs_;
    Repetitions repetitions_;
    std::vector<Zone> zones_;
    bool running_text_ = false;
    bool after_summary_ = false;
    bool above_headline_ = true;
    bool below_headline_ = false;
    std::size_t credit_of_quotation_ = 0;  ///< 0: none
    std::size_t listed_titles_ = 0;
};

}  // namespace

std::string_view leading_web_address(std::string_view text) {
    const auto begin = trimmed(text);
    const auto line = trimmed(begin.substr(0, begin.find('\n')));
    const bool address = line.starts_with("http://") || line.starts_with("https://");
    if (!address || line.find_first_of(" \t") != std::string_view::npos) return {};
    return line;
}

std::vector<Zone> find_zones(std::string_view text, std::size_t title_size, const KnownNames& known) {
    return ZoneFinder(text, title_size, known).find();
}

}  // namespace sayso
