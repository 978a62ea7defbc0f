#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyse/rows.h"
#include "sayso/analysis.h"

/// What is read from the scores of a trigger: the word or phrase that tells of an event (docs/model.md).
namespace sayso::analyse {

/// The model's numbers for who takes part in an event.
struct RoleNumbers {
    std::span<const float> weight, bias, distance;
};

/// Which of a model's labels of modes ("assault", "assault.arson") belong to each type of event.
class EventModes {
public:
    EventModes() = default;
    /// Throws `BadInput` for a label of another type, and for a type without labels.
    EventModes(const std::vector<std::string>& types, const std::vector<std::string>& labels);

    [[nodiscard]] std::size_t size() const { return count_; }
    /// The likeliest mode of the type, by the scores of all labels; without a name if none fits.
    [[nodiscard]] EventWords::Likely likeliest(std::uint32_t type, std::span<const float> scores) const;

private:
    struct Mode {
        std::size_t place = 0;  ///< of its score
        std::string name;       ///< without the type; none for the type alone
    };
    std::size_t count_ = 0;
    std::vector<std::vector<Mode>> of_type_;
};

/// Whether a word of this part of speech can stand for somebody or something that takes part.
[[nodiscard]] bool takes_part(std::string_view upos);

/// The rows of words, and which of them can take part, all in the same count.
struct RoleRows {
    Rows events, words;
    std::vector<bool> candidates;
};

struct RoleScore {
    std::uint32_t word = 0;
    std::size_t role = 0;
    float score = 0;
    bool operator==(const RoleScore&) const = default;
};

/// Words that perhaps take part in the event of a trigger, in order. Those of the trigger itself do not.
[[nodiscard]] std::vector<RoleScore> find_roles(WordRange trigger, const RoleRows& rows, const RoleNumbers& numbers);

}  // namespace sayso::analyse
