#include "read/tagged_clauses.h"

#include <array>

#include "read/contents.h"
#include "read/cue_frames.h"
#include "read/direct_speech.h"
#include "read/sources.h"

namespace sayso {

namespace {

bool to_in(const UnitView& u, Index first, Index last) {
    for (auto i = first; i < last; ++i) {
        if (u[i].is("to")) return true;
    }
    return false;
}

/// "quoted the mayor as saying that": the mayor says it, whoever quotes him passes it on.
bool quoted_as_saying(const UnitView& u, KeptStatements& kept, Tag tag) {
    const auto phrase = noun_phrase(u.words, tag.cue_last, u.unit.last, false);
    if (!phrase || !is_speaker(u.words, *phrase, true) || phrase->last + 2 >= u.unit.last) return false;
    if (!u[phrase->last].is("as") || !u[phrase->last + 1].is("saying")) return false;
    tag.via = tag.source;
    tag.source = phrase;
    tag.group.first = tag.verb = phrase->last + 1;
    tag.cue_last = tag.after = phrase->last + 2;
    CueWord cue;
    cue.lemma = "say";
    tag.cue = &cue;
    auto at = tag.after;
    if ((u[at].comma() || u[at].form == ":") && opens(u, at + 1)) ++at;
    return opens(u, at) ? quoted_forward(u, kept, tag, at) : clause(u, kept, tag, at);
}

}  // namespace

bool forward(const UnitView& u, KeptStatements& kept, Tag tag) {
    if ((tag.cue->lemma == "quote" || tag.cue->lemma == "cite") && quoted_as_saying(u, kept, tag)) return true;
    const auto frames = tag.cue->frames;
    const auto start = tag.after;
    if ((frames & frame_addr) != 0) addressee(u, tag);
    tag.after = circumstances(u, tag.after, tag);
    auto at = tag.after;
    const bool colon = at < u.unit.last && u[at].form == ":";
    if (colon) {
        if (at == tag.cue_last) tag.cue_last = at + 1;
        ++at;
    } else if (at + 1 < u.unit.last && u[at].comma() && opens(u, at + 1) && (frames & frame_quote) != 0) {
        ++at;
    }
    if (colon && at >= u.unit.last) return quotation_in_next_zone(u, kept, tag);
    if (at >= u.unit.last) return false;

    // "alerted the crew to the danger", "warned the mayor in May about the dam"
    if (tag.cue->act == Act::warn && tag.addressee && at + 1 < u.unit.last &&
        (u[at].is("about") || u[at].is("of") || u[at].is("against") || (u[at].is("to") && tag.cue->lemma == "alert")) &&
        begins_phrase(u, at + 1))
        return clause(u, kept, tag, at + 1);
    if (opens(u, at) && (frames & (frame_quote | frame_clause)) != 0) return quoted_forward(u, kept, tag, at);
    if (opens(u, at) && (frames & (frame_np | frame_that)) == 0) return false;
    if (colon) {
        if ((frames & (frame_clause | frame_quote)) == 0) return false;
        return content(u, kept, tag, at, clause_end(u, at, tag));
    }
    if (u[at].comma() || at_end(u, at)) return false;
    if (at + 1 < u.unit.last && u[at + 1].is("that") && (frames & frame_that) != 0 && u[at].noun == NounKind::none &&
        u[at].name == none && !u[at].punctuation &&
        !u[at].is(determiner | preposition | pronoun | quantity | be | auxiliary | verb) && !u[at].is("all")) {
        ++at;
    }
    if (u[at].is("that") && (frames & (frame_that | frame_clause)) != 0) return clause(u, kept, tag, at);
    // "announced when he opened the school": told of the time, not what was told
    const bool circumstance = u[at].is("when") || u[at].is("where") || u[at].is("if");
    const bool answer = tag.cue->act == Act::ask || tag.cue->act == Act::decline;
    if ((frames & frame_wh) != 0 && among(wh_words, u[at].lower) && (!circumstance || answer))
        return clause(u, kept, tag, at);
    if ((frames & frame_to) != 0 && u[at].is("to")) {
        if (tag.cue->act == Act::decline) {
            if (at + 1 >= u.unit.last || !among(speech_verbs, u[at + 1].lower)) return false;
            // "declined to be named": he said it all the same.
            if (u[at + 1].is("be") && at + 2 < u.unit.last && among(names_of_speakers, u[at + 2].lower)) return false;
            // "declined to comment on the arrest": what is not said stands behind the verb.
            if (at == tag.cue_last && !at_end(u, at + 2) && !u[at + 2].punctuation) {
                tag.cue_last = tag.after = at + 2;
                at += 2;
            }
        }
        return clause(u, kept, tag, at);
    }
    if ((frames & frame_ing) != 0 && ends_in(u, at, "ing")) return clause(u, kept, tag, at);
    if ((frames & frame_clause) != 0 &&
        (begins_phrase(u, at) || u[at].is("there") || (u[at].is("if") && !follows_clause(u, tag)) || u[at].is("in") ||
         u[at].is("at") || u[at].is("more") ||
         (u[at].is(preposition | subordinator) && !circumstance && !follows_clause(u, tag)))) {
        const auto end = clause_end(u, at, tag);
        if (tag.after == start || (frames & (frame_that | frame_np)) != 0) {
            if (clause_like(u, tag, at, end)) return content(u, kept, tag, at, end);
        }
    }
    if (tag.after != start && (frames & frame_addr) == 0) {
        // "criticised on Monday the plan" is too rare to trust.
        if ((frames & frame_np) != 0 && begins_phrase(u, start)) at = start;
    }
    if ((frames & frame_np) != 0 &&
        (begins_phrase(u, at) || u[at].is(object_pronoun) || opens(u, at) ||
         (tag.cue->act == Act::claim && u[at].is("for")) || (u[at].is("for") && !tag.cue->rest.empty()) ||
         (u[at].is("in") && !tag.cue->rest.empty()))) {
        // "ordered residents to leave", not "ordered two coffees"
        if (tag.cue->act == Act::order && !to_in(u, at, clause_end(u, at, tag))) return false;
        const bool ignores = tag.cue->lemma == "ignore" || tag.cue->lemma == "disregard";
        if (ignores && !ignores_warning(u.words, {at, clause_end(u, at, tag)})) return false;
        return clause(u, kept, tag, at);
    }
    if ((frames & frame_quoted) != 0 && (begins_phrase(u, start) || u[start].is(object_pronoun))) {
        const auto end = clause_end(u, start, tag);
        for (auto i = start; i < end; ++i) {
            if (opens(u, i)) return content(u, kept, tag, start, end);
            if (u[i].comma()) break;
        }
    }
    return false;
}

bool backward(const UnitView& u, KeptStatements& kept, Tag tag) {
    const auto frames = tag.cue->frames;
    if (!tag.inverted) {
        if ((frames & frame_addr) != 0) addressee(u, tag);
        tag.after = circumstances(u, tag.after, tag);
    }
    if ((frames & (frame_tag | frame_quote)) == 0) return false;
    const auto first = tag.first();
    const auto at = tag.after;
    const bool resumes = at < u.unit.last && (u[at].comma() || u[at].mark) && (opens(u, at + 1) || u[at].mark);
    const bool ends = at_end(u, at) || u[at].comma() || u[at].is("as") || u[at].is("when") || u[at].is("after") ||
                      u[at].is("before") || u[at].is("while") || u[at].is("of") || u[at].is("about") ||
                      u[at].is("and") || u[at].form == "." || u[at].form == ":" || u[at].form == "—" ||
                      u[at].form == "–" || u[at].form == ")" || ends_in(u, at, "ing") || terminator(u, at);
    if (first <= 0 || (!ends && !resumes && !quotation_ends_before(u, first))) return false;
    auto end = first;
    // "“…,” in turn, she said" is not looked for.
    if (u[end - 1].comma() && end >= 2 && closes(u, end - 2)) --end;
    std::vector<std::pair<Index, Index>> parts;
    if (closes(u, end - 1) && same_zone(u, end - 1)) {
        const auto open = quotation_first(u, end - 1);
        const auto sentence_first = std::max(u.words.unit(open).first, open - longest_clause);
        if (kept.owner(u[end - 1].quoted) != none) return false;
        const bool whole =
            open <= std::max(sentence_first, segment_first(u, sentence_first, open)) || starts_sentence(u, open);
        if (whole) {
            parts.push_back({open, end});
        } else {
            parts.push_back({segment_first(u, sentence_first, open), end});
        }
    } else if (end > u.unit.first && u[end - 1].comma() && (frames & frame_tag) != 0) {
        if (end - u.unit.first > longest_clause) return false;
        const auto from = segment_first(u, u.unit.first, end - 1);
        const auto to = trimmed_last(u, from, end);
        if (to <= from || to - from > longest_clause) return false;
        if (to - from < 2 || !plausible_clause(u, from, to)) {
            // "Too often, Dacre said, the debate …"
            if (at >= u.unit.last || !u[at].comma() || at + 1 >= u.unit.last) return false;
            if (u[at + 1].is(preposition) || (!begins_phrase(u, at + 1) && !opens(u, at + 1) && !goes_on(u, at + 1)))
                return false;
            const auto last = trimmed_last(u, at + 1, clause_end(u, at + 1, tag));
            if (last <= at + 1 || (!finite_verb_in(u, at + 1, last) && !opens(u, at + 1))) return false;
            keep(u, kept, tag, {{from, to}, {at + 1, last}});
            return true;
        }
        parts.push_back({from, to});
    } else {
        return false;
    }
    // The words go on behind the tag.
    auto next = at;
    if (next < u.unit.last && (u[next].comma() || u[next].form == "—" || u[next].form == "–" || u[next].form == ":"))
        ++next;
    if (next > at && opens(u, next) && next < u.unit.last) {
        const auto last = quotation_last(u, next);
        parts.push_back({next, last});
    } else if (next > at && next < u.unit.last && !closes(u, end - 1) && u[at].comma() && goes_on(u, next) &&
               !at_end(u, circumstances(u, next, tag))) {
        const auto last = trimmed_last(u, next, clause_end(u, next, tag));
        if (last > next) parts.push_back({next, last});
    }
    keep(u, kept, tag, parts);
    return true;
}

bool clause(const UnitView& u, KeptStatements& kept, const Tag& tag, Index at) {
    const auto end = clause_end(u, at, tag);
    return content(u, kept, tag, at, end);
}

bool content(const UnitView& u, KeptStatements& kept, const Tag& tag, Index first, Index last) {
    last = trimmed_last(u, first, last);
    if (last <= first || last - first < 1) return false;
    if (last - first == 1 && (u[first].is("that") || u[first].is("so") || u[first].is("it") || u[first].is("to")))
        return false;
    // "said all that needs to be said" tells nothing either.
    if (u[first].is("all") && first + 1 < last && u[first + 1].is("that")) return false;
    // "repeated that on Friday" tells nothing.
    if (u[first].is("that") && first + 1 < last && last - first <= 4 &&
        u[first + 1].is(preposition | time_word | adverb) && !finite_verb_in(u, first + 1, last))
        return false;
    keep(u, kept, tag, {{first, last}});
    return true;
}

bool quoted_forward(const UnitView& u, KeptStatements& kept, const Tag& tag, Index at) {
    const auto last = quotation_last(u, at);
    // Words behind the quotation in the same clause make it a mixed one.
    if (last < u.unit.last && !u[last].comma() && !terminator(u, last) && u[last].form != ";" && u[last].form != "—" &&
        u[last].form != "–" && !u[last].mark && !u[last].is("and")) {
        return content(u, kept, tag, at, clause_end(u, at, tag));
    }
    keep(u, kept, tag, {{at, last}});
    return true;
}

}  // namespace sayso
