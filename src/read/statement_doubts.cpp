#include "read/statement_doubts.h"

#include <algorithm>
#include <cmath>

#include "read/direct_speech.h"
#include "read/event_fillers.h"
#include "read/words.h"

namespace sayso {
namespace {

/// In the order of `StatementDoubts::signs`.
constexpr std::array<float, StatementDoubts::sign_count> weights{5.41F,  -3.14F, -1.43F, -0.35F, -1.11F, -2.52F,
                                                                 -2.20F, -0.42F, 1.03F,  0.21F,  -0.81F, -0.58F,
                                                                 -0.41F, 1.38F,  -2.23F, 0.70F};

/// The place of one of them.
constexpr std::size_t overlap_with_rules = 14;

/// Of the logarithm of how much likelier wrong than right. Essays are written in the words of statements without being
/// some.
constexpr float enough = 0.4F, enough_of_essay = -0.8F;

/// From which probability on the network is sure of a cue.
constexpr float sure_cue = 0.8F;

std::size_t length(const std::vector<Span>& pieces) {
    std::size_t sum = 0;
    for (const auto piece : pieces) sum += piece.end - piece.begin;
    return sum;
}

/// How much of what either has both have.
float overlap(const std::vector<Span>& a, const std::vector<Span>& b) {
    std::size_t both = 0;
    for (const auto one : a) {
        for (const auto other : b) {
            if (one.overlaps(other)) both += std::min(one.end, other.end) - std::max(one.begin, other.begin);
        }
    }
    const auto all = length(a) + length(b) - both;
    return all == 0 ? 0.0F : static_cast<float>(both) / static_cast<float>(all);
}

float logarithm(std::size_t number) {
    return std::log1p(static_cast<float>(number));
}

/// A column, a history, an essay: a text of some length in which words are seldom given to anybody.
bool is_essay(const TreeView& tree) {
    constexpr std::size_t few_sentences = 10;
    constexpr float told_to_a_sentence = 0.22F;
    const auto& analysis = *tree.words().analysis;
    const auto told = std::count_if(analysis.attributions.begin(), analysis.attributions.end(),
                                    [](const auto& one) { return one.cue_probability > sure_cue; });
    const auto sentences = analysis.sentences.size();
    return sentences >= few_sentences && static_cast<float>(told) < told_to_a_sentence * static_cast<float>(sentences);
}

}  // namespace

void CueIndex::add(Span cue, std::size_t of) {
    cues_.emplace_back(cue, of);
    longest_ = std::max(longest_, cue.end - cue.begin);
}

void CueIndex::sort() {
    std::stable_sort(cues_.begin(), cues_.end(),
                     [](const auto& a, const auto& b) { return a.first.begin < b.first.begin; });
}

std::vector<std::size_t> CueIndex::at(Span cue) const {
    const auto from = cue.begin - std::min(cue.begin, longest_);
    auto one = std::lower_bound(cues_.begin(), cues_.end(), from,
                                [](const auto& known, std::uint32_t begin) { return known.first.begin < begin; });
    std::vector<std::size_t> found;
    for (; one != cues_.end() && one->first.begin < cue.end; ++one) {
        if (one->first.overlaps(cue)) found.push_back(one->second);
    }
    return found;
}

StatementDoubts::StatementDoubts(const TreeView& tree, const std::vector<Attribution>& by_rules)
    : tree_(tree), without_capitals_(is_without_capitals(*tree.words().analysis)), is_essay_(is_essay(tree)) {
    const auto& relations = tree.words().analysis->attributions;
    for (std::size_t i = 0; i < relations.size(); ++i) learned_.add(relations[i].cue, i);
    for (const auto& one : by_rules) {
        if (!one.statement.cue) continue;
        ruled_.add(one.statement.cue->span, ruled_contents_.size());
        ruled_contents_.push_back(one.statement.content);
    }
    learned_.sort();
    ruled_.sort();
}

/// What the network has of the cue, the likeliest of several; or null.
const AttributionRelation* StatementDoubts::learned_at(Span cue) const {
    const AttributionRelation* best = nullptr;
    for (const auto i : learned_.at(cue)) {
        const auto& one = tree_.words().analysis->attributions[i];
        if (best == nullptr || one.cue_probability > best->cue_probability) best = &one;
    }
    return best;
}

/// The contents that the rules have of the cue, the first that they found; or null.
const std::vector<Span>* StatementDoubts::ruled_at(Span cue) const {
    const auto found = ruled_.at(cue);
    return found.empty() ? nullptr : &ruled_contents_[*std::min_element(found.begin(), found.end())];
}

std::array<float, StatementDoubts::sign_count> StatementDoubts::signs(const Attribution& one) const {
    const auto& statement = one.statement;
    const auto cue = statement.cue->span;
    const auto* learned = learned_at(cue);
    const auto* ruled = ruled_at(cue);
    const AttributionRelation nothing{};
    const auto& told = learned == nullptr ? nothing : *learned;
    const auto yes = [](bool sign) { return sign ? 1.0F : 0.0F; };
    const std::size_t source_length = one.source ? static_cast<std::size_t>(one.source->last - one.source->first) : 0;
    return {1.0F,
            yes(learned == nullptr),
            told.cue_probability,
            told.source_probability,
            told.content_probability,
            yes(learned != nullptr && told.contents.empty()),
            overlap(told.contents, statement.content),
            logarithm(length(statement.content)),
            yes(statement.act == Act::praise),
            yes(statement.act == Act::state),
            yes(!one.source),
            yes(statement.quotation == Quotation::direct),
            logarithm(source_length),
            yes(ruled != nullptr),
            ruled == nullptr ? 0.0F : overlap(*ruled, statement.content),
            yes(ruled != nullptr && learned == nullptr)};
}

/// No "who", no "they".
bool StatementDoubts::speaks_by_name_or_noun(const Attribution& one) const {
    if (!one.source) return false;
    const auto& source = tree_.words()[one.source->head];
    return !source.is(pronoun | object_pronoun | possessive | relative) || source.name != none;
}

bool StatementDoubts::is_doubtful(const Attribution& one) const {
    if (!one.statement.cue || is_layout(*one.statement.cue) || without_capitals_) return false;
    // Of what is plainly said few are wrong.
    if (one.source && (one.statement.cue->lemma == "say" || one.statement.cue->lemma == "add")) return false;
    // "had been warned of an attack": warnings and claims of responsibility have words of their own.
    if (one.statement.act == Act::warn || one.statement.act == Act::claim) return false;
    const auto found = signs(one);
    // Rules that have the very content know constructions which the network may not have met.
    constexpr float very = 0.9F;
    if (found[overlap_with_rules] >= very && speaks_by_name_or_noun(one)) return false;
    float sum = 0;
    for (std::size_t i = 0; i < sign_count; ++i) sum += weights[i] * found[i];
    // Somebody's very words are seldom an essay's own.
    const bool as_in_essay = is_essay_ && one.statement.quotation == Quotation::indirect;
    return sum > (as_in_essay ? enough_of_essay : enough);
}

}  // namespace sayso
