#pragma once

#include <string>

#include "analyse/network.h"

/// From the sections of a weights file to the network's parts. What is absent or has another size is refused.
namespace sayso::analyse {

[[nodiscard]] std::string name_in(const ModelFile& file);
[[nodiscard]] EncoderShape shape_in(const ModelFile& file);
[[nodiscard]] Labels labels_in(const ModelFile& file);
[[nodiscard]] HeadWeights heads_in(const ModelFile& file, const Labels& labels, std::size_t width);
[[nodiscard]] Wordpieces wordpieces_in(const ModelFile& file);
[[nodiscard]] EncoderWeights encoder_in(const ModelFile& file, const EncoderShape& shape, std::size_t pieces);
[[nodiscard]] TagParts tag_parts(const Labels& labels);
[[nodiscard]] PairParts pair_parts();

}  // namespace sayso::analyse
