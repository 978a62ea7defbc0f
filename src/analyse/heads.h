#pragma once

#include <string>
#include <vector>

#include "analyse/arcs.h"
#include "analyse/attribution_links.h"
#include "analyse/coreference.h"
#include "analyse/event_words.h"
#include "analyse/mentions.h"

/// What the network's heads say, and with which numbers it is made use of (docs/model.md).
namespace sayso::analyse {

/// The model's label sets: the sections `labels.…`.
struct HeadLabels {
    std::vector<std::string> upos, lemma, names, attribution, mentions, relations, passing, acts, certainties, events,
        modes, statuses, roles, fillers;
};

/// The model's sections of numbers that decoding needs; the names are theirs with "_" for ".".
struct HeadNumbers {
    ArcNumbers arc;
    RelationNumbers relation;
    SpanDistances span;
    CoreferenceNumbers coref;
    LinkNumbers link;
    RoleNumbers role;
};

/// From the mean of a sentence's word vectors to its own: rows of the network's width, as many as `bias` has values.
struct SentenceNumbers {
    std::span<const float> weight, bias;
};

/// How many rows of `pairs` each of its parts has.
struct PairWidths {
    std::size_t arc = 256, relation = 192, span = 64, coref = 128, link = 128, role = 128;
    [[nodiscard]] std::size_t all() const {
        return 2 * arc + 2 * relation + 3 * span + 2 * coref + 2 * link + 2 * role;
    }
};

}  // namespace sayso::analyse
