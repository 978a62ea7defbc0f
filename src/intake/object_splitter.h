#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sayso {

/// Finds the JSON objects in text where they are spread over lines or stand in a list. It looks at braces and
/// strings only; whether an object is good JSON is for its reader to say.
class ObjectSplitter {
public:
    /// An object larger than `most` bytes is passed over without being held.
    explicit ObjectSplitter(std::size_t most) : most_(most) {}

    enum class Found { object, too_large, no_object, nothing };

    /// Takes the bytes of `rest` up to the end of the next object (or of something that is none), which is removed
    /// from it; `nothing` when all is taken.
    Found next(std::string_view& rest);

    /// The object found last.
    [[nodiscard]] const std::string& object() const { return object_; }
    /// How many entries have been found, objects or not.
    [[nodiscard]] std::uint64_t entries() const { return entries_; }
    /// Is an object open?
    [[nodiscard]] bool inside() const { return depth_ > 0; }

private:
    Found step(char c);

    std::size_t most_;
    std::string object_;
    bool too_large_ = false;
    std::uint64_t entries_ = 0;
    std::size_t depth_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;
    bool in_junk_ = false;
};

/// Does a list of objects begin here?
[[nodiscard]] bool begins_object_list(std::string_view text);

/// Does the object that begins here go on behind its first line: is the line's end no end of the object, nor
/// inside of a string?
[[nodiscard]] bool is_spread_object(std::string_view text);

}  // namespace sayso
