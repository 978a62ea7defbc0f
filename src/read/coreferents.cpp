#include "read/coreferents.h"

#include <algorithm>

namespace sayso {
namespace {

/// How far back somebody may have been mentioned.
constexpr Index words_back = 300;
constexpr std::uint32_t zones_back = 3;

void add_once(std::vector<Index>& all, Index one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

}  // namespace

Coreferents::Coreferents(const TextWords& words)
    : thing_of_(words.all.size(), none), types_(words.all.size(), MentionType::abstract) {
    std::vector<Index> word_of(words.analysis->tokens.size(), none);
    for (Index i = 0; i < words.size(); ++i) word_of[words[i].token] = i;
    for (const auto& mention : words.analysis->mentions) {
        const auto head = word_of[mention.head];
        // The longest comes first; words of teasers are not there.
        if (head == none || thing_of_[static_cast<std::size_t>(head)] != none) continue;
        if (mention.entity >= things_.size()) things_.resize(mention.entity + 1);
        things_[mention.entity].push_back({head, words.word_at(mention.span.end - 1) + 1});
        thing_of_[static_cast<std::size_t>(head)] = static_cast<Index>(mention.entity);
        types_[static_cast<std::size_t>(head)] = mention.type;
    }
}

std::optional<MentionType> Coreferents::type(Index head) const {
    if (thing_of_[static_cast<std::size_t>(head)] == none) return std::nullopt;
    return types_[static_cast<std::size_t>(head)];
}

bool Coreferents::same(Index a, Index b) const {
    const auto thing = thing_of_[static_cast<std::size_t>(a)];
    return thing != none && thing == thing_of_[static_cast<std::size_t>(b)];
}

/// "Lena Orvik", "county engineer Lena Orvik", "the county engineer, Lena Orvik,"
Index Coreferents::entity_at(const EntityDrafts& drafts, const Mentioned& mention) {
    const auto entity = drafts.of_word(mention.head);
    if (entity != none) return entity;
    auto next = mention.head + 1;
    if (next < mention.last && drafts.words()[next].comma()) ++next;
    const bool person =
        next < mention.last && drafts.of_word(next) != none && drafts.type(drafts.of_word(next)) == EntityType::person;
    return person ? drafts.of_word(next) : none;
}

Index Coreferents::meant(const EntityDrafts& drafts, Index i, const std::vector<Span>& content) const {
    const auto thing = thing_of_[static_cast<std::size_t>(i)];
    if (thing == none) return none;
    const auto& w = drafts.words();
    std::vector<Index> named, named_near, described_near;
    for (const auto& mention : things_[static_cast<std::size_t>(thing)]) {
        const auto entity = mention.head == i ? none : entity_at(drafts, mention);
        if (entity == none) continue;
        const bool near = mention.head < i && is_near(w, mention.head, i) && !in_content(content, w[mention.head].span);
        if (drafts[entity].entity.named) {
            add_once(named, entity);
            if (near) add_once(named_near, entity);
        } else if (near) {
            add_once(described_near, entity);
        }
    }
    if (!named.empty()) return named.size() == 1 && named_near.size() == 1 ? named[0] : none;
    return described_near.size() == 1 ? described_near[0] : none;
}

bool in_content(const std::vector<Span>& content, Span span) {
    return std::any_of(content.begin(), content.end(), [&](Span one) { return one.contains(span); });
}

bool is_near(const TextWords& words, Index before, Index i) {
    return before < i && i - before <= words_back && words.unit(before).zone + zones_back >= words.unit(i).zone;
}

}  // namespace sayso
