#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/reading.h"

namespace sayso {

/// The record: one SQLite file with documents, readings, entities, statements, events and a full-text
/// index. Its tables are documented in docs/record.md and may be queried by any SQLite client.
///
/// A report is known by its text, url, outlet, title and date of publication: the same agency text in
/// two outlets is two documents. Every call throws `BadRecord` for a damaged file and `CannotWrite`
/// when the disk is full or the folder read-only; the record is then as it was before the call. A `Record`
/// is used by one thread at a time; two programs may have one record open.
class Record {
public:
    enum class Access { read, write };

    /// Opens the record at `path`; with `write`, creates it if there is none. Refuses what is not a
    /// record, is damaged, or was written by a newer version (`BadRecord`), and what is not there
    /// (`MissingInput`).
    Record(const std::string& path, Access access);
    Record(Record&&) noexcept;
    Record& operator=(Record&&) noexcept;
    ~Record();

    /// Whether the document is held, read by this reader.
    [[nodiscard]] bool holds(const Document& document, const ReaderVersion& reader) const;

    enum class Added { added, reread, already_there };
    /// Adds a reading whole or not at all. A document that another version has read gets this reading
    /// in place of the older one. `BadInput` for a reading that has an id twice or refers to one it lacks.
    Added add(const Reading& reading);

    struct Overview {
        std::uint64_t documents = 0, texts = 0, outlets = 0, entities = 0, statements = 0, events = 0;
        std::optional<std::string> first_published, last_published;
    };
    [[nodiscard]] Overview overview() const;

    struct DocumentRow {
        std::int64_t number = 0;  ///< the record's own, from 1, in the order of adding
        std::string id;
        std::optional<std::string> given_id, url, outlet, title, published;
        std::string headline;  ///< title, else headline, else the text's beginning
        std::uint64_t statements = 0, events = 0;
    };
    [[nodiscard]] std::vector<DocumentRow> documents() const;

    /// The documents that `key` names: a number, an id or its first eight or more digits, a given id or a url.
    [[nodiscard]] std::vector<DocumentRow> find_documents(std::string_view key) const;
    /// `MissingInput` where there is no such document.
    [[nodiscard]] Reading reading(std::int64_t number) const;

    struct SpeakerRow {
        std::string name;
        bool anonymous = false;
        std::uint64_t statements = 0, documents = 0;
    };
    /// All speakers, those with most statements first.
    [[nodiscard]] std::vector<SpeakerRow> speakers() const;

    struct StatementRow {
        DocumentRow document;
        std::string statement;  ///< id within the reading
        std::string speaker, act, certainty, quotation;
        std::vector<std::string> via;
        std::string content;  ///< the words, parts joined by " … "
        std::string cue;
    };
    /// What speakers with this name say: every word of `name` must be in the speaker's name. Accents and
    /// capitals do not count.
    [[nodiscard]] std::vector<StatementRow> statements_by(std::string_view name) const;

    struct Passage {
        DocumentRow document;
        std::string before, match, after;  ///< the first match in its surroundings, "…" where they are cut
    };
    /// Documents in which all the words stand, best first, with one passage each. `query` is words,
    /// "phrases in quotation marks" and prefix*; anything else in it is taken literally.
    [[nodiscard]] std::vector<Passage> find_words(std::string_view query, std::size_t most = 50) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sayso
