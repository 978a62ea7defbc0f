#include "analyse/names.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "analyse/abbreviations.h"
#include "analyse/characters.h"
#include "analyse/dates.h"
#include "analyse/name_words.h"

namespace sayso::analyse {
namespace {

using std::string_view_literals::operator""sv;

/// No name has more words; longer runs of capitals are headings or lists.
constexpr std::uint32_t longest_run = 24;
constexpr std::uint32_t longest_known = 5;
constexpr std::uint32_t certain_population = 300'000;

/// Ends of compounds whose first part alone is a name: "Moscow-based".
constexpr std::array compound_ends{
    "based"sv,   "led"sv,      "backed"sv,   "born"sv,       "style"sv,    "related"sv,   "run"sv,       "owned"sv,
    "made"sv,    "wide"sv,     "held"sv,     "area"sv,       "long"sv,     "funded"sv,    "built"sv,     "bound"sv,
    "era"sv,     "linked"sv,   "like"sv,     "controlled"sv, "occupied"sv, "sponsored"sv, "supported"sv, "affiliated"sv,
    "aligned"sv, "brokered"sv, "speaking"sv, "listed"sv,     "majority"sv, "free"sv};

template <class Words>
bool is_one_of(const Words& all, std::string_view word) {
    return std::find(all.begin(), all.end(), word) != all.end();
}

NameType type_of_head(const NameWords& words, std::uint32_t at) {
    if (words.is(at, organization_head)) return NameType::organization;
    if (words.is(at, facility_head)) return NameType::facility;
    if (words.is(at, location_head)) return NameType::location;
    return NameType::misc;
}

/// Words [first, last) of the analysis.
struct Stretch {
    std::uint32_t first, last;
};

/// What the document itself tells: who was introduced with a full name, what a name was said to be.
struct Introduced {
    std::unordered_set<std::string_view> person_words;
    std::unordered_map<std::string_view, NameType> names;
    std::unordered_set<std::string> dateline_places;  ///< in lower case
};

class Finder {
public:
    Finder(const NameWords& words, const NamesLexicon& lexicon, const Introduced& introduced)
        : words_(words), lexicon_(lexicon), introduced_(introduced) {}

    /// All names of the document, by their words.
    struct Found {
        Stretch words;
        NameType type;
        bool sure;  ///< it may tell what the same words are elsewhere
    };

    std::vector<Found> run() {
        for (const auto& sentence : words_.analysis().sentences) {
            end_ = sentence.last;
            sentence_first_ = sentence.first;
            for (auto at = sentence.first; at < end_;) {
                if (!begins_run(at)) {
                    ++at;
                    continue;
                }
                const auto end = run_end(at);
                if (words_.is(at, heading)) {
                    read_heading(at, end);
                } else {
                    read_run(at, end);
                }
                at = end;
            }
        }
        return std::move(found_);
    }

private:
    // ---- Runs of capitalised words ------------------------------------------------------------------

    [[nodiscard]] bool is_name_word(std::uint32_t at) const {
        return at < end_ && words_.is(at, capital) && !words_.is(at, taken) && !words_.is(at, weekday);
    }

    [[nodiscard]] bool is_hyphen_at(std::uint32_t at) const {
        return at < end_ && words_.glued(at) && is_hyphen(first_of(words_.form(at))) && words_.form(at).size() < 4;
    }

    /// "al-" before a name.
    [[nodiscard]] bool is_article(std::uint32_t at) const {
        return words_.is(at, article_prefix) && is_hyphen_at(at + 1) && at + 2 < end_ && words_.glued(at + 2) &&
               words_.is(at + 2, capital);
    }

    [[nodiscard]] bool begins_run(std::uint32_t at) const {
        if (words_.is(at, taken)) return false;
        return is_name_word(at) || is_article(at);
    }

    [[nodiscard]] std::uint32_t run_end(std::uint32_t at) const {
        const auto most = std::min(end_, at + longest_run);
        while (at < most) {
            const auto next = step(at);
            if (next == at) return at;
            at = next;
        }
        return at;
    }

    /// Behind the next word of a run, with what joins it to the run; `at` if the run ends.
    [[nodiscard]] std::uint32_t step(std::uint32_t at) const {
        if (is_name_word(at)) return at + 1;
        if (is_article(at)) return at + 3;
        if (is_hyphen_at(at) && at + 1 < end_ && words_.glued(at + 1)) {
            if (is_name_word(at + 1) || (words_.is(at + 1, digit) && !words_.is(at + 1, taken))) return at + 2;
            if (is_article(at + 1)) return at + 4;
            if (is_second_half(at + 1)) return at + 2;
            return at;
        }
        if (words_.is_form(at, "&") && is_name_word(at + 1)) return at + 2;
        if (is_membership(at)) return at + 1;
        if (words_.is(at, particle) && words_.is(at, small)) {
            auto next = at + 1;
            while (next < end_ && next < at + 3 && words_.is(next, particle) && words_.is(next, small)) ++next;
            if (is_name_word(next) || is_article(next)) return next;
        }
        return at;
    }

    /// The "'s" within "People's Front", "Magistrate's Court".
    [[nodiscard]] bool is_membership(std::uint32_t at) const {
        constexpr std::array members{"People"sv,     "Peoples"sv,     "Children"sv, "Women"sv,    "Men"sv,
                                     "Workers"sv,    "Farmers"sv,     "Teachers"sv, "Students"sv, "Veterans"sv,
                                     "Magistrate"sv, "Magistrates"sv, "King"sv,     "Queen"sv,    "Lord"sv};
        const auto form = words_.form(at);
        return at > 0 && words_.glued(at) && is_apostrophe(first_of(form)) && is_name_word(at + 1) &&
               is_one_of(members, words_.form(at - 1));
    }

    /// The small half of a given name: the "hyun" of "Tae-hyun".
    [[nodiscard]] bool is_second_half(std::uint32_t at) const {
        const auto form = words_.form(at);
        if (!words_.is(at, small) || form.size() < 2 || form.size() > 6 || at < 3) return false;
        if ((words_.is(at, common_word) && form.size() > 2) || is_one_of(compound_ends, form)) return false;
        if (form.ends_with("ed") || lexicon_.known(words_.form(at - 2))) return false;
        return words_.is(at - 2, capital) && words_.is(at - 3, capital) && !words_.is(at - 3, common_word);
    }

    // ---- Reading a run ------------------------------------------------------------------------------

    void read_run(std::uint32_t at, std::uint32_t end) {
        if (is_dateline(at, end)) return add(at, end, NameType::location, true);
        bool titled = at > 0 && is_title_before(at);
        at = without_first_word(at, end);
        if (const auto holder = is_office_before(at) ? read_office(at, end) : at; holder > at && holder < end) {
            at = holder;
            titled = true;
        }
        while (at < end) {
            if (!words_.is(at, capital) && !is_article(at)) {
                ++at;
                titled = false;
                continue;
            }
            if (const auto next = read_headed(at, end); next > at) {
                at = next;
                titled = false;
            } else if (known_end(at, end).end > at + 1 && !words_.is(at, given_name)) {
                at = read_name(at, end, false);
                titled = false;
            } else if (const auto behind = behind_title(at, end); behind > at) {
                at = behind;
                titled = true;
            } else {
                at = read_name(at, end, titled);
                titled = false;
            }
        }
    }

    /// "PORT ADA, May 3 —", "KISUMU (Agency) -": capitals that begin a text and say where it was written.
    [[nodiscard]] bool is_dateline(std::uint32_t at, std::uint32_t end) const {
        if (at != sentence_first_ || end - at > 4 || words_.form(at).size() < 4) return false;
        for (auto i = at; i < end; ++i) {
            if (!words_.is(i, all_capitals) || words_.is(i, common_word | no_acronym | organization_head)) return false;
        }
        if (lexicon_.known(words_.text(at, end)).value_or(NameType::location) != NameType::location) return false;
        if (is_dash(end)) return true;
        return (words_.is_form(end, ",") || words_.is_form(end, "(")) && ends_dateline(end + 1);
    }

    /// A dash, and no hyphen within a word.
    [[nodiscard]] bool is_dash(std::uint32_t at) const {
        const auto form = words_.form(at);
        if (at >= end_ || (form != "-" && form != "--" && form != "–" && form != "—")) return false;
        return !words_.glued(at) || at + 1 >= end_ || !words_.glued(at + 1);
    }

    [[nodiscard]] bool ends_dateline(std::uint32_t at) const {
        for (auto i = at; i < std::min(end_, at + 8); ++i) {
            if (is_dash(i)) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_title_before(std::uint32_t at) const {
        return words_.is(at - 1, title) && words_.is(at - 1, small);
    }

    /// "minister of", "Chief of" before the run.
    [[nodiscard]] bool is_office_before(std::uint32_t at) const {
        return at > 1 && (words_.is_form(at - 1, "of") || words_.is_form(at - 1, "for")) && words_.is(at - 2, title);
    }

    /// Reads what the office is of, "State", "Mongolia", "Health", and returns where its holder's name begins.
    std::uint32_t read_office(std::uint32_t at, std::uint32_t end) {
        auto next = at;
        while (next < end && is_common(next, any_head) && !words_.is(next, given_name)) ++next;
        if (next > at) return next;
        const auto known = known_end(at, end);
        if (known.end == at || known.type == NameType::person || known.end == end) return at;
        add(at, known.end, known.type, false);
        return known.end;
    }

    /// A sentence's first word is no part of a name if it is a common word.
    [[nodiscard]] std::uint32_t without_first_word(std::uint32_t at, std::uint32_t end) const {
        while (at < end && is_common_start(at)) ++at;
        return at;
    }

    [[nodiscard]] bool is_common_start(std::uint32_t at) const {
        if (!words_.is(at, capital)) return false;
        const auto form = words_.form(at);
        if (form == "The" || form == "I" || form == "A" || form == "An") return true;
        if (!words_.is(at, sentence_start)) return false;
        if (words_.is(at, title | any_head) || words_.is(at, all_capitals)) return false;
        if (is_hyphen_at(at + 1) && is_name_word(at + 2) && words_.glued(at + 2)) return false;
        if (known_end(at, std::min(at + longest_known, end_)).end > at + 1) return false;
        if (words_.is(at, common_word)) return true;
        if (words_.is(at, given_name) || lexicon_.known(form)) return false;
        return words_.seen_small(lower(form));
    }

    /// A common word, or one with `other` facts; "US" is not "us".
    [[nodiscard]] bool is_common(std::uint32_t at, WordFacts other) const {
        return words_.is(at, common_word | other) && !(words_.is(at, all_capitals) && words_.form(at).size() < 4);
    }

    /// Titles, with the words that belong to them: "Deputy Foreign Minister", "Minister of Finance".
    [[nodiscard]] std::uint32_t behind_title(std::uint32_t at, std::uint32_t end) const {
        auto next = at;
        while (next < end && next < at + 4 && is_common(next, organization_head) && !words_.is(next, title)) ++next;
        if (next >= end || !words_.is(next, title) || !words_.is(next, capital)) return at;
        if (words_.is(next, given_name) && next + 1 < end) return at;
        while (next < end && words_.is(next, title)) {
            ++next;
            if (next + 1 < end && is_hyphen_at(next) && words_.is(next + 1, title)) ++next;
        }
        return next;
    }

    // ---- Names with a telling word ------------------------------------------------------------------

    /// Where the name that begins at `at` and has a head ("… Ministry", "Bank of …") ends; `at` if there is none.
    std::uint32_t read_headed(std::uint32_t at, std::uint32_t end) {
        const auto head = last_head(at, end);
        if (head == end || head + 1 < known_end(at, end).end) return at;
        const auto last = behind_of(head);
        if (last - at < 2 || is_person_before_head(at, head)) return at;
        if (last - at == 2 && head == at + 1 && words_.is(at, common_word) && words_.is(at, sentence_start)) return at;
        const bool national_park = words_.is_form(head, "Park") && head > at && words_.is_form(head - 1, "National");
        const auto type = national_park ? NameType::location : type_of_head(words_, head);
        add(at, last, type, true);
        read_acronym(last, type);
        return last;
    }

    /// The last head before a title ends the name, or `end`.
    [[nodiscard]] std::uint32_t last_head(std::uint32_t at, std::uint32_t end) const {
        auto head = end;
        for (auto i = at; i < end; ++i) {
            if (words_.is(i, any_head) && words_.is(i, capital)) head = i;
            if (words_.is(i, title) && !words_.is(i, any_head) && !is_title_within(i, end)) break;
        }
        return head;
    }

    /// A title is part of a name if a head follows at once: "King Hospital".
    [[nodiscard]] bool is_title_within(std::uint32_t at, std::uint32_t end) const {
        return at + 1 < end && words_.is(at + 1, organization_head) && !words_.is(at + 1, given_name);
    }

    /// A given name before a surname that is a head too, once the document has told of that person.
    [[nodiscard]] bool is_person_before_head(std::uint32_t at, std::uint32_t head) const {
        return head == at + 1 && words_.is(at, given_name) && introduced_.person_words.contains(words_.form(head));
    }

    /// Behind "of Finance", "for the Protection of Birds and Mammals" after a head, else `head` + 1.
    [[nodiscard]] std::uint32_t behind_of(std::uint32_t head) const {
        auto end = head + 1;
        for (int turns = 0; turns < 3; ++turns) {
            const bool of =
                words_.is_form(end, "of") || words_.is_form(end, "for") || (turns > 0 && words_.is_form(end, "on"));
            if (!of) break;
            auto next = end + 1;
            if (words_.is_form(next, "the")) ++next;
            if (!is_name_word(next) || words_.is(next, title) || words_.is(next, month)) break;
            end = capitals_end(next);
            if (turns == 0 && words_.is_form(end, ",") && is_listed(end)) end = behind_list(end);
            if (words_.is_form(end, "and") && is_name_word(end + 1) && is_plain(end + 1)) end = capitals_end(end + 1);
        }
        return std::min(end, end_);
    }

    [[nodiscard]] std::uint32_t capitals_end(std::uint32_t at) const {
        while (is_name_word(at) && !words_.is(at, title)) ++at;
        return at;
    }

    /// A capitalised word that is neither a person's, a place's nor a title: the "Industry" of "Trade and Industry".
    [[nodiscard]] bool is_plain(std::uint32_t at) const {
        return !words_.is(at, given_name | title) && !lexicon_.known(words_.form(at)) &&
               !introduced_.person_words.contains(words_.form(at));
    }

    /// "of Trade, Industry and Tourism"
    [[nodiscard]] bool is_listed(std::uint32_t comma) const {
        if (!is_name_word(comma + 1) || !is_plain(comma + 1)) return false;
        const auto next = capitals_end(comma + 1);
        return words_.is_form(next, "and") && is_name_word(next + 1) && is_plain(next + 1);
    }
    [[nodiscard]] std::uint32_t behind_list(std::uint32_t comma) const { return capitals_end(comma + 1); }

    /// "… Service (FSB)": the short form is what the long one is.
    void read_acronym(std::uint32_t at, NameType type) {
        if (!words_.is_form(at, "(") || !words_.is_form(at + 2, ")") || at + 2 >= end_) return;
        if (words_.is(at + 1, all_capitals) && !words_.is(at + 1, taken)) add(at + 1, at + 2, type, true);
    }

    // ---- Known names --------------------------------------------------------------------------------

    struct Known {
        std::uint32_t end;
        NameType type;
    };

    /// Known names may go on behind the run: "House of Representatives".
    [[nodiscard]] std::uint32_t longest_known_end(std::uint32_t at, std::uint32_t end) const {
        const bool of = words_.is_form(end, "of") || words_.is_form(end, "and") || words_.is_form(end, "the");
        return std::min(of ? end_ : end, at + longest_known);
    }

    /// The longest known name that begins at `at`; its end is `at` if there is none.
    [[nodiscard]] Known known_end(std::uint32_t at, std::uint32_t end) const {
        for (auto last = longest_known_end(at, end); last > at; --last) {
            if (!words_.is(last - 1, capital | small | digit)) continue;
            const auto text = words_.text(at, last);
            if (last - at == 1 && text.ends_with('.') && !is_dotted_letters(text)) continue;
            if (const auto type = lexicon_.known(text)) return {last, *type};
            if (last - at > 1 && is_long_toponym(at, last, text)) return {last, NameType::location};
            if (const auto it = introduced_.names.find(text); it != introduced_.names.end()) return {last, it->second};
        }
        return {at, NameType::misc};
    }

    /// A city or region of several words is hardly anything else, unless it is called after a person.
    [[nodiscard]] bool is_long_toponym(std::uint32_t at, std::uint32_t last, std::string_view text) const {
        return !words_.is(at, given_name | title) && words_.is(last - 1, capital) && lexicon_.toponym(text) != nullptr;
    }

    // ---- Other names --------------------------------------------------------------------------------

    /// Reads one name at `at`; returns what is behind it.
    std::uint32_t read_name(std::uint32_t at, std::uint32_t end, bool titled) {
        const auto chunk = chunk_end(at, end);
        const bool person_first = words_.is(at, given_name) && chunk > at + 1 && !is_one_of_known(at + 1, chunk);
        const auto known = known_end(at, end);
        if (const auto person = person_behind_common(at, chunk); person > at) {
            read_several(person, chunk, false);
            return chunk;
        }
        if (known.end > at && !(person_first && known.end < chunk) &&
            !(titled && known.end < chunk && known.type != NameType::norp)) {
            if (is_certain(at, known)) {
                if (!continues_unknown(known, chunk)) add(at, known.end, known.type, false);
                if (known.type == NameType::organization) read_acronym(known.end, known.type);
            }
            return std::max(known.end, continues_unknown(known, chunk) ? chunk : known.end);
        }
        if (chunk - at == 1) {
            read_single(at, titled);
        } else {
            read_several(at, chunk, titled);
        }
        return chunk;
    }

    /// "Information Technology Amr Talat": where a given name follows common words.
    [[nodiscard]] std::uint32_t person_behind_common(std::uint32_t at, std::uint32_t end) const {
        auto next = at;
        while (next < end && is_common(next, 0) && !words_.is(next, given_name)) ++next;
        return next + 1 < end && words_.is(next, given_name) && words_.is(next + 1, capital) ? next : at;
    }

    /// Whether more capitals follow a country or place at once, which makes it part of some other name.
    [[nodiscard]] bool continues_unknown(const Known& known, std::uint32_t chunk) const {
        if (known.end >= chunk || known.type != NameType::location) return false;
        return words_.is(known.end, capital) && !words_.is(known.end, given_name | title | common_word) &&
               !lexicon_.known(words_.form(known.end)) && !introduced_.person_words.contains(words_.form(known.end));
    }

    [[nodiscard]] bool is_one_of_known(std::uint32_t first, std::uint32_t last) const {
        return known_end(first, last).end > first;
    }

    /// A known name that is a common word too is one only where the text writes it as one.
    [[nodiscard]] bool is_certain(std::uint32_t at, const Known& known) const {
        if (known.end - at > 1) return true;
        if (!words_.is(at, capital)) return false;
        const auto form = words_.form(at);
        if (form == "US" || form == "UN" || form == "EU" || form == "AU" || form == "UK") return true;
        if (words_.is(at, all_capitals) && form.size() < 6) return form != "CAR" && form != "SA" && form != "CAN";
        if (words_.is(at, sentence_start) && (words_.is(at, common_word) || words_.seen_small(lower(form)))) {
            return words_.seen_as_name(form) && !words_.is(at, common_word);
        }
        return true;
    }

    /// The end of the words from `at` that may be one name: titles and known names end it.
    [[nodiscard]] std::uint32_t chunk_end(std::uint32_t at, std::uint32_t end) const {
        auto i = is_article(at) ? at + 3 : at + 1;
        while (i < end) {
            if (words_.is(i, title) && words_.is(i, capital) && !words_.is(i, given_name)) return without_joints(at, i);
            if (is_hyphen_at(i) && lexicon_.known(words_.form(i - 1)) && i - at == 1) return i;
            ++i;
        }
        return without_joints(at, end);
    }

    [[nodiscard]] std::uint32_t without_joints(std::uint32_t at, std::uint32_t end) const {
        while (end > at + 1 && !words_.is(end - 1, capital | small)) --end;
        while (end > at + 1 && words_.is(end - 1, particle) && words_.is(end - 1, small) && !words_.glued(end - 1))
            --end;
        return end;
    }

    void read_single(std::uint32_t at, bool titled) {
        const auto form = words_.form(at);
        if (introduced_.person_words.contains(form)) return add(at, at + 1, NameType::person, false);
        if (introduced_.dateline_places.contains(lower(form))) return add(at, at + 1, NameType::location, false);
        if (words_.is(at, all_capitals) && (form.size() < 5 || !is_certain_city(at))) return read_capitals(at);
        const bool start = words_.is(at, sentence_start) && !words_.seen_as_name(form);
        if (is_certain_city(at)) return add(at, at + 1, NameType::location, false);
        if (words_.is(at, common_word | any_head | month | title)) return;
        if (titled && form.size() > 1 && !is_initial(form)) return add(at, at + 1, NameType::person, true);
        if (start && !speaks(at)) return;
        const bool in_place = at > 0 && (words_.is_form(at - 1, "in") || words_.is_form(at - 1, "near") ||
                                         words_.is_form(at - 1, "outside"));
        if (in_place && form.size() > 2 && is_title_case(form))
            return add(at, at + 1, NameType::location, !words_.is(at, given_name));
        const bool the = at > 0 && (words_.is_form(at - 1, "the") || words_.is_form(at - 1, "The"));
        if (words_.is(at, given_name) && form.size() > 2 && !the) return add(at, at + 1, NameType::person, false);
        if (speaks(at)) return add(at, at + 1, NameType::person, false);
    }

    static bool is_title_case(std::string_view form) {
        const auto next = decode(form, 0).next;
        return next < form.size() && is_lower(decode(form, next).code);
    }

    static bool is_initial(std::string_view form) { return form.size() == 2 && form[1] == '.'; }

    [[nodiscard]] bool speaks(std::uint32_t at) const {
        const bool before = at > 0 && words_.is(at - 1, speech_verb) && words_.is(at - 1, small);
        return (words_.is(at + 1, speech_verb) && at + 1 < end_) || before;
    }

    [[nodiscard]] bool is_certain_city(std::uint32_t at) const {
        const auto form = words_.form(at);
        if (form.size() < 4 || words_.is(at, common_word | given_name | title | any_head)) return false;
        const auto* place = lexicon_.toponym(form);
        if (!place) return false;
        if (words_.is(at, sentence_start) && words_.seen_small(lower(form))) return false;
        const bool in_place = at > 0 && (words_.is(at - 1, place_preposition) || words_.is_form(at - 1, "to"));
        return place->population >= certain_population || place->capital || in_place ||
               place->kind == ToponymKind::region ||
               (words_.is_form(at + 1, ",") && is_name_word(at + 2) &&
                lexicon_.known(words_.form(at + 2)) == NameType::location);
    }

    void read_capitals(std::uint32_t at) {
        const auto form = words_.form(at);
        if (form.size() > 7 || words_.is(at, no_acronym | common_word | month | weekday | currency)) return;
        if (form.find('.') != std::string_view::npos && !form.ends_with('.')) return;
        if (words_.is(at, sentence_start) && form.size() < 3) return;
        add(at, at + 1, NameType::organization, false);
    }

    void read_several(std::uint32_t at, std::uint32_t end, bool titled) {
        const auto last = last_word(at, end);
        bool common = false, initial = false;
        std::uint32_t count = 0;
        for (auto i = at; i < end; ++i) {
            if (!words_.is(i, capital)) continue;
            ++count;
            common = common || words_.is(i, common_word | any_head) ||
                     (words_.is(i, all_capitals) && words_.form(i).size() > 3);
            initial = initial || is_initial(words_.form(i));
        }
        if (count > 1 && count < 4 && !common && words_.is(end - 1, small) && is_second_half(end - 1))
            return add_person(at, end);
        if (words_.is(at, given_name) || titled || (initial && !common)) {
            if (count <= 6 && !(common && !titled && !words_.is(at, given_name))) return add_person(at, end);
        }
        if (introduced_.person_words.contains(words_.form(last)) && !common) return add_person(at, end);
        const auto* place = lexicon_.toponym(words_.text(at, end));
        if (place && !common) return add(at, end, NameType::location, false);
        if (common || count > 4) return;
        const bool the =
            at > 0 && (words_.is_form(at - 1, "the") || words_.is_form(at - 1, "The") || words_.is_form(at - 1, "a"));
        if (the) return;
        if (at > 0 && (words_.is_form(at - 1, "in") || words_.is_form(at - 1, "near"))) {
            return add(at, end, NameType::location, false);
        }
        if (looks_like_person(at, end) && has_person_clue(at, end, last)) add_person(at, end);
    }

    [[nodiscard]] std::uint32_t last_word(std::uint32_t at, std::uint32_t end) const {
        auto last = end - 1;
        while (last > at && !words_.is(last, capital)) --last;
        return last;
    }

    /// Two to four words in title case, none of them known as anything.
    [[nodiscard]] bool looks_like_person(std::uint32_t at, std::uint32_t end) const {
        for (auto i = at; i < end; ++i) {
            if (words_.is(i, all_capitals | digit) && !is_initial(words_.form(i))) return false;
            if (words_.is(i, capital) && words_.form(i).size() == 1) return false;
            if (words_.is(i, capital) && lexicon_.known(words_.form(i))) return false;
        }
        return true;
    }

    /// Speaks, has an age, is somebody "who", or is later called by the last word alone.
    [[nodiscard]] bool has_person_clue(std::uint32_t at, std::uint32_t end, std::uint32_t last) const {
        if (end < end_ && words_.is(end, speech_verb)) return true;
        if (at > 0 && words_.is(at - 1, speech_verb) && words_.is(at - 1, small)) return true;
        const bool behind = words_.is_form(end, ",") || words_.is_form(end, "(");
        if (behind && (words_.is_form(end + 1, "who") || is_age(end + 1))) return true;
        return words_.form(last).size() > 2 && words_.seen_alone(words_.form(last));
    }

    [[nodiscard]] bool is_age(std::uint32_t at) const {
        return words_.is(at, digit) && words_.form(at).size() == 2 &&
               (words_.is_form(at + 1, ",") || words_.is_form(at + 1, ")"));
    }

    void add_person(std::uint32_t at, std::uint32_t end) { add(at, end, NameType::person, true); }

    // ---- Headings -----------------------------------------------------------------------------------

    /// In a heading all words are capitalised: only what is known from elsewhere is a name.
    void read_heading(std::uint32_t at, std::uint32_t end) {
        while (at < end) {
            const auto known = known_end(at, end);
            if (known.end > at && (known.end - at > 1 || !words_.is(at, common_word))) {
                add(at, known.end, known.type, false);
                at = known.end;
            } else {
                if (introduced_.person_words.contains(words_.form(at)) && !words_.is(at, common_word)) {
                    add(at, at + 1, NameType::person, false);
                } else if (is_certain_city(at)) {
                    add(at, at + 1, NameType::location, false);
                }
                ++at;
            }
        }
    }

    void add(std::uint32_t first, std::uint32_t last, NameType type, bool sure) {
        found_.push_back({{first, last}, type, sure});
    }

    const NameWords& words_;
    const NamesLexicon& lexicon_;
    const Introduced& introduced_;
    std::uint32_t sentence_first_ = 0, end_ = 0;
    std::vector<Found> found_;
};

/// What a first pass over the document tells the second.
bool is_place(const NamesLexicon& lexicon, std::string_view name) {
    if (lexicon.known(name)) return true;
    const auto* place = lexicon.toponym(name);
    return place && place->population >= 1'000'000;
}

Introduced introduced_by(const NameWords& words, const NamesLexicon& lexicon, const std::vector<Finder::Found>& found) {
    Introduced introduced;
    for (const auto& one : found) {
        if (!one.sure) continue;
        const auto [first, last] = one.words;
        if (one.type == NameType::person) {
            for (auto at = first; at < last; ++at) {
                const auto form = words.form(at);
                if (words.is(at, capital) && form.size() > 1 && !words.is(at, common_word | title) &&
                    !form.ends_with('.') && !is_place(lexicon, form)) {
                    introduced.person_words.insert(form);
                }
            }
        }
        if (one.type == NameType::location && words.is(first, all_capitals)) {
            introduced.dateline_places.insert(lower(words.text(first, last)));
        }
        introduced.names.emplace(words.text(first, last), one.type);
    }
    return introduced;
}

}  // namespace

void find_names(Analysis& analysis, const NamesLexicon& lexicon) {
    NameWords words(analysis, lexicon);
    std::vector<Name> names;
    find_dates(words, names);
    find_sums(words, names);
    const Introduced nothing;
    const auto introduced = introduced_by(words, lexicon, Finder(words, lexicon, nothing).run());
    for (const auto& one : Finder(words, lexicon, introduced).run()) {
        names.push_back({words.span(one.words.first, one.words.last), one.type});
    }
    std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.span < b.span; });
    Span before;
    for (const auto& name : names) {
        if (!before.empty() && name.span.begin < before.end) continue;
        analysis.names.push_back(name);
        before = name.span;
    }
}

}  // namespace sayso::analyse
