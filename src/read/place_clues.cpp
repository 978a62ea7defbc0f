#include "read/place_clues.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "read/words.h"

namespace sayso {
namespace {

/// The longest way from a place's name to that of what it lies in, in words.
constexpr Index longest_way = 7;

/// States, whose names stand behind those of their towns with nothing but a comma between.
bool is_state(const PlaceName& name) {
    if (name.senses.empty()) return false;
    const auto& top = name.senses.front();
    return top.toponym && top.toponym->kind == ToponymKind::region && one_of(top.code, "USA", "CAN", "AUS");
}

bool is_greater_than_town(const PlaceName& name) {
    return !name.senses.empty() && (name.senses.front().country != nullptr || name.senses.front().is_division());
}

class ClueReader {
public:
    ClueReader(const TextWords& words, const PlaceWords& kinds, const Gazetteer& gazetteer,
               std::vector<PlaceName>& names)
        : w_(words), kinds_(kinds), gazetteer_(gazetteer), names_(names) {}

    void join(const PlaceUse& a, const PlaceUse& b) {
        if (a.name == b.name || a.last > b.first || !same_unit(a.first, b.first)) return;
        if (b.first - a.last > longest_way || b.first == a.last) return;
        bool near = false, comma_only = true;
        for (auto i = a.last; i < b.first; ++i) {
            const auto kind = kinds_.kinds(w_[i].lower);
            if (kind == 0 && !is_number(i) && !(w_[i].is("and") && b.first == a.last + 1)) return;
            near = near || (kind & near_word) != 0;
            comma_only = comma_only && w_[i].comma();
        }
        const bool list = b.first == a.last + 1 && w_[a.last].is("and");
        const bool strict = comma_only && b.first == a.last + 1 && is_state(names_[b.name]) && !is_list(b) &&
                            !is_greater_than_town(names_[a.name]);
        joins_.push_back({a.name, b.name,
                          list   ? PlaceJoin::beside
                          : near ? PlaceJoin::near
                                 : PlaceJoin::inside,
                          strict});
    }

    void look_around(const PlaceUse& use) {
        auto& name = names_[use.name];
        const auto behind = same_unit(use.first, use.last) ? kinds_.kinds(w_[use.last].lower) : 0;
        if ((behind & division_noun) != 0) name.told_division = true;
        look_before(use, name);
    }

    /// "Kent, Essex and Surrey counties": all of them, not only the last.
    void look_along(const std::vector<PlaceUse>& uses) {
        for (auto i = uses.size(); i-- > 1;) {
            const auto& last = uses[i];
            if (!same_unit(last.first, last.last) || !is_plural_division(w_[last.last].lower)) continue;
            for (auto j = i; j-- > 0 && is_listed(uses[j], uses[j + 1]);) names_[uses[j].name].told_division = true;
        }
    }

    [[nodiscard]] std::vector<PlaceJoin> joins() && { return std::move(joins_); }

private:
    [[nodiscard]] bool same_unit(Index a, Index b) const {
        return b < w_.size() && w_.unit_of[static_cast<std::size_t>(a)] == w_.unit_of[static_cast<std::size_t>(b)];
    }
    [[nodiscard]] bool is_number(Index i) const { return w_[i].form.front() >= '0' && w_[i].form.front() <= '9'; }

    static bool is_plural_division(std::string_view word) {
        return one_of(word, "counties", "parishes", "provinces", "states", "districts", "regions", "governorates");
    }

    /// With nothing but commas, "and" or "or" between.
    [[nodiscard]] bool is_listed(const PlaceUse& a, const PlaceUse& b) const {
        if (a.last >= b.first || b.first - a.last > 2 || !same_unit(a.first, b.first)) return false;
        for (auto i = a.last; i < b.first; ++i) {
            if (!w_[i].comma() && !w_[i].is("and") && !w_[i].is("or") && !w_[i].is("&")) return false;
        }
        return true;
    }

    /// "Georgia and", as in "Texas, Georgia and Ohio"
    [[nodiscard]] bool is_list(const PlaceUse& use) const {
        return same_unit(use.first, use.last) && w_[use.last].is("and");
    }

    /// "the Syrian city of", "in the German town"
    void look_before(const PlaceUse& use, PlaceName& name) {
        auto i = use.first - 1;
        const bool of = i >= 0 && same_unit(i, use.first) && w_[i].is("of");
        if (of) --i;
        if (i < 0 || !same_unit(i, use.first)) return;
        const auto noun = kinds_.kinds(w_[i].lower);
        if ((noun & (town_noun | division_noun)) == 0) {
            if (of || (noun & part_word) == 0) return;
        } else if (!w_[i].capital && (noun & town_noun) != 0) {
            name.told_town = true;
        } else if (!w_[i].capital && of) {
            name.told_division = true;
        }
        for (; i >= 0 && i > use.first - longest_way && same_unit(i, use.first); --i) {
            if (w_[i].capital) {
                const auto* country = gazetteer_.country_of_demonym(w_[i].form);
                if (country != nullptr) name.countries.emplace_back(country->code);
                return;
            }
            if (kinds_.kinds(w_[i].lower) == 0 || w_[i].punctuation) return;
        }
    }

    const TextWords& w_;
    const PlaceWords& kinds_;
    const Gazetteer& gazetteer_;
    std::vector<PlaceName>& names_;
    std::vector<PlaceJoin> joins_;
};

// ---- Outlets --------------------------------------------------------------------------------------

constexpr double outlet_weight = 2;
constexpr std::size_t least_of_address = 4, least_before_paper = 5;

/// What a name of a newspaper ends in: "limanews", "ohiotimes".
constexpr std::array<std::string_view, 44> papers{
    "times",    "news",      "post",     "herald",      "tribune",   "journal",   "gazette",  "press",    "star",
    "sun",      "chronicle", "daily",    "record",      "reporter",  "observer",  "today",    "online",   "register",
    "dispatch", "courier",   "examiner", "independent", "leader",    "mail",      "mirror",   "echo",     "standard",
    "globe",    "bee",       "sentinel", "democrat",    "republic",  "statesman", "review",   "advocate", "citizen",
    "enquirer", "inquirer",  "mercury",  "telegraph",   "messenger", "newspaper", "telegram", "union"};

struct Ending {
    std::string_view end, country;
};
/// Of addresses on the web; those that all the world uses tell nothing.
constexpr std::array<Ending, 24> endings{
    {{".uk", "United Kingdom"}, {".ca", "Canada"},       {".au", "Australia"}, {".ie", "Ireland"},
     {".nz", "New Zealand"},    {".za", "South Africa"}, {".in", "India"},     {".pk", "Pakistan"},
     {".ng", "Nigeria"},        {".ke", "Kenya"},        {".gh", "Ghana"},     {".ug", "Uganda"},
     {".zw", "Zimbabwe"},       {".sg", "Singapore"},    {".my", "Malaysia"},  {".ph", "Philippines"},
     {".lk", "Sri Lanka"},      {".bd", "Bangladesh"},   {".np", "Nepal"},     {".hk", "Hong Kong"},
     {".il", "Israel"},         {".jm", "Jamaica"},      {".jp", "Japan"},     {".us", "United States"}}};

std::string_view host_of(std::string_view address) {
    if (const auto scheme = address.find("://"); scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find_first_of("/?#:"));
    return address.starts_with("www.") ? address.substr(4) : address;
}

bool is_paper(std::string_view rest) {
    return std::any_of(papers.begin(), papers.end(), [&](std::string_view paper) { return rest.starts_with(paper); });
}

void add_outlet_place(const Gazetteer& gazetteer, std::string_view text, std::vector<PlaceName>& places) {
    PlaceName name{.senses = senses_of(gazetteer, text), .weight = outlet_weight, .outlet = true};
    if (!name.senses.empty()) places.push_back(std::move(name));
}

/// "lima" of "limanews"; the whole of "ohio".
void read_label(std::string_view label, const Gazetteer& gazetteer, std::vector<PlaceName>& places) {
    for (auto size = label.size(); size >= least_of_address; --size) {
        const auto rest = label.substr(size);
        if (!rest.empty() && size < least_before_paper) return;
        if (!rest.empty() && !is_paper(rest.front() == '-' ? rest.substr(1) : rest)) continue;
        const auto before = places.size();
        add_outlet_place(gazetteer, label.substr(0, size), places);
        if (places.size() > before) return;
    }
}

void read_host(std::string_view host, const Gazetteer& gazetteer, std::vector<PlaceName>& places) {
    for (const auto& ending : endings) {
        if (host.ends_with(ending.end)) add_outlet_place(gazetteer, ending.country, places);
    }
    auto labels = parts_of(host, '.');
    if (!labels.empty()) labels.pop_back();
    for (const auto label : labels) read_label(label.starts_with("the") ? label.substr(3) : label, gazetteer, places);
}

/// "The Lima News, Ohio": the longest names of places in it.
void read_outlet(std::string_view outlet, const Gazetteer& gazetteer, std::vector<PlaceName>& places) {
    auto words = parts_of(outlet, ' ');
    for (auto& word : words) {
        while (!word.empty() && word.back() == ',') word.remove_suffix(1);
    }
    for (std::size_t first = 0; first < words.size(); ++first) {
        for (auto last = std::min(words.size(), first + 3); last > first; --last) {
            std::string name;
            for (auto i = first; i < last; ++i) name += (name.empty() ? "" : " ") + std::string(words[i]);
            const auto before = places.size();
            if (name.size() > 3 && !is_paper(lower(name))) add_outlet_place(gazetteer, name, places);
            if (places.size() == before) continue;
            first = last - 1;
            break;
        }
    }
}

}  // namespace

std::vector<PlaceJoin> read_place_clues(const TextWords& words, const PlaceWords& kinds, const Gazetteer& gazetteer,
                                        const std::vector<PlaceUse>& uses, std::vector<PlaceName>& names) {
    ClueReader reader(words, kinds, gazetteer, names);
    for (const auto& use : uses) reader.look_around(use);
    reader.look_along(uses);
    for (std::size_t i = 0; i + 1 < uses.size(); ++i) reader.join(uses[i], uses[i + 1]);
    return std::move(reader).joins();
}

std::vector<PlaceName> outlet_places(const Document& document, const Gazetteer& gazetteer) {
    std::vector<PlaceName> places;
    const auto outlet = document.outlet.value_or("");
    const bool is_host = outlet.find(' ') == std::string::npos && outlet.find('.') != std::string::npos;
    if (is_host) {
        read_host(host_of(outlet), gazetteer, places);
    } else {
        read_outlet(outlet, gazetteer, places);
        if (document.url) read_host(host_of(*document.url), gazetteer, places);
    }
    return places;
}

}  // namespace sayso
