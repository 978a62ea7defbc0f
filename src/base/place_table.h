#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sayso {

enum class ToponymKind {
    city,      ///< a city or town; `capital` tells a country's capital
    region,    ///< a first-level division: state, province, oblast, governorate
    area,      ///< anything else with a name: continents, seas, mountains, wider or disputed regions
    district,  ///< a second-level division: county, department, district
    quarter    ///< a part of a town
};

/// Written names of the kinds, as a reading's `place.kind` has them: "city", "region", "area" …
[[nodiscard]] std::string_view name_of(ToponymKind kind);

/// What the name by which a place was found is to it.
enum class NamedBy { usual, alternate, abbreviation };

/// A place that is no country. Strings live as long as the program.
struct Toponym {
    std::uint32_t row = 0;     ///< which of the gazetteer's places it is
    std::string_view name;     ///< the usual English name
    std::string_view country;  ///< ISO 3166-1 alpha-3; empty for what lies in several countries or none
    ToponymKind kind = ToponymKind::city;
    NamedBy named_by = NamedBy::usual;
    bool capital = false;
    bool well_known =
        false;  ///< a town above 50,000 inhabitants, the seat of a first-level division; a region, an area
    std::uint32_t population = 0;          ///< 0 when not known; of a division, that of its towns
    std::optional<std::int64_t> geonames;  ///< GeoNames id
    std::optional<double> lat;             ///< degrees north
    std::optional<double> lon;             ///< degrees east

    bool operator==(const Toponym& other) const { return row == other.row; }
};

/// The table gazetteer/places.bin as it lies in the program: nothing of it is read before it is asked for.
/// gazetteer/README.md tells its layout, gazetteer/build.py writes it.
class PlaceTable {
public:
    /// Throws `std::logic_error` if the bytes are no table of places. They must outlive this.
    explicit PlaceTable(std::string_view bytes);

    /// All places of a name that is folded as the table's names are.
    [[nodiscard]] std::vector<Toponym> named(std::string_view folded) const;

    /// The first of them that is well known and usually called so.
    [[nodiscard]] std::optional<Toponym> known_by(std::string_view folded) const;

    /// The division that the place lies in.
    [[nodiscard]] std::optional<Toponym> around(const Toponym& place) const;

    [[nodiscard]] std::uint32_t size() const { return places_; }
    [[nodiscard]] Toponym at(std::uint32_t row) const;

private:
    struct Entries {
        std::uint32_t first = 0, last = 0;
    };
    [[nodiscard]] Entries entries_of(std::string_view folded) const;
    [[nodiscard]] std::string_view key(std::uint32_t slot) const;
    [[nodiscard]] std::uint32_t entry(std::uint32_t i) const;
    [[nodiscard]] bool well_known(std::uint32_t row) const;

    std::uint32_t places_ = 0, keys_ = 0;
    std::string_view rows_, slots_, entries_, codes_, names_, key_bytes_;
};

}  // namespace sayso
