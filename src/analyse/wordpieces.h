#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "sayso/span.h"

/// What the network is fed of a word: its wordpieces, its shape and the gap before it (docs/model.md).
namespace sayso::analyse {

class Wordpieces {
public:
    static constexpr std::size_t most = 16;  ///< of a word

    /// `pieces` in the order of their ids; what they point at has to live on. [UNK], [CLS] and [SEP] must be
    /// among them: see `complete`.
    explicit Wordpieces(std::vector<std::string_view> pieces);

    [[nodiscard]] bool complete() const { return unknown_ != none && begin_ != none && end_ != none; }
    [[nodiscard]] std::size_t size() const { return pieces_.size(); }
    [[nodiscard]] std::string_view piece(std::uint32_t id) const { return pieces_[id]; }
    [[nodiscard]] std::uint32_t begin() const { return begin_; }  ///< [CLS]
    [[nodiscard]] std::uint32_t end() const { return end_; }      ///< [SEP]

    /// Appends the pieces of a word, at least one.
    void append(std::string_view word, std::vector<std::uint32_t>& ids) const;

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    void append_run(std::string_view run, std::vector<std::uint32_t>& ids) const;
    [[nodiscard]] std::uint32_t find(std::string_view bytes, bool continues, std::uint32_t hash) const;
    void insert(std::uint32_t id);

    std::vector<std::string_view> pieces_;
    std::vector<std::uint32_t> table_;  ///< ids by hash, open addressing; a power of two
    std::size_t longest_ = 0;           ///< bytes
    std::uint32_t unknown_ = none;
    std::uint32_t begin_ = none;
    std::uint32_t end_ = none;
};

[[nodiscard]] std::uint8_t shape_of(std::string_view word);

/// Of the word that begins at `begin`, behind one that ends at `before`.
[[nodiscard]] std::uint8_t gap_between(std::string_view text, std::uint32_t before, std::uint32_t begin);

constexpr std::uint8_t gap_of_first_word = 5;
constexpr std::uint8_t gap_within_word = 6;

}  // namespace sayso::analyse
