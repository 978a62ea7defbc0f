#pragma once

#include <string>
#include <vector>

#include "analyse/products.h"
#include "analyse/rows.h"

namespace sayso::analyse {

/// The model's numbers for trees, as docs/model.md names them.
struct ArcNumbers {
    std::span<const float> matrix, bias, root;
};
struct RelationNumbers {
    std::span<const float> weight, bias;
};

/// How well the words of a sentence hang on each other.
class ArcScorer {
public:
    ArcScorer() = default;
    explicit ArcScorer(const ArcNumbers& numbers);

    /// The scores of `best_tree` for the words of a sentence, from their rows of `arc_dependent` and `arc_head`;
    /// `width` numbers each.
    struct Scores {
        std::vector<float> numbers;
        std::size_t width = 0;
        [[nodiscard]] Rows rows() const { return {numbers, width}; }
    };
    [[nodiscard]] Scores scores(Rows dependents, Rows heads) const;

private:
    PackedMatrix matrix_;
    std::vector<float> bias_, root_;
};

/// The relations of words to their heads.
class RelationLabeller {
public:
    RelationLabeller() = default;
    RelationLabeller(const RelationNumbers& numbers, std::vector<std::string> labels);

    /// The relation of each word of a sentence whose heads are known, from their rows of `relation_dependent` and
    /// `relation_head`: "root" for the word whose head is -1, and for no other.
    [[nodiscard]] std::vector<std::string> relations(const std::vector<std::int32_t>& tree, Rows dependents,
                                                     Rows heads) const;

private:
    [[nodiscard]] static std::vector<float> hidden_rows(const std::vector<std::int32_t>& tree, Rows dependents,
                                                        Rows heads);
    [[nodiscard]] std::size_t best_label(std::span<const float> products) const;

    PackedMatrix weight_;
    std::vector<float> bias_;
    std::vector<std::string> labels_;
};

}  // namespace sayso::analyse
