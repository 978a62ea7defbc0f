#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"

/// Weights files made by the tests: no weights have to be at hand, and each can be damaged as one likes.
namespace sayso::tests {

/// Puts a weights file together (docs/model.md).
class ModelWriter {
public:
    void text(const std::string& name, const std::string& content) {
        sections_.push_back({name, 0, {static_cast<std::uint32_t>(content.size())}, content});
    }

    void floats(const std::string& name, const std::vector<std::uint32_t>& dimensions,
                const std::vector<float>& values) {
        std::string bytes(values.size() * sizeof(float), '\0');
        std::memcpy(bytes.data(), values.data(), bytes.size());
        sections_.push_back({name, 1, dimensions, bytes});
    }

    void whole(const std::string& name, const std::vector<std::uint32_t>& dimensions, const std::string& values) {
        sections_.push_back({name, 2, dimensions, values});
    }

    [[nodiscard]] std::string bytes() const {
        std::size_t table = 8;
        for (const auto& s : sections_) table += 4 + s.name.size() + 2 + 4 * s.dimensions.size() + 16;
        std::string head;
        std::string content;
        append(head, static_cast<std::uint32_t>(sections_.size()));
        append(head, std::uint32_t{0});
        const std::size_t begin = (hashed_from + table + 63) / 64 * 64;
        for (const auto& s : sections_) {
            content.resize((content.size() + 63) / 64 * 64);
            append(head, static_cast<std::uint32_t>(s.name.size()));
            head += s.name;
            append(head, s.kind);
            append(head, static_cast<std::uint8_t>(s.dimensions.size()));
            for (const auto size : s.dimensions) append(head, size);
            append(head, static_cast<std::uint64_t>(begin + content.size()));
            append(head, static_cast<std::uint64_t>(s.bytes.size()));
            content += s.bytes;
        }
        std::string file = "SAYSOMDL";
        append(file, std::uint32_t{1});
        append(file, std::uint32_t{3});
        file.resize(hashed_from);
        file += head;
        file.resize(begin);
        file += content;
        return sealed(file);
    }

    /// With size and hash as they have to be, so that only what was changed is wrong.
    [[nodiscard]] static std::string sealed(std::string file) {
        std::string size;
        append(size, static_cast<std::uint64_t>(file.size()));
        file.replace(16, size.size(), size);
        const auto hex = sha256_hex(std::string_view(file).substr(hashed_from));
        for (std::size_t i = 0; i < 32; ++i)
            file[24 + i] = static_cast<char>(std::stoi(hex.substr(2 * i, 2), nullptr, 16));
        return file;
    }

    static constexpr std::size_t hashed_from = 56;

private:
    struct Section {
        std::string name;
        std::uint8_t kind;
        std::vector<std::uint32_t> dimensions;
        std::string bytes;
    };

    template <class Value>
    static void append(std::string& to, Value value) {
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        to.append(bytes, sizeof value);
    }

    std::vector<Section> sections_;
};

/// A file that is gone when the test is over.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& bytes) {
        static std::uint64_t count = 0;
        path_ = (std::filesystem::temp_directory_path() /
                 ("sayso-model-" + std::to_string(std::random_device{}()) + "-" + std::to_string(++count)))
                    .string();
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// A network of two small layers with weights by chance, the same in each run.
class TinyNetwork {
public:
    static constexpr std::uint32_t width = 64;
    static constexpr std::uint32_t inner = 160;

    /// `whole`: matrices are i8 instead of f32.
    explicit TinyNetwork(bool whole) : whole_(whole) {
        writer_.text("config", "name\ttiny\nwidth\t64\nlayers\t2\nheads\t2\ninner\t160\n");
        write_texts();
        write_embeddings();
        for (const std::string layer : {"layer.0.", "layer.1."}) write_layer(layer);
        const std::uint32_t tags = 1 + 3 + 2 + 3 + 7 + 2 + 1 + 7 + 5 + 2 * 2 + 2 * 2 + 5 + 3 + 2 + 3;
        matrix("tags.weight", tags, width, 0.3F);
        values("tags.bias", {tags}, 0.3F);
        matrix("pairs.weight", pairs, width, 0.3F);
        values("pairs.bias", {pairs}, 0.3F);
        write_heads();
    }

    [[nodiscard]] std::string bytes() const { return writer_.bytes(); }

private:
    static constexpr std::uint32_t pairs = 2 * 256 + 2 * 192 + 3 * 64 + 2 * 128 + 2 * 128 + 2 * 128;

    void write_texts() {
        std::string vocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n.\n,\n";
        for (char c = 'a'; c <= 'z'; ++c) vocabulary += std::string(1, c) + "\n##" + std::string(1, c) + "\n";
        writer_.text("vocabulary", vocabulary);
        writer_.text("labels.upos", "NOUN\nVERB\nPUNCT\n");
        writer_.text("labels.lemma", "L\nK\n");
        writer_.text("labels.names", "O\nB-person\nI-person\n");
        writer_.text("labels.passing", "O\nB-via\nI-via\nB-addressee\nI-addressee\n");
        writer_.text("labels.acts", "state\ndeny\n");
        writer_.text("labels.certainties", "certain\npossible\n");
        writer_.text("labels.events", "O\nB-assault\nI-assault\nB-protest\nI-protest\n");
        writer_.text("labels.modes", "assault\nassault.arson\nprotest\n");
        writer_.text("labels.statuses", "occurred\nplanned\n");
        writer_.text("labels.roles", "actor\nplace\n");
        writer_.text("labels.fillers", "O\nB-Victim\nI-Victim\n");
        writer_.text("labels.attribution", "O\nB-source\nI-source\nB-cue\nI-cue\nB-content\nI-content\n");
        writer_.text("labels.mentions", "none\nperson\n");
        writer_.text("labels.relations", "root\nnsubj\n");
        writer_.text("lemmas", "");
        writer_.text("samples", "");
    }

    void write_embeddings() {
        matrix("embed.words", 6 + 52, width, 1);
        values("embed.positions", {192, width}, 0.3F);
        values("embed.shapes", {9, width}, 0.3F);
        values("embed.gaps", {7, width}, 0.3F);
        norm("embed.norm");
    }

    void write_layer(const std::string& layer) {
        matrix(layer + "qkv.weight", 3 * width, width, 0.2F);
        values(layer + "qkv.bias", {3 * width}, 0.1F);
        matrix(layer + "out.weight", width, width, 0.2F);
        values(layer + "out.bias", {width}, 0.1F);
        norm(layer + "norm1");
        matrix(layer + "up.weight", inner, width, 0.2F);
        values(layer + "up.bias", {inner}, 0.1F);
        matrix(layer + "down.weight", width, inner, 0.2F);
        values(layer + "down.bias", {width}, 0.1F);
        norm(layer + "norm2");
    }

    void write_heads() {
        values("arc.matrix", {256, 256}, 0.1F);
        values("arc.bias", {256}, 0.1F);
        values("arc.root", {256}, 0.1F);
        values("relation.weight", {2, 192}, 0.1F);
        values("relation.bias", {2}, 0.1F);
        values("relation.root", {192}, 0.1F);
        values("span.begin_distance", {64}, 0.1F);
        values("span.end_distance", {64}, 0.1F);
        values("coref.features", {48, 128}, 0.1F);
        values("coref.weight", {128}, 0.1F);
        values("coref.bias", {1}, 0.1F);
        values("link.weight", {4, 128}, 0.1F);
        values("link.bias", {4}, 0.1F);
        values("link.distance", {12, 128}, 0.1F);
        values("role.weight", {2, 128}, 0.1F);
        values("role.bias", {2}, 0.1F);
        values("role.distance", {12, 128}, 0.1F);
        values("sentence.weight", {32, width}, 0.1F);
        values("sentence.bias", {32}, 0.1F);
    }

    void norm(const std::string& name) {
        writer_.floats(name + ".weight", {width}, std::vector<float>(width, 1.0F));
        values(name + ".bias", {width}, 0.1F);
    }

    void values(const std::string& name, const std::vector<std::uint32_t>& dimensions, float most) {
        std::size_t count = 1;
        for (const auto size : dimensions) count *= size;
        std::vector<float> values(count);
        for (auto& value : values) value = most * draw();
        writer_.floats(name, dimensions, values);
    }

    void matrix(const std::string& name, std::uint32_t out, std::uint32_t in, float most) {
        std::string bytes(std::size_t{out} * in, '\0');
        std::vector<float> floats(bytes.size());
        const float scale = most / 63;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            const auto value = static_cast<int>(63 * draw());
            bytes[i] = static_cast<char>(value);
            floats[i] = static_cast<float>(value) * scale;
        }
        if (!whole_) return writer_.floats(name, {out, in}, floats);
        writer_.whole(name, {out, in}, bytes);
        writer_.floats(name + ".scale", {out}, std::vector<float>(out, scale));
    }

    /// From -1 to 1. The standard's distributions differ between libraries, its engines do not.
    float draw() { return static_cast<float>(engine_() % 2001) / 1000 - 1; }

    bool whole_;
    std::mt19937 engine_{7};
    ModelWriter writer_;
};

}  // namespace sayso::tests
