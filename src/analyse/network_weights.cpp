#include "analyse/network_weights.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace sayso::analyse {
namespace {

constexpr std::size_t shapes = 9;
constexpr std::size_t gaps = 7;
constexpr std::size_t attribution_labels = 7;
constexpr std::size_t most_of_any_size = 16384;  ///< a bound that keeps products of sizes far from overflow

std::optional<std::string_view> config_value(const ModelFile& file, std::string_view key) {
    for (const auto line : file.lines("config")) {
        const auto tab = line.find('\t');
        if (tab != std::string_view::npos && line.substr(0, tab) == key) return line.substr(tab + 1);
    }
    return std::nullopt;
}

std::size_t config_size(const ModelFile& file, std::string_view key) {
    const auto value = config_value(file, key).value_or("");
    std::size_t size = 0;
    const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), size);
    if (fault != std::errc{} || end != value.data() + value.size() || size == 0 || size > most_of_any_size) {
        file.refuse(fmt::format("its config has no {}, or one that cannot be", key));
    }
    return size;
}

std::vector<std::string> labels_of(const ModelFile& file, std::string_view kind) {
    const auto name = fmt::format("labels.{}", kind);
    const auto lines = file.lines(name);
    if (lines.empty()) file.refuse(fmt::format("section {} is empty", name));
    return {lines.begin(), lines.end()};
}

Norm norm_in(const ModelFile& file, const std::string& name, std::size_t width) {
    return {file.floats(name + ".weight", width), file.floats(name + ".bias", width)};
}

EncoderWeights::Part part_in(const ModelFile& file, const std::string& name, std::size_t out, std::size_t in) {
    return {file.matrix(name + ".weight", out, in), file.floats(name + ".bias", out)};
}

EncoderWeights::Layer layer_in(const ModelFile& file, std::size_t number, const EncoderShape& shape) {
    const auto name = fmt::format("layer.{}.", number);
    const auto width = shape.width;
    return {part_in(file, name + "qkv", 3 * width, width),
            part_in(file, name + "out", width, width),
            norm_in(file, name + "norm1", width),
            part_in(file, name + "up", shape.inner, width),
            part_in(file, name + "down", width, shape.inner),
            norm_in(file, name + "norm2", width)};
}

Part next_part(std::size_t& width, std::size_t count) {
    const Part part{width, count};
    width += count;
    return part;
}

}  // namespace

std::string name_in(const ModelFile& file) {
    return std::string(config_value(file, "name").value_or(""));
}

EncoderShape shape_in(const ModelFile& file) {
    const EncoderShape shape{config_size(file, "width"), config_size(file, "layers"), config_size(file, "heads"),
                             config_size(file, "inner")};
    // The kernels take eight values at once.
    if (shape.width % (8 * shape.heads) != 0 || shape.inner % 8 != 0) {
        file.refuse("its config has sizes that are no multiples of 8");
    }
    return shape;
}

Labels labels_in(const ModelFile& file) {
    Labels labels{labels_of(file, "upos"),        labels_of(file, "lemma"),    labels_of(file, "names"),
                  labels_of(file, "attribution"), labels_of(file, "mentions"), labels_of(file, "relations")};
    if (labels.attribution.size() != attribution_labels) {
        file.refuse(fmt::format("section labels.attribution has {} lines instead of {}", labels.attribution.size(),
                                attribution_labels));
    }
    return labels;
}

HeadWeights heads_in(const ModelFile& file, const Labels& labels, std::size_t width) {
    using H = HeadWeights;
    H heads;
    heads.arc_matrix = file.floats("arc.matrix", H::arc_width * H::arc_width);
    heads.arc_bias = file.floats("arc.bias", H::arc_width);
    heads.arc_root = file.floats("arc.root", H::arc_width);
    heads.relation_weight = file.floats("relation.weight", labels.relations.size() * H::relation_width);
    heads.relation_bias = file.floats("relation.bias", labels.relations.size());
    heads.relation_root = file.floats("relation.root", H::relation_width);
    heads.begin_distance = file.floats("span.begin_distance", H::span_distances);
    heads.end_distance = file.floats("span.end_distance", H::span_distances);
    heads.coref_features = file.floats("coref.features", H::coref_features_count * H::coref_width);
    heads.coref_weight = file.floats("coref.weight", H::coref_width);
    heads.coref_bias = file.floats("coref.bias", 1)[0];
    heads.link_weight = file.floats("link.weight", H::link_kinds * H::link_width);
    heads.link_bias = file.floats("link.bias", H::link_kinds);
    heads.link_distance = file.floats("link.distance", H::link_distances * H::link_width);
    heads.sentence_bias = file.floats("sentence.bias");
    heads.sentence_weight = file.floats("sentence.weight", heads.sentence_bias.size() * width);
    return heads;
}

Wordpieces wordpieces_in(const ModelFile& file) {
    Wordpieces wordpieces(file.lines("vocabulary"));
    if (!wordpieces.complete()) file.refuse("its vocabulary lacks [UNK], [CLS] or [SEP]");
    return wordpieces;
}

EncoderWeights encoder_in(const ModelFile& file, const EncoderShape& shape, std::size_t pieces) {
    EncoderWeights weights;
    weights.words = file.matrix("embed.words", pieces, shape.width);
    const auto positions = file.floats("embed.positions").size() / shape.width;
    if (positions < most_window_pieces) file.refuse("it has fewer positions than a window has pieces");
    weights.positions = file.matrix("embed.positions", positions, shape.width);
    weights.shapes = file.matrix("embed.shapes", shapes, shape.width);
    weights.gaps = file.matrix("embed.gaps", gaps, shape.width);
    weights.norm = norm_in(file, "embed.norm", shape.width);
    for (std::size_t i = 0; i < shape.layers; ++i) weights.layers.push_back(layer_in(file, i, shape));
    return weights;
}

TagParts tag_parts(const Labels& labels) {
    TagParts parts;
    parts.start = next_part(parts.width, 1);
    parts.upos = next_part(parts.width, labels.upos.size());
    parts.lemma = next_part(parts.width, labels.lemma.size());
    parts.names = next_part(parts.width, labels.names.size());
    parts.attribution = next_part(parts.width, labels.attribution.size());
    parts.mention = next_part(parts.width, labels.mentions.size());
    parts.factuality = next_part(parts.width, 1);
    return parts;
}

PairParts pair_parts() {
    using H = HeadWeights;
    PairParts parts;
    parts.arc_dependent = next_part(parts.width, H::arc_width);
    parts.arc_head = next_part(parts.width, H::arc_width);
    parts.relation_dependent = next_part(parts.width, H::relation_width);
    parts.relation_head = next_part(parts.width, H::relation_width);
    parts.span_anchor = next_part(parts.width, H::span_width);
    parts.span_begin = next_part(parts.width, H::span_width);
    parts.span_end = next_part(parts.width, H::span_width);
    parts.coref_this = next_part(parts.width, H::coref_width);
    parts.coref_that = next_part(parts.width, H::coref_width);
    parts.link_cue = next_part(parts.width, H::link_width);
    parts.link_span = next_part(parts.width, H::link_width);
    return parts;
}

}  // namespace sayso::analyse
