#include "read/tolls.h"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <unordered_set>

#include "base/tables.h"
#include "read/quantities.h"

namespace sayso {
namespace {

/// How a word makes the number beside it a toll.
enum class Use {
    active,   ///< "killed 12", "killing 12", "claimed the lives of 12"
    passive,  ///< "12 were killed"
    died,     ///< "12 people died"
    state,    ///< "12 dead", "left 12 dead"
    noun,     ///< "12 deaths"
    total     ///< "the death toll rose to 12"
};

struct TollWords {
    Use use;
    TollKind kind;
    std::vector<std::string_view> words;
};

struct TollLexicon {
    std::vector<TollWords> words;
    std::unordered_set<std::string_view> people;

    TollLexicon();
};

Use use_named(std::string_view name) {
    constexpr std::string_view names[] = {"active", "passive", "died", "state", "noun", "total"};
    const auto* const found = std::find(std::begin(names), std::end(names), name);
    if (found == std::end(names)) throw std::logic_error("lexicon/toll_words.tsv: no such use: " + std::string(name));
    return static_cast<Use>(found - std::begin(names));
}

TollLexicon::TollLexicon() {
    for (const auto& row : table_rows(built_in_file("lexicon/toll_words.tsv"), 3)) {
        const auto kind = value_named<TollKind>(row[1]);
        if (!kind) throw std::logic_error("lexicon/toll_words.tsv: no such kind: " + std::string(row[1]));
        words.push_back({use_named(row[0]), *kind, parts_of(row[2], ' ')});
    }
    for (const auto& row : table_rows(built_in_file("lexicon/people.tsv"), 1)) people.insert(row[0]);
    std::stable_sort(words.begin(), words.end(),
                     [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
}

const TollLexicon& lexicon() {
    static const TollLexicon all;
    return all;
}

/// Finds the figures of one sentence.
class TollPatterns {
public:
    TollPatterns(const WordSentence& sentence, std::size_t index) : s_(sentence), index_(index) {}

    [[nodiscard]] std::vector<TollFigure> find() {
        for (std::size_t i = 0; i < s_.size();) {
            const auto people = people_at(i);
            if (!people) {
                // Past the whole of an age or sum: no figure begins inside it.
                const auto number = quantity_at(s_, i);
                i = number ? number->last : i + 1;
                continue;
            }
            if (!add_part(*people)) add_whole(*people);
            i = std::max(people->counted_last, i + 1);
        }
        return std::move(found_);
    }

private:
    /// A number and whom it counts.
    struct People {
        Quantity number;
        std::size_t counted_last = 0;  ///< behind "12 Afghan soldiers"
        bool said = false;             ///< it says that people are counted
        std::string group;
    };

    const WordSentence& s_;
    std::size_t index_;
    std::vector<TollFigure> found_;

    [[nodiscard]] std::string_view low(std::size_t i) const { return s_.low(i); }
    [[nodiscard]] std::string_view before(std::size_t i, std::size_t back = 1) const {
        return i >= back ? s_.low(i - back) : std::string_view();
    }

    [[nodiscard]] std::optional<People> people_at(std::size_t i) const {
        const auto number = quantity_at(s_, i);
        if (!number || !stands_alone(*number)) return std::nullopt;
        People people{*number, number->last, false, ""};
        auto at = number->last;
        if (one_of(low(at), "of") && one_of(low(at + 1), "the", "those", "them", "whom", "his", "her", "their", "its"))
            at += one_of(low(at + 1), "them", "whom") ? 1 : 2;
        if (one_of(low(at), "other", "more")) ++at;
        constexpr std::size_t most_adjectives = 4;
        for (std::size_t k = 0; k <= most_adjectives && at + k < s_.size(); ++k) {
            const auto word = low(at + k);
            if (is_people(low(at + k))) {
                people.counted_last = at + k + 1;
                people.said = true;
                people.group = group_words(at, at + k + 1);
                // "12 police officers", "five aid workers": the last noun counts.
                while (is_people(low(people.counted_last))) {
                    ++people.counted_last;
                    people.group = group_words(at, people.counted_last);
                }
                break;
            }
            if (!can_describe(word)) break;
        }
        return people;
    }
    /// Whether the word may stand between a number and its noun.
    [[nodiscard]] static bool can_describe(std::string_view word) {
        if (word.size() < 2 ||
            one_of(word, "in", "on", "at", "by", "of", "and", "were", "was", "are", "is", "have", "had", "has",
                   "people", "to", "from", "dead", "killed", "injured", "wounded", "missing", "arrested", "died",
                   "others", "with", "who", "for", "as", "after", "during", "when", "while", "that", "the", "-", "year",
                   "years", "days", "hours", "months", "weeks", "minutes", "per", "times", "vehicles", "cars", "houses",
                   "homes", "km", "miles", "kilometres")) {
            return false;
        }
        return (word[0] >= 'a' && word[0] <= 'z') || static_cast<unsigned char>(word[0]) >= 0x80;
    }
    [[nodiscard]] std::string group_words(std::size_t first, std::size_t last) const {
        std::string text;
        for (auto i = first; i < last; ++i) {
            if (!text.empty() && !s_.words[i].glued) text += ' ';
            text += low(i);
        }
        return text;
    }
    /// Not an age, a sum, a share, a measure, or a piece of a longer number or word.
    [[nodiscard]] bool stands_alone(const Quantity& number) const {
        const auto& first = s_.words[number.first];
        if (first.glued && number.first > 0 && !one_of(before(number.first), "(", "“", "\"", "'", "—", "–"))
            return false;
        if (one_of(before(number.first), "aged", "age", "$", "€", "£", "us$", "rs", "no.", "number", "chapter", "page",
                   "article", "flight", "highway", "route"))
            return false;
        const auto next = low(number.last);
        if (number.last < s_.size() && s_.words[number.last].glued &&
            one_of(next, "-", "/", ":", "%", "'s", "th", "st"))
            return false;
        return !one_of(next, "%", "percent", "per", "years", "year", "year-old", "million-dollar", "year-olds", "times",
                       "km", "kilometres", "miles", "a.m.", "p.m.", "degrees");
    }

    [[nodiscard]] static bool is_be(std::string_view word) {
        return one_of(word, "was", "were", "been", "are", "is", "be", "being", "got", "remain", "remained", "remains");
    }

    [[nodiscard]] bool stands_at(const std::vector<std::string_view>& words, std::size_t i) const {
        for (std::size_t k = 0; k < words.size(); ++k) {
            if (low(i + k) != words[k]) return false;
        }
        return true;
    }
    [[nodiscard]] bool ends_at(const std::vector<std::string_view>& words, std::size_t last) const {
        return last >= words.size() && stands_at(words, last - words.size());
    }
    [[nodiscard]] const TollWords* words_at(std::size_t i, std::initializer_list<Use> uses) const {
        for (const auto& words : lexicon().words) {
            if (std::find(uses.begin(), uses.end(), words.use) != uses.end() && stands_at(words.words, i))
                return &words;
        }
        return nullptr;
    }
    [[nodiscard]] const TollWords* words_before(std::size_t last, Use use) const {
        for (const auto& words : lexicon().words) {
            if (words.use == use && ends_at(words.words, last)) return &words;
        }
        return nullptr;
    }

    // ---- Wholes -----------------------------------------------------------------------------------

    void add_whole(const People& people) {
        const auto first = people.number.first;
        const auto last = people.counted_last;
        if (const auto* total = total_before(first); total && ends_phrase(last, people))
            return add(people, total->kind);
        if (no_casualties(people) || add_bodies(people)) return;
        if (const auto* noun = words_at(people.number.last, {Use::noun})) {
            const auto behind = people.number.last + noun->words.size();
            if (is_unreal(first) || one_of(low(behind), "sentences", "sentence", "penalties", "threats", "rate"))
                return;
            return add(people, noun->kind, behind);
        }
        if (const auto kind = kind_behind(people)) return add(people, *kind);
        const auto* active = words_before(first, Use::active);
        if (active && (people.said || ends_phrase(last, people)) && !is_unreal(first - active->words.size()) &&
            !passive_before(first - active->words.size())) {
            return add(people, active->kind);
        }
    }
    /// "killed" behind "was" has no object: "were killed two days later".
    [[nodiscard]] bool passive_before(std::size_t verb) const {
        return is_be(before(verb)) && !one_of(before(verb), "got");
    }
    /// A number that counts nobody in words must be followed by the end of its phrase: "killed 12.", "killed 12 in".
    [[nodiscard]] bool ends_phrase(std::size_t last, const People& people) const {
        if (people.said || last >= s_.size()) return true;
        const auto next = low(last);
        return one_of(next, ".", ",", ";", ":", ")", "in", "at", "on", "and", "when", "as", "after", "during", "near",
                      "since", "by", "people", "others", "from", "while", "but", "across", "with", "including", "more",
                      "so", "outside", "dead", "last", "this", "yesterday", "today", "(", "”", "\"", "of", "–", "—");
    }

    /// "the death toll rose to 14", "the number of dead has reached 200", "a death toll of 14".
    [[nodiscard]] const TollWords* total_before(std::size_t first) const {
        constexpr std::size_t reach = 20;
        for (std::size_t back = 1; back <= reach && back <= first; ++back) {
            const auto word = before(first, back);
            if (one_of(word, ",", ";", ".", "“", "”")) return nullptr;
            const auto* total = words_at(first - back, {Use::total});
            if (!total) continue;
            const auto link = before(first);
            const bool linked = one_of(link, "to", "at", "of", "is", "was", "reached", "hit", "reaches", "hits",
                                       "exceeded", "passed", "surpassed", "tops", "stands", ":");
            return linked && !is_unreal(first - back) &&
                           !std::any_of(
                               s_.words.begin() + static_cast<std::ptrdiff_t>(first - back),
                               s_.words.begin() + static_cast<std::ptrdiff_t>(first),
                               [](const Word& one) { return one_of(one.low, "could", "may", "might", "expected"); })
                       ? total
                       : nullptr;
        }
        return nullptr;
    }

    /// "no casualties" is nobody killed and nobody injured.
    bool no_casualties(const People& people) {
        if (people.number.max != 0) return false;
        const auto at = people.number.last;
        if (low(at) != "casualties") return false;
        if (one_of(low(at + 1), "figures", "toll")) return true;
        add(people, TollKind::killed, at + 1);
        add(people, TollKind::injured, at + 1);
        return true;
    }

    /// "19 bodies had been brought in", "divers recovered the bodies of three men"
    bool add_bodies(const People& people) {
        const auto is_body = [](auto word) { return one_of(word, "bodies", "corpses", "body", "corpse"); };
        const auto is_found = [](auto word) {
            return one_of(word, "found", "recovered", "recovering", "retrieved", "pulled", "brought", "discovered",
                          "counted", "taken", "buried", "finding", "exhumed");
        };
        const auto first = people.number.first;
        auto last = people.number.last;
        constexpr std::size_t adjectives = 2;
        for (std::size_t k = 0; k < adjectives && !is_body(low(last)) && can_describe(low(last)); ++k) ++last;
        if (is_body(low(last))) {
            ++last;
        } else if (people.said && before(first) == "of" && is_body(before(first, 2))) {
            last = people.counted_last;
        } else {
            return false;
        }
        constexpr std::size_t reach = 6;
        bool found = false;
        for (std::size_t k = 1; k <= reach; ++k) {
            found = found || is_found(before(first, k)) || (last + k <= s_.size() && is_found(low(last + k - 1)));
        }
        if (found && !is_unreal(first)) add(people, TollKind::killed, last);
        return true;
    }

    /// "12 people were killed", "12 people, three of them children, died", "12 dead", "30 others injured".
    [[nodiscard]] std::optional<TollKind> kind_behind(const People& people, int joined = 0) const {
        constexpr int most_joined = 3;
        auto at = behind_aside(people.counted_last);
        // "five aid workers and two police officers were killed"
        if (people.said && one_of(low(at), "and", ",") && joined < most_joined) {
            const auto next = people_at(at + 1);
            if (next && next->said) return kind_behind(*next, joined + 1);
        }
        if (low(at) == "others" || low(at) == "more") ++at;
        if (is_unreal(people.number.first) || low(at) == "who") return std::nullopt;
        bool passive = false;
        bool helped = false;
        for (std::size_t k = 0; k < 5; ++k) {
            const auto word = low(at);
            // "were known to have died", "were confirmed to have been killed"
            if (passive && one_of(word, "known", "confirmed", "reported") && low(at + 1) == "to" &&
                one_of(low(at + 2), "have", "be")) {
                passive = low(at + 2) == "be";
                helped = !passive;
                at += 3;
                continue;
            }
            if (one_of(word, "could", "would", "may", "might", "will", "should", "must", "not", "n't", "never"))
                return std::nullopt;
            if (is_be(word)) {
                passive = true;
            } else if (one_of(word, "have", "has", "had")) {
                helped = true;
            } else if (!one_of(word, "also", "reportedly", "confirmed", "feared", "believed", "seriously", "critically",
                               "severely", "badly", "slightly", "still", "reported", "since", "either", "both",
                               "instantly", "now", "so", "far", "lightly", "already", "listed", "shot", "people")) {
                break;
            } else if (one_of(word, "feared", "believed")) {
                return std::nullopt;
            } else if (word == "shot" && !one_of(low(at + 1), "and", "dead")) {
                break;
            } else if (word == "shot") {
                if (low(at + 1) == "dead") return TollKind::killed;
                ++at;
            }
            ++at;
        }
        if (const auto* died = words_at(at, {Use::died}); died && !passive) return died->kind;
        if (const auto* state = words_at(at, {Use::state})) {
            if (passive || !helped)
                return acceptable_state(people, at, state) ? std::optional(state->kind) : std::nullopt;
        }
        const auto* done = words_at(at, {Use::passive});
        if (!done) return std::nullopt;
        if (passive) return done->kind;
        return !helped && reduced(people, at + done->words.size()) ? std::optional(done->kind) : std::nullopt;
    }
    /// "12 dead", but not "12 missing passports".
    [[nodiscard]] bool acceptable_state(const People& people, std::size_t at, const TollWords* state) const {
        return people.said || ends_phrase(at + state->words.size(), people);
    }
    /// "at least 12 killed in …", "12 dead and 30 injured": a passive with no auxiliary, and no object behind it.
    [[nodiscard]] bool reduced(const People& people, std::size_t behind) const {
        if (behind < s_.size() && (quantity_at(s_, behind) ||
                                   one_of(low(behind), "the", "a", "an", "him", "her", "them", "his", "their", "its")))
            return false;
        return people.said || ends_phrase(behind, people);
    }
    /// Behind ", including three children," and the like.
    [[nodiscard]] std::size_t behind_aside(std::size_t at) const {
        if (low(at) == "(") return behind_bracket(at);
        if (const auto behind = behind_phrase(at)) return *behind;
        const bool comma = low(at) == ",";
        if (!comma && low(at) != "including") return at;
        constexpr std::size_t reach = 25;
        if (comma && !one_of(low(at + 1), "including", "among", "most", "mostly", "many", "some", "all", "both", "one",
                             "two", "three", "four", "five", "half", "at"))
            return at;
        for (auto i = at + 1; i < at + reach && i < s_.size(); ++i) {
            if (low(i) == "," && (is_be(low(i + 1)) || one_of(low(i + 1), "have", "had", "died", "has"))) return i + 1;
            if (!comma && (is_be(low(i)) || one_of(low(i), "have", "had", "died"))) return i;
        }
        return at;
    }
    /// Behind "of our republic" and "on board" in "12 citizens of our republic lost their lives".
    [[nodiscard]] std::optional<std::size_t> behind_phrase(std::size_t at) const {
        if (!one_of(low(at), "of", "from", "on", "in", "at", "aboard")) return std::nullopt;
        constexpr std::size_t reach = 6;
        for (auto i = at + 1; i < at + reach && i < s_.size(); ++i) {
            if (is_be(low(i)) || one_of(low(i), "have", "had", "has") || words_at(i, {Use::died})) return i;
            if (one_of(low(i), ",", ".", ";", "and", "who", "that", "which", "to", "when", "after"))
                return std::nullopt;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::size_t behind_bracket(std::size_t at) const {
        for (auto i = at + 1; i < at + 8 && i < s_.size(); ++i) {
            if (low(i) == ")") return i + 1;
        }
        return at;
    }

    /// "could kill 12", "if 12 people are killed", "would have left 12 dead".
    [[nodiscard]] bool is_unreal(std::size_t first) const {
        constexpr std::size_t reach = 4;
        for (std::size_t back = 1; back <= reach && back <= first; ++back) {
            const auto word = before(first, back);
            if (one_of(word, "could", "would", "may", "might", "will", "if", "can", "should", "unless", "not", "n't",
                       "never", "tales", "rumours", "rumors", "threatened", "suspected", "denied", "denies", "accused",
                       "vowed", "feared"))
                return true;
            if (one_of(word, ",", ";", ".", "“", "”")) return false;
        }
        return false;
    }

    // ---- Parts ------------------------------------------------------------------------------------

    /// "including three children", "among them two women", "three of them children", "of whom four".
    bool add_part(const People& people) {
        const auto first = people.number.first;
        const auto lead = before(first);
        const bool including = one_of(lead, "including") || (lead == "them" && before(first, 2) == "among") ||
                               (lead == "whom" && one_of(before(first, 2), "among", "of")) ||
                               (lead == "and" && follows_part(first - 1));
        const bool of_them = low(people.number.last) == "of" && one_of(low(people.number.last + 1), "them", "whom");
        if (!including && !of_them) return false;
        if (!including) return true;  // "two of them children": whom it counts is not settled by pattern yet
        if (!people.said) return true;
        const auto whole = last_whole();
        if (whole) {
            add(people, found_[*whole].kind);
            found_.back().of = whole;
            found_.back().group = people.group;
        }
        return true;
    }
    /// "including three children and two women": the second is a part as the first.
    [[nodiscard]] bool follows_part(std::size_t at) const {
        return !found_.empty() && found_.back().of && found_.back().last == at;
    }
    [[nodiscard]] std::optional<std::size_t> last_whole() const {
        for (auto i = found_.size(); i > 0; --i) {
            if (!found_[i - 1].of) return i - 1;
        }
        return std::nullopt;
    }

    void add(const People& people, TollKind kind, std::optional<std::size_t> last = std::nullopt) {
        const auto& number = people.number;
        found_.push_back({index_, number.first, last.value_or(people.counted_last), kind, number.min, number.max,
                          number.adds, std::nullopt, std::nullopt});
    }
};

}  // namespace

bool is_people(std::string_view low) {
    return lexicon().people.contains(low);
}

std::vector<TollFigure> find_tolls(const WordSentence& sentence, std::size_t index) {
    return TollPatterns(sentence, index).find();
}

}  // namespace sayso
