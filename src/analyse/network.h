#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyse/encoder.h"
#include "analyse/heads.h"
#include "analyse/model_file.h"
#include "analyse/rows.h"
#include "analyse/windows.h"
#include "analyse/wordpieces.h"
#include "sayso/analysis.h"

namespace sayso::analyse {

/// How products are reckoned. Whole numbers are faster; floats are the reference, and what processors without
/// AVX2 get.
enum class Arithmetic : std::uint8_t { automatic, int8, fp32 };

/// What the network says of words: a row each in three matrices. Words are counted as in the text, also if
/// only some windows were run.
class Scores {
public:
    [[nodiscard]] std::uint32_t first() const { return first_; }  ///< the first word that there are scores of
    [[nodiscard]] std::uint32_t last() const { return first_ + count_; }
    [[nodiscard]] const std::vector<Window>& windows() const { return windows_; }

    // Row 0 is the word `first()`.
    [[nodiscard]] Rows vectors() const { return rows_of(vectors_, vector_width_); }
    [[nodiscard]] Rows tags() const { return rows_of(tags_, tag_width_); }
    [[nodiscard]] Rows pairs() const { return rows_of(pairs_, pair_width_); }
    [[nodiscard]] std::span<float> tags_of(std::uint32_t word) {
        return std::span(tags_).subspan((word - first_) * tag_width_, tag_width_);
    }

private:
    friend class Network;

    [[nodiscard]] Rows rows_of(const std::vector<float>& matrix, std::size_t width) const {
        return Rows(std::span(matrix).first(count_ * width), width);
    }

    std::uint32_t first_ = 0;
    std::uint32_t count_ = 0;
    std::size_t vector_width_ = 0, tag_width_ = 0, pair_width_ = 0;
    std::vector<Window> windows_;
    std::vector<float> vectors_, tags_, pairs_;
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
    [[nodiscard]] const HeadLabels& labels() const { return labels_; }
    [[nodiscard]] const HeadNumbers& numbers() const { return numbers_; }
    [[nodiscard]] const SentenceNumbers& sentence() const { return sentence_; }
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
    HeadLabels labels_;
    HeadNumbers numbers_;
    SentenceNumbers sentence_;
    Wordpieces wordpieces_;
    const Kernels* kernels_;
    Encoder encoder_;
    Linear tags_;
    Linear pairs_;
};

}  // namespace sayso::analyse
