#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "read/statements.h"
#include "read/tree_view.h"

namespace sayso {

/// Cues by where they stand.
class CueIndex {
public:
    /// `of` is the place of what has the cue in a list of its own.
    void add(Span cue, std::size_t of);
    /// Behind the last `add`.
    void sort();
    /// The places of those whose cues overlap with this one.
    [[nodiscard]] std::vector<std::size_t> at(Span cue) const;

private:
    std::vector<std::pair<Span, std::size_t>> cues_;
    std::uint32_t longest_ = 0;
};

/// What speaks for and against a statement having been read right, most of it how sure the network is of its cue,
/// source and contents.
class StatementDoubts {
public:
    /// `by_rules` is what the rules alone find.
    StatementDoubts(const TreeView& tree, const std::vector<Attribution>& by_rules);

    static constexpr std::size_t sign_count = 16;
    /// The signs of a statement that has a cue; nothing of a text in which nobody wrote capitals is to be doubted by
    /// them.
    [[nodiscard]] std::array<float, sign_count> signs(const Attribution& one) const;

    /// Whether it is likelier wrong than right. What the layout alone tells ("Police: …", a quotation on its own) is
    /// not doubted.
    [[nodiscard]] bool is_doubtful(const Attribution& one) const;

private:
    [[nodiscard]] const AttributionRelation* learned_at(Span cue) const;
    [[nodiscard]] const std::vector<Span>* ruled_at(Span cue) const;
    [[nodiscard]] bool speaks_by_name_or_noun(const Attribution& one) const;

    const TreeView& tree_;
    std::vector<std::vector<Span>> ruled_contents_;  ///< of the rules' statements
    CueIndex learned_, ruled_;
    bool without_capitals_;
    bool is_essay_;
};

}  // namespace sayso
