#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sayso/article.h"
#include "sayso/names_of.h"
#include "sayso/span.h"

/// The reading: what one report says happened, and who says so (docs/reading.md).
///
/// Parts refer to each other by id ("e1" entities, "t1" times, "v1" events, "s1" statements), unique
/// within the reading. Every span points into `Reading::document.text`. A value with no words behind
/// it is absent, never guessed. Names are shared with the JSON, where "-" stands for "_".
namespace sayso {

// ---- Entities -------------------------------------------------------------------------------------

enum class EntityType { person, organization, place, group, facility, other };
template <>
struct NamesOf<EntityType> {
    static constexpr auto names =
        list_names<EntityType, EntityType::other>("person", "organization", "place", "group", "facility", "other");
};

enum class MentionForm { name, nominal, pronoun };
template <>
struct NamesOf<MentionForm> {
    static constexpr auto names = list_names<MentionForm, MentionForm::pronoun>("name", "nominal", "pronoun");
};

enum class Relation { part_of, member_of, citizen_of, located_in, also_known_as };
template <>
struct NamesOf<Relation> {
    static constexpr auto names = list_names<Relation, Relation::also_known_as>("part-of", "member-of", "citizen-of",
                                                                                "located-in", "also-known-as");
};

struct Mention {
    Span span;
    MentionForm form = MentionForm::name;
    bool operator==(const Mention&) const = default;
};

/// "director of the FSB": `title` as a person would write it, `of` the entity id.
struct Role {
    std::string title;
    std::optional<std::string> of;
    Span span;
    bool operator==(const Role&) const = default;
};

struct Affiliation {
    Relation relation = Relation::part_of;
    std::string to;
    Span span;
    bool operator==(const Affiliation&) const = default;
};

struct Actor {
    std::optional<std::string> country;  ///< ISO 3166-1 alpha-3
    std::optional<std::string> sector;   ///< PLOVER sector code
    bool operator==(const Actor&) const = default;
};

struct Place {
    std::optional<std::string> country;  ///< ISO 3166-1 alpha-3
    std::optional<std::int64_t> geonames;
    std::optional<double> lat;        ///< degrees north
    std::optional<double> lon;        ///< degrees east
    std::optional<std::string> kind;  ///< "country", "city", …
    bool operator==(const Place&) const = default;
};

struct Entity {
    std::string id;
    EntityType type = EntityType::other;
    std::string name;  ///< fullest name in the document, else the best description
    bool named = false;
    std::vector<Mention> mentions;  ///< in the order of the text
    std::vector<Role> roles;
    std::vector<Affiliation> affiliations;
    std::optional<Actor> actor;
    std::optional<Place> place;
    bool operator==(const Entity&) const = default;
};

// ---- Times ----------------------------------------------------------------------------------------

enum class Precision { minute, part_of_day, day, week, part_of_month, month, season, year, decade, vague };
template <>
struct NamesOf<Precision> {
    static constexpr auto names = list_names<Precision, Precision::vague>(
        "minute", "part-of-day", "day", "week", "part-of-month", "month", "season", "year", "decade", "vague");
};

/// `begin` and `end` (inclusive) are ISO 8601 dates; a year that nothing tells is "XXXX".
struct Time {
    std::string id;
    Span span;
    std::optional<std::string> begin;
    std::optional<std::string> end;
    Precision precision = Precision::day;
    bool operator==(const Time&) const = default;
};

// ---- Events ---------------------------------------------------------------------------------------

enum class ParticipantRole { actor, recipient, victim, target, instrument };
template <>
struct NamesOf<ParticipantRole> {
    static constexpr auto names = list_names<ParticipantRole, ParticipantRole::instrument>(
        "actor", "recipient", "victim", "target", "instrument");
};

enum class TollKind { killed, injured, missing, arrested, abducted, freed, displaced, rescued, affected };
template <>
struct NamesOf<TollKind> {
    static constexpr auto names = list_names<TollKind, TollKind::affected>(
        "killed", "injured", "missing", "arrested", "abducted", "freed", "displaced", "rescued", "affected");
};

enum class EventStatus { occurred, ongoing, planned, prevented, hypothetical, denied, disputed };
template <>
struct NamesOf<EventStatus> {
    static constexpr auto names = list_names<EventStatus, EventStatus::disputed>(
        "occurred", "ongoing", "planned", "prevented", "hypothetical", "denied", "disputed");
};

struct EventMention {
    Span span;
    bool operator==(const EventMention&) const = default;
};

struct Participant {
    ParticipantRole role = ParticipantRole::actor;
    std::string entity;
    Span span;
    bool operator==(const Participant&) const = default;
};

/// A figure as the text gives it, with its bounds: "over 140" is 141 and up, "up to 30" is at most 30.
struct Toll {
    TollKind kind = TollKind::killed;
    std::optional<std::int64_t> min;
    std::optional<std::int64_t> max;
    Span span;
    std::vector<std::string> told_by;  ///< statements that give it; empty: the article itself
    std::optional<std::uint32_t> of;   ///< index of the figure in the same event that this is a part of
    std::optional<std::string> group;  ///< "children": whom the part counts
    bool adds = false;                 ///< an increase over an earlier figure
    bool operator==(const Toll&) const = default;
};

struct Event {
    std::string id;
    std::string type;  ///< docs/taxonomy.md
    std::optional<std::string> mode;
    std::vector<EventMention> mentions;
    std::vector<Participant> participants;
    std::optional<std::string> time;
    std::optional<std::string> place;  ///< entity id
    std::vector<Toll> toll;
    std::optional<EventStatus> status;
    std::vector<std::string> told_by;  ///< statements that report it; empty: the article itself does
    std::optional<std::string> part_of;
    bool main = false;
    bool operator==(const Event&) const = default;
};

// ---- Statements -----------------------------------------------------------------------------------

enum class Quotation { direct, indirect, mixed };
template <>
struct NamesOf<Quotation> {
    static constexpr auto names = list_names<Quotation, Quotation::mixed>("direct", "indirect", "mixed");
};

enum class Act {
    state,
    confirm,
    announce,
    deny,
    accuse,
    claim,
    warn,
    threaten,
    promise,
    request,
    order,
    reject,
    admit,
    suggest,
    condemn,
    praise,
    apologise,
    ask,
    decline,
    intend
};
template <>
struct NamesOf<Act> {
    static constexpr auto names = list_names<Act, Act::intend>(
        "state", "confirm", "announce", "deny", "accuse", "claim", "warn", "threaten", "promise", "request", "order",
        "reject", "admit", "suggest", "condemn", "praise", "apologise", "ask", "decline", "intend");
};

enum class Certainty { certain, probable, possible, doubtful };
template <>
struct NamesOf<Certainty> {
    static constexpr auto names =
        list_names<Certainty, Certainty::doubtful>("certain", "probable", "possible", "doubtful");
};

enum class Stance { affirms, denies, doubts, rejects };
template <>
struct NamesOf<Stance> {
    static constexpr auto names = list_names<Stance, Stance::rejects>("affirms", "denies", "doubts", "rejects");
};

/// How a statement was made known, where the text tells.
enum class Channel { public_, private_, both };
template <>
struct NamesOf<Channel> {
    static constexpr auto names = list_names<Channel, Channel::both>("public", "private", "both");
};

enum class PlacePrecision { venue, kind_of_place, city, region, country, none };
template <>
struct NamesOf<PlacePrecision> {
    static constexpr auto names =
        list_names<PlacePrecision, PlacePrecision::none>("venue", "kind-of-place", "city", "region", "country", "none");
};

/// Who vouches for a statement. `anonymous` is a source without a name ("a senior official").
struct Source {
    std::optional<std::string> entity;
    Span span;
    bool anonymous = false;
    bool operator==(const Source&) const = default;
};

/// Somebody a statement passed through, or was addressed to.
struct Party {
    std::optional<std::string> entity;
    Span span;
    bool operator==(const Party&) const = default;
};

struct Cue {
    Span span;
    std::string lemma;
    bool operator==(const Cue&) const = default;
};

/// Exactly one of `event` and `statement` is given.
struct About {
    std::optional<std::string> event;
    std::optional<std::string> statement;
    Stance stance = Stance::affirms;
    bool operator==(const About&) const = default;
};

struct Blame {
    std::string entity;
    std::optional<std::string> event;
    Stance stance = Stance::affirms;
    bool operator==(const Blame&) const = default;
};

struct Warning {
    std::optional<std::string> event;
    std::optional<std::string> time;
    std::optional<PlacePrecision> place_precision;
    std::vector<std::string> answered_by;
    bool operator==(const Warning&) const = default;
};

struct Statement {
    std::string id;
    std::optional<Source> source;  ///< absent for a quotation that nobody is given for
    std::vector<Party> via;        ///< nearest to the reader last
    std::optional<Party> addressee;
    std::optional<Cue> cue;
    std::vector<Span> content;
    Quotation quotation = Quotation::indirect;
    std::vector<Span> quoted;  ///< the parts inside quotation marks
    Act act = Act::state;
    Certainty certainty = Certainty::certain;
    std::optional<std::string> time;
    std::vector<About> about;
    std::vector<Blame> blames;
    std::optional<Channel> channel;
    std::optional<Warning> warns_of;
    bool operator==(const Statement&) const = default;
};

// ---- The whole ------------------------------------------------------------------------------------

/// Which program read the report, with what knowledge: `model` names the weights, with their hash, and the hash of the
/// lexicons and the gazetteer.
struct ReaderVersion {
    std::string version;
    std::string model;
    bool operator==(const ReaderVersion&) const = default;
};

struct Reading {
    ReaderVersion reader;
    std::optional<std::string> given_id;
    Document document;
    std::vector<Entity> entities;
    std::vector<Time> times;
    std::vector<Event> events;
    std::vector<Statement> statements;
    bool operator==(const Reading&) const = default;
};

}  // namespace sayso
