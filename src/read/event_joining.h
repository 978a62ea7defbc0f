#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/event_mentions.h"
#include "sayso/reading.h"

namespace sayso {

/// An event in the making.
struct EventDraft {
    EventKind kind;  ///< by its most telling words
    std::vector<ToldMention> mentions;
    std::optional<std::size_t> time;   ///< index into the reading's times
    std::optional<std::string> place;  ///< entity id
    std::vector<Toll> toll;
    std::optional<std::size_t> part_of;

    /// As it is told first, unless "the inquiry did not take place".
    [[nodiscard]] EventStatus status() const {
        const auto never = [](const ToldMention& mention) {
            const auto& trigger = mention.trigger;
            return trigger.status == EventStatus::denied && trigger.definite && trigger.form == TriggerForm::noun;
        };
        return std::any_of(mentions.begin(), mentions.end(), never) ? EventStatus::denied
                                                                    : mentions.front().trigger.status;
    }
    [[nodiscard]] bool happened() const {
        return status() == EventStatus::occurred || status() == EventStatus::ongoing;
    }
};

/// Joins the mentions, in the order of the text, that tell of one happening. A mention that may be of what was told, or
/// of something else, is left out, unless `all` are wanted: then it is of something else.
[[nodiscard]] std::vector<EventDraft> join_mentions(std::vector<ToldMention> mentions, const Surroundings& around,
                                                    const EventParties& parties,
                                                    const std::vector<WordSentence>& sentences, bool all);

}  // namespace sayso
