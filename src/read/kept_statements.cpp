#include "read/kept_statements.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "read/acts.h"
#include "read/quoted_parts.h"
#include "read/sources.h"

namespace sayso {
namespace {}  // namespace

void KeptStatements::claim(Index first, Index last, Index by) {
    for (auto i = first; i < last; ++i) {
        if (words_[i].quoted != none) owners_[static_cast<std::size_t>(words_[i].quoted)] = by;
    }
}

void KeptStatements::remember(Attribution one) {
    judge_quotation(words_, one);
    const auto index = static_cast<Index>(all.size());
    all.push_back(std::move(one));
    claim(all.back().first, all.back().last, index);
}

void KeptStatements::append(std::size_t to, Index first, Index last) {
    auto& one = all[to];
    one.statement.content.push_back(words_.span(first, last));
    one.last = std::max(one.last, last);
    claim(first, last, static_cast<Index>(to));
    judge_quotation(words_, one);
    last_in_zone = static_cast<Index>(to);
    last_zone = words_.unit(first).zone;
}

void KeptStatements::take_over_open_quotation(Attribution& one, Index first) {
    if (!one.source || words_[first].quoted == none) return;
    const auto before = words_.quotations[static_cast<std::size_t>(words_[first].quoted)].continues;
    if (!before || owners_[*before] == none) return;
    auto& other = all[static_cast<std::size_t>(owners_[*before])];
    if (other.source || other.statement.cue || other.statement.content.empty()) return;
    auto& content = one.statement.content;
    content.insert(content.begin(), other.statement.content.begin(), other.statement.content.end());
    one.first = std::min(one.first, other.first);
    other.statement.content.clear();
}

std::vector<Attribution> KeptStatements::finished() {
    all.erase(
        std::remove_if(all.begin(), all.end(), [](const Attribution& one) { return one.statement.content.empty(); }),
        all.end());
    std::stable_sort(all.begin(), all.end(), [](const Attribution& a, const Attribution& b) {
        return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    return std::move(all);
}

void keep(const UnitView& u, KeptStatements& kept, const Tag& tag, const std::vector<std::pair<Index, Index>>& parts) {
    Attribution one;
    one.source = tag.source;
    one.addressee = tag.addressee;
    if (tag.via) one.via.push_back(*tag.via);
    one.first = tag.first();
    one.last = std::max(tag.after, tag.cue_last);
    auto& statement = one.statement;
    auto cue_first = tag.group.first;
    while (cue_first < tag.verb && u[cue_first].is(time_word)) ++cue_first;
    statement.cue = Cue{u.words.span(cue_first, tag.cue_last), tag.cue->lemma};
    for (const auto& [first, last] : parts) {
        statement.content.push_back(u.words.span(first, last));
        one.first = std::min(one.first, first);
        one.last = std::max(one.last, last);
    }
    statement.act = tag.cue->act;
    statement.certainty = tag.cue->certainty;
    if (leaves_open(tag)) {
        statement.act = Act::suggest;
        statement.certainty = Certainty::possible;
    } else {
        weigh(u, statement, parts);
        disclaim(u, statement);
    }
    kept.take_over_open_quotation(one, parts.front().first);
    const auto next = quoted_by_at(u, one.last);
    if (next) {
        one.via.push_back(*next);
        one.last = next->last;
    }
    kept.remember(std::move(one));
    const auto index = static_cast<Index>(kept.all.size()) - 1;
    for (const auto& [first, last] : parts) kept.claim(first, last, index);
    kept.last_in_zone = index;
    kept.last_zone = u.words.unit(parts.back().first).zone;
}

}  // namespace sayso
