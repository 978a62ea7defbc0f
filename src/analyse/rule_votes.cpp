#include "analyse/rule_votes.h"

#include <algorithm>
#include <string>

namespace sayso::analyse {
namespace {

constexpr float start_vote = 1.5F;
constexpr float name_vote = 1.5F;

std::size_t label_at(const std::vector<std::string>& labels, std::string_view mark, NameType type) {
    const auto found = std::find(labels.begin(), labels.end(), std::string(mark) + std::string(name_of(type)));
    return static_cast<std::size_t>(found - labels.begin());
}

void vote_for_starts(const Analysis& rules, Scores& scores) {
    for (auto word = scores.first(); word < scores.last(); ++word) scores.tags_of(word)[0] -= start_vote;
    for (const auto& sentence : rules.sentences) {
        if (sentence.first < scores.first() || sentence.first >= scores.last()) continue;
        scores.tags_of(sentence.first)[0] += 2 * start_vote;
    }
}

void vote_for_names(const Analysis& rules, const HeadLabels& labels, Scores& scores) {
    const std::size_t names = 1 + labels.upos.size() + labels.lemma.size();
    auto word = scores.first();
    for (const auto& name : rules.names) {
        while (word < scores.last() && rules.tokens[word].span.begin < name.span.begin) ++word;
        for (auto mark = "B-"; word < scores.last() && rules.tokens[word].span.end <= name.span.end; mark = "I-") {
            const auto label = label_at(labels.names, mark, name.type);
            if (label < labels.names.size()) scores.tags_of(word)[names + label] += name_vote;
            ++word;
        }
    }
}

}  // namespace

void add_rule_votes(const Analysis& rules, const HeadLabels& labels, Scores& scores) {
    vote_for_starts(rules, scores);
    vote_for_names(rules, labels, scores);
}

}  // namespace sayso::analyse
