#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyse/encoder.h"
#include "analyse/model_file.h"
#include "analyse/windows.h"
#include "analyse/wordpieces.h"
#include "sayso/analysis.h"

namespace sayso::analyse {

/// How products are reckoned. Whole numbers are faster; floats are the reference, and what processors without
/// AVX2 get.
enum class Arithmetic : std::uint8_t { automatic, int8, fp32 };

struct Labels {
    std::vector<std::string> upos;
    std::vector<std::string> lemma;  ///< scripts
    std::vector<std::string> names;
    std::vector<std::string> attribution;
    std::vector<std::string> mentions;
    std::vector<std::string> relations;
};

/// The small tensors that score words with each other, as docs/model.md has them. Matrices lie row by row.
struct HeadWeights {
    static constexpr std::size_t arc_width = 256;
    static constexpr std::size_t relation_width = 192;
    static constexpr std::size_t span_width = 64;
    static constexpr std::size_t span_distances = 64;
    static constexpr std::size_t coref_width = 128;
    static constexpr std::size_t coref_features_count = 48;
    static constexpr std::size_t link_width = 128;
    static constexpr std::size_t link_kinds = 2;
    static constexpr std::size_t link_distances = 12;

    std::span<const float> arc_matrix;       ///< 256 × 256
    std::span<const float> arc_bias;         ///< 256
    std::span<const float> arc_root;         ///< 256
    std::span<const float> relation_weight;  ///< relations × 192
    std::span<const float> relation_bias;    ///< relations
    std::span<const float> relation_root;    ///< 192
    std::span<const float> begin_distance;   ///< 64
    std::span<const float> end_distance;     ///< 64
    std::span<const float> coref_features;   ///< 48 × 128
    std::span<const float> coref_weight;     ///< 128
    float coref_bias = 0;
    std::span<const float> link_weight;      ///< 2 × 128
    std::span<const float> link_bias;        ///< 2
    std::span<const float> link_distance;    ///< 12 × 128
    std::span<const float> sentence_weight;  ///< as many rows as `sentence_bias` has values, of the network's width
    std::span<const float> sentence_bias;
};

/// Columns of a matrix of scores.
struct Part {
    std::size_t first = 0;
    std::size_t count = 0;
};

struct TagParts {
    Part start, upos, lemma, names, attribution, mention, factuality;
    std::size_t width = 0;
};

struct PairParts {
    Part arc_dependent, arc_head, relation_dependent, relation_head, span_anchor, span_begin, span_end, coref_this,
        coref_that, link_cue, link_span;
    std::size_t width = 0;
};

/// What the network says of words: a row each in three matrices. Words are counted as in the text, also if
/// only some windows were run.
class Scores {
public:
    using Row = std::span<const float>;

    [[nodiscard]] std::size_t first() const { return first_; }  ///< the first word that there are scores of
    [[nodiscard]] std::size_t last() const { return first_ + windows_.size(); }

    [[nodiscard]] std::uint32_t window(std::size_t word) const { return windows_[word - first_]; }
    [[nodiscard]] Row vector(std::size_t word) const { return row(vectors_, word, {0, width_}, width_); }

    [[nodiscard]] float start(std::size_t word) const { return tag(word, tags_.start)[0]; }
    [[nodiscard]] Row upos(std::size_t word) const { return tag(word, tags_.upos); }
    [[nodiscard]] Row lemma(std::size_t word) const { return tag(word, tags_.lemma); }
    [[nodiscard]] Row names(std::size_t word) const { return tag(word, tags_.names); }
    [[nodiscard]] Row attribution(std::size_t word) const { return tag(word, tags_.attribution); }
    [[nodiscard]] Row mention(std::size_t word) const { return tag(word, tags_.mention); }
    [[nodiscard]] float factuality(std::size_t word) const { return tag(word, tags_.factuality)[0]; }

    // Before any ReLU.
    [[nodiscard]] Row arc_dependent(std::size_t word) const { return pair(word, pairs_.arc_dependent); }
    [[nodiscard]] Row arc_head(std::size_t word) const { return pair(word, pairs_.arc_head); }
    [[nodiscard]] Row relation_dependent(std::size_t word) const { return pair(word, pairs_.relation_dependent); }
    [[nodiscard]] Row relation_head(std::size_t word) const { return pair(word, pairs_.relation_head); }
    [[nodiscard]] Row span_anchor(std::size_t word) const { return pair(word, pairs_.span_anchor); }
    [[nodiscard]] Row span_begin(std::size_t word) const { return pair(word, pairs_.span_begin); }
    [[nodiscard]] Row span_end(std::size_t word) const { return pair(word, pairs_.span_end); }
    [[nodiscard]] Row coref_this(std::size_t word) const { return pair(word, pairs_.coref_this); }
    [[nodiscard]] Row coref_that(std::size_t word) const { return pair(word, pairs_.coref_that); }
    [[nodiscard]] Row link_cue(std::size_t word) const { return pair(word, pairs_.link_cue); }
    [[nodiscard]] Row link_span(std::size_t word) const { return pair(word, pairs_.link_span); }

private:
    friend class Network;

    [[nodiscard]] Row row(const std::vector<float>& matrix, std::size_t word, Part part, std::size_t width) const {
        return {matrix.data() + (word - first_) * width + part.first, part.count};
    }
    [[nodiscard]] Row tag(std::size_t word, Part part) const { return row(tag_rows_, word, part, tags_.width); }
    [[nodiscard]] Row pair(std::size_t word, Part part) const { return row(pair_rows_, word, part, pairs_.width); }

    std::size_t first_ = 0;
    std::size_t width_ = 0;
    TagParts tags_;
    PairParts pairs_;
    std::vector<std::uint32_t> windows_;
    std::vector<float> vectors_;
    std::vector<float> tag_rows_;
    std::vector<float> pair_rows_;
};

/// A text as the network takes it.
struct PreparedText {
    std::vector<Piece> pieces;                ///< of all words
    std::vector<std::uint32_t> piece_begins;  ///< where each word's begin, and how many there are
    std::vector<Window> windows;
};

/// The loaded network. Const and shareable between threads; a call works on its own thread alone.
class Network {
public:
    explicit Network(const std::string& path, Arithmetic arithmetic = Arithmetic::automatic);
    ~Network();
    Network(const Network&) = delete;
    Network& operator=(const Network&) = delete;

    [[nodiscard]] const ModelFile& file() const { return file_; }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const EncoderShape& shape() const { return shape_; }
    [[nodiscard]] const Labels& labels() const { return labels_; }
    [[nodiscard]] const HeadWeights& heads() const { return heads_; }
    [[nodiscard]] const Wordpieces& wordpieces() const { return wordpieces_; }

    /// `blocks` and `sentences` are the words that begin a block or, by rule, a sentence; rising.
    [[nodiscard]] PreparedText prepare(std::string_view text, std::span<const Token> tokens,
                                       std::span<const std::uint32_t> blocks,
                                       std::span<const std::uint32_t> sentences) const;

    /// Runs the windows `[first, last)` of a text. Scores take some 10 kB a word: a long text is best run in parts.
    [[nodiscard]] Scores run(const PreparedText& text, std::size_t first, std::size_t last) const;

    /// A whole text.
    [[nodiscard]] Scores run(std::string_view text, std::span<const Token> tokens,
                             std::span<const std::uint32_t> blocks, std::span<const std::uint32_t> sentences) const;

private:
    void run_window(const PreparedText& text, std::size_t window, EncoderSpace& space, Scores& scores) const;
    void run_heads(Window words, LinearSpace& space, Scores& scores) const;

    ModelFile file_;
    std::string name_;
    EncoderShape shape_;
    Labels labels_;
    HeadWeights heads_;
    TagParts tag_parts_;
    PairParts pair_parts_;
    Wordpieces wordpieces_;
    const Kernels* kernels_;
    Encoder encoder_;
    Linear tags_;
    Linear pairs_;
};

}  // namespace sayso::analyse
