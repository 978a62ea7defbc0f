#include "analyse/wordpieces.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "base/utf8.h"

namespace sayso::analyse {
namespace {

constexpr std::size_t longest_run = 100;  // characters
constexpr std::string_view continuation = "##";

/// Two independent beginnings, since a piece that continues a word is another than the same letters at its begin.
constexpr std::uint32_t hash_begin(bool continues) {
    return continues ? 0x9E3779B9U : 0x811C9DC5U;
}

constexpr std::uint32_t hash_more(std::uint32_t hash, char byte) {
    return (hash ^ static_cast<unsigned char>(byte)) * 0x01000193U;
}

constexpr std::uint32_t slot_of(std::uint32_t hash) {
    return hash ^ (hash >> 15U);
}

bool is_character_begin(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_ascii_mark(char32_t c) {
    return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
}

utf8proc_category_t category(char32_t code) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(code));
}

bool is_mark(char32_t code) {
    if (code < 0x80) return is_ascii_mark(code);
    const auto kind = category(code);
    return kind >= UTF8PROC_CATEGORY_PC && kind <= UTF8PROC_CATEGORY_PO;
}

bool is_ideograph(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x2CEAF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

bool is_gap(char32_t code) {
    if (code < 0x80) return code == ' ' || code == '\t' || code == '\n' || code == '\r';
    const auto kind = category(code);
    return kind == UTF8PROC_CATEGORY_ZS || kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP;
}

bool is_dropped(char32_t code) {
    if (is_gap(code)) return false;
    if (code == 0xFFFD) return true;
    const auto kind = category(code);
    return kind == UTF8PROC_CATEGORY_CN || (kind >= UTF8PROC_CATEGORY_CC && kind <= UTF8PROC_CATEGORY_CO);
}

bool is_plain_letter(char32_t code) {
    const auto kind = category(code);
    return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

constexpr char32_t capital_sigma = 0x3A3;
constexpr char32_t final_sigma = 0x3C2;

/// The sigma that ends a word has a form of its own in lower case.
bool ends_word(std::string_view word, std::size_t begin, std::size_t end) {
    return begin > 0 && is_plain_letter(decode_before(word, begin).code) &&
           (end >= word.size() || !is_plain_letter(decode(word, end).code));
}

char32_t lower_at(std::string_view word, std::size_t at, const Decoded& decoded) {
    if (decoded.code == capital_sigma && ends_word(word, at, decoded.next)) return final_sigma;
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(decoded.code)));
}

/// Parts a word into runs and calls `take` with each.
class Runs {
public:
    template <class Take>
    static void of_ascii(std::string_view word, const Take& take) {
        std::string run;
        for (const char byte : word) {
            const auto code = static_cast<unsigned char>(byte);
            if (is_gap(code) || is_ascii_mark(code)) {
                flush(run, take);
                if (!is_gap(code)) take(std::string_view(&byte, 1));
            } else if (code >= 0x20 && code != 0x7F) {
                run.push_back(static_cast<char>(code >= 'A' && code <= 'Z' ? code + 32 : code));
            }
        }
        flush(run, take);
    }

    template <class Take>
    static void of_any(std::string_view word, const Take& take) {
        std::string run;
        for (std::size_t at = 0; at < word.size();) {
            const auto decoded = decode(word, at);
            if (!is_dropped(decoded.code)) add(lower_at(word, at, decoded), run, take);
            at = decoded.next;
        }
        flush(run, take);
    }

private:
    template <class Take>
    static void flush(std::string& run, const Take& take) {
        if (!run.empty()) take(std::string_view(run));
        run.clear();
    }

    template <class Take>
    static void add(char32_t code, std::string& run, const Take& take) {
        std::array<utf8proc_int32_t, 32> parts{};
        int boundary = 0;
        const auto count =
            utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code), parts.data(),
                                    static_cast<utf8proc_ssize_t>(parts.size()), UTF8PROC_DECOMPOSE, &boundary);
        for (std::size_t i = 0; i < static_cast<std::size_t>(std::max<utf8proc_ssize_t>(count, 0)); ++i) {
            add_part(static_cast<char32_t>(parts[i]), run, take);
        }
    }

    template <class Take>
    static void add_part(char32_t code, std::string& run, const Take& take) {
        if (category(code) == UTF8PROC_CATEGORY_MN) return;
        const bool alone = is_mark(code) || is_ideograph(code);
        if (alone || is_gap(code)) flush(run, take);
        if (is_gap(code)) return;
        append_utf8(run, code);
        if (alone) flush(run, take);
    }
};

}  // namespace

Wordpieces::Wordpieces(std::vector<std::string_view> pieces) : pieces_(std::move(pieces)) {
    table_.assign(std::bit_ceil(2 * pieces_.size() + 1), none);
    for (std::uint32_t id = 0; id < pieces_.size(); ++id) {
        insert(id);
        if (pieces_[id] == "[UNK]") unknown_ = id;
        if (pieces_[id] == "[CLS]") begin_ = id;
        if (pieces_[id] == "[SEP]") end_ = id;
    }
}

void Wordpieces::insert(std::uint32_t id) {
    auto bytes = pieces_[id];
    const bool continues = bytes.starts_with(continuation) && bytes.size() > continuation.size();
    if (continues) bytes.remove_prefix(continuation.size());
    longest_ = std::max(longest_, bytes.size());
    auto hash = hash_begin(continues);
    for (const char byte : bytes) hash = hash_more(hash, byte);
    std::size_t slot = slot_of(hash);
    while (table_[slot & (table_.size() - 1)] != none) ++slot;
    table_[slot & (table_.size() - 1)] = id;
}

std::uint32_t Wordpieces::find(std::string_view bytes, bool continues, std::uint32_t hash) const {
    for (std::size_t slot = slot_of(hash);; ++slot) {
        const auto id = table_[slot & (table_.size() - 1)];
        if (id == none) return none;
        auto piece = pieces_[id];
        if (continues) {
            if (!piece.starts_with(continuation)) continue;
            piece.remove_prefix(continuation.size());
        }
        if (piece == bytes) return id;
    }
}

/// Longest match first. The hashes of all beginnings are made in one go.
void Wordpieces::append_run(std::string_view run, std::vector<std::uint32_t>& ids) const {
    const auto before = ids.size();
    const auto characters = static_cast<std::size_t>(
        std::ranges::count_if(run, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    if (characters > longest_run) {
        ids.push_back(unknown_);
        return;
    }
    std::array<std::uint32_t, 4 * longest_run + 1> hashes;
    for (std::size_t at = 0; at < run.size();) {
        const bool continues = at > 0;
        const auto rest = run.substr(at, longest_);
        auto hash = hash_begin(continues);
        for (std::size_t i = 0; i < rest.size(); ++i) hashes[i + 1] = hash = hash_more(hash, rest[i]);
        std::size_t length = rest.size();
        auto id = none;
        for (; length > 0; --length) {
            if (!is_character_begin(run, at + length)) continue;
            id = find(rest.substr(0, length), continues, hashes[length]);
            if (id != none) break;
        }
        if (id == none) {
            ids.resize(before);
            ids.push_back(unknown_);
            return;
        }
        ids.push_back(id);
        at += length;
    }
}

void Wordpieces::append(std::string_view word, std::vector<std::uint32_t>& ids) const {
    const auto before = ids.size();
    const auto take = [&](std::string_view run) {
        if (ids.size() - before < most) append_run(run, ids);
    };
    is_ascii(word) ? Runs::of_ascii(word, take) : Runs::of_any(word, take);
    if (ids.size() == before) ids.push_back(unknown_);
    ids.resize(std::min(ids.size(), before + most));
}

std::uint8_t shape_of(std::string_view word) {
    std::size_t letters = 0;
    std::size_t upper = 0;
    bool digits = false;
    bool first_is_upper = false;
    for (std::size_t at = 0; at < word.size();) {
        const auto [code, next] = decode(word, at);
        at = next;
        if (is_digit(code)) digits = true;
        if (!is_plain_letter(code)) continue;
        if (is_upper(code)) {
            ++upper;
            if (letters == 0) first_is_upper = true;
        }
        ++letters;
    }
    if (letters == 0) return digits ? 6 : 8;
    if (digits) return 7;
    if (upper == 0) return 1;
    if (letters == 1) return 4;
    if (upper == letters) return 3;
    return upper == 1 && first_is_upper ? 2 : 5;
}

std::uint8_t gap_between(std::string_view text, std::uint32_t before, std::uint32_t begin) {
    if (begin <= before) return 1;
    const auto between = text.substr(before, begin - before);
    const auto line_ends = std::ranges::count(between, '\n');
    return static_cast<std::uint8_t>(2 + std::min<std::ptrdiff_t>(line_ends, 2));
}

}  // namespace sayso::analyse
