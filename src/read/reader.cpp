#include <stdexcept>

#include "base/tables.h"
#include "read/events.h"
#include "read/quotations.h"
#include "read/times.h"
#include "sayso/read.h"
#include "sayso/version.h"

namespace sayso {

struct Reader::Knowledge {
    ReaderVersion version{std::string(sayso::version), "rules-" + built_in_hash().substr(0, 12)};
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
    reading.times = find_times(article, analysis);
    reading.events = find_events(article, analysis, knowledge_->events, reading);
    return reading;
}

}  // namespace sayso
