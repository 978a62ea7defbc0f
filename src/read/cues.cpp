#include "read/cues.h"

#include <algorithm>

namespace sayso {
namespace {

/// "he'd told" is "he had told", "he'd tell" is "he would tell".
bool has_participle_only(const UnitView& u, Index i) {
    const auto* forms = u.words.lexicons->cues(u[i].lower);
    return forms != nullptr && std::all_of(forms->begin(), forms->end(), [](const auto& form) {
               return (form.forms & participle_form) != 0 && (form.forms & base_form) == 0;
           });
}

}  // namespace

Group group_before(const UnitView& u, Index i) {
    Group group{i};
    for (auto k = i; k > u.unit.first; --k) {
        const auto& word = u[k - 1];
        if (word.punctuation || word.name != none || word.quoted != u[i].quoted) break;
        // "both publicly and privately"
        const bool joins_adverbs =
            (word.is("and") && k - 2 >= u.unit.first && adverbial(u, k - 2) && adverbial(u, k)) ||
            (word.is("both") && k < i && adverbial(u, k));
        if (joins_adverbs) {
            group.first = k - 1;
            continue;
        }
        if (word.is("n't") || word.is("not") || word.is("never")) {
            group.negated = true;
        } else if (word.is("'d") && has_participle_only(u, i)) {
            group.have = true;
        } else if (word.is(modal) && !word.capital) {
            group.modal = true;
        } else if (word.is(be)) {
            // "the city's said": the possessive is no verb
            if (word.is("'s")) break;
            group.be = true;
        } else if (word.is("do") || word.is("does") || word.is("did")) {
            group.do_ = true;
        } else if (word.is(auxiliary)) {
            group.have = true;
        } else if (!adverbial(u, k - 1) || (word.is(time_word) && group.first == i)) {
            if (!(word.is(time_word) && word.is(adverb))) break;
        }
        group.first = k - 1;
    }
    // Adverbs at the front belong to the cue only behind a source.
    return group;
}

bool asserted(const Group& group, std::uint32_t forms) {
    if (group.modal) return false;
    if (group.be) return (forms & ing_form) != 0;
    if (group.have) return (forms & participle_form) != 0;
    if (group.do_) return (forms & base_form) != 0;
    return (forms & (past_form | third_form | base_form)) != 0;
}

bool agrees(const UnitView& u, const Phrase& source, const Group& group, std::uint32_t forms) {
    if (group.be || group.have || group.do_ || (forms & past_form) != 0) return true;
    // "the workers' demands", "the nonstop demands" are nouns.
    if (!is_speaker(u.words, source, false)) return false;
    const auto& head = u[source.head];
    const bool joined = std::any_of(u.words.all.begin() + source.first, u.words.all.begin() + source.core_last,
                                    [](const TextWord& word) { return word.is("and"); });
    const bool many = head.is("they") || head.is("we") || head.is("i") || head.is("who") || head.is("which") ||
                      head.is("that") || joined || u.words.lexicons->plural_noun(head.lower) ||
                      head.noun == NounKind::institution || head.is(quantity | determiner) ||
                      (head.name == none && head.lower.ends_with("s")) ||
                      (head.name != none && head.lower.ends_with("s"));
    const bool one =
        !(head.is("they") || head.is("we") || head.is("i")) && !(head.name == none && head.noun == NounKind::people);
    return ((forms & base_form) != 0 && many) || ((forms & third_form) != 0 && one);
}

bool conditional(const UnitView& u, Index first) {
    auto i = first;
    while (i > u.unit.first && (adverbial(u, i - 1) || u[i - 1].is("that"))) --i;
    return i > u.unit.first && (u[i - 1].is("if") || u[i - 1].is("unless") || u[i - 1].is("whether"));
}

bool rest_matches(const UnitView& u, const CueWord& cue, Index i) {
    for (std::size_t k = 0; k < cue.rest.size(); ++k) {
        const auto at = i + 1 + static_cast<Index>(k);
        if (at >= u.unit.last || u[at].lower != cue.rest[k]) return false;
    }
    return true;
}

bool is_cue(const UnitView& u, Index i) {
    const auto* forms = u.words.lexicons->cues(u[i].lower);
    return forms != nullptr && std::any_of(forms->begin(), forms->end(), [&](const auto& form) {
               return rest_matches(u, u.words.lexicons->cue(form.cue), i);
           });
}

bool leaves_open(const Tag& tag) {
    const auto& lemma = tag.cue->lemma;
    return tag.group.negated && (lemma == "rule out" || lemma == "discard" || lemma == "exclude" || lemma == "deny");
}

bool refusal(const UnitView& u, Index i) {
    static constexpr std::array<std::string_view, 5> wills{"did", "do", "does", "would", "could"};
    static constexpr std::array<std::string_view, 2> refusing{"declined", "refused"};
    while (i < u.unit.last && adverbial(u, i) && !u[i].is(negation)) ++i;
    if (i + 2 >= u.unit.last || u[i].quoted != none) return false;
    if (among(refusing, u[i].lower)) return u[i + 1].is("to") && among(speech_verbs, u[i + 2].lower);
    return among(wills, u[i].lower) && u[i + 1].is(negation) && among(withholding_verbs, u[i + 2].lower);
}

bool own_cue(const UnitView& u, Index i, const Tag& tag) {
    while (i < u.unit.last && adverbial(u, i)) ++i;
    if (i >= u.unit.last || u[i].name != none || u[i].quoted != none || u[i].noun != NounKind::none) return false;
    const auto* forms = u.words.lexicons->cues(u[i].lower);
    if (forms == nullptr || tag.group.be) return false;
    for (const auto& form : *forms) {
        const auto& cue = u.words.lexicons->cue(form.cue);
        if ((form.forms & tag.forms & (past_form | third_form | base_form | participle_form)) == 0 ||
            !rest_matches(u, cue, i))
            continue;
        const auto next = i + 1 + static_cast<Index>(cue.rest.size());
        if (next >= u.unit.last) continue;
        if (u[next].is("that") && (cue.frames & frame_that) != 0) return true;
        if (opens(u, next) && (cue.frames & frame_quote) != 0) return true;
        if ((cue.frames & frame_to) != 0 && u[next].is("to")) return true;
        if ((cue.frames & (frame_np | frame_clause)) != 0 && begins_phrase(u, next)) return true;
    }
    return false;
}

bool other_tag(const UnitView& u, Index i) {
    const auto phrase = noun_phrase(u.words, i, std::min(u.unit.last, i + 14), false);
    if (!phrase || !is_speaker(u.words, *phrase, false)) return false;
    auto k = phrase->last;
    while (k < u.unit.last && (adverbial(u, k) || u[k].is("has") || u[k].is("have") || u[k].is("had"))) ++k;
    if (k >= u.unit.last || u[k].name != none) return false;
    const auto* forms = u.words.lexicons->cues(u[k].lower);
    return forms != nullptr && std::any_of(forms->begin(), forms->end(), [&](const auto& form) {
               const auto& cue = u.words.lexicons->cue(form.cue);
               return (form.forms & (past_form | third_form | base_form | participle_form)) != 0 &&
                      (cue.frames & frame_tag) != 0 && rest_matches(u, cue, k);
           });
}

bool reporting_ing(const UnitView& u, Index i) {
    while (i < u.unit.last && adverbial(u, i)) ++i;
    if (i >= u.unit.last || u[i].name != none) return false;
    const auto* forms = u.words.lexicons->cues(u[i].lower);
    return forms != nullptr && std::any_of(forms->begin(), forms->end(), [&](const auto& form) {
               const auto& cue = u.words.lexicons->cue(form.cue);
               if ((form.forms & ing_form) == 0 || !rest_matches(u, cue, i)) return false;
               const auto next = i + 1 + static_cast<Index>(cue.rest.size());
               return next < u.unit.last && (u[next].is("that") || opens(u, next) || u[next].form == ":" ||
                                             !cue.rest.empty() || (cue.frames & (frame_np | frame_clause)) != 0);
           });
}

}  // namespace sayso
