#pragma once

#include <memory>

#include "sayso/analysis.h"
#include "sayso/article.h"
#include "sayso/reading.h"

namespace sayso {

/// From an article and its analysis to its reading. Pure: no clock, no files, no state.
///
/// What is not sure is left out: a statement has a speaker only if the text gives one, an event what
/// the text says of it. Nothing is read out of teasers.
class Reader {
public:
    /// Loads the lexicons and the gazetteer that come with the program.
    Reader();

    /// `analysis` must be of this article (same text); `std::invalid_argument` otherwise.
    [[nodiscard]] Reading read(const Article& article, const Analysis& analysis) const;

private:
    struct Knowledge;
    std::shared_ptr<const Knowledge> knowledge_;
};

}  // namespace sayso
