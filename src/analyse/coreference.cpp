#include "analyse/coreference.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "analyse/products.h"
#include "base/utf8.h"

namespace sayso::analyse {
namespace {

constexpr std::string_view leading_words[] = {"the", "a", "an", "this", "that", "these", "those"};

template <class Word>
bool is_leading(const Word& word) {
    return std::find(std::begin(leading_words), std::end(leading_words), word) != std::end(leading_words);
}

/// Gives equal texts equal numbers.
class Numbering {
public:
    std::uint32_t number(std::string text) {
        return numbers_.try_emplace(std::move(text), static_cast<std::uint32_t>(numbers_.size())).first->second;
    }

private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

std::string lowered(const Analysis& analysis, std::uint32_t token) {
    return lower(analysis.form(analysis.tokens[token]));
}

/// A word that stands alone is kept, whatever it is.
std::string words_to_compare(const Analysis& analysis, WordRange words) {
    if (words.size() > 1 && is_leading(lowered(analysis, words.first))) ++words.first;
    if (words.size() > 1) {
        const auto last = lowered(analysis, words.last - 1);
        if (last == "'s" || last == "’s") --words.last;
    }
    std::string out;
    for (auto at = words.first; at < words.last; ++at) out += lowered(analysis, at) + ' ';
    return out;
}

CoreferenceTraits::Form form_of(const Token& head) {
    using Form = CoreferenceTraits::Form;
    if (head.upos == "PRON" || head.upos == "DET") return Form::pronoun;
    return head.upos == "PROPN" ? Form::name : Form::nominal;
}

/// Which of the buckets that begin with `begins` the number falls into.
template <std::size_t count>
std::uint32_t bucket(std::size_t number, const std::array<std::size_t, count>& begins) {
    const auto behind = std::upper_bound(begins.begin(), begins.end(), number);
    return static_cast<std::uint32_t>(behind - begins.begin()) - 1;
}

constexpr std::array<std::size_t, 9> mentions_apart{1, 2, 3, 4, 5, 8, 16, 32, 64};
constexpr std::array<std::size_t, 7> sentences_apart{0, 1, 2, 3, 4, 8, 16};

constexpr std::uint32_t first_sentence_row = 9, first_words_row = 16, first_type_row = 43, first_nesting_row = 45,
                        feature_rows = 48;

std::uint32_t match_of(const CoreferenceTraits& a, const CoreferenceTraits& b) {
    if (a.words == b.words) return 2;
    return a.head_word == b.head_word ? 1 : 0;
}

std::uint32_t nesting_of(WordRange words, WordRange earlier) {
    if (earlier.contains(words)) return 1;
    return words.contains(earlier) ? 2 : 0;
}

/// The sums of rows of `coref.features` that pairs of mentions ask for again and again.
class FeatureSums {
public:
    explicit FeatureSums(Rows features)
        : width_(features.width()),
          distances_(sums(features, {0, first_sentence_row, first_words_row})),
          likenesses_(sums(features, {first_words_row, first_type_row, first_nesting_row, feature_rows})) {}

    /// Of how far apart they are.
    [[nodiscard]] std::span<const float> distance(const PairFeatures& rows) const {
        return Rows(distances_, width_)[rows[0] * sentences_apart.size() + rows[1] - first_sentence_row];
    }
    /// Of their words, types and nesting.
    [[nodiscard]] std::span<const float> likeness(const PairFeatures& rows) const {
        const auto words = rows[2] - first_words_row, types = rows[3] - first_type_row;
        return Rows(likenesses_, width_)[(words * 2 + types) * 3 + rows[4] - first_nesting_row];
    }

private:
    /// For each choice of one row from each group, the last group changing first; `borders` are those of the groups.
    static std::vector<float> sums(Rows features, const std::vector<std::uint32_t>& borders) {
        std::vector<float> all(features.width(), 0.0F);
        for (std::size_t group = 0; group + 1 < borders.size(); ++group) {
            std::vector<float> longer;
            for (std::size_t at = 0; at < all.size(); at += features.width()) {
                for (auto row = borders[group]; row < borders[group + 1]; ++row) {
                    for (std::size_t i = 0; i < features.width(); ++i) longer.push_back(all[at + i] + features[row][i]);
                }
            }
            all = std::move(longer);
        }
        return all;
    }

    std::size_t width_;
    std::vector<float> distances_, likenesses_;
};

class AntecedentSearch {
public:
    AntecedentSearch(const std::vector<HeadedMention>& mentions, const std::vector<CoreferenceTraits>& traits,
                     Rows these, Rows those, const CoreferenceNumbers& numbers)
        : mentions_(mentions),
          traits_(traits),
          these_(these),
          those_(those),
          features_(Rows(numbers.features, numbers.weight.size())),
          weight_(numbers.weight),
          bias_(numbers.bias[0]) {}

    /// The best-scored mention before, the nearest of equal ones, if its score is above 0.
    [[nodiscard]] std::optional<std::size_t> find(std::size_t mention) const {
        std::optional<std::size_t> best;
        float best_score = 0;
        const auto first = mention - std::min(mention, most_antecedents);
        for (auto earlier = mention; earlier-- > first;) {
            const float score = score_of(mention, earlier);
            if (score <= best_score) continue;
            best = earlier;
            best_score = score;
        }
        return best;
    }

private:
    [[nodiscard]] float score_of(std::size_t mention, std::size_t earlier) const {
        const auto rows = pair_features(mentions_, traits_, mention, earlier);
        return bias_ + rectified_dot(weight_, these_[mention], those_[earlier], features_.distance(rows),
                                     features_.likeness(rows));
    }

    const std::vector<HeadedMention>& mentions_;
    const std::vector<CoreferenceTraits>& traits_;
    Rows these_, those_;
    FeatureSums features_;
    std::span<const float> weight_;
    float bias_;
};

}  // namespace

std::vector<CoreferenceTraits> coreference_traits(const Analysis& analysis,
                                                  const std::vector<HeadedMention>& mentions) {
    Numbering words, heads;
    std::vector<CoreferenceTraits> traits;
    traits.reserve(mentions.size());
    for (const auto& mention : mentions) {
        traits.push_back({words.number(words_to_compare(analysis, mention.words)),
                          heads.number(lowered(analysis, mention.head)), form_of(analysis.tokens[mention.head])});
    }
    return traits;
}

PairFeatures pair_features(const std::vector<HeadedMention>& mentions, const std::vector<CoreferenceTraits>& traits,
                           std::size_t later, std::size_t earlier) {
    const auto& i = mentions[later];
    const auto& j = mentions[earlier];
    const auto form_i = static_cast<std::uint32_t>(traits[later].form);
    const auto form_j = static_cast<std::uint32_t>(traits[earlier].form);
    return {bucket(later - earlier, mentions_apart),
            first_sentence_row + bucket(i.sentence - j.sentence, sentences_apart),
            first_words_row + 9 * match_of(traits[later], traits[earlier]) + 3 * form_i + form_j,
            first_type_row + (i.type == j.type ? 1U : 0U), first_nesting_row + nesting_of(i.words, j.words)};
}

std::vector<std::uint32_t> find_entities(const std::vector<HeadedMention>& mentions,
                                         const std::vector<CoreferenceTraits>& traits, Rows these, Rows those,
                                         const CoreferenceNumbers& numbers) {
    std::vector<std::uint32_t> entities;
    entities.reserve(mentions.size());
    std::uint32_t count = 0;
    const AntecedentSearch search(mentions, traits, these, those, numbers);
    for (std::size_t mention = 0; mention < mentions.size(); ++mention) {
        const auto antecedent = search.find(mention);
        entities.push_back(antecedent ? entities[*antecedent] : count++);
    }
    return entities;
}

}  // namespace sayso::analyse
