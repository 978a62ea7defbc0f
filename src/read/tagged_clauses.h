#pragma once

#include "read/cues.h"
#include "read/kept_statements.h"

/// Statements that a cue and its source make of what stands before or behind them.
/// Each answers whether there was one to keep.
namespace sayso {

/// What follows the cue is said.
bool forward(const UnitView& u, KeptStatements& kept, Tag tag);

/// What stands before the tag is said, and what goes on behind it.
bool backward(const UnitView& u, KeptStatements& kept, Tag tag);

bool clause(const UnitView& u, KeptStatements& kept, const Tag& tag, Index at);

bool content(const UnitView& u, KeptStatements& kept, const Tag& tag, Index first, Index last);

bool quoted_forward(const UnitView& u, KeptStatements& kept, const Tag& tag, Index at);

}  // namespace sayso
