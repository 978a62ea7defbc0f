#include "read/entity_drafts.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace sayso {

Index EntityDrafts::add(Draft draft) {
    all_.push_back(std::move(draft));
    return size() - 1;
}

void EntityDrafts::add_mention(Index entity, Mention mention) {
    auto& mentions = (*this)[entity].entity.mentions;
    if (std::find(mentions.begin(), mentions.end(), mention) == mentions.end()) mentions.push_back(mention);
}

void EntityDrafts::add_role(Index entity, Role role) {
    auto& roles = (*this)[entity].entity.roles;
    for (const auto& known : roles) {
        // An office without its body tells nothing new.
        if (known.title == role.title && (known.of == role.of || !role.of)) return;
    }
    roles.push_back(std::move(role));
}

std::string EntityDrafts::plain(Span span) const {
    std::string out;
    for (const auto c : words_->text(span)) {
        const bool space = c == '\n' || c == ' ' || c == '\t';
        if (space && (out.empty() || out.back() == ' ')) continue;
        out += space ? ' ' : c;
    }
    return out;
}

std::string EntityDrafts::as_title(Index first, Index last) const {
    const auto& w = *words_;
    std::string out;
    for (auto i = first; i < last; ++i) {
        const bool glued = i > first && w[i - 1].span.end == w[i].span.begin;
        if (i > first && !glued) out += ' ';
        out += w[i].name == none ? w[i].lower : std::string(w[i].form);
    }
    return out;
}

bool EntityDrafts::same_unit(Index a, Index b) const {
    const auto& units = words_->unit_of;
    return a >= 0 && b >= 0 && a < words_->size() && b < words_->size() &&
           units[static_cast<std::size_t>(a)] == units[static_cast<std::size_t>(b)];
}

std::vector<Entity> EntityDrafts::numbered(std::vector<Attribution>& attributions) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < all_.size(); ++i) {
        auto& mentions = all_[i].entity.mentions;
        std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) { return a.span < b.span; });
        if (!mentions.empty()) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return all_[a].entity.mentions[0].span < all_[b].entity.mentions[0].span;
    });
    std::vector<std::string> ids(all_.size());
    for (std::size_t i = 0; i < order.size(); ++i) ids[order[i]] = "e" + std::to_string(i + 1);
    const auto real = [&](std::string& id) { id = ids[std::stoul(id)]; };
    const auto real_if = [&](std::optional<std::string>& id) {
        if (id) real(*id);
    };
    std::vector<Entity> entities;
    for (const auto i : order) {
        auto& entity = all_[i].entity;
        entity.id = ids[i];
        for (auto& role : entity.roles) real_if(role.of);
        for (auto& affiliation : entity.affiliations) real(affiliation.to);
        entities.push_back(std::move(entity));
    }
    for (auto& one : attributions) {
        if (one.statement.source) real_if(one.statement.source->entity);
        for (auto& via : one.statement.via) real_if(via.entity);
        for (auto& blame : one.statement.blames) real(blame.entity);
        if (one.statement.addressee) real_if(one.statement.addressee->entity);
    }
    return entities;
}

bool is_common_noun(const TextWords& words, Index i) {
    const auto& word = words[i];
    return (word.noun == NounKind::people || word.noun == NounKind::person) && i == words.unit(i).first &&
           words.analysis->tokens[word.token].upos == "NOUN";
}

}  // namespace sayso
