#include "read/statements.h"

#include <algorithm>

#include "read/direct_speech.h"
#include "read/fixed_patterns.h"
#include "read/kept_statements.h"
#include "read/sources.h"
#include "read/tagged_clauses.h"

namespace sayso {
namespace {

/// "Toll confirmed the breach and said": whose statement ends here goes on.
std::optional<Phrase> source_of_clause_before(const UnitView& u, KeptStatements& kept, Index conjunction_at) {
    const auto end = u[conjunction_at - 1].comma() ? conjunction_at - 1 : conjunction_at;
    for (auto one = kept.all.rbegin(); one != kept.all.rend() && one->first >= u.unit.first; ++one) {
        if (one->source && (one->last == end || one->last == conjunction_at)) return one->source;
    }
    return std::nullopt;
}

/// "…, adding that": whoever the clause before is about.
bool participial(const UnitView& u, KeptStatements& kept, Tag& tag) {
    const auto before = tag.group.first - 1;
    for (auto with = before; with >= u.unit.first && with > before - 16; --with) {
        if (!u[with].is("with")) continue;
        const auto phrase = noun_phrase(u.words, with + 1, tag.group.first, false);
        if (!phrase || phrase->last != tag.group.first || !is_speaker(u.words, *phrase, false)) break;
        tag.source = phrase;
        return forward(u, kept, tag);
    }
    if (before < u.unit.first || !(u[before].comma() || closes(u, before) || u[before].is("and"))) return false;
    for (auto one = kept.all.rbegin(); one != kept.all.rend() && one->first >= u.unit.first; ++one) {
        if (one->source && one->last <= tag.verb && tag.verb - one->last <= 30) {
            tag.source = one->source;
            break;
        }
        if (one->source && one->first < tag.verb) {
            tag.source = one->source;
            break;
        }
    }
    if (!tag.source && u[before].comma()) {
        auto first = u.unit.first;
        while (first < before && u[first].is("but")) ++first;
        const auto phrase = noun_phrase(u.words, first, before, true);
        if (!phrase || !is_speaker(u.words, *phrase, false)) return false;
        const auto next = phrase->last;
        auto verb_at = next;
        while (verb_at < before && adverbial(u, verb_at)) ++verb_at;
        // The subject must be the only one before the participle.
        if (verb_at >= before ||
            !(u[verb_at].is(verb | be | auxiliary) || ends_in(u, verb_at, "ed") || is_reporting_verb(u.words, verb_at)))
            return false;
        for (auto i = verb_at; i < before; ++i) {
            if (u[i].comma() || u[i].is("and") || u[i].is("that") || u[i].is(relative)) return false;
        }
        tag.source = phrase;
    }
    if (!tag.source) return false;
    tag.shared = true;
    return forward(u, kept, tag);
}

bool read_tag(const UnitView& u, KeptStatements& kept, Tag& tag) {
    tag.group = group_before(u, tag.verb);
    const auto before = tag.group.first - 1;
    const bool bare = tag.group.first == tag.verb;
    const bool behind_quote = bare && tag.verb > 0 && closes(u, tag.verb - 1) && same_zone(u, tag.verb - 1);
    const bool behind_comma = bare && before >= u.unit.first && u[before].comma();
    const bool strong = (tag.cue->frames & frame_tag) != 0;
    // What only people and bodies do is done by any noun.
    const auto act = tag.cue->act;
    const bool by_speakers = strong || (act != Act::state && act != Act::intend && act != Act::threaten &&
                                        act != Act::order && act != Act::decline && act != Act::promise);

    if (tag.group.first == tag.verb && (tag.forms & ing_form) != 0 && (tag.forms & past_form) == 0)
        return participial(u, kept, tag);
    if (tag.group.negated) {
        if (tag.cue->lemma != "rule out") return false;
    }
    if (!asserted(tag.group, tag.forms)) return false;

    if (before >= u.unit.first && !behind_quote) {
        tag.source = u[before].is(relative) || u[before].is("which")
                         ? relative_source(u, before)
                         : source_before(u.words, tag.group.first, u.unit.first, by_speakers);
        if (!tag.source && (u[before].is("and") || u[before].is("but"))) {
            tag.source = source_of_clause_before(u, kept, before);
            tag.shared = tag.source.has_value();
        }
        if (tag.source && conditional(u, tag.source->first)) return false;
        // "those who want to work": a kind of people, not what somebody makes known
        if (tag.source && act == Act::intend && u[tag.source->head].is(relative)) return false;
        if (tag.source && !agrees(u, *tag.source, tag.group, tag.forms)) tag.source.reset();
        if (tag.source && quotation_ends_before(u, tag.first())) return backward(u, kept, tag) || forward(u, kept, tag);
        if (tag.source) return forward(u, kept, tag) || backward(u, kept, tag);
    }
    if ((behind_quote || behind_comma) && (tag.forms & (past_form | third_form)) != 0 &&
        (tag.cue->frames & (frame_tag | frame_quote)) != 0) {
        if (behind_comma && !strong) return false;
        tag.source = source_after(u.words, tag.cue_last, u.unit.last, behind_quote);
        if (!tag.source || u[tag.source->head].is(object_pronoun)) return false;
        tag.inverted = true;
        tag.after = circumstances(u, tag.source->last, tag);
        return backward(u, kept, tag);
    }
    return false;
}

void cue_at(const UnitView& u, KeptStatements& kept, Index i) {
    const auto& word = u[i];
    if (word.name != none) return;
    // "United States": within a sentence a verb has no capital.
    const bool headline = u.words.document->zones[u.unit.zone].kind == ZoneKind::headline;
    if (word.capital && i > u.unit.first && !headline) return;
    const auto* forms = u.words.lexicons->cues(word.lower);
    if (forms == nullptr) return;
    for (const auto& form : *forms) {
        const auto& cue = u.words.lexicons->cue(form.cue);
        if (!rest_matches(u, cue, i)) continue;
        Tag tag;
        tag.cue = &cue;
        tag.forms = form.forms;
        tag.verb = i;
        tag.cue_last = tag.after = i + 1 + static_cast<Index>(cue.rest.size());
        if (read_tag(u, kept, tag)) return;
    }
}

}  // namespace

std::vector<Attribution> find_attributions(const TextWords& words) {
    KeptStatements kept(words);
    for (std::size_t n = 0; n < words.units.size(); ++n) {
        const UnitView u{words, words.units[n]};
        const auto kind = words.document->zones[u.unit.zone].kind;
        if (kind == ZoneKind::byline || kind == ZoneKind::dateline) continue;
        const bool short_first = n == 0 && u.unit.last - u.unit.first <= 16 && !terminator(u, u.unit.last - 1);
        if (kind == ZoneKind::headline || short_first) headline_colon(u, kept);
        for (auto i = u.unit.first; i < u.unit.last; ++i) {
            if (u[i].quoted != none || u[i].punctuation) continue;
            if (according_to(u, kept, i) || passive(u, kept, i) || evidential(u, kept, i) || noun_cue(u, kept, i))
                continue;
            cue_at(u, kept, i);
        }
        lone_quotation(u, kept);
    }
    return kept.finished();
}

}  // namespace sayso
