#include "read/fixed_patterns.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/contents.h"
#include "read/sources.h"
#include "read/tagged_clauses.h"

namespace sayso {

namespace {

constexpr std::array<std::string_view, 5> evidential_adverbs{"reportedly", "allegedly", "purportedly", "supposedly",
                                                             "ostensibly"};

std::string lemma_of(std::string_view participle) {
    if (participle == "thought") return "think";
    if (participle == "said") return "say";
    if (participle == "understood") return "understand";
    const bool e = participle == "believed" || participle == "accused" || participle == "charged" ||
                   participle == "blamed" || participle == "alleged" || participle == "presumed" ||
                   participle == "assumed" || participle == "estimated" || participle == "quoted";
    return std::string(participle.substr(0, participle.size() - (e ? 1 : 2)));
}

}  // namespace

bool according_to(const UnitView& u, KeptStatements& kept, Index i) {
    if (!u[i].is("according") || i + 2 >= u.unit.last || !u[i + 1].is("to")) return false;
    const auto source = source_after(u.words, i + 2, u.unit.last, false);
    if (!source) return false;
    static CueWord const cue{"according to", {}, Act::state, Certainty::certain, 0};
    Tag tag;
    tag.cue = &cue;
    tag.verb = i;
    tag.group.first = i;
    tag.cue_last = i + 2;
    tag.source = source;
    tag.inverted = true;
    tag.after = source->last;
    // "published on Monday", "seen by the newspaper"
    while (tag.after < u.unit.last && !u[tag.after].comma() && !at_end(u, tag.after) && !u[tag.after].mark &&
           tag.after < source->last + 8 && !u[tag.after].is(conjunction)) {
        ++tag.after;
    }
    auto first = i;
    while (first > u.unit.first && (u[first - 1].is("but") || u[first - 1].is("and") || adverbial(u, first - 1)))
        --first;
    if (first == u.unit.first) {
        if (tag.after >= u.unit.last || !u[tag.after].comma()) return false;
        auto from = tag.after + 1;
        // "According to the envoy, quoted by the Gazette, the road is open."
        if (from < u.unit.last && quoted_by(u, from) > from) {
            const auto quoting = noun_phrase(u.words, quoted_by(u, from), u.unit.last, false);
            if (!quoting || quoting->last + 1 >= u.unit.last || !u[quoting->last].comma()) return false;
            tag.via = quoting;
            from = quoting->last + 1;
        }
        return content(u, kept, tag, from, clause_end(u, from, tag));
    }
    if (u[i - 1].comma() && i - 2 >= u.unit.first && u[i - 2].is("that")) {
        if (tag.after >= u.unit.last || !u[tag.after].comma()) return false;
        return content(u, kept, tag, tag.after + 1, clause_end(u, tag.after + 1, tag));
    }
    if (u[i - 1].quoted == none && !u[i - 1].comma() && !at_end(u, tag.after) && !u[tag.after].comma()) return false;
    // Behind somebody's statement, whoever is named here passed it on.
    for (auto one = kept.all.rbegin(); one != kept.all.rend() && one->first >= u.unit.first; ++one) {
        const auto gap = i - one->last;
        if (gap >= 0 && gap <= 1 && one->source) {
            one->via.push_back(*source);
            one->last = tag.after;
            return true;
        }
    }
    auto end = i;
    if (u[end - 1].comma()) --end;
    if (end > u.unit.first && closes(u, end - 1)) {
        const auto open = quotation_first(u, end - 1);
        if (open <= u.unit.first) {
            keep(u, kept, tag, {{open, end}});
            return true;
        }
    }
    if (end - u.unit.first > longest_clause) return false;
    const auto from = segment_first(u, u.unit.first, end);
    if (end - from < 2) return false;
    std::vector<std::pair<Index, Index>> parts{{from, trimmed_last(u, from, end)}};
    if (tag.after + 1 < u.unit.last && u[tag.after].comma() && goes_on(u, tag.after + 1)) {
        const auto last = trimmed_last(u, tag.after + 1, clause_end(u, tag.after + 1, tag));
        if (last > tag.after + 1) parts.push_back({tag.after + 1, last});
    }
    keep(u, kept, tag, parts);
    return true;
}

bool passive(const UnitView& u, KeptStatements& kept, Index i) {
    struct Row {
        std::string_view participle, next;
        Act act;
        Certainty certainty;
    };
    static constexpr std::array<Row, 19> rows{{
        {"believed", "to", Act::state, Certainty::probable},   {"thought", "to", Act::state, Certainty::probable},
        {"said", "to", Act::state, Certainty::probable},       {"reported", "to", Act::state, Certainty::probable},
        {"understood", "to", Act::state, Certainty::probable}, {"rumoured", "to", Act::state, Certainty::possible},
        {"rumored", "to", Act::state, Certainty::possible},    {"alleged", "to", Act::accuse, Certainty::certain},
        {"feared", "to", Act::state, Certainty::possible},     {"presumed", "to", Act::state, Certainty::probable},
        {"estimated", "to", Act::state, Certainty::probable},  {"suspected", "of", Act::accuse, Certainty::possible},
        {"suspected", "to", Act::accuse, Certainty::possible}, {"accused", "of", Act::accuse, Certainty::certain},
        {"charged", "with", Act::accuse, Certainty::certain},  {"blamed", "for", Act::accuse, Certainty::certain},
        {"assumed", "to", Act::state, Certainty::probable},    {"claimed", "to", Act::state, Certainty::certain},
        {"quoted", "as", Act::state, Certainty::certain},
    }};
    if (i + 1 >= u.unit.last) return false;
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const Row& one) { return u[i].is(one.participle) && u[i + 1].is(one.next); });
    if (row == rows.end()) return false;
    const auto group = group_before(u, i);
    if (!group.be || group.modal || group.negated) return false;
    auto subject = source_before(u.words, group.first, u.unit.first, true);
    if (!subject) return false;
    if (conditional(u, subject->first)) return false;
    CueWord cue;
    cue.act = row->act;
    cue.certainty = row->certainty;
    cue.lemma = lemma_of(row->participle);
    Tag tag;
    tag.cue = &cue;
    tag.group = group;
    tag.verb = i;
    tag.cue_last = i + 2;
    if (row->next == "as") {
        if (i + 2 >= u.unit.last || !u[i + 2].is("saying")) return false;
        tag.cue_last = i + 3;
        tag.source = subject;
        auto at = i + 3;
        if (at < u.unit.last && (u[at].comma() || u[at].form == ":") && opens(u, at + 1)) ++at;
        if (opens(u, at)) return quoted_forward(u, kept, tag, at);
        return content(u, kept, tag, at, clause_end(u, at, tag));
    }
    const auto end = trimmed_last(u, i + 2, clause_end(u, i + 2, tag));
    if (end <= i + 2) return false;
    keep(u, kept, tag, {{subject->first, subject->last}, {i + 2, end}});
    return true;
}

CueWord evidential_cue(const UnitView& u, Index i) {
    CueWord cue;
    cue.lemma = std::string(u[i].lower);
    cue.act = u[i].is("allegedly") ? Act::accuse : Act::state;
    cue.certainty = Certainty::probable;
    return cue;
}

/// The tag of one adverb; `cue` must outlive it.
Tag adverb_tag(const CueWord& cue, Index i) {
    Tag tag;
    tag.cue = &cue;
    tag.group.first = tag.verb = i;
    tag.cue_last = i + 1;
    return tag;
}

/// "Reportedly, the singer paid in coins."
bool evidential_in_front(const UnitView& u, KeptStatements& kept) {
    const auto i = u.unit.first;
    if (i + 4 >= u.unit.last || !among(evidential_adverbs, u[i].lower) || !u[i + 1].comma()) return false;
    const auto cue = evidential_cue(u, i);
    const auto tag = adverb_tag(cue, i);
    const auto end = trimmed_last(u, i + 2, clause_end(u, i + 2, tag));
    if (end <= i + 3) return false;
    keep(u, kept, tag, {{i + 2, end}});
    return true;
}

/// "More than | 30 people", "At least 30 | people": how many there are belongs to who they are.
Index with_count(const UnitView& u, Index first) {
    static constexpr std::array<std::string_view, 3> compared{"more", "less", "fewer"};
    static constexpr std::array<std::string_view, 6> rough{"about", "nearly", "almost", "around", "some", "over"};
    while (first > u.unit.first) {
        const auto& before = u[first - 1];
        const bool than = before.is("than") && first - 2 >= u.unit.first && among(compared, u[first - 2].lower);
        const bool least = before.is("least") && first - 2 >= u.unit.first && u[first - 2].is("at");
        const bool counts =
            number(u, first - 1) || before.is(quantity) || (number(u, first) && among(rough, before.lower));
        if (!than && !least && !counts) break;
        first -= than || least ? 2 : 1;
    }
    return first;
}

bool evidential(const UnitView& u, KeptStatements& kept, Index i) {
    if (i == u.unit.first && evidential_in_front(u, kept)) return true;
    if (!among(evidential_adverbs, u[i].lower) || i <= u.unit.first || i + 1 >= u.unit.last) return false;
    auto group = group_before(u, i);
    const auto subject = source_before(u.words, group.first, u.unit.first, true);
    if (!subject) return false;
    if (u[i + 1].punctuation) return false;
    const auto cue = evidential_cue(u, i);
    const auto tag = adverb_tag(cue, i);
    const auto end = trimmed_last(u, i + 1, clause_end(u, i + 1, tag));
    if (end <= i + 1) return false;
    std::vector<std::pair<Index, Index>> parts{{with_count(u, subject->first), i}, {i + 1, end}};
    keep(u, kept, tag, parts);
    return true;
}

bool claim_of_responsibility(const UnitView& u, KeptStatements& kept, Index i) {
    if (!(u[i].is("claim") || u[i].is("claims")) || i + 5 >= u.unit.last) return false;
    if (!u[i + 1].is("of") || !u[i + 2].is("responsibility") || !u[i + 3].is("by")) return false;
    const auto source = noun_phrase(u.words, i + 4, u.unit.last, false);
    // "by the group for the attack": as one phrase, or the group alone
    if (!source) return false;
    auto for_at = i + 5;
    while (for_at < source->last && !u[for_at].is("for")) ++for_at;
    if (for_at + 1 >= u.unit.last || !u[for_at].is("for")) return false;
    const auto by = noun_phrase(u.words, i + 4, for_at, false);
    const auto what = noun_phrase(u.words, for_at + 1, u.unit.last, false);
    if (!by || by->last != for_at || !what) return false;
    CueWord cue;
    cue.lemma = "claim responsibility";
    cue.act = Act::claim;
    Tag tag;
    tag.cue = &cue;
    tag.group.first = tag.verb = i;
    tag.cue_last = i + 3;
    tag.after = for_at;
    tag.source = by;
    tag.inverted = true;
    keep(u, kept, tag, {{for_at, what->last}});
    return true;
}

void told_how_it_came(const UnitView& u, KeptStatements& kept) {
    static constexpr std::array<std::string_view, 14> told{
        "disclosure", "revelation", "statement", "statements",   "remark",      "remarks", "comment",
        "comments",   "claim",      "claims",    "announcement", "information", "account", "assessment"};
    static constexpr std::array<std::string_view, 5> came{"emerged", "came", "appeared", "surfaced", "transpired"};
    static constexpr std::array<std::string_view, 5> passing{"quoted", "carried", "cited", "published", "reported"};
    const auto first = u.unit.first;
    if (first + 6 >= u.unit.last || !(u[first].is("this") || u[first].is("these") || u[first].is("the"))) return;
    if (!among(told, u[first + 1].lower) || !among(came, u[first + 2].lower)) return;
    auto by = first + 3;
    while (by + 1 < u.unit.last && !(among(passing, u[by].lower) && u[by + 1].is("by"))) ++by;
    if (by + 2 >= u.unit.last) return;
    const auto via = noun_phrase(u.words, by + 2, u.unit.last, false);
    if (!via || via->last < u.unit.last - 1 || u[via->head].is(pronoun)) return;
    // The outermost of what the sentence before tells.
    const auto& before = u.words.unit(first > 0 ? first - 1 : first);
    Attribution* outermost = nullptr;
    for (auto& one : kept.all) {
        if (!one.source || one.first < before.first || one.last > before.last || before.zone != u.unit.zone) continue;
        if (outermost == nullptr || one.last - one.first > outermost->last - outermost->first) outermost = &one;
    }
    if (outermost != nullptr && before.first != first) outermost->via.push_back(*via);
}

bool noun_cue(const UnitView& u, KeptStatements& kept, Index i) {
    static constexpr std::array<std::string_view, 18> support_verbs{
        "issued", "issues",    "made",    "makes",   "gave",      "gives",  "repeated", "repeats",   "reiterated",
        "voiced", "expressed", "offered", "renewed", "delivered", "raised", "stood",    "published", "released"};
    if (i + 2 >= u.unit.last || !u[i + 1].is("that")) return false;
    const auto* cue = u.words.lexicons->cue_noun(u[i].lower);
    if (cue == nullptr) return false;
    auto verb_at = i - 1;
    while (verb_at > u.unit.first && verb_at > i - 5 && !among(support_verbs, u[verb_at].lower)) --verb_at;
    if (verb_at <= u.unit.first || !among(support_verbs, u[verb_at].lower)) return false;
    for (auto k = verb_at + 1; k < i; ++k) {
        if (u[k].punctuation || u[k].is(preposition | conjunction | pronoun | verb)) return false;
    }
    Tag tag;
    tag.cue = cue;
    tag.verb = verb_at;
    tag.cue_last = tag.after = i + 1;
    tag.group = group_before(u, verb_at);
    if (tag.group.negated || tag.group.modal || tag.group.be) return false;
    tag.source = source_before(u.words, tag.group.first, u.unit.first, true);
    if (!tag.source || conditional(u, tag.source->first)) return false;
    return clause(u, kept, tag, i + 1);
}

void headline_colon(const UnitView& u, KeptStatements& kept) {
    auto colon = u.unit.first;
    while (colon < u.unit.last && colon < u.unit.first + 9 && u[colon].form != ":") ++colon;
    if (colon >= u.unit.last || u[colon].form != ":" || colon == u.unit.first || u.unit.last - colon < 3) return;
    const auto phrase = noun_phrase(u.words, u.unit.first, colon, true);
    if (!phrase || phrase->last != colon || !is_speaker(u.words, *phrase, false)) return;
    const auto& head = u[phrase->head];
    const bool speaker = head.name == none && head.noun != NounKind::none && head.noun != NounKind::medium &&
                         !head.is("video") && !head.is("analysis") && !head.is("opinion") && !head.is("law") &&
                         !head.is("state");
    const bool quote = opens(u, colon + 1);
    const bool named_person =
        head.name != none && u.words.analysis->names[static_cast<std::size_t>(head.name)].type == NameType::person;
    if (!speaker && !(quote && named_person)) return;
    if (among(wh_words, u[colon + 1].lower)) return;
    CueWord cue;
    cue.lemma = ":";
    Tag tag;
    tag.cue = &cue;
    tag.group.first = tag.verb = colon;
    tag.cue_last = colon + 1;
    tag.source = phrase;
    content(u, kept, tag, colon + 1, clause_end(u, colon + 1, tag));
}

}  // namespace sayso
