#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace sayso {

/// The written names of an enumeration's values, in the order of the values. Each enumeration of the
/// public types specialises this beside its definition, so that JSON, record, help and terminal all
/// spell a value the same way.
template <class Enum>
struct NamesOf;

template <class Enum>
[[nodiscard]] constexpr std::string_view name_of(Enum value) {
    return NamesOf<Enum>::names[static_cast<std::size_t>(value)];
}

/// The value with this name, or nothing.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> value_named(std::string_view name) {
    for (std::size_t i = 0; i < NamesOf<Enum>::names.size(); ++i) {
        if (NamesOf<Enum>::names[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

/// Makes `NamesOf` complete or not at all: a name too few or too many does not compile.
template <class Enum, Enum last, class... Name>
[[nodiscard]] constexpr auto list_names(Name... names) {
    static_assert(sizeof...(names) == static_cast<std::size_t>(last) + 1);
    return std::array<std::string_view, sizeof...(names)>{names...};
}

}  // namespace sayso
