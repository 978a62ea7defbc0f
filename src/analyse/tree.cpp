#include "analyse/tree.h"

#include <algorithm>
#include <limits>

namespace sayso::analyse {
namespace {

constexpr auto never = -std::numeric_limits<double>::infinity();
constexpr std::uint32_t none = 0xFFFFFFFF;

/// Edmonds' algorithm, grown along one path so that a full matrix takes quadratic time.
///
/// A node is a word or a cycle that was drawn together. From any node the path follows the best arc into it, back to
/// the node that the arc comes from, until it meets a node that is connected with the root already. Where it meets
/// itself instead, that cycle becomes one node: its arcs are those into any of its members, each less the arc that
/// the member gives up for it. In the end cycles are opened again from the outside to the inside.
class TreeSearch {
public:
    explicit TreeSearch(Rows scores)
        : words_(static_cast<std::uint32_t>(scores.count())),
          nodes_(words_ + 1),
          node_of_(words_ + 1),
          arcs_(std::size_t{words_} * (words_ + 1)) {
        for (std::uint32_t word = 0; word <= words_; ++word) {
            nodes_[word].row = word;
            node_of_[word] = word;
        }
        nodes_[words_].connected = true;
        fill(scores);
    }

    std::vector<std::int32_t> run() {
        for (std::uint32_t word = 0; word < words_; ++word) connect(node_of_[word]);
        return open_cycles();
    }

private:
    /// The best arc from one head into one node: which of the node's words it goes to.
    struct Arc {
        double score = never;
        std::uint32_t word = 0;
    };

    struct Node {
        std::uint32_t row = 0;  ///< of the arcs
        std::uint32_t parent = none;
        std::uint32_t head = 0, word = 0;  ///< the arc into it that was chosen
        bool connected = false;
        bool on_path = false;
    };

    /// An arc from the root costs more than all others together can differ, so that one is taken, not more.
    void fill(Rows scores) {
        constexpr double limit = 1e6;  // also makes a tree of numbers that are none
        double low = limit, high = -limit;
        for (std::uint32_t word = 0; word < words_; ++word) {
            const auto row = scores[word];
            for (std::uint32_t head = 0; head <= words_; ++head) {
                if (head == word) continue;
                const double score = row[head] >= -limit ? std::min<double>(row[head], limit) : -limit;
                arc(word, head) = {score, word};
                low = std::min(low, score);
                high = std::max(high, score);
            }
        }
        const double cost = (high - low + 1) * (words_ + 1);
        for (std::uint32_t word = 0; word < words_; ++word) arc(word, words_).score -= cost;
    }

    Arc& arc(std::uint32_t row, std::uint32_t head) { return arcs_[std::size_t{row} * (words_ + 1) + head]; }
    Arc* arcs_into(const Node& node) { return &arc(node.row, 0); }

    void connect(std::uint32_t node) {
        std::vector<std::uint32_t> path;
        while (!nodes_[node].connected) {
            if (nodes_[node].on_path) {
                node = contract(path, node);
            } else {
                path.push_back(node);
                nodes_[node].on_path = true;
            }
            choose_head(node);
            node = node_of_[nodes_[node].head];
        }
        for (const auto passed : path) nodes_[passed].connected = true;
    }

    void choose_head(std::uint32_t at) {
        auto& node = nodes_[at];
        const auto* arcs = arcs_into(node);
        double best = never;
        for (std::uint32_t head = 0; head <= words_; ++head) {
            if (node_of_[head] == at || arcs[head].score <= best) continue;
            best = arcs[head].score;
            node.head = head;
        }
        node.word = arcs[node.head].word;
    }

    /// Makes one node of the path's end from `first` on, and ends the path with it.
    std::uint32_t contract(std::vector<std::uint32_t>& path, std::uint32_t first) {
        const auto whole = static_cast<std::uint32_t>(nodes_.size());
        const auto begin = std::find(path.begin(), path.end(), first);
        nodes_.push_back({nodes_[first].row, none, 0, 0, false, true});
        auto* arcs = arcs_into(nodes_[whole]);
        for (auto member = begin; member != path.end(); ++member) {
            auto& node = nodes_[*member];
            node.parent = whole;
            const auto* theirs = arcs_into(node);
            const double given_up = theirs[node.head].score;
            for (std::uint32_t head = 0; head <= words_; ++head) {
                const double score = theirs[head].score - given_up;
                if (member == begin || score > arcs[head].score) arcs[head] = {score, theirs[head].word};
            }
        }
        for (auto& node : node_of_) {
            if (nodes_[node].parent == whole) node = whole;
        }
        path.erase(begin, path.end());
        path.push_back(whole);
        return whole;
    }

    /// The arc into a cycle takes the place of the one that its member had chosen in the cycle.
    std::vector<std::int32_t> open_cycles() {
        std::vector<std::int32_t> heads(words_, -1);
        std::vector<bool> settled(nodes_.size(), false);
        for (auto at = static_cast<std::uint32_t>(nodes_.size()); at-- > 0;) {
            if (at == words_ || settled[at]) continue;
            const auto& node = nodes_[at];
            heads[node.word] = node.head == words_ ? -1 : static_cast<std::int32_t>(node.head);
            for (auto inner = node.word; inner != at; inner = nodes_[inner].parent) settled[inner] = true;
        }
        return heads;
    }

    std::uint32_t words_;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> node_of_;  ///< the outermost node that a word, or the root behind them, is in
    std::vector<Arc> arcs_;
};

}  // namespace

std::vector<std::int32_t> best_tree(Rows scores) {
    return TreeSearch(scores).run();
}

}  // namespace sayso::analyse
