#include "analyse/arcs.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace sayso::analyse {

ArcScorer::ArcScorer(const ArcNumbers& numbers)
    : matrix_(Rows(numbers.matrix, numbers.bias.size())),
      bias_(numbers.bias.begin(), numbers.bias.end()),
      root_(numbers.root.begin(), numbers.root.end()) {}

ArcScorer::Scores ArcScorer::scores(Rows dependents, Rows heads) const {
    const auto width = bias_.size();
    auto all_heads = rectified(heads);
    all_heads.insert(all_heads.end(), root_.begin(), root_.end());
    const auto projected = matrix_.times(Rows(all_heads, width));
    const PackedMatrix columns(Rows(projected, matrix_.product_width()).columns(0, width));
    const auto rectified_dependents = rectified(dependents);
    Scores scores{columns.times(Rows(rectified_dependents, width)), columns.product_width()};
    for (std::size_t head = 0; head <= heads.count(); ++head) {
        const float bias = dot(bias_, Rows(all_heads, width)[head]);
        for (std::size_t word = 0; word < dependents.count(); ++word) {
            scores.numbers[word * scores.width + head] += bias;
        }
    }
    return scores;
}

RelationLabeller::RelationLabeller(const RelationNumbers& numbers, std::vector<std::string> labels)
    : weight_(Rows(numbers.weight, labels.empty() ? 0 : numbers.weight.size() / labels.size())),
      bias_(numbers.bias.begin(), numbers.bias.end()),
      labels_(std::move(labels)) {}

std::size_t RelationLabeller::best_label(std::span<const float> products) const {
    std::size_t best = 0;
    float best_score = -std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < labels_.size(); ++i) {
        const float score = products[i] + bias_[i];
        if (score <= best_score || labels_[i] == "root") continue;
        best = i;
        best_score = score;
    }
    return best;
}

std::vector<float> RelationLabeller::hidden_rows(const std::vector<std::int32_t>& tree, Rows dependents, Rows heads) {
    const auto width = dependents.width();
    std::vector<float> hidden(tree.size() * width);
    for (std::size_t word = 0; word < tree.size(); ++word) {
        // The root word's row is a place holder: its label is known.
        const float* head = heads[tree[word] < 0 ? word : static_cast<std::size_t>(tree[word])].data();
        const float* dependent = dependents[word].data();
        float* sum = hidden.data() + word * width;
        for (std::size_t i = 0; i < width; ++i) sum[i] = std::max(dependent[i] + head[i], 0.0F);
    }
    return hidden;
}

std::vector<std::string> RelationLabeller::relations(const std::vector<std::int32_t>& tree, Rows dependents,
                                                     Rows heads) const {
    const auto hidden = hidden_rows(tree, dependents, heads);
    const auto products = weight_.times(Rows(hidden, dependents.width()));
    std::vector<std::string> relations(tree.size(), "root");
    for (std::size_t word = 0; word < tree.size(); ++word) {
        if (tree[word] >= 0) relations[word] = labels_[best_label(Rows(products, weight_.product_width())[word])];
    }
    return relations;
}

}  // namespace sayso::analyse
