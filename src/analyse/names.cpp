#include "analyse/names.h"

#include <algorithm>
#include <utility>

#include "analyse/acronyms.h"
#include "analyse/characters.h"
#include "analyse/datelines.h"
#include "analyse/dates.h"
#include "analyse/document_evidence.h"
#include "analyse/headed_names.h"
#include "analyse/kind_nouns.h"
#include "analyse/known_names.h"
#include "analyse/name_candidates.h"
#include "analyse/person_clues.h"
#include "analyse/works.h"

namespace sayso::analyse {
namespace {

/// Reads the names of one sentence.
class SentenceReader {
public:
    SentenceReader(const NameSentence& sentence, std::vector<FoundName>& found) : s_(sentence), found_(found) {}

    void run() {
        for (auto at = s_.first; at < s_.end;) {
            if (!begins_run(s_, at)) {
                ++at;
                continue;
            }
            const auto end = run_end(s_, at);
            if (s_.words.is(at, heading)) {
                read_heading(at, end);
            } else {
                read_run(at, end);
            }
            at = end;
        }
    }

private:
    void read_run(std::uint32_t at, std::uint32_t end) {
        if (is_dateline(s_, at, end)) return add(at, end, NameType::location, true);
        bool titled = at > 0 && is_title_before(s_, at);
        at = without_first_word(at, end);
        if (at == end) return;
        if (const auto type = type_told_before(s_, at, end)) return add(at, end, *type, true);
        if (const auto holder = is_office_before(s_, at) ? read_office(at, end) : at; holder > at && holder < end) {
            at = holder;
            titled = true;
        }
        while (at < end) {
            if (!s_.words.is(at, capital) && !is_article(s_, at)) {
                ++at;
                titled = false;
                continue;
            }
            if (const auto next = read_headed(at, end); next > at) {
                at = next;
                titled = false;
            } else if (known_end(s_, at, end).end > at + 1 && !s_.words.is(at, given_name)) {
                at = read_name(at, end, false);
                titled = false;
            } else if (const auto behind = behind_title(s_, at, end); behind > at) {
                at = behind;
                titled = true;
            } else {
                at = read_name(at, end, titled);
                titled = false;
            }
        }
    }

    /// Reads what the office is of, "State", "Mongolia", "Health", and returns where its holder's name begins.
    std::uint32_t read_office(std::uint32_t at, std::uint32_t end) {
        auto next = at;
        while (next < end && is_common(s_, next, any_head) && !s_.words.is(next, given_name)) ++next;
        if (next > at) return next;
        const auto known = known_end(s_, at, end);
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
        if (!s_.words.is(at, capital)) return false;
        const auto form = s_.words.form(at);
        if (form == "The" || form == "I" || form == "A" || form == "An") return true;
        if (!s_.words.is(at, sentence_start)) return false;
        if (s_.words.is(at, title | any_head) || s_.words.is(at, all_capitals)) return false;
        if (is_hyphen_at(s_, at + 1) && is_name_word(s_, at + 2) && s_.words.glued(at + 2)) return false;
        if (known_end(s_, at, s_.end).end > at + 1) return false;
        if (s_.words.is(at, common_word)) return true;
        if (s_.words.is(at, given_name) || s_.lexicon.known(form)) return false;
        return s_.words.seen_small(lower(form));
    }

    std::uint32_t read_headed(std::uint32_t at, std::uint32_t end) {
        const auto [last, type] = headed_name(s_, at, end);
        if (last == at) return at;
        add(at, last, type, true);
        read_acronym(last, type);
        return last;
    }

    /// "… Service (FSB)": the short form is what the long one is.
    void read_acronym(std::uint32_t at, NameType type) {
        if (!s_.words.is_form(at, "(") || !s_.words.is_form(at + 2, ")") || at + 2 >= s_.end) return;
        if (s_.words.is(at + 1, all_capitals) && !s_.words.is(at + 1, taken)) add(at + 1, at + 2, type, true);
    }

    /// Reads one name at `at`; returns what is behind it.
    std::uint32_t read_name(std::uint32_t at, std::uint32_t end, bool titled) {
        const auto chunk = chunk_end(at, end);
        const bool person_first = s_.words.is(at, given_name) && chunk > at + 1 && !is_one_of_known(s_, at + 1, chunk);
        const auto known = known_end(s_, at, end);
        if (const auto person = person_behind_common(s_, at, chunk); person > at) {
            read_several(person, chunk, false);
            return chunk;
        }
        if (known.end > at && !(person_first && known.end < chunk) &&
            !(titled && known.end < chunk && known.type != NameType::norp)) {
            if (is_certain(s_, at, known)) {
                if (!continues_unknown(s_, known, chunk)) add(at, known.end, known.type, false);
                if (known.type == NameType::organization) read_acronym(known.end, known.type);
            }
            return std::max(known.end, continues_unknown(s_, known, chunk) ? chunk : known.end);
        }
        if (chunk - at == 1) {
            read_single(at, titled);
        } else {
            read_several(at, chunk, titled);
        }
        return chunk;
    }

    /// The end of the words from `at` that may be one name: titles and known names end it.
    [[nodiscard]] std::uint32_t chunk_end(std::uint32_t at, std::uint32_t end) const {
        auto i = is_article(s_, at) ? at + 3 : at + 1;
        while (i < end) {
            if (s_.words.is(i, title) && s_.words.is(i, capital) && !s_.words.is(i, given_name))
                return without_joints(at, i);
            if (is_hyphen_at(s_, i) && s_.lexicon.known(s_.words.form(i - 1)) && i - at == 1) return i;
            ++i;
        }
        return without_joints(at, end);
    }

    [[nodiscard]] std::uint32_t without_joints(std::uint32_t at, std::uint32_t end) const {
        while (end > at + 1 && !s_.words.is(end - 1, capital | small)) --end;
        while (end > at + 1 && s_.words.is(end - 1, particle) && s_.words.is(end - 1, small) &&
               !s_.words.glued(end - 1))
            --end;
        return end;
    }

    void read_single(std::uint32_t at, bool titled) {
        const auto form = s_.words.form(at);
        if (is_roman_numeral(form) || is_plural_acronym(form)) return;
        if (s_.evidence.person_words.contains(form)) return add(at, at + 1, NameType::person, false);
        if (s_.evidence.dateline_places.contains(lower(form))) return add(at, at + 1, NameType::location, false);
        if (s_.words.is(at, all_capitals) && (form.size() < 5 || !is_certain_city(s_, at))) return read_capitals(at);
        const bool start = s_.words.is(at, sentence_start) && !s_.words.seen_as_name(form);
        if (is_certain_city(s_, at)) return add(at, at + 1, NameType::location, false);
        if (s_.words.is(at, common_word | any_head | month | title)) return;
        if (titled && form.size() > 1 && !is_initial(form)) return add(at, at + 1, NameType::person, true);
        if (has_age(s_, at + 1)) return add(at, at + 1, NameType::person, true);
        if (start && (!speaks(s_, at) || is_plural(form))) return;
        const bool in_place = at > 0 && (s_.words.is_form(at - 1, "in") || s_.words.is_form(at - 1, "near") ||
                                         s_.words.is_form(at - 1, "outside"));
        if (in_place && form.size() > 2 && is_title_case(form))
            return add(at, at + 1, NameType::location, !is_possessive(at + 1));
        const bool the = at > 0 && (s_.words.is_form(at - 1, "the") || s_.words.is_form(at - 1, "The"));
        if (s_.words.is(at, given_name) && form.size() > 2 && !the) return add(at, at + 1, NameType::person, false);
        if (speaks(s_, at) && !the) return add(at, at + 1, NameType::person, false);
    }

    [[nodiscard]] bool is_possessive(std::uint32_t at) const {
        return at < s_.end && s_.words.glued(at) && is_apostrophe(first_of(s_.words.form(at)));
    }

    /// "Observers warned"
    static bool is_plural(std::string_view form) { return form.ends_with('s') && !form.ends_with("ss"); }

    void read_capitals(std::uint32_t at) {
        if (is_state_behind_city(s_, at)) return add(at, at + 1, NameType::location, false);
        if (is_acronym(s_, at)) add(at, at + 1, NameType::organization, false);
    }

    void read_several(std::uint32_t at, std::uint32_t end, bool titled) {
        const auto shape = shape_of_run(s_, at, end);
        if (is_person_run(s_, at, end, shape, titled)) return add_person(at, end);
        if (shape.common) return;
        if (s_.lexicon.toponym(s_.words.text(at, end))) return add(at, end, NameType::location, false);
        if (shape.capitals > 4 || is_article_before(s_, at)) return;
        if (at > 0 && (s_.words.is_form(at - 1, "in") || s_.words.is_form(at - 1, "near"))) {
            return add(at, end, NameType::location, false);
        }
        if (looks_like_person(s_, at, end) && has_person_clue(s_, at, end, last_word(s_, at, end))) add_person(at, end);
    }

    /// The number of an event, "12th" before "Harbour Games", or a year that was not read as a date.
    [[nodiscard]] bool counts_event(std::uint32_t at) const {
        const auto form = s_.words.form(at);
        if (s_.words.is(at, taken) || !s_.words.is(at, digit)) return false;
        if (form.ends_with("th") || form.ends_with("st") || form.ends_with("nd") || form.ends_with("rd")) return true;
        return form.size() == 4 && (form.starts_with("19") || form.starts_with("20"));
    }

    [[nodiscard]] bool is_law(std::uint32_t at) const {
        return s_.words.is_form(at, "Act") || s_.words.is_form(at, "Resolution") || s_.words.is_form(at, "Law") ||
               s_.words.is_form(at, "Bill");
    }

    void add_person(std::uint32_t at, std::uint32_t end) { add(at, end, NameType::person, true); }

    /// A given name and one to three more words that are not the whole heading: an entry of a list of people.
    [[nodiscard]] bool is_listed_person(std::uint32_t at, std::uint32_t end) const {
        if (end - at < 2 || end - at > 4 || !s_.words.is(at, given_name)) return false;
        if (end - at > 2 && at == s_.first && end == s_.end) return false;
        return looks_like_person(s_, at, end) && has_person_word(s_, at, end) && !is_one_of_known(s_, at, end);
    }

    /// In a heading all words are capitalised: only what is known from elsewhere is a name.
    void read_heading(std::uint32_t at, std::uint32_t end) {
        if (is_listed_person(at, end)) return add_person(at, end);
        while (at < end) {
            const auto known = known_end(s_, at, end);
            if (known.end > at && (known.end - at > 1 || !s_.words.is(at, common_word))) {
                add(at, known.end, known.type, false);
                at = known.end;
            } else {
                if (s_.evidence.person_words.contains(s_.words.form(at)) && !s_.words.is(at, common_word)) {
                    add(at, at + 1, NameType::person, false);
                } else if (is_certain_city(s_, at)) {
                    add(at, at + 1, NameType::location, false);
                }
                ++at;
            }
        }
    }

    void add(std::uint32_t first, std::uint32_t last, NameType type, bool sure) {
        if (type == NameType::misc) {
            if (first > s_.first && counts_event(first - 1)) --first;
            if (s_.words.is(last, digit) && is_law(last - 1)) ++last;
        }
        found_.push_back({first, last, type, sure});
    }

    const NameSentence s_;
    std::vector<FoundName>& found_;
};

std::vector<FoundName> read_names(const NameWords& words, const NamesLexicon& lexicon,
                                  const DocumentEvidence& evidence) {
    std::vector<FoundName> found;
    for (const auto& sentence : words.analysis().sentences) {
        SentenceReader({words, lexicon, evidence, sentence.first, sentence.last}, found).run();
    }
    return found;
}

}  // namespace

void find_names(Analysis& analysis, const NamesLexicon& lexicon) {
    NameWords words(analysis, lexicon);
    std::vector<Name> names;
    find_dates(words, names);
    find_sums(words, names);
    find_works(words, names);
    const DocumentEvidence nothing;
    const auto evidence = evidence_of(words, lexicon, read_names(words, lexicon, nothing));
    for (const auto& one : read_names(words, lexicon, evidence)) {
        names.push_back({words.span(one.first, one.last), one.type});
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
