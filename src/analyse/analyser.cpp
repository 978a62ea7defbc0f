#include "analyse/abbreviations.h"
#include "analyse/names.h"
#include "analyse/names_lexicon.h"
#include "analyse/sentences.h"
#include "analyse/tokens.h"
#include "base/tables.h"
#include "sayso/analyse.h"

namespace sayso {

struct Analyser::Knowledge {
    analyse::Abbreviations abbreviations;
    analyse::NamesLexicon names;
    std::string model = "rules-" + built_in_hash().substr(0, 12);
};

Analyser::Analyser() : knowledge_(std::make_shared<const Knowledge>()) {}

const std::string& Analyser::model() const {
    return knowledge_->model;
}

Analysis Analyser::analyse(const Article& article) const {
    Analysis analysis;
    analysis.given_id = article.given_id;
    analysis.text = article.document.text;
    for (const auto block : analyse::find_blocks(article.document)) {
        const auto first = static_cast<std::uint32_t>(analysis.tokens.size());
        analyse::find_tokens(analysis.text, block, knowledge_->abbreviations, analysis.tokens);
        analyse::find_sentences(analysis.text, analysis.tokens, first, knowledge_->abbreviations, analysis.sentences);
    }
    analyse::find_names(analysis, knowledge_->names);
    return analysis;
}

}  // namespace sayso
