#pragma once

#include <memory>
#include <string>

#include "sayso/analysis.h"
#include "sayso/article.h"

namespace sayso {

/// From an article to its linguistic analysis: sentences, words and names. Pure: the same article
/// gives the same analysis, on any thread.
///
/// Words and sentences follow the English Universal Dependencies treebanks. A sentence never crosses
/// a zone's border. The analyser knows nothing of news and gives all zones alike.
class Analyser {
public:
    /// Loads the lexicon and gazetteer that come with the program.
    Analyser();

    [[nodiscard]] Analysis analyse(const Article& article) const;

    /// Name and hash of the knowledge that decides what comes out.
    [[nodiscard]] const std::string& model() const;

private:
    struct Knowledge;
    std::shared_ptr<const Knowledge> knowledge_;
};

/// The analysis as CoNLL-U (universaldependencies.org/format.html), a blank line after each sentence.
[[nodiscard]] std::string to_conllu(const Analysis& analysis);

}  // namespace sayso
