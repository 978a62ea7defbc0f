#include "read/places_in_names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"
#include "read/place_senses.h"
#include "read/words.h"

namespace sayso {
namespace {

constexpr Index longest_place = 4;
constexpr std::array<std::string_view, 7> place_prepositions{"in",     "near",   "outside",   "around",
                                                             "across", "inside", "throughout"};

/// "Ohio", "N.S.": of a country that names its states so often that they are known without it.
bool is_state(const PlaceSense& sense) {
    if (!sense.toponym || sense.toponym->kind != ToponymKind::region) return false;
    return one_of(sense.code, "USA", "CAN", "AUS") && sense.toponym->named_by == NamedBy::usual;
}

class NameReader {
public:
    NameReader(const TextWords& words, const PlaceWords& kinds, const Gazetteer& gazetteer,
               const std::set<std::string>& named)
        : w_(words), kinds_(kinds), gazetteer_(gazetteer), named_(named) {}

    /// "Lima Police Department"
    [[nodiscard]] std::optional<std::pair<Index, Index>> at_front(Index first, Index last) const {
        while (first + 2 < last && (kinds_.kinds(w_[first].lower) & part_word) != 0) ++first;
        for (auto end = std::min(last - 1, first + longest_place); end > first; --end) {
            if (is_place(first, end, is_institution(end))) return std::pair(first, end);
        }
        return std::nullopt;
    }

    /// "University of Ohio", "Children's Hospital of Manitoba"
    [[nodiscard]] std::optional<std::pair<Index, Index>> behind_of(Index first, Index last) const {
        for (auto i = first + 1; i + 1 < last; ++i) {
            if (!w_[i].is("of") || (kinds_.kinds(w_[i - 1].lower) & place_of_word) == 0) continue;
            for (auto end = std::min(last, i + 1 + longest_place); end > i + 1; --end) {
                if (is_place(i + 1, end, end == last || is_institution(end))) return std::pair(i + 1, end);
            }
        }
        return std::nullopt;
    }

    /// "Fargo officials said", "a family from Ohio": what was taken for an organization has a place's name and company.
    [[nodiscard]] bool whole(Index first, Index last) const {
        if (!w_[first].capital || (kinds_.kinds(w_[first].lower) & (part_word | common_word)) != 0) return false;
        const auto senses = senses_of(gazetteer_, std::string(w_.text(w_.span(first, last))));
        if (senses.empty() || senses.front().part) return false;
        const auto& sense = senses.front();
        if (sense.country != nullptr || is_state(sense)) return true;
        if (!sense.toponym || sense.toponym->named_by != NamedBy::usual) return false;
        if (sense.is_district()) return last - first > 1;
        return sense.toponym->kind == ToponymKind::city && !is_given_name(first, last) && has_company(first, last);
    }

private:
    [[nodiscard]] bool same_unit(Index a, Index b) const {
        return b >= 0 && b < w_.size() &&
               w_.unit_of[static_cast<std::size_t>(a)] == w_.unit_of[static_cast<std::size_t>(b)];
    }

    /// Words that stand before or behind places.
    [[nodiscard]] bool has_company(Index first, Index last) const {
        const auto before = first - 1;
        if (same_unit(first, before) && among(place_prepositions, w_[before].lower)) return true;
        return same_unit(first, last) && !w_[last].capital &&
               (kinds_.kinds(w_[last].lower) & (institution_word | resident_word)) != 0;
    }

    [[nodiscard]] bool is_institution(Index i) const { return (kinds_.kinds(w_[i].lower) & institution_word) != 0; }

    [[nodiscard]] bool is_given_name(Index first, Index end) const {
        return end == first + 1 && w_.lexicons->sex_of_name(w_[first].lower) != Sex::unknown;
    }

    [[nodiscard]] bool is_place(Index first, Index end, bool of_institution) const {
        if (!w_[first].capital || !w_[end - 1].capital) return false;
        // "Washington-based", "Paris’s"
        if (end < w_.size() && w_[end].form == "-") return false;
        const auto text = std::string(w_.text(w_.span(first, end)));
        // "Ohio State" of "Ohio State Police"
        if (gazetteer_.places(text).empty() && gazetteer_.country(text) == nullptr) return false;
        if (named_.contains(lower(text))) return of_institution || !is_given_name(first, end);
        const auto senses = senses_of(gazetteer_, text);
        if (senses.empty() || senses.front().part || (kinds_.kinds(w_[first].lower) & (part_word | common_word)) != 0)
            return false;
        return (of_institution || !is_given_name(first, end)) && fits(senses.front(), of_institution, end - first);
    }

    /// Countries and states are hardly anything else; the name of a town or of a far province may be a founder's.
    [[nodiscard]] static bool fits(const PlaceSense& sense, bool of_institution, Index words) {
        if (sense.country != nullptr) return true;
        const auto& place = *sense.toponym;
        if (place.named_by == NamedBy::abbreviation) return false;  // "Miss", "OK"
        if (place.kind == ToponymKind::region)
            return is_state(sense) || (of_institution && place.named_by == NamedBy::usual);
        if (place.kind == ToponymKind::district)
            return words > 1 && (of_institution || place.named_by == NamedBy::usual);
        return of_institution && place.kind == ToponymKind::city && place.named_by == NamedBy::usual;
    }

    const TextWords& w_;
    const PlaceWords& kinds_;
    const Gazetteer& gazetteer_;
    const std::set<std::string>& named_;
};

}  // namespace

std::optional<std::pair<Index, Index>> place_in_name(const TextWords& words, const PlaceWords& kinds,
                                                     const Gazetteer& gazetteer, const std::set<std::string>& named,
                                                     Index first, Index last) {
    const NameReader reader(words, kinds, gazetteer, named);
    if (reader.whole(first, last)) return std::pair(first, last);
    if (last - first < 2) return std::nullopt;
    const auto found = reader.at_front(first, last);
    return found ? found : reader.behind_of(first, last);
}

}  // namespace sayso
