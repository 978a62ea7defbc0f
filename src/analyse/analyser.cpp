#include <algorithm>
#include <span>

#include "analyse/abbreviations.h"
#include "analyse/model.h"
#include "analyse/names.h"
#include "analyse/names_lexicon.h"
#include "analyse/rule_votes.h"
#include "analyse/samples.h"
#include "analyse/sentence_vectors.h"
#include "analyse/sentences.h"
#include "analyse/tokens.h"
#include "base/tables.h"
#include "sayso/analyse.h"

namespace sayso {
namespace {

/// Scores take some 10 kB a word, so a long text is scored in parts.
constexpr std::size_t windows_at_once = 8;

}  // namespace

struct Analyser::Knowledge {
    explicit Knowledge(const std::string& path) : model(path) {}

    analyse::Model model;
    analyse::Abbreviations abbreviations;
    analyse::NamesLexicon names;
    std::string name;
};

namespace {

/// What the rules make of an article: words, which are kept, and sentences and names, which are votes.
struct RulesView {
    Analysis analysis;
    std::vector<std::uint32_t> blocks;     ///< the words that begin one
    std::vector<std::uint32_t> sentences;  ///< the words that begin one
};

RulesView apply_rules(const Article& article, const analyse::Abbreviations& abbreviations,
                      const analyse::NamesLexicon& names) {
    RulesView rules;
    auto& analysis = rules.analysis;
    analysis.text = article.document.text;
    for (const auto block : analyse::find_blocks(article.document)) {
        const auto first = static_cast<std::uint32_t>(analysis.tokens.size());
        analyse::find_tokens(analysis.text, block, abbreviations, analysis.tokens);
        analyse::find_sentences(analysis.text, analysis.tokens, first, abbreviations, analysis.sentences);
        if (analysis.tokens.size() > first) rules.blocks.push_back(first);
    }
    for (const auto& sentence : analysis.sentences) rules.sentences.push_back(sentence.first);
    analyse::find_names(analysis, names);
    return rules;
}

/// The stretches that no sentence crosses: blocks, and windows, so that what comes out of a window depends on no other.
std::vector<analyse::WordRange> blocks_within(const std::vector<std::uint32_t>& blocks,
                                              const std::vector<analyse::Window>& windows) {
    std::vector<analyse::WordRange> out;
    for (const auto window : windows) {
        auto begin = window.first;
        auto next = std::upper_bound(blocks.begin(), blocks.end(), begin);
        for (; next != blocks.end() && *next < window.last; ++next) {
            out.push_back({begin, *next});
            begin = *next;
        }
        out.push_back({begin, window.last});
    }
    return out;
}

/// Fills in the analysis, whose text and tokens are there. `each_part` is given the scores of some windows and the
/// number of the first sentence that was made of them.
template <class EachPart>
void decode(const analyse::Model& model, const RulesView& rules, Analysis& analysis, const EachPart& each_part) {
    const auto& network = model.network();
    const auto text = network.prepare(analysis.text, analysis.tokens, rules.blocks, rules.sentences);
    analyse::DocumentDecoder decoder(model.decoder(), analysis);
    for (std::size_t first = 0; first < text.windows.size(); first += windows_at_once) {
        auto scores = network.run(text, first, std::min(first + windows_at_once, text.windows.size()));
        analyse::add_rule_votes(rules.analysis, network.labels(), scores);
        const auto sentences = analysis.sentences.size();
        decoder.add({scores.first(), scores.tags(), scores.pairs(), blocks_within(rules.blocks, scores.windows()),
                     scores.windows()});
        each_part(scores, sentences);
    }
    decoder.finish();
}

}  // namespace

Analyser::Analyser() : Analyser(default_model()) {}

Analyser::Analyser(const std::string& model) {
    auto knowledge = std::make_shared<Knowledge>(model);
    const auto& file = knowledge->model.network().file();
    knowledge->name =
        knowledge->model.network().name() + "-" + file.hash().substr(0, 12) + "+rules-" + built_in_hash().substr(0, 12);
    knowledge_ = std::move(knowledge);
    analyse::check_samples(file, *this);
}

const std::string& Analyser::model() const {
    return knowledge_->name;
}

template <class EachPart>
Analysis Analyser::analyse(const Article& article, const EachPart& each_part) const {
    const auto rules = apply_rules(article, knowledge_->abbreviations, knowledge_->names);
    Analysis analysis;
    analysis.given_id = article.given_id;
    analysis.text = rules.analysis.text;
    analysis.model = knowledge_->name;
    analysis.tokens = rules.analysis.tokens;
    decode(knowledge_->model, rules, analysis, [&](const analyse::Scores& scores, std::size_t first) {
        each_part(scores, std::span(analysis.sentences).subspan(first));
    });
    return analysis;
}

Analysis Analyser::analyse(const Article& article) const {
    return analyse(article, [](const analyse::Scores&, std::span<const Sentence>) {});
}

std::vector<std::vector<float>> Analyser::sentence_vectors(const Article& article) const {
    std::vector<std::vector<float>> vectors;
    static_cast<void>(analyse(article, [&](const analyse::Scores& scores, std::span<const Sentence> sentences) {
        for (const auto& sentence : sentences) {
            const auto words = scores.vectors().part(sentence.first - scores.first(), sentence.last - scores.first());
            vectors.push_back(analyse::sentence_vector(words, knowledge_->model.network().sentence()));
        }
    }));
    return vectors;
}

}  // namespace sayso
