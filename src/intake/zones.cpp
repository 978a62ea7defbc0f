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
    ZoneFinder(std::string_view text, std::size_t title_size)
        : text_(text), title_size_(title_size), paragraphs_(find_paragraphs(text)), repetitions_(text, paragraphs_) {}

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
        if (kind != ZoneKind::paragraph || running_text_) {
            add(kind, paragraph.span);
        } else {
            open_running_text(paragraph.span);
        }
    }

    /// The first paragraph of running text may begin with a dateline.
    void open_running_text(Span span) {
        running_text_ = true;
        const auto body = words(text_, span);
        const auto end = end_of_dateline(body);
        if (end == 0) return add(ZoneKind::paragraph, span);
        const auto dateline = trimmed(body.substr(0, end));
        const auto rest = trimmed(body.substr(end));
        add(ZoneKind::dateline, {span.begin, span.begin + static_cast<std::uint32_t>(dateline.size())});
        add(ZoneKind::paragraph, {static_cast<std::uint32_t>(rest.data() - text_.data()), span.end});
    }

    ZoneKind kind_of(std::size_t i) {
        const auto& paragraph = paragraphs_[i];
        const auto line = at(i);
        if (paragraph.span.begin < title_size_) {
            return paragraph.span.end <= title_size_ ? ZoneKind::headline : ZoneKind::paragraph;
        }
        const bool opens_text = zones_.empty();
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
        if ((top || i + last_paragraphs >= paragraphs_.size()) && is_byline(line)) return ZoneKind::byline;
        if (below_headline_ && is_name_in_place(line)) return ZoneKind::byline;
        if (title_size_ == 0 && opens_text && is_headline(i)) return ZoneKind::headline;
        if (is_pull_quote(i)) return ZoneKind::pull_quote;
        return ZoneKind::paragraph;
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
        if (!is_whole_quotation(line)) return false;
        const bool credited = i + 1 < paragraphs_.size() && is_quotation_credit(at(i + 1));
        return repetitions_.repeats(line) || credited;
    }

    std::string_view text_;
    std::size_t title_size_;
    std::vector<Paragraph> paragraphs_;
    Repetitions repetitions_;
    std::vector<Zone> zones_;
    bool running_text_ = false;
    bool below_headline_ = false;
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

std::vector<Zone> find_zones(std::string_view text, std::size_t title_size) {
    return ZoneFinder(text, title_size).find();
}

}  // namespace sayso
