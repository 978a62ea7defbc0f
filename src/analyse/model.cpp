#include "analyse/model.h"

#include "sayso/error.h"

namespace sayso::analyse {
namespace {

Decoder decoder_of(const Network& network) {
    try {
        return {network.labels(), std::string(network.file().text("lemmas")), network.numbers(),
                network.file().lines("vocabulary")};
    } catch (const BadInput& fault) {
        network.file().refuse(fault.what());
    }
}

}  // namespace

Model::Model(const std::string& path) : network_(path), decoder_(decoder_of(network_)) {}

}  // namespace sayso::analyse
