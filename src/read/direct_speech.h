#pragma once

#include <cstddef>
#include <string_view>

#include "read/cues.h"
#include "read/kept_statements.h"

/// Quotations that stand apart from whoever speaks.
namespace sayso {

/// The lemma of a cue that is a dash: “Nobody asked us” — Lena Orvik, engineer.
inline constexpr std::string_view layout_dash = "—";

/// "Police: …": a colon or a dash is the cue.
[[nodiscard]] inline bool is_layout(const Cue& cue) {
    return cue.lemma == ":" || cue.lemma == layout_dash;
}

bool quotation_in_next_zone(const UnitView& u, KeptStatements& kept, const Tag& tag);

/// A unit that is one quotation, or several: it goes on from the one before, or nobody is given for it.
void lone_quotation(const UnitView& u, KeptStatements& kept);

}  // namespace sayso
