#pragma once

#include <memory>
#include <vector>

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

/// What happened: events with their mentions joined, participants, time, place, tolls and status, ids "v1" and on.
/// `so_far` holds the reading's document, entities, times and statements.
[[nodiscard]] std::vector<Event> find_events(const Article& article, const Analysis& analysis,
                                             const EventLexicon& lexicon, const Reading& so_far);

}  // namespace sayso
