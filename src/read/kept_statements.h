#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "read/cues.h"
#include "read/statements.h"

namespace sayso {

/// The statements found so far, and which quotation belongs to which.
class KeptStatements {
public:
    explicit KeptStatements(const TextWords& words) : words_(words), owners_(words.quotations.size(), none) {}

    std::vector<Attribution> all;  ///< as they were found
    Index last_in_zone = none;     ///< the statement last read
    std::uint32_t last_zone = 0;

    /// The statement that quotation `q` belongs to, or `none`.
    [[nodiscard]] Index owner(Index q) const { return owners_[static_cast<std::size_t>(q)]; }

    /// Quotations in words [first, last) belong to statement `by`.
    void claim(Index first, Index last, Index by);
    void remember(Attribution one);
    /// Words [first, last) go on with statement `to`.
    void append(std::size_t to, Index first, Index last);
    /// The paragraphs before, whose quotation goes on in this one, are the same speaker's.
    void take_over_open_quotation(Attribution& one, Index first);
    /// All that is left of them, in the order of the text.
    [[nodiscard]] std::vector<Attribution> finished();

private:
    const TextWords& words_;
    std::vector<Index> owners_;
};

/// Keeps what the tag gives to its source: the content's pieces, with what they say of act and certainty.
void keep(const UnitView& u, KeptStatements& kept, const Tag& tag, const std::vector<std::pair<Index, Index>>& parts);

}  // namespace sayso
