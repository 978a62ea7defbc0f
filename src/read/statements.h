#pragma once

#include <optional>
#include <vector>

#include "read/phrases.h"
#include "read/text_words.h"
#include "sayso/reading.h"

namespace sayso {

/// Whom a statement blames, or clears.
struct Blamed {
    Phrase phrase;
    Stance stance = Stance::affirms;
};

/// A statement with the phrases of those that it names, whose entities are still to be found.
struct Attribution {
    Statement statement;  ///< without ids
    std::optional<Phrase> source;
    std::optional<Phrase> addressee;
    std::vector<Phrase> via;
    std::vector<Blamed> blamed;
    std::int32_t first = 0, last = 0;  ///< the words that it takes up, tag and content
    std::optional<Act> told_act;       ///< what the analysis takes it for
    float told_act_probability = 0;    ///< how likely
    std::optional<Certainty> told_certainty;
};

class TreeView;

/// Who says what, in the order of the text; a statement that lies in another's content comes after it.
[[nodiscard]] std::vector<Attribution> find_attributions(const TreeView& tree);

}  // namespace sayso
