#include "base/gazetteer.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <functional>
#include <stdexcept>

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

/// Runs over the fields of a row or the names of a field without copying them.
class Fields {
public:
    Fields(std::string_view text, char mark) : rest_(text), mark_(mark) {}

    [[nodiscard]] bool more() const { return !ended_; }
    std::string_view next() {
        const auto end = rest_.find(mark_);
        const auto field = rest_.substr(0, end);
        ended_ = end == std::string_view::npos;
        rest_ = ended_ ? std::string_view() : rest_.substr(end + 1);
        return field;
    }

private:
    std::string_view rest_;
    char mark_;
    bool ended_ = false;
};

template <class Use>
void for_each_row(std::string_view file, const Use& use) {
    for (Fields lines(file, '\n'); lines.more();) {
        const auto line = lines.next();
        if (!line.empty() && line.front() != '#') use(Fields(line, '\t'));
    }
}

template <class Use>
void for_each_name(std::string_view field, const Use& use) {
    if (field.empty()) return;
    for (Fields names(field, '|'); names.more();) use(names.next());
}

template <class Number>
std::optional<Number> whole_number(std::string_view field) {
    Number number{};
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (field.empty() || error != std::errc() || end != field.data() + field.size()) return std::nullopt;
    return number;
}

std::optional<double> degrees(std::string_view field) {
    double number{};
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (field.empty() || error != std::errc() || end != field.data() + field.size()) return std::nullopt;
    return number;
}

ToponymKind kind_named(std::string_view name) {
    for (const auto kind : {ToponymKind::city, ToponymKind::region, ToponymKind::area}) {
        if (name_of(kind) == name) return kind;
    }
    throw std::logic_error("gazetteer/places.tsv: no such kind: " + std::string(name));
}

}  // namespace

std::string_view name_of(ToponymKind kind) {
    switch (kind) {
        case ToponymKind::city:
            return "city";
        case ToponymKind::region:
            return "region";
        case ToponymKind::area:
            return "area";
    }
    return {};
}

// ---- Index ----------------------------------------------------------------------------------------

void Gazetteer::Index::reserve(std::size_t names, std::size_t bytes) {
    keys_.reserve(bytes);
    entries_.reserve(names);
    std::size_t slots = 64;
    while (slots < names * 2) slots *= 2;
    slots_.assign(slots, none);
}

/// The slot that holds the first entry of this name, or the empty one where it would be.
std::size_t Gazetteer::Index::slot_of(std::string_view folded) const {
    auto slot = std::hash<std::string_view>{}(folded) & (slots_.size() - 1);
    while (slots_[slot] != none) {
        const auto& entry = entries_[slots_[slot]];
        if (std::string_view(keys_).substr(entry.key_begin, entry.key_size) == folded) break;
        slot = (slot + 1) & (slots_.size() - 1);
    }
    return slot;
}

void Gazetteer::Index::add(std::string_view name, std::uint32_t row) {
    if (entries_.size() * 2 >= slots_.size()) throw std::logic_error("gazetteer: more names than were reserved for");
    const auto begin = keys_.size();
    fold(name, keys_);
    const auto folded = std::string_view(keys_).substr(begin);
    const auto slot = slot_of(folded);
    const auto entry = static_cast<std::uint32_t>(entries_.size());
    const auto key_size = static_cast<std::uint32_t>(folded.size());
    if (slots_[slot] == none) {
        slots_[slot] = entry;
        entries_.push_back({static_cast<std::uint32_t>(begin), key_size, row, none, entry});
        return;
    }
    keys_.resize(begin);
    auto& head = entries_[slots_[slot]];
    if (entries_[head.last].row == row) return;
    entries_[head.last].next = entry;
    head.last = entry;
    entries_.push_back({head.key_begin, key_size, row, none, entry});
}

std::uint32_t Gazetteer::Index::first(std::string_view folded) const {
    return slots_.empty() ? none : slots_[slot_of(folded)];
}

// ---- Gazetteer ------------------------------------------------------------------------------------

Gazetteer::Gazetteer() {
    load_countries();
    load_places(built_in_file("gazetteer/places.tsv"));
}

void Gazetteer::load_countries() {
    const auto file = built_in_file("gazetteer/countries.tsv");
    const auto names = static_cast<std::size_t>(
        std::count_if(file.begin(), file.end(), [](char c) { return c == '\n' || c == '|' || c == '\t'; }));
    country_names_.reserve(names, file.size());
    demonyms_.reserve(names, file.size());
    for_each_row(file, [&](Fields row) {
        const auto index = static_cast<std::uint32_t>(countries_.size());
        auto& country = countries_.emplace_back();
        country.code = row.next();
        country.name = row.next();
        country_names_.add(country.name, index);
        for_each_name(row.next(), [&](std::string_view name) { country_names_.add(name, index); });
        for_each_name(row.next(), [&](std::string_view name) { demonyms_.add(name, index); });
        country.capital = row.next();
    });
}

void Gazetteer::load_places(std::string_view file) {
    const auto rows = static_cast<std::size_t>(std::count(file.begin(), file.end(), '\n'));
    const auto others = static_cast<std::size_t>(std::count(file.begin(), file.end(), '|'));
    places_.reserve(rows);
    place_names_.reserve(rows * 2 + others, file.size());
    for_each_row(file, [&](Fields row) {
        const auto index = static_cast<std::uint32_t>(places_.size());
        auto& place = places_.emplace_back();
        place.name = row.next();
        place_names_.add(place.name, index);
        for_each_name(row.next(), [&](std::string_view name) { place_names_.add(name, index); });
        place.country = row.next();
        place.kind = kind_named(row.next());
        place.capital = row.next() == "1";
        place.population = whole_number<std::uint32_t>(row.next()).value_or(0);
        place.geonames = whole_number<std::int64_t>(row.next());
        place.lat = degrees(row.next());
        place.lon = degrees(row.next());
    });
}

std::vector<const Toponym*> Gazetteer::places(std::string_view name) const {
    std::vector<const Toponym*> found;
    if (name.size() > longest_name) return found;
    std::string folded;
    fold(name, folded);
    for (auto entry = place_names_.first(folded); entry != Index::none; entry = place_names_.next(entry)) {
        found.push_back(&places_[place_names_.row(entry)]);
    }
    return found;
}

const Toponym* Gazetteer::place(std::string_view name) const {
    if (name.size() > longest_name) return nullptr;
    std::string folded;
    fold(name, folded);
    const auto entry = place_names_.first(folded);
    return entry == Index::none ? nullptr : &places_[place_names_.row(entry)];
}

const Country* Gazetteer::country_in(const Index& index, std::string_view name) const {
    if (name.size() > longest_name) return nullptr;
    std::string folded;
    fold(name, folded);
    const auto entry = index.first(folded);
    return entry == Index::none ? nullptr : &countries_[index.row(entry)];
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
