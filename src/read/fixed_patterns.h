#pragma once

#include "read/kept_statements.h"

/// Statements by turns of phrase with a grammar of their own, where they stand at word `i`.
/// Each answers whether there was one to keep.
namespace sayso {

bool according_to(const UnitView& u, KeptStatements& kept, Index i);

/// "is believed to", "was accused of", "was quoted as saying"
bool passive(const UnitView& u, KeptStatements& kept, Index i);

/// "The gunmen reportedly fled east."
bool evidential(const UnitView& u, KeptStatements& kept, Index i);

/// "The mayor issued a warning that the levee might fail."
bool claim_of_responsibility(const UnitView& u, KeptStatements& kept, Index i);

/// "This disclosure emerged via statements quoted by the agency": whoever passed on what the sentence before tells.
void told_how_it_came(const UnitView& u, KeptStatements& kept);

bool noun_cue(const UnitView& u, KeptStatements& kept, Index i);

/// "Police: Gunman acted alone"
void headline_colon(const UnitView& u, KeptStatements& kept);

}  // namespace sayso
