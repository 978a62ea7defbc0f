#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the program knows of the world's places: the tables in gazetteer/.
///
/// Names are looked up without regard to case, diacritics and the kind of apostrophe or hyphen, so
/// "BOGOTA", "Bogotá" and "Bogota" are one. Whether a word in a text *is* a name is for the caller to
/// say: "Nice" and "nice" find the same city.
namespace sayso {

enum class ToponymKind {
    city,    ///< a city or town; `capital` tells a country's capital
    region,  ///< a first-level division: state, province, oblast, governorate
    area     ///< anything else with a name: continents, seas, mountains, wider or disputed regions, districts
};

/// Written names of the kinds, as a reading's `place.kind` has them: "city", "region", "area".
[[nodiscard]] std::string_view name_of(ToponymKind kind);

/// A place that is no country. Strings live as long as the program.
struct Toponym {
    std::string_view name;     ///< the usual English name
    std::string_view country;  ///< ISO 3166-1 alpha-3; empty for what lies in several countries or none
    ToponymKind kind = ToponymKind::city;
    bool capital = false;
    std::uint32_t population = 0;          ///< 0 when not known
    std::optional<std::int64_t> geonames;  ///< GeoNames id
    std::optional<double> lat;             ///< degrees north
    std::optional<double> lon;             ///< degrees east
};

/// Strings live as long as the program.
struct Country {
    std::string_view code;     ///< ISO 3166-1 alpha-3
    std::string_view name;     ///< the usual English name: "Russia", "DR Congo"
    std::string_view capital;  ///< empty for a territory that has none
};

class Gazetteer {
public:
    /// Reads the built-in tables (some milliseconds): load it once and share it.
    Gazetteer();

    /// All places of this name, the most populous first; countries are not among them.
    [[nodiscard]] std::vector<const Toponym*> places(std::string_view name) const;

    /// The most populous place of this name, or null.
    [[nodiscard]] const Toponym* place(std::string_view name) const;

    /// The country of this name or usual variant ("US", "U.S.", "Russian Federation"), or null.
    [[nodiscard]] const Country* country(std::string_view name) const;

    /// The country whose people or things are called so ("Kenyan", "Kenyans", "Dutch"), or null.
    [[nodiscard]] const Country* country_of_demonym(std::string_view demonym) const;

    /// The country with this alpha-3 code, or null.
    [[nodiscard]] const Country* country_coded(std::string_view code) const;

private:
    /// Folded names of one table, hashed; entries of one name are chained in the order of the rows.
    class Index {
    public:
        static constexpr std::uint32_t none = 0xFFFFFFFF;

        void reserve(std::size_t names, std::size_t bytes);
        void add(std::string_view name, std::uint32_t row);
        [[nodiscard]] std::uint32_t first(std::string_view folded) const;  ///< an entry, or `none`
        [[nodiscard]] std::uint32_t next(std::uint32_t entry) const { return entries_[entry].next; }
        [[nodiscard]] std::uint32_t row(std::uint32_t entry) const { return entries_[entry].row; }

    private:
        struct Entry {
            std::uint32_t key_begin, key_size, row, next, last;
        };
        [[nodiscard]] std::size_t slot_of(std::string_view folded) const;

        std::string keys_;
        std::vector<Entry> entries_;
        std::vector<std::uint32_t> slots_;
    };

    void load_countries();
    void load_places(std::string_view file);
    [[nodiscard]] const Country* country_in(const Index& index, std::string_view name) const;

    std::vector<Toponym> places_;
    std::vector<Country> countries_;
    Index place_names_, country_names_, demonyms_;
};

}  // namespace sayso
