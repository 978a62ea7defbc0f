#include "intake/report_json.h"

#include <fmt/format.h>

#include <cstdint>
#include <initializer_list>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "base/sha256.h"
#include "base/utf8.h"
#include "intake/dates.h"
#include "intake/text_encoding.h"
#include "sayso/json.h"

namespace sayso {
namespace {

constexpr std::size_t deepest = 512;

enum class Kind { null, text, number, truth, list, object };

struct Value {
    Kind kind = Kind::null;
    std::vector<std::string> texts;  ///< the text or number; of a list its texts, and the names of its objects
};

using Fields = std::map<std::string, Value, std::less<>>;

/// Keeps the fields of the outermost object and passes over what is nested in them, so that a line costs no
/// more memory than its texts.
class FieldCollector : public nlohmann::json_sax<nlohmann::json> {
public:
    Fields fields;
    std::string fault;
    bool is_object = false;

    bool null() override { return put(Kind::null, nullptr); }
    bool boolean(bool) override { return put(Kind::truth, nullptr); }
    bool number_integer(number_integer_t value) override { return put_number(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return put_number(std::to_string(value)); }
    bool number_float(number_float_t, const string_t& written) override { return put_number(written); }
    bool string(string_t& value) override { return put(Kind::text, &value); }
    bool binary(binary_t&) override { return true; }

    bool start_object(std::size_t) override {
        if (depth_ == 0) is_object = true;
        return open(Kind::object);
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Kind::list); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        key_ = name;
        if (depth_ == 1) field_ = name;
        return true;
    }

    bool parse_error(std::size_t place, const std::string&, const nlohmann::detail::exception&) override {
        fault = fmt::format("is not valid JSON at its byte {}", place);
        return false;
    }

private:
    bool open(Kind kind) {
        if (depth_ == 1) fields[field_] = Value{kind, {}};
        if (depth_ > 0 && kind == Kind::object) key_.clear();
        ++depth_;
        if (depth_ > deepest) fault = fmt::format("is nested more than {} deep", deepest);
        return fault.empty();
    }
    bool close() {
        --depth_;
        return true;
    }
    bool put_number(std::string written) { return put(Kind::number, &written); }

    bool put(Kind kind, std::string* text) {
        if (depth_ == 1) {
            auto& value = fields[field_] = Value{kind, {}};
            if (text != nullptr) value.texts.push_back(std::move(*text));
        } else if (kind == Kind::text && is_part(key_)) {
            fields[field_].texts.push_back(std::move(*text));
        }
        return true;
    }

    /// A text of a list, or the name of an object in it.
    [[nodiscard]] bool is_part(const std::string& name) const {
        const auto found = fields.find(field_);
        if (depth_ == 0 || found == fields.end()) return false;
        if (depth_ == 2 && found->second.kind == Kind::list) return true;
        const bool named = found->second.kind == Kind::object ? depth_ == 2 : depth_ == 3;
        return named && name == "name";
    }

    std::size_t depth_ = 0;
    std::string field_;
    std::string key_;
};

[[noreturn]] void refuse(const std::string& origin, const std::string& why) {
    throw BadInput(origin + ": " + why);
}

/// The beginning of a line, for an error sentence.
std::string beginning(std::string_view line) {
    constexpr std::size_t most = 24;
    std::string out;
    std::size_t count = 0;
    if (first_invalid_utf8(line)) return "bytes that are no UTF-8";
    for (std::size_t at = 0; at < line.size() && count < most; ++count) {
        const auto [code, next] = decode(line, at);
        if (code < 0x20 || code == 0x7F) {
            out.push_back(' ');
        } else {
            out += line.substr(at, next - at);
        }
        at = next;
    }
    return "“" + out + (out.size() < line.size() ? "…”" : "”");
}

Fields fields_of(std::string_view json, const std::string& origin) {
    FieldCollector collector;
    const bool good = nlohmann::json::sax_parse(json.begin(), json.end(), &collector);
    if (!begins_object(json) && !collector.is_object) {
        refuse(origin, fmt::format("this is not a JSON object (it begins with {}); write one object for each report",
                                   beginning(trimmed(json))));
    }
    if (!good) refuse(origin, fmt::format("this {}; write one whole JSON object for each report", collector.fault));
    return std::move(collector.fields);
}

/// Takes values by the names that different tools give them.
class FieldReader {
public:
    FieldReader(const Fields& fields, const std::string& origin) : fields_(fields), origin_(origin) {}

    /// The first of these fields that has a text with anything visible in it.
    [[nodiscard]] std::optional<std::string> text(std::initializer_list<std::string_view> names) const {
        for (const auto name : names) {
            const auto* value = find(name);
            if (value == nullptr) continue;
            if (value->kind != Kind::text) wrong_kind(name, "a text");
            if (!trimmed(value->texts.front()).empty()) return value->texts.front();
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<std::string> id(std::initializer_list<std::string_view> names) const {
        for (const auto name : names) {
            const auto* value = find(name);
            if (value == nullptr) continue;
            if (value->kind != Kind::text && value->kind != Kind::number) wrong_kind(name, "a text or a number");
            if (!value->texts.front().empty()) return value->texts.front();
        }
        return std::nullopt;
    }

    /// A list of texts, or one text with ";" between its parts.
    [[nodiscard]] std::vector<std::string> list(std::initializer_list<std::string_view> names) const {
        for (const auto name : names) {
            const auto* value = find(name);
            if (value == nullptr) continue;
            if (value->kind == Kind::number || value->kind == Kind::truth)
                wrong_kind(name, "a text or a list of texts");
            auto parts = value->kind == Kind::text ? split(value->texts.front()) : value->texts;
            std::vector<std::string> all;
            for (const auto& part : parts) {
                if (const auto visible = trimmed(part); !visible.empty()) all.emplace_back(visible);
            }
            if (!all.empty()) return all;
        }
        return {};
    }

    [[nodiscard]] std::optional<std::string> date(std::initializer_list<std::string_view> names) const {
        for (const auto name : names) {
            const auto* value = find(name);
            if (value == nullptr || value->kind == Kind::number) continue;
            if (value->kind != Kind::text) wrong_kind(name, "a text");
            if (auto day = iso_date(value->texts.front())) return day;
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] const Value* find(std::string_view name) const {
        const auto found = fields_.find(name);
        return found == fields_.end() || found->second.kind == Kind::null ? nullptr : &found->second;
    }

    [[noreturn]] void wrong_kind(std::string_view name, std::string_view wanted) const {
        refuse(origin_, fmt::format("the field “{}” is not {}; correct or remove it", name, wanted));
    }

    static std::vector<std::string> split(std::string_view text) {
        std::vector<std::string> parts;
        for (;;) {
            const auto end = text.find(';');
            parts.emplace_back(text.substr(0, end));
            if (end == std::string_view::npos) return parts;
            text.remove_prefix(end + 1);
        }
    }

    const Fields& fields_;
    const std::string& origin_;
};

bool is_web_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

std::optional<std::string> tidy(std::optional<std::string> value) {
    if (value) *value = std::string(trimmed(*value));
    return value;
}

/// The fields that Sayso, news-please and trafilatura write (docs/intake.md).
Report report_of(const Fields& fields, const std::string& origin) {
    const FieldReader in(fields, origin);
    Report report;
    report.origin = origin;
    report.given_id = in.id({"id", "given_id"});
    report.url = tidy(in.text({"url"}));
    report.outlet = tidy(in.text({"outlet", "sitename", "source-hostname", "source_domain", "hostname"}));
    if (auto source = tidy(in.text({"source"}))) {
        auto& field = is_web_address(*source) ? report.url : report.outlet;
        if (!field) field = std::move(source);
    }
    report.title = tidy(in.text({"title"}));
    report.authors = in.list({"authors", "author"});
    report.published = in.date({"published", "date_publish", "date"});
    report.language = tidy(in.text({"language"}));
    if (auto text = in.text({"text", "maintext", "raw_text"})) {
        report.text = *std::move(text);
    } else if (in.text({"html", "raw_html"})) {
        refuse(origin,
               "there is a web page in it but no text; web pages are not read yet: extract the text first and "
               "give it as “text”");
    } else {
        refuse(origin, "there is no text in it; give the report's text as “text”");
    }
    return report;
}

Article own_article(std::string_view json, const std::string& format, const std::string& origin) {
    Article article;
    try {
        if (format.starts_with("sayso-reading/")) {
            auto reading = reading_from_json(json);
            article.given_id = std::move(reading.given_id);
            article.document = std::move(reading.document);
        } else {
            article = article_from_json(json);
        }
    } catch (const BadInput& fault) {
        refuse(origin, fault.what());
    }
    if (trimmed(article.document.text).empty()) refuse(origin, "there is no text in it; give another report");
    if (article.document.id != sha256_hex(article.document.text)) {
        refuse(origin, "the document's id is not that of its text, so one of them was changed; give the report anew");
    }
    article.origin = origin;
    return article;
}

std::optional<std::string> own_format(const Fields& fields) {
    const auto found = fields.find("format");
    if (found == fields.end() || found->second.kind != Kind::text) return std::nullopt;
    const auto& format = found->second.texts.front();
    if (!format.starts_with("sayso-reading/") && !format.starts_with("sayso-article/")) return std::nullopt;
    return format;
}

}  // namespace

bool begins_object(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto skip_space = [&] {
        const auto count = text.find_first_not_of(" \t\r\n");
        text.remove_prefix(count == std::string_view::npos ? text.size() : count);
    };
    skip_space();
    if (!text.starts_with('{')) return false;
    text.remove_prefix(1);
    skip_space();
    if (text.starts_with('}')) return true;
    if (!text.starts_with('"')) return false;
    std::size_t at = 1;
    while (at < text.size() && text[at] != '"' && text[at] != '\n') at += text[at] == '\\' ? 2 : 1;
    if (at >= text.size() || text[at] != '"') return false;
    text.remove_prefix(at + 1);
    skip_space();
    return text.starts_with(':');
}

bool is_report_object(std::string_view line) {
    if (!begins_object(line)) return false;
    FieldCollector collector;
    if (!nlohmann::json::sax_parse(line.begin(), line.end(), &collector)) return false;
    for (const auto name : {"text", "maintext", "raw_text", "format"}) {
        if (collector.fields.contains(name)) return true;
    }
    return false;
}

Article article_from_object(std::string_view json, const std::string& origin, const Limits& limits) {
    while (json.ends_with('\n') || json.ends_with('\r')) json.remove_suffix(1);
    std::string converted;
    if (first_invalid_utf8(json)) json = converted = decoded_text(json, origin);
    const auto fields = fields_of(json, origin);
    if (const auto format = own_format(fields)) return own_article(json, *format, origin);
    return make_article(report_of(fields, origin), limits);
}

}  // namespace sayso
