#include "analyse/name_types.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace sayso::analyse {
namespace {

using Counts = std::array<std::uint32_t, NamesOf<NameType>::names.size()>;

std::map<std::string_view, Counts> count_types(const Analysis& analysis) {
    std::map<std::string_view, Counts> counts;
    for (const auto& name : analysis.names) {
        ++counts[words(analysis.text, name.span)][static_cast<std::size_t>(name.type)];
    }
    return counts;
}

}  // namespace

void agree_on_types(Analysis& analysis) {
    const auto counts = count_types(analysis);
    for (auto& name : analysis.names) {
        const auto& of_name = counts.at(words(analysis.text, name.span));
        const auto most = std::max_element(of_name.begin(), of_name.end());
        if (std::count(of_name.begin(), of_name.end(), *most) > 1) continue;
        name.type = static_cast<NameType>(most - of_name.begin());
    }
}

}  // namespace sayso::analyse
