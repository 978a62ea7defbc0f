#pragma once

#include <memory>
#include <vector>

#include "read/tree_view.h"
#include "sayso/analysis.h"
#include "sayso/article.h"
#include "sayso/reading.h"

namespace sayso {

/// The words that name events, and the types they name (lexicon/event_triggers.tsv).
class EventLexicon {
public:
    /// The lexicon that comes with the program.
    [[nodiscard]] static EventLexicon built_in();

    struct Tables;
    [[nodiscard]] const Tables& tables() const { return *tables_; }

private:
    std::shared_ptr<const Tables> tables_;
};

/// Fills in what happened: events with their mentions joined, participants, time, place, tolls and status, ids "v1" and
/// on. The reading has its document, entities, times and statements; those who take part and are no entities yet
/// become some.
void find_events(const Article& article, const TreeView& tree, const EventLexicon& lexicon, Reading& reading);

}  // namespace sayso
