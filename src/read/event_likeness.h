#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "read/event_mentions.h"

namespace sayso {

/// Whether two mentions tell of one happening: event coreference by a logistic regression on what their words, times,
/// places, participants and distance tell. Its weights were fitted on the training articles of training/news.
class EventLikeness {
public:
    EventLikeness(const Surroundings& around, const EventParties& parties, const std::vector<WordSentence>& sentences);

    /// Log odds that both, in the order of the text, tell of one happening; nothing where their kinds rule it out.
    [[nodiscard]] std::optional<float> of(const ToldMention& earlier, const ToldMention& later) const;

    /// Whether they tell of different people to whom such things happen one at a time ("Orvik's murder", "Moen was
    /// killed"), or are called otherwise ("the cabinet meeting", "a work meeting").
    [[nodiscard]] bool happened_to_others(const ToldMention& earlier, const ToldMention& later) const;

    static constexpr std::size_t sign_count = 30;
    /// What the log odds are a weighted sum of.
    [[nodiscard]] std::array<float, sign_count> signs(const ToldMention& earlier, const ToldMention& later) const;

private:
    const Surroundings& around_;
    const EventParties& parties_;
    const std::vector<WordSentence>& sentences_;
    std::vector<std::size_t> position_;  ///< of each sentence, counting those of headline and paragraphs alone

    [[nodiscard]] bool happened_to_one(const ToldMention& earlier, const ToldMention& later) const;
    [[nodiscard]] bool is_called_otherwise(const ToldMention& earlier, const ToldMention& later) const;
    [[nodiscard]] bool is_another_ballot(const ToldMention& earlier, const ToldMention& later) const;
    [[nodiscard]] bool is_between_others(const ToldMention& earlier, const ToldMention& later) const;
    [[nodiscard]] bool same_undergoer(const Participant& one, const Participant& two) const;
    [[nodiscard]] bool same_description(const std::string& a, const std::string& b) const;
    [[nodiscard]] bool begins_alike(const ToldMention& a, const ToldMention& b) const;
};

}  // namespace sayso
