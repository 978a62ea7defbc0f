#include "read/events.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "read/event_lexicon.h"
#include "read/tolls.h"
#include "read/triggers.h"
#include "read/words.h"

namespace sayso {
namespace {

template <class... Words>
bool one_of(std::string_view word, Words... words) {
    return ((word == words) || ...);
}

bool is_clause_edge(std::string_view word) {
    return one_of(word, ";", ":", "—", "“", "”", "\"", "but", "said", "told", "says", "who", "whose", "where",
                  "although", "because", "while", "whereas");
}

// ---- What a mention says of its event -------------------------------------------------------------

/// A trigger with what its clause tells.
struct Mention {
    TriggerMention trigger;
    Span span;
    std::optional<std::size_t> time;   ///< index into the reading's times
    std::optional<std::string> place;  ///< entity id
    std::vector<Participant> participants;
    std::optional<std::string> told_by;
};

/// The entities and times of a reading by where they stand.
class Surroundings {
public:
    explicit Surroundings(const Reading& reading) : reading_(reading) {
        for (const auto& entity : reading.entities) {
            if (entity.type == EntityType::facility) facilities_.insert(entity.id);
            for (const auto& mention : entity.mentions) by_begin_.push_back({mention.span, mention.form, &entity});
        }
        for (const auto& statement : reading.statements) {
            for (const auto& content : statement.content) contents_.push_back({content, &statement});
        }
        std::stable_sort(contents_.begin(), contents_.end(),
                         [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
        std::sort(by_begin_.begin(), by_begin_.end(), [](const auto& a, const auto& b) { return a.span < b.span; });
    }

    struct EntityMention {
        Span span;
        MentionForm form = MentionForm::name;
        const Entity* entity = nullptr;
    };

    /// The mentions of entities that lie within `where`, in order.
    [[nodiscard]] std::vector<EntityMention> entities_in(Span where) const {
        std::vector<EntityMention> found;
        auto next = std::lower_bound(by_begin_.begin(), by_begin_.end(), where.begin,
                                     [](const EntityMention& one, std::uint32_t at) { return one.span.begin < at; });
        for (; next != by_begin_.end() && next->span.begin < where.end; ++next) {
            if (next->span.end <= where.end) found.push_back(*next);
        }
        return found;
    }
    /// Indexes of the times that lie within `where`.
    [[nodiscard]] std::vector<std::size_t> times_in(Span where) const {
        std::vector<std::size_t> found;
        auto next = std::lower_bound(reading_.times.begin(), reading_.times.end(), where.begin,
                                     [](const Time& time, std::uint32_t at) { return time.span.begin < at; });
        for (; next != reading_.times.end() && next->span.begin < where.end; ++next) {
            found.push_back(static_cast<std::size_t>(next - reading_.times.begin()));
        }
        return found;
    }
    /// A statement's content, or a piece of it.
    struct Content {
        Span span;
        const Statement* statement = nullptr;
    };
    /// The innermost content that holds the span. Contents nest, so it is among the last that begin before it.
    [[nodiscard]] const Content* content_around(Span span) const {
        constexpr std::ptrdiff_t most = 64;
        const Content* innermost = nullptr;
        const auto behind = std::upper_bound(contents_.begin(), contents_.end(), span.begin,
                                             [](std::uint32_t at, const Content& one) { return at < one.span.begin; });
        const auto first = behind - std::min(most, behind - contents_.begin());
        for (auto one = first; one != behind; ++one) {
            if (one->span.contains(span) && (!innermost || one->span.size() < innermost->span.size()))
                innermost = &*one;
        }
        return innermost;
    }
    [[nodiscard]] bool is_facility(const std::string& entity) const { return facilities_.contains(entity); }
    [[nodiscard]] const Time& time(std::size_t i) const { return reading_.times[i]; }

private:
    const Reading& reading_;
    std::vector<EntityMention> by_begin_;
    std::vector<Content> contents_;
    std::set<std::string> facilities_;  ///< entity ids
};

/// Reads time, place and participants of one trigger out of its sentence.
class MentionReader {
public:
    MentionReader(const WordSentence& sentence, const TriggerMention& trigger, const Surroundings& around)
        : s_(sentence), trigger_(trigger), around_(around) {}

    [[nodiscard]] Mention read() const {
        Mention mention{trigger_, s_.span(trigger_.first, trigger_.last), std::nullopt, std::nullopt, {}, std::nullopt};
        const auto [first, last] = clause();
        const auto where = s_.span(first, last);
        mention.time = time_in(where);
        mention.place = place_in(where);
        mention.participants = participants_in(where);
        if (const auto* content = around_.content_around(mention.span)) mention.told_by = content->statement->id;
        return mention;
    }

private:
    const WordSentence& s_;
    const TriggerMention& trigger_;
    const Surroundings& around_;

    [[nodiscard]] std::pair<std::size_t, std::size_t> clause() const {
        auto first = trigger_.first;
        while (first > 0 && !is_clause_edge(s_.low(first - 1))) --first;
        auto last = trigger_.last;
        while (last < s_.size() && !is_clause_edge(s_.low(last))) ++last;
        return {first, last};
    }
    /// The word that holds byte `at`, or the first behind it.
    [[nodiscard]] std::size_t word_at(std::uint32_t at) const {
        const auto found =
            std::lower_bound(s_.words.begin(), s_.words.end(), at,
                             [](const Word& word, std::uint32_t offset) { return word.span.end <= offset; });
        return static_cast<std::size_t>(found - s_.words.begin());
    }
    /// Words between the trigger and a span beside it.
    [[nodiscard]] std::size_t distance(Span span) const {
        const auto first = word_at(span.begin);
        const auto last = word_at(span.end - 1) + 1;
        return first >= trigger_.last ? first - trigger_.last : trigger_.first >= last ? trigger_.first - last : 0;
    }

    /// The nearest time of the clause that is not when somebody spoke.
    [[nodiscard]] std::optional<std::size_t> time_in(Span clause) const {
        constexpr std::size_t reach = 16;
        std::optional<std::size_t> best;
        std::size_t nearest = reach;
        for (const auto i : around_.times_in(clause)) {
            const auto span = around_.time(i).span;
            const auto away = distance(span);
            if (away >= nearest || is_time_of_speech(span)) continue;
            nearest = away;
            best = i;
        }
        return best;
    }
    [[nodiscard]] bool is_time_of_speech(Span span) const {
        const auto first = word_at(span.begin);
        for (std::size_t back = 1; back <= 3 && back <= first; ++back) {
            if (one_of(s_.low(first - back), "said", "told", "says", "announced", "reported", "since", "until",
                       "statement"))
                return true;
        }
        const auto behind = word_at(span.end - 1) + 1;
        constexpr std::size_t dateline_words = 12;
        return one_of(s_.low(behind), "said", "told", "announced") ||
               (behind <= dateline_words && one_of(s_.low(behind), "-", "–", "—", "--", "("));
    }

    /// "in Kabul", "near the town of Qalat", "at the Delmo Theatre": the nearest behind the trigger, else the first
    /// words of the sentence ("In Lagos, …").
    [[nodiscard]] std::optional<std::string> place_in(Span clause) const {
        constexpr std::size_t reach = 10;
        for (const auto& mention : around_.entities_in(clause)) {
            if (!is_place(mention)) continue;
            const auto at = word_at(mention.span.begin);
            if (at >= trigger_.last && at - trigger_.last <= reach && !verb_between(trigger_.last, at) &&
                preposition_before(at)) {
                return mention.entity->id;
            }
        }
        for (const auto& mention : around_.entities_in(clause)) {
            const auto at = word_at(mention.span.begin);
            if (is_place(mention) && at <= 4 && at < trigger_.first && one_of(s_.low(0), "in", "at", "near") &&
                preposition_before(at)) {
                return mention.entity->id;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] static bool is_place(const Surroundings::EntityMention& mention) {
        return mention.entity->named &&
               (mention.entity->type == EntityType::place || mention.entity->type == EntityType::facility);
    }
    [[nodiscard]] bool verb_between(std::size_t first, std::size_t last) const {
        for (auto i = first; i < last; ++i) {
            if (one_of(s_.low(i), "who", "which", "that", "to", "was", "were", "has", "had", "after", "before",
                       "against", "is", "from", "when"))
                return true;
        }
        return false;
    }
    [[nodiscard]] bool preposition_before(std::size_t at) const {
        constexpr std::size_t reach = 7;
        for (std::size_t back = 1; back <= reach && back <= at; ++back) {
            const auto word = s_.low(at - back);
            if (one_of(word, "in", "at", "near", "outside", "on", "across", "inside", "around")) return true;
            if (one_of(word, ",", ".", "and", "from", "to", "by", "with", "for", "against", "than", "between"))
                return false;
            if (at - back < trigger_.last && at - back >= trigger_.first) return false;
        }
        return false;
    }

    // ---- Participants -----------------------------------------------------------------------------

    [[nodiscard]] std::vector<Participant> participants_in(Span clause) const {
        std::vector<Participant> found;
        const bool passive = is_passive();
        for (const auto& mention : around_.entities_in(clause)) {
            const auto role = role_of(mention, passive);
            if (!role || mention.form == MentionForm::pronoun) continue;
            const bool there = std::any_of(found.begin(), found.end(),
                                           [&](const Participant& one) { return one.entity == mention.entity->id; });
            if (!there) found.push_back({*role, mention.entity->id, mention.span});
        }
        return found;
    }
    [[nodiscard]] std::optional<ParticipantRole> role_of(const Surroundings::EntityMention& mention,
                                                         bool passive) const {
        const auto first = word_at(mention.span.begin);
        const auto last = word_at(mention.span.end - 1) + 1;
        if (behind_by(first)) return can_act(mention) ? std::optional(ParticipantRole::actor) : std::nullopt;
        if (!is_verb(trigger_.form)) return std::nullopt;
        if (last <= trigger_.first && only_auxiliaries(behind_conjunct(last), trigger_.first)) {
            if (trigger_.trigger->type == "death")
                return stands_free(first) && mention.entity->type == EntityType::person
                           ? std::optional(ParticipantRole::victim)
                           : std::nullopt;
            if (passive) return stands_free(first) ? undergoer(mention) : std::nullopt;
            const bool active = trigger_.form == TriggerForm::verb_past && takes_actor();
            return active && can_act(mention) && stands_free(first) ? std::optional(ParticipantRole::actor)
                                                                    : std::nullopt;
        }
        if (!passive && first >= trigger_.last && first - trigger_.last <= 1 &&
            (first == trigger_.last || s_.low(trigger_.last) == "the")) {
            return takes_actor() ? undergoer(mention) : std::nullopt;
        }
        return std::nullopt;
    }
    /// Whether a verb's subject is who does it: not so where buildings collapse and trains crash.
    [[nodiscard]] bool takes_actor() const { return !one_of(trigger_.trigger->type, "accident", "disaster", "death"); }
    [[nodiscard]] bool is_passive() const {
        if (trigger_.form != TriggerForm::verb_past) return false;
        for (std::size_t back = 1; back <= 3 && back <= trigger_.first; ++back) {
            const auto word = s_.low(trigger_.first - back);
            if (one_of(word, "was", "were", "been", "being", "be", "is", "are", "got")) return true;
            if (!one_of(word, "also", "later", "then", "reportedly", "allegedly", "briefly", "already", "recently",
                        "both"))
                return false;
        }
        return false;
    }
    /// "Ghana and Togo signed": behind the names that an "and" joins to the one that ends at `last`.
    [[nodiscard]] std::size_t behind_conjunct(std::size_t last) const {
        if (s_.low(last) != "and" || !s_.capital(last + 1)) return last;
        auto at = last + 1;
        while (at < trigger_.first && s_.capital(at)) ++at;
        return at;
    }
    [[nodiscard]] bool only_auxiliaries(std::size_t first, std::size_t last) const {
        if (last - first > 4) return false;
        for (auto i = first; i < last; ++i) {
            if (!one_of(s_.low(i), "was", "were", "been", "being", "is", "are", "has", "have", "had", "also", "later",
                        "then", "reportedly", "allegedly", "briefly", "already", "recently", "will", "would", "be",
                        "both")) {
                return false;
            }
        }
        return true;
    }
    /// "by X" directly behind the trigger, or a word or two on: "arrested on Friday by X" is left out.
    [[nodiscard]] bool behind_by(std::size_t first) const {
        const auto by = s_.low(first - (first > 0)) == "the" ? first - 2 : first - 1;
        if (first < 1 || by < trigger_.last || by >= s_.size() || by - trigger_.last > 2) return false;
        return s_.low(by) == "by" && !verb_between(trigger_.last, by);
    }
    /// A subject stands at the clause's beginning, not inside "the mayor of X" or "near X".
    [[nodiscard]] bool stands_free(std::size_t first) const {
        const auto before = first > 0 ? s_.low(first - 1) : std::string_view();
        const auto lead = before == "the" && first > 1 ? s_.low(first - 2) : before;
        return first == 0 || one_of(lead, ",", "“", "\"", "that", "and", "but", "when", "after", "as", "while", ".") ||
               (before == "the" && first == 1);
    }
    [[nodiscard]] static bool can_act(const Surroundings::EntityMention& mention) {
        return mention.entity->type != EntityType::facility && mention.entity->type != EntityType::other;
    }
    [[nodiscard]] std::optional<ParticipantRole> undergoer(const Surroundings::EntityMention& mention) const {
        const auto type = mention.entity->type;
        const bool people = type == EntityType::person || type == EntityType::group;
        if (one_of(trigger_.trigger->type, "consult", "agree", "aid")) return ParticipantRole::recipient;
        if (trigger_.trigger->type == "assault") return people ? ParticipantRole::victim : ParticipantRole::target;
        return people || type == EntityType::organization ? std::optional(ParticipantRole::target) : std::nullopt;
    }
};

// ---- Joining mentions -----------------------------------------------------------------------------

/// An event in the making.
struct Draft {
    const Trigger* trigger = nullptr;  ///< the most telling one
    std::vector<Mention> mentions;
    std::optional<std::size_t> time;
    std::optional<std::string> place;
    std::vector<Toll> toll;
    std::optional<std::size_t> part_of;
};

/// Whether "the attack" can be another word for an event of this mode.
bool is_attack(const Trigger& trigger) {
    return trigger.type == "assault" && trigger.mode &&
           one_of(*trigger.mode, "armed-attack", "bombing", "suicide-attack", "stabbing", "vehicle-attack", "airstrike",
                  "drone-strike", "missile-strike", "shelling", "unconventional");
}

bool same_kind(const Trigger& a, const Trigger& b) {
    if (a.type != b.type) return false;
    return a.mode == b.mode || (a.means_any && is_attack(b)) || (b.means_any && is_attack(a));
}

/// Whether two times can be the same; what is not worked out can be any.
bool times_agree(const Surroundings& around, std::optional<std::size_t> a, std::optional<std::size_t> b) {
    if (!a || !b) return true;
    const auto& one = around.time(*a);
    const auto& two = around.time(*b);
    if (!one.begin || !one.end || !two.begin || !two.end) return true;
    if (one.begin->starts_with('X') != two.begin->starts_with('X')) {
        return one.begin->substr(4, 6) <= two.end->substr(4, 6) && two.begin->substr(4, 6) <= one.end->substr(4, 6);
    }
    return one.begin->substr(0, 10) <= two.end->substr(0, 10) && two.begin->substr(0, 10) <= one.end->substr(0, 10);
}

class Joiner {
public:
    explicit Joiner(const Surroundings& around) : around_(around) {}

    void add(Mention mention) {
        auto* draft = same_event(mention);
        if (!draft) {
            drafts_.push_back({mention.trigger.trigger, {}, std::nullopt, std::nullopt, {}, std::nullopt});
            draft = &drafts_.back();
        }
        if (draft->trigger->means_any && !mention.trigger.trigger->means_any) draft->trigger = mention.trigger.trigger;
        if (mention.time && better_time(*mention.time, draft->time)) draft->time = mention.time;
        if (!draft->place || (mention.place && around_.is_facility(*mention.place))) {
            if (mention.place) draft->place = mention.place;
        }
        draft->mentions.push_back(std::move(mention));
    }
    [[nodiscard]] std::vector<Draft> drafts() && { return std::move(drafts_); }

private:
    const Surroundings& around_;
    std::vector<Draft> drafts_;

    [[nodiscard]] Draft* same_event(const Mention& mention) {
        // The latest that fits: a text returns to what it has just told.
        constexpr std::ptrdiff_t most = 200;
        const auto end = std::min(drafts_.rend() - drafts_.rbegin(), most);
        for (std::ptrdiff_t back = 0; back < end; ++back) {
            if (auto& draft = drafts_.rbegin()[back]; fits(draft, mention)) return &draft;
        }
        return nullptr;
    }
    [[nodiscard]] bool fits(const Draft& draft, const Mention& mention) const {
        if (!same_kind(*draft.trigger, *mention.trigger.trigger)) return false;
        if (draft.mentions.front().trigger.status != mention.trigger.status) return false;
        if (!times_agree(around_, draft.time, mention.time)) return false;
        if (draft.place && mention.place && !places_agree(*draft.place, *mention.place)) return false;
        if (const auto same = same_participants(draft, mention)) return *same;
        const auto& last = draft.mentions.back().trigger;
        const auto between = mention.trigger.sentence - last.sentence;
        if (is_verb(mention.trigger.form) || !mention.trigger.definite)
            return mention.trigger.sentence <= 3 || between <= 1;
        return true;
    }
    /// Whether the two name the same participants in one role, or nothing if they name none in common roles.
    [[nodiscard]] static std::optional<bool> same_participants(const Draft& draft, const Mention& mention) {
        bool compared = false;
        for (const auto& told : draft.mentions) {
            for (const auto& one : told.participants) {
                for (const auto& two : mention.participants) {
                    if (one.role != two.role) continue;
                    if (one.entity == two.entity) return true;
                    compared = true;
                }
            }
        }
        return compared ? std::optional(false) : std::nullopt;
    }
    /// A hall and a town can be one place; two towns cannot.
    [[nodiscard]] bool places_agree(const std::string& a, const std::string& b) const {
        return a == b || around_.is_facility(a) != around_.is_facility(b);
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

// ---- Tolls ----------------------------------------------------------------------------------------

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

bool mode_takes(const Trigger& trigger, TollKind kind) {
    const bool abducts = trigger.mode == "abduction" || trigger.mode == "hostage-taking" || trigger.mode == "hijacking";
    if (kind == TollKind::abducted || kind == TollKind::freed) return trigger.type != "assault" || abducts;
    if (trigger.type == "coerce") return trigger.mode == "arrest" || trigger.mode == "detain" || trigger.mode == "raid";
    return kind != TollKind::arrested || trigger.type != "justice";
}

/// Gives each figure to the event that it belongs to.
class TollGiver {
public:
    TollGiver(std::vector<Draft>& drafts, const Surroundings& around, const std::vector<WordSentence>& sentences)
        : drafts_(drafts), around_(around), sentences_(sentences) {
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            for (const auto& mention : drafts[i].mentions)
                in_sentence_.emplace(mention.trigger.sentence, std::pair(i, &mention));
        }
    }

    void give(const std::vector<TollFigure>& figures, std::optional<std::size_t> main) {
        std::vector<std::optional<std::pair<std::size_t, std::uint32_t>>> given(figures.size());
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const auto& figure = figures[i];
            const auto whole = figure.of ? given[*figure.of] : std::nullopt;
            if (figure.of && !whole) continue;
            const auto draft = whole ? std::optional(whole->first) : event_of(figure, main);
            if (!draft) continue;
            auto& toll = drafts_[*draft].toll;
            const auto span = sentences_[figure.sentence].span(figure.first, figure.last);
            given[i] = std::pair(*draft, static_cast<std::uint32_t>(toll.size()));
            Toll made{figure.kind, figure.min, figure.max, span, {}, std::nullopt, figure.group, figure.adds};
            if (whole) made.of = whole->second;
            if (const auto* content = around_.content_around(span); content && !said_in_passing(*content, figure)) {
                made.told_by.push_back(content->statement->id);
            }
            toll.push_back(std::move(made));
        }
    }

private:
    std::vector<Draft>& drafts_;
    const Surroundings& around_;
    const std::vector<WordSentence>& sentences_;
    std::multimap<std::size_t, std::pair<std::size_t, const Mention*>> in_sentence_;

    [[nodiscard]] std::optional<std::size_t> event_of(const TollFigure& figure, std::optional<std::size_t> main) const {
        if (const auto here = event_in_sentence(figure)) return here;
        if (!main || !is_violent_or_accident(drafts_[*main].trigger->type)) return std::nullopt;
        const auto& event = drafts_[*main];
        if (!can_have(event.trigger->type, figure.kind) || !mode_takes(*event.trigger, figure.kind))
            return std::nullopt;
        if (figure.kind == TollKind::arrested || tells_another_time(figure, event)) return std::nullopt;
        return main;
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

    /// The event whose trigger stands nearest in the figure's sentence.
    [[nodiscard]] std::optional<std::size_t> event_in_sentence(const TollFigure& figure) const {
        std::optional<std::size_t> best;
        std::size_t nearest = 1000;
        const auto [begin, end] = in_sentence_.equal_range(figure.sentence);
        for (auto one = begin; one != end; ++one) {
            const auto& [i, mention] = one->second;
            const auto& trigger = *drafts_[i].trigger;
            const auto& at = mention->trigger;
            if (!can_have(trigger.type, figure.kind) || !mode_takes(trigger, figure.kind)) continue;
            if (at.status != EventStatus::occurred && at.status != EventStatus::ongoing) continue;
            const auto away = at.first >= figure.last   ? at.first - figure.last
                              : figure.first >= at.last ? figure.first - at.last
                                                        : 0;
            if (away >= nearest) continue;
            nearest = away;
            best = i;
        }
        return best;
    }
    /// A year or day in the sentence that is not the event's: the figure is of something else.
    [[nodiscard]] bool tells_another_time(const TollFigure& figure, const Draft& event) const {
        const auto& sentence = sentences_[figure.sentence];
        for (const auto i : around_.times_in(sentence.span(0, sentence.size()))) {
            if (!event.time && around_.time(i).precision >= Precision::year) return true;
            if (!times_agree(around_, i, event.time)) return true;
        }
        return std::any_of(sentence.words.begin(), sentence.words.end(), [](const Word& word) {
            return one_of(word.low, "since", "previous", "earlier", "past", "years", "ago", "war", "history", "decade",
                          "annually", "every", "average");
        });
    }
};

// ---- The whole ------------------------------------------------------------------------------------

std::size_t sentences_of_beginning(const std::vector<WordSentence>& sentences) {
    std::size_t paragraphs = 0;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (sentences[i].zone == ZoneKind::paragraph && ++paragraphs > 2) return i;
    }
    return sentences.size();
}

/// The event of headline and beginning with most mentions; of equals the first.
std::optional<std::size_t> main_event(const std::vector<Draft>& drafts, std::size_t beginning) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (drafts[i].mentions.front().trigger.sentence >= beginning) continue;
        if (drafts[i].mentions.front().trigger.status == EventStatus::denied) continue;
        if (!best || drafts[i].mentions.size() > drafts[*best].mentions.size()) best = i;
    }
    return best;
}

/// The one violent event, accident or disaster of the document, if there is just one that happened.
std::optional<std::size_t> only_violent(const std::vector<Draft>& drafts) {
    std::optional<std::size_t> only;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (!is_violent_or_accident(drafts[i].trigger->type) || drafts[i].part_of) continue;
        if (drafts[i].mentions.front().trigger.status != EventStatus::occurred) continue;
        if (only) return std::nullopt;
        only = i;
    }
    return only;
}

/// Arson told in the same sentence as an attack is a part of it.
void join_parts(std::vector<Draft>& drafts) {
    for (auto& part : drafts) {
        if (part.trigger->mode != "arson") continue;
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            const auto& whole = drafts[i];
            if (whole.trigger->type != "assault" || whole.trigger->mode == "arson" ||
                whole.mentions.front().trigger.status != EventStatus::occurred)
                continue;
            const bool beside = std::any_of(whole.mentions.begin(), whole.mentions.end(), [&](const Mention& one) {
                return one.trigger.sentence == part.mentions.front().trigger.sentence;
            });
            if (beside && !part.part_of) part.part_of = i;
        }
    }
}

Event finished(const Draft& draft, std::size_t index, bool main, const Reading& so_far) {
    Event event;
    event.id = fmt::format("v{}", index + 1);
    event.type = draft.trigger->type;
    if (draft.trigger->mode) event.mode = std::string(*draft.trigger->mode);
    for (const auto& mention : draft.mentions) {
        event.mentions.push_back({mention.span});
        for (const auto& participant : mention.participants) {
            const bool there = std::any_of(event.participants.begin(), event.participants.end(),
                                           [&](const Participant& one) { return one.entity == participant.entity; });
            if (!there) event.participants.push_back(participant);
        }
    }
    if (draft.time) event.time = so_far.times[*draft.time].id;
    event.place = draft.place;
    event.toll = draft.toll;
    event.status = draft.mentions.front().trigger.status;
    const bool only_told = std::all_of(draft.mentions.begin(), draft.mentions.end(),
                                       [](const Mention& one) { return one.told_by.has_value(); });
    for (const auto& mention : draft.mentions) {
        if (!only_told) break;
        if (std::find(event.told_by.begin(), event.told_by.end(), *mention.told_by) == event.told_by.end()) {
            event.told_by.push_back(*mention.told_by);
        }
    }
    if (draft.part_of) event.part_of = fmt::format("v{}", *draft.part_of + 1);
    event.main = main;
    return event;
}

}  // namespace

std::vector<Event> find_events(const Article& article, const Analysis& analysis, const EventLexicon& lexicon,
                               const Reading& so_far) {
    const auto sentences = readable_sentences(article, analysis);
    const Surroundings around(so_far);
    Joiner joiner(around);
    std::vector<TollFigure> figures;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        for (const auto& trigger : find_triggers(lexicon.tables(), sentences[i], i)) {
            joiner.add(MentionReader(sentences[i], trigger, around).read());
        }
        const auto before = figures.size();
        for (auto& figure : find_tolls(sentences[i], i)) {
            if (figure.of) figure.of = *figure.of + before;
            figures.push_back(std::move(figure));
        }
    }
    auto drafts = std::move(joiner).drafts();
    join_parts(drafts);
    TollGiver(drafts, around, sentences).give(figures, only_violent(drafts));
    const auto main = main_event(drafts, sentences_of_beginning(sentences));
    std::vector<Event> events;
    for (std::size_t i = 0; i < drafts.size(); ++i) events.push_back(finished(drafts[i], i, main == i, so_far));
    return events;
}

}  // namespace sayso
