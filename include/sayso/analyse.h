#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sayso/analysis.h"
#include "sayso/article.h"

namespace sayso {

/// The file of weights that is used if none is named: the one in the environment variable `SAYSO_MODEL`, else
/// `english.model` where the program is installed, else where it was built. Throws `BadModel` if there is none.
[[nodiscard]] std::string default_model();

/// From an article to its linguistic analysis: sentences, words with lemma, part of speech and tree, names, mentions
/// and attributions. Pure: the same article gives the same analysis, on any thread and whatever is analysed beside it.
///
/// Words and sentences follow the English Universal Dependencies treebanks. A sentence never crosses
/// a zone's border. The analyser knows nothing of news and gives all zones alike. How it works and what the file of
/// weights holds: docs/model.md.
class Analyser {
public:
    /// Loads `default_model()`.
    Analyser();

    /// Loads a file of weights, maps it into memory and runs its check samples: some tenth of a second. Throws
    /// `BadModel` if it cannot be opened, is damaged or of a newer version.
    explicit Analyser(const std::string& model);

    [[nodiscard]] Analysis analyse(const Article& article) const;

    /// A vector for each sentence of `analyse(article)`, of length 1: the nearer two sentences are in meaning, the
    /// higher is the product of their vectors. They imitate all-MiniLM-L6-v2's (Reimers and Gurevych 2019).
    [[nodiscard]] std::vector<std::vector<float>> sentence_vectors(const Article& article) const;

    /// Name and hash of the knowledge that decides what comes out.
    [[nodiscard]] const std::string& model() const;

private:
    template <class EachPart>
    Analysis analyse(const Article& article, const EachPart& each_part) const;

    struct Knowledge;
    std::shared_ptr<const Knowledge> knowledge_;
};

/// The analysis as CoNLL-U (universaldependencies.org/format.html), a blank line after each sentence.
[[nodiscard]] std::string to_conllu(const Analysis& analysis);

}  // namespace sayso
