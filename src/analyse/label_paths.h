#pragma once

#include <span>
#include <string>
#include <vector>

#include "analyse/rows.h"

namespace sayso::analyse {

/// Labels "O", "B-x" and "I-x" in the order of their scores.
class SpanLabels {
public:
    SpanLabels() = default;
    /// Throws `BadInput` for labels that are none of these, or an "I-x" without "B-x".
    explicit SpanLabels(const std::vector<std::string>& labels);

    [[nodiscard]] std::size_t size() const { return kinds_.size(); }
    /// The x of all labels, in the order in which they come first.
    [[nodiscard]] const std::vector<std::string>& classes() const { return classes_; }

    /// The labels with the highest sum of scores, one for each row, in which I-x follows B-x or I-x.
    [[nodiscard]] std::vector<std::uint32_t> best_path(Rows scores, float lean = 0) const;

    /// How likely the word of the scores is labelled with the class, as its begin or within it; in hundredths.
    [[nodiscard]] float probability(std::span<const float> scores, std::uint32_t label_class) const;

    struct Labelled {
        WordRange words;  ///< counted from the first row
        std::uint32_t label_class = 0;
        bool operator==(const Labelled&) const = default;
    };
    /// The spans of the best path, in order.
    /// The spans of the best path. `lean` is added to the scores of all labels but O.
    [[nodiscard]] std::vector<Labelled> find_spans(Rows scores, float lean = 0) const;

private:
    enum class Place { outside, begin, inside };
    struct Kind {
        Place place = Place::outside;
        std::uint32_t label_class = 0;
    };
    [[nodiscard]] std::uint32_t class_named(const std::string& name);
    [[nodiscard]] bool may_follow(std::size_t before, std::size_t label) const;

    std::vector<std::string> classes_;
    std::vector<Kind> kinds_;
    std::vector<std::vector<std::uint32_t>> before_inside_;  ///< for each I-x the labels that it may follow
};

}  // namespace sayso::analyse
