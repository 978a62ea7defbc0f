#include "read/chains.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "read/sources.h"
#include "read/tree_cues.h"
#include "read/tree_phrases.h"

namespace sayso {
namespace {

bool from_medium(const TextWords& words, const Attribution& one) {
    return one.source && is_medium(unit_at(words, one.source->first), *one.source);
}

/// "The Morning Bell reported": a name, and nobody's or no country's.
bool is_body(const TextWords& words, const Phrase& source) {
    const auto name = words[source.head].name;
    if (name == none) return false;
    const auto type = words.analysis->names[static_cast<std::size_t>(name)].type;
    return type == NameType::organization || type == NameType::product;
}

bool tells(const Attribution& one) {
    static constexpr std::array<std::string_view, 6> telling{"say", "tell", "state", "add", "write", "announce"};
    return one.statement.cue && among(telling, one.statement.cue->lemma);
}

/// Words that may stand around a statement in what passes it on: "that", commas, "according to two aides,".
bool loose(const TextWord& word) {
    return word.punctuation || word.is("that") || word.is(adverb) || word.is(time_word) || word.is(preposition);
}

/// Whether what `outer` tells is nothing but the statement `inner`.
bool is_all_of(const TextWords& words, const Attribution& inner, const Attribution& outer) {
    if (!inner.statement.cue || !inner.source || outer.statement.content.size() != 1) return false;
    const auto content = words_covered(words, outer.statement.content.front());
    if (!content.contains(WordSpan{inner.source->first, inner.source->last}) ||
        !content.contains(words_covered(words, inner.statement.cue->span)))
        return false;
    const auto passes_on = [&](Index i) {
        return words[i].is("according") || words[i].is("to") ||
               std::any_of(inner.via.begin(), inner.via.end(),
                           [&](const Phrase& via) { return via.first <= i && i < via.last; });
    };
    const auto begin = std::min(inner.source->first, words_covered(words, inner.statement.cue->span).first);
    for (auto i = content.first; i < begin; ++i) {
        if (!loose(words[i]) && !passes_on(i)) return false;
    }
    for (auto i = inner.last; i < content.last; ++i) {
        if (!loose(words[i])) return false;
    }
    return true;
}

bool passes_on(const TextWords& words, const Attribution& outer, const Attribution& inner) {
    if (!outer.source || !outer.statement.cue) return false;
    const bool according = outer.statement.cue->lemma == "according to" && tells(inner);
    // "the Gazette said it had reported that": of itself.
    const auto& inner_source = words[inner.source ? inner.source->head : outer.source->head];
    if (inner_source.is("it") || inner_source.is("we")) return false;
    const bool reports = outer.statement.cue->lemma == "report" && is_body(words, *outer.source) && tells(inner);
    return (according || reports || (from_medium(words, outer) && !from_medium(words, inner))) &&
           is_all_of(words, inner, outer);
}

void add_via(Attribution& one, const Phrase& via) {
    const bool known = std::any_of(one.via.begin(), one.via.end(), [&](const Phrase& other) {
        return other.first < via.last && via.first < other.last;
    });
    if (!known && !(one.source && one.source->first < via.last && via.first < one.source->last)) one.via.push_back(via);
}

/// "on Hearth, the social network": an apposition is no further link.
void drop_apposed_vias(const TreeView& tree, Attribution& one) {
    const auto apposed = [&](const Phrase& via) {
        return std::any_of(one.via.begin(), one.via.end(), [&](const Phrase& other) {
            return other.last <= via.first && via.first - other.last <= 1 && tree.is(via.head, "appos") &&
                   tree.head(via.head) >= other.first && tree.head(via.head) < other.last;
        });
    };
    std::vector<Phrase> kept;
    std::copy_if(one.via.begin(), one.via.end(), std::back_inserter(kept),
                 [&](const Phrase& via) { return !apposed(via); });
    one.via = std::move(kept);
}

/// "told Radio Sennet …, the station said": the station is the radio.
void drop_same_medium(const TextWords& words, std::vector<Attribution>& all) {
    for (auto& one : all) {
        const bool named = std::any_of(one.via.begin(), one.via.end(), [&](const Phrase& via) {
            return words[via.head].name != none && is_medium(unit_at(words, via.first), via);
        });
        if (!named) continue;
        std::erase_if(one.via, [&](const Phrase& via) {
            const auto kind = words[via.head].noun;
            return words[via.head].name == none && (kind == NounKind::medium || kind == NounKind::institution) &&
                   words[via.first].is("the") && via.last - via.first == 2;
        });
    }
}

void join_wrappers(const TextWords& words, std::vector<Attribution>& all) {
    // The innermost wrapper first, so that each one hands on what it has.
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t o = 0; o < all.size() && !changed; ++o) {
            for (auto i = o >= 8 ? o - 8 : 0; i < std::min(all.size(), o + 9); ++i) {
                if (i == o || !passes_on(words, all[o], all[i])) continue;
                add_via(all[i], *all[o].source);
                for (const auto& via : all[o].via) add_via(all[i], via);
                all[i].first = std::min(all[i].first, all[o].first);
                all[i].last = std::max(all[i].last, all[o].last);
                all.erase(all.begin() + static_cast<std::ptrdiff_t>(o));
                changed = true;
                break;
            }
        }
    }
}

/// Drops the statements of which `is_one` says so, judging each beside all others.
template <class Judge>
void drop_those(std::vector<Attribution>& all, const Judge& is_one) {
    std::vector<bool> drop;
    for (const auto& one : all) drop.push_back(is_one(one));
    std::size_t at = 0;
    std::erase_if(all, [&](const Attribution&) { return drop[at++]; });
}

bool cites(const Attribution& one) {
    if (!one.statement.cue || one.statement.content.size() != 1) return false;
    const std::string_view lemma = one.statement.cue->lemma;
    return lemma == "cite" || lemma.starts_with("quote");
}

/// "the agency said, citing drivers": the drivers say it.
void join_cited(const TreeView& tree, std::vector<Attribution>& all) {
    const auto& words = tree.words();
    for (std::size_t c = 0; c < all.size(); ++c) {
        if (!cites(all[c])) continue;
        const auto cue = words_covered(words, all[c].statement.cue->span);
        const auto cited = words_covered(words, all[c].statement.content.front());
        const auto verb = tree.head(tree.head_of(cue));
        if (!words[cue.last - 1].lower.ends_with("ing") || verb == none || cited.size() > 16) continue;
        const auto phrase = phrase_of(tree, cited);
        if (tree.upos(phrase.head) == "VERB" || !is_speaker(words, phrase, false)) continue;
        for (auto& one : all) {
            if (&one == &all[c] || !one.statement.cue || !from_medium(words, one)) continue;
            if (!words_covered(words, one.statement.cue->span).contains(verb)) continue;
            add_via(one, *std::exchange(one.source, phrase));
            one.first = std::min(one.first, all[c].first);
            one.last = std::max(one.last, all[c].last);
            all.erase(all.begin() + static_cast<std::ptrdiff_t>(c));
            --c;
            break;
        }
    }
}

/// "The newspaper Le Courrier, | citing a clerk | , said": the same, where both were taken for one phrase.
bool take_cited_in_source(const TextWords& words, Attribution& one) {
    const auto source = *one.source;
    auto citing = source.first + 1;
    while (citing < source.last && !words[citing].is("citing")) ++citing;
    if (citing + 1 >= source.last || !words[citing - 1].comma()) return false;
    const auto medium = noun_phrase(words, source.first, citing - 1, true);
    const auto cited = noun_phrase(words, citing + 1, source.last, true);
    if (!medium || !cited || cited->last < source.last || !is_medium(unit_at(words, source.first), *medium) ||
        !is_speaker(words, *cited, false))
        return false;
    one.source = *cited;
    add_via(one, *medium);
    return true;
}

/// "The agency, citing a clerk, said": where the cited are no statement's words of their own.
void take_cited(const TreeView& tree, std::vector<Attribution>& all) {
    const auto& words = tree.words();
    for (auto& one : all) {
        if (!one.statement.cue || !one.source || take_cited_in_source(words, one)) continue;
        if (!from_medium(words, one) && !words[one.source->head].is("agency")) continue;
        const auto verb = tree.head_of(words_covered(words, one.statement.cue->span));
        for (const auto child : tree.children(verb)) {
            if (!words[child].is("citing") || tree.child(child, "obj") == none) continue;
            const auto cited = phrase_of(tree, without_edges(words, tree.subtree(tree.child(child, "obj"))));
            const bool apart = cited.last <= words.word_at(one.statement.content.front().begin) ||
                               cited.first >= words.word_at(one.statement.content.back().end - 1);
            if (!apart || cited.last - cited.first > 16 || !is_speaker(words, cited, false)) break;
            add_via(one, *std::exchange(one.source, cited));
            one.first = std::min(one.first, cited.first);
            one.last = std::max(one.last, cited.last);
            break;
        }
    }
}

/// “…,” the agency quoted Moen as saying: Moen's words, which the agency passed on.
void take_quoted(const TreeView& tree, std::vector<Attribution>& all) {
    const auto& words = tree.words();
    for (auto& one : all) {
        if (!one.statement.cue || !one.source) continue;
        const auto cue = words_covered(words, one.statement.cue->span);
        const auto lemma = tree.lemma(tree.head_of(cue));
        if ((lemma != "quote" && lemma != "cite") ||
            one.statement.content.front().begin > one.statement.cue->span.begin)
            continue;
        const auto last = words.unit(cue.first).last;
        const auto quoted = noun_phrase(words, cue.last, last, false);
        if (!quoted || quoted->last + 1 >= last || !words[quoted->last].is("as") ||
            !words[quoted->last + 1].is("saying"))
            continue;
        add_via(one, *std::exchange(one.source, *quoted));
        one.statement.cue = Cue{words[quoted->last + 1].span, "say"};
        one.last = std::max(one.last, quoted->last + 2);
    }
}

/// "a letter seen by the paper": who showed it to the reader.
void part_off_finder(const TreeView& tree, Attribution& one) {
    static constexpr std::array<std::string_view, 12> found{"seen",      "obtained", "reviewed", "published",
                                                            "leaked",    "shown",    "carried",  "posted",
                                                            "broadcast", "aired",    "read",     "released"};
    const auto& words = tree.words();
    if (!one.source) return;
    const auto source = *one.source;
    for (auto i = source.head + 1; i + 2 < source.last; ++i) {
        const bool passes = among(found, words[i].lower) && (words[i + 1].is("by") || words[i + 1].is("to"));
        if (!passes) continue;
        const auto finder = phrase_of(tree, without_edges(words, {i + 2, source.last}));
        if (!is_medium(unit_at(words, finder.first), finder)) return;
        const auto bare = without_edges(words, {source.first, i});
        one.source = phrase_of(tree, bare);
        add_via(one, finder);
        return;
    }
}

/// The reporting verb of a tag that begins at word `i` with a medium ("…, the agency reported"), and that medium.
std::optional<std::pair<Phrase, Index>> medium_tag_at(const TreeView& tree, Index i) {
    static constexpr std::array<std::string_view, 8> passing{"reported", "reports", "said",  "says",
                                                             "wrote",    "writes",  "added", "adds"};
    const auto& words = tree.words();
    const auto unit = words.unit(i);
    auto verb = i;
    while (verb < std::min(unit.last, i + 8) && !words[verb].punctuation && !among(passing, words[verb].lower)) ++verb;
    if (verb == i || verb >= unit.last || !among(passing, words[verb].lower)) return std::nullopt;
    const auto phrase = noun_phrase(words, i, verb, false);
    if (!phrase || phrase->last != verb) return std::nullopt;
    const auto& head = words[phrase->head];
    const bool sends = head.is("station") || head.is("network") || head.is("broadcaster");
    if (!sends && !is_medium(unit_at(words, i), *phrase)) return std::nullopt;
    // Behind it only when and where.
    for (auto k = phrase->last + 1; k < unit.last; ++k) {
        if (words[k].comma() || words[k].is("that") || k > phrase->last + 8) return std::nullopt;
        if (words[k].punctuation) break;
    }
    return std::pair{*phrase, phrase->last};
}

/// "Vale said the yard was sold, the agency reported": the agency passed it on. "the station" is who was told.
void join_trailing_media(const TreeView& tree, std::vector<Attribution>& all) {
    const auto& words = tree.words();
    for (const auto& unit : words.units) {
        for (auto i = unit.first + 3; i + 2 < unit.last; ++i) {
            if (!words[i].comma() && !words[i].mark) continue;
            if (words[i + 1].punctuation) continue;
            const auto tag = medium_tag_at(tree, i + 1);
            if (!tag) continue;
            const auto covers_verb = [&](const Attribution& one) {
                return one.statement.cue && words_covered(words, one.statement.cue->span).contains(tag->second);
            };
            const auto told = [&](const Attribution& one) {
                return one.statement.cue && one.source && !covers_verb(one) && one.first >= unit.first &&
                       one.source->last <= i && words_covered(words, one.statement.cue->span).last <= i &&
                       one.last <= i + 1 && one.last + 8 > i && one.source->first != tag->first.first;
            };
            const auto inner = std::find_if(all.rbegin(), all.rend(), [&](const Attribution& one) {
                return told(one) && !from_medium(words, one) &&
                       std::none_of(all.begin(), all.end(), [&](const Attribution& other) {
                           return &other != &one && told(other) && other.first < one.first && other.last >= one.last;
                       });
            });
            if (inner == all.rend()) continue;
            const bool named = words[tag->first.head].name != none || words[tag->first.first].capital;
            if (named || inner->via.empty()) add_via(*inner, tag->first);
            inner->last = std::max(inner->last, tag->second + 1);
            std::erase_if(all, covers_verb);
            break;
        }
    }
}

/// "The agency quoted Moen as saying that": Moen's words, which the agency passed on, are read already.
void drop_quoting(const TextWords& words, std::vector<Attribution>& all) {
    const auto read_already = [&](const Attribution& one) {
        if (!cites(one) || !one.source) return false;
        return std::any_of(all.begin(), all.end(), [&](const Attribution& other) {
            if (&other == &one || !other.statement.cue) return false;
            const bool passed_on = std::any_of(other.via.begin(), other.via.end(),
                                               [&](const Phrase& via) { return via.first == one.source->first; });
            return passed_on && words_covered(words, one.statement.content.front())
                                    .overlaps(words_covered(words, other.statement.cue->span));
        });
    };
    drop_those(all, read_already);
}

/// "told the Gulf Lantern": nothing but the name of a body, in words that tell no other kind of body and in more than
/// initials. Companies and offices are hardly ever told things for the record by name alone.
bool is_told_as_media_are(const TextWords& words, const Attribution& one) {
    const auto& phrase = *one.addressee;
    if (!one.statement.cue || one.statement.cue->lemma != "tell" || !is_body(words, phrase)) return false;
    const auto cue = words_covered(words, one.statement.cue->span);
    if (words[cue.first].is("had") || words[cue.first].is(modal)) return false;
    const auto name = words[phrase.head].name;
    const auto initials = [](const TextWord& word) {
        return word.form.size() > 1 &&
               std::none_of(word.form.begin(), word.form.end(), [](char c) { return c >= 'a'; });
    };
    for (auto i = phrase.first; i < phrase.last; ++i) {
        const bool tells_kind = words[i].noun != NounKind::none && words[i].noun != NounKind::medium;
        if (tells_kind || initials(words[i]) || (words[i].name != name && !words[i].is("the"))) return false;
    }
    return true;
}

/// "told Reuters": a medium is no one to be told something, it passes it on.
void media_pass_on(const TextWords& words, std::vector<Attribution>& all) {
    for (auto& one : all) {
        if (!one.addressee) continue;
        if (!passes_on(unit_at(words, one.addressee->first), *one.addressee) && !is_told_as_media_are(words, one))
            continue;
        add_via(one, *one.addressee);
        one.addressee.reset();
    }
}

/// "Vale said …, according to the agency": not another's statement about Vale.
void drop_passing_on(std::vector<Attribution>& all) {
    const auto passed_on_by = [&](const Attribution& one) {
        if (!one.statement.cue || one.statement.cue->lemma != "according to" || !one.source) return false;
        return std::any_of(all.begin(), all.end(), [&](const Attribution& other) {
            return std::any_of(other.via.begin(), other.via.end(),
                               [&](const Phrase& via) { return &other != &one && via.first == one.source->first; });
        });
    };
    drop_those(all, passed_on_by);
}

/// "According to reports, …", "talk of a merger": a noun within another's source, or in what its own speaker says, is
/// none.
void drop_nouns_within(const TreeView& tree, std::vector<Attribution>& all) {
    const auto& words = tree.words();
    const auto within = [&](const Attribution& one) {
        if (!one.statement.cue) return false;
        const auto cue = words_covered(words, one.statement.cue->span);
        const auto head = tree.head_of(cue);
        const bool noun = tree.upos(head) == "NOUN" || words.lexicons->cue_noun(words[head].lower) != nullptr;
        if (!noun) return false;
        return std::any_of(all.begin(), all.end(), [&](const Attribution& other) {
            if (&other == &one || !other.statement.cue) return false;
            const bool in_source = other.source && other.source->first <= cue.first && cue.last <= other.source->last;
            const bool own = other.source && one.source && other.source->first == one.source->first;
            const bool in_content =
                std::any_of(other.statement.content.begin(), other.statement.content.end(),
                            [&](Span content) { return content.contains(one.statement.cue->span); });
            if (in_source || (own && in_content)) return true;
            // "withdrew its statement that": its own, again.
            const bool anothers = one.source && !words[one.source->head].is(possessive);
            if (anothers || !in_content) return false;
            const auto* denial = known_cue(tree, words_covered(words, other.statement.cue->span));
            return denial != nullptr && (denial->act == Act::deny || denial->act == Act::reject);
        });
    };
    drop_those(all, within);
}

/// "Varga told Radio Norra that …, the station said": what lies within another's source is not what was said.
void drop_sources_told(const TextWords& words, std::vector<Attribution>& all) {
    const auto tells_source = [&](const Attribution& one) {
        if (one.statement.content.size() != 1) return false;
        const auto content = words_covered(words, one.statement.content.front());
        return std::any_of(all.begin(), all.end(), [&](const Attribution& other) {
            return &other != &one && other.source && other.source->first <= content.first &&
                   content.last <= other.source->last && other.source->last - other.source->first <= content.size() + 1;
        });
    };
    drop_those(all, tells_source);
}

}  // namespace

void join_chains(const TreeView& tree, std::vector<Attribution>& all) {
    drop_same_medium(tree.words(), all);
    drop_sources_told(tree.words(), all);
    drop_nouns_within(tree, all);
    drop_passing_on(all);
    drop_quoting(tree.words(), all);
    media_pass_on(tree.words(), all);
    join_cited(tree, all);
    take_cited(tree, all);
    take_quoted(tree, all);
    for (auto& one : all) part_off_finder(tree, one);
    join_trailing_media(tree, all);
    join_wrappers(tree.words(), all);
    for (auto& one : all) drop_apposed_vias(tree, one);
}

}  // namespace sayso
