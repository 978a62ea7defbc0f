#include "intake/byte_stream.h"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <exception>
#include <system_error>
#include <utility>

namespace sayso {
namespace {

constexpr std::size_t piece_bytes = 65536;

class FileStream : public ByteStream {
public:
    FileStream(const std::string& path, std::string name) : name_(std::move(name)) {
        file_ = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
        if (file_ == nullptr) throw MissingInput(sentence("cannot be opened", errno));
    }
    ~FileStream() override {
        if (file_ != stdin) std::fclose(file_);
    }
    FileStream(const FileStream&) = delete;
    FileStream& operator=(const FileStream&) = delete;

    std::size_t read(char* into, std::size_t most) override {
        const auto count = std::fread(into, 1, most, file_);
        if (count == 0 && std::ferror(file_) != 0) throw MissingInput(sentence("cannot be read", errno));
        return count;
    }

private:
    [[nodiscard]] std::string sentence(std::string_view what, int code) const {
        return fmt::format("{}: {}: {}", name_, what, std::generic_category().message(code));
    }

    std::string name_;
    std::FILE* file_ = nullptr;
};

class MemoryStream : public ByteStream {
public:
    explicit MemoryStream(std::string_view bytes) : rest_(bytes) {}

    std::size_t read(char* into, std::size_t most) override {
        const auto count = std::min(most, rest_.size());
        std::copy_n(rest_.data(), count, into);
        rest_.remove_prefix(count);
        return count;
    }

private:
    std::string_view rest_;
};

/// Gives some bytes again before the stream that they were taken from.
class Rewound : public ByteStream {
public:
    Rewound(std::string head, std::unique_ptr<ByteStream> rest) : head_(std::move(head)), rest_(std::move(rest)) {}

    std::size_t read(char* into, std::size_t most) override {
        if (given_ == head_.size()) return rest_->read(into, most);
        const auto count = std::min(most, head_.size() - given_);
        std::copy_n(head_.data() + given_, count, into);
        given_ += count;
        return count;
    }

private:
    std::string head_;
    std::size_t given_ = 0;
    std::unique_ptr<ByteStream> rest_;
};

/// What both packings have in common: a piece of packed input, the caps, and faults that wait until the
/// bytes before them have been given.
class Unpacker : public ByteStream {
public:
    Unpacker(std::unique_ptr<ByteStream> packed, std::string name, std::string_view packing, const Limits& limits)
        : packed_(std::move(packed)), name_(std::move(name)), packing_(packing), most_(limits.unpacked_bytes) {}

    std::size_t read(char* into, std::size_t most) override {
        if (fault_) std::rethrow_exception(fault_);
        std::size_t count = 0;
        try {
            while (count == 0 && !done_ && most > 0) count += step(into, most);
        } catch (const Error&) {
            fault_ = std::current_exception();
            if (written_ == 0) throw;
            count = std::exchange(written_, 0);
        }
        written_ = 0;
        given_ += count;
        if (given_ > most_) {
            throw BadInput(
                fmt::format("{}: unpacks to more than {} bytes, the most that is allowed for one packed file; "
                            "unpack and split it",
                            name_, most_));
        }
        return count;
    }

protected:
    /// Unpacks a little; sets `done_` behind the last byte, and `written_` before it throws.
    virtual std::size_t step(char* into, std::size_t most) = 0;

    /// Makes sure that there is packed input, if any is left.
    bool refill() {
        if (begin_ < end_) return true;
        begin_ = 0;
        end_ = packed_->read(piece_.data(), piece_.size());
        return end_ > 0;
    }

    [[nodiscard]] std::string_view input() const { return {piece_.data() + begin_, end_ - begin_}; }

    void consume(std::size_t count) {
        begin_ += count;
        place_ += count;
    }

    [[noreturn]] void cut_off() const {
        throw BadInput(
            fmt::format("{}: the {} data is cut off at byte {}; get the whole file again", name_, packing_, place_));
    }

    [[noreturn]] void broken(std::string_view why) const {
        throw BadInput(fmt::format("{}: the {} data is broken at about byte {} ({}); get the file again", name_,
                                   packing_, place_, why));
    }

    bool done_ = false;
    std::size_t written_ = 0;

private:
    std::unique_ptr<ByteStream> packed_;
    std::string name_;
    std::string_view packing_;
    std::size_t most_;
    std::size_t given_ = 0;
    std::size_t place_ = 0;
    std::array<char, piece_bytes> piece_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::exception_ptr fault_;
};

bool is_gzip(std::string_view head) {
    return head.starts_with("\x1f\x8b");
}

bool is_zstd(std::string_view head) {
    if (head.size() < 4) return false;
    const bool skippable =
        (static_cast<unsigned char>(head[0]) & 0xF0U) == 0x50U && head.substr(1, 3) == "\x2a\x4d\x18";
    return skippable || head.starts_with("\x28\xb5\x2f\xfd");
}

class GzipStream : public Unpacker {
public:
    GzipStream(std::unique_ptr<ByteStream> packed, std::string name, const Limits& limits)
        : Unpacker(std::move(packed), std::move(name), "gzip", limits) {
        if (inflateInit2(&state_, 15 + 16) != Z_OK) throw std::bad_alloc();
    }
    ~GzipStream() override { inflateEnd(&state_); }
    GzipStream(const GzipStream&) = delete;
    GzipStream& operator=(const GzipStream&) = delete;

protected:
    std::size_t step(char* into, std::size_t most) override {
        const bool more = refill();
        if (between_members_ && !next_member(more)) return 0;
        auto bytes = input();
        state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        state_.avail_in = static_cast<uInt>(bytes.size());
        state_.next_out = reinterpret_cast<Bytef*>(into);
        const auto room = std::min<std::size_t>(most, 1U << 30U);
        state_.avail_out = static_cast<uInt>(room);
        const int result = inflate(&state_, Z_NO_FLUSH);
        consume(bytes.size() - state_.avail_in);
        written_ = room - state_.avail_out;
        if (result == Z_MEM_ERROR) throw std::bad_alloc();
        if (result == Z_STREAM_END) {
            between_members_ = true;
        } else if (result != Z_OK && result != Z_BUF_ERROR) {
            broken(state_.msg != nullptr ? state_.msg : "not gzip");
        } else if (!more && written_ == 0) {
            cut_off();
        }
        return written_;
    }

private:
    /// A file may be several gzip members on end, and padded with zeros.
    bool next_member(bool more) {
        while (more && input().front() == '\0') {
            consume(1);
            more = refill();
        }
        done_ = !more;
        if (more && inflateReset(&state_) != Z_OK) broken("cannot go on");
        between_members_ = false;
        return more;
    }

    z_stream state_{};
    bool between_members_ = false;
};

class ZstdStream : public Unpacker {
public:
    ZstdStream(std::unique_ptr<ByteStream> packed, std::string name, const Limits& limits)
        : Unpacker(std::move(packed), std::move(name), "zstd", limits), state_(ZSTD_createDStream()) {
        if (state_ == nullptr) throw std::bad_alloc();
    }
    ~ZstdStream() override { ZSTD_freeDStream(state_); }
    ZstdStream(const ZstdStream&) = delete;
    ZstdStream& operator=(const ZstdStream&) = delete;

protected:
    std::size_t step(char* into, std::size_t most) override {
        const bool more = refill();
        if (!more && frame_ended_) {
            done_ = true;
            return 0;
        }
        const auto bytes = input();
        ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
        ZSTD_outBuffer out{into, most, 0};
        const auto result = ZSTD_decompressStream(state_, &out, &in);
        consume(in.pos);
        written_ = out.pos;
        if (ZSTD_isError(result) != 0) broken(ZSTD_getErrorName(result));
        frame_ended_ = result == 0;
        if (!more && written_ == 0 && !frame_ended_) cut_off();
        return written_;
    }

private:
    ZSTD_DStream* state_;
    bool frame_ended_ = true;
};

std::unique_ptr<ByteStream> unpacked(std::unique_ptr<ByteStream> raw, const std::string& name, const Limits& limits) {
    std::string head(4, '\0');
    std::size_t count = 0;
    while (count < head.size()) {
        const auto more = raw->read(head.data() + count, head.size() - count);
        if (more == 0) break;
        count += more;
    }
    head.resize(count);
    auto whole = std::make_unique<Rewound>(head, std::move(raw));
    if (is_gzip(head)) return std::make_unique<GzipStream>(std::move(whole), name, limits);
    if (is_zstd(head)) return std::make_unique<ZstdStream>(std::move(whole), name, limits);
    return whole;
}

}  // namespace

std::unique_ptr<ByteStream> open_input(const std::string& path, const std::string& name, const Limits& limits) {
    return unpacked(std::make_unique<FileStream>(path, name), name, limits);
}

std::unique_ptr<ByteStream> open_bytes(std::string_view bytes, const std::string& name, const Limits& limits) {
    return unpacked(std::make_unique<MemoryStream>(bytes), name, limits);
}

bool is_packed(std::string_view head) {
    return is_gzip(head) || is_zstd(head);
}

}  // namespace sayso
