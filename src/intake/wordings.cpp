#include "intake/wordings.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>
#include <vector>

#include "base/tables.h"
#include "base/utf8.h"

namespace sayso {
namespace {

constexpr std::size_t longest_line = 600;  ///< bytes; nothing longer is told by its wording
constexpr std::size_t longest_teaser = 250;
constexpr std::size_t longest_credit = 140;

using Words = std::set<std::string, std::less<>>;

struct Wordings {
    std::map<ZoneKind, std::map<std::string, Words, std::less<>>> zones;  ///< by kind, by where
    std::map<std::string, Words, std::less<>> lists;                      ///< agency, role, label

    [[nodiscard]] const Words& of(ZoneKind kind, std::string_view where) const {
        static const Words none;
        const auto kinds = zones.find(kind);
        if (kinds == zones.end()) return none;
        const auto words = kinds->second.find(where);
        return words == kinds->second.end() ? none : words->second;
    }
};

Wordings load() {
    Wordings wordings;
    for (const auto& row : table_rows(built_in_file("lexicon/zones.tsv"), 3)) {
        if (row[2].empty()) throw std::logic_error("lexicon/zones.tsv: a row has fewer than three columns");
        if (const auto kind = value_named<ZoneKind>(row[0])) {
            wordings.zones[*kind][std::string(row[1])].emplace(row[2]);
        } else {
            wordings.lists[std::string(row[0])].emplace(row[2]);
        }
    }
    return wordings;
}

const Wordings& wordings() {
    static const Wordings all = load();
    return all;
}

const Words& list_named(std::string_view list) {
    static const Words none;
    const auto& found = wordings().lists;
    const auto one = found.find(list);
    return one == found.end() ? none : one->second;
}

bool is_mark_around(char32_t code) {
    static constexpr std::u32string_view marks = U"()[]{}*>»«›|:-–—•·_#=~▶►→…";
    return marks.find(code) != std::u32string_view::npos;
}

std::string_view without_marks(std::string_view line) {
    for (line = trimmed(line); !line.empty(); line = trimmed(line)) {
        const auto first = decode(line, 0);
        const auto last = decode_before(line, line.size());
        if (is_mark_around(first.code)) {
            line.remove_prefix(first.next);
        } else if (is_mark_around(last.code)) {
            line = line.substr(0, last.next);
        } else {
            break;
        }
    }
    return line;
}

bool ends_word(std::string_view text, std::size_t at) {
    if (at >= text.size()) return true;
    const char32_t code = decode(text, at).code;
    return !is_letter(code) && !is_digit(code) && code != '\'' && code != '-';
}

/// Where the longest of these words ends with which the line begins; 0 if there is none.
std::size_t longest_start(std::string_view line, const Words& words) {
    constexpr std::size_t longest_words = 60;
    std::size_t longest = 0;
    const auto last = std::min(line.size(), longest_words);
    for (std::size_t end = 1; end <= last; ++end) {
        const bool border = end == line.size() || (static_cast<unsigned char>(line[end]) & 0xC0U) != 0x80U;
        if (border && ends_word(line, end) && words.contains(line.substr(0, end))) longest = end;
    }
    return longest;
}

/// Where what follows a label begins: behind ":", "|", "»" or a dash with spaces; 0 if it is no label.
std::size_t behind_label(std::string_view line, const Words& words) {
    const auto end = longest_start(line, words);
    if (end == 0) return 0;
    const auto rest = line.substr(end);
    for (const std::string_view mark : {":", " :", " |", "|", " »", " >", " –", " —", " -"}) {
        if (rest.starts_with(mark)) return end + mark.size();
    }
    return 0;
}

bool has_credit(std::string_view line, const Words& words) {
    constexpr std::size_t longest_tail = 90;
    for (const std::string_view mark : {":", " by ", " courtesy", "/"}) {
        if (line.find(mark) == std::string_view::npos) continue;
        for (const auto& word : words) {
            const auto wanted = word + std::string(mark);
            const auto at = line.rfind(wanted);
            if (at == std::string_view::npos || line.size() - at > longest_tail) continue;
            const auto before = trimmed(line.substr(0, at));
            const bool parted = before.empty() ||
                                std::string_view(".!?([|").find(before.back()) != std::string_view::npos ||
                                before.ends_with("”") || before.ends_with("’");
            const auto tail = trimmed(line.substr(at + wanted.size()));
            const bool one_credit =
                tail.find(". ") == std::string_view::npos && tail.find(": ") == std::string_view::npos;
            if (parted && one_credit && !tail.empty()) return true;
        }
    }
    return false;
}

/// "[Name/Agency]" or "(Name/Agency)" at a line's end.
bool has_slash_credit(std::string_view line) {
    if (line.empty() || (line.back() != ']' && line.back() != ')')) return false;
    const auto open = line.rfind(line.back() == ']' ? '[' : '(');
    if (open == std::string_view::npos || line.size() - open > 80) return false;
    const auto credit = line.substr(open + 1, line.size() - open - 2);
    const auto slash = credit.rfind('/');
    if (slash == std::string_view::npos) return false;
    const auto folded = folded_wording(credit.substr(slash + 1));
    const auto first = folded_wording(credit.substr(0, slash));
    return is_agency(folded) || is_agency(first) || first.ends_with("photo") || folded.starts_with("getty");
}

/// "Copyright © 2024 Sel News", "© 2024"
bool is_copyright_notice(std::string_view folded) {
    bool sign = false;
    for (const std::string_view mark : {"copyright", " ", "©", "(c)", " "}) {
        if (!folded.starts_with(mark)) continue;
        sign = sign || mark != " ";
        folded.remove_prefix(mark.size());
    }
    const auto year = folded.substr(0, 4);
    return sign && year.size() == 4 && year.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<WordingMatch> match_teaser(std::string_view line, const std::string& folded, bool opens_text) {
    const auto kind = ZoneKind::teaser;
    const auto& all = wordings();
    if (folded.size() > longest_teaser) return std::nullopt;
    if (all.of(kind, "heading").contains(folded)) return WordingMatch{kind, true};
    if (all.of(kind, "line").contains(folded) || is_copyright_notice(folded)) return WordingMatch{kind, false};
    for (const auto& end : all.of(kind, "end")) {
        const bool found = folded.ends_with(end) && !ends_sentence(line);
        if (found) return WordingMatch{kind, folded.size() < end.size() + 40};
    }
    if (const auto rest = behind_label(folded, all.of(kind, "label")); rest > 0) {
        return WordingMatch{kind, trimmed(folded.substr(rest)).empty()};
    }
    // In capitals a label needs no mark: "ALSO READ Bridge opens again".
    const auto label = longest_start(folded, all.of(kind, "label"));
    const auto start = without_marks(line).substr(0, label);
    const bool capitals =
        label > 0 && std::none_of(start.begin(), start.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (capitals && label > 6 && !ends_sentence(line)) return WordingMatch{kind, false};
    if (!opens_text && behind_label(folded, all.of(kind, "title")) > 0 && !ends_sentence(line))
        return WordingMatch{kind, false};
    if (longest_start(folded, all.of(kind, "start")) > 0) return WordingMatch{kind, false};
    return std::nullopt;
}

std::optional<WordingMatch> match_caption(std::string_view line, const std::string& folded) {
    const auto kind = ZoneKind::caption;
    const auto& all = wordings();
    if (all.of(kind, "line").contains(folded)) return WordingMatch{kind};
    if (behind_label(folded, all.of(kind, "label")) > 0) return WordingMatch{kind};
    if (folded.size() <= longest_credit && longest_start(folded, all.of(kind, "start")) > 0 && !ends_sentence(line)) {
        return WordingMatch{kind};
    }
    if (folded.starts_with("©") && folded.size() <= longest_credit) return WordingMatch{kind};
    const auto lowered = lower(trimmed(line));
    for (const auto& end : all.of(kind, "end")) {
        if (lowered.ends_with(end) && lowered.size() > end.size() + 10) return WordingMatch{kind};
    }
    if (has_credit(lowered, all.of(kind, "credit")) || has_slash_credit(trimmed(line))) return WordingMatch{kind};
    return std::nullopt;
}

std::optional<WordingMatch> match_credit(std::string_view line, const std::string& folded) {
    const auto kind = ZoneKind::byline;
    const auto& all = wordings();
    if (folded.size() > longest_credit) return std::nullopt;
    if (behind_label(folded, all.of(kind, "label")) > 0 && !ends_sentence(line)) return WordingMatch{kind};
    const auto words = 1 + std::count(folded.begin(), folded.end(), ' ');
    if (longest_start(folded, all.of(kind, "start")) > 0 && (!ends_sentence(line) || words <= 10))
        return WordingMatch{kind};
    return std::nullopt;
}

}  // namespace

std::string folded_wording(std::string_view line) {
    std::string out;
    line = without_marks(line);
    for (std::size_t at = 0; at < line.size();) {
        const auto [code, next] = decode(line, at);
        if (is_space(code)) {
            if (!out.empty() && out.back() != ' ') out.push_back(' ');
        } else if (code == U'’' || code == U'‘') {
            out.push_back('\'');
        } else {
            out += lower(line.substr(at, next - at));
        }
        at = next;
    }
    return out;
}

bool is_agency(std::string_view folded) {
    return is_listed("agency", folded);
}

bool is_writer_role(std::string_view folded) {
    return is_listed("role", folded);
}

bool is_label(std::string_view folded) {
    return is_listed("label", folded);
}

bool is_listed(std::string_view list, std::string_view folded) {
    return list_named(list).contains(folded);
}

std::size_t end_of_listed(std::string_view list, std::string_view folded) {
    return longest_start(folded, list_named(list));
}

bool ends_sentence(std::string_view line) {
    static constexpr std::u32string_view closing = U"\"'”’»)]";
    for (line = trimmed(line); !line.empty();) {
        const auto [code, begin] = decode_before(line, line.size());
        if (closing.find(code) == std::u32string_view::npos)
            return code == '.' || code == '!' || code == '?' || code == U'…';
        line = line.substr(0, begin);
    }
    return false;
}

std::optional<WordingMatch> match_wording(std::string_view line, bool opens_text) {
    if (line.size() > longest_line) return std::nullopt;
    const auto folded = folded_wording(line);
    if (folded.empty()) return std::nullopt;
    if (auto teaser = match_teaser(line, folded, opens_text)) return teaser;
    if (auto credit = match_credit(line, folded)) return credit;
    return match_caption(line, folded);
}

}  // namespace sayso
