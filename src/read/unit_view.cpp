#include "read/unit_view.h"

#include "read/phrases.h"

namespace sayso {

namespace {

constexpr Index longest_title = 16;

bool is_headline(const UnitView& u) {
    return u.words.document->zones[u.unit.zone].kind == ZoneKind::headline;
}

bool begins_without_stop(const UnitView& u) {
    return u.unit.first == 0 && !terminator(u, u.unit.last - 1);
}

}  // namespace

bool is_title(const UnitView& u) {
    return is_headline(u) || begins_without_stop(u);
}

bool is_short_title(const UnitView& u) {
    return is_headline(u) || (begins_without_stop(u) && u.unit.last - u.unit.first <= longest_title);
}

bool opens(const UnitView& u, Index i) {
    if (i >= u.words.size() || !u[i].mark || u[i].quoted == none) return false;
    return u[i].span.begin == quotation(u, u[i].quoted).span.begin;
}

bool closes(const UnitView& u, Index i) {
    if (i < 0 || !u[i].mark || u[i].quoted == none) return false;
    return u[i].span.end == quotation(u, u[i].quoted).span.end;
}

const QuotedText& quotation(const UnitView& u, Index q) {
    return u.words.quotations[static_cast<std::size_t>(q)];
}

Index quotation_first(const UnitView& u, Index i) {
    const auto q = u[i].quoted;
    while (i > 0 && u[i - 1].quoted == q) --i;
    return i;
}

Index quotation_last(const UnitView& u, Index i) {
    const auto q = u[i].quoted;
    while (i < u.words.size() && u[i].quoted == q) ++i;
    return i;
}

bool same_zone(const UnitView& u, Index i) {
    return i >= 0 && u.words.unit(i).zone == u.unit.zone;
}

bool terminator(const UnitView& u, Index i) {
    const auto form = u[i].form;
    return form == "." || form == "?" || form == "!" || form == "…" || form == "..." || form == "?!" || form == "!!";
}

bool at_end(const UnitView& u, Index i) {
    return i >= u.unit.last || (terminator(u, i) && i + 1 >= u.unit.last) || u[i].form == ";";
}

bool ends_in(const UnitView& u, Index i, std::string_view end) {
    return u[i].lower.size() > end.size() + 2 && u[i].lower.ends_with(end);
}

bool number(const UnitView& u, Index i) {
    return !u[i].form.empty() && u[i].form[0] >= '0' && u[i].form[0] <= '9';
}

bool adverbial(const UnitView& u, Index i) {
    return u[i].name == none && u[i].noun == NounKind::none && !u[i].punctuation &&
           (u[i].is(adverb) || (!u[i].capital && ends_in(u, i, "ly")));
}

bool finite_verb_in(const UnitView& u, Index from, Index to, bool plural_or_verb) {
    for (auto i = from; i < to; ++i) {
        if (u[i].punctuation || u[i].name != none) continue;
        if (u[i].is(verb | be | modal | auxiliary) || ends_in(u, i, "ed") || is_reporting_verb(u.words, i)) return true;
        // "opposes", "marched", "leads": a plural noun looks alike, so only behind a noun or name
        if (plural_or_verb && i > from && ends_in(u, i, "s") && !u[i].capital && u[i].noun == NounKind::none &&
            i + 1 < to)
            return true;
    }
    return false;
}

bool begins_phrase(const UnitView& u, Index i) {
    if (i >= u.unit.last || u[i].punctuation) return false;
    const auto& word = u[i];
    if (word.name != none || word.is(determiner | possessive | pronoun | quantity) || number(u, i)) return true;
    if (word.is(preposition | subordinator | conjunction | auxiliary | be | modal | relative | object_pronoun |
                negation))
        return false;
    return !word.is(time_word) || word.capital;
}

Index trimmed_last(const UnitView& u, Index first, Index last) {
    while (last > first && (u[last - 1].comma() || terminator(u, last - 1) || u[last - 1].form == ";" ||
                            u[last - 1].form == ":" || u[last - 1].form == "—" || u[last - 1].form == "–" ||
                            u[last - 1].form == "--" || (u[last - 1].form == "-"))) {
        --last;
    }
    return last;
}

bool quotation_ends_before(const UnitView& u, Index i) {
    if (i > 0 && u[i - 1].comma()) --i;
    return i > 0 && closes(u, i - 1) && same_zone(u, i - 1);
}

}  // namespace sayso
