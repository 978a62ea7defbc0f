#include "read/event_tolls.h"

#include <algorithm>
#include <map>
#include <optional>

namespace sayso {
namespace {

/// Types of events that can have a figure of this kind.
bool can_have(std::string_view type, TollKind kind) {
    switch (kind) {
        case TollKind::killed:
        case TollKind::injured:
        case TollKind::missing:
            return one_of(type, "assault", "accident", "disaster", "protest");
        case TollKind::arrested:
            return one_of(type, "coerce", "protest", "assault", "justice");
        case TollKind::abducted:
            return type == "assault";
        case TollKind::freed:
            return one_of(type, "retreat", "rescue", "assault");
        case TollKind::displaced:
        case TollKind::affected:
            return one_of(type, "assault", "disaster", "accident");
        case TollKind::rescued:
            return one_of(type, "rescue", "accident", "disaster", "assault");
    }
    return false;
}

bool is_violent_or_accident(std::string_view type) {
    return one_of(type, "assault", "accident", "disaster");
}

bool takes(const EventKind& event, TollKind kind) {
    if (!can_have(event.type, kind)) return false;
    const bool abducts = event.mode == "abduction" || event.mode == "hostage-taking" || event.mode == "hijacking";
    if (kind == TollKind::abducted || kind == TollKind::freed) return event.type != "assault" || abducts;
    if (event.type == "coerce") return event.mode == "arrest" || event.mode == "detain" || event.mode == "raid";
    return kind != TollKind::arrested || event.type != "justice";
}

/// Where an event is told.
struct Telling {
    std::size_t draft = 0;
    const ToldMention* mention = nullptr;
};

class TollGiver {
public:
    TollGiver(std::vector<EventDraft>& drafts, const Surroundings& around, const std::vector<WordSentence>& sentences)
        : drafts_(drafts), around_(around), sentences_(sentences) {
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            for (const auto& mention : drafts[i].mentions) told_[position_of(mention.trigger)] = {i, &mention};
        }
        find_grave_events();
    }

    void give(const std::vector<TollFigure>& figures) {
        std::vector<std::optional<std::pair<std::size_t, std::uint32_t>>> given(figures.size());
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const auto& figure = figures[i];
            const auto whole = figure.of ? given[*figure.of] : std::nullopt;
            if (figure.of && !whole) continue;
            const auto draft = whole ? std::optional(whole->first) : event_of(figure);
            if (!draft) continue;
            auto& toll = drafts_[*draft].toll;
            given[i] = std::pair(*draft, static_cast<std::uint32_t>(toll.size()));
            toll.push_back(toll_of(figure));
            if (whole) toll.back().of = whole->second;
        }
    }

private:
    std::vector<EventDraft>& drafts_;
    const Surroundings& around_;
    const std::vector<WordSentence>& sentences_;
    using Position = std::pair<std::size_t, std::size_t>;  ///< sentence and word
    std::map<Position, Telling> told_;
    std::map<std::size_t, std::size_t> grave_told_in_;  ///< sentence -> the grave event told last in it
    std::optional<std::size_t> told_most_of_;

    [[nodiscard]] static Position position_of(const TriggerMention& trigger) {
        return {trigger.sentence, trigger.first};
    }
    /// Violent events, accidents and disasters that happened.
    void find_grave_events() {
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            const auto& draft = drafts_[i];
            if (!is_violent_or_accident(draft.kind.type) || !draft.happened() || draft.part_of) continue;
            // The one told of most is what the report is about.
            if (!told_most_of_ || draft.mentions.size() > 2 * drafts_[*told_most_of_].mentions.size())
                told_most_of_ = i;
            for (const auto& mention : draft.mentions) grave_told_in_[mention.trigger.sentence] = i;
        }
    }
    [[nodiscard]] Toll toll_of(const TollFigure& figure) const {
        const auto span = sentences_[figure.sentence].span(figure.first, figure.last);
        Toll toll{figure.kind, figure.min, figure.max, span, {}, std::nullopt, figure.group, figure.adds};
        if (const auto* content = around_.content_around(span); content && !said_in_passing(*content, figure)) {
            toll.told_by.push_back(content->statement->id);
        }
        return toll;
    }
    [[nodiscard]] std::optional<std::size_t> event_of(const TollFigure& figure) const {
        if (const auto* here = told_nearest(figure)) {
            return drafts_[here->draft].happened() ? std::optional(here->draft) : std::nullopt;
        }
        const auto before = told_before(figure);
        if (!before || !takes(drafts_[*before].kind, figure.kind)) return std::nullopt;
        if (figure.kind == TollKind::arrested || tells_another_time(figure, drafts_[*before])) return std::nullopt;
        return before;
    }
    /// The event that a sentence with no event in it goes on to tell of: the grave event told last before it, as long
    /// as that is the one that the document tells most of.
    [[nodiscard]] std::optional<std::size_t> told_before(const TollFigure& figure) const {
        if (!told_most_of_) return std::nullopt;
        const auto behind = grave_told_in_.upper_bound(figure.sentence);
        if (behind != grave_told_in_.begin() && std::prev(behind)->second != *told_most_of_) return std::nullopt;
        const bool headline = sentences_[figure.sentence].zone == ZoneKind::headline;
        if (behind == grave_told_in_.begin() && !headline) return std::nullopt;
        return told_most_of_;
    }
    /// "claims for the attack, which killed 12": a relative clause behind indirect words is the article's own.
    [[nodiscard]] bool said_in_passing(const Surroundings::Content& content, const TollFigure& figure) const {
        if (content.statement->quotation != Quotation::indirect) return false;
        const auto& sentence = sentences_[figure.sentence];
        for (auto i = figure.first; i > 1 && sentence.words[i - 1].span.begin >= content.span.begin; --i) {
            if (sentence.low(i - 1) == "which" && sentence.low(i - 2) == ",") return true;
        }
        return false;
    }
    /// The mention in the figure's sentence that stands nearest and can have the figure.
    [[nodiscard]] const Telling* told_nearest(const TollFigure& figure) const {
        const Telling* best = nullptr;
        std::size_t nearest = 0;
        constexpr std::size_t reach = 80;
        const auto end = told_.upper_bound({figure.sentence, figure.last + reach});
        for (auto one = told_.lower_bound({figure.sentence, figure.first - std::min(figure.first, reach)}); one != end;
             ++one) {
            const auto& at = one->second.mention->trigger;
            if (!takes(drafts_[one->second.draft].kind, figure.kind)) continue;
            const auto away = at.first >= figure.last   ? at.first - figure.last
                              : figure.first >= at.last ? figure.first - at.last
                                                        : 0;
            if (best && away >= nearest) continue;
            nearest = away;
            best = &one->second;
        }
        return best;
    }
    /// A year or day in the sentence that is not the event's: the figure is of something else.
    [[nodiscard]] bool tells_another_time(const TollFigure& figure, const EventDraft& event) const {
        const auto& sentence = sentences_[figure.sentence];
        for (const auto i : around_.times_in(sentence.span(0, sentence.size()))) {
            if (!event.time && around_.time(i).precision >= Precision::year) return true;
            if (!around_.times_agree(i, event.time) && !tells_when_said(sentence, around_.time(i).span)) return true;
        }
        return std::any_of(sentence.words.begin(), sentence.words.end(), [](const Word& word) {
            return one_of(word.low, "since", "previous", "earlier", "past", "years", "ago", "war", "history", "decade",
                          "annually", "every", "average");
        });
    }
    /// "The ministry said on Friday that 34 people had been killed."
    [[nodiscard]] static bool tells_when_said(const WordSentence& sentence, Span time) {
        for (std::size_t i = 0; i < sentence.size(); ++i) {
            if (sentence.words[i].span.begin != time.begin) continue;
            const auto verb = i > 1 && one_of(sentence.low(i - 1), "on", "in", "at", "late", "early") ? i - 2 : i - 1;
            return i > 0 && one_of(sentence.low(verb), "said", "announced", "reported", "told", "confirmed", "says");
        }
        return false;
    }
};

}  // namespace

void give_tolls(std::vector<EventDraft>& drafts, const std::vector<TollFigure>& figures, const Surroundings& around,
                const std::vector<WordSentence>& sentences) {
    TollGiver(drafts, around, sentences).give(figures);
}

}  // namespace sayso
