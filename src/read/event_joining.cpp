#include "read/event_joining.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "read/event_kinds.h"
#include "read/event_likeness.h"

namespace sayso {
namespace {

/// From which likeness on a mention tells of what was told before, and up to which of something else. A mention between
/// the two is left out: two rows for one happening are as wrong as one for two. What is neither "the attack" nor of the
/// same time has to be liker. Where all are wanted the likelier counts.
constexpr float same_from = 2.0F, known_same_from = 1.0F, likelier_same_from = 0.0F;
constexpr float another_up_to = -1.0F;

class Joiner {
public:
    Joiner(const Surroundings& around, const EventParties& parties, const std::vector<WordSentence>& sentences,
           bool all)
        : around_(around), likeness_(around, parties, sentences), all_(all) {}

    void add(ToldMention mention) {
        const auto kind = mention.trigger.kind;
        auto [draft, like] = likest(mention);
        if (draft == nullptr || like < enough_for(mention, draft)) {
            // "forced their way in and set the hall alight": a part of the attack
            const bool part = draft != nullptr && kind.mode == "arson" && draft->kind.mode != "arson";
            const bool either = !all_ && draft != nullptr && like > another_up_to && !part;
            if (mention.trigger.again || either) return;
            drafts_.push_back({kind, {}, std::nullopt, std::nullopt, {}, std::nullopt});
            draft = &drafts_.back();
        }
        draft->kind = joined_kind(draft->kind, kind);
        if (mention.time && better_time(*mention.time, draft->time)) draft->time = mention.time;
        if (mention.place && (!draft->place || around_.is_closer_place(*mention.place, *draft->place)))
            draft->place = mention.place;
        draft->mentions.push_back(std::move(mention));
    }
    [[nodiscard]] std::vector<EventDraft> drafts() && { return std::move(drafts_); }

private:
    const Surroundings& around_;
    EventLikeness likeness_;
    bool all_;  ///< leave no mention out
    std::vector<EventDraft> drafts_;

    [[nodiscard]] float enough_for(const ToldMention& mention, const EventDraft* draft) const {
        if (all_) return likelier_same_from;
        const bool the = mention.trigger.definite && mention.trigger.form == TriggerForm::noun;
        const bool then =
            mention.time && draft != nullptr && draft->time && around_.time(*mention.time).begin.has_value() &&
            around_.time(*draft->time).begin.has_value() && around_.times_agree(mention.time, draft->time);
        // Of an attack or a calamity many verbs tell, of talks and ballots there are many.
        const bool calamity = one_of(mention.trigger.kind.type, "assault", "accident", "disaster", "rescue");
        return the || then || calamity ? known_same_from : same_from;
    }
    /// How like the mention is to what the draft tells of: between its likest mention and all of them.
    [[nodiscard]] std::optional<float> likeness(const EventDraft& draft, const ToldMention& mention) const {
        // What it is is told at first, or was told last.
        constexpr std::size_t most = 12;
        const auto count = draft.mentions.size();
        std::size_t compared = 0;
        float best = 0, sum = 0;
        bool others = false;
        for (std::size_t i = 0; i < count; ++i) {
            if (i >= most && i + most < count) continue;
            const auto like = likeness_.of(draft.mentions[i], mention);
            if (!like) continue;
            others = others || likeness_.happened_to_others(draft.mentions[i], mention);
            best = compared == 0 ? *like : std::max(best, *like);
            sum += *like;
            ++compared;
        }
        if (compared == 0) return std::nullopt;
        constexpr float told_apart = -2;
        return (best + sum / static_cast<float>(compared)) / 2 + (others ? told_apart : 0);
    }
    struct Choice {
        EventDraft* draft = nullptr;
        float likeness = 0;
    };
    [[nodiscard]] Choice likest(const ToldMention& mention) {
        constexpr std::ptrdiff_t most = 200;
        Choice choice;
        const auto end = std::min(drafts_.rend() - drafts_.rbegin(), most);
        for (std::ptrdiff_t back = 0; back < end; ++back) {
            auto& draft = drafts_.rbegin()[back];
            if (!can_be_one(draft.kind, mention.trigger.kind)) continue;
            const auto like = likeness(draft, mention);
            if (like && (choice.draft == nullptr || *like > choice.likeness)) choice = {&draft, *like};
        }
        return choice;
    }
    /// A day says more than a month, a time that is worked out more than one that is not.
    [[nodiscard]] bool better_time(std::size_t time, std::optional<std::size_t> than) const {
        if (!than) return true;
        const auto& one = around_.time(time);
        const auto& two = around_.time(*than);
        if (one.begin.has_value() != two.begin.has_value()) return one.begin.has_value();
        return one.precision < two.precision;
    }
};

/// "fighting", "talks": only bare nouns, with nobody, nowhere and at no time.
bool tells_nothing(const EventDraft& draft, const std::vector<WordSentence>& sentences) {
    return !draft.time && (!draft.place || draft.kind.type == "crime") && draft.happened() &&
           one_of(draft.kind.type, "assault", "crime", "protest", "coerce") &&
           std::all_of(draft.mentions.begin(), draft.mentions.end(), [&](const ToldMention& one) {
               return one.bare && one.participants.empty() &&
                      sentences[one.trigger.sentence].zone != ZoneKind::headline;
           });
}

/// Arson told in the same sentence as an attack is a part of it.
void join_parts(std::vector<EventDraft>& drafts) {
    std::unordered_map<std::size_t, std::size_t> attack_in;  // the first attack told in each sentence
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const auto& draft = drafts[i];
        if (draft.kind.type != "assault" || draft.kind.mode == "arson" || draft.status() != EventStatus::occurred)
            continue;
        for (const auto& mention : draft.mentions) attack_in.emplace(mention.trigger.sentence, i);
    }
    for (auto& part : drafts) {
        if (part.kind.mode != "arson") continue;
        const auto whole = attack_in.find(part.mentions.front().trigger.sentence);
        if (whole != attack_in.end()) part.part_of = whole->second;
    }
}

}  // namespace

std::vector<EventDraft> join_mentions(std::vector<ToldMention> mentions, const Surroundings& around,
                                      const EventParties& parties, const std::vector<WordSentence>& sentences,
                                      bool all) {
    Joiner joiner(around, parties, sentences, all);
    for (auto& mention : mentions) joiner.add(std::move(mention));
    auto drafts = std::move(joiner).drafts();
    drafts.erase(
        std::remove_if(drafts.begin(), drafts.end(), [&](const auto& one) { return tells_nothing(one, sentences); }),
        drafts.end());
    join_parts(drafts);
    return drafts;
}

}  // namespace sayso
