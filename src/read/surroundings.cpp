#include "read/surroundings.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"

namespace sayso {

Surroundings::Surroundings(const Reading& reading) : reading_(reading) {
    for (const auto& entity : reading.entities) {
        if (entity.type == EntityType::facility || entity.type == EntityType::place) places_[entity.id] = &entity;
        for (const auto& mention : entity.mentions) by_begin_.push_back({mention.span, mention.form, &entity});
    }
    for (const auto& statement : reading.statements) {
        for (const auto& content : statement.content) contents_.push_back({content, &statement});
    }
    std::stable_sort(contents_.begin(), contents_.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    std::sort(by_begin_.begin(), by_begin_.end(), [](const auto& a, const auto& b) { return a.span < b.span; });
}

std::vector<Surroundings::EntityMention> Surroundings::entities_in(Span where) const {
    std::vector<EntityMention> found;
    auto next = std::lower_bound(by_begin_.begin(), by_begin_.end(), where.begin,
                                 [](const EntityMention& one, std::uint32_t at) { return one.span.begin < at; });
    for (; next != by_begin_.end() && next->span.begin < where.end; ++next) {
        if (next->span.end <= where.end) found.push_back(*next);
    }
    return found;
}

/// "stopped within hours": how soon, not when.
bool Surroundings::is_term(const Time& time) const {
    constexpr std::string_view within = "within ";
    const auto before = std::string_view(reading_.document.text).substr(0, time.span.begin);
    return time.precision == Precision::vague && (before.ends_with(within) || before.ends_with("Within "));
}

std::vector<std::size_t> Surroundings::times_in(Span where) const {
    std::vector<std::size_t> found;
    auto next = std::lower_bound(reading_.times.begin(), reading_.times.end(), where.begin,
                                 [](const Time& time, std::uint32_t at) { return time.span.begin < at; });
    for (; next != reading_.times.end() && next->span.begin < where.end; ++next) {
        if (is_term(*next)) continue;
        found.push_back(static_cast<std::size_t>(next - reading_.times.begin()));
    }
    return found;
}

std::optional<std::size_t> Surroundings::time_at(Span span) const {
    auto behind = std::upper_bound(reading_.times.begin(), reading_.times.end(), span.begin,
                                   [](std::uint32_t at, const Time& time) { return at < time.span.begin; });
    if (behind == reading_.times.begin() || !std::prev(behind)->span.contains(span) || is_term(*std::prev(behind)))
        return std::nullopt;
    return static_cast<std::size_t>(std::prev(behind) - reading_.times.begin());
}

const Surroundings::Content* Surroundings::content_around(Span span) const {
    // Contents nest, so the one sought is among the last that begin before the span.
    constexpr std::ptrdiff_t most = 64;
    const Content* innermost = nullptr;
    const auto behind = std::upper_bound(contents_.begin(), contents_.end(), span.begin,
                                         [](std::uint32_t at, const Content& one) { return at < one.span.begin; });
    const auto first = behind - std::min(most, behind - contents_.begin());
    for (auto one = first; one != behind; ++one) {
        if (one->span.contains(span) && (!innermost || one->span.size() < innermost->span.size())) innermost = &*one;
    }
    return innermost;
}

/// "Tuesday" of "early on Tuesday", "yesterday": the word that tells one day from another where no date can be worked
/// out; empty if there is none.
std::string Surroundings::day_word(const Time& time) const {
    static constexpr std::array<std::string_view, 10> days{"monday",   "tuesday", "wednesday", "thursday",  "friday",
                                                           "saturday", "sunday",  "today",     "yesterday", "tomorrow"};
    const auto words =
        lower(std::string_view(reading_.document.text).substr(time.span.begin, time.span.end - time.span.begin));
    const auto day = std::find_if(days.begin(), days.end(),
                                  [&](std::string_view one) { return words.find(one) != std::string::npos; });
    return day == days.end() ? std::string() : std::string(*day);
}

bool Surroundings::times_agree(std::optional<std::size_t> a, std::optional<std::size_t> b) const {
    if (!a || !b) return true;
    const auto& one = time(*a);
    const auto& two = time(*b);
    if (!one.begin || !one.end || !two.begin || !two.end) {
        const auto day = day_word(one), other = day_word(two);
        return day.empty() || other.empty() || day == other;
    }
    const bool without_year = one.begin->starts_with('X') != two.begin->starts_with('X');
    const auto day = [&](const std::string& date) { return without_year ? date.substr(4, 6) : date.substr(0, 10); };
    return day(*one.begin) <= day(*two.end) && day(*two.begin) <= day(*one.end);
}

int Surroundings::closeness(const std::string& place) const {
    const auto found = places_.find(place);
    if (found == places_.end()) return 1;
    if (found->second->type == EntityType::facility) return 2;
    return found->second->place && found->second->place->kind == "country" ? 0 : 1;
}

bool Surroundings::is_closer_place(const std::string& place, const std::string& than) const {
    return closeness(place) > closeness(than);
}

bool Surroundings::places_agree(const std::string& a, const std::string& b) const {
    if (a == b) return true;
    const int one = closeness(a);
    const int two = closeness(b);
    if (one == two) return false;
    if (one != 0 && two != 0) return true;
    const auto country = [&](const std::string& id) {
        const auto found = places_.find(id);
        return found != places_.end() && found->second->place ? found->second->place->country : std::nullopt;
    };
    const auto here = country(a);
    const auto there = country(b);
    return !here || !there || here == there;
}

}  // namespace sayso
