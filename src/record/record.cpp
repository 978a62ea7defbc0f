#include "sayso/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/utf8.h"
#include "record/adding.h"
#include "record/full_text.h"
#include "record/opening.h"
#include "record/sqlite.h"
#include "sayso/error.h"
#include "sayso/json.h"

namespace sayso {

using sqlite::Database;
using sqlite::Use;

struct Record::State {
    std::string path;
    std::unique_ptr<Database> database;

    State(const std::string& file, Use use) : path(file), database(record_file::open(file, use)) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { record_file::end_writing(*database); }
};

Record::Record(const std::string& path, Access access)
    : state_(std::make_unique<State>(path, access == Access::write ? Use::write : Use::read)) {}
Record::Record(Record&&) noexcept = default;
Record& Record::operator=(Record&&) noexcept = default;
Record::~Record() = default;

// ---- Adding ---------------------------------------------------------------------------------------

bool Record::holds(const Document& document, const ReaderVersion& reader) const {
    const auto held = record_file::find(*state_->database, document);
    return held && held->reader == reader;
}

Record::Added Record::add(const Reading& reading) {
    auto& database = *state_->database;
    record_file::begin_writing(database);
    sqlite::Transaction transaction(database);
    const auto held = record_file::find(database, reading.document);
    if (held && held->reader == reading.reader) return Added::already_there;
    if (held) {
        record_file::replace(database, held->number, reading);
    } else {
        record_file::insert(database, reading);
    }
    transaction.commit();
    return held ? Added::reread : Added::added;
}

// ---- Asking ---------------------------------------------------------------------------------------

namespace {

/// The columns of a `DocumentRow`, of documents `d`.
#define DOCUMENT_COLUMNS                                                              \
    "d.number, d.id, d.given_id, d.url, d.outlet, d.title, d.published, d.headline, " \
    "(SELECT count(*) FROM statements x WHERE x.document = d.number), "               \
    "(SELECT count(*) FROM events x WHERE x.document = d.number)"
constexpr int document_columns = 10;

Record::DocumentRow document_row(const sqlite::Rows& rows) {
    return {rows->number(0),
            rows->text(1),
            rows->text_or_none(2),
            rows->text_or_none(3),
            rows->text_or_none(4),
            rows->text_or_none(5),
            rows->text_or_none(6),
            rows->text(7),
            static_cast<std::uint64_t>(rows->number(8)),
            static_cast<std::uint64_t>(rows->number(9))};
}

std::vector<Record::DocumentRow> document_rows(sqlite::Rows rows) {
    std::vector<Record::DocumentRow> all;
    while (rows.next()) all.push_back(document_row(rows));
    return all;
}

std::optional<std::int64_t> as_number(std::string_view key) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
    if (error != std::errc() || end != key.data() + key.size()) return std::nullopt;
    return number;
}

/// The key in small letters where it may be (the beginning of) a document's id.
std::optional<std::string> as_id(std::string_view key) {
    auto id = lower(key);
    const bool fits = id.size() >= 8 && id.find_first_not_of("0123456789abcdef") == std::string::npos;
    return fits ? std::optional(std::move(id)) : std::nullopt;
}

// What marks the match in a passage: two code points that are for a program's own use and stand in no text.
constexpr std::string_view match_begins = "\uFDD0";
constexpr std::string_view match_ends = "\uFDD1";

std::string without_marks(std::string text) {
    for (const auto mark : {match_begins, match_ends}) {
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) text.erase(at, mark.size());
    }
    return text;
}

/// Parts a marked passage at its first match.
Record::Passage passage(Record::DocumentRow document, const std::string& marked) {
    const auto begin = std::min(marked.find(match_begins), marked.size());
    const auto end = std::min(marked.find(match_ends, begin), marked.size());
    return {std::move(document), marked.substr(0, begin), without_marks(marked.substr(begin, end - begin)),
            without_marks(marked.substr(end))};
}

}  // namespace

Record::Overview Record::overview() const {
    auto rows = state_->database->query(
        "SELECT count(*), count(DISTINCT id), count(DISTINCT outlet), (SELECT count(*) FROM entities), "
        "(SELECT count(*) FROM statements), (SELECT count(*) FROM events), min(published), max(published) "
        "FROM documents");
    if (!rows.next()) return {};
    const auto count = [&](int column) { return static_cast<std::uint64_t>(rows->number(column)); };
    return {count(0), count(1), count(2), count(3), count(4), count(5), rows->text_or_none(6), rows->text_or_none(7)};
}

std::vector<Record::DocumentRow> Record::documents() const {
    return document_rows(state_->database->query("SELECT " DOCUMENT_COLUMNS " FROM documents d ORDER BY d.number"));
}

std::vector<Record::DocumentRow> Record::find_documents(std::string_view key) const {
    const auto id = as_id(key);
    const auto behind_id = id ? std::optional(*id + "g") : std::nullopt;  // "g" is behind all digits
    return document_rows(state_->database->query(
        "SELECT " DOCUMENT_COLUMNS
        " FROM documents d WHERE d.number = ?1 OR (d.id >= ?2 AND d.id < ?3) OR d.given_id = ?4 OR d.url = ?4 "
        "ORDER BY d.number",
        as_number(key), id, behind_id, key));
}

Reading Record::reading(std::int64_t number) const {
    auto rows = state_->database->query("SELECT json FROM readings WHERE document = ?", number);
    if (!rows.next()) throw MissingInput(fmt::format("{}: the record has no document {}", state_->path, number));
    try {
        return reading_from_json(rows->text(0));
    } catch (const BadInput& error) {
        throw BadRecord(
            fmt::format("{}: the reading of document {} is damaged ({}); restore a copy, or begin a new "
                        "record and add the reports again",
                        state_->path, number, error.what()));
    }
}

std::vector<Record::SpeakerRow> Record::speakers() const {
    auto rows = state_->database->query(
        "SELECT speaker, anonymous, count(*), count(DISTINCT document) FROM statements WHERE speaker IS NOT NULL "
        "GROUP BY speaker, anonymous ORDER BY 3 DESC, 1, 2");
    std::vector<SpeakerRow> all;
    while (rows.next()) {
        all.push_back({rows->text(0), rows->number(1) != 0, static_cast<std::uint64_t>(rows->number(2)),
                       static_cast<std::uint64_t>(rows->number(3))});
    }
    return all;
}

std::vector<Record::StatementRow> Record::statements_by(std::string_view name) const {
    auto& database = *state_->database;
    auto rows = database.query("SELECT " DOCUMENT_COLUMNS
                               ", s.id, s.speaker, s.act, s.certainty, s.quotation, s.content, ifnull(s.cue_words, '') "
                               "FROM speaker_names n JOIN statements s ON s.number = n.rowid "
                               "JOIN documents d ON d.number = s.document "
                               "WHERE speaker_names MATCH ? ORDER BY s.document, s.number",
                               full_text::query_for_name(name));
    const auto via_of = [&](std::int64_t document, const std::string& statement) {
        auto via = database.query("SELECT name FROM via WHERE document = ? AND statement = ? ORDER BY position",
                                  document, statement);
        std::vector<std::string> names;
        while (via.next()) names.push_back(via->text(0));
        return names;
    };
    std::vector<StatementRow> all;
    while (rows.next()) {
        const auto text = [&](int column) { return rows->text(document_columns + column); };
        auto document = document_row(rows);
        auto via = via_of(document.number, text(0));
        all.push_back(
            {std::move(document), text(0), text(1), text(2), text(3), text(4), std::move(via), text(5), text(6)});
    }
    return all;
}

std::vector<Record::Passage> Record::find_words(std::string_view query, std::size_t most) const {
    auto rows = state_->database->query("SELECT " DOCUMENT_COLUMNS
                                        ", snippet(full_text, 0, ?, ?, '…', 32) "
                                        "FROM full_text CROSS JOIN documents d ON d.number = full_text.rowid "
                                        "WHERE full_text MATCH ? ORDER BY full_text.rank LIMIT ?",
                                        match_begins, match_ends, full_text::query_for_words(query), most);
    std::vector<Passage> all;
    while (rows.next()) all.push_back(passage(document_row(rows), rows->text(document_columns)));
    return all;
}

}  // namespace sayso
