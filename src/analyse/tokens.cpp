#include "analyse/tokens.h"

#include <algorithm>
#include <array>

#include "analyse/characters.h"

namespace sayso::analyse {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_clitic = 3;

/// Prefixes that a hyphen joins to one word, where other compounds are split.
constexpr std::array prefixes{"anti"sv,  "arch"sv,  "bi"sv,    "co"sv,    "counter"sv, "cross"sv, "de"sv,   "e"sv,
                              "ex"sv,    "extra"sv, "hyper"sv, "inter"sv, "intra"sv,   "macro"sv, "mega"sv, "meta"sv,
                              "micro"sv, "mid"sv,   "mini"sv,  "multi"sv, "neo"sv,     "non"sv,   "over"sv, "pan"sv,
                              "post"sv,  "pre"sv,   "pro"sv,   "proto"sv, "pseudo"sv,  "quasi"sv, "re"sv,   "semi"sv,
                              "socio"sv, "sub"sv,   "super"sv, "trans"sv, "tri"sv,     "ultra"sv, "un"sv,   "under"sv};

/// Units that are words of their own behind the number that they are glued to.
constexpr std::array units{"AM"sv, "GB"sv, "K"sv,   "KB"sv, "M"sv,   "MB"sv, "MM"sv, "MW"sv, "PM"sv,  "TB"sv,   "am"sv,
                           "b"sv,  "bn"sv, "cm"sv,  "ft"sv, "g"sv,   "gb"sv, "ha"sv, "hr"sv, "hrs"sv, "k"sv,    "kW"sv,
                           "kg"sv, "km"sv, "kw"sv,  "lb"sv, "lbs"sv, "m"sv,  "mb"sv, "mg"sv, "min"sv, "mins"sv, "ml"sv,
                           "mm"sv, "mn"sv, "mph"sv, "oz"sv, "pc"sv,  "pm"sv, "sq"sv, "tn"sv, "yr"sv,  "yrs"sv};

/// Written together, or without their apostrophe, but two words: where the second begins.
struct Contraction {
    std::string_view form;
    std::size_t second;
};
constexpr std::array contractions{
    Contraction{"aint"sv, 2},     Contraction{"arent"sv, 3},  Contraction{"cannot"sv, 3}, Contraction{"cant"sv, 2},
    Contraction{"couldnt"sv, 5},  Contraction{"didnt"sv, 3},  Contraction{"doesnt"sv, 4}, Contraction{"dont"sv, 2},
    Contraction{"gonna"sv, 3},    Contraction{"gotta"sv, 3},  Contraction{"hadnt"sv, 3},  Contraction{"hasnt"sv, 3},
    Contraction{"havent"sv, 4},   Contraction{"im"sv, 1},     Contraction{"isnt"sv, 2},   Contraction{"ive"sv, 1},
    Contraction{"shouldnt"sv, 6}, Contraction{"thats"sv, 4},  Contraction{"theyre"sv, 4}, Contraction{"wanna"sv, 3},
    Contraction{"wasnt"sv, 3},    Contraction{"werent"sv, 4}, Contraction{"wont"sv, 2},   Contraction{"wouldnt"sv, 5},
    Contraction{"youre"sv, 3},    Contraction{"youve"sv, 3}};

/// Ends of web addresses and file names; anything else behind a full stop is a forgotten space.
constexpr std::array endings{
    "au"sv,  "br"sv,  "ca"sv,   "ch"sv, "cn"sv,  "co"sv,   "com"sv,  "csv"sv, "de"sv,  "doc"sv, "edu"sv, "es"sv,
    "eu"sv,  "fr"sv,  "gov"sv,  "gr"sv, "htm"sv, "html"sv, "info"sv, "int"sv, "io"sv,  "jp"sv,  "jpg"sv, "ke"sv,
    "mil"sv, "net"sv, "news"sv, "ng"sv, "nl"sv,  "nz"sv,   "org"sv,  "pdf"sv, "ph"sv,  "php"sv, "pk"sv,  "png"sv,
    "pl"sv,  "ru"sv,  "se"sv,   "tv"sv, "txt"sv, "ua"sv,   "uk"sv,   "url"sv, "xls"sv, "za"sv,  "zip"sv};

constexpr std::array smileys{":)"sv,  ":("sv, ";)"sv, ":D"sv, ":-)"sv, ":-("sv,
                             ";-)"sv, ":P"sv, ":p"sv, "=)"sv, ":/"sv,  "<3"sv};

template <class Words>
bool is_one_of(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

class Splitter {
public:
    Splitter(std::string_view text, Span part, const Abbreviations& abbreviations, std::vector<Token>& tokens)
        : text_(text), end_(part.end), at_(part.begin), abbreviations_(abbreviations), tokens_(tokens) {}

    void run() {
        while (at_ < end_) {
            const auto [code, next] = decode(text_, at_);
            switch (kind_of(code)) {
                case CharacterKind::space:
                    at_ = next;
                    break;
                case CharacterKind::letter:
                case CharacterKind::digit:
                    take_word();
                    break;
                case CharacterKind::other:
                    take_mark(code, next);
                    break;
            }
        }
    }

private:
    // ---- Looking around -----------------------------------------------------------------------------

    [[nodiscard]] char32_t code_at(std::size_t at) const { return at < end_ ? decode(text_, at).code : 0; }
    [[nodiscard]] bool is_word_at(std::size_t at) const {
        if (at >= end_) return false;
        const auto kind = kind_of(decode(text_, at).code);
        return kind == CharacterKind::letter || kind == CharacterKind::digit;
    }
    [[nodiscard]] bool is_letter_at(std::size_t at) const {
        return at < end_ && kind_of(decode(text_, at).code) == CharacterKind::letter;
    }
    [[nodiscard]] bool is_digit_at(std::size_t at) const {
        return at < end_ && kind_of(decode(text_, at).code) == CharacterKind::digit;
    }
    [[nodiscard]] bool is_space_at(std::size_t at) const {
        return at >= end_ || kind_of(decode(text_, at).code) == CharacterKind::space;
    }
    [[nodiscard]] bool begins_chunk() const {
        return at_ == 0 || kind_of(decode_before(text_, at_).code) == CharacterKind::space;
    }
    [[nodiscard]] std::string_view between(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin);
    }
    [[nodiscard]] std::size_t letters_end(std::size_t at) const {
        while (at < end_ && is_letter_at(at)) at = decode(text_, at).next;
        return at;
    }
    [[nodiscard]] std::size_t digits_end(std::size_t at) const {
        while (at < end_ && is_digit_at(at)) at = decode(text_, at).next;
        return at;
    }

    // ---- Giving out ---------------------------------------------------------------------------------

    void emit(std::size_t end, bool joined = false) {
        Token token;
        token.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
        token.joined = joined;
        tokens_.push_back(std::move(token));
        at_ = end;
    }

    // ---- Words --------------------------------------------------------------------------------------

    void take_word() {
        if (const auto end = address_end()) return emit(*end);
        const bool number = is_digit_at(at_);
        const auto begin = at_;
        const auto end = number ? number_end() : word_end();
        if (number && take_number(end)) return;
        if (take_contraction(end)) return;
        emit(end);
        if (end > begin) take_clitics(begin);
    }

    /// A web or mail address that begins here.
    std::optional<std::size_t> address_end() {
        const auto rest = text_.substr(at_, std::min<std::size_t>(end_ - at_, 8));
        const bool may_begin = at_ == 0 || !is_word_before();
        if (may_begin && (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.") ||
                          rest.starts_with("ftp://") || rest.starts_with("mailto:"))) {
            return without_trailing_marks(chunk_end(at_));
        }
        return mail_end();
    }

    [[nodiscard]] bool is_word_before() const {
        const auto kind = kind_of(decode_before(text_, at_).code);
        return kind == CharacterKind::letter || kind == CharacterKind::digit;
    }

    [[nodiscard]] std::size_t chunk_end(std::size_t at) const {
        while (at < end_) {
            const auto [code, next] = decode(text_, at);
            if (kind_of(code) == CharacterKind::space || code == '<' || code == '>' || code == '"' || code == 0x201C ||
                code == 0x201D) {
                break;
            }
            at = next;
        }
        return at;
    }

    [[nodiscard]] std::size_t without_trailing_marks(std::size_t end) const {
        bool opened = false;
        for (auto i = at_; i < end; ++i) opened = opened || text_[i] == '(';
        while (end > at_ + 1) {
            const auto [code, begin] = decode_before(text_, end);
            const bool mark = code == '.' || code == ',' || code == ';' || code == ':' || code == '!' || code == '?' ||
                              code == '\'' || code == ']' || code == 0x2019 || (code == ')' && !opened);
            if (!mark) break;
            end = begin;
        }
        return end;
    }

    static bool is_mail_character(char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
               byte == '.' || byte == '_' || byte == '-' || byte == '+' || byte == '%';
    }

    /// Each byte is looked at once: `no_mail_before_` remembers how far a search has been in vain.
    std::optional<std::size_t> mail_end() {
        if (at_ < no_mail_before_) return std::nullopt;
        auto at = at_;
        while (at < end_ && is_mail_character(text_[at])) ++at;
        if (at < end_ && at > at_ && text_[at] == '@') {
            auto end = at + 1;
            bool dot = false;
            while (end < end_ && is_mail_character(text_[end])) dot = text_[end++] == '.' || dot;
            while (end > at + 1 && !is_word_at(end - 1)) --end;
            if (dot && end > at + 1) return end;
            at = std::max(end, at);
        }
        no_mail_before_ = at;
        return std::nullopt;
    }

    [[nodiscard]] std::size_t word_end() const {
        auto at = at_;
        for (;;) {
            while (is_word_at(at)) at = decode(text_, at).next;
            if (at >= end_) return at;
            const auto [code, next] = decode(text_, at);
            if (code == '.') {
                const auto end = stop_end(at, next);
                if (end == at) return at;
                at = end;
                if (!is_word_at(at)) return at;
            } else if (is_apostrophe(code)) {
                if (!is_letter_at(next) || is_clitic(at_, at, next)) return at;
                at = next;
            } else if (is_hyphen(code)) {
                if (!is_word_at(next) || !keeps_hyphen(at)) return at;
                at = next;
            } else if (code == '&' || code == '_') {
                if (!is_word_at(next) && code == '&') return at;
                at = next;
            } else if (code == '/') {
                if (!is_letter_at(next) || !keeps_slash(at, next)) return at;
                at = next;
            } else if (code == '$') {
                if (!is_digit_at(next) || at - at_ > 3 || !is_upper(code_at(at_))) return at;
                return next;
            } else if (code == '@') {
                if (!is_letter_at(next)) return at;
                at = next;
            } else {
                return at;
            }
        }
    }

    /// Behind a full stop that is part of the word before it, else `at`.
    [[nodiscard]] std::size_t stop_end(std::size_t at, std::size_t next) const {
        const auto word = between(at_, next);
        if (is_dotted_letters(word)) return is_initial(next) ? next : at;
        if (is_letter_at(next)) {
            if (is_dotted_letters(between(last_stop(at), next)) && is_upper(code_at(next))) return next;
            if (is_address_ending(next)) return next;
            if (abbreviations_.find(between(at_, whole_abbreviation_end(next)))) return next;
        }
        const auto kind = abbreviations_.find(word);
        if (!kind || (word == "etc." && is_last_word(next))) return at;
        if (*kind == AbbreviationKind::number) return is_digit_behind(next) ? next : at;
        return next;
    }

    /// "U.S", "Ph.D": where the last letter group before `at` begins.
    [[nodiscard]] std::size_t last_stop(std::size_t at) const {
        auto begin = at;
        while (begin > at_ && at - begin < 4 && text_[begin - 1] != '.') --begin;
        return begin;
    }

    [[nodiscard]] std::size_t whole_abbreviation_end(std::size_t at) const {
        const auto most = std::min(end_, at + 8);
        while (at < most && (is_letter_at(at) || text_[at] == '.')) at = decode(text_, at).next;
        return at;
    }

    /// A single letter with a full stop is an initial, unless it is "I" or a small letter at a sentence's end.
    [[nodiscard]] bool is_initial(std::size_t next) const {
        const bool single = next - at_ <= 3 && std::count(text_.begin() + at_, text_.begin() + next, '.') == 1;
        if (!single) return true;
        if (is_letter_at(next)) return true;
        const auto letter = code_at(at_);
        return letter != 'I' && is_upper(letter) && begins_initial() && !is_block_end(next);
    }

    /// The treebanks part "etc" from a full stop that ends the sentence.
    [[nodiscard]] bool is_last_word(std::size_t at) const {
        while (at < end_ && text_[at] == ' ') ++at;
        return at >= end_ || text_[at] == '\n' || is_upper(code_at(at));
    }

    /// Behind white space, an opening mark, a hyphen or another initial; not behind "41°".
    [[nodiscard]] bool begins_initial() const {
        const auto code = at_ == 0 ? U' ' : decode_before(text_, at_).code;
        return kind_of(code) == CharacterKind::space || is_opening(code) || is_hyphen(code) || code == '.' ||
               code == '"' || code == '\'';
    }

    /// Only closing marks follow.
    [[nodiscard]] bool is_block_end(std::size_t at) const {
        while (at < end_ && (is_closing(code_at(at)) || text_[at] == '"' || text_[at] == '\''))
            at = decode(text_, at).next;
        return at >= end_ || text_[at] == '\n';
    }

    [[nodiscard]] bool is_digit_behind(std::size_t at) const {
        if (at < end_ && text_[at] == ' ') ++at;
        return is_digit_at(at);
    }

    [[nodiscard]] bool is_address_ending(std::size_t at) const {
        const auto end = letters_end(at);
        if (end - at > 4) {
            // A longer label may itself be followed by an ending: "news.example.com".
            return end < end_ && text_[end] == '.' && is_letter_at(end + 1) && end - at < 64 &&
                   is_one_of(endings, lower(between(end + 1, std::min(letters_end(end + 1), end + 6))));
        }
        if (is_word_at(end)) return false;
        if (is_one_of(endings, lower(between(at, end)))) return true;
        return end < end_ && text_[end] == '.' && is_letter_at(end + 1) &&
               is_one_of(endings, lower(between(end + 1, std::min(letters_end(end + 1), end + 6))));
    }

    /// Whether what follows the apostrophe at `at` is a clitic and not a part of a name ("O'Brien").
    [[nodiscard]] bool is_clitic(std::size_t begin, std::size_t at, std::size_t next) const {
        const auto end = short_letters_end(next);
        if (!end) return false;
        const auto rest = lower(between(next, *end));
        if (rest == "t") return at > begin + 1 && (text_[at - 1] == 'n' || text_[at - 1] == 'N');
        return rest == "s" || rest == "re" || rest == "ve" || rest == "ll" || rest == "d" || rest == "m";
    }

    /// The end of at most `longest_clitic` letters, if no more word characters follow.
    [[nodiscard]] std::optional<std::size_t> short_letters_end(std::size_t at) const {
        const auto begin = at;
        while (is_letter_at(at) && at - begin < longest_clitic) at = decode(text_, at).next;
        if (is_word_at(at) || at == begin) return std::nullopt;
        return at;
    }

    [[nodiscard]] bool keeps_hyphen(std::size_t hyphen) const {
        if (hyphen - at_ > 7) return false;
        return is_one_of(prefixes, lower(between(at_, hyphen)));
    }

    [[nodiscard]] bool keeps_slash(std::size_t slash, std::size_t next) const {
        const auto after = decode(text_, next).next;
        return slash - at_ == 1 || (after - next == 1 && !is_word_at(after));
    }

    /// "cannot" and the like.
    bool take_contraction(std::size_t end) {
        const auto size = end - at_;
        if (size < 2 || size > 8) return false;
        const char first = static_cast<char>(text_[at_] | 0x20);
        if (std::string_view("acdghistwy").find(first) == std::string_view::npos) return false;
        const auto word = between(at_, end);
        for (const auto& [form, second] : contractions) {
            if (form.size() != size || form[0] != first || lower(word) != form || word == "IM") continue;
            emit(at_ + second);
            emit(end, true);
            return true;
        }
        return false;
    }

    /// The clitics behind the word that began at `begin`: the "n't" of "don't" is cut off it.
    void take_clitics(std::size_t begin) {
        while (at_ < end_) {
            const auto [code, next] = decode(text_, at_);
            if (!is_apostrophe(code) && code != '`') return;
            const auto end = short_letters_end(next);
            if (!end) return take_plural_possessive(code, next);
            if (!is_clitic(begin, at_, next)) return;
            if (*end - next == 1 && (text_[next] == 't' || text_[next] == 'T')) {
                tokens_.back().span.end -= 1;
                at_ -= 1;
            }
            emit(*end, true);
            begin = at_;
        }
    }

    /// The apostrophe of "the miners' union".
    void take_plural_possessive(char32_t code, std::size_t next) {
        const char last = text_[at_ - 1];
        const bool plural = last == 's' || last == 'S' || last == 'z' || last == 'x';
        if (is_apostrophe(code) && plural && !single_open_ && !is_word_at(next)) emit(next, true);
    }

    // ---- Numbers ------------------------------------------------------------------------------------

    /// Digits and what joins them: "3.5", "10,000", "7:30", "24/5/2024", "1990s", "713-555-0199".
    [[nodiscard]] std::size_t number_end() const {
        auto at = digits_end(at_);
        std::size_t hyphens = 0;
        for (;;) {
            if (at >= end_) return at;
            const auto [code, next] = decode(text_, at);
            if (is_letter_at(at)) {
                at = letters_end(at);
                if (is_digit_at(at)) at = word_end_from(at);
                return at;
            }
            const bool joins = code == '.' || code == ',' || code == ':' || code == '/';
            if (joins && is_digit_at(next)) {
                at = digits_end(next);
            } else if (is_hyphen(code) && is_digit_at(next)) {
                const auto end = digits_end(next);
                if (hyphens == 0 && !is_code(at, next, end)) return at;
                ++hyphens;
                at = end;
            } else {
                return at;
            }
        }
    }

    [[nodiscard]] std::size_t word_end_from(std::size_t at) const {
        while (is_word_at(at)) at = decode(text_, at).next;
        return at;
    }

    /// Whether digits around a hyphen are one number (telephone, post code, date) and not a range.
    [[nodiscard]] bool is_code(std::size_t hyphen, std::size_t next, std::size_t end) const {
        const auto before = hyphen - at_, after = end - next;
        if (end < end_ && is_hyphen(code_at(end)) && is_digit_at(decode(text_, end).next)) return true;
        return (before == 3 && after == 4) || (before == 5 && after == 4);
    }

    /// Parts a number from a unit glued to it.
    bool take_number(std::size_t end) {
        auto unit = at_;
        while (unit < end && !is_letter_at(unit)) unit = decode(text_, unit).next;
        if (unit == end || end - unit > 4 || letters_end(unit) != end) return false;
        if (!is_one_of(units, between(unit, end))) return false;
        emit(unit);
        emit(end);
        return true;
    }

    // ---- Marks --------------------------------------------------------------------------------------

    void take_mark(char32_t code, std::size_t next) {
        if (is_apostrophe(code) || code == 0x2018) return take_apostrophe(code, next);
        if (begins_chunk() && take_smiley()) return;
        switch (code) {
            case '.':
                if (is_digit_at(next) && begins_chunk()) {
                    const auto begin = at_;
                    at_ = next;
                    const auto end = digits_end(at_);
                    at_ = begin;
                    return emit(end);
                }
                return emit(run_end(next, ".!?"));
            case '!':
            case '?':
                return emit(run_end(next, "!?"));
            case '-':
            case '*':
            case '=':
            case '_':
            case '~':
            case '+':
            case '<':
            case '>':
            case '`':
            case 0x2026:
                return emit(same_run_end(code, next));
            case '[':
                if (between(at_, std::min(at_ + 5, end_)) == "[...]") return emit(at_ + 5);
                return emit(next);
            case '#':
            case '@':
                if (is_letter_at(next)) {
                    while (is_word_at(next) || (next < end_ && text_[next] == '_')) next = decode(text_, next).next;
                }
                return emit(next);
            default:
                return emit(next);
        }
    }

    [[nodiscard]] std::size_t run_end(std::size_t at, std::string_view marks) const {
        while (at < end_ && marks.find(text_[at]) != std::string_view::npos) ++at;
        return at;
    }

    [[nodiscard]] std::size_t same_run_end(char32_t code, std::size_t at) const {
        while (at < end_ && code_at(at) == code) at = decode(text_, at).next;
        return at;
    }

    bool take_smiley() {
        const auto rest = text_.substr(at_, std::min<std::size_t>(end_ - at_, 3));
        for (const auto smiley : smileys) {
            if (rest.starts_with(smiley) && is_space_at(at_ + smiley.size())) {
                emit(at_ + smiley.size());
                return true;
            }
        }
        return false;
    }

    /// An apostrophe at no word's end: a quotation mark, or the beginning of "'em" or "'90s".
    void take_apostrophe(char32_t code, std::size_t next) {
        if (code_at(next) == code && code != 0x2018) return emit(decode(text_, next).next);
        if (is_digit_at(next)) {
            const auto digits = digits_end(next);
            const auto end = word_end_from(digits);
            const bool year = digits - next == 2 && (end == digits || between(digits, end) == "s");
            if (year && begins_chunk()) return emit(end);
        }
        if (const auto end = is_letter_at(next) ? short_letters_end(next) : std::nullopt) {
            const auto rest = lower(between(next, *end));
            const bool after_space = begins_chunk();
            if (rest == "em" || rest == "til" || (rest == "s" && !after_space)) return emit(*end);
            if (rest == "s" && after_space && code != 0x2018) return emit(*end);
        }
        if (is_word_at(next)) {
            single_open_ = true;
        } else {
            single_open_ = false;
        }
        emit(next);
    }

    std::string_view text_;
    std::size_t end_, at_;
    std::size_t no_mail_before_ = 0;
    bool single_open_ = false;
    const Abbreviations& abbreviations_;
    std::vector<Token>& tokens_;
};

}  // namespace

void find_tokens(std::string_view text, Span part, const Abbreviations& abbreviations, std::vector<Token>& tokens) {
    Splitter(text, part, abbreviations, tokens).run();
}

}  // namespace sayso::analyse
