#include "analyse/windows.h"

#include <algorithm>

namespace sayso::analyse {
namespace {

constexpr std::uint32_t room = most_window_pieces - 2;

class Packing {
public:
    explicit Packing(std::span<const std::uint32_t> piece_begins) : begins_(piece_begins) {}

    void add_block(Window block, std::span<const std::uint32_t> sentences) {
        if (pieces(block) <= room) return add(block);
        auto first = block.first;
        for (auto next = std::ranges::upper_bound(sentences, first); next != sentences.end() && *next < block.last;
             ++next) {
            add_sentence({first, *next});
            first = *next;
        }
        add_sentence({first, block.last});
    }

    [[nodiscard]] std::vector<Window> take() { return std::move(windows_); }

private:
    [[nodiscard]] std::uint32_t pieces(Window words) const { return begins_[words.last] - begins_[words.first]; }

    void add_sentence(Window sentence) {
        while (pieces(sentence) > room) {
            auto last = sentence.first + 1;
            while (pieces({sentence.first, last + 1}) <= room) ++last;
            add({sentence.first, last});
            sentence.first = last;
        }
        add(sentence);
    }

    void add(Window words) {
        if (!windows_.empty() && pieces({windows_.back().first, words.last}) <= room) {
            windows_.back().last = words.last;
        } else {
            windows_.push_back(words);
        }
    }

    std::span<const std::uint32_t> begins_;
    std::vector<Window> windows_;
};

}  // namespace

std::vector<Window> pack_windows(std::span<const std::uint32_t> piece_begins, std::span<const std::uint32_t> blocks,
                                 std::span<const std::uint32_t> sentences) {
    Packing packing(piece_begins);
    const auto words = static_cast<std::uint32_t>(piece_begins.size() - 1);
    std::uint32_t first = 0;
    for (const auto block : blocks) {
        if (block > first) packing.add_block({first, block}, sentences);
        first = std::max(first, block);
    }
    if (first < words) packing.add_block({first, words}, sentences);
    return packing.take();
}

}  // namespace sayso::analyse
