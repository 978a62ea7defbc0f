#include "read/pronouns.h"

#include <algorithm>
#include <optional>

namespace sayso {
namespace {

/// How far back a person may have been named, in words.
constexpr Index reach = 400;

/// "Hollin is able, he said": who is spoken of is not who speaks.
bool in_content(const std::vector<Span>& content, Span span) {
    return std::any_of(content.begin(), content.end(), [&](Span one) { return one.contains(span); });
}

/// "the harbour board, which": the nominal that ends where the relative begins, if it can be a source at all.
Index described_antecedent(const TextWords& w, Descriptions& descriptions, Index relative_word, Index end) {
    const auto phrase = source_before(w, end, w.unit(relative_word).first, false);
    if (!phrase || phrase->last != end || phrase->core_last != end || phrase->head != end - 1) return none;
    const auto kind = w[phrase->head].noun;
    const bool people = kind == NounKind::person || kind == NounKind::people;
    if (w[relative_word].is("who") ? !people : kind != NounKind::institution && kind != NounKind::medium) return none;
    return descriptions.entity_of(*phrase);
}

}  // namespace

/// The only person in the sentence before the pronoun's, if no pronoun comes first there and the pronoun's own
/// sentence names nobody before it: "A surveyor, Paul Arne, doubts that. “…,” he said."
Index Pronouns::subject_before(Index i) const {
    const auto& drafts = *drafts_;
    const auto& w = drafts.words();
    auto end = w.unit(i).first;
    for (auto k = end; k < i; ++k) {
        if (w[k].quoted == none && drafts.of_word(k) != none) return none;
    }
    // The quotation that the pronoun's sentence tells may be a sentence of its own.
    while (end > 0 && w[end - 1].quoted != none) end = w.unit(end - 1).first;
    if (end == 0 || w.unit(end - 1).zone != w.unit(i).zone) return none;
    Index subject = none;
    for (auto k = w.unit(end - 1).first; k < end; ++k) {
        if (w[k].quoted != none || (subject == none && w[k].is(pronoun))) return none;
        const auto entity = drafts.of_word(k);
        if (entity == none || drafts.type(entity) != EntityType::person) continue;
        if (subject != none && subject != entity) return none;
        subject = entity;
    }
    return subject;
}

std::vector<Index> Pronouns::persons_near(Index i, const std::vector<Span>& content) {
    const auto& drafts = *drafts_;
    const auto& w = drafts.words();
    const bool he = w[i].is("he") || w[i].is("him");
    const auto zone = w.unit(i).zone;
    std::vector<Index> near;
    auto near_zone = zone;
    last_near_ = none;
    for (auto k = i - 1; k >= 0 && k > i - reach && w.unit(k).zone + 2 >= zone; --k) {
        // Nobody in this paragraph or what was read of it: the one before decides.
        if (w.unit(k).zone != near_zone && !near.empty()) break;
        near_zone = w.unit(k).zone;
        if (w[k].quoted != none || in_content(content, w[k].span)) continue;
        const auto entity = drafts.of_word(k);
        if (entity == none || drafts.type(entity) != EntityType::person) continue;
        if (drafts[entity].sex == (he ? Sex::female : Sex::male)) continue;
        last_near_ = std::max(last_near_, k);
        if (std::find(near.begin(), near.end(), entity) == near.end()) near.push_back(entity);
    }
    return near;
}

Index Pronouns::person_meant(Index i, const std::vector<Span>& content) {
    const auto& w = drafts_->words();
    const auto& word = w[i];
    const bool he = word.is("he") || word.is("him"), she = word.is("she") || word.is("her");
    if (!he && !she) return none;
    const auto near = persons_near(i, content);
    const auto is_near = [&](Index entity) { return std::find(near.begin(), near.end(), entity) != near.end(); };
    Index meant = none;
    // Behind the words of somebody who is no known person, that one may be meant.
    const bool other_between = last_speaker_ == none && last_other_ > last_near_ && last_other_ < i;
    if (near.size() == 1 && !other_between) meant = near[0];
    // Of several, whoever spoke last goes on speaking, unless the sentence before is another's.
    if (near.size() > 1 && last_speaker_ != none && last_speaker_zone_ + 1 >= w.unit(i).zone &&
        is_near(last_speaker_)) {
        const auto subject = subject_before(i);
        meant = subject == none || !is_near(subject) ? last_speaker_ : subject;
    }
    if (meant != none) {
        auto& draft = (*drafts_)[meant];
        if (draft.sex == Sex::unknown) draft.sex = he ? Sex::male : Sex::female;
        drafts_->add_mention(meant, {word.span, MentionForm::pronoun});
    }
    return meant;
}

void Pronouns::spoke(const Phrase& source, Index entity) {
    const auto& w = drafts_->words();
    const bool person = entity != none && drafts_->type(entity) == EntityType::person;
    if (!person && w[source.head].is(pronoun)) return;
    last_speaker_ = person ? entity : none;
    last_speaker_zone_ = w.unit(source.first).zone;
    if (!person) last_other_ = source.head;
}

bool is_relative(const TextWord& word) {
    return word.is("who") || word.is("which") || word.is("that");
}

Index antecedent(EntityDrafts& drafts, Descriptions& descriptions, Index relative_word) {
    const auto& w = drafts.words();
    auto i = relative_word - 1;
    if (i >= 0 && w[i].comma()) --i;
    if (i < 0 || !drafts.same_unit(i, relative_word)) return none;
    auto entity = drafts.of_word(i);
    if (entity == none) entity = described_antecedent(w, descriptions, relative_word, i + 1);
    if (entity == none) return none;
    const auto type = drafts.type(entity);
    // "the director of the bank, who": the person is not the bank.
    const bool people = type == EntityType::person || type == EntityType::group;
    if (w[relative_word].is("who") ? !people : (people || type == EntityType::other)) return none;
    return entity;
}

}  // namespace sayso
