#include "read/phrases.h"

#include <algorithm>

#include "read/tree_phrases.h"

namespace sayso {
namespace {

constexpr std::int32_t longest_source = 45;

bool digits(const TextWord& word) {
    return !word.form.empty() && word.form[0] >= '0' && word.form[0] <= '9';
}

bool ends_with(const TextWord& word, std::string_view end) {
    return word.lower.size() > end.size() + 1 && word.lower.ends_with(end);
}

bool participle(const TextWord& word) {
    return !word.capital && word.noun == NounKind::none && (ends_with(word, "ed") || ends_with(word, "ing"));
}

/// Joins the parts of one word or name: "non-profit", "AT&T".
bool joins(const TextWord& word) {
    return word.form == "-" || word.form == "–" || word.form == "&" || word.form == "/" || word.form == "." ||
           word.form == "’" || word.form == "'";
}

/// Adjectives and participles that stand behind their noun: "people familiar with the talks".
bool opens_modifier(const TextWord& word) {
    static constexpr std::string_view openers[] = {"familiar", "close",    "loyal", "aware",      "present",
                                                   "involved", "released", "made",  "held",       "sent",
                                                   "seen",     "written",  "known", "responsible"};
    return std::find(std::begin(openers), std::end(openers), word.lower) != std::end(openers);
}

bool has_finite_verb(const TextWords& words, std::int32_t from, std::int32_t to) {
    for (auto i = from; i < to; ++i) {
        if (words[i].name != none || words[i].punctuation || words[i].is("'s")) continue;
        if (words[i].is(verb | be | auxiliary | modal) || is_reporting_verb(words, i)) return true;
    }
    return false;
}

bool breaks_core(const TextWords& words, std::int32_t i, bool has_head) {
    const auto& word = words[i];
    if (word.is(preposition | subordinator | relative | auxiliary | be | modal | negation | pronoun | object_pronoun)) {
        return true;
    }
    if (word.is("there")) return true;
    if (word.is("that")) return has_head;
    if (word.is(determiner | possessive | quantity)) return has_head;
    if (word.is(verb)) return word.noun == NounKind::none || has_head;
    if (word.is(time_word)) {
        // "the night porter"
        const bool article = i > 0 && (words[i - 1].is("the") || words[i - 1].is("a"));
        const bool modifies = article && i + 1 < words.size() && words[i + 1].noun != NounKind::none;
        return has_head || (!word.capital && !modifies);
    }
    if (word.is(adverb)) return has_head;
    if (has_head && opens_modifier(word)) return true;
    if (has_head && !word.capital && ends_with(word, "ly")) return true;
    if (has_head && participle(word)) {
        return i + 1 >= words.size() || words[i + 1].noun == NounKind::none || words[i + 1].punctuation;
    }
    return has_head && is_reporting_verb(words, i);
}

/// Determiners, adjectives and nouns up to the head, with names joined by "and".
std::optional<Phrase> core(const TextWords& words, std::int32_t at, std::int32_t limit) {
    Phrase phrase{at, at, none, at};
    auto i = at;
    while (i < limit) {
        const auto& word = words[i];
        if (word.mark) break;
        if (word.name != none && !word.is("'s")) {
            const auto name = word.name;
            while (i < limit && words[i].name == name) ++i;
            phrase.head = i - 1;
            continue;
        }
        if (word.is("'s") || word.form == "’" || word.form == "'") {
            if (phrase.head == none) return std::nullopt;
            // A possessive needs what it possesses.
            if (i + 1 >= limit || words[i + 1].punctuation) break;
            phrase.head = none;
            ++i;
            continue;
        }
        if (word.form == "(" && phrase.head != none) {
            auto close = i;
            while (close < limit && close < i + 10 && words[close].form != ")") ++close;
            if (close >= limit || words[close].form != ")") break;
            i = close + 1;
            continue;
        }
        if (word.punctuation) {
            if (!joins(word) || i == at || i + 1 >= limit || words[i + 1].punctuation) break;
            ++i;
            continue;
        }
        if (word.is(conjunction)) {
            if (phrase.head == none || (!word.is("and") && !word.is("or"))) break;
            const auto next = core(words, i + 1, limit);
            if (!next || next->head == none) break;
            i = next->last;
            phrase.head = next->head;
            break;
        }
        if (breaks_core(words, i, phrase.head != none)) break;
        if (!word.is(determiner | possessive | quantity | adverb) && !digits(word)) phrase.head = i;
        ++i;
    }
    if (phrase.head == none) {
        // "some", "many of them", "others", "three of the men"
        static constexpr std::string_view alone[] = {"some", "many", "most", "several", "both", "few"};
        const bool counted = i < limit && words[i].is("of") && (words[at].is(quantity) || digits(words[at]));
        if (i == at + 1 &&
            (counted || std::find(std::begin(alone), std::end(alone), words[at].lower) != std::end(alone))) {
            phrase.head = at;
        } else {
            return std::nullopt;
        }
    }
    phrase.last = phrase.core_last = i;
    return phrase;
}

bool joins_office(const TextWords& words, std::int32_t i, const Phrase& phrase) {
    const auto& word = words[i];
    if (word.is("of")) return true;
    const bool noun = words[phrase.head].name == none && words[phrase.head].noun != NounKind::none;
    const auto& next = words[i + 1];
    if (word.is("for") || word.is("from")) return noun;
    if (word.is("at") || word.is("in")) {
        return noun && (next.name != none || (next.is("the") && i + 2 < words.size() && words[i + 2].name != none));
    }
    // "the envoy to Syria", but not "told the envoy to leave"
    if (word.is("to")) return noun && (next.name != none || next.is(determiner | possessive));
    return noun && word.is("with");
}

}  // namespace

bool is_reporting_verb(const TextWords& words, std::int32_t at) {
    const auto& word = words[at];
    if (word.punctuation || word.noun != NounKind::none) return false;
    const auto* cues = words.lexicons->cues(word.lower);
    if (cues == nullptr) return false;
    return std::any_of(cues->begin(), cues->end(), [&](const auto& form) {
        return words.lexicons->cue(form.cue).rest.empty() && (form.forms & (past_form | third_form)) != 0;
    });
}

std::optional<Phrase> noun_phrase(const TextWords& words, std::int32_t at, std::int32_t limit, bool loose) {
    if (at >= limit) return std::nullopt;
    if (words[at].is(pronoun) && words[at].name == none) return Phrase{at, at + 1, at, at + 1};
    auto phrase = core(words, at, limit);
    if (!phrase) return std::nullopt;
    while (phrase->last + 1 < limit && words[phrase->last].is(preposition) &&
           (loose || joins_office(words, phrase->last, *phrase))) {
        const auto object = core(words, phrase->last + 1, limit);
        if (!object) break;
        if (!loose && words[object->head].is(time_word)) break;
        phrase->last = phrase->core_last = object->last;
    }
    return phrase;
}

bool is_speaker(const TextWords& words, const Phrase& phrase, bool any_noun) {
    const auto& head = words[phrase.head];
    if (head.is(pronoun)) return !head.is("you") && !head.is("one");
    if (head.is("who") || head.is("which")) return true;
    if (head.name != none) {
        const auto type = words.analysis->names[static_cast<std::size_t>(head.name)].type;
        return type != NameType::date && type != NameType::money;
    }
    if (head.noun != NounKind::none || head.is(quantity | determiner)) return true;
    if (head.is(time_word)) return false;
    const auto& unit = words.unit(phrase.head);
    if (head.capital && phrase.head > unit.first) return true;
    // A word of no known kind at a sentence's beginning may be a name.
    if (any_noun && head.capital && phrase.core_last == phrase.first + 1 && head.classes == 0) return true;
    return any_noun && words[phrase.first].is(determiner | possessive) && !ends_with(head, "ing");
}

namespace {

bool hard_border(const TextWords& words, std::int32_t i) {
    const auto& word = words[i];
    if (word.mark) return true;
    if (word.punctuation) return !joins(word) && word.form != "(" && word.form != ")";
    if (word.name != none) return false;
    if (word.is("but") || word.is("yet") || word.is("nor")) return true;
    if (word.is("that")) return true;
    if (word.is(relative) || word.is("which")) return true;
    if (word.is(subordinator) && !word.is("as") && !word.is(preposition)) return true;
    return is_reporting_verb(words, i) && !word.is(adverb);
}

/// What may follow a noun before its verb: "who briefed reporters", "familiar with the talks", "published on Monday".
bool is_modifier(const TextWords& words, std::int32_t from, std::int32_t to) {
    const auto& first = words[from];

    const bool opener = participle(first) || opens_modifier(first);
    const bool clause = first.is("who") || first.is("which");
    if (!opener && !clause) return false;
    if (to - from > 16) return false;
    bool has_verb = opener;
    for (auto i = from + 1; i < to; ++i) {
        if (words[i].is("and") || words[i].comma()) return false;
        if (words[i].is(verb | be | auxiliary | modal) || ends_with(words[i], "ed")) has_verb = true;
    }
    return has_verb;
}

std::optional<Phrase> whole_phrase(const TextWords& words, std::int32_t first, std::int32_t end, bool any_noun) {
    auto phrase = noun_phrase(words, first, end, true);
    if (!phrase) return std::nullopt;
    if (phrase->last < end) {
        if (words[phrase->head].is(pronoun) || !is_modifier(words, phrase->last, end)) return std::nullopt;
        phrase->last = end;
    }
    if (!is_speaker(words, *phrase, any_noun)) return std::nullopt;
    return phrase;
}

/// The phrase that ends at `end`, and begins where a clause may begin.
std::optional<Phrase> ending_at(const TextWords& words, std::int32_t end, std::int32_t begin, bool any_noun) {
    const auto earliest = std::max(begin, end - longest_source);
    auto border = end;
    while (border > earliest && !hard_border(words, border - 1)) --border;
    if (border == earliest && border > begin) return std::nullopt;
    if (border == end) {
        // "…, who said": the relative itself speaks for what stands before it.
        return std::nullopt;
    }
    auto first = border;
    while (first < end && (words[first].is(adverb) || words[first].is("and")) && words[first].name == none &&
           !words[first].is(quantity)) {
        ++first;
    }
    if (first == end) return std::nullopt;
    // "The shop closed before the owner", "after they": the clause begins behind "before".
    for (auto i = end - 1; i >= first; --i) {
        if (!words[i].is(subordinator) || !words[i].is(preposition) || words[i].is("as")) continue;
        const bool before_pronoun = i + 2 == end && words[i + 1].is(pronoun);
        if (before_pronoun || has_finite_verb(words, first, i)) {
            first = i + 1;
            break;
        }
    }
    if (first == end) return std::nullopt;
    if (const auto phrase = whole_phrase(words, first, end, any_noun)) return phrase;
    // Behind "and" a new clause may begin.
    for (auto i = end - 1; i > first; --i) {
        if (words[i].is("and")) {
            auto from = i + 1;
            while (from < end && words[from].is(adverb)) ++from;
            if (from < end) {
                if (const auto phrase = whole_phrase(words, from, end, any_noun)) return phrase;
            }
            break;
        }
    }
    // "In Geneva the minister", "On Monday police"
    if (!words[first].is(preposition) && !words[first].is(time_word) && !words[first].is("as")) return std::nullopt;
    for (auto i = first + 1; i < end; ++i) {
        const auto& before = words[i - 1];
        const auto& here = words[i];
        if (before.is(preposition | determiner | possessive | quantity | conjunction) || before.is("'s")) continue;
        if (here.name != none && before.name == here.name) continue;
        const bool starts = here.is(determiner | possessive | pronoun) || here.name != none ||
                            (here.noun != NounKind::none && (before.is(time_word) || digits(before)));
        if (!starts) continue;
        return whole_phrase(words, i, end, false);
    }
    return std::nullopt;
}

/// "The company that owns the mine, Carrow Metals,": a nominal with a clause of its own, [begin, comma), and the name
/// that it goes by, up to `end`.
std::optional<Phrase> with_relative_clause(const TextWords& words, std::int32_t comma, std::int32_t end,
                                           std::int32_t begin) {
    if (!words[begin].is(determiner)) return std::nullopt;
    for (auto i = comma + 1; i < end; ++i) {
        if (!words[i].capital || words[i].punctuation || words[i].is(time_word)) return std::nullopt;
    }
    auto phrase = noun_phrase(words, begin, comma, false);
    if (!phrase || phrase->last + 1 >= comma || !is_speaker(words, *phrase, false)) return std::nullopt;
    const auto& opener = words[phrase->last];
    if (!opener.is("that") && !opener.is("who") && !opener.is("which")) return std::nullopt;
    for (auto i = phrase->last + 1; i < comma; ++i) {
        if (words[i].punctuation || is_reporting_verb(words, i)) return std::nullopt;
    }
    return phrase;
}

bool begins_apposition(const TextWords& words, std::int32_t i) {
    const auto& word = words[i];
    if (word.mark) return false;
    if (digits(word) || word.name != none || word.capital) return true;
    if (word.is(determiner | possessive | relative) || word.is("which")) return true;
    if (word.is(conjunction | subordinator | pronoun | be | auxiliary | modal)) return false;
    static constexpr std::string_view openers[] = {"then", "now", "formerly", "also", "himself", "herself", "himself"};
    if (std::find(std::begin(openers), std::end(openers), word.lower) != std::end(openers)) return true;
    return word.noun != NounKind::none || participle(word) || ends_with(word, "ing") || word.is("former") ||
           word.is("chief") || word.is("head") || word.is("deputy") || word.is("senior");
}

}  // namespace

std::optional<Phrase> source_before(const TextWords& words, std::int32_t end, std::int32_t begin, bool any_noun) {
    if (end <= begin) return std::nullopt;
    // "Dacre, however, said"
    if (words[end - 1].comma() && end - 2 > begin) {
        auto open = end - 2;
        while (open > begin && open > end - 6 && words[open].is(adverb | preposition | possessive)) --open;
        if (words[open].comma() && open < end - 2) return ending_at(words, open, begin, any_noun);
    }
    if (!words[end - 1].comma()) return ending_at(words, end, begin, any_noun);
    int commas = 0;
    for (auto i = end - 2; i > begin && i > end - longest_source && commas < 4; --i) {
        const auto& word = words[i];
        if (word.form == ";" || word.form == ":" || (word.mark && word.quoted == none)) break;
        if (!word.comma()) continue;
        ++commas;
        // "Hollin, while praising the crew, said"
        if (words[i + 1].is("while") && i + 2 < end && ends_with(words[i + 2], "ing") &&
            !has_finite_verb(words, i + 2, end - 1)) {
            return ending_at(words, i, begin, any_noun);
        }
        if (!begins_apposition(words, i + 1)) continue;
        const bool relative_clause = words[i + 1].is(relative) || words[i + 1].is("which");
        if (!relative_clause && has_finite_verb(words, i + 1, end - 1)) continue;
        auto phrase = ending_at(words, i, begin, any_noun && words[i - 1].capital);
        if (!phrase) phrase = with_relative_clause(words, i, end - 1, begin);
        if (!phrase) continue;
        if (words[phrase->head].is(pronoun)) return std::nullopt;
        phrase->core_last = i;
        phrase->last = end - 1;
        return phrase;
    }
    return std::nullopt;
}

std::optional<Phrase> source_after(const TextWords& words, std::int32_t at, std::int32_t limit, bool any_noun) {
    auto phrase = noun_phrase(words, at, limit, false);
    if (!phrase || !is_speaker(words, *phrase, any_noun)) return std::nullopt;
    if (words[phrase->head].is(pronoun)) return phrase;
    // "people familiar with the talks", "a docker who goes by Spoons"
    const auto rest_end = [&](std::int32_t from) {
        auto i = from;
        while (i < limit && !words[i].comma() && !words[i].mark && words[i].form != ";" && words[i].form != ":" &&
               !words[i].is("and") && !words[i].is("but") && !(i + 1 == limit && words[i].punctuation)) {
            ++i;
        }
        return i;
    };
    if (phrase->last < limit && words[phrase->head].name == none &&
        (words[phrase->last].is("who") || words[phrase->last].is("familiar") || words[phrase->last].is("close"))) {
        auto i = phrase->last;
        while (i < limit && !words[i].comma() && words[i].form != ";" && words[i].form != ":" && !words[i].is("and") &&
               !words[i].is("but") && !(i + 1 == limit && words[i].punctuation && !words[i].mark)) {
            ++i;
        }
        phrase->last = phrase->core_last = i;
    }
    // Appositions: ", the county engineer", ", 45, a docker", ", who runs the port"
    for (int i = 0; i < 3 && phrase->last + 1 < limit && words[phrase->last].comma(); ++i) {
        const auto from = phrase->last + 1;
        const auto& first = words[from];
        const bool apposition = digits(first) || first.is(determiner | possessive) || first.is("who") ||
                                first.is("whose") || first.is("which") || first.noun == NounKind::person ||
                                first.is("chief") || first.is("head") || first.is("former") || first.is("deputy") ||
                                first.is("senior");
        const bool named = words[phrase->head].name != none || words[phrase->head].capital;
        if (first.is(determiner) && !named) break;
        if (!apposition || first.mark || (first.name != none && !first.is(determiner))) break;
        const auto end = rest_end(from);
        // What has a verb of its own is the clause that follows.
        const bool relative_clause = first.is(relative) || first.is("which");
        if (!relative_clause && has_finite_verb(words, from, end)) break;
        phrase->last = end;
        if (!digits(first)) break;
    }
    return phrase;
}

Phrase about_person(const TextWords& words, Phrase phrase) {
    if (is_person_name(words, phrase.head)) return phrase;
    for (auto i = phrase.head + 1; i < phrase.last; ++i) {
        const auto& word = words[i];
        if (is_person_name(words, i) && word.name != words[i - 1].name) {
            auto behind = i;
            while (behind < phrase.last && words[behind].name == word.name) ++behind;
            const bool owns = behind < phrase.last && words[behind].is("'s");
            const bool joins = behind < phrase.last && words[behind].is(conjunction);
            if (!owns && !joins) phrase.head = i;
            return phrase;
        }
        const bool of_name = word.name != none;
        const bool bracket = word.form == "(" || word.form == ")" || word.form == "-" || word.form == ".";
        if (!of_name && ((word.punctuation && !bracket) || word.is(preposition | conjunction | relative)))
            return phrase;
    }
    return phrase;
}

}  // namespace sayso
