#pragma once

#include <vector>

#include "analyse/heads.h"
#include "analyse/rows.h"

namespace sayso::analyse {

/// A sentence's vector, of length 1, from the vectors of its words (docs/model.md).
[[nodiscard]] std::vector<float> sentence_vector(Rows words, const SentenceNumbers& numbers);

}  // namespace sayso::analyse
