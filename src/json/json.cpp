#include "sayso/json.h"

#include <fmt/format.h>

#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>
#include <type_traits>

#include "base/utf8.h"
#include "json/fields.h"
#include "sayso/error.h"

namespace sayso {
namespace {

using fields::visit;
using Json = nlohmann::ordered_json;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

// ---- Writing --------------------------------------------------------------------------------------

class Writer {
public:
    explicit Writer(const CodePoints& points) : points_(points) {}

    template <class T>
    void need(const char* key, const T& value) {
        out[key] = encode(value);
    }

    template <class T>
    void opt(const char* key, const T& value) {
        if constexpr (is_optional<T>) {
            if (value) out[key] = encode(*value);
        } else if constexpr (is_list<T>) {
            if (!value.empty()) out[key] = encode(value);
        } else {
            static_assert(std::is_same_v<T, bool>);
            if (value) out[key] = true;
        }
    }

    template <class T>
    void nullable(const char* key, const std::optional<T>& value) {
        out[key] = value ? Json(*value) : Json();
    }

    template <class T>
    [[nodiscard]] Json encode(const T& value) const {
        if constexpr (std::is_same_v<T, Span>) {
            return Json::array({points_.from_byte(value.begin), points_.from_byte(value.end)});
        } else if constexpr (std::is_enum_v<T>) {
            return std::string(name_of(value));
        } else if constexpr (is_list<T>) {
            Json list = Json::array();
            for (const auto& item : value) list.push_back(encode(item));
            return list;
        } else if constexpr (std::is_constructible_v<Json, T>) {
            return value;
        } else {
            Writer inner(points_);
            visit(inner, value);
            return std::move(inner.out);
        }
    }

    Json out = Json::object();

private:
    const CodePoints& points_;
};

/// One line; `text` and all else is UTF-8 by the types' contract, and stray bytes would be replaced.
std::string line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

template <class T>
std::string with_format(std::string_view format, const T& value, std::string_view text) {
    const CodePoints points(text);
    Writer writer(points);
    writer.out["format"] = std::string(format);
    visit(writer, value);
    return line(writer.out);
}

// ---- Reading --------------------------------------------------------------------------------------

class JsonReader {
public:
    JsonReader(const Json& json, std::string path, const CodePoints& points)
        : json_(json), path_(std::move(path)), points_(points) {
        if (!json.is_object()) fail(path_, "an object is expected");
    }

    template <class T>
    void need(const char* key, T& value) {
        const auto found = json_.find(key);
        if (found == json_.end()) fail(path_to(key), "is missing");
        decode(*found, path_to(key), value);
    }

    template <class T>
    void opt(const char* key, T& value) {
        const auto found = json_.find(key);
        if (found == json_.end() || found->is_null()) return;
        if constexpr (is_optional<T>) {
            decode(*found, path_to(key), value.emplace());
        } else {
            decode(*found, path_to(key), value);
        }
    }

    template <class T>
    void nullable(const char* key, std::optional<T>& value) {
        opt(key, value);
    }

    [[noreturn]] static void fail(const std::string& where, std::string_view what) {
        throw BadInput(fmt::format("{} {}", where.empty() ? "the line" : where, what));
    }

private:
    [[nodiscard]] std::string path_to(const char* key) const { return path_.empty() ? key : path_ + "." + key; }

    template <class T>
    void decode(const Json& json, const std::string& path, T& value) const {
        if constexpr (std::is_same_v<T, std::string>) {
            if (!json.is_string()) fail(path, "is not a text");
            value = json.get_ref<const std::string&>();
        } else if constexpr (std::is_same_v<T, bool>) {
            if (!json.is_boolean()) fail(path, "is neither true nor false");
            value = json.get<bool>();
        } else if constexpr (std::is_floating_point_v<T>) {
            if (!json.is_number()) fail(path, "is not a number");
            value = json.get<T>();
        } else if constexpr (std::is_integral_v<T>) {
            value = whole<T>(json, path);
        } else if constexpr (std::is_enum_v<T>) {
            const auto named = json.is_string() ? value_named<T>(json.get_ref<const std::string&>()) : std::nullopt;
            if (!named) fail(path, fmt::format("is {}, which is not one of its values", json.dump().substr(0, 40)));
            value = *named;
        } else if constexpr (std::is_same_v<T, Span>) {
            value = span(json, path);
        } else if constexpr (is_list<T>) {
            if (!json.is_array()) fail(path, "is not a list");
            value.clear();
            for (const auto& item : json) {
                const auto place = fmt::format("{}[{}]", path, value.size());
                decode(item, place, value.emplace_back());
            }
        } else {
            JsonReader inner(json, path, points_);
            visit(inner, value);
        }
    }

    template <class T>
    static T whole(const Json& json, const std::string& path) {
        if (!json.is_number_integer()) fail(path, "is not a whole number");
        const auto number = json.get<std::int64_t>();
        const bool fits = json.is_number_unsigned() ? json.get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<T>::max())
                                                    : number >= std::int64_t(std::numeric_limits<T>::min());
        if (!fits) fail(path, "is out of range");
        return static_cast<T>(number);
    }

    [[nodiscard]] Span span(const Json& json, const std::string& path) const {
        if (!json.is_array() || json.size() != 2) fail(path, "is not a span [begin, end]");
        const auto begin = whole<std::uint32_t>(json[0], path);
        const auto end = whole<std::uint32_t>(json[1], path);
        if (begin > end || end > points_.count()) {
            fail(path, fmt::format("[{}, {}] lies outside the text of {} code points", begin, end, points_.count()));
        }
        return {points_.to_byte(begin), points_.to_byte(end)};
    }

    const Json& json_;
    std::string path_;
    const CodePoints& points_;
};

Json parsed(std::string_view line) {
    try {
        return Json::parse(line);
    } catch (const Json::exception& error) {
        throw BadInput(fmt::format("this is not JSON ({})", error.what()));
    }
}

const std::string& text_of(const Json& object) {
    const auto found = object.is_object() ? object.find("text") : object.end();
    if (found == object.end() || !found->is_string()) throw BadInput("text is missing");
    return found->get_ref<const std::string&>();
}

/// "sayso-reading/2" is refused by a program that knows "sayso-reading/1".
void check_format(const Json& json, std::string_view known) {
    const auto found = json.is_object() ? json.find("format") : json.end();
    const std::string given = found != json.end() && found->is_string() ? found->get<std::string>() : "";
    if (given == known) return;
    const auto kind = known.substr(0, known.find('/') + 1);
    if (given.starts_with(kind)) {
        throw BadInput(fmt::format("format is {}, but this version of sayso knows {} only; use a newer sayso", given, known));
    }
    throw BadInput(fmt::format("format is not {}", known));
}

template <class T>
T with_document(std::string_view line, std::string_view format) {
    const Json json = parsed(line);
    check_format(json, format);
    const auto document = json.find("document");
    if (document == json.end()) JsonReader::fail("document", "is missing");
    const CodePoints points(text_of(*document));
    T value;
    JsonReader reader(json, "", points);
    visit(reader, value);
    return value;
}

// ---- The analysis, whose tokens are told with their forms and whose sentences are bare spans ------

Json token_json(const Analysis& analysis, const Token& token, const Writer& writer) {
    Json out = Json::object();
    out["span"] = writer.encode(token.span);
    out["form"] = std::string(analysis.form(token));
    if (token.joined) out["joined"] = true;
    if (token.lemma) out["lemma"] = *token.lemma;
    if (token.upos) out["upos"] = *token.upos;
    if (token.deprel) {
        out["head"] = token.head;
        out["deprel"] = *token.deprel;
    }
    return out;
}

struct TokenFields {
    Token token;
    std::string form;
    std::optional<std::int32_t> head;
};

template <class V>
void visit(V& v, fields::Is<TokenFields> auto& x) {
    v.need("span", x.token.span);
    v.need("form", x.form);
    v.opt("joined", x.token.joined);
    v.opt("lemma", x.token.lemma);
    v.opt("upos", x.token.upos);
    v.opt("head", x.head);
    v.opt("deprel", x.token.deprel);
}

struct AnalysisFields {
    std::optional<std::string> given_id;
    std::string text;
    std::vector<Span> sentences;
    std::vector<TokenFields> tokens;
    std::vector<Name> names;
};

template <class V>
void visit(V& v, fields::Is<AnalysisFields> auto& x) {
    v.opt("given_id", x.given_id);
    v.need("text", x.text);
    v.need("sentences", x.sentences);
    v.need("tokens", x.tokens);
    v.need("names", x.names);
}

/// Gives each sentence its tokens: those whose spans lie in it.
void find_tokens_of_sentences(Analysis& analysis) {
    std::uint32_t next = 0;
    const auto& tokens = analysis.tokens;
    for (auto& sentence : analysis.sentences) {
        sentence.first = next;
        while (next < tokens.size() && sentence.span.contains(tokens[next].span)) ++next;
        sentence.last = next;
    }
    if (next != tokens.size()) {
        throw BadInput(fmt::format("tokens[{}].span lies in no sentence, or the sentences are out of order", next));
    }
}

}  // namespace

std::string to_json(const Article& article) { return with_format(article_format, article, article.document.text); }

std::string to_json(const Reading& reading) { return with_format(reading_format, reading, reading.document.text); }

std::string to_json(const Analysis& analysis) {
    const CodePoints points(analysis.text);
    Writer writer(points);
    writer.opt("given_id", analysis.given_id);
    writer.need("text", analysis.text);
    Json sentences = Json::array();
    for (const auto& sentence : analysis.sentences) sentences.push_back(writer.encode(sentence.span));
    writer.out["sentences"] = std::move(sentences);
    Json tokens = Json::array();
    for (const auto& token : analysis.tokens) tokens.push_back(token_json(analysis, token, writer));
    writer.out["tokens"] = std::move(tokens);
    writer.need("names", analysis.names);
    return line(writer.out);
}

Article article_from_json(std::string_view line) { return with_document<Article>(line, article_format); }

Reading reading_from_json(std::string_view line) { return with_document<Reading>(line, reading_format); }

Analysis analysis_from_json(std::string_view line) {
    const Json json = parsed(line);
    const CodePoints points(text_of(json));
    AnalysisFields given;
    JsonReader reader(json, "", points);
    visit(reader, given);
    Analysis analysis{std::move(given.given_id), std::move(given.text), {}, {}, std::move(given.names)};
    for (const auto span : given.sentences) analysis.sentences.push_back({span});
    for (auto& [token, form, head] : given.tokens) {
        token.head = head.value_or(-1);
        if (token.head < -1 || token.head >= static_cast<std::int64_t>(given.tokens.size())) {
            throw BadInput(fmt::format("tokens[{}].head is no token", analysis.tokens.size()));
        }
        if (form != words(analysis.text, token.span)) {
            throw BadInput(fmt::format("tokens[{}].form is not the text at its span", analysis.tokens.size()));
        }
        analysis.tokens.push_back(std::move(token));
    }
    find_tokens_of_sentences(analysis);
    return analysis;
}

}  // namespace sayso
