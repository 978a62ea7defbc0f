#pragma once

#include "read/statements.h"

namespace sayso {

/// Fills in `quotation` and `quoted` by the form of the statement's own content.
void judge_quotation(const TextWords& words, Attribution& one);

}  // namespace sayso
