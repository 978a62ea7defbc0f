#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyse/matrix.h"

namespace sayso::analyse {

/// A file's bytes, mapped into memory for reading. Throws `BadModel` if it cannot be opened.
class MappedFile {
public:
    explicit MappedFile(const std::string& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;

    [[nodiscard]] std::string_view bytes() const { return bytes_; }

private:
    std::string_view bytes_;
};

/// The weights file of docs/model.md. What it gives out points into the mapped file. Throws `BadModel` if the
/// file is damaged or of a newer version, or if a section is absent or not of the kind or size that is asked for.
class ModelFile {
public:
    explicit ModelFile(const std::string& path);

    /// The SHA-256 that the file carries, which has been checked.
    [[nodiscard]] const std::string& hash() const { return hash_; }

    [[nodiscard]] bool has(std::string_view name) const { return sections_.contains(name); }
    [[nodiscard]] std::string_view text(std::string_view name) const;
    [[nodiscard]] std::vector<std::string_view> lines(std::string_view name) const;
    [[nodiscard]] std::span<const float> floats(std::string_view name) const;
    [[nodiscard]] std::span<const float> floats(std::string_view name, std::size_t count) const;
    /// With its scales, if it is of whole numbers.
    [[nodiscard]] Matrix matrix(std::string_view name, std::size_t out, std::size_t in) const;

    [[noreturn]] void refuse(std::string_view what) const;

private:
    enum class Kind : std::uint8_t { text, f32, i8 };
    struct Section {
        Kind kind = Kind::text;
        std::vector<std::size_t> dimensions;
        std::string_view bytes;
    };
    class Reader;

    void check_begin();
    void check_hash();
    void read_sections();
    [[nodiscard]] Section read_section(Reader& reader) const;
    [[nodiscard]] const Section& section(std::string_view name, Kind kind) const;
    [[nodiscard]] const Section& section(std::string_view name) const;

    std::string path_;
    MappedFile file_;
    std::string hash_;
    std::map<std::string, Section, std::less<>> sections_;
};

}  // namespace sayso::analyse
