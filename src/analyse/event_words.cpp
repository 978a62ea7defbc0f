#include "analyse/event_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyse/attribution_links.h"
#include "analyse/probabilities.h"
#include "analyse/products.h"
#include "sayso/error.h"

namespace sayso::analyse {
namespace {

/// A score below it is a probability below a quarter, which is not told.
constexpr float least_score = -1.1F;

/// max(0, a + b + c), into `sum`.
void add_rectified(std::span<const float> a, std::span<const float> b, std::span<const float> c,
                   std::vector<float>& sum) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] = std::max(a[i] + b[i] + c[i], 0.0F);
}

}  // namespace

EventModes::EventModes(const std::vector<std::string>& types, const std::vector<std::string>& labels)
    : count_(labels.size()), of_type_(types.size()) {
    for (std::size_t place = 0; place < labels.size(); ++place) {
        const auto dot = labels[place].find('.');
        const auto type = std::find(types.begin(), types.end(), labels[place].substr(0, dot));
        if (type == types.end()) throw BadInput(fmt::format("the mode \"{}\" is of no type of event", labels[place]));
        of_type_[static_cast<std::size_t>(type - types.begin())].push_back(
            {place, dot == std::string::npos ? "" : labels[place].substr(dot + 1)});
    }
    for (std::size_t type = 0; type < types.size(); ++type) {
        if (of_type_[type].empty()) throw BadInput(fmt::format("the type \"{}\" has no modes", types[type]));
    }
}

EventWords::Likely EventModes::likeliest(std::uint32_t type, std::span<const float> scores) const {
    std::vector<float> own;
    for (const auto& mode : of_type_[type]) own.push_back(scores[mode.place]);
    const auto best = best_of(own);
    return {of_type_[type][best].name, in_hundredths(probabilities(own)[best])};
}

bool takes_part(std::string_view upos) {
    constexpr std::string_view kinds[] = {"ADJ", "ADV", "INTJ", "NOUN", "NUM", "PRON", "PROPN", "SYM", "VERB", "X"};
    return std::find(std::begin(kinds), std::end(kinds), upos) != std::end(kinds);
}

std::vector<RoleScore> find_roles(WordRange trigger, const RoleRows& rows, const RoleNumbers& numbers) {
    const auto width = rows.words.width();
    const Rows weight(numbers.weight, width), distance(numbers.distance, width);
    std::vector<RoleScore> found;
    std::vector<float> sum(width);
    for (std::uint32_t word = 0; word < rows.candidates.size(); ++word) {
        if (!rows.candidates[word] || trigger.contains({word, word + 1})) continue;
        const auto apart = std::int64_t{word} - std::int64_t{trigger.first};
        add_rectified(rows.events[trigger.first], rows.words[word], distance[link_bucket(apart)], sum);
        for (std::size_t role = 0; role < numbers.bias.size(); ++role) {
            const auto score = numbers.bias[role] + dot(weight[role], sum);
            if (score >= least_score) found.push_back({word, role, score});
        }
    }
    return found;
}

}  // namespace sayso::analyse
