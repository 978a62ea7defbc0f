#include "analyse/model_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "base/sha256.h"
#include "sayso/error.h"

namespace sayso::analyse {
namespace {

static_assert(std::endian::native == std::endian::little, "the weights are used as they lie in the file");

constexpr std::string_view magic = "SAYSOMDL";
constexpr std::uint32_t container_version = 1;
constexpr std::uint32_t network_version = 3;
constexpr std::size_t hashed_from = 56;  ///< magic, two versions, size and the hash itself lie before
constexpr std::size_t alignment = 64;
constexpr std::uint32_t most_sections = 100'000;
constexpr std::uint32_t longest_name = 200;
constexpr std::uint8_t most_dimensions = 4;

class OpenFile {
public:
    explicit OpenFile(const std::string& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    [[nodiscard]] int get() const { return descriptor_; }

private:
    int descriptor_;
};

[[noreturn]] void cannot_open(const std::string& path, int code) {
    throw BadModel(fmt::format("{}: the weights cannot be read: {}; install sayso again, or name another file", path,
                               std::generic_category().message(code)));
}

std::string_view map(const std::string& path) {
    const OpenFile file(path);
    struct stat status {};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0) cannot_open(path, errno);
    if (S_ISDIR(status.st_mode)) cannot_open(path, EISDIR);
    if (status.st_size == 0) return {};
    const auto size = static_cast<std::size_t>(status.st_size);
    void* const at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (at == MAP_FAILED) cannot_open(path, errno);
    return {static_cast<const char*>(at), size};
}

template <class Value>
Value value_at(std::string_view bytes, std::size_t at) {
    Value value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

std::string hex(std::string_view bytes) {
    std::string out;
    for (const char byte : bytes) out += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return out;
}

/// What that many values take, or nothing if it is more than `most`.
std::size_t product_up_to(std::size_t most, std::size_t first, const std::vector<std::size_t>& factors) {
    std::size_t product = first;
    for (const auto factor : factors) {
        if (factor == 0 || product > most / factor) return most + 1;
        product *= factor;
    }
    return product;
}

}  // namespace

MappedFile::MappedFile(const std::string& path) : bytes_(map(path)) {}

MappedFile::~MappedFile() {
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

/// Takes values one after another and never one that is not wholly there.
class ModelFile::Reader {
public:
    Reader(const ModelFile& file, std::size_t at) : file_(file), at_(at) {}

    template <class Value>
    Value take() {
        return value_at<Value>(take_bytes(sizeof(Value)), 0);
    }

    std::string_view take_bytes(std::size_t count) {
        const auto bytes = file_.file_.bytes();
        if (count > bytes.size() - at_) file_.refuse("its list of sections is cut off");
        return bytes.substr(std::exchange(at_, at_ + count), count);
    }

private:
    const ModelFile& file_;
    std::size_t at_;
};

ModelFile::ModelFile(const std::string& path) : path_(path), file_(path) {
    check_begin();
    check_hash();
    read_sections();
}

void ModelFile::refuse(std::string_view what) const {
    throw BadModel(
        fmt::format("{}: the weights are damaged ({}): install sayso again, or name another file", path_, what));
}

void ModelFile::check_begin() {
    const auto bytes = file_.bytes();
    if (bytes.empty()) refuse("the file is empty");
    if (!bytes.starts_with(magic.substr(0, bytes.size()))) {
        throw BadModel(fmt::format("{}: this is not a file of weights: name one that came with sayso", path_));
    }
    if (bytes.size() < hashed_from) refuse("the file is cut off");
    const auto container = value_at<std::uint32_t>(bytes, 8);
    const auto network = value_at<std::uint32_t>(bytes, 12);
    if (container > container_version || network > network_version) {
        throw BadModel(
            fmt::format("{}: the weights are of a newer version (file {}, network {}; this sayso knows file {}, "
                        "network {}): use a newer sayso",
                        path_, container, network, container_version, network_version));
    }
    if (container == 0 || network == 0) refuse("it has no version");
    if (network < network_version) {
        throw BadModel(
            fmt::format("{}: the weights are of an older version (network {}; this sayso knows network {}): use those "
                        "that came with this sayso",
                        path_, network, network_version));
    }
    const auto size = value_at<std::uint64_t>(bytes, 16);
    if (size != bytes.size()) refuse(fmt::format("it should have {} bytes and has {}", size, bytes.size()));
}

void ModelFile::check_hash() {
    hash_ = hex(file_.bytes().substr(24, 32));
    if (sha256_hex(file_.bytes().substr(hashed_from)) != hash_) refuse("its content does not match its SHA-256");
}

void ModelFile::read_sections() {
    Reader reader(*this, hashed_from);
    const auto count = reader.take<std::uint32_t>();
    static_cast<void>(reader.take<std::uint32_t>());
    if (count > most_sections) refuse("it has too many sections");
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto length = reader.take<std::uint32_t>();
        if (length > longest_name) refuse("a section's name is too long");
        std::string name(reader.take_bytes(length));
        if (!sections_.emplace(name, read_section(reader)).second) refuse("two sections have the name " + name);
    }
}

ModelFile::Section ModelFile::read_section(Reader& reader) const {
    const auto kind = reader.take<std::uint8_t>();
    const auto dimensions = reader.take<std::uint8_t>();
    if (kind > static_cast<std::uint8_t>(Kind::i8)) refuse("a section is of an unknown kind");
    if (dimensions == 0 || dimensions > most_dimensions) refuse("a section has too many dimensions, or none");
    Section section;
    section.kind = static_cast<Kind>(kind);
    for (std::uint8_t i = 0; i < dimensions; ++i) section.dimensions.push_back(reader.take<std::uint32_t>());
    const auto offset = reader.take<std::uint64_t>();
    const auto length = reader.take<std::uint64_t>();
    const auto bytes = file_.bytes();
    if (offset % alignment != 0 || offset > bytes.size() || length > bytes.size() - offset) {
        refuse("a section does not lie within the file");
    }
    section.bytes = bytes.substr(offset, length);
    const std::size_t each = section.kind == Kind::f32 ? sizeof(float) : 1;
    const bool nothing = section.kind == Kind::text && length == 0;
    if (!nothing && product_up_to(length, each, section.dimensions) != length) {
        refuse("a section's size and dimensions differ");
    }
    return section;
}

const ModelFile::Section& ModelFile::section(std::string_view name) const {
    const auto found = sections_.find(name);
    if (found == sections_.end()) refuse(fmt::format("it has no section {}", name));
    return found->second;
}

const ModelFile::Section& ModelFile::section(std::string_view name, Kind kind) const {
    const auto& found = section(name);
    if (found.kind != kind) refuse(fmt::format("section {} is of another kind than it should be", name));
    return found;
}

std::string_view ModelFile::text(std::string_view name) const {
    return section(name, Kind::text).bytes;
}

std::vector<std::string_view> ModelFile::lines(std::string_view name) const {
    std::vector<std::string_view> lines;
    for (auto rest = text(name); !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        lines.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return lines;
}

std::span<const float> ModelFile::floats(std::string_view name) const {
    const auto& found = section(name, Kind::f32);
    return {reinterpret_cast<const float*>(found.bytes.data()), found.bytes.size() / sizeof(float)};
}

std::span<const float> ModelFile::floats(std::string_view name, std::size_t count) const {
    const auto values = floats(name);
    if (values.size() != count)
        refuse(fmt::format("section {} has {} values instead of {}", name, values.size(), count));
    return values;
}

Matrix ModelFile::matrix(std::string_view name, std::size_t out, std::size_t in) const {
    const auto& found = section(name);
    if (found.dimensions != std::vector{out, in}) refuse(fmt::format("section {} is not {} by {}", name, out, in));
    Matrix matrix{out, in, {}, {}, {}};
    if (found.kind == Kind::f32) {
        matrix.floats = floats(name);
        return matrix;
    }
    const auto bytes = section(name, Kind::i8).bytes;
    matrix.bytes = {reinterpret_cast<const std::int8_t*>(bytes.data()), bytes.size()};
    matrix.scales = floats(fmt::format("{}.scale", name), out);
    return matrix;
}

}  // namespace sayso::analyse
