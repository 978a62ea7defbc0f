#include "analyse/lemmas.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>

#include "analyse/rows.h"
#include "base/utf8.h"
#include "sayso/error.h"

namespace sayso::analyse {
namespace {

[[noreturn]] void refuse_script(std::string_view text) {
    throw BadInput(fmt::format("the lemma script \"{}\" is neither like L-1+y or K-0+ nor like =be", text));
}

/// The text without its last code points, or nothing if it does not have more of them.
std::optional<std::string_view> without_end(std::string_view text, std::size_t dropped) {
    for (std::size_t i = 0; i < dropped; ++i) {
        if (text.empty()) return std::nullopt;
        text = text.substr(0, decode_before(text, text.size()).next);
    }
    if (dropped > 0 && text.empty()) return std::nullopt;
    return text;
}

/// How much worse than the best script one may be that makes a known word.
constexpr float known_word_margin = 3;

bool is_inflected(std::string_view upos) {
    return upos == "VERB" || upos == "NOUN" || upos == "ADJ" || upos == "ADV" || upos == "AUX";
}

}  // namespace

LemmaScript::LemmaScript(std::string_view text) : whole_(text.starts_with('=')), lowers_(text.starts_with('L')) {
    if (whole_) {
        ending_ = text.substr(1);
        return;
    }
    if (!lowers_ && !text.starts_with('K')) refuse_script(text);
    const auto plus = text.find('+');
    if (text.size() < 4 || text[1] != '-' || plus == std::string_view::npos) refuse_script(text);
    const auto number = text.substr(2, plus - 2);
    const auto read = std::from_chars(number.data(), number.data() + number.size(), dropped_);
    if (read.ec != std::errc() || read.ptr != number.data() + number.size()) refuse_script(text);
    ending_ = text.substr(plus + 1);
}

std::optional<std::string> LemmaScript::apply(std::string_view form) const {
    if (whole_) return ending_;
    const auto base = lowers_ ? lower(form) : std::string(form);
    const auto kept = without_end(base, dropped_);
    if (!kept) return std::nullopt;
    return std::string(*kept) + ending_;
}

LemmaTable::LemmaTable(std::string lines) : lines_(std::move(lines)) {
    if (!lines_.empty() && lines_.back() != '\n') lines_ += '\n';
    for (std::size_t at = 0; at < lines_.size(); at = lines_.find('\n', at) + 1) begins_.push_back(at);
    begins_.push_back(lines_.size());
    for (std::size_t at = 0; at + 1 < begins_.size(); ++at) {
        const auto here = line(at);
        if (std::count(here.begin(), here.end(), '\t') != 2) {
            throw BadInput(fmt::format("line {} of the lemma table has not three columns", at + 1));
        }
        if (at > 0 && here < line(at - 1)) {
            throw BadInput(fmt::format("line {} of the lemma table is out of order", at + 1));
        }
    }
}

std::string_view LemmaTable::line(std::size_t at) const {
    return std::string_view(lines_).substr(begins_[at], begins_[at + 1] - begins_[at] - 1);
}

std::optional<std::string_view> LemmaTable::find(std::string_view upos, std::string_view lowered_form) const {
    const auto key = fmt::format("{}\t{}\t", upos, lowered_form);
    std::size_t low = 0, high = begins_.empty() ? 0 : begins_.size() - 1;
    const auto end = high;
    while (low < high) {
        const auto middle = std::midpoint(low, high);
        if (line(middle) < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == end || !line(low).starts_with(key)) return std::nullopt;
    return line(low).substr(key.size());
}

Lemmatiser::Lemmatiser(const std::vector<std::string>& scripts, std::string table,
                       std::span<const std::string_view> vocabulary)
    : scripts_(scripts.begin(), scripts.end()),
      table_(std::move(table)),
      vocabulary_(vocabulary.begin(), vocabulary.end()) {}

std::vector<std::size_t> Lemmatiser::by_score(std::span<const float> scores) const {
    std::vector<std::size_t> order(scripts_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return scores[a] > scores[b]; });
    return order;
}

std::optional<std::string> Lemmatiser::known_word(std::string_view form, std::span<const float> scores) const {
    const auto best = scores[best_of(scores)];
    for (const auto script : by_score(scores)) {
        if (scores[script] < best - known_word_margin) break;
        if (scripts_[script].whole()) continue;
        auto lemma = scripts_[script].apply(form);
        if (lemma && vocabulary_.contains(*lemma)) return lemma;
    }
    return std::nullopt;
}

std::string Lemmatiser::lemma(std::string_view form, std::string_view upos, std::span<const float> scores) const {
    if (const auto known = table_.find(upos, lower(form))) return std::string(*known);
    if (scripts_.empty()) return std::string(form);
    auto lemma = scripts_[best_of(scores)].apply(form);
    if (is_inflected(upos) && !(lemma && vocabulary_.contains(*lemma))) {
        if (auto known = known_word(form, scores)) return *std::move(known);
    }
    if (lemma) return *std::move(lemma);
    for (const auto script : by_score(scores)) {
        if (auto other = scripts_[script].apply(form)) return *std::move(other);
    }
    return std::string(form);
}

}  // namespace sayso::analyse
