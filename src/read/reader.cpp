#include <algorithm>
#include <stdexcept>

#include "base/gazetteer.h"
#include "base/tables.h"
#include "read/entities.h"
#include "read/events.h"
#include "read/lexicons.h"
#include "read/statements.h"
#include "read/text_words.h"
#include "read/times.h"
#include "sayso/read.h"
#include "sayso/version.h"

namespace sayso {
namespace {

Span whole(const std::vector<Span>& spans) {
    Span all = spans.front();
    for (const auto span : spans) all = {std::min(all.begin, span.begin), std::max(all.end, span.end)};
    return all;
}

bool lies_in(const Statement& inner, const Statement& outer) {
    if (!inner.cue || &inner == &outer) return false;
    return std::any_of(outer.content.begin(), outer.content.end(),
                       [&](Span span) { return span.contains(inner.cue->span); });
}

/// Ids in the order of the text; a statement that lies in what another says is what that one is about.
std::vector<Statement> numbered(std::vector<Attribution>&& attributions) {
    std::vector<Statement> statements;
    for (auto& one : attributions) statements.push_back(std::move(one.statement));
    for (std::size_t i = 0; i < statements.size(); ++i) statements[i].id = "s" + std::to_string(i + 1);

    for (std::size_t i = 0; i < statements.size(); ++i) {
        // The innermost that holds it; statements near in the text are near in the list.
        Statement* outer = nullptr;
        const auto from = i >= 8 ? i - 8 : 0;
        for (auto k = from; k < std::min(i + 8, statements.size()); ++k) {
            auto& other = statements[k];
            if (!lies_in(statements[i], other) || lies_in(other, statements[i])) continue;
            if (outer == nullptr || whole(other.content).size() < whole(outer->content).size()) outer = &other;
        }
        if (outer != nullptr) outer->about.push_back({std::nullopt, statements[i].id, Stance::affirms});
    }
    return statements;
}

}  // namespace

struct Reader::Knowledge {
    ReaderVersion version{std::string(sayso::version), "rules-" + built_in_hash().substr(0, 12)};
    Lexicons lexicons = Lexicons::built_in();
    Gazetteer gazetteer;
    EventLexicon events = EventLexicon::built_in();
};

Reader::Reader() : knowledge_(std::make_shared<const Knowledge>()) {}

const ReaderVersion& Reader::version() const {
    return knowledge_->version;
}

Reading Reader::read(const Article& article, const Analysis& analysis) const {
    if (analysis.text != article.document.text) {
        throw std::invalid_argument("the analysis is of another text than the article");
    }
    Reading reading;
    reading.reader = knowledge_->version;
    reading.given_id = article.given_id;
    reading.document = article.document;

    const auto words = words_of(article, analysis, knowledge_->lexicons);
    auto attributions = find_attributions(words);
    reading.entities = find_entities(words, knowledge_->gazetteer, attributions);
    reading.statements = numbered(std::move(attributions));
    reading.times = find_times(article, analysis);
    reading.events = find_events(article, analysis, knowledge_->events, reading);
    return reading;
}

}  // namespace sayso
