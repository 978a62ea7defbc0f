#include "base/place_table.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>

namespace sayso {
namespace {

constexpr std::string_view magic("sayso-places/1\0\0", 16);
constexpr std::size_t hash_bytes = 32;  ///< SHA-256 of what is behind it, for `built_in_hash`
constexpr std::size_t header_bytes = magic.size() + hash_bytes + 6 * sizeof(std::uint32_t);
constexpr std::size_t row_bytes = 28, slot_bytes = 8, entry_bytes = 4, code_bytes = 3;

// A row: where its name begins, GeoNames id, population, latitude, longitude (in 1/100,000 degrees), the row of the
// division around it, the number of its country, kind and marks.
constexpr std::size_t name_at = 0, geonames_at = 4, population_at = 8, lat_at = 12, lon_at = 16, around_at = 20,
                      country_at = 24, kind_at = 26, marks_at = 27;
constexpr std::uint32_t no_row = 0xFFFFFFFF, no_country = 0xFFFF, no_degrees = 0x7FFFFFFF;
constexpr unsigned capital_mark = 1, known_mark = 2;

// An entry: a row, and what the name is to it.
constexpr std::uint32_t alternate_mark = 1U << 31, abbreviation_mark = 1U << 30;
constexpr std::uint32_t row_of_entry = abbreviation_mark - 1;

/// Numbers are written with the lowest byte first.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < size; ++i) {
        number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    }
    return number;
}

std::optional<double> degrees_at(std::string_view row, std::size_t at) {
    const auto number = number_at(row, at, 4);
    if (number == no_degrees) return std::nullopt;
    return static_cast<double>(static_cast<std::int32_t>(number)) / 100'000;
}

std::string_view string_at(std::string_view strings, std::uint32_t at) {
    const auto rest = strings.substr(at);
    return rest.substr(0, rest.find('\0'));
}

NamedBy named_by(std::uint32_t entry) {
    if ((entry & alternate_mark) != 0) return NamedBy::alternate;
    return (entry & abbreviation_mark) != 0 ? NamedBy::abbreviation : NamedBy::usual;
}

/// Cuts sections off the front of the bytes.
class Sections {
public:
    explicit Sections(std::string_view bytes) : rest_(bytes) {}

    std::string_view next(std::size_t size) {
        if (size > rest_.size()) throw std::logic_error("gazetteer/places.bin is shorter than it says");
        const auto section = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return section;
    }
    [[nodiscard]] bool ended() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

}  // namespace

std::string_view name_of(ToponymKind kind) {
    switch (kind) {
        case ToponymKind::city:
            return "city";
        case ToponymKind::region:
            return "region";
        case ToponymKind::area:
            return "area";
        case ToponymKind::district:
            return "district";
        case ToponymKind::quarter:
            return "quarter";
    }
    return {};
}

PlaceTable::PlaceTable(std::string_view bytes) {
    Sections sections(bytes);
    const auto header = sections.next(header_bytes);
    if (!header.starts_with(magic)) throw std::logic_error("gazetteer/places.bin is no table of places");
    std::array<std::uint32_t, 6> sizes{};
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        sizes[i] = number_at(header, magic.size() + hash_bytes + 4 * i, 4);
    }
    places_ = sizes[0];
    keys_ = sizes[1];
    rows_ = sections.next(places_ * row_bytes);
    slots_ = sections.next(keys_ * slot_bytes);
    entries_ = sections.next(sizes[2] * entry_bytes);
    codes_ = sections.next(sizes[3] * code_bytes);
    names_ = sections.next(sizes[4]);
    key_bytes_ = sections.next(sizes[5]);
    if (!sections.ended()) throw std::logic_error("gazetteer/places.bin is longer than it says");
}

std::string_view PlaceTable::key(std::uint32_t slot) const {
    return string_at(key_bytes_, number_at(slots_, slot * slot_bytes, 4));
}

std::uint32_t PlaceTable::entry(std::uint32_t i) const {
    return number_at(entries_, i * entry_bytes, 4);
}

PlaceTable::Entries PlaceTable::entries_of(std::string_view folded) const {
    std::uint32_t first = 0, last = keys_;
    while (first < last) {
        const auto middle = first + (last - first) / 2;
        if (key(middle) < folded) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    if (folded.empty() || first == keys_ || key(first) != folded) return {};
    const auto begin = number_at(slots_, first * slot_bytes + 4, 4);
    const auto end = first + 1 == keys_ ? static_cast<std::uint32_t>(entries_.size() / entry_bytes)
                                        : number_at(slots_, (first + 1) * slot_bytes + 4, 4);
    return {begin, end};
}

Toponym PlaceTable::at(std::uint32_t row) const {
    const auto bytes = rows_.substr(row * row_bytes, row_bytes);
    Toponym place;
    place.row = row;
    place.name = string_at(names_, number_at(bytes, name_at, 4));
    if (const auto country = number_at(bytes, country_at, 2); country != no_country) {
        place.country = codes_.substr(country * code_bytes, code_bytes);
    }
    place.kind = static_cast<ToponymKind>(bytes[kind_at]);
    const auto marks = static_cast<unsigned char>(bytes[marks_at]);
    place.capital = (marks & capital_mark) != 0;
    place.well_known = (marks & known_mark) != 0;
    place.population = number_at(bytes, population_at, 4);
    if (const auto id = number_at(bytes, geonames_at, 4); id != 0) place.geonames = id;
    place.lat = degrees_at(bytes, lat_at);
    place.lon = degrees_at(bytes, lon_at);
    return place;
}

bool PlaceTable::well_known(std::uint32_t row) const {
    return (static_cast<unsigned char>(rows_[row * row_bytes + marks_at]) & known_mark) != 0;
}

std::vector<Toponym> PlaceTable::named(std::string_view folded) const {
    std::vector<Toponym> found;
    const auto entries = entries_of(folded);
    for (auto i = entries.first; i < entries.last; ++i) {
        found.push_back(at(entry(i) & row_of_entry));
        found.back().named_by = named_by(entry(i));
    }
    return found;
}

std::optional<Toponym> PlaceTable::known_by(std::string_view folded) const {
    const auto entries = entries_of(folded);
    for (auto i = entries.first; i < entries.last && named_by(entry(i)) == NamedBy::usual; ++i) {
        if (well_known(entry(i))) return at(entry(i));
    }
    return std::nullopt;
}

std::optional<Toponym> PlaceTable::around(const Toponym& place) const {
    const auto row = number_at(rows_, place.row * row_bytes + around_at, 4);
    if (row == no_row) return std::nullopt;
    return at(row);
}

}  // namespace sayso
