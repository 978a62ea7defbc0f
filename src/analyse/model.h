#pragma once

#include <string>

#include "analyse/decoder.h"
#include "analyse/network.h"

namespace sayso::analyse {

/// A weights file, ready for use. Const and shareable between threads.
class Model {
public:
    /// Throws `BadModel` if the file is refused.
    explicit Model(const std::string& path);

    [[nodiscard]] const Network& network() const { return network_; }
    [[nodiscard]] const Decoder& decoder() const { return decoder_; }

private:
    Network network_;
    Decoder decoder_;
};

}  // namespace sayso::analyse
