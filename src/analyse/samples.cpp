#include "analyse/samples.h"

#include <string_view>

namespace sayso::analyse {
namespace {

/// What stands before `mark`; `rest` is left with what stands behind it.
std::string_view cut(std::string_view& rest, std::string_view mark) {
    const auto at = rest.find(mark);
    const auto before = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + mark.size());
    return before;
}

}  // namespace

void check_samples(const ModelFile& file, const Analyser& analyser) {
    if (!file.has("samples")) return;
    for (auto rest = file.text("samples"); !rest.empty();) {
        auto expected = cut(rest, "===\n");
        Article article;
        article.document.text = cut(expected, "\n---\n");
        if (to_conllu(analyser.analyse(article)) != expected) {
            file.refuse("its own check samples come out otherwise than it says they must");
        }
    }
}

}  // namespace sayso::analyse
