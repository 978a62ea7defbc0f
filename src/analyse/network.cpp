#include "analyse/network.h"

#include <utility>

#include "analyse/network_weights.h"

namespace sayso::analyse {
namespace {

Number number_for(Arithmetic arithmetic) {
    if (arithmetic == Arithmetic::int8) return Number::i8;
    if (arithmetic == Arithmetic::fp32) return Number::f32;
    return avx2_kernels() != nullptr ? Number::i8 : Number::f32;
}

Linear head_in(const ModelFile& file, const std::string& name, std::size_t out, std::size_t in, Number number,
               const Kernels& kernels) {
    return {file.matrix(name + ".weight", out, in), file.floats(name + ".bias", out), number, kernels};
}

std::vector<Piece> rows_of(const PreparedText& text, Window window, const Wordpieces& wordpieces) {
    std::vector<Piece> rows;
    rows.reserve(most_window_pieces);
    rows.push_back({wordpieces.begin(), 0, 0});
    const auto begin = text.pieces.begin() + text.piece_begins[window.first];
    rows.insert(rows.end(), begin, text.pieces.begin() + text.piece_begins[window.last]);
    rows.push_back({wordpieces.end(), 0, 0});
    return rows;
}

/// Products are made for some rows more than there are, up to a multiple; the next window overwrites them.
std::size_t with_room(std::size_t rows) {
    return rows + Product::row_step - 1;
}

}  // namespace

Network::Network(const std::string& path, Arithmetic arithmetic)
    : file_(path),
      name_(name_in(file_)),
      shape_(shape_in(file_)),
      labels_(labels_in(file_)),
      numbers_(numbers_in(file_, labels_)),
      sentence_(sentence_in(file_, shape_.width)),
      wordpieces_(wordpieces_in(file_)),
      kernels_(&kernels()),
      encoder_(shape_, encoder_in(file_, shape_, wordpieces_.size()), number_for(arithmetic), *kernels_),
      tags_(head_in(file_, "tags", tag_width(labels_), shape_.width, number_for(arithmetic), *kernels_)),
      pairs_(head_in(file_, "pairs", PairWidths{}.all(), shape_.width, number_for(arithmetic), *kernels_)) {}

Network::~Network() = default;

PreparedText Network::prepare(std::string_view text, std::span<const Token> tokens,
                              std::span<const std::uint32_t> blocks, std::span<const std::uint32_t> sentences) const {
    PreparedText prepared;
    prepared.piece_begins.reserve(tokens.size() + 1);
    std::vector<std::uint32_t> ids;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto word = words(text, tokens[i].span);
        prepared.piece_begins.push_back(static_cast<std::uint32_t>(prepared.pieces.size()));
        ids.clear();
        wordpieces_.append(word, ids);
        auto gap = i == 0 ? gap_of_first_word : gap_between(text, tokens[i - 1].span.end, tokens[i].span.begin);
        const auto shape = analyse::shape_of(word);
        for (const auto id : ids) prepared.pieces.push_back({id, shape, std::exchange(gap, gap_within_word)});
    }
    prepared.piece_begins.push_back(static_cast<std::uint32_t>(prepared.pieces.size()));
    prepared.windows = pack_windows(prepared.piece_begins, blocks, sentences);
    return prepared;
}

void Network::run_window(const PreparedText& text, std::size_t window, EncoderSpace& space, Scores& scores) const {
    const auto words = text.windows[window];
    encoder_.run(rows_of(text, words, wordpieces_), space);
    const auto row_of = [&](std::uint32_t piece) {
        return space.rows.data() + (1 + piece - text.piece_begins[words.first]) * shape_.width;
    };
    for (auto word = words.first; word < words.last; ++word) {
        kernels_->mean(row_of(text.piece_begins[word]), row_of(text.piece_begins[word + 1] - 1),
                       scores.vectors_.data() + (word - scores.first_) * shape_.width, shape_.width);
    }
    scores.windows_.push_back(words);
    run_heads(words, space.linear, scores);
}

void Network::run_heads(Window words, LinearSpace& space, Scores& scores) const {
    const auto begin = words.first - scores.first_;
    in_blocks(words.last - words.first, [&](std::size_t first, std::size_t rows) {
        const float* const in = scores.vectors_.data() + (begin + first) * shape_.width;
        tags_.run(in, rows, scores.tags_.data() + (begin + first) * tags_.out(), space);
        pairs_.run(in, rows, scores.pairs_.data() + (begin + first) * pairs_.out(), space);
    });
}

Scores Network::run(const PreparedText& text, std::size_t first, std::size_t last) const {
    Scores scores;
    scores.vector_width_ = shape_.width;
    scores.tag_width_ = tags_.out();
    scores.pair_width_ = pairs_.out();
    if (first >= last) return scores;
    scores.first_ = text.windows[first].first;
    scores.count_ = text.windows[last - 1].last - scores.first_;
    scores.vectors_.resize(with_room(scores.count_) * scores.vector_width_);
    scores.tags_.resize(with_room(scores.count_) * scores.tag_width_);
    scores.pairs_.resize(with_room(scores.count_) * scores.pair_width_);
    const OneThread one_thread;
    EncoderSpace space;
    for (auto window = first; window < last; ++window) run_window(text, window, space, scores);
    return scores;
}

Scores Network::run(std::string_view text, std::span<const Token> tokens, std::span<const std::uint32_t> blocks,
                    std::span<const std::uint32_t> sentences) const {
    const auto prepared = prepare(text, tokens, blocks, sentences);
    return run(prepared, 0, prepared.windows.size());
}

}  // namespace sayso::analyse
