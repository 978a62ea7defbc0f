#include "read/events.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "read/event_doubts.h"
#include "read/event_fillers.h"
#include "read/event_joining.h"
#include "read/event_lexicon.h"
#include "read/event_tolls.h"
#include "read/learned_triggers.h"

namespace sayso {
namespace {

std::size_t sentences_of_beginning(const std::vector<WordSentence>& sentences) {
    std::size_t paragraphs = 0;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (sentences[i].zone == ZoneKind::paragraph && ++paragraphs > 2) return i;
    }
    return sentences.size();
}

int year_of(std::string_view iso) {
    int year = 0;
    std::from_chars(iso.data(), iso.data() + std::min<std::size_t>(iso.size(), 4), year);
    return year;
}

/// What happened years ago is background, and so is "another" event and what was denied.
bool is_background(const EventDraft& draft, const Reading& so_far) {
    if (draft.status() == EventStatus::denied || draft.mentions.front().trigger.another) return true;
    if (!draft.time) return false;
    const auto& time = so_far.times[*draft.time];
    if (time.precision >= Precision::decade) return true;
    const auto& published = so_far.document.published;
    if (!draft.happened() || !time.end || !published || time.end->starts_with('X')) return false;
    const int years_ago = year_of(*published) - year_of(*time.end);
    return years_ago > 1 || (years_ago == 1 && time.precision >= Precision::season);
}

/// The event of headline and beginning with most mentions; of equals the first. What did not happen gives way.
std::optional<std::size_t> main_event(const std::vector<EventDraft>& drafts, std::size_t beginning,
                                      const Reading& so_far) {
    std::optional<std::size_t> best;
    const auto weight = [&](std::size_t i) {
        return std::pair(drafts[i].status() != EventStatus::hypothetical, drafts[i].mentions.size());
    };
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (drafts[i].mentions.front().trigger.sentence >= beginning || is_background(drafts[i], so_far)) continue;
        if (!best || weight(i) > weight(*best)) best = i;
    }
    return best;
}

/// The statements that tell of the event, if the article itself does not.
std::vector<std::string> tellers_of(const EventDraft& draft) {
    std::vector<std::string> tellers;
    std::set<std::string> known;
    for (const auto& mention : draft.mentions) {
        if (!mention.told_by) return {};
        if (known.insert(*mention.told_by).second) tellers.push_back(*mention.told_by);
    }
    return tellers;
}

/// From a statement's first word to its last.
Span extent(const Statement& statement) {
    std::vector<Span> spans = statement.content;
    if (statement.cue) spans.push_back(statement.cue->span);
    if (spans.empty()) return {};
    Span whole = spans.front();
    for (const auto span : spans) whole = {std::min(whole.begin, span.begin), std::max(whole.end, span.end)};
    return whole;
}

/// Whether only a source makes a name the one who did it: it is blamed there, or named in words that are not the
/// article's own while the article tells of the event itself.
bool is_only_accused(const Participant& participant, const ToldMention& mention, bool told_by_article,
                     const EventParties& parties, const Reading& so_far) {
    if (participant.role != ParticipantRole::actor || !parties.entity(participant.entity).named) return false;
    if (mention.told_by && told_by_article) return true;
    return std::any_of(so_far.statements.begin(), so_far.statements.end(), [&](const Statement& statement) {
        return extent(statement).contains(participant.span) &&
               std::any_of(statement.blames.begin(), statement.blames.end(),
                           [&](const Blame& blame) { return blame.entity == participant.entity; });
    });
}

/// "carried out an airstrike": what names the event takes no part in it, but what it is done with may ("a bomb").
bool is_the_event(const Participant& participant, const EventDraft& draft) {
    return participant.role != ParticipantRole::instrument &&
           std::any_of(draft.mentions.begin(), draft.mentions.end(), [&](const ToldMention& mention) {
               return participant.span.contains(mention.span) && participant.span.end == mention.span.end;
           });
}

/// Whether the article itself tells who did it.
bool tells_doer(const EventDraft& draft) {
    return std::any_of(draft.mentions.begin(), draft.mentions.end(), [](const ToldMention& mention) {
        return !mention.told_by &&
               std::any_of(mention.participants.begin(), mention.participants.end(),
                           [](const Participant& one) { return one.role == ParticipantRole::actor; });
    });
}

std::vector<Participant> participants_of(const EventDraft& draft, const EventParties& parties, const Reading& so_far) {
    std::vector<Participant> participants;
    std::set<std::string> known;
    const bool told_by_article = tellers_of(draft).empty();
    const bool doer_is_told = tells_doer(draft);
    for (const auto& mention : draft.mentions) {
        // "killed four … asked him not to kill them": who might have done it did not do it.
        const auto status = mention.trigger.status;
        if (draft.happened() && (status == EventStatus::hypothetical || status == EventStatus::denied)) continue;
        for (const auto& participant : mention.participants) {
            if (mention.told_by && doer_is_told && participant.role == ParticipantRole::actor) continue;
            if (is_only_accused(participant, mention, told_by_article, parties, so_far) ||
                is_the_event(participant, draft))
                continue;
            if (known.insert(participant.entity).second) participants.push_back(participant);
        }
    }
    return participants;
}

/// "ran in the 2019 election": ballots are held when their day comes.
bool is_over(const EventDraft& draft, const Reading& so_far) {
    if (draft.status() != EventStatus::planned || draft.kind.type != "election" || !draft.time) return false;
    const auto& end = so_far.times[*draft.time].end;
    const auto& published = so_far.document.published;
    return end && published && !end->starts_with('X') && year_of(*end) < year_of(*published);
}

/// "faces an election next year": a noun tells of what is to come in the same words as of what was.
bool is_to_come(const EventDraft& draft, const Reading& so_far) {
    if (draft.status() != EventStatus::occurred || !draft.time || is_verb(draft.mentions.front().trigger.form))
        return false;
    const auto& time = so_far.times[*draft.time];
    const auto words = std::string_view(so_far.document.text).substr(time.span.begin, time.span.end - time.span.begin);
    if (words.starts_with("next ") || words.starts_with("tomorrow")) return true;
    const auto& published = so_far.document.published;
    constexpr std::size_t day = 10;
    return draft.kind.type == "election" && published && time.begin && time.begin->size() >= day &&
           published->size() >= day && time.begin->find('X') == std::string::npos &&
           time.begin->substr(0, day) > published->substr(0, day);
}

Event finished(const EventDraft& draft, std::size_t index, bool main, const EventParties& parties,
               const Reading& so_far) {
    Event event;
    event.id = fmt::format("v{}", index + 1);
    event.type = draft.kind.type;
    if (draft.kind.mode) event.mode = std::string(*draft.kind.mode);
    for (const auto& mention : draft.mentions) event.mentions.push_back({mention.span});
    event.participants = participants_of(draft, parties, so_far);
    if (draft.time) event.time = so_far.times[*draft.time].id;
    event.place = draft.place;
    event.toll = draft.toll;
    event.status = draft.status();
    if (is_over(draft, so_far)) event.status = EventStatus::occurred;
    if (is_to_come(draft, so_far)) event.status = EventStatus::planned;
    event.told_by = tellers_of(draft);
    if (draft.part_of) event.part_of = fmt::format("v{}", *draft.part_of + 1);
    event.main = main;
    return event;
}

}  // namespace

void find_events(const Article& article, const TreeView& tree, const EventLexicon& lexicon, Reading& reading) {
    const auto& analysis = *tree.words().analysis;
    const auto sentences = readable_sentences(article, analysis);
    const Surroundings around(reading);
    EventParties parties(tree, reading);
    std::vector<ToldMention> mentions;
    std::vector<TollFigure> figures;
    const bool lower = is_without_capitals(analysis);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const auto triggers = settle_triggers(lexicon.tables(), find_triggers(lexicon.tables(), sentences[i], i),
                                              sentences[i], i, analysis, lower);
        auto told = read_mentions(sentences[i], triggers, around, parties);
        std::move(told.begin(), told.end(), std::back_inserter(mentions));
        const auto before = figures.size();
        for (auto& figure : find_tolls(sentences[i], i)) {
            if (figure.of) figure.of = *figure.of + before;
            figures.push_back(std::move(figure));
        }
    }
    auto drafts = join_mentions(std::move(mentions), around, parties, sentences, lower);
    if (lower) {
        confirm_participants(drafts, analysis, parties);
        give_fillers(drafts, analysis, sentences, parties);
    } else {
        drop_doubtful_participants(drafts, parties);
        drop_doubtful_events(drafts, parties, reading);
    }
    give_tolls(drafts, figures, around, sentences);
    if (!lower) drop_events_by_the_way(drafts, parties, reading);
    const auto main = main_event(drafts, sentences_of_beginning(sentences), reading);
    for (std::size_t i = 0; i < drafts.size(); ++i)
        reading.events.push_back(finished(drafts[i], i, main == i, parties, reading));
    parties.finish(reading);
}

}  // namespace sayso
