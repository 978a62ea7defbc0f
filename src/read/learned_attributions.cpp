#include "read/learned_attributions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "read/cue_frames.h"
#include "read/cues.h"
#include "read/missing_parts.h"
#include "read/sources.h"
#include "read/tree_cues.h"
#include "read/tree_phrases.h"
#include "read/whole_clauses.h"
#include "read/words.h"

namespace sayso {
namespace {

// ---- Words and spans ------------------------------------------------------------------------------

std::optional<WordSpan> words_in(const TextWords& words, Span span) {
    const WordSpan found{words.word_at(span.begin), words.word_at(span.end - 1) + 1};
    // Words of teasers are not there.
    if (found.empty() || found.last > words.size() || !span.contains(words.span(found.first, found.last)))
        return std::nullopt;
    return found;
}

/// Without the closing mark, and the stop before it, of a quotation that began before the span.
WordSpan without_loose_mark(const TextWords& words, WordSpan span) {
    if (span.size() < 2 || !closes(unit_at(words, span.last - 1), span.last - 1)) return span;
    const auto q = words[span.last - 1].quoted;
    if (words[span.first].quoted != q || opens(unit_at(words, span.first), span.first)) return span;
    while (span.size() > 1 && words[span.last - 1].punctuation) --span.last;
    return span;
}

/// With the marks of a quotation that it holds all other words of.
WordSpan with_marks(const TextWords& words, WordSpan span) {
    if (span.first > 0 && opens(unit_at(words, span.first - 1), span.first - 1) &&
        words[span.first].quoted == words[span.first - 1].quoted)
        --span.first;
    auto last = span.last;
    while (last < words.size() && last < span.last + 2 && words[last].punctuation && !words[last].mark) ++last;
    if (last < words.size() && closes(unit_at(words, last), last) && words[last - 1].quoted == words[last].quoted) {
        const auto q = words[last].quoted;
        const bool from_its_begin = words[span.first].quoted != q || opens(unit_at(words, span.first), span.first);
        if (words[span.last - 1].quoted == q && from_its_begin) span.last = last + 1;
    }
    return span;
}

// ---- Sources --------------------------------------------------------------------------------------

/// "reported from all over the country", "alerted by the fact that": where or by what, not by whom.
bool speaks(const TreeView& tree, WordSpan span, Index cue_head) {
    static constexpr std::array<std::string_view, 7> things{"fact",     "prospect", "possibility", "way",
                                                            "presence", "absence",  "sight"};
    const auto head = tree.head_of(span);
    if (among(things, tree.lemma(head))) return false;
    // "asking the court to bar it": who is asked does not ask.
    const bool object = tree.head(head) == cue_head && (tree.is(head, "obj") || tree.is(head, "iobj"));
    if (object && tree.upos(cue_head) == "VERB" && among(addressing_verbs, tree.lemma(cue_head))) return false;
    if (tree.upos(cue_head) != "VERB" || tree.head(head) != cue_head || !tree.is(head, "obl")) return true;
    const auto preposition = tree.child(head, "case");
    if (preposition == none) return true;
    const auto& word = tree.words()[preposition];
    return word.is("by") || word.is("to") || word.is("of") || word.is("for") || word.is("among");
}

/// The sources that the analysis gives, joined where only "and" parts them, else the nearest to the cue.
std::optional<WordSpan> source_among(const TreeView& tree, const std::vector<Span>& sources, WordSpan cue) {
    const auto& words = tree.words();
    std::optional<WordSpan> best;
    for (const auto source : sources) {
        auto span = words_in(words, source);
        if (!span) continue;
        *span = completed(tree, without_edges(words, *span), cue);
        // "this comes | as residents …": who they are begins behind it.
        while (span->size() > 1 && words[span->first].quoted == none &&
               (tree.upos(span->first) == "SCONJ" || words[span->first].is("as")))
            ++span->first;
        if (span->empty() || !is_phrase(tree, *span) || !speaks(tree, *span, tree.head_of(cue))) continue;
        // "he said, referring to the war. | The envoy": who does it stands in its sentence.
        const auto verb = tree.head_of(cue);
        const bool does = tree.upos(verb) == "VERB" && words[cue.last - 1].form != ":";
        if (does && span->first >= words.unit(verb).last) continue;
        // Whose word it is according to stands behind it.
        if (words[cue.first].is("according") && (span->first < cue.last || span->first > cue.last + 2)) continue;
        if (best && span->first >= best->last && span->first - best->last <= 2 && words[best->last].is(conjunction)) {
            best->last = span->last;
            continue;
        }
        const auto distance = [&](WordSpan one) {
            return std::min(std::abs(one.first - cue.first), std::abs(one.last - cue.first));
        };
        // "The mayor, asked by a student, said": the verb's own subject, not whoever is told nearest.
        const auto subject = subject_before_verb(tree, verb);
        const bool own = does && subject != none;
        if (own && best && best->contains(subject)) continue;
        if (!best || (own && span->contains(subject)) || distance(*span) < distance(*best)) best = span;
    }
    return best;
}

/// "despite early | results | indicating", "the troops, which the militia attacked, | documented": who does it by the
/// tree, where the analysis has a word before it or of a clause about it.
WordSpan doer_by_tree(const TreeView& tree, WordSpan source, WordSpan cue) {
    const auto& words = tree.words();
    const auto verb = tree.head_of(cue);
    const auto noun = cue.first - 1;
    const bool participle = tree.relation(verb) == "acl" && words[verb].lower.ends_with("ing") && noun >= 0 &&
                            tree.head(verb) == noun && tree.upos(noun) == "NOUN" && !tree.is(noun, "obj");
    if (participle && !source.contains(noun)) {
        auto first = tree.subtree(noun).first;
        while (first < noun && (words[first].punctuation || tree.upos(first) == "ADP" || tree.upos(first) == "SCONJ" ||
                                tree.upos(first) == "CCONJ"))
            ++first;
        return {first, cue.first};
    }
    const auto subject = tree.child(verb, "nsubj");
    if (subject == none || subject > verb) return source;
    const auto whole = tree.subtree(subject);
    if (source.contains(subject)) {
        // "an issue | Orvik has pledged to settle"
        if (tree.relation(verb) == "acl:relcl" && source.first < whole.first &&
            !source.contains(tree.head(whole.first)))
            source.first = whole.first;
        // "Lawyer | and expert Jen Orvik told"
        if (source.last < cue.first && words[source.last].is("and") && whole.last <= cue.first &&
            whole.last > source.last && tree.is(tree.head(source.last), "conj") &&
            tree.head(tree.head(source.last)) == subject)
            source.last = without_edges(words, whole).last;
        return source;
    }
    for (const auto child : tree.children(subject)) {
        if (child < verb && tree.relation(child) == "acl:relcl" && tree.subtree(child).contains(source))
            return without_edges(words, {whole.first, std::min(whole.last, cue.first)});
    }
    return source;
}

/// Without "also" or "that" before and ", today" or "(" behind.
WordSpan without_loose_words(const TreeView& tree, WordSpan span) {
    const auto& words = tree.words();
    while (span.size() > 1 &&
           (words[span.first].is("also") || words[span.first].is("but") || tree.is(span.first, "mark")))
        ++span.first;
    if (span.size() > 2 && words[span.last - 1].is(time_word) && words[span.last - 2].comma()) span.last -= 2;
    while (span.size() > 1 && words[span.last - 1].form == "(") --span.last;
    // "Norland's Orvik | last month"
    const bool when = span.size() > 2 && words[span.last - 1].is(time_word) &&
                      (words[span.last - 2].is("last") || words[span.last - 2].is("this"));
    if (when && words[span.last - 3].name != none) span.last -= 2;
    return span;
}

/// "Lisk's chief | worry": the possessor, without what belongs to the noun.
WordSpan possessor_alone(const TreeView& tree, WordSpan source, Index noun) {
    const auto owner = tree.upos(noun) == "NOUN" ? tree.child(noun, "nmod:poss") : none;
    if (owner == none || !source.contains(owner) || tree.head(source.last - 1) != noun) return source;
    return without_possessive(tree.words(), {source.first, tree.subtree(owner).last});
}

// ---- Contents -------------------------------------------------------------------------------------

/// What the tree makes the cue's clause or object.
std::vector<WordSpan> content_in_tree(const TreeView& tree, WordSpan cue, Index head) {
    for (const auto relation : {"ccomp", "xcomp", "acl", "parataxis"}) {
        const auto child = tree.child(head, relation);
        if (child == none || cue.contains(child)) continue;
        if (relation == std::string_view("acl") && tree.upos(head) == "VERB") continue;
        const auto span = without_edges(tree.words(), tree.subtree(child));
        if (!span.empty() && !span.overlaps(cue)) return {span};
    }
    return {};
}

/// “…,” he warns. “…”: what stands before a tag that ends its sentence; the tree makes the tag an aside of it, or it
/// the tag's clause.
WordSpan content_before_tag(const TreeView& tree, WordSpan cue, Index head) {
    const auto& words = tree.words();
    const auto& unit = words.unit(cue.first);
    const auto said = tree.head(head);
    if (said != none && said < head && tree.is(head, "parataxis")) {
        const auto first = std::max(unit.first, tree.subtree(said).first);
        return without_edges(words, {first, std::min(cue.first, tree.subtree(head).first)});
    }
    const auto in_tree = content_in_tree(tree, cue, head);
    if (!in_tree.empty()) return in_tree.front();
    const auto first = words[cue.first].is("according") ? unit.first : cue.first;
    return without_edges(words, {first, cue.first});
}

/// “…” ― Lena Orvik: a signature belongs to the quotation that it stands behind.
bool is_signature(const TextWords& words, WordSpan cue) {
    const auto& form = words[cue.first].form;
    const bool dash = form == "—" || form == "–" || form == "―" || form == "-";
    return dash && cue.size() == 1 && cue.first > 0 && closes(unit_at(words, cue.first - 1), cue.first - 1);
}

/// What a cue tells stands in its own sentence if that holds more than the tag; the analysis may take what follows.
void look_before_tag(const TreeView& tree, WordSpan cue, Index head, std::vector<WordSpan>& contents) {
    const auto& words = tree.words();
    if (is_signature(words, cue)) {
        const auto u = unit_at(words, cue.first - 1);
        contents = {{quotation_first(u, cue.first - 1), cue.first}};
        return;
    }
    if (contents.empty() || contents.front().first < words.unit(cue.first).last) return;
    if (words[cue.last - 1].form == ":" || words[words.unit(cue.first).last - 1].form == ":") return;
    const auto before = content_before_tag(tree, cue, head);
    if (!before.empty() && before.last <= cue.first) contents = {before};
}

/// Without "and" at its end.
WordSpan without_joint(const TextWords& words, WordSpan span) {
    while (span.size() > 1 && words[span.last - 1].is(conjunction) && words[span.last - 1].quoted == none)
        span = without_edges(words, {span.first, span.last - 1});
    return span;
}

/// The word whose constituent begins at `next` and hangs on a word of the span, or `none`.
Index constituent_at(const TreeView& tree, WordSpan span, Index next) {
    auto top = next;
    while (tree.head(top) != none && !span.contains(tree.head(top)) && tree.head(top) > span.first)
        top = tree.head(top);
    return tree.head(top) != none && span.contains(tree.head(top)) ? top : none;
}

/// Where the bracket that opens at word `open` closes, or `none`.
Index bracket_end(const TextWords& words, Index open) {
    for (auto i = open + 1; i < words.size() && i < open + 30; ++i) {
        if (words[i].form == ")") return i;
    }
    return none;
}

/// A content that ends before what its last words govern ("does not answer | whether …"), an apposition, a bracket, or
/// within a word ("real | -time", "8 | –24 weeks") goes on.
WordSpan with_arguments(const TreeView& tree, WordSpan span, WordSpan cue) {
    const auto& words = tree.words();
    for (int times = 0; times < 4 && !span.empty() && span.last < words.size(); ++times) {
        auto next = span.last;
        const bool hyphen = words[next].form == "-" || words[next].form == "–";
        if (hyphen && words[next].span.begin == words[next - 1].span.end && next + 1 < words.size() &&
            words[next + 1].span.begin == words[next].span.end) {
            span.last = next + 2;
            continue;
        }
        if (words[next - 1].form == "(") {
            const auto end = bracket_end(words, next - 1);
            if (end == none) break;
            span.last = end + 1;
            continue;
        }
        const bool comma = words[next].comma();
        if (comma && ++next >= words.size()) break;
        if (words[next].punctuation) break;
        const auto top = constituent_at(tree, span, next);
        if (top == none) break;
        const auto relation = tree.relation(top);
        const bool argument = tree.is(top, "ccomp") || tree.is(top, "xcomp") || relation == "obj" ||
                              tree.is(top, "obl") || tree.is(top, "nmod") || tree.is(top, "advmod") ||
                              relation == "acl";
        if (comma ? !tree.is(top, "appos") : !argument) break;
        const WordSpan longer{span.first, tree.subtree(top).last};
        if (longer.last <= span.last || longer.overlaps(cue)) break;
        span = without_edges(words, longer);
    }
    return span;
}

/// All of the cue's clause of which the content is the beginning ("that around seven (…) | he went").
WordSpan with_rest_of_clause(const TreeView& tree, WordSpan span, WordSpan cue, Index head) {
    if (span.empty() || span.first < cue.last || tree.words()[span.first].mark) return span;
    for (const auto child : tree.children(head)) {
        const auto clause = tree.subtree(child);
        if (tree.is(child, "ccomp") && clause.first <= span.first && child >= span.last && !clause.overlaps(cue))
            return without_edges(tree.words(), {span.first, clause.last});
    }
    return span;
}

/// "planned | to get the truth | about his brother": all of the clause of which the content is no more than a part.
WordSpan clause_around(const TreeView& tree, WordSpan span, WordSpan cue, Index head) {
    if (span.empty() || span.first <= cue.last || tree.words()[span.first].quoted != none) return span;
    for (const auto child : tree.children(head)) {
        const auto clause = without_edges(tree.words(), tree.subtree(child));
        const bool complement = tree.is(child, "xcomp") || tree.is(child, "ccomp");
        if (complement && clause.first == cue.last && clause.contains(span) && child < span.first) return clause;
    }
    return span;
}

/// "is asking because I was there"
bool gives_a_reason(const TextWords& words, WordSpan span) {
    return words[span.first].is("because") || words[span.first].is("since");
}

/// What somebody outside a quotation says in it is all of it.
WordSpan whole_quotation(const TextWords& words, WordSpan span, WordSpan cue) {
    const auto q = span.empty() ? none : words[span.first].quoted;
    if (q == none || words[span.last - 1].quoted != q || words[cue.first].quoted == q) return span;
    const auto u = unit_at(words, span.first);
    return {quotation_first(u, span.first), quotation_last(u, span.first)};
}

/// Whether a paragraph that is no quotation stands between the cue and a quotation behind it.
bool parted_by_paragraph(const TextWords& words, WordSpan span, WordSpan cue) {
    for (auto i = cue.last; i < span.first; ++i) {
        const bool begins = words.unit(i).zone != words.unit(i - 1).zone;
        if (begins && !words[i].mark) return true;
    }
    return false;
}

std::vector<WordSpan> contents_among(const TreeView& tree, const std::vector<Span>& contents, WordSpan cue,
                                     Index head) {
    const auto& words = tree.words();
    std::vector<WordSpan> found;
    for (const auto content : contents) {
        auto span = words_in(words, content);
        if (!span) continue;
        *span = with_arguments(tree, completed(tree, without_edges(words, *span), cue), cue);
        *span = clause_around(tree, *span, cue, head);
        *span = with_whole_clause(tree, with_rest_of_clause(tree, *span, cue, head), cue);
        *span = without_joint(words, *span);
        *span = without_loose_mark(words, with_marks(words, whole_quotation(words, *span, cue)));
        // In another paragraph only a quotation goes on.
        const bool elsewhere = !span->empty() && words.unit(span->first).zone != words.unit(cue.first).zone;
        if (span->size() == 1 && tree.upos(span->first) == "DET" && contents.size() > 1) continue;
        if (span->empty() || span->contains(cue) || parted_by_paragraph(words, *span, cue) ||
            gives_a_reason(words, *span) ||
            (elsewhere && words[span->first].quoted == none && words[cue.last - 1].form != ":"))
            continue;
        if (!found.empty() && found.back().last >= span->first) {
            found.back().last = std::max(found.back().last, span->last);
        } else {
            found.push_back(*span);
        }
    }
    return found;
}

/// "…, the president's office has announced": the subject is whose words they are, not what was said.
std::optional<WordSpan> source_taken_for_content(const TreeView& tree, WordSpan cue, Index head,
                                                 std::vector<WordSpan>& contents) {
    const auto source = source_in_tree(tree, cue, head);
    if (!source || contents.size() < 2) return std::nullopt;
    const auto piece = std::find(contents.begin(), contents.end(), *source);
    if (piece == contents.end()) return std::nullopt;
    contents.erase(piece);
    return source;
}

/// "According to Moen, head of the port, the yard | is shut": the subject stands behind the source's last comma.
void part_source_from_subject(const TreeView& tree, Attribution& one, std::vector<WordSpan>& contents) {
    const auto& words = tree.words();
    auto& content = contents.front();
    const auto source = *one.source;
    const bool verb_first = tree.is(content.first, "aux") || tree.is(content.first, "cop") ||
                            (tree.upos(content.first) == "VERB" && !words[content.first].lower.ends_with("ing"));
    if (!verb_first || content.first != source.last) return;
    auto comma = source.last - 1;
    while (comma > source.first && !words[comma].comma()) --comma;
    if (comma == source.first || comma + 1 >= source.last) return;
    content.first = comma + 1;
    one.source = phrase_of(tree, {source.first, comma});
}

/// "the goal that | was projected for 2022": what stands before a relative clause is told by the article.
bool is_left_over(const TreeView& tree, const std::vector<WordSpan>& contents) {
    const auto& words = tree.words();
    const auto relative_alone = [&](WordSpan span) {
        const auto& word = words[span.first];
        return span.size() == 1 && (word.is(relative) || word.is("which") || word.is("that"));
    };
    if (contents.size() == 1) return relative_alone(contents.front()) && !words[contents.front().first].is("that");
    return contents.size() == 2 && std::any_of(contents.begin(), contents.end(), relative_alone);
}

/// "such as demanding measures": a deed without a doer is nobody's.
bool is_done_by_nobody(const TreeView& tree, Index verb, const std::vector<WordSpan>& contents) {
    const auto& words = tree.words();
    if (tree.upos(verb) != "VERB" || words[contents.front().first].mark) return false;
    // "Said suspension had ended"
    if (words[verb].is("said") && tree.child(verb, "aux") == none && contents.front().first == verb + 1) return true;
    return words[verb].lower.ends_with("ing") && tree.child(verb, "aux") == none;
}

/// "according to plan", "according to the date of the claim": by what measure, not by whose word.
bool names_a_measure(const TreeView& tree, WordSpan cue, const Phrase& source) {
    static constexpr std::array<std::string_view, 44> measures{
        "plan",       "schedule",     "date",      "age",       "size",      "rate",      "level",      "type",
        "need",       "number",       "amount",    "price",     "value",     "weight",    "height",     "length",
        "income",     "ability",      "taste",     "custom",    "tradition", "season",    "weather",    "order",
        "wish",       "whim",         "mood",      "criterion", "standard",  "principle", "category",   "degree",
        "distance",   "demand",       "time",      "timetable", "timeline",  "merit",     "preference", "rank",
        "background", "circumstance", "situation", "choice"};
    return tree.words()[cue.first].is("according") && among(measures, tree.lemma(source.head));
}

/// "repeated that", "said so": what was said stands elsewhere.
bool tells_nothing(const TreeView& tree, const std::vector<WordSpan>& contents, std::optional<Act> told_act) {
    if (contents.size() != 1 || contents.front().size() > 1) return false;
    if (tree.words()[contents.front().first].punctuation) return true;
    const auto upos = tree.upos(contents.front().first);
    const auto& word = tree.words()[contents.front().first];
    if (word.is("a") || word.is("an") || word.is("the")) return true;
    const bool answers = told_act == Act::deny || told_act == Act::reject || told_act == Act::confirm ||
                         told_act == Act::condemn || told_act == Act::admit;
    return !answers && (upos == "PRON" || upos == "DET" || upos == "ADV" || upos == "SCONJ");
}

/// "had warned for years": how long, not whom.
bool is_time(const TreeView& tree, WordSpan span) {
    const auto& word = tree.words()[tree.head_of(span)];
    return word.is(time_word) || word.is("years") || word.is("months") || word.is("weeks") || word.is("decades");
}

/// "the company | in 2019"
WordSpan without_time(const TreeView& tree, WordSpan span) {
    for (auto i = tree.head_of(span) + 1; i < span.last; ++i) {
        const bool circumstance = tree.is(i, "nmod") || tree.is(i, "obl");
        const auto own = tree.subtree(i);
        if (circumstance && (tree.upos(i) == "NUM" || tree.words()[i].is(time_word)) && own.first > span.first)
            return {span.first, own.first};
    }
    return span;
}

/// "Nobody told us", "those who want to work": no one's words.
bool said_by_nobody(const TreeView& tree, const Phrase& source, bool intends) {
    const auto& head = tree.words()[source.head];
    return head.is("nobody") || head.is("none") || (head.is("no") && source.last - source.first == 1) ||
           (tree.words()[source.first].is("no") && source.last - source.first == 2) || (intends && head.is(relative));
}

/// A noun without a holder needs a clause: "reports that", "plans to", "fears of".
bool leads_clause(const TextWords& words, Index first) {
    return words[first].is("that") || words[first].is("to") || words[first].is("of") || words[first].mark;
}

/// "Inspector warned of leak": in a headline the participle without its auxiliary looks like the past tense; only an
/// object or a clause shows who warned.
bool may_be_passive_headline(const TreeView& tree, Index verb) {
    const auto& words = tree.words();
    const bool bare = tree.child(verb, "aux") == none && words[verb].lower.ends_with("ed");
    return is_title(unit_at(words, verb)) && bare && among(addressing_verbs, tree.lemma(verb)) &&
           tree.child(verb, "obj") == none && tree.child(verb, "ccomp") == none;
}

/// "tried | to link the road to the port": the cue has words in what would be the content.
bool spread_over(const TextWords& words, const CueWord* known, WordSpan cue, const std::vector<WordSpan>& contents) {
    if (known == nullptr || known->rest.empty()) return false;
    const auto next = contents.front().first;
    return next == cue.last && words[next].is(known->rest.back());
}

/// "the claim that they staked": the clause tells which one.
bool modifies(const TreeView& tree, Index noun, WordSpan content) {
    const auto clause = tree.head_of(content);
    return tree.upos(noun) == "NOUN" && tree.head(clause) == noun && tree.relation(clause) == "acl:relcl";
}

/// "has given no impression of": nothing was given. "gave no comment on" declines.
bool gives_none(const TextWords& words, WordSpan cue, std::optional<Act> told_act) {
    const auto act = told_act.value_or(Act::state);
    if (act != Act::state && act != Act::suggest && act != Act::intend) return false;
    for (auto i = cue.first; i + 1 < cue.last; ++i) {
        if (words[i].is("no")) return true;
    }
    return false;
}

/// "farm plans to save water": the noun before tells what kind of plans.
bool is_of_a_thing(const TreeView& tree, Index noun, WordSpan source) {
    const auto owner = tree.head_of(source);
    const auto& word = tree.words()[owner];
    return tree.upos(noun) == "NOUN" && tree.is(owner, "compound") && tree.head(owner) == noun && word.name == none &&
           word.noun == NounKind::none;
}

/// "faces charges of theft", "is facing accusations": whose they are is not told.
bool faces_charges(const TreeView& tree, Index verb) {
    const auto object = tree.child(verb, "obj");
    return tree.lemma(verb) == "face" && object != none &&
           one_of(tree.lemma(object), "charge", "accusation", "allegation", "claim", "criticism", "call");
}

/// The passive verb that "it" is the subject of, with its auxiliaries; "it" itself where there is none.
WordSpan verb_of_it(const TreeView& tree, Index it) {
    const auto verb = tree.head(it);
    const auto be = verb == none ? none : tree.child(verb, "aux:pass");
    return be == none || be < it || verb < be || verb - it > 5 ? WordSpan{it, it + 1} : WordSpan{it + 1, verb + 1};
}

std::string lemma_of(const TreeView& tree, const CueWord* known, WordSpan cue, Index head) {
    if (tree.words()[cue.first].is("according")) return "according to";
    return known != nullptr ? known->lemma : std::string(tree.lemma(head));
}

// ---- All together ---------------------------------------------------------------------------------

std::optional<Attribution> attribution_of(const TreeView& tree, const AttributionRelation& relation) {
    const auto& words = tree.words();
    const auto in_text = words_in(words, relation.cue);
    if (!in_text) return std::nullopt;
    // "support and", "warnings from"
    auto cue = without_joint(words, *in_text);
    if (cue.size() > 1 && words[cue.last - 1].is("from") && tree.upos(cue.last - 2) == "NOUN") --cue.last;
    // "It | is believed"
    if (cue.size() == 1 && words[cue.first].is("it")) cue = verb_of_it(tree, cue.first);
    // "stopped buying it in favour of another"
    if (cue.size() == 3 && words[cue.first].is("in") && words[cue.first + 1].lower.starts_with("favo") &&
        cue.first > 0 && !words[cue.first - 1].is(be | auxiliary))
        return std::nullopt;
    // "questioned under caution"
    if (words[cue.last - 1].is("caution") && words[cue.first].is("under")) return std::nullopt;
    const auto head = tree.head_of(cue);
    Attribution one;
    if (relation.act) one.told_act = value_named<Act>(*relation.act);
    one.told_act_probability = relation.act_probability;
    if (relation.certainty) one.told_certainty = value_named<Certainty>(*relation.certainty);
    if (!holds(tree, head, one.told_act) || gives_none(words, cue, one.told_act)) return std::nullopt;

    auto contents = contents_among(tree, relation.contents, cue, head);
    if (contents.empty()) contents = content_in_tree(tree, cue, head);
    look_before_tag(tree, cue, head, contents);
    for (auto& content : contents) content = with_marks(words, whole_quotation(words, content, cue));
    if (contents.empty() || tells_nothing(tree, contents, one.told_act)) return std::nullopt;
    auto source = source_among(tree, relation.sources, cue);
    if (!source) source = source_taken_for_content(tree, cue, head, contents);
    if (!source) source = source_in_tree(tree, cue, head);
    // "pardoned by the envoy after the charges were deemed void": nobody's, for all that stands near.
    if (source && tree.child(head, "nsubj:pass") != none && !is_perfect(tree, head) &&
        !tree.subtree(head).contains(*source))
        source.reset();
    // "It is rumoured": by nobody who is named elsewhere
    const auto it = tree.child(head, "nsubj:pass");
    if (source && it != none && words[it].is("it") && source->last <= cue.first) source.reset();
    if (source) *source = without_loose_words(tree, doer_by_tree(tree, *source, cue));
    if (source) *source = possessor_alone(tree, *source, head);
    // "A | rumour that"
    if (source && source->size() == 1 && (words[source->first].is("a") || words[source->first].is("the")))
        source.reset();
    if (source && faces_charges(tree, head)) source.reset();
    if (source && is_of_a_thing(tree, head, *source)) return std::nullopt;
    contents = with_missing_parts(tree, cue, source, std::move(contents));
    // "criticised by Orvik": who does it stands behind.
    if (source && words[cue.last - 1].is("by") && source->first < cue.first) return std::nullopt;
    if (source &&
        std::none_of(contents.begin(), contents.end(), [&](WordSpan content) { return content.contains(*source); }))
        one.source = phrase_of(tree, *source);
    // “…” - Reuters: whose report it is
    if (one.source && is_signature(words, cue) && is_medium(unit_at(words, one.source->first), *one.source))
        return std::nullopt;

    for (const auto via : relation.vias) {
        const auto span = words_in(words, via);
        // Who passed words on is named in the same sentence.
        const bool near = span && words.unit_of[static_cast<std::size_t>(span->first)] ==
                                      words.unit_of[static_cast<std::size_t>(cue.first)];
        // "said at a briefing in Beijing": where
        const bool where = near && span->first > 0 &&
                           (words[span->first - 1].is("in") || words[span->first - 1].is("at")) &&
                           is_of_name(words, span->first, NameType::location);
        if (!near || where || tree.upos(span->last - 1) == "DET" || tree.upos(span->last - 1) == "PRON") continue;
        const auto phrase = phrase_of(tree, *span);
        // "said to the press", "in their response to the firm"
        const bool to = span->first > 0 && words[span->first - 1].is("to");
        const bool answers =
            to && span->first > 1 && one_of(words[span->first - 2].lower, "response", "reply", "reaction", "answer");
        const bool told = answers || (to && is_all_media(words, phrase));
        if (told) {
            one.addressee = phrase;
        } else {
            one.via.push_back(phrase);
        }
    }
    for (const auto addressee : relation.addressees) {
        const auto span = words_in(words, addressee);
        if (!span || one.addressee) continue;
        // "to the | widow"
        const auto whole = completed(tree, *span, cue);
        if (!whole.empty() && tree.upos(whole.last - 1) != "DET" && !is_time(tree, whole))
            one.addressee = phrase_of(tree, without_time(tree, whole));
    }
    // Who vouches for it did not pass it on.
    std::erase_if(one.via, [&](const Phrase& via) { return one.source && via.first == one.source->first; });
    // "a warning by the army": nobody tells himself.
    if (one.addressee && one.source && one.addressee->first < one.source->last &&
        one.source->first < one.addressee->last)
        one.addressee.reset();
    if (one.addressee && std::any_of(one.via.begin(), one.via.end(),
                                     [&](const Phrase& via) { return via.first == one.addressee->first; }))
        one.addressee.reset();
    if (is_left_over(tree, contents) || (!one.source && is_done_by_nobody(tree, head, contents)) ||
        (one.source && names_a_measure(tree, cue, *one.source)))
        return std::nullopt;
    if (!one.source && tree.upos(head) == "NOUN" && !leads_clause(words, contents.front().first)) return std::nullopt;
    if (may_be_passive_headline(tree, head)) return std::nullopt;
    const auto* known = known_cue(tree, cue);
    // "recently published a report suggesting": an adverb alone is no cue.
    if (known == nullptr && tree.upos(head) == "ADV") return std::nullopt;
    if (spread_over(words, known, cue, contents) || modifies(tree, head, contents.front())) return std::nullopt;
    if (!fits_frames(tree, cue, known, contents, one.source)) return std::nullopt;
    const bool intends = known != nullptr ? known->act == Act::intend : one.told_act == Act::intend;
    // Who speaks within a quotation is named in it.
    if (one.source && words[head].quoted != none && words[one.source->head].quoted != words[head].quoted)
        return std::nullopt;
    if (one.source && said_by_nobody(tree, *one.source, intends)) return std::nullopt;
    if (one.source && words[cue.first].is("according")) part_source_from_subject(tree, one, contents);
    take_up(words, one, cue, lemma_of(tree, known, cue, head), contents);
    return one;
}

}  // namespace

std::vector<Attribution> learned_attributions(const TreeView& tree) {
    std::vector<Attribution> found;
    for (const auto& relation : tree.words().analysis->attributions) {
        if (auto one = attribution_of(tree, relation)) found.push_back(std::move(*one));
    }
    return found;
}

}  // namespace sayso
