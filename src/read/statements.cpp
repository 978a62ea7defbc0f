#include "read/statements.h"

#include <algorithm>
#include <set>

#include "read/according.h"
#include "read/acts.h"
#include "read/blames.h"
#include "read/borders.h"
#include "read/chains.h"
#include "read/cue_frames.h"
#include "read/direct_speech.h"
#include "read/fixed_patterns.h"
#include "read/floating_quotations.h"
#include "read/headlines.h"
#include "read/kept_statements.h"
#include "read/learned_attributions.h"
#include "read/merging.h"
#include "read/other_senses.h"
#include "read/passives.h"
#include "read/saying.h"
#include "read/sources.h"
#include "read/statement_doubts.h"
#include "read/tagged_clauses.h"
#include "read/transcripts.h"
#include "read/tree_attributions.h"
#include "read/tree_cues.h"
#include "read/tree_phrases.h"
#include "read/viewpoints.h"

namespace sayso {
namespace {

/// "Toll confirmed the breach and said": whose statement ends here goes on.
std::optional<Phrase> source_of_clause_before(const UnitView& u, KeptStatements& kept, Index conjunction_at) {
    const auto end = u[conjunction_at - 1].comma() ? conjunction_at - 1 : conjunction_at;
    for (auto one = kept.all.rbegin(); one != kept.all.rend() && one->first >= u.unit.first; ++one) {
        if (one->source && (one->last == end || one->last == conjunction_at)) return one->source;
    }
    // "He repeated that on Friday and said": the first verb tells nothing, its subject goes on.
    for (auto verb_at = end - 1; verb_at > u.unit.first && verb_at > end - 7 && !u[verb_at].punctuation; --verb_at) {
        if (!is_reporting_verb(u.words, verb_at)) continue;
        const auto subject = source_before(u.words, group_before(u, verb_at).first, u.unit.first, false);
        if (subject && subject->first == u.unit.first) return subject;
        break;
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

/// "Inspector warned of leak": in a headline the participle without its auxiliary looks like the past tense, so
/// that only a clause with "that" or an object shows who warned.
bool may_be_passive_headline(const UnitView& u, const Tag& tag) {
    const auto verb_lemma = std::string_view(tag.cue->lemma).substr(0, tag.cue->lemma.find(' '));
    if (!is_title(u) || !among(addressing_verbs, verb_lemma) || tag.group.first != tag.verb) return false;
    if ((tag.forms & past_form) == 0 || (tag.forms & participle_form) == 0) return false;
    if (!tag.cue->rest.empty()) return true;
    const auto next = tag.cue_last;
    return next >= u.unit.last || !(u[next].is("that") || begins_phrase(u, next) || u[next].is(object_pronoun));
}

/// "did not say who": what is not told is what follows.
bool withholds(const UnitView& u, const Tag& tag) {
    const auto& group = tag.group;
    return group.negated && !group.be && !group.have && (group.do_ || group.modal) && (tag.forms & base_form) != 0 &&
           among(withholding_verbs, tag.cue->lemma) && tag.cue_last < u.unit.last &&
           among(wh_words, u[tag.cue_last].lower);
}

/// "discard", "exclude": cues only of what somebody does not discard.
bool tells_of_possibility(const Tag& tag) {
    return tag.cue->lemma == "discard" || tag.cue->lemma == "exclude";
}

/// "tried to link the blast to the union" accuses, "tried to link the road to the port" does not.
bool links_no_deed(const UnitView& u, const Tag& tag) {
    const auto& lemma = tag.cue->lemma;
    if (lemma != "link" && !lemma.ends_with(" to link") && !lemma.ends_with(" to tie")) return false;
    const auto object = noun_phrase(u.words, tag.cue_last, u.unit.last, false);
    return !object || !is_deed(u[object->head].lower);
}

bool possibility_at(const UnitView& u, Index i) {
    static constexpr std::array<std::string_view, 7> possibilities{"possibility", "possibilities", "chance",    "idea",
                                                                   "prospect",    "option",        "likelihood"};
    while (i < u.unit.last && u[i].is(determiner | possessive)) ++i;
    return i < u.unit.last && among(possibilities, u[i].lower);
}

bool read_known_tag(const UnitView& u, KeptStatements& kept, Tag& tag, CueWord& withheld) {
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

    // "shelve its plan to": a noun
    if (bare && before >= u.unit.first && u[before].is(possessive) && !u[before].is("her")) return false;
    if (tag.group.first == tag.verb && (tag.forms & ing_form) != 0 && (tag.forms & past_form) == 0)
        return participial(u, kept, tag);
    withheld = *tag.cue;
    if (withholds(u, tag)) {
        withheld.act = Act::decline;
        withheld.frames = frame_wh;
        tag.cue = &withheld;
        tag.group.do_ = true;
    } else {
        if (tag.group.negated && !leaves_open(tag)) return false;
        if (tells_of_possibility(tag) && !(tag.group.negated && possibility_at(u, tag.cue_last))) return false;
        if (links_no_deed(u, tag)) return false;
        if (!asserted(tag.group, tag.forms) || may_be_passive_headline(u, tag)) return false;
    }

    if (before >= u.unit.first && !behind_quote) {
        tag.source = u[before].is(relative) || u[before].is("which")
                         ? relative_source(u, before)
                         : source_before(u.words, tag.group.first, u.unit.first, by_speakers);
        if (!tag.source && (u[before].is("and") || u[before].is("but"))) {
            tag.source = source_of_clause_before(u, kept, before);
            tag.shared = tag.source.has_value();
        }
        if (tag.source && conditional(u, tag.source->first)) return false;
        // "what it means to be free": nobody's aim
        if (tag.source && act == Act::intend && tag.cue->lemma == "mean" && u[tag.source->head].is("it")) return false;
        // "those who want to work": a kind of people, not what somebody makes known
        if (tag.source && act == Act::intend && u[tag.source->head].is(relative)) return false;
        if (tag.source && !agrees(u, *tag.source, tag.group, tag.forms)) tag.source.reset();
        if (tag.source && quotation_ends_before(u, tag.first())) return backward(u, kept, tag) || forward(u, kept, tag);
        // What stands before a relative is what it stands for, not what is said.
        if (tag.source && (u[tag.source->head].is(relative) || u[tag.source->head].is("which")))
            return forward(u, kept, tag);
        if (tag.source) return forward(u, kept, tag) || backward(u, kept, tag);
    }
    if ((behind_quote || behind_comma) && (tag.forms & (past_form | third_form)) != 0 &&
        (tag.cue->frames & (frame_tag | frame_quote)) != 0) {
        if (behind_comma && !strong) return false;
        tag.source = source_after(u.words, tag.cue_last, u.unit.last, behind_quote);
        if (!tag.source || u[tag.source->head].is(object_pronoun)) return false;
        // "…, at 53 percent, said they had gone": the pronoun begins what is told.
        const auto next = tag.source->last;
        if (u[tag.source->head].is(pronoun) && next < u.unit.last &&
            (opens(u, next) || u[next].is(verb | be | auxiliary | modal)))
            return false;
        tag.inverted = true;
        tag.after = circumstances(u, tag.source->last, tag);
        return backward(u, kept, tag);
    }
    return false;
}

bool read_tag(const UnitView& u, KeptStatements& kept, Tag& tag) {
    const auto* known = tag.cue;
    CueWord withheld;  // what the cue becomes by "did not"
    const bool read = read_known_tag(u, kept, tag, withheld);
    tag.cue = known;
    return read;
}

/// The last word of the cue that begins at word `i` and is read there; `i` if there is none.
Index cue_at(const UnitView& u, KeptStatements& kept, Index i) {
    const auto& word = u[i];
    if (word.name != none) return i;
    // "United States": within a sentence a verb has no capital.
    const bool headline = u.words.document->zones[u.unit.zone].kind == ZoneKind::headline;
    if (word.capital && i > u.unit.first && !headline) return i;
    const auto* forms = u.words.lexicons->cues(word.lower);
    if (forms == nullptr) return i;
    for (const auto& form : *forms) {
        const auto& cue = u.words.lexicons->cue(form.cue);
        if (!rest_matches(u, cue, i)) continue;
        Tag tag;
        tag.cue = &cue;
        tag.forms = form.forms;
        tag.verb = i;
        tag.cue_last = tag.after = i + 1 + static_cast<Index>(cue.rest.size());
        if (read_tag(u, kept, tag)) return i + static_cast<Index>(cue.rest.size());
    }
    return i;
}

/// “The town has denied the charge.”: where nobody is given for a quotation, what it says of others' words is all there
/// is to read.
void inside_quotation_of_nobody(const UnitView& u, KeptStatements& kept) {
    if (kept.all.empty() || !opens(u, u.unit.first)) return;
    const auto outer = static_cast<Index>(kept.all.size()) - 1;
    const auto& one = kept.all.back();
    if (one.source || one.statement.cue || one.first != u.unit.first || kept.owner(u[one.first].quoted) != outer)
        return;
    const auto first = one.first, last = one.last;
    UnitView inside{u.words, u.unit};
    inside.unit.first = first + 1;
    inside.unit.last = closes(u, last - 1) ? last - 1 : last;
    for (auto i = inside.unit.first; i + 1 < inside.unit.last; ++i) {
        if (terminator(u, i)) return;
    }
    for (auto i = inside.unit.first; i < inside.unit.last; ++i) {
        if (!inside[i].punctuation) i = cue_at(inside, kept, i);
    }
    // Who "I" and "they" are nobody tells.
    kept.all.erase(
        std::remove_if(kept.all.begin() + outer + 1, kept.all.end(),
                       [&](const Attribution& inner) { return !inner.source || u[inner.source->head].is(pronoun); }),
        kept.all.end());
    kept.last_in_zone = outer;
    kept.claim(first, last, outer);
}

/// "Nobody told us", "no one had warned": no one's words.
bool is_nobody(const TextWords& words, const Phrase& source) {
    const auto& first = words[source.first];
    return first.is("nobody") ||
           (first.is("no") && source.first + 1 < source.last && words[source.first + 1].is("one"));
}

/// "The prosecutors filed a court | document": a clause, not somebody.
bool holds_own_verb(const TreeView& tree, const Phrase& source) {
    for (auto i = source.first; i < source.last; ++i) {
        const auto verb = tree.head(i);
        if (!tree.is(i, "nsubj") || verb < i || verb >= source.last) continue;
        const auto above = tree.head(verb);
        const bool main = above == none || above < source.first || above >= source.last;
        if (i == source.head || (main && tree.upos(verb) == "VERB")) return true;
    }
    return false;
}

/// "high | expectations", "an | claiming": a word that only describes the cue.
bool only_describes_cue(const TreeView& tree, const Attribution& one) {
    const auto& source = *one.source;
    return source.last - source.first == 1 && (tree.is(source.head, "amod") || tree.is(source.head, "det")) &&
           tree.head(source.head) == tree.head_of(words_covered(tree.words(), one.statement.cue->span));
}

/// "Orvik's appointments sparked | allegations": whose another noun is, is not whose the allegations are.
bool owns_another(const TreeView& tree, const Attribution& one) {
    const auto cue = tree.head_of(words_covered(tree.words(), one.statement.cue->span));
    const auto owner = tree.head_of({one.source->first, one.source->last});
    const auto owned = tree.head(owner);
    return tree.upos(cue) == "NOUN" && tree.is(owner, "nmod:poss") && owned != none && owned != cue &&
           tree.relation(owned) == "nsubj" && tree.head(owned) == tree.head(cue);
}

/// The verb of "Says Orvik: “…”", which stands before whoever says it, or `none`.
Index verb_before_source(const TextWords& words, const Attribution& one) {
    if (!one.source || !one.statement.cue || one.statement.cue->lemma != ":") return none;
    const auto first = words.unit(one.source->first).first;
    const bool within = first == one.source->first && one.source->head != first;
    if (!within && first + 1 != one.source->first) return none;
    return is_reporting_verb(words, first) && (words[first].lower.ends_with("s") || words[first].is("said")) ? first
                                                                                                             : none;
}

/// That verb is the cue, and what stands before it is not what it tells.
void take_verbs_before_sources(const TreeView& tree, std::vector<Attribution>& all) {
    const auto& words = tree.words();
    std::set<Span> verbs;
    std::vector<bool> taken;
    for (auto& one : all) {
        const auto verb = verb_before_source(words, one);
        taken.push_back(verb != none);
        if (verb == none) continue;
        one.statement.cue = Cue{words[verb].span, std::string(tree.lemma(verb))};
        one.source->first = verb + 1;
        verbs.insert(words[verb].span);
    }
    std::size_t at = 0;
    std::erase_if(all, [&](const Attribution& one) {
        return !taken[at++] && one.statement.cue && verbs.contains(one.statement.cue->span);
    });
}

/// "While the firm tells no details, | rumours | suggest": who does it by the tree is not who does what was told
/// before.
void give_to_own_subject(const TreeView& tree, Attribution& one) {
    if (!one.source || !one.statement.cue) return;
    const auto verb = tree.head_of(words_covered(tree.words(), one.statement.cue->span));
    const auto other = one.source->head;
    const auto subject = subject_before_verb(tree, verb);
    if (subject <= other || tree.relation(other) != "nsubj" || tree.upos(subject) != "NOUN") return;
    const auto does = tree.head(other);
    const bool clause_before = does != verb && tree.is(does, "advcl") && tree.head(does) == verb;
    // Two subjects of one verb: the first is that of the clause before.
    if (clause_before || (does == verb && tree.words()[tree.subtree(subject).first - 1].comma()))
        one.source = phrase_at(tree, subject);
}

/// "said the bridge was safe, but engineers said it was cracked": behind the comma it is the next one's turn, unless
/// "that" goes on.
void stop_at_next_speaker(const TreeView& tree, std::vector<Attribution>& all) {
    const auto& words = tree.words();
    const auto head_of_cue = [&](const Attribution& one) {
        return tree.head_of(words_covered(words, one.statement.cue->span));
    };
    for (auto& one : all) {
        if (!one.statement.cue || one.statement.content.size() != 1 || one.statement.quotation != Quotation::indirect)
            continue;
        auto& content = one.statement.content.front();
        const auto span = words_covered(words, content);
        if (span.empty() || span.first < words_covered(words, one.statement.cue->span).last) continue;
        // ", but there is speculation that": told by nobody
        for (auto at = span.first + 4; at + 1 < span.last; ++at) {
            const bool there = words[at].is("there") && (words[at + 1].is("is") || words[at + 1].is("are"));
            if (!there || !words[at - 1].is("but") || !words[at - 2].comma() || words[at].quoted != none) continue;
            content.end = words[at - 3].span.end;
            break;
        }
        for (const auto& other : all) {
            if (&other == &one || !other.source || !other.statement.cue) continue;
            const auto at = other.source->first;
            if (at < span.first + 3 || at >= span.last ||
                other.source->head > words.word_at(other.statement.cue->span.begin))
                continue;
            const bool joint = words[at - 1].is("but") || words[at - 1].is("while") || words[at - 1].is("whereas");
            const bool plain = !words[other.source->head].is(pronoun) && words[at].quoted == none;
            // "They said that it was old, but they assured that it was safe": the tree joins what the writer tells.
            const auto verb = head_of_cue(other);
            const bool told_by_writer = tree.is(verb, "conj") && tree.head(verb) == head_of_cue(one);
            if (joint && (plain || told_by_writer) && words[at - 2].comma()) content.end = words[at - 3].span.end;
        }
    }
}

/// "The ministry said he": somebody else.
bool may_be_oneself(const TextWords& words, const Attribution& outer, const Phrase& pronoun) {
    if (!words[pronoun.head].is("he") && !words[pronoun.head].is("she")) return true;
    if (!outer.source) return false;
    const auto& head = words[outer.source->head];
    if (head.name != none) return is_person_name(words, outer.source->head);
    return head.noun != NounKind::institution && head.noun != NounKind::medium;
}

/// "said he was sorry that it happened": one apology, not another within it.
void join_apologies(const TextWords& words, std::vector<Attribution>& all) {
    const auto repeats = [&](const Attribution& inner) {
        if (inner.statement.act != Act::apologise || !inner.statement.cue || !inner.source) return false;
        if (!words[inner.source->head].is(pronoun) || inner.source->last - inner.source->first > 1) return false;
        const auto outer = std::find_if(all.begin(), all.end(), [&](const Attribution& one) {
            const auto& statement = one.statement;
            const bool plain = statement.act == Act::state || statement.act == Act::apologise;
            return &one != &inner && statement.cue && plain && may_be_oneself(words, one, *inner.source) &&
                   std::any_of(statement.content.begin(), statement.content.end(),
                               [&](Span piece) { return piece.contains(inner.statement.cue->span); });
        });
        if (outer == all.end()) return false;
        outer->statement.act = Act::apologise;
        return true;
    };
    std::vector<bool> drop;
    for (const auto& one : all) drop.push_back(repeats(one));
    std::size_t at = 0;
    std::erase_if(all, [&](const Attribution&) { return drop[at++]; });
}

/// "the town maintains a lead": the tree tells that what looked like a clause is an object, which this cue has not.
bool has_other_object(const TreeView& tree, const Attribution& one) {
    const auto& words = tree.words();
    if (!one.statement.cue || one.statement.content.size() != 1) return false;
    const auto cue = words_covered(words, one.statement.cue->span);
    const auto content = words_covered(words, one.statement.content.front());
    const auto verb = tree.head_of(cue);
    const auto* known = known_cue(tree, cue);
    const auto object = tree.head_of(content);
    // "said the same"
    if (known == nullptr || known->lemma == "say" || tree.upos(verb) != "VERB" || tree.head(object) != verb ||
        !tree.is(object, "obj"))
        return false;
    return !fits_frames(tree, cue, known, {content}, one.source);
}

/// "Autopsy | reports | showed a fracture": for the tree the cue is a noun, and who shows it.
bool is_subject_of_content(const TreeView& tree, const Attribution& one) {
    if (!one.statement.cue || one.statement.content.empty()) return false;
    const auto cue = words_covered(tree.words(), one.statement.cue->span);
    const auto verb = tree.head(cue.first);
    return cue.size() == 1 && tree.upos(cue.first) == "NOUN" && tree.is(cue.first, "nsubj") && verb == cue.last &&
           one.statement.content.front().contains(tree.words()[verb].span);
}

/// What the rules alone find.
std::vector<Attribution> attributions_by_rules(const TextWords& words) {
    KeptStatements kept(words);
    for (const auto& unit : words.units) {
        const UnitView u{words, unit};
        const auto kind = words.document->zones[u.unit.zone].kind;
        if (kind == ZoneKind::byline || kind == ZoneKind::dateline) continue;
        if (is_short_title(u)) headline_colon(u, kept);
        for (auto i = u.unit.first; i < u.unit.last; ++i) {
            if (u[i].quoted != none || u[i].punctuation) continue;
            if (according_to(u, kept, i) || passive(u, kept, i) || evidential(u, kept, i) || noun_cue(u, kept, i) ||
                claim_of_responsibility(u, kept, i))
                continue;
            i = cue_at(u, kept, i);
        }
        lone_quotation(u, kept);
        told_how_it_came(u, kept);
        inside_quotation_of_nobody(u, kept);
    }
    return kept.finished();
}

}  // namespace

std::vector<Attribution> find_attributions(const TreeView& tree) {
    const auto& words = tree.words();
    auto by_rules = attributions_by_rules(words);
    std::erase_if(by_rules, [&](const Attribution& one) {
        return has_other_object(tree, one) || is_subject_of_content(tree, one);
    });
    auto turns = transcript_turns(words);
    by_rules.insert(by_rules.end(), turns.begin(), turns.end());
    const StatementDoubts doubts(tree, by_rules);
    auto all = merged(words, learned_attributions(tree), std::move(by_rules), attributions_in_trees(tree));
    // Of "in Marek's view" and "as he put it" the analysis knows less than the tree tells.
    for (auto& view : viewpoints(tree)) {
        const auto same = [&](const Attribution& one) {
            return one.statement.cue && one.statement.cue->span.overlaps(view.statement.cue->span);
        };
        const bool quoted = std::any_of(all.begin(), all.end(), [&](const Attribution& one) {
            return same(one) && one.statement.quotation != Quotation::indirect;
        });
        if (quoted) continue;
        std::erase_if(all, same);
        all.push_back(std::move(view));
    }
    // "workers filed out to commence a | protest": what the rules took for a verb's subject.
    std::erase_if(all, [&](const Attribution& one) {
        return one.source && one.statement.cue && !is_layout(*one.statement.cue) &&
               (!is_phrase(tree, {one.source->first, one.source->core_last}) || holds_own_verb(tree, *one.source) ||
                tree.is(one.source->first, "mark") || is_nobody(words, *one.source) || only_describes_cue(tree, one));
    });
    for (auto& one : all) {
        if (one.source && one.statement.cue && !is_layout(*one.statement.cue) && owns_another(tree, one))
            one.source.reset();
    }
    take_verbs_before_sources(tree, all);
    drop_told_twice(words, all);
    for (auto& one : all) give_to_own_subject(tree, one);
    std::erase_if(all, [&](const Attribution& one) { return says_nothing(tree, one); });
    for (auto& one : headline_quotations(words, all)) all.push_back(std::move(one));
    give_to_actors(tree, all);
    give_to_speakers_before(tree, all);
    settle_according(tree, all);
    settle_passives(tree, all);
    settle_borders(tree, all);
    stop_at_next_speaker(tree, all);
    part_shared_contents(words, all);
    // A turn goes on as far as its paragraph does, wherever the analysis ends it.
    for (auto& turn : turns) {
        std::erase_if(all, [&](const Attribution& one) {
            return one.statement.cue && one.statement.cue->span == turn.statement.cue->span;
        });
        all.push_back(std::move(turn));
    }
    if (!turns.empty()) std::stable_sort(all.begin(), all.end(), stands_before);
    join_chains(tree, all);
    // What holds its own cue was bounded wrongly.
    std::erase_if(all, [](const Attribution& one) {
        const auto& content = one.statement.content;
        return one.statement.cue && std::any_of(content.begin(), content.end(),
                                                [&](Span piece) { return piece.contains(one.statement.cue->span); });
    });
    for (auto& one : all) {
        settle_act(tree, one);
        one.statement.channel = channel_of(tree, one);
        one.blamed = blamed_in(tree, one);
    }
    join_apologies(words, all);
    std::erase_if(all, [&](const Attribution& one) { return doubts.is_doubtful(one); });
    return all;
}

}  // namespace sayso
