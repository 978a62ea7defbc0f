#include <stdexcept>
#include <utility>

#include "base/gazetteer.h"
#include "read/actor_lexicon.h"
#include "read/actors.h"
#include "read/blames.h"
#include "read/entities.h"
#include "read/events.h"
#include "read/lexicons.h"
#include "read/place_entities.h"
#include "read/place_words.h"
#include "read/saying.h"
#include "read/statement_links.h"
#include "read/statements.h"
#include "read/text_words.h"
#include "read/times.h"
#include "read/tree_view.h"
#include "read/warnings_given.h"
#include "sayso/read.h"
#include "sayso/version.h"

namespace sayso {
namespace {

/// Ids in the order of the text.
std::vector<Statement> numbered(std::vector<Attribution>&& attributions) {
    std::vector<Statement> statements;
    for (auto& one : attributions) statements.push_back(std::move(one.statement));
    for (std::size_t i = 0; i < statements.size(); ++i) statements[i].id = "s" + std::to_string(i + 1);
    return statements;
}

}  // namespace

struct Reader::Knowledge {
    Lexicons lexicons = Lexicons::built_in();
    Gazetteer gazetteer;
    PlaceWords place_words = PlaceWords::built_in();
    EventLexicon events = EventLexicon::built_in();
    ActorLexicon actors = ActorLexicon::built_in();
};

Reader::Reader() : knowledge_(std::make_shared<const Knowledge>()) {}

Reading Reader::read(const Article& article, const Analysis& analysis) const {
    if (analysis.text != article.document.text) {
        throw std::invalid_argument("the analysis is of another text than the article");
    }
    Reading reading;
    reading.reader = {std::string(sayso::version), analysis.model};
    reading.given_id = article.given_id;
    reading.document = article.document;

    const auto words = words_of(article, analysis, knowledge_->lexicons);
    const TreeView tree(words);
    auto attributions = find_attributions(tree);
    reading.entities = find_entities(tree, knowledge_->gazetteer, attributions);
    auto places_in_names = find_places(words, knowledge_->place_words, knowledge_->gazetteer, reading.entities);
    blame_countries(words, knowledge_->gazetteer, reading.entities, attributions);
    reading.statements = numbered(std::move(attributions));
    reading.times = find_times(article, analysis);
    find_events(article, tree, knowledge_->events, reading);
    find_saying_times(tree, reading.times, reading.statements);
    blame_for_events(tree, reading);
    link_statements(tree, knowledge_->gazetteer, reading);
    read_warnings(tree, reading);
    tell_actors(tree, knowledge_->actors, knowledge_->gazetteer, reading);
    add_places_in_names(std::move(places_in_names), reading.entities);
    return reading;
}

}  // namespace sayso
