#include "read/place_choice.h"

#include <algorithm>
#include <cmath>

namespace sayso {
namespace {

constexpr int rounds = 4;
/// Senses less likely than this tell others nothing.
constexpr double least_belief = 0.02;
constexpr std::size_t most_neighbours = 80;

constexpr double prior_weight = 0.75, support_weight = 4, most_support = 6;
constexpr double in_told_place = 8, near_told_place = 5, in_told_country = 6, of_told_kind = 3, not_in_told_place = 8;
/// That none of the places that the gazetteer knows is meant.
constexpr double unknown_place = 4.6, doubt = 2.5;
/// The more other places a text names, the less a town is meant that lies with none of them.
constexpr double doubt_by_neighbour = 0.6, most_doubting = 5;
/// How likely it must be that the place lies about where the chosen sense does.
constexpr double sure_enough = 0.55;
constexpr double same_place_km = 50, near_km = 120;

constexpr double in_district = 2, in_division = 1.5, in_country = 0.25, same_region = 0.5, same_country = 0.15;
constexpr double far_off = 0.31, most_from_far = 0.5;
constexpr double in_outlet_country = 0.8, district_of_country = 0.3, neighbourhood_km = 120;
/// That a town and a county of one text belong together is seldom chance, however many others are called so.
constexpr double least_belief_in_district = 0.4;

/// How much one sense speaks for the other.
double kinship(const PlaceSense& a, const PlaceSense& b) {
    double kin = 0;
    if (a.country != nullptr || b.country != nullptr) return a.code == b.code ? in_country : 0;
    if (a.code.empty() || b.code.empty()) return 0;
    const bool district = a.is_district() || b.is_district();
    if (a.code == b.code) kin = district ? district_of_country : same_country;
    if (lies_in(a, b) || lies_in(b, a)) return district ? in_district : in_division;
    if (!a.around.empty() && !b.around.empty() && a.around.back() == b.around.back()) kin = same_region;
    if (a.has_point && b.has_point && !a.is_division() && !b.is_division()) {
        kin = std::max(kin, std::exp(-distance(a, b) / neighbourhood_km));
    }
    return kin;
}

bool same(const PlaceSense& a, const PlaceSense& b) {
    return a.country == b.country && a.toponym == b.toponym;
}

bool joined(const PlaceSense& a, const PlaceSense& b, PlaceJoin::How how) {
    if (how == PlaceJoin::near) return a.has_point && b.has_point && distance(a, b) < near_km;
    // Any two towns of a list may have namesakes that lie side by side; a town and a county seldom do.
    if (how == PlaceJoin::beside && a.is_district() == b.is_district()) return false;
    if (how == PlaceJoin::beside) return a.has_point && b.has_point && distance(a, b) < same_place_km;
    return lies_in(a, b) || lies_in(b, a);
}

class Choice {
public:
    Choice(const std::vector<PlaceName>& names, const std::vector<PlaceJoin>& joins) : names_(names), joins_(joins) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            told_.push_back(told(names[i]));
            beliefs_.emplace_back(names[i].senses.size());
        }
        find_neighbours();
    }

    void run() {
        settle(false);
        for (int i = 0; i < rounds; ++i) settle(true);
    }

    [[nodiscard]] std::optional<std::size_t> best(std::size_t name) const {
        const auto& beliefs = beliefs_[name];
        if (beliefs.empty()) return std::nullopt;
        const auto best = static_cast<std::size_t>(std::max_element(beliefs.begin(), beliefs.end()) - beliefs.begin());
        double about_there = 0;
        for (std::size_t s = 0; s < beliefs.size(); ++s) {
            if (s == best || same_place(names_[name].senses[s], names_[name].senses[best])) about_there += beliefs[s];
        }
        return about_there >= sure_enough ? std::optional(best) : std::nullopt;
    }

private:
    static bool same_place(const PlaceSense& a, const PlaceSense& b) {
        return a.has_point && b.has_point && (distance(a, b) < same_place_km || lies_in(a, b) || lies_in(b, a));
    }

    /// What the name's own words tell of each sense.
    static std::vector<double> told(const PlaceName& name) {
        std::vector<double> scores;
        for (const auto& sense : name.senses) {
            auto score = prior_weight * sense.prior;
            const bool town = sense.toponym && sense.toponym->kind == ToponymKind::city;
            if (name.told_town) score += town ? of_told_kind : -of_told_kind;
            if (name.told_division) score += sense.is_division() ? of_told_kind : -of_told_kind;
            if (std::find(name.countries.begin(), name.countries.end(), sense.code) != name.countries.end()) {
                score += in_told_country;
            }
            scores.push_back(score);
        }
        return scores;
    }

    /// The names that tell most.
    void find_neighbours() {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (!names_[i].senses.empty()) neighbours_.push_back(i);
        }
        std::stable_sort(neighbours_.begin(), neighbours_.end(),
                         [&](std::size_t a, std::size_t b) { return names_[a].weight > names_[b].weight; });
        if (neighbours_.size() > most_neighbours) neighbours_.resize(most_neighbours);
    }

    void settle(bool with_neighbours) {
        auto next = beliefs_;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            auto scores = told_[i];
            add_joins(i, with_neighbours, scores);
            for (std::size_t s = 0; with_neighbours && s < scores.size(); ++s) {
                scores[s] += support_weight * std::min(most_support, support(i, names_[i].senses[s]));
            }
            next[i] = as_beliefs(scores, unknown(i, with_neighbours));
        }
        beliefs_ = std::move(next);
    }

    [[nodiscard]] double unknown(std::size_t name, bool with_neighbours) const {
        auto score = unknown_place + (names_[name].doubtful ? doubt : 0);
        const auto others = static_cast<double>(neighbours_.size()) - 1;
        if (with_neighbours) score += doubt_by_neighbour * std::clamp(others, 0.0, most_doubting);
        return score;
    }

    /// What other names tell of this sense, each by what it most likely means itself. However many are told to lie
    /// somewhere in the same country, it is but the same country.
    [[nodiscard]] double support(std::size_t name, const PlaceSense& sense) const {
        double nearby = 0, far = 0;
        for (const auto other : neighbours_) {
            if (other == name) continue;
            const auto told = names_[other].weight * most_support_of(other, sense);
            (told < far_off * names_[other].weight ? far : nearby) += told;
        }
        return nearby + std::min(most_from_far, far);
    }

    [[nodiscard]] double most_support_of(std::size_t other, const PlaceSense& sense) const {
        const auto& name = names_[other];
        double most = 0;
        for (std::size_t s = 0; s < name.senses.size(); ++s) {
            const auto& its = name.senses[s];
            // What a "Lima News" tells of Lima is not how great it is.
            if (name.outlet && same(sense, its)) continue;
            auto belief = beliefs_[other][s];
            if (belief < least_belief && !sense.is_district() && !its.is_district()) continue;
            auto kin = kinship(sense, its);
            if (name.outlet && its.country != nullptr && kin > 0) kin = in_outlet_country;
            if (kin == in_district) belief = std::max(belief, least_belief_in_district);
            if (belief >= least_belief) most = std::max(most, belief * kin);
        }
        return most;
    }

    void add_joins(std::size_t name, bool with_beliefs, std::vector<double>& scores) const {
        for (const auto& join : joins_) {
            if (join.first != name && join.second != name) continue;
            const auto other = join.first == name ? join.second : join.first;
            std::vector<double> fits(scores.size());
            for (std::size_t s = 0; s < scores.size(); ++s) {
                fits[s] = fit(names_[name].senses[s], other, join, with_beliefs);
            }
            for (std::size_t s = 0; s < scores.size(); ++s) {
                scores[s] += (join.how == PlaceJoin::inside ? in_told_place : near_told_place) * fits[s];
                if (join.strict && join.first == name && fits[s] == 0) scores[s] -= not_in_told_place;
            }
        }
    }

    /// How well the sense goes with what the joined name means: 1 for its likeliest sense.
    [[nodiscard]] double fit(const PlaceSense& sense, std::size_t other, const PlaceJoin& join,
                             bool with_beliefs) const {
        double most = 0;
        const auto& senses = names_[other].senses;
        for (std::size_t s = 0; s < senses.size(); ++s) {
            if (!joined(sense, senses[s], join.how)) continue;
            const auto belief = with_beliefs ? std::max(0.25, beliefs_[other][s]) : 1;
            most = std::max(most, belief);
        }
        return most;
    }

    /// Shares that add up to 1 with that of an unknown place.
    static std::vector<double> as_beliefs(const std::vector<double>& scores, double unknown) {
        auto top = unknown;
        for (const auto score : scores) top = std::max(top, score);
        auto sum = std::exp(unknown - top);
        std::vector<double> beliefs;
        for (const auto score : scores) {
            beliefs.push_back(std::exp(score - top));
            sum += beliefs.back();
        }
        for (auto& belief : beliefs) belief /= sum;
        return beliefs;
    }

    const std::vector<PlaceName>& names_;
    const std::vector<PlaceJoin>& joins_;
    std::vector<std::vector<double>> told_, beliefs_;
    std::vector<std::size_t> neighbours_;
};

}  // namespace

std::vector<std::optional<std::size_t>> choose_senses(const std::vector<PlaceName>& names,
                                                      const std::vector<PlaceJoin>& joins) {
    Choice choice(names, joins);
    choice.run();
    std::vector<std::optional<std::size_t>> chosen;
    for (std::size_t i = 0; i < names.size(); ++i) chosen.push_back(choice.best(i));
    return chosen;
}

}  // namespace sayso
