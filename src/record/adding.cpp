#include "record/adding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/utf8.h"
#include "record/schema.h"
#include "sayso/json.h"

namespace sayso::record_file {
namespace {

using sqlite::Database;

constexpr std::size_t longest_headline = 100;  ///< code points, of a text without a headline

std::string headline_of(const Document& document) {
    if (document.title) return *document.title;
    for (const auto& zone : document.zones) {
        if (zone.kind == ZoneKind::headline) return std::string(words(document.text, zone.span));
    }
    const auto text = trimmed(document.text);
    const auto line = text.substr(0, text.find('\n'));
    const CodePoints points(line);
    if (points.count() <= longest_headline) return std::string(line);
    return std::string(line.substr(0, points.to_byte(longest_headline))) + "…";
}

/// The columns of a span: where it begins and ends, in code points, and what it says. NULL without one.
struct SpanColumns {
    std::optional<std::uint32_t> begin, end;
    std::optional<std::string_view> words;

    void each_column(const auto& tell) const {
        tell(begin);
        tell(end);
        tell(words);
    }
};

/// Writes the parts of one reading.
class Rows {
public:
    Rows(Database& database, std::int64_t document, const Reading& reading)
        : database_(database), document_(document), reading_(reading), points_(reading.document.text) {
        for (const auto& entity : reading.entities) names_.emplace(entity.id, entity.name);
    }

    void insert_all() {
        insert("readings", reading_.reader.version, reading_.reader.model, to_json(reading_));
        each(reading_.document.authors, [&](auto at, const auto& author) { insert("authors", at, author); });
        each(reading_.document.zones, [&](auto at, const Zone& zone) {
            insert("zones", at, zone.kind, points_.from_byte(zone.span.begin), points_.from_byte(zone.span.end));
        });
        for (const auto& entity : reading_.entities) insert_entity(entity);
        for (const auto& time : reading_.times) {
            insert("times", time.id, time.begin, time.end, time.precision, columns(time.span));
        }
        for (const auto& event : reading_.events) insert_event(event);
        for (const auto& statement : reading_.statements) insert_statement(statement);
    }

private:
    /// A row that begins with the document's number.
    template <class... Values>
    void insert(std::string_view table, const Values&... values) {
        database_.insert(table, document_, values...);
    }

    /// Calls `tell` with the place and the value of each item.
    template <class Item>
    static void each(const std::vector<Item>& items, const auto& tell) {
        for (std::size_t at = 0; at < items.size(); ++at) tell(at, items[at]);
    }

    [[nodiscard]] SpanColumns columns(Span span) const {
        return {points_.from_byte(span.begin), points_.from_byte(span.end), words(reading_.document.text, span)};
    }

    /// The name of whoever the words at `span` stand for.
    [[nodiscard]] std::string_view name_of_party(const std::optional<std::string>& entity, Span span) const {
        const auto found = entity ? names_.find(*entity) : names_.end();
        return found != names_.end() ? found->second : words(reading_.document.text, span);
    }

    void insert_entity(const Entity& entity) {
        const auto actor = entity.actor.value_or(Actor{});
        const auto place = entity.place.value_or(Place{});
        insert("entities", entity.id, entity.type, entity.name, entity.named, actor.country, actor.sector,
               place.country, place.geonames, place.lat, place.lon, place.kind);
        each(entity.mentions, [&](auto at, const Mention& mention) {
            insert("mentions", entity.id, at, mention.form, columns(mention.span));
        });
        each(entity.roles, [&](auto at, const Role& role) {
            insert("roles", entity.id, at, role.title, role.of, columns(role.span));
        });
        each(entity.affiliations, [&](auto at, const Affiliation& affiliation) {
            insert("affiliations", entity.id, at, affiliation.relation, affiliation.to, columns(affiliation.span));
        });
    }

    void insert_event(const Event& event) {
        insert("events", event.id, event.type, event.mode, event.time, event.place, event.status, event.part_of,
               event.main);
        each(event.mentions, [&](auto at, const EventMention& mention) {
            insert("event_mentions", event.id, at, columns(mention.span));
        });
        each(event.participants, [&](auto at, const Participant& participant) {
            insert("participants", event.id, at, participant.role, participant.entity, columns(participant.span));
        });
        each(event.told_by, [&](auto at, const auto& statement) { insert("event_told_by", event.id, at, statement); });
        each(event.toll, [&](auto at, const Toll& toll) {
            insert("tolls", event.id, at, toll.kind, toll.min, toll.max, toll.of, toll.group, toll.adds,
                   columns(toll.span));
            each(toll.told_by, [&](auto of_toll, const auto& statement) {
                insert("toll_told_by", event.id, at, of_toll, statement);
            });
        });
    }

    void insert_statement(const Statement& statement) {
        insert_statement_itself(statement);
        const auto& id = statement.id;
        each(statement.content, [&](auto at, Span span) { insert("contents", id, at, columns(span)); });
        each(statement.quoted, [&](auto at, Span span) { insert("quoted", id, at, columns(span)); });
        each(statement.via, [&](auto at, const Party& via) {
            insert("via", id, at, name_of_party(via.entity, via.span), via.entity, columns(via.span));
        });
        each(statement.about,
             [&](auto at, const About& about) { insert("about", id, at, about.event, about.statement, about.stance); });
        each(statement.blames,
             [&](auto at, const Blame& blame) { insert("blames", id, at, blame.entity, blame.event, blame.stance); });
        if (!statement.warns_of) return;
        each(statement.warns_of->answered_by,
             [&](auto at, const auto& answer) { insert("warning_answers", id, at, answer); });
    }

    void insert_statement_itself(const Statement& statement) {
        std::optional<std::string_view> speaker;
        std::optional<bool> anonymous;
        std::optional<std::string> source_entity, addressee_entity, cue_lemma;
        SpanColumns source, addressee, cue;
        if (statement.source) {
            speaker = name_of_party(statement.source->entity, statement.source->span);
            anonymous = statement.source->anonymous;
            source_entity = statement.source->entity;
            source = columns(statement.source->span);
        }
        if (statement.addressee) {
            addressee_entity = statement.addressee->entity;
            addressee = columns(statement.addressee->span);
        }
        if (statement.cue) {
            cue_lemma = statement.cue->lemma;
            cue = columns(statement.cue->span);
        }
        const auto warning = statement.warns_of.value_or(Warning{});
        database_.insert("statements", std::nullopt, document_, statement.id, speaker, anonymous, source_entity, source,
                         addressee_entity, addressee, cue_lemma, cue, content_of(statement), statement.quotation,
                         statement.act, statement.certainty, statement.time, statement.channel,
                         statement.warns_of.has_value(), warning.event, warning.time, warning.place_precision);
        if (speaker) {
            database_.run("INSERT INTO speaker_names (rowid, speaker) VALUES (?, ?)", database_.last_row(), *speaker);
        }
    }

    [[nodiscard]] std::string content_of(const Statement& statement) const {
        std::string content;
        for (const auto span : statement.content) {
            if (!content.empty()) content += " … ";
            content += words(reading_.document.text, span);
        }
        return content;
    }

    Database& database_;
    std::int64_t document_;
    const Reading& reading_;
    CodePoints points_;
    std::unordered_map<std::string_view, std::string_view> names_;  ///< of entities, by their ids
};

/// "DELETE FROM … WHERE document = ?" for each table of a reading.
const std::vector<std::string>& deletions() {
    static const auto all = [] {
        std::vector<std::string> made;
        for (const auto table : record_schema::reading_tables) {
            made.push_back(fmt::format("DELETE FROM {} WHERE document = ?", table));
        }
        return made;
    }();
    return all;
}

void delete_reading(Database& database, std::int64_t number) {
    // The index of speakers does not keep their names, so it has to be told them.
    database.run(
        "INSERT INTO speaker_names (speaker_names, rowid, speaker) "
        "SELECT 'delete', number, speaker FROM statements WHERE document = ? AND speaker IS NOT NULL",
        number);
    for (const auto& deletion : deletions()) database.run(std::string_view(deletion), number);
}

}  // namespace

std::optional<Held> find(Database& database, const Document& document) {
    auto rows = database.query(
        "SELECT d.number, r.reader_version, r.model FROM documents d JOIN readings r ON r.document = d.number "
        "WHERE d.id = ? AND ifnull(d.url, '') = ? AND ifnull(d.outlet, '') = ? AND ifnull(d.title, '') = ? "
        "AND ifnull(d.published, '') = ?",
        document.id, document.url.value_or(""), document.outlet.value_or(""), document.title.value_or(""),
        document.published.value_or(""));
    if (!rows.next()) return std::nullopt;
    return Held{rows->number(0), {rows->text(1), rows->text(2)}};
}

void insert(Database& database, const Reading& reading) {
    const auto& document = reading.document;
    database.insert("documents", std::nullopt, document.id, reading.given_id, document.url, document.outlet,
                    document.title, document.published, document.language, headline_of(document), document.text);
    const auto number = database.last_row();
    database.run("INSERT INTO full_text (rowid, text) VALUES (?, ?)", number, document.text);
    Rows(database, number, reading).insert_all();
}

void replace(Database& database, std::int64_t number, const Reading& reading) {
    delete_reading(database, number);
    database.run("UPDATE documents SET given_id = ?, language = ?, headline = ? WHERE number = ?", reading.given_id,
                 reading.document.language, headline_of(reading.document), number);
    Rows(database, number, reading).insert_all();
}

}  // namespace sayso::record_file
