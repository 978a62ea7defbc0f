#pragma once

#include "analyse/decoder.h"
#include "analyse/network.h"

namespace sayso::analyse {

/// Where the rules for names and sentence ends find something, the network is more easily persuaded of it. Both know
/// what the other does not: the rules titles, lexicons and the gazetteer, the network the whole sentence. How much a
/// vote counts was found on the dev halves of the corpora (docs/results.md).
void add_rule_votes(const Analysis& rules, const HeadLabels& labels, Scores& scores);

}  // namespace sayso::analyse
