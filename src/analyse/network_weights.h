#pragma once

#include <string>

#include "analyse/network.h"

/// From the sections of a weights file to the network's parts. What is absent or has another size is refused.
namespace sayso::analyse {

[[nodiscard]] std::string name_in(const ModelFile& file);
[[nodiscard]] EncoderShape shape_in(const ModelFile& file);
[[nodiscard]] HeadLabels labels_in(const ModelFile& file);
[[nodiscard]] HeadNumbers numbers_in(const ModelFile& file, const HeadLabels& labels);
[[nodiscard]] SentenceNumbers sentence_in(const ModelFile& file, std::size_t width);
[[nodiscard]] Wordpieces wordpieces_in(const ModelFile& file);
[[nodiscard]] EncoderWeights encoder_in(const ModelFile& file, const EncoderShape& shape, std::size_t pieces);
[[nodiscard]] std::size_t tag_width(const HeadLabels& labels);

}  // namespace sayso::analyse
