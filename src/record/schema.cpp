#include "record/schema.h"

namespace sayso::record_schema {

// Parts of a reading are known by the document's number and their id or their place in the list (from 0).
// A span is `span_begin` and `span_end` in code points, with its words beside it. Keys begin with the
// document, so that a document's rows lie together and cost the same to find in a record of any size.
// References are checked at the end of a transaction: statements, events and figures refer to each other.
const char* const create = R"sql(
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    given_id TEXT,
    url TEXT,
    outlet TEXT,
    title TEXT,
    published TEXT,
    language TEXT,
    headline TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX document_identity ON documents
    (id, ifnull(url, ''), ifnull(outlet, ''), ifnull(title, ''), ifnull(published, ''));
CREATE INDEX documents_by_given_id ON documents (given_id) WHERE given_id IS NOT NULL;
CREATE INDEX documents_by_url ON documents (url) WHERE url IS NOT NULL;
CREATE INDEX documents_by_outlet ON documents (outlet);
CREATE INDEX documents_by_published ON documents (published);

CREATE VIRTUAL TABLE full_text USING fts5
    (text, content = 'documents', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE readings (
    document INTEGER PRIMARY KEY REFERENCES documents,
    reader_version TEXT NOT NULL,
    model TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT;

CREATE TABLE authors (
    document INTEGER NOT NULL REFERENCES documents,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE zones (
    document INTEGER NOT NULL REFERENCES documents,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
    document INTEGER NOT NULL REFERENCES documents,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    named INTEGER NOT NULL,
    actor_country TEXT,
    actor_sector TEXT,
    place_country TEXT,
    place_geonames INTEGER,
    place_lat REAL,
    place_lon REAL,
    place_kind TEXT,
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entities_by_name ON entities (name);

CREATE TABLE mentions (
    document INTEGER NOT NULL,
    entity TEXT NOT NULL,
    position INTEGER NOT NULL,
    form TEXT NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document, entity, position),
    FOREIGN KEY (document, entity) REFERENCES entities DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE roles (
    document INTEGER NOT NULL,
    entity TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    "of" TEXT,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document, entity, position),
    FOREIGN KEY (document, entity) REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, "of") REFERENCES entities DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE affiliations (
    document INTEGER NOT NULL,
    entity TEXT NOT NULL,
    position INTEGER NOT NULL,
    relation TEXT NOT NULL,
    "to" TEXT NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document, entity, position),
    FOREIGN KEY (document, entity) REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, "to") REFERENCES entities DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
    document INTEGER NOT NULL REFERENCES documents,
    id TEXT NOT NULL,
    "begin" TEXT,
    "end" TEXT,
    precision TEXT NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    document INTEGER NOT NULL REFERENCES documents,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    time TEXT,
    place TEXT,
    status TEXT,
    part_of TEXT,
    main INTEGER NOT NULL,
    PRIMARY KEY (document, id),
    FOREIGN KEY (document, time) REFERENCES times DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, place) REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, part_of) REFERENCES events DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX events_by_type ON events (type, mode);

CREATE TABLE event_mentions (
    document INTEGER NOT NULL,
    event TEXT NOT NULL,
    position INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document, event, position),
    FOREIGN KEY (document, event) REFERENCES events DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE event_told_by (
    document INTEGER NOT NULL,
    event TEXT NOT NULL,
    position INTEGER NOT NULL,
    statement TEXT NOT NULL,
    PRIMARY KEY (document, event, position),
    FOREIGN KEY (document, event) REFERENCES events DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, statement) REFERENCES statements (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE participants (
    document INTEGER NOT NULL,
    event TEXT NOT NULL,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    entity TEXT NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document, event, position),
    FOREIGN KEY (document, event) REFERENCES events DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, entity) REFERENCES entities DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE tolls (
    document INTEGER NOT NULL,
    event TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    min INTEGER,
    max INTEGER,
    "of" INTEGER,
    "group" TEXT,
    adds INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document, event, position),
    FOREIGN KEY (document, event) REFERENCES events DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, event, "of") REFERENCES tolls DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE toll_told_by (
    document INTEGER NOT NULL,
    event TEXT NOT NULL,
    toll INTEGER NOT NULL,
    position INTEGER NOT NULL,
    statement TEXT NOT NULL,
    PRIMARY KEY (document, event, toll, position),
    FOREIGN KEY (document, event, toll) REFERENCES tolls DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, statement) REFERENCES statements (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents,
    id TEXT NOT NULL,
    speaker TEXT,
    anonymous INTEGER,
    source_entity TEXT,
    source_span_begin INTEGER,
    source_span_end INTEGER,
    source_words TEXT,
    addressee_entity TEXT,
    addressee_span_begin INTEGER,
    addressee_span_end INTEGER,
    addressee_words TEXT,
    cue_lemma TEXT,
    cue_span_begin INTEGER,
    cue_span_end INTEGER,
    cue_words TEXT,
    content TEXT NOT NULL,
    quotation TEXT NOT NULL,
    act TEXT NOT NULL,
    certainty TEXT NOT NULL,
    time TEXT,
    channel TEXT,
    warns INTEGER NOT NULL,
    warns_of_event TEXT,
    warns_of_time TEXT,
    warns_of_place_precision TEXT,
    UNIQUE (document, id),
    FOREIGN KEY (document, source_entity) REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, addressee_entity) REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, time) REFERENCES times DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, warns_of_event) REFERENCES events DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, warns_of_time) REFERENCES times DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX statements_by_speaker ON statements (speaker, anonymous);
CREATE INDEX statements_by_act ON statements (act);

CREATE VIRTUAL TABLE speaker_names USING fts5
    (speaker, content = 'statements', content_rowid = 'number',
     tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE contents (
    document INTEGER NOT NULL,
    statement TEXT NOT NULL,
    position INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document, statement, position),
    FOREIGN KEY (document, statement) REFERENCES statements (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE quoted (
    document INTEGER NOT NULL,
    statement TEXT NOT NULL,
    position INTEGER NOT NULL,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document, statement, position),
    FOREIGN KEY (document, statement) REFERENCES statements (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE via (
    document INTEGER NOT NULL,
    statement TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    entity TEXT,
    span_begin INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document, statement, position),
    FOREIGN KEY (document, statement) REFERENCES statements (document, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, entity) REFERENCES entities DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE about (
    document INTEGER NOT NULL,
    statement TEXT NOT NULL,
    position INTEGER NOT NULL,
    event TEXT,
    about_statement TEXT,
    stance TEXT NOT NULL,
    PRIMARY KEY (document, statement, position),
    FOREIGN KEY (document, statement) REFERENCES statements (document, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, event) REFERENCES events DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, about_statement) REFERENCES statements (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE blames (
    document INTEGER NOT NULL,
    statement TEXT NOT NULL,
    position INTEGER NOT NULL,
    entity TEXT NOT NULL,
    event TEXT,
    stance TEXT NOT NULL,
    PRIMARY KEY (document, statement, position),
    FOREIGN KEY (document, statement) REFERENCES statements (document, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, entity) REFERENCES entities DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, event) REFERENCES events DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE warning_answers (
    document INTEGER NOT NULL,
    statement TEXT NOT NULL,
    position INTEGER NOT NULL,
    answered_by TEXT NOT NULL,
    PRIMARY KEY (document, statement, position),
    FOREIGN KEY (document, statement) REFERENCES statements (document, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, answered_by) REFERENCES statements (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE VIEW who_says_what AS
SELECT d.number AS document, d.outlet, d.published, d.headline, s.id AS statement, s.speaker, s.anonymous, s.act,
       s.certainty,
       (SELECT group_concat(name, ' > ')
        FROM (SELECT name FROM via v WHERE v.document = s.document AND v.statement = s.id ORDER BY position)) AS via,
       s.quotation, s.cue_words AS cue, s.content
FROM statements s JOIN documents d ON d.number = s.document
ORDER BY s.document, s.number;

CREATE VIEW what_happened AS
SELECT d.number AS document, d.outlet, d.published, d.headline, e.id AS event, e.type, e.mode, e.status, e.main,
       (SELECT words FROM event_mentions m
        WHERE m.document = e.document AND m.event = e.id AND m.position = 0) AS words,
       t."begin", t."end", t.precision, p.name AS place, p.place_country AS country, p.place_lat AS lat,
       p.place_lon AS lon,
       (SELECT group_concat(name, '; ')
        FROM (SELECT n.name FROM participants x JOIN entities n ON n.document = x.document AND n.id = x.entity
              WHERE x.document = e.document AND x.event = e.id AND x.role = 'actor' ORDER BY position)) AS actors,
       (SELECT group_concat(name, '; ')
        FROM (SELECT n.name FROM participants x JOIN entities n ON n.document = x.document AND n.id = x.entity
              WHERE x.document = e.document AND x.event = e.id AND x.role IN ('victim', 'target', 'recipient')
              ORDER BY position)) AS affected,
       (SELECT group_concat(speaker, '; ')
        FROM (SELECT s.speaker FROM event_told_by b JOIN statements s ON s.document = b.document AND s.id = b.statement
              WHERE b.document = e.document AND b.event = e.id ORDER BY position)) AS according_to
FROM events e JOIN documents d ON d.number = e.document
     LEFT JOIN times t ON t.document = e.document AND t.id = e.time
     LEFT JOIN entities p ON p.document = e.document AND p.id = e.place
ORDER BY e.document, length(e.id), e.id;

CREATE VIEW who_counts_what AS
SELECT d.number AS document, d.outlet, d.published, d.headline, e.id AS event, e.type, e.mode, f.kind, f.min, f.max,
       f."group", f.adds, f.words, s.id AS statement, s.speaker
FROM tolls f JOIN documents d ON d.number = f.document
     JOIN events e ON e.document = f.document AND e.id = f.event
     LEFT JOIN toll_told_by b ON b.document = f.document AND b.event = f.event AND b.toll = f.position
     LEFT JOIN statements s ON s.document = b.document AND s.id = b.statement
ORDER BY f.document, length(f.event), f.event, f.position, b.position;

CREATE VIEW who_blames_whom AS
SELECT d.number AS document, d.outlet, d.published, d.headline, s.id AS statement, s.speaker, s.act, s.certainty,
       b.stance, n.name AS blamed, b.event, e.type, e.mode, s.content
FROM blames b JOIN documents d ON d.number = b.document
     JOIN statements s ON s.document = b.document AND s.id = b.statement
     JOIN entities n ON n.document = b.document AND n.id = b.entity
     LEFT JOIN events e ON e.document = b.document AND e.id = b.event
ORDER BY s.document, s.number, b.position;
)sql";

}  // namespace sayso::record_schema
