#include "analyse/network_weights.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace sayso::analyse {
namespace {

constexpr std::size_t shapes = 9;
constexpr std::size_t gaps = 7;
constexpr std::size_t attribution_labels = 7;
constexpr std::size_t span_distances = 64;
constexpr std::size_t coref_features = 48;
constexpr std::size_t link_distances = 12;
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

HeadLabels labels_in(const ModelFile& file) {
    HeadLabels labels{labels_of(file, "upos"),        labels_of(file, "lemma"),    labels_of(file, "names"),
                      labels_of(file, "attribution"), labels_of(file, "mentions"), labels_of(file, "relations"),
                      labels_of(file, "passing"),     labels_of(file, "acts"),     labels_of(file, "certainties"),
                      labels_of(file, "events"),      labels_of(file, "modes"),    labels_of(file, "statuses"),
                      labels_of(file, "roles"),       labels_of(file, "fillers")};
    if (labels.attribution.size() != attribution_labels) {
        file.refuse(fmt::format("section labels.attribution has {} lines instead of {}", labels.attribution.size(),
                                attribution_labels));
    }
    return labels;
}

HeadNumbers numbers_in(const ModelFile& file, const HeadLabels& labels) {
    const PairWidths widths;
    HeadNumbers numbers;
    numbers.arc = {file.floats("arc.matrix", widths.arc * widths.arc), file.floats("arc.bias", widths.arc),
                   file.floats("arc.root", widths.arc)};
    numbers.relation = {file.floats("relation.weight", labels.relations.size() * widths.relation),
                        file.floats("relation.bias", labels.relations.size())};
    numbers.span = {file.floats("span.begin_distance", span_distances),
                    file.floats("span.end_distance", span_distances)};
    numbers.coref = {file.floats("coref.features", coref_features * widths.coref),
                     file.floats("coref.weight", widths.coref), file.floats("coref.bias", 1)};
    numbers.link = {file.floats("link.weight", link_kinds * widths.link), file.floats("link.bias", link_kinds),
                    file.floats("link.distance", link_distances * widths.link)};
    numbers.role = {file.floats("role.weight", labels.roles.size() * widths.role),
                    file.floats("role.bias", labels.roles.size()),
                    file.floats("role.distance", link_distances * widths.role)};
    return numbers;
}

SentenceNumbers sentence_in(const ModelFile& file, std::size_t width) {
    const auto bias = file.floats("sentence.bias");
    return {file.floats("sentence.weight", bias.size() * width), bias};
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

std::size_t tag_width(const HeadLabels& labels) {
    constexpr std::size_t start = 1;
    constexpr std::size_t factuality = 1;
    return start + labels.upos.size() + labels.lemma.size() + labels.names.size() + labels.attribution.size() +
           labels.mentions.size() + factuality + labels.attribution.size() + labels.passing.size() +
           2 * labels.acts.size() + 2 * labels.certainties.size() + labels.events.size() + labels.modes.size() +
           labels.statuses.size() + labels.fillers.size();
}

}  // namespace sayso::analyse
