#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "sayso/intake.h"

namespace sayso {

/// Bytes, one piece after the other.
class ByteStream {
public:
    virtual ~ByteStream() = default;
    /// At most `most` bytes; 0 at the end. Throws `BadInput` or `MissingInput` where it cannot go on; what
    /// stood before has been given by then.
    virtual std::size_t read(char* into, std::size_t most) = 0;
};

/// The bytes of a file, or of standard input for "-", unpacked if they are gzip or zstd. `name` stands in
/// error sentences.
[[nodiscard]] std::unique_ptr<ByteStream> open_input(const std::string& path, const std::string& name,
                                                     const Limits& limits);

/// The same for bytes in memory, which must outlive the stream.
[[nodiscard]] std::unique_ptr<ByteStream> open_bytes(std::string_view bytes, const std::string& name,
                                                     const Limits& limits);

/// Is this the beginning of gzip or zstd data?
[[nodiscard]] bool is_packed(std::string_view head);

}  // namespace sayso
