#include "analyse/label_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "analyse/probabilities.h"
#include "sayso/error.h"

namespace sayso::analyse {

std::uint32_t SpanLabels::class_named(const std::string& name) {
    const auto found = std::find(classes_.begin(), classes_.end(), name);
    const auto at = static_cast<std::uint32_t>(found - classes_.begin());
    if (found == classes_.end()) classes_.push_back(name);
    return at;
}

SpanLabels::SpanLabels(const std::vector<std::string>& labels) {
    for (const auto& label : labels) {
        if (label == "O") {
            kinds_.push_back({});
        } else if (label.size() > 2 && (label.starts_with("B-") || label.starts_with("I-"))) {
            kinds_.push_back({label[0] == 'B' ? Place::begin : Place::inside, class_named(label.substr(2))});
        } else {
            throw BadInput(fmt::format("the label \"{}\" is neither O nor begins with B- or I-", label));
        }
    }
    before_inside_.resize(kinds_.size());
    bool opens = false;
    for (std::uint32_t label = 0; label < kinds_.size(); ++label) {
        opens = opens || kinds_[label].place != Place::inside;
        for (std::uint32_t before = 0; before < kinds_.size(); ++before) {
            if (kinds_[label].place == Place::inside && may_follow(before, label)) {
                before_inside_[label].push_back(before);
            }
        }
        if (kinds_[label].place == Place::inside && before_inside_[label].size() < 2) {
            throw BadInput(fmt::format("the label \"{}\" has no B- beside it", labels[label]));
        }
    }
    if (!opens) throw BadInput("there are no labels for spans");
}

bool SpanLabels::may_follow(std::size_t before, std::size_t label) const {
    if (kinds_[label].place != Place::inside) return true;
    return kinds_[before].place != Place::outside && kinds_[before].label_class == kinds_[label].label_class;
}

std::vector<std::uint32_t> SpanLabels::best_path(Rows scores, float lean) const {
    const auto count = scores.count();
    std::vector<std::uint32_t> path(count);
    if (count == 0) return path;
    std::vector<double> sums(size()), next(size());  // best sum of a path that ends with the label
    std::vector<std::uint32_t> before(count * size());
    const auto score = [&](std::size_t at, std::size_t label) {
        return double{scores[at][label]} + (kinds_[label].place == Place::outside ? 0.0 : double{lean});
    };
    for (std::size_t label = 0; label < size(); ++label) {
        const bool possible = kinds_[label].place != Place::inside;
        sums[label] = possible ? score(0, label) : -std::numeric_limits<double>::infinity();
    }
    const auto best_end = [&] {
        return static_cast<std::uint32_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
    };
    for (std::size_t at = 1; at < count; ++at) {
        const auto best = best_end();
        for (std::size_t label = 0; label < size(); ++label) {
            auto from = best;
            if (kinds_[label].place == Place::inside) {
                const auto& possible = before_inside_[label];
                from = *std::max_element(possible.begin(), possible.end(),
                                         [&](auto a, auto b) { return sums[a] < sums[b]; });
            }
            before[at * size() + label] = from;
            next[label] = sums[from] + score(at, label);
        }
        sums.swap(next);
    }
    path.back() = best_end();
    for (auto at = count - 1; at > 0; --at) path[at - 1] = before[at * size() + path[at]];
    return path;
}

float SpanLabels::probability(std::span<const float> scores, std::uint32_t label_class) const {
    const auto shares = probabilities(scores);
    float share = 0;
    for (std::size_t label = 0; label < kinds_.size(); ++label) {
        const auto& kind = kinds_[label];
        if (kind.place != Place::outside && kind.label_class == label_class) share += shares[label];
    }
    return in_hundredths(share);
}

std::vector<SpanLabels::Labelled> SpanLabels::find_spans(Rows scores, float lean) const {
    std::vector<Labelled> spans;
    const auto path = best_path(scores, lean);
    for (std::uint32_t at = 0; at < path.size(); ++at) {
        const auto kind = kinds_[path[at]];
        if (kind.place == Place::begin) spans.push_back({{at, at + 1}, kind.label_class});
        if (kind.place == Place::inside && !spans.empty()) spans.back().words.last = at + 1;
    }
    return spans;
}

}  // namespace sayso::analyse
