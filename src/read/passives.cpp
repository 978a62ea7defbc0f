#include "read/passives.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "read/quoted_parts.h"
#include "read/tree_cues.h"
#include "read/tree_phrases.h"

namespace sayso {
namespace {

bool addresses(std::string_view lemma) {
    static constexpr std::array<std::string_view, 15> addressing{"tell",   "ask",   "warn",   "order",     "instruct",
                                                                 "advise", "urge",  "inform", "remind",    "assure",
                                                                 "notify", "alert", "beg",    "encourage", "command"};
    return among(addressing, lemma);
}

bool hears(const TreeView& tree, Index verb, const Phrase& source) {
    static constexpr std::array<std::string_view, 8> hearing{"court", "inquest", "inquiry", "tribunal",
                                                             "jury",  "hearing", "trial",   "commission"};
    return tree.lemma(verb) == "hear" && among(hearing, tree.words()[source.head].lower);
}

/// The subject of a passive, or `none`.
Index passive_subject(const TreeView& tree, Index verb) {
    if (is_perfect(tree, verb)) return none;
    for (const auto child : tree.children(verb)) {
        if (tree.relation(child) == "nsubj:pass" || tree.relation(child) == "csubj:pass") return child;
    }
    // The tree may have the auxiliary right and the subject not.
    const auto& children = tree.children(verb);
    const bool by_auxiliary =
        std::any_of(children.begin(), children.end(), [&](Index child) { return tree.relation(child) == "aux:pass"; });
    return by_auxiliary && addresses(tree.lemma(verb)) ? tree.child(verb, "nsubj") : none;
}

bool quoted_as_saying(const TextWords& words, WordSpan cue) {
    for (auto i = cue.first; i < cue.last; ++i) {
        if (words[i].is("as")) return true;
    }
    return false;
}

void add_subject_to_content(const TextWords& words, Attribution& one, const Phrase& subject) {
    auto& content = one.statement.content;
    const auto span = words.span(subject.first, subject.last);
    if (std::any_of(content.begin(), content.end(), [&](Span piece) { return piece.overlaps(span); })) return;
    content.insert(content.begin(), span);
    one.first = std::min(one.first, subject.first);
    judge_quotation(words, one);
}

/// "was told by two officials"
std::optional<Phrase> agent_of(const TreeView& tree, Index verb) {
    const auto& words = tree.words();
    for (const auto child : tree.children(verb)) {
        const auto preposition = tree.child(child, "case");
        if (!tree.is(child, "obl") || preposition == none || !words[preposition].is("by")) continue;
        const auto span = without_edges(words, {preposition + 1, tree.subtree(child).last});
        if (!span.empty() && span.size() < 20) return phrase_of(tree, span);
    }
    return std::nullopt;
}

/// "The director had been warned of the attack": of two pieces, the subject is who was told.
void take_subject_as_addressee(const TreeView& tree, Index verb, Attribution& one) {
    const auto& words = tree.words();
    const auto subject = passive_subject(tree, verb);
    auto& content = one.statement.content;
    if (subject == none || one.addressee || content.size() < 2) return;
    const auto piece = words_covered(words, content.front());
    if (!piece.contains(subject) || tree.head_of(piece) != subject || piece.last > verb) return;
    one.addressee = phrase_of(tree, piece);
    content.erase(content.begin());
    judge_quotation(words, one);
}

/// "was told by": the preposition belongs to the cue.
void take_up_by(const TextWords& words, Attribution& one) {
    auto& cue = one.statement.cue->span;
    const auto next = words_covered(words, cue).last;
    if (next < words.size() && words[next].is("by") && one.source && one.source->first == next + 1)
        cue.end = words[next].span.end;
}

/// "It was claimed that": what "it" stands for is told.
void leave_out_it(const TextWords& words, Attribution& one) {
    auto& content = one.statement.content;
    if (content.size() > 1) std::erase_if(content, [&](Span piece) { return lower(words.text(piece)) == "it"; });
}

/// "was quoted by the agency as saying that": his words, which the agency passed on.
bool settle_quoting_medium(const TreeView& tree, Attribution& one, Index verb) {
    const auto& words = tree.words();
    const auto lemma = tree.lemma(verb);
    if (lemma != "quote" && lemma != "cite" && lemma != "report") return false;
    const auto subject = passive_subject(tree, verb);
    if (subject == none || verb + 1 >= words.size() || !words[verb + 1].is("by")) return false;
    const auto end = std::min(words.unit(verb).last, verb + 14);
    auto as = verb + 2;
    while (as < end && !words[as].is("as")) ++as;
    if (as + 2 >= end || as < verb + 3 || !words[as + 1].is("saying")) return false;
    auto last = words.word_at(one.statement.content.back().end - 1) + 1;
    if (last <= as + 2) return false;
    const auto source = without_edges(words, tree.subtree(subject));
    one.source = phrase_of(tree, source);
    one.addressee.reset();
    one.via = {phrase_of(tree, {verb + 2, as})};
    const auto cue = words_covered(words, one.statement.cue->span);
    one.statement.cue = Cue{words.span(std::min(cue.first, verb), as + 2), "be quoted as saying"};
    one.statement.content = {words.span(as + 2, last)};
    judge_quotation(words, one);
    return true;
}

/// "have been praised by the opposition"
void take_agent(const TreeView& tree, Index verb, Attribution& one) {
    const auto agent = agent_of(tree, verb);
    if (!agent) return;
    const auto span = tree.words().span(agent->first, agent->last);
    const auto& content = one.statement.content;
    if (std::any_of(content.begin(), content.end(), [&](Span piece) { return piece.overlaps(span); })) return;
    one.source = agent;
    one.last = std::max(one.last, agent->last);
}

/// "the clerks were asked whether": who is told or asked.
void take_asked(const TreeView& tree, Index verb, Attribution& one) {
    const auto subject = passive_subject(tree, verb);
    if (subject == none || one.addressee || !addresses(tree.lemma(verb)) || tree.words()[subject].is("it")) return;
    const auto phrase = phrase_of(tree, without_edges(tree.words(), tree.subtree(subject)));
    const auto span = tree.words().span(phrase.first, phrase.last);
    auto& content = one.statement.content;
    if (content.size() > 1) std::erase(content, span);
    if (std::none_of(content.begin(), content.end(), [&](Span piece) { return piece.overlaps(span); }))
        one.addressee = phrase;
}

/// "apologised to the families for the delay": what the preposition leads is told, or who is told it.
void settle_apology(const TreeView& tree, Attribution& one) {
    const auto& words = tree.words();
    const auto cue = words_covered(words, one.statement.cue->span);
    if (cue.size() < 2 || !words[cue.last - 2].lower.starts_with("apolog") || is_negated(tree, cue.last - 2)) return;
    auto& content = one.statement.content;
    auto piece = words_covered(words, content.front());
    if (words[cue.last - 1].is("for") && piece.first == cue.last) {
        --piece.first;
    } else if (words[cue.last - 1].is("to")) {
        auto for_at = piece.first;
        while (for_at < piece.last && !words[for_at].is("for")) ++for_at;
        if (for_at >= piece.last) return;
        if (!one.addressee) one.addressee = phrase_of(tree, {cue.last, for_at});
        piece.first = for_at;
    } else {
        return;
    }
    content.front() = words.span(piece.first, piece.last);
    one.statement.cue->span = words.span(cue.first, cue.last - 1);
    one.statement.cue->lemma = tree.lemma(cue.last - 2);
}

/// "who is considered | a fugitive by the envoys": the envoys consider him one.
void part_agent_from_content(const TreeView& tree, Index verb, Attribution& one) {
    const auto& words = tree.words();
    const auto agent = tree.child(verb, "obl:agent");
    if (agent == none || is_perfect(tree, verb) || !one.source || one.source->first >= verb) return;
    const auto phrase = agent_of(tree, verb);
    const auto by = phrase ? phrase->first - 1 : none;
    auto& piece = one.statement.content.back();
    const auto span = words_covered(words, piece);
    if (by == none || !span.contains(by) || phrase->last != span.last || span.first == by) return;
    const auto subject = *std::exchange(one.source, phrase);
    piece = words.span(span.first, by);
    const auto& head = words[subject.head];
    if (!head.is(relative) && !head.is("which")) add_subject_to_content(words, one, subject);
}

void settle(const TreeView& tree, Attribution& one) {
    const auto& words = tree.words();
    const auto cue = words_covered(words, one.statement.cue->span);
    const auto verb = tree.head_of(cue);
    if (tree.upos(verb) != "VERB" || settle_quoting_medium(tree, one, verb)) return;
    part_agent_from_content(tree, verb, one);
    // "it was hoped that": by nobody named, whatever the tree makes of "it"
    if (one.source && words[one.source->head].is("it") && tree.child(verb, "aux:pass") != none) one.source.reset();
    if (passive_subject(tree, verb) != none) leave_out_it(words, one);
    if (!one.source) {
        take_asked(tree, verb, one);
        if (passive_subject(tree, verb) != none) take_agent(tree, verb, one);
        if (addresses(tree.lemma(verb))) take_subject_as_addressee(tree, verb, one);
        take_up_by(words, one);
        return;
    }
    if (hears(tree, verb, *one.source)) {
        one.addressee = std::exchange(one.source, std::nullopt);
        return;
    }
    // "are facing charges of murder": whoever faces them is no source.
    if (passive_subject(tree, verb) != none) take_up_by(words, one);
    const bool faces = tree.lemma(verb) == "face" && one.statement.act != Act::state;
    const auto subject = faces ? tree.child(verb, "nsubj") : passive_subject(tree, verb);
    if (subject == none || subject < one.source->first || subject >= one.source->last || quoted_as_saying(words, cue))
        return;
    const auto phrase = *std::exchange(one.source, std::nullopt);
    if (addresses(tree.lemma(verb))) {
        if (!one.addressee) one.addressee = phrase;
        one.source = agent_of(tree, verb);
        take_up_by(words, one);
    } else if (!words[phrase.head].is("it")) {
        add_subject_to_content(words, one, phrase);
    }
}

}  // namespace

void settle_passives(const TreeView& tree, std::vector<Attribution>& all) {
    for (auto& one : all) {
        if (!one.statement.cue) continue;
        settle(tree, one);
        settle_apology(tree, one);
    }
}

}  // namespace sayso
