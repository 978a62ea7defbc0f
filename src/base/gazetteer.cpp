#include "base/gazetteer.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

#include "base/tables.h"
#include "base/utf8.h"

namespace sayso {
namespace {

/// Longer stretches of text are no names; this also bounds the work of a look-up.
constexpr std::size_t longest_name = 128;

void append_folded(std::string& out, char32_t code) {
    if (code == 0x2018 || code == 0x2019 || code == 0x02BC || code == 0x02BB || code == '`') code = '\'';
    if (code == 0x2010 || code == 0x2011 || code == 0x2013) code = '-';
    if (code < 0x80) {
        out += static_cast<char>(code >= 'A' && code <= 'Z' ? code + 32 : code);
        return;
    }
    std::array<utf8proc_int32_t, 8> parts{};
    int boundclass = 0;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    const auto count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code), parts.data(), parts.size(), options, &boundclass);
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, parts.size()); ++i) {
        append_utf8(out, static_cast<char32_t>(parts[static_cast<std::size_t>(i)]));
    }
}

/// The name as it is looked up: without case and diacritics.
void fold(std::string_view name, std::string& out) {
    for (std::size_t at = 0; at < name.size();) {
        const auto [code, next] = decode(name, at);
        append_folded(out, code);
        at = next;
    }
}

std::optional<double> degrees(std::string_view field) {
    double number{};
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (field.empty() || error != std::errc() || end != field.data() + field.size()) return std::nullopt;
    return number;
}

std::optional<std::int64_t> whole_number(std::string_view field) {
    std::int64_t number{};
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (field.empty() || error != std::errc() || end != field.data() + field.size()) return std::nullopt;
    return number;
}

template <class Use>
void for_each_name(std::string_view field, const Use& use) {
    while (!field.empty()) {
        const auto end = std::min(field.find('|'), field.size());
        use(field.substr(0, end));
        field.remove_prefix(std::min(end + 1, field.size()));
    }
}

}  // namespace

Gazetteer::Gazetteer() : places_(built_in_file("gazetteer/places.bin")) {
    for (const auto& row : table_rows(built_in_file("gazetteer/countries.tsv"), 8)) {
        const auto index = countries_.size();
        countries_.push_back({row[0], row[1], row[4], whole_number(row[5]), degrees(row[6]), degrees(row[7])});
        country_names_.emplace(folded_name(row[1]), index);
        for_each_name(row[2], [&](std::string_view name) { country_names_.emplace(folded_name(name), index); });
        for_each_name(row[3], [&](std::string_view name) { demonyms_.emplace(folded_name(name), index); });
    }
}

std::string Gazetteer::folded_name(std::string_view name) {
    std::string folded;
    if (name.size() <= longest_name) fold(name, folded);
    return folded;
}

const Country* Gazetteer::country_in(const Index& index, std::string_view name) const {
    const auto found = index.find(folded_name(name));
    return found == index.end() ? nullptr : &countries_[found->second];
}

const Country* Gazetteer::country(std::string_view name) const {
    return country_in(country_names_, name);
}

const Country* Gazetteer::country_of_demonym(std::string_view demonym) const {
    return country_in(demonyms_, demonym);
}

const Country* Gazetteer::country_coded(std::string_view code) const {
    const auto found =
        std::find_if(countries_.begin(), countries_.end(), [&](const Country& c) { return c.code == code; });
    return found == countries_.end() ? nullptr : &*found;
}

}  // namespace sayso
