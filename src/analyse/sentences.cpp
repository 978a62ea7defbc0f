#include "analyse/sentences.h"

#include <algorithm>

#include "analyse/characters.h"

namespace sayso::analyse {
namespace {

// ---- Blocks ---------------------------------------------------------------------------------------

/// A line of `part`, without white space at its ends; `next` is where the following one begins.
struct Line {
    Span span;
    std::uint32_t next;
};

Span trimmed_span(std::string_view text, Span span) {
    const auto inner = trimmed(words(text, span));
    const auto begin = inner.empty() ? span.begin : static_cast<std::uint32_t>(inner.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

Line line_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
    const auto found = text.substr(0, end).find('\n', at);
    const auto line_end = found == std::string_view::npos ? end : static_cast<std::uint32_t>(found);
    return {trimmed_span(text, {at, line_end}), std::min(line_end + 1, end)};
}

/// Whether a line ends as sentences and headings do, so that the next one begins anew.
bool ends_sentence(std::string_view line) {
    while (!line.empty()) {
        const auto [code, begin] = decode_before(line, line.size());
        if (code == '.' || code == '!' || code == '?' || code == 0x2026 || code == ':') return true;
        if (!is_closing(code) && code != '"' && code != '\'') return false;
        line = line.substr(0, begin);
    }
    return false;
}

bool is_web_address(std::string_view line) {
    return (line.starts_with("http://") || line.starts_with("https://")) && line.find(' ') == std::string_view::npos;
}

constexpr std::size_t widest_wrapping = 120;

/// The column at which a text is wrapped: its longest line. A text with longer lines than anybody wraps
/// at is not wrapped at all, and has 0.
std::size_t wrap_width(std::string_view text, Span part) {
    std::size_t longest = 0;
    for (auto at = part.begin; at < part.end;) {
        const auto line = line_at(text, at, part.end);
        longest = std::max<std::size_t>(longest, line.span.size());
        at = line.next;
    }
    return longest > widest_wrapping ? 0 : std::max<std::size_t>(longest, 40);
}

/// A line end is mere wrapping when the next line's first word would not have fitted on the line.
bool is_wrapped(std::string_view line, std::string_view next, std::size_t width) {
    const auto first_word = std::min(next.find(' '), next.size());
    return width > 0 && line.size() + 1 + first_word > width;
}

bool parts_lines(std::string_view line, std::string_view next, std::size_t width) {
    if (is_web_address(line) || is_web_address(next)) return true;
    const auto first = first_of(next);
    if (first == '*' || first == 0x2022 || first == 0x25CF || first == '#') return true;
    if (ends_sentence(line)) return true;
    if (is_lower(first)) return false;
    return !is_wrapped(line, next, width);
}

void find_line_blocks(std::string_view text, Span part, std::vector<Span>& blocks) {
    const auto width = wrap_width(text, part);
    std::optional<Span> block;
    Span before;
    for (auto at = part.begin; at < part.end;) {
        const auto line = line_at(text, at, part.end);
        at = line.next;
        const bool parted =
            block && (line.span.empty() || parts_lines(words(text, before), words(text, line.span), width));
        if (parted) {
            blocks.push_back(*block);
            block.reset();
        }
        if (line.span.empty()) continue;
        block = Span{block ? block->begin : line.span.begin, line.span.end};
        before = line.span;
    }
    if (block) blocks.push_back(*block);
}

// ---- Sentences ------------------------------------------------------------------------------------

/// Abbreviations that end a sentence only before a word that begins sentences.
constexpr std::string_view starters[] = {
    "A",     "After",   "All",    "Also",  "Although", "Among",     "An",      "And",     "Another", "As",
    "At",    "Because", "Before", "Both",  "But",      "By",        "Despite", "During",  "Each",    "Earlier",
    "Even",  "For",     "From",   "He",    "Her",      "His",       "How",     "However", "I",       "If",
    "In",    "It",      "Its",    "Later", "Many",     "Meanwhile", "Most",    "My",      "No",      "Now",
    "On",    "Once",    "One",    "Only",  "Or",       "Our",       "Police",  "She",     "Since",   "So",
    "Some",  "Still",   "That",   "The",   "Their",    "Then",      "There",   "These",   "They",    "This",
    "Those", "Though",  "Thus",   "To",    "Today",    "Under",     "Until",   "We",      "What",    "When",
    "Where", "While",   "Who",    "Why",   "With",     "You",       "Your",    "Yet"};

constexpr std::string_view speech_verbs[] = {"said",  "says",  "asked",  "asks",  "told",      "shouted",
                                             "cried", "wrote", "writes", "added", "exclaimed", "wondered"};

template <class Words>
bool is_one_of(const Words& all, std::string_view word) {
    return std::find(std::begin(all), std::end(all), word) != std::end(all);
}

class SentenceEnds {
public:
    SentenceEnds(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
                 const Abbreviations& abbreviations)
        : text_(text),
          tokens_(tokens),
          size_(static_cast<std::uint32_t>(tokens.size())),
          abbreviations_(abbreviations) {
        quote_open_ = false;
        quotes_seen_ = first;
    }

    /// The index behind the sentence that token `at` ends, or 0 if it ends none.
    std::uint32_t end_behind(std::uint32_t at) {
        follow_quotes(at);
        const auto form = form_of(at);
        const auto mark = mark_of(form);
        if (mark == Mark::none) return 0;
        auto next = at + 1;
        bool quoted = false;
        while (next < size_ && closes(next)) {
            quoted = quoted || !is_bracket(form_of(next));
            follow_quotes(next);
            ++next;
        }
        next = behind_reference(next);
        if (next >= size_) return next;
        return begins_sentence(at, next, mark, quoted) ? next : 0;
    }

private:
    enum class Mark { none, stop, call, dots, abbreviation };

    [[nodiscard]] std::string_view form_of(std::uint32_t at) const { return words(text_, tokens_[at].span); }
    [[nodiscard]] bool glued(std::uint32_t at) const { return tokens_[at - 1].span.end == tokens_[at].span.begin; }

    [[nodiscard]] static bool is_bracket(std::string_view form) { return form == ")" || form == "]"; }

    [[nodiscard]] Mark mark_of(std::string_view form) const {
        if (form == ".") return Mark::stop;
        if (form.size() > 1 && form.back() == '.' && form.front() == '.') return Mark::dots;
        if (form == "…") return Mark::dots;
        const char last = form.back();
        if ((last == '!' || last == '?') && (form.front() == '!' || form.front() == '?' || form.front() == '.')) {
            return Mark::call;
        }
        if (last == '.' && form.size() > 1) return Mark::abbreviation;
        return Mark::none;
    }

    /// Straight quotation marks open and close by turns.
    void follow_quotes(std::uint32_t at) {
        if (at < quotes_seen_) return;
        quotes_seen_ = at + 1;
        if (form_of(at) == "\"") quote_open_ = !quote_open_;
    }

    /// A reference glued to the mark belongs to the sentence: "… was built in 1902.[4]"
    [[nodiscard]] std::uint32_t behind_reference(std::uint32_t at) const {
        while (at + 2 < size_ && glued(at) && form_of(at) == "[" && form_of(at + 2) == "]" &&
               kind_of(first_of(form_of(at + 1))) == CharacterKind::digit) {
            at += 3;
        }
        return at;
    }

    [[nodiscard]] bool closes(std::uint32_t at) const {
        const auto form = form_of(at);
        const auto code = first_of(form);
        if (is_closing(code)) return code != 0x2019 || glued(at);
        if (form == "\"") return quote_open_ && (glued(at) || at + 1 >= size_ || !glued(at + 1));
        if (form == "''" || form == "'") return glued(at);
        return false;
    }

    [[nodiscard]] bool begins_sentence(std::uint32_t at, std::uint32_t next, Mark mark, bool quoted) const {
        auto word = next;
        const auto is_opener = [&](std::uint32_t i) {
            const auto form = form_of(i);
            const auto code = first_of(form);
            return is_opening(code) || form == "\"" || form == "'" || form == "''" || form == "``" || form == "-" ||
                   form == "–" || form == "—" || form == "--" || form == "*" || form == "•";
        };
        while (word < size_ && word < next + 3 && is_opener(word)) ++word;
        if (word >= size_) return true;
        const auto form = form_of(word);
        const auto code = first_of(form);
        const auto kind = kind_of(code);
        const bool digit = kind == CharacterKind::digit;
        const bool letter = kind == CharacterKind::letter;
        const bool capital = letter && !is_lower(code);
        if (mark == Mark::abbreviation) return ends_with_abbreviation(at, word, next, form, capital);
        if (mark == Mark::call && quoted && is_tag(word)) return false;
        if (mark == Mark::dots) return capital && !is_bracket(form_of(next));
        if (capital || digit) return true;
        if (letter) return !quoted && !glued(next) && word == next && may_end_before_lower(at, mark);
        if (word > next) return false;
        return form != "," && form != ";" && form != ":" && form != ")" && !glued(next);
    }

    [[nodiscard]] bool ends_with_abbreviation(std::uint32_t at, std::uint32_t word, std::uint32_t next,
                                              std::string_view form, bool capital) const {
        const auto abbreviation = form_of(at);
        const auto kind = abbreviations_.find(abbreviation);
        if (kind && *kind != AbbreviationKind::any) return false;
        if (!capital) return false;
        const bool initial = !kind && abbreviation.size() <= 3 && is_dotted_letters(abbreviation);
        if (initial && abbreviation != "I.") return false;
        if (!kind && !is_dotted_letters(abbreviation)) return false;
        return is_one_of(starters, form) || (word > next && form_of(next) != "(");
    }

    /// Whether a mark ends a sentence though the next word is in lower case ("al-Shabab", careless writing).
    /// Behind a short word a full stop may be that of an unknown abbreviation.
    [[nodiscard]] bool may_end_before_lower(std::uint32_t at, Mark mark) const {
        if (mark == Mark::call) return form_of(at).front() == '?' || form_of(at).size() > 1;
        return at > 0 && tokens_[at - 1].span.size() > 3 && !is_upper(first_of(form_of(at - 1)));
    }

    /// The speaker behind a quotation that ends in "!" or "?": "Stop!" Ada Bell said.
    [[nodiscard]] bool is_tag(std::uint32_t at) const {
        for (auto i = at; i < size_ && i < at + 5; ++i) {
            const auto form = form_of(i);
            if (is_one_of(speech_verbs, form)) return true;
            if (kind_of(first_of(form)) != CharacterKind::letter) return false;
        }
        return false;
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
    std::uint32_t size_;
    const Abbreviations& abbreviations_;
    bool quote_open_;
    std::uint32_t quotes_seen_;
};

}  // namespace

std::vector<Span> find_blocks(const Document& document) {
    std::vector<Span> blocks;
    const std::string_view text = document.text;
    std::uint32_t at = 0;
    for (const auto& zone : document.zones) {
        find_line_blocks(text, {at, zone.span.begin}, blocks);
        if (!zone.span.empty()) blocks.push_back(trimmed_span(text, zone.span));
        at = zone.span.end;
    }
    find_line_blocks(text, {at, static_cast<std::uint32_t>(text.size())}, blocks);
    std::erase_if(blocks, [](Span block) { return block.empty(); });
    return blocks;
}

void find_sentences(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
                    const Abbreviations& abbreviations, std::vector<Sentence>& sentences) {
    const auto size = static_cast<std::uint32_t>(tokens.size());
    SentenceEnds ends(text, tokens, first, abbreviations);
    auto begin = first;
    const auto close = [&](std::uint32_t end) {
        sentences.push_back({{tokens[begin].span.begin, tokens[end - 1].span.end}, begin, end});
        begin = end;
    };
    for (auto at = first; at < size;) {
        const auto end = ends.end_behind(at);
        if (end > 0) close(end);
        at = std::max(end, at + 1);
    }
    if (begin < size) close(size);
}

}  // namespace sayso::analyse
