#include "read/contents.h"

#include <algorithm>

#include "read/sources.h"

namespace sayso {

namespace {

/// The comma behind a relative clause whose sentence goes on with its verb, or `none`.
Index relative_end(const UnitView& u, Index which) {
    for (auto i = which + 1; i + 1 < u.unit.last && i < which + 40; ++i) {
        if (!u[i].comma() || u[i].quoted != none) continue;
        const bool verb_next = u[i + 1].is(be | modal | auxiliary | verb) || ends_in(u, i + 1, "ed");
        return verb_next ? i : none;
    }
    return none;
}

/// "with the mayor accusing": behind the subject, or `none`.
Index with_subject(const UnitView& u, Index with) {
    const auto phrase = noun_phrase(u.words, with + 1, std::min(u.unit.last, with + 16), false);
    if (!phrase || !is_speaker(u.words, *phrase, false) || !reporting_ing(u, phrase->last)) return none;
    return phrase->last;
}

}  // namespace

Index clause_end(const UnitView& u, Index from, const Tag& tag) {
    for (auto i = from; i < u.unit.last; ++i) {
        if (u[i].quoted != none && opens(u, i)) {
            i = quotation_last(u, i) - 1;
            continue;
        }
        if (u[i].form == ";" || (terminator(u, i) && i + 1 >= u.unit.last)) return i;
        if (u[i].form == ":" && i > from && i <= from + 2) return i;
        if (i == from) continue;
        if (i - from > longest_clause) return i;
        // A relative clause ends with the comma that closes it.
        if (u[i].comma() && tag.source && !tag.inverted &&
            (u[tag.source->head].is(relative) || u[tag.source->head].is("which")))
            return i;
        if (u[i].form == "—" || u[i].form == "–" || u[i].form == "―" || u[i].form == "--") {
            // "five to 8–24 weeks"
            const bool glued =
                i + 1 < u.unit.last && u[i - 1].span.end == u[i].span.begin && u[i].span.end == u[i + 1].span.begin;
            if (glued && number(u, i - 1) && number(u, i + 1)) continue;
            // A pair of dashes encloses an aside.
            auto close = i + 1;
            while (close < u.unit.last && close < i + 40 && u[close].form != u[i].form) ++close;
            if (close >= u.unit.last || u[close].form != u[i].form) return i;
            i = close;
            continue;
        }
        const bool behind_quoted_comma = closes(u, i - 1) && i - 2 > from && u[i - 2].comma();
        if (behind_quoted_comma && (other_tag(u, i) || u[i].is("but") || u[i].is("though") || u[i].is("although")))
            return i;
        if (u[i].comma() && i + 1 < u.unit.last) {
            const auto next = i + 1;
            if (u[next].is("but") || u[next].is("though") || u[next].is("although")) return i;
            if (u[next].is("with") && with_subject(u, next) != none) return i;
            if (u[next].is("which")) {
                // "the trial, which began on Monday, was stopped": the clause goes on behind it.
                const auto behind = relative_end(u, next);
                if (behind == none) return i;
                i = behind;
                continue;
            }
            if ((u[next].is("according") && next + 1 < u.unit.last && u[next + 1].is("to"))) return i;
            if (reporting_ing(u, next)) return i;
            if (other_tag(u, next)) return i;
            if ((u[next].is(conjunction) || u[next].is("while")) &&
                (own_cue(u, next + 1, tag) || other_tag(u, next + 1) || refusal(u, next + 1)))
                return i;
            if ((u[next].is("as") || u[next].is("quoted") || u[next].is("cited")) && quoted_by(u, next) > next)
                return i;
        } else if ((u[i].is("and") || u[i].is("but")) && (own_cue(u, i + 1, tag) || refusal(u, i + 1))) {
            return i;
        }
    }
    return u.unit.last;
}

bool clause_like(const UnitView& u, const Tag& tag, Index first, Index last) {
    if (last - first < 2) return false;
    if (tag.cue->lemma == "claim" && first + 1 < last && (u[first + 1].is("life") || u[first + 1].is("lives")))
        return false;
    if (ends_in(u, first, "ing") && is_cue(u, first)) return false;
    auto comma = first;
    while (comma < last && !(u[comma].comma() && u[comma].quoted == none)) ++comma;
    const bool say = tag.cue->lemma == "say";
    // What follows "said" and begins like a clause is one, though its verb may be unknown here.
    if (say && last - first >= 4 && (u[first].is(pronoun | determiner | possessive) || u[first].name != none))
        return true;
    return finite_verb_in(u, first, say ? last : comma, say);
}

bool follows_clause(const UnitView& u, const Tag& tag) {
    const auto first = tag.first();
    return first > u.unit.first + 3 && (u[first - 1].comma() || closes(u, first - 1));
}

bool starts_sentence(const UnitView& u, Index open) {
    return open == 0 || u[open - 1].form == ":" || terminator(u, open - 1) || !same_zone(u, open - 1) ||
           (u[open - 1].comma() && open - 1 > 0 && is_reporting_verb(u.words, open - 2));
}

Index segment_first(const UnitView& u, Index from, Index to) {
    auto first = from;
    for (auto i = from; i < to; ++i) {
        if (u[i].quoted == none && (u[i].form == ";")) first = i + 1;
    }
    for (auto i = first; i < to && i < first + 8; ++i) {
        if (u[i].form == "―" || u[i].form == "—" || u[i].form == "–" || u[i].form == "--" || u[i].form == "-") {
            const bool capitals =
                std::all_of(u.words.all.begin() + first, u.words.all.begin() + i, [](const TextWord& word) {
                    return word.punctuation || word.capital || word.is(time_word) ||
                           (word.form[0] >= '0' && word.form[0] <= '9');
                });
            const bool apart = i > first && u[i].span.begin > u[i - 1].span.end;
            if (capitals && apart) first = i + 1;
            break;
        }
    }
    while (first < to && (u[first].is("but") || u[first].is("and") || u[first].is("yet") || u[first].comma() ||
                          u[first].form == "—" || u[first].form == "–" || u[first].form == "-" ||
                          u[first].form == "•" || u[first].form == "*")) {
        ++first;
    }
    return first;
}

bool plausible_clause(const UnitView& u, Index from, Index to) {
    if (u.words.document->zones[u.unit.zone].kind == ZoneKind::headline) return true;
    if (u[from].is(preposition | subordinator) && !u[from].is("since")) {
        bool has_comma = false;
        for (auto i = from; i < to; ++i) has_comma = has_comma || (u[i].comma() && u[i].quoted == none);
        return has_comma || to - from > 9;
    }
    return finite_verb_in(u, from, to);
}

bool goes_on(const UnitView& u, Index i) {
    const auto& word = u[i];
    if (ends_in(u, i, "ing") || word.is(relative) || word.is("which") || word.is("while") || word.is("according") ||
        word.is("as"))
        return false;
    if (word.is("and") || word.is("but") || word.is("or") || word.is("though") || word.is("although") ||
        word.is("whereas"))
        return false;
    if (reporting_ing(u, i)) return false;
    return word.is(be | modal | auxiliary | verb | preposition | subordinator) || ends_in(u, i, "ed") ||
           (ends_in(u, i, "s") && !word.capital) || word.is("to");
}

}  // namespace sayso
