#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// The tables of the record. docs/record.md tells what they hold; a change here is a change there.
namespace sayso::record_schema {

/// "SAYS": marks an SQLite file as a record.
inline constexpr std::int64_t application_id = 0x53415953;

/// Goes up whenever a program that knows this version could misread the tables or fill them wrongly.
inline constexpr std::int64_t version = 1;

/// Makes all tables, indexes and views in an empty database.
extern const char* const create;

/// The tables of a document as it was given.
inline constexpr std::array<std::string_view, 2> document_tables = {"documents", "full_text"};

/// The tables of its reading, those that refer before those that are referred to. All have a column
/// `document`.
inline constexpr std::array<std::string_view, 21> reading_tables = {
    "warning_answers", "blames",        "about",          "via",        "quoted",  "contents", "toll_told_by", "tolls",
    "participants",    "event_told_by", "event_mentions", "statements", "events",  "times",    "affiliations", "roles",
    "mentions",        "entities",      "zones",          "authors",    "readings"};

/// The index of speakers, kept by the numbers of the statements.
inline constexpr std::string_view speaker_index = "speaker_names";

}  // namespace sayso::record_schema
