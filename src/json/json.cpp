#include "sayso/json.h"

#include <fmt/format.h>

#include <iterator>
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

/// A JSON string (RFC 8259): quotation marks, backslashes and control characters escaped, all else as it is.
void append_string(std::string& out, std::string_view text) {
    out.push_back('"');
    for (const char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\t':
                out += "\\t";
                break;
            case '\r':
                out += "\\r";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
                } else {
                    out.push_back(c);
                }
        }
    }
    out.push_back('"');
}

/// Writes an object straight into a text. Values are visited in the order of json/fields.h.
class Writer {
public:
    Writer(std::string& out, const CodePoints& points) : out_(out), points_(points) { out_.push_back('{'); }
    void end() { out_.push_back('}'); }

    template <class T>
    void need(std::string_view name, const T& value) {
        key(name);
        write(value);
    }

    template <class T>
    void opt(std::string_view name, const T& value) {
        if constexpr (is_optional<T>) {
            if (value) need(name, *value);
        } else if constexpr (is_list<T>) {
            if (!value.empty()) need(name, value);
        } else {
            static_assert(std::is_same_v<T, bool>);
            if (value) need(name, true);
        }
    }

    template <class T>
    void nullable(std::string_view name, const std::optional<T>& value) {
        key(name);
        if (value) {
            write(*value);
        } else {
            out_ += "null";
        }
    }

private:
    void key(std::string_view name) {
        if (out_.back() != '{') out_.push_back(',');
        append_string(out_, name);
        out_.push_back(':');
    }

    template <class T>
    void write(const T& value) {
        if constexpr (std::is_same_v<T, Span>) {
            fmt::format_to(std::back_inserter(out_), "[{},{}]", points_.from_byte(value.begin),
                           points_.from_byte(value.end));
        } else if constexpr (std::is_enum_v<T>) {
            append_string(out_, name_of(value));
        } else if constexpr (std::is_constructible_v<std::string_view, T>) {
            append_string(out_, value);
        } else if constexpr (std::is_same_v<T, bool>) {
            out_ += value ? "true" : "false";
        } else if constexpr (std::is_arithmetic_v<T>) {
            fmt::format_to(std::back_inserter(out_), "{}", value);
        } else if constexpr (is_list<T>) {
            out_.push_back('[');
            for (const auto& item : value) {
                if (out_.back() != '[') out_.push_back(',');
                write(item);
            }
            out_.push_back(']');
        } else {
            Writer inner(out_, points_);
            visit(inner, value);
            inner.end();
        }
    }

    std::string& out_;
    const CodePoints& points_;
};

template <class T>
std::string with_format(std::string_view format, const T& value, std::string_view text) {
    const CodePoints points(text);
    std::string line;
    Writer writer(line, points);
    writer.need("format", format);
    visit(writer, value);
    writer.end();
    return line;
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
        const bool fits = json.is_number_unsigned()
                              ? json.get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<T>::max())
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
        throw BadInput(
            fmt::format("format is {}, but this version of sayso knows {} only; use a newer sayso", given, known));
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

struct TokenFields {
    Token token;
    std::string form;
    std::optional<std::int32_t> head;  ///< absent where the tree is not known
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
    v.opt("factuality", x.token.factuality);
}

struct AnalysisFields {
    std::optional<std::string> given_id;
    std::string text;
    std::vector<Span> sentences;
    std::vector<TokenFields> tokens;
    std::vector<Name> names;
    std::vector<EntityMention> mentions;
    std::vector<AttributionRelation> attributions;
};

template <class V>
void visit(V& v, fields::Is<AnalysisFields> auto& x) {
    v.opt("given_id", x.given_id);
    v.need("text", x.text);
    v.need("sentences", x.sentences);
    v.need("tokens", x.tokens);
    v.need("names", x.names);
    v.opt("mentions", x.mentions);
    v.opt("attributions", x.attributions);
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

void check_mentions(const Analysis& analysis) {
    for (std::size_t at = 0; at < analysis.mentions.size(); ++at) {
        const auto& [span, head, type, entity] = analysis.mentions[at];
        if (head >= analysis.tokens.size() || !span.contains(analysis.tokens[head].span)) {
            throw BadInput(fmt::format("mentions[{}].head is no token of the mention", at));
        }
    }
}

}  // namespace

std::string to_json(const Article& article) {
    return with_format(article_format, article, article.document.text);
}

std::string to_json(const Reading& reading) {
    return with_format(reading_format, reading, reading.document.text);
}

std::string to_json(const Analysis& analysis) {
    AnalysisFields told{analysis.given_id, analysis.text,        {}, {}, analysis.names,
                        analysis.mentions, analysis.attributions};
    told.sentences.reserve(analysis.sentences.size());
    for (const auto& sentence : analysis.sentences) told.sentences.push_back(sentence.span);
    told.tokens.reserve(analysis.tokens.size());
    for (const auto& token : analysis.tokens) {
        const auto head = token.deprel ? std::optional(token.head) : std::nullopt;
        told.tokens.push_back({token, std::string(analysis.form(token)), head});
    }
    const CodePoints points(analysis.text);
    std::string line;
    Writer writer(line, points);
    visit(writer, told);
    writer.end();
    return line;
}

Article article_from_json(std::string_view line) {
    return with_document<Article>(line, article_format);
}

Reading reading_from_json(std::string_view line) {
    return with_document<Reading>(line, reading_format);
}

Analysis analysis_from_json(std::string_view line) {
    const Json json = parsed(line);
    const CodePoints points(text_of(json));
    AnalysisFields given;
    JsonReader reader(json, "", points);
    visit(reader, given);
    Analysis analysis{std::move(given.given_id), std::move(given.text),        {}, {}, std::move(given.names),
                      std::move(given.mentions), std::move(given.attributions)};
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
    check_mentions(analysis);
    return analysis;
}

}  // namespace sayso
