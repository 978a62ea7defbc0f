#include "read/merging.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "read/quoted_parts.h"

namespace sayso {
namespace {

bool same_cue(const Attribution& a, const Attribution& b) {
    return a.statement.cue && b.statement.cue && a.statement.cue->span.overlaps(b.statement.cue->span);
}

bool contents_overlap(const Attribution& a, const Attribution& b) {
    return std::any_of(a.statement.content.begin(), a.statement.content.end(), [&](Span one) {
        return std::any_of(b.statement.content.begin(), b.statement.content.end(),
                           [&](Span other) { return one.overlaps(other); });
    });
}

bool overlap(const Phrase& a, const Phrase& b) {
    return a.first < b.last && b.first < a.last;
}

/// "a nurse, who asked not to be named": the analysis may leave the clause out, or take the "who" for the source.
bool is_whole(const TextWords& words, const Phrase& by_rules, const Phrase& learned) {
    const bool clause_left_out = by_rules.first == learned.first && by_rules.last > learned.last + 1 &&
                                 words[learned.last].comma() && words[learned.last + 1].is("who");
    const bool cut_short =
        by_rules.first == learned.first && by_rules.last > learned.last && !words[learned.last].punctuation;
    const bool relative_alone =
        by_rules.first < learned.first && learned.last <= by_rules.last && words[learned.head].is("who");
    // "Sara Orvik from | the Council"
    const bool body_alone = by_rules.first < learned.first && by_rules.last == learned.last &&
                            words[learned.first - 1].is("from") && words[by_rules.head].name != none &&
                            by_rules.head < learned.first;
    return clause_left_out || cut_short || relative_alone || body_alone;
}

/// "that the yard, which nobody had seen, | has been sold": the clause goes on behind the aside.
bool encloses_aside(const TextWords& words, std::int32_t aside, Span content) {
    for (auto i = aside + 2; i + 1 < words.size() && words[i].span.end < content.end; ++i) {
        if (words[i].comma() && words[i + 1].is(be | auxiliary | modal)) return true;
    }
    return false;
}

/// “…,” he said: what the rules have is the quotation right before the tag, what the analysis has lies elsewhere.
bool is_tagged_quotation(const TextWords& words, Span learned, const Attribution& by_rules) {
    const auto quotation = by_rules.statement.content.front();
    if (by_rules.statement.quotation != Quotation::direct || quotation.overlaps(learned)) return false;
    const auto tag = std::min(words.word_at(by_rules.statement.cue->span.begin),
                              by_rules.source ? by_rules.source->first : words.size());
    const auto behind = words.word_at(quotation.end - 1) + 1;
    return behind == tag || (behind + 1 == tag && words[behind].comma());
}

/// "the depot was empty, which nobody had expected", "— the third time this month": what follows is not what was said.
bool goes_on_to_aside(const TextWords& words, Span learned, Span by_rules) {
    if (learned.end <= by_rules.end) return false;
    const auto next = words.word_at(by_rules.end);
    if (next + 1 >= words.size()) return false;
    const bool relative_clause = words[next].comma() && words[next + 1].is("which");
    const bool dash = words[next].form == "—" || words[next].form == "–";
    return (relative_clause && !encloses_aside(words, next, learned)) || words[next].form == ";" ||
           (dash && words[next + 1].is(determiner));
}

/// "took credit | for the ceasefire"
bool leaves_out_preposition(const TextWords& words, Span learned, Span by_rules) {
    return learned.end == by_rules.end && learned.begin > by_rules.begin &&
           words[words.word_at(by_rules.begin)].is(preposition);
}

/// "the council | is asking the guards to look, the reeve says"
bool leaves_out_subject(const TextWords& words, Span learned, Span by_rules) {
    return learned.end == by_rules.end && learned.begin > by_rules.begin &&
           words[words.word_at(learned.begin)].is(be | auxiliary | modal);
}

/// “…,” he said. “…”: the analysis has the quotation that goes on.
bool goes_on_in_quotations(const TextWords& words, const std::vector<Span>& learned,
                           const std::vector<Span>& by_rules) {
    if (by_rules.size() != 1 || learned.size() < 2 || !learned.front().overlaps(by_rules.front())) return false;
    return std::all_of(learned.begin(), learned.end(),
                       [&](Span piece) { return words[words.word_at(piece.begin)].mark; });
}

bool takes_learned_content(const TextWords& words, const Attribution& learned, const Attribution& by_rules) {
    if (goes_on_in_quotations(words, learned.statement.content, by_rules.statement.content)) return true;
    if (learned.statement.content.size() != 1 || by_rules.statement.content.size() != 1) return false;
    const auto content = learned.statement.content.front();
    // "expressed joy | for the gift", "expressed | joy for the gift": each to its own cue
    const bool in_cue = content.overlaps(by_rules.statement.cue->span) ||
                        by_rules.statement.content.front().overlaps(learned.statement.cue->span);
    // "According to Iver, director of the port, …": the apposition is the source's.
    const bool in_source =
        by_rules.source && content.overlaps(words.span(by_rules.source->first, by_rules.source->last));
    const bool in_addressee =
        by_rules.addressee && content.overlaps(words.span(by_rules.addressee->first, by_rules.addressee->last));
    return !in_cue && !in_source && !in_addressee && !is_tagged_quotation(words, content, by_rules) &&
           !goes_on_to_aside(words, content, by_rules.statement.content.front()) &&
           !leaves_out_preposition(words, content, by_rules.statement.content.front()) &&
           !leaves_out_subject(words, content, by_rules.statement.content.front());
}

/// "told his clerks | to find out how it burst": the rules took the infinitive for a part of who was told.
void part_addressee(const TextWords& words, const Attribution& learned, Attribution& by_rules) {
    if (!by_rules.addressee || learned.statement.content.size() != 1 || by_rules.statement.content.size() != 1) return;
    const auto content = learned.statement.content.front();
    auto& addressee = *by_rules.addressee;
    const auto first = words.word_at(content.begin);
    const bool within = first > addressee.head && first < addressee.last && words[first].is("to");
    if (!within || !content.contains(by_rules.statement.content.front())) return;
    addressee.last = first;
    addressee.core_last = std::min(addressee.core_last, first);
}

/// The analysis knows better who speaks and where a clause ends, the rules of how many pieces a content is.
Attribution joined(const TextWords& words, Attribution learned, Attribution by_rules) {
    auto one = std::move(by_rules);
    const bool holds_via = learned.source && std::any_of(one.via.begin(), one.via.end(), [&](const Phrase& via) {
                               return overlap(via, *learned.source);
                           });
    const bool apposition_told =
        one.source &&
        std::any_of(learned.statement.content.begin(), learned.statement.content.end(),
                    [&](Span content) { return content.overlaps(words.span(one.source->first, one.source->last)); });
    // "…, the mayor's office has announced": what the rules took for a part of what was said is who said it.
    const bool holds_source = learned.source && !one.source &&
                              std::any_of(one.statement.content.begin(), one.statement.content.end(), [&](Span piece) {
                                  return piece.overlaps(words.span(learned.source->first, learned.source->last));
                              });
    if (holds_source) one.statement.content = learned.statement.content;
    // "A spokesman for the union, of which both are members, | confirmed | the deaths": not turned round.
    const bool turned_round = apposition_told && learned.source &&
                              std::any_of(one.statement.content.begin(), one.statement.content.end(),
                                          [&](Span piece) { return piece.contains(words[learned.source->head].span); });
    if (turned_round) {
        one.statement.content = learned.statement.content;
        one.source = learned.source;
    }
    part_addressee(words, learned, one);
    if (learned.source && !apposition_told && !(one.source && holds_via) &&
        !(one.source && is_whole(words, *one.source, *learned.source)))
        one.source = learned.source;
    if (takes_learned_content(words, learned, one)) one.statement.content = learned.statement.content;
    one.told_act = learned.told_act;
    one.told_act_probability = learned.told_act_probability;
    one.told_certainty = learned.told_certainty;
    if (!one.addressee) one.addressee = learned.addressee;
    for (const auto& via : learned.via) {
        const bool known =
            std::any_of(one.via.begin(), one.via.end(), [&](const Phrase& other) { return overlap(via, other); }) ||
            (one.addressee && overlap(*one.addressee, via)) || (one.source && overlap(*one.source, via));
        if (!known) one.via.push_back(via);
    }
    if (one.addressee &&
        std::any_of(one.via.begin(), one.via.end(), [&](const Phrase& via) { return overlap(via, *one.addressee); }))
        one.addressee.reset();
    for (const auto content : one.statement.content) {
        one.first = std::min(one.first, words.word_at(content.begin));
        one.last = std::max(one.last, words.word_at(content.end - 1) + 1);
    }
    judge_quotation(words, one);
    return one;
}

/// The same attribution on both levels of the analysis is one.
void drop_doubles(std::vector<Attribution>& learned) {
    std::vector<Attribution> kept;
    for (auto& one : learned) {
        if (std::none_of(kept.begin(), kept.end(), [&](const Attribution& other) { return same_cue(one, other); }))
            kept.push_back(std::move(one));
    }
    learned = std::move(kept);
}

/// A quotation that nobody is given for, right behind one that somebody is given for, in the same paragraph.
Attribution* goes_on_from(const TextWords& words, std::vector<Attribution>& all, const Attribution& quotation) {
    Attribution* before = nullptr;
    for (auto& one : all) {
        if (one.last > quotation.first || !one.source || one.statement.quotation == Quotation::indirect) continue;
        if (before == nullptr || one.last > before->last) before = &one;
    }
    if (before == nullptr || quotation.first == 0) return nullptr;
    const auto& unit = words.unit(quotation.first - 1);
    const bool near = unit.zone == words.unit(quotation.first).zone && before->last > unit.first;
    return near ? before : nullptr;
}

/// How many words lie between the cue and the words of the span.
std::int32_t apart(const TextWords& words, Span cue, Span span) {
    const auto at = words.word_at(cue.begin);
    const auto first = words.word_at(span.begin), last = words.word_at(span.end - 1);
    return at < first ? first - at : std::max(0, at - last);
}

}  // namespace

/// “B,” she said: the tag stands right behind the quotation.
bool is_tag_of(const TextWords& words, const Attribution& one, Span piece) {
    constexpr std::int32_t longest_tag = 8;
    const auto& cue = one.statement.cue;
    const auto& pieces = one.statement.content;
    return cue && one.source && cue->span.begin >= piece.end && apart(words, cue->span, piece) < longest_tag &&
           std::find(pieces.begin(), pieces.end(), piece) != pieces.end();
}

/// “A,” she said. “B,” she said.: what a tag of its own stands behind is told there, not by the tag before it.
bool has_other_tag(const TextWords& words, const std::vector<Attribution>& all, const Attribution& one, Span piece) {
    return one.statement.cue && std::any_of(all.begin(), all.end(), [&](const Attribution& other) {
               return &other != &one && is_tag_of(words, other, piece);
           });
}

void drop_told_twice(const TextWords& words, std::vector<Attribution>& all) {
    using Said = std::pair<std::string_view, std::vector<std::uint32_t>>;
    std::set<Said> told;
    std::erase_if(all, [&](const Attribution& one) {
        if (!one.source || !one.statement.cue) return false;
        Said said{words.text(words.span(one.source->first, one.source->last)), {}};
        for (const auto piece : one.statement.content) said.second.insert(said.second.end(), {piece.begin, piece.end});
        return !told.insert(std::move(said)).second;
    });
}

void part_shared_contents(const TextWords& words, std::vector<Attribution>& all) {
    const auto said_nearer = [&](const Attribution& one, Span piece) {
        return std::any_of(all.begin(), all.end(), [&](const Attribution& other) {
            const auto& cue = other.statement.cue;
            if (&other == &one || !cue || piece.contains(cue->span)) return false;
            const auto& pieces = other.statement.content;
            if (std::find(pieces.begin(), pieces.end(), piece) == pieces.end()) return false;
            // “A,” she said. “B,” he said.: only what goes on from A is hers.
            if (piece != pieces.front() && is_tag_of(words, one, piece)) return false;
            return !one.statement.cue || apart(words, cue->span, piece) < apart(words, one.statement.cue->span, piece);
        });
    };
    for (auto& one : all) {
        auto& content = one.statement.content;
        if (one.statement.cue && content.size() < 2) continue;
        const auto told_elsewhere = [&](Span piece) {
            return said_nearer(one, piece) || has_other_tag(words, all, one, piece);
        };
        if (std::erase_if(content, told_elsewhere) > 0 && !content.empty()) judge_quotation(words, one);
    }
    std::erase_if(all, [](const Attribution& one) { return one.statement.content.empty(); });
    drop_told_twice(words, all);
}

bool stands_before(const Attribution& a, const Attribution& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
}

std::vector<Attribution> merged(const TextWords& words, std::vector<Attribution> learned,
                                std::vector<Attribution> by_rules, std::vector<Attribution> in_trees) {
    drop_doubles(learned);
    std::vector<Attribution> all;
    std::vector<bool> used(by_rules.size(), false);
    for (auto& one : learned) {
        std::optional<Attribution> both;
        for (std::size_t k = 0; k < by_rules.size(); ++k) {
            if (used[k] || !same_cue(one, by_rules[k])) continue;
            used[k] = true;
            if (!both) both = joined(words, one, std::move(by_rules[k]));
        }
        if (!both) judge_quotation(words, one);
        all.push_back(both ? std::move(*both) : std::move(one));
    }
    for (std::size_t k = 0; k < by_rules.size(); ++k) {
        auto& one = by_rules[k];
        if (used[k]) continue;
        if (!one.statement.cue && !one.source) {
            // What is said within the quotation leaves the quotation itself to nobody.
            const auto quotation = one.statement.content.front();
            const bool known = std::any_of(all.begin(), all.end(), [&](const Attribution& other) {
                const bool within = other.statement.cue && quotation.contains(other.statement.cue->span);
                return !within && contents_overlap(one, other);
            });
            if (known) continue;
            if (auto* before = goes_on_from(words, all, one)) {
                before->statement.content.insert(before->statement.content.end(), one.statement.content.begin(),
                                                 one.statement.content.end());
                before->last = one.last;
                judge_quotation(words, *before);
                continue;
            }
        }
        all.push_back(std::move(one));
    }
    for (auto& one : in_trees) {
        if (std::any_of(all.begin(), all.end(), [&](const Attribution& other) { return same_cue(one, other); }))
            continue;
        judge_quotation(words, one);
        all.push_back(std::move(one));
    }
    std::stable_sort(all.begin(), all.end(), stands_before);
    return all;
}

}  // namespace sayso
