#pragma once

#include "sayso/analysis.h"

namespace sayso::analyse {

/// Gives all names of the same words the type that most of them have: a document hardly ever means two things by
/// one name (Gale, Church and Yarowsky 1992). Where two types are as frequent, all names stay as they are.
void agree_on_types(Analysis& analysis);

}  // namespace sayso::analyse
