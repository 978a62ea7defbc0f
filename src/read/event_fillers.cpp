#include "read/event_fillers.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace sayso {
namespace {

/// How likely a filler must be by itself, and to confirm who took part by other signs, in texts without capitals, as
/// those that fillers were learned from are. In the order of `FillerRole`; tuned on MUC-4's dev texts.
struct Enough {
    float alone = 0, to_confirm = 0;
};
constexpr std::array<Enough, 5> enough_without_capitals{
    {{0.45F, 0.3F}, {0.75F, 0.3F}, {0.55F, 0.05F}, {0.55F, 0.45F}, {0.5F, 0.15F}}};

const Enough& enough_for(FillerRole role) {
    return enough_without_capitals[static_cast<std::size_t>(role)];
}

class FillerGiver {
public:
    FillerGiver(std::vector<EventDraft>& drafts, const std::vector<WordSentence>& sentences, EventParties& parties)
        : drafts_(drafts), sentences_(sentences), parties_(parties) {}

    void give(const Filler& filler) {
        auto* nearest = nearest_mention(filler);
        if (nearest == nullptr) return;
        const auto party = parties_.taking_part(filler);
        if (!party || has(drafts_[nearest->draft], party->entity)) return;
        auto& mention = drafts_[nearest->draft].mentions[nearest->mention];
        mention.participants.push_back({role_of(filler.role), party->entity, party->span});
    }
    void find_mentions() {
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            const auto& draft = drafts_[i];
            if (draft.kind.type != "assault" || draft.status() == EventStatus::hypothetical ||
                draft.status() == EventStatus::denied)
                continue;
            for (std::size_t k = 0; k < draft.mentions.size(); ++k) {
                const auto& trigger = draft.mentions[k].trigger;
                told_.push_back({i, k, trigger.sentence, sentences_[trigger.sentence].first_token + trigger.first});
            }
        }
    }

private:
    struct Told {
        std::size_t draft = 0, mention = 0;
        std::size_t sentence = 0;
        std::uint64_t token = 0;
    };
    std::vector<EventDraft>& drafts_;
    const std::vector<WordSentence>& sentences_;
    EventParties& parties_;
    std::vector<Told> told_;

    /// Same sentence first, then the sentence before, then the one behind, and so on.
    [[nodiscard]] Told* nearest_mention(const Filler& filler) {
        const auto sentence = sentence_of(filler.first);
        if (!sentence) return nullptr;
        const auto away = [&](const Told& one) {
            const auto apart = one.token > filler.first ? one.token - filler.first : filler.first - one.token;
            const auto sentences =
                one.sentence > *sentence ? 2 * (one.sentence - *sentence) : 2 * (*sentence - one.sentence);
            return std::pair(sentences, apart);
        };
        const auto found = std::min_element(told_.begin(), told_.end(),
                                            [&](const Told& a, const Told& b) { return away(a) < away(b); });
        return found == told_.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::optional<std::size_t> sentence_of(std::uint32_t token) const {
        const auto behind =
            std::upper_bound(sentences_.begin(), sentences_.end(), token,
                             [](std::uint32_t at, const WordSentence& one) { return at < one.first_token; });
        if (behind == sentences_.begin()) return std::nullopt;
        const auto found = std::prev(behind);
        if (token >= found->first_token + found->size()) return std::nullopt;
        return static_cast<std::size_t>(found - sentences_.begin());
    }
    [[nodiscard]] static bool has(const EventDraft& draft, const std::string& entity) {
        return std::any_of(draft.mentions.begin(), draft.mentions.end(), [&](const ToldMention& mention) {
            return std::any_of(mention.participants.begin(), mention.participants.end(),
                               [&](const Participant& one) { return one.entity == entity; });
        });
    }
};

bool confirms(const Filler& filler, const Participant& participant, const Entity& entity) {
    if (filler.probability < enough_for(filler.role).to_confirm || role_of(filler.role) != participant.role)
        return false;
    const bool body = entity.type == EntityType::organization;
    if (participant.role == ParticipantRole::actor && body != (filler.role == FillerRole::perpetrator_organization))
        return false;
    return participant.span.overlaps(filler.span) ||
           std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](const Mention& mention) {
               return mention.form != MentionForm::pronoun && mention.span.overlaps(filler.span);
           });
}

}  // namespace

bool is_without_capitals(const Analysis& analysis) {
    std::size_t letters = 0;
    for (const char c : analysis.text) {
        if (c >= 'A' && c <= 'Z') return false;
        letters += c >= 'a' && c <= 'z';
    }
    return letters > 0;
}

void confirm_participants(std::vector<EventDraft>& drafts, const Analysis& analysis, const EventParties& parties) {
    std::map<Span, std::string> things;  // two words of one filler are one thing
    for (auto& draft : drafts) {
        if (draft.kind.type != "assault") continue;
        for (auto& mention : draft.mentions) {
            std::erase_if(mention.participants, [&](Participant& one) {
                const auto& entity = parties.entity(one.entity);
                const Filler* best = nullptr;
                for (const auto& filler : analysis.fillers) {
                    if (confirms(filler, one, entity) && (best == nullptr || filler.probability > best->probability))
                        best = &filler;
                }
                // Of things the network tells better than the tree how far their words go.
                const bool thing = one.role == ParticipantRole::target || one.role == ParticipantRole::instrument;
                if (thing && best != nullptr && best->span.overlaps(one.span)) {
                    one.span = best->span;
                    one.entity = things.try_emplace(one.span, one.entity).first->second;
                }
                return best == nullptr;
            });
        }
    }
}

void give_fillers(std::vector<EventDraft>& drafts, const Analysis& analysis, const std::vector<WordSentence>& sentences,
                  EventParties& parties) {
    FillerGiver giver(drafts, sentences, parties);
    giver.find_mentions();
    for (const auto& filler : analysis.fillers) {
        if (filler.probability >= enough_for(filler.role).alone) giver.give(filler);
    }
}

}  // namespace sayso
