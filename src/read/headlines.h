#pragma once

#include <vector>

#include "read/statements.h"

namespace sayso {

/// Quotation marks that a headline uses for "it is said": "Minister ‘knew of leak’ in May". What is quoted, and what
/// follows in the headline, is a statement of nobody, if no other statement (in `known`) has it. Names and titles in
/// quotation marks are none.
[[nodiscard]] std::vector<Attribution> headline_quotations(const TextWords& words,
                                                           const std::vector<Attribution>& known);

}  // namespace sayso
