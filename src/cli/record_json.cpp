#include "cli/record_json.h"

#include <nlohmann/json.hpp>

namespace sayso::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string line(const Json& object) {
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void put(Json& object, const char* name, const std::optional<std::string>& value) {
    if (value) object[name] = *value;
}

Json object_of(const Record::DocumentRow& document) {
    Json object;
    object["number"] = document.number;
    object["id"] = document.id;
    put(object, "given_id", document.given_id);
    put(object, "url", document.url);
    put(object, "outlet", document.outlet);
    put(object, "title", document.title);
    put(object, "published", document.published);
    object["headline"] = document.headline;
    object["statements"] = document.statements;
    object["events"] = document.events;
    return object;
}

}  // namespace

std::string json_of(const AddCounts& counts, std::uint64_t not_read) {
    return line({{"added", counts.added},
                 {"reread", counts.reread},
                 {"already_there", counts.already_there},
                 {"not_read", not_read}});
}

std::string json_of(const Record::Overview& overview) {
    Json object;
    object["documents"] = overview.documents;
    object["texts"] = overview.texts;
    object["outlets"] = overview.outlets;
    object["entities"] = overview.entities;
    object["statements"] = overview.statements;
    object["events"] = overview.events;
    put(object, "first_published", overview.first_published);
    put(object, "last_published", overview.last_published);
    return line(object);
}

std::string json_of(const Record::DocumentRow& document) {
    return line(object_of(document));
}

std::string json_of(const Record::SpeakerRow& speaker) {
    return line({{"name", speaker.name},
                 {"anonymous", speaker.anonymous},
                 {"statements", speaker.statements},
                 {"documents", speaker.documents}});
}

std::string json_of(const Record::StatementRow& statement) {
    Json object;
    object["document"] = object_of(statement.document);
    object["statement"] = statement.statement;
    object["speaker"] = statement.speaker;
    object["act"] = statement.act;
    object["certainty"] = statement.certainty;
    object["quotation"] = statement.quotation;
    object["via"] = statement.via;
    object["content"] = statement.content;
    object["cue"] = statement.cue;
    return line(object);
}

std::string json_of(const Record::Passage& passage) {
    Json object;
    object["document"] = object_of(passage.document);
    object["before"] = passage.before;
    object["match"] = passage.match;
    object["after"] = passage.after;
    return line(object);
}

}  // namespace sayso::cli
