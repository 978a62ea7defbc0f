#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <type_traits>

#include "json/fields.h"
#include "sayso/json.h"

/// The schemas of docs/schema must say what the lists of fields (json/fields.h) and the names of the
/// enumerations say: the same fields, the same types, the same values, and the same ones required.
using namespace sayso;

namespace {

using Json = nlohmann::json;

Json schema_of(const std::string& name) {
    std::ifstream file(SAYSO_PROJECT_FOLDER "/docs/schema/" + name + ".schema.json");
    REQUIRE_MESSAGE(file, "docs/schema/" << name << ".schema.json");
    return Json::parse(file);
}

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

/// Visits a type's fields and compares each with the schema of the object.
class Comparer {
public:
    Comparer(const Json& schema, const Json& node, std::string path)
        : schema_(schema), object_(resolved(node)), path_(std::move(path)) {}

    template <class T>
    void need(const std::string& name, T& value) {
        field(name, value, true);
    }
    template <class T>
    void opt(const std::string& name, T& value) {
        field(name, value, false);
    }
    template <class T>
    void nullable(const std::string& name, std::optional<T>& value) {
        seen_.insert(name);
        CHECK_MESSAGE(object_["properties"][name]["type"] == Json({"integer", "null"}), path_ << "." << name);
        CHECK_MESSAGE(required(name), path_ << "." << name << " is always written");
        static_cast<void>(value);
    }

    /// Fields that no list of fields knows.
    void end(const std::set<std::string>& besides = {}) {
        for (const auto& property : object_["properties"].items()) {
            const auto path = path_ + "." + property.key();
            const auto& node = property.value();
            CHECK_MESSAGE((seen_.contains(property.key()) || besides.contains(property.key())),
                          path << " is in the schema alone");
            CHECK_MESSAGE((node.contains("description") || resolved(node).contains("description")),
                          path << " is not described");
        }
    }

private:
    [[nodiscard]] Json resolved(const Json& node) const {
        if (!node.contains("$ref")) return node;
        return schema_["$defs"][node["$ref"].get<std::string>().substr(std::string("#/$defs/").size())];
    }

    [[nodiscard]] bool required(const std::string& name) const {
        const auto& names = object_["required"];
        return std::find(names.begin(), names.end(), name) != names.end();
    }

    template <class T>
    void field(const std::string& name, T& value, bool always) {
        seen_.insert(name);
        const auto path = path_ + "." + name;
        REQUIRE_MESSAGE(object_["properties"].contains(name), path << " is missing from the schema");
        CHECK_MESSAGE(required(name) == always, path << (always ? " is always written" : " is not always written"));
        type_of(value, object_["properties"][name], path);
    }

    template <class T>
    void type_of(T& value, const Json& node, const std::string& path) {
        const Json target = resolved(node);
        if constexpr (is_optional<T>) {
            type_of(value.emplace(), node, path);
        } else if constexpr (is_list<T>) {
            CHECK_MESSAGE(target["type"] == "array", path);
            type_of(value.emplace_back(), target["items"], path + "[]");
        } else if constexpr (std::is_same_v<T, Span>) {
            CHECK_MESSAGE(node["$ref"] == "#/$defs/span", path);
        } else if constexpr (std::is_same_v<T, std::string>) {
            CHECK_MESSAGE(target["type"] == "string", path);
        } else if constexpr (std::is_same_v<T, bool>) {
            CHECK_MESSAGE(target["type"] == "boolean", path);
        } else if constexpr (std::is_floating_point_v<T>) {
            CHECK_MESSAGE(target["type"] == "number", path);
        } else if constexpr (std::is_integral_v<T>) {
            CHECK_MESSAGE(target["type"] == "integer", path);
        } else if constexpr (std::is_enum_v<T>) {
            CHECK_MESSAGE(target["enum"] == Json(NamesOf<T>::names), path << " has other values");
        } else {
            Comparer inner(schema_, node, path);
            fields::visit(inner, value);
            inner.end();
        }
    }

    const Json& schema_;
    Json object_;
    std::string path_;
    std::set<std::string> seen_;
};

template <class T>
void compare(const std::string& name, std::string_view format) {
    const auto schema = schema_of(name);
    Comparer comparer(schema, schema, name);
    T value;
    fields::visit(comparer, value);
    comparer.end({"format"});
    CHECK(schema["properties"]["format"]["const"] == format);
}

std::set<std::string> names_in(const Json& object) {
    std::set<std::string> names;
    for (const auto& [name, value] : object.items()) names.insert(name);
    return names;
}

}  // namespace

TEST_CASE("the schema of a reading says what its fields are") {
    compare<Reading>("reading", reading_format);
}

TEST_CASE("the schema of an article says what its fields are") {
    compare<Article>("article", article_format);
}

TEST_CASE("the schema of an analysis names the fields that are written") {
    Analysis analysis;
    analysis.given_id = "7";
    analysis.text = "don't";
    analysis.sentences = {{{0, 5}, 0, 2}};
    analysis.tokens = {{{0, 2}, false, "do", "AUX", -1, "root"}, {{2, 5}, true, "not", "PART", 0, "advmod"}};
    analysis.tokens[1].factuality = 1.5F;
    analysis.names = {{{0, 2}, NameType::misc}};
    analysis.mentions = {{{0, 5}, 1, MentionType::event, 0}};
    analysis.attributions = {{{0, 2}, {{2, 5}}, {{2, 5}}, {{2, 5}}, {{2, 5}}, true, "state", "certain"}};
    const auto written = Json::parse(to_json(analysis));
    const auto schema = schema_of("analysis");
    CHECK(names_in(schema["properties"]) == names_in(written));
    CHECK(names_in(schema["$defs"]["token"]["properties"]) == names_in(written["tokens"][1]));
    CHECK(names_in(schema["$defs"]["name"]["properties"]) == names_in(written["names"][0]));
    CHECK(names_in(schema["$defs"]["mention"]["properties"]) == names_in(written["mentions"][0]));
    CHECK(names_in(schema["$defs"]["attribution"]["properties"]) == names_in(written["attributions"][0]));
    CHECK(schema["$defs"]["name"]["properties"]["type"]["enum"] == Json(NamesOf<NameType>::names));
    CHECK(schema["$defs"]["mention"]["properties"]["type"]["enum"] == Json(NamesOf<MentionType>::names));
}

TEST_CASE("what every analysis has is required by its schema, and no more") {
    Analysis analysis;
    analysis.text = "so";
    analysis.sentences = {{{0, 2}, 0, 1}};
    analysis.tokens = {{{0, 2}, false, {}, {}, -1, {}}};
    const auto written = Json::parse(to_json(analysis));
    const auto schema = schema_of("analysis");
    CHECK(schema["required"].get<std::set<std::string>>() == names_in(written));
    CHECK(schema["$defs"]["token"]["required"].get<std::set<std::string>>() == names_in(written["tokens"][0]));
}
