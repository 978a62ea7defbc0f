#include "read/name_uses.h"

#include <algorithm>
#include <map>
#include <utility>

namespace sayso {
namespace {

/// Whether no space stands before the word.
bool glued(const TextWords& w, Index i) {
    return w[i - 1].span.end == w[i].span.begin;
}

/// Its words without honorifics, and the sex that those inside or right before the name tell.
void read_parts(const TextWords& w, NameUse& use) {
    auto first = use.first;
    const auto look = [&](Index i) {
        const auto title = w.lexicons->title(w[i].lower);
        if (title == TitleKind::honorific_male) use.sex = Sex::male;
        if (title == TitleKind::honorific_female) use.sex = Sex::female;
        return title.has_value();
    };
    if (use.type == NameType::person) {
        while (first + 1 < use.last && (w[first].form == "." || look(first))) ++first;
        auto before = use.first - 1;
        if (before >= 0 && w[before].form == ".") --before;
        if (before >= 0 &&
            w.unit_of[static_cast<std::size_t>(before)] == w.unit_of[static_cast<std::size_t>(use.first)]) {
            look(before);
        }
    }
    for (auto i = first; i < use.last; ++i) {
        // "Bannon-Harrison" is one surname.
        const bool hyphenated = i > first && use.type == NameType::person && !use.parts.empty() && glued(w, i) &&
                                (w[i].form == "-" || w[i - 1].form == "-");
        if (hyphenated) {
            use.parts.back() += w[i].lower;
            continue;
        }
        if (w[i].punctuation && w[i].form != "-" && w[i].form != "&" && w[i].form != "'" && w[i].form != "’") continue;
        use.parts.push_back(w[i].lower);
    }
    for (const auto& part : use.parts) use.key += (use.key.empty() ? "" : " ") + part;
}

/// The kind that a spelling most often is, it is everywhere.
void settle_types(std::vector<NameUse>& uses) {
    std::map<std::string, std::map<NameType, int>> kinds;
    for (const auto& use : uses) ++kinds[use.key][use.type];
    for (auto& use : uses) {
        const auto& counts = kinds[use.key];
        if (counts.size() == 1) continue;
        use.type = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
                       return a.second < b.second;
                   })->first;
    }
}

}  // namespace

std::vector<NameUse> find_name_uses(const TextWords& w) {
    std::vector<NameUse> uses;
    for (Index i = 0; i < w.size();) {
        const auto name = w[i].name;
        if (name == none) {
            ++i;
            continue;
        }
        NameUse use;
        use.first = i;
        while (i < w.size() && w[i].name == name) ++i;
        use.last = i;
        use.type = w.analysis->names[static_cast<std::size_t>(name)].type;
        if (use.type == NameType::date || use.type == NameType::money) continue;
        if (w[use.last - 1].is("'s") && use.last - use.first > 1) --use.last;
        while (use.first + 1 < use.last && w[use.first].is("the")) ++use.first;
        if (use.last == use.first + 1 && is_common_noun(w, use.first)) continue;
        read_parts(w, use);
        if (!use.parts.empty()) uses.push_back(std::move(use));
    }
    settle_types(uses);
    return uses;
}

}  // namespace sayso
