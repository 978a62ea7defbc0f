#include "read/pronouns.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "read/tree_phrases.h"

namespace sayso {
namespace {

/// How far back a person may have been named, in words.
constexpr Index reach = 400;

bool masculine(const TextWord& word) {
    return word.is("he") || word.is("him") || word.is("his");
}

bool feminine(const TextWord& word) {
    return word.is("she") || word.is("her");
}

/// Stands for a person whose name may be several people's.
constexpr Index somebody = -2;

/// A name of a person that is nobody's entity.
bool names_somebody(const TextWords& w, Index i) {
    return is_person_name(w, i) && !w[i].punctuation && !w[i].is("'s") && !w[i].is("the");
}

/// The word that the name of word `i` hangs on, with how; `none` where the tree does not tell.
std::pair<Index, std::string_view> above_name(const TreeView& tree, Index i) {
    constexpr int most_steps = 8;
    const auto& w = tree.words();
    for (int steps = 0; steps < most_steps; ++steps) {
        const auto above = tree.head(i);
        if (above == none) return {none, {}};
        if (w[i].name == none || w[above].name != w[i].name) return {above, tree.relation(i)};
        i = above;
    }
    return {none, {}};
}

/// "the government of Lena Orvik", "the Orvik regime": the name only tells which body.
bool tells_which_body(const TreeView& tree, Index i) {
    auto [above, relation] = above_name(tree, i);
    // "of Tomas Iver and Lena Orvik"
    if (relation == "conj" && above != none) std::tie(above, relation) = above_name(tree, above);
    const bool belongs = relation == "compound" || relation.starts_with("nmod");
    return above != none && belongs && tree.words()[above].noun == NounKind::institution;
}

/// "but he faces a task to overhaul his rival Iver": whoever is "he" there is not the one named behind.
bool behind_other_pronoun(const TextWords& w, Index i, Index pronoun_word) {
    for (auto k = w.unit(i).first; k < i; ++k) {
        if (w[k].quoted == none && w[k].is(pronoun) && masculine(w[k]) == masculine(w[pronoun_word]) &&
            feminine(w[k]) == feminine(w[pronoun_word]) && (masculine(w[k]) || feminine(w[k])))
            return true;
    }
    return false;
}

bool holds(const std::vector<Index>& all, Index one) {
    return std::find(all.begin(), all.end(), one) != all.end();
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

/// Whether the pronoun fits a person's sex.
bool Pronouns::may_be(Index entity, Index i) const {
    const auto& draft = (*drafts_)[entity];
    return draft.entity.type == EntityType::person &&
           draft.sex != (masculine(drafts_->words()[i]) ? Sex::female : Sex::male);
}

/// "Hollin is able, he said": who is spoken of is not who speaks.
Pronouns::Near Pronouns::persons_near(const PronounUse& use) const {
    const auto& w = drafts_->words();
    const auto i = use.word;
    const auto zone = w.unit(i).zone;
    Near near;
    auto near_zone = zone;
    for (auto k = i - 1; k >= 0 && k > i - reach && w.unit(k).zone + 2 >= zone; --k) {
        // Nobody in this paragraph or what was read of it: the one before decides.
        if (w.unit(k).zone != near_zone && !near.persons.empty()) break;
        near_zone = w.unit(k).zone;
        if (w[k].quoted != none || in_content(use.content, w[k].span)) continue;
        auto entity = drafts_->of_word(k);
        if (entity == none && names_somebody(w, k)) entity = somebody;
        if (entity == none || (entity != somebody && !may_be(entity, i)) || (use.quoted && entity == use.teller))
            continue;
        if (tells_which_body(tree_, k)) continue;
        near.last_word = std::max(near.last_word, k);
        if (!holds(near.persons, entity)) near.persons.push_back(entity);
    }
    return near;
}

/// Whether the sentence that begins with word `first` begins with the entity, but for a title.
bool Pronouns::opens_sentence(Index entity, Index first) const {
    const auto& w = drafts_->words();
    for (auto i = first; i < std::min(first + 5, w.unit(first).last); ++i) {
        if (drafts_->of_word(i) == entity) return true;
        if (w[i].punctuation || w[i].is(verb | auxiliary | be | preposition | subordinator)) return false;
    }
    return false;
}

/// "Orvik said the road was shut. … It will open in May, he said. … Tell is to be heard, he said.": whoever spoke in
/// this paragraph or the one before, unless somebody was named since.
bool Pronouns::goes_on_speaking(const PronounUse& use, const Near& near) const {
    const auto& w = drafts_->words();
    if (last_speaker_ == none || use.quoted || !may_be(last_speaker_, use.word)) return false;
    if (last_other_ > last_speaker_word_ || w.unit(last_speaker_word_).zone + 1 < w.unit(use.word).zone) return false;
    return near.last_word == none || w.unit_of[static_cast<std::size_t>(near.last_word)] <=
                                         w.unit_of[static_cast<std::size_t>(last_speaker_word_)];
}

/// "Though Arne was his deputy, he denied it": who the clause before is about.
Index Pronouns::subject_of_clause_before(Index i) const {
    const auto& w = drafts_->words();
    const auto first = w.unit(i).first;
    static constexpr std::array<std::string_view, 8> openers{"though", "although", "while",   "when",
                                                             "after",  "as",       "because", "before"};
    if (std::find(openers.begin(), openers.end(), w[first].lower) == openers.end() || i == first || !w[i - 1].comma())
        return none;
    constexpr Index most_words_of_title = 4;
    for (auto k = first + 1; k < std::min(i, first + 1 + most_words_of_title); ++k) {
        const auto entity = drafts_->of_word(k);
        if (entity != none) return may_be(entity, i) ? entity : none;
        if (w[k].punctuation || w[k].is(verb | auxiliary | be | pronoun)) return none;
    }
    return none;
}

/// The one just named, and no other near.
Index Pronouns::person_by_rule(const PronounUse& use) const {
    const auto i = use.word;
    if (const auto subject = subject_of_clause_before(i); subject != none && !use.quoted) return subject;
    const auto near = persons_near(use);
    // Behind the words of somebody who is no known person, that one may be meant.
    const bool other_between = last_speaker_ == none && last_other_ > near.last_word && last_other_ < i;
    if (near.persons.size() < 2 && goes_on_speaking(use, near)) return last_speaker_;
    const auto& words = drafts_->words();
    const bool other_meant =
        near.persons.size() == 1 && near.persons[0] != last_speaker_ &&
        words.unit_of[static_cast<std::size_t>(near.last_word)] != words.unit_of[static_cast<std::size_t>(i)] &&
        behind_other_pronoun(words, near.last_word, i);
    if (near.persons.size() == 1 && !other_between && !other_meant)
        return near.persons[0] == somebody ? none : near.persons[0];
    if (near.persons.size() < 2) return none;
    const auto& unit = drafts_->words().unit(i);
    const auto subject = subject_before(i);
    // "Tomas Iver arrived. Bram Tell left at six. He said"
    if (last_speaker_ == none && i == unit.first && holds(near.persons, subject) &&
        opens_sentence(subject, drafts_->words().unit(i - 1).first))
        return subject;
    if (last_speaker_ == none || !holds(near.persons, last_speaker_) ||
        drafts_->words().unit(last_speaker_word_).zone + 1 < unit.zone)
        return none;
    // Of several, whoever spoke last goes on speaking, unless the sentence before is another's.
    return subject == none || !holds(near.persons, subject) ? last_speaker_ : subject;
}

/// Whether anything that `is_rival` is mentioned, without being `meant`, from the sentence on in which that one was
/// last.
template <class Rival>
bool Pronouns::rivalled(const PronounUse& use, Index meant, Rival is_rival) const {
    const auto& w = drafts_->words();
    auto last = use.word - 1;
    while (last >= 0 && (drafts_->of_word(last) != meant || in_content(use.content, w[last].span))) --last;
    if (last < 0) return true;
    for (auto k = w.unit(last).first; k < use.word; ++k) {
        if (w[k].quoted != none && w[k].quoted != w[use.word].quoted) continue;
        const auto entity = drafts_->of_word(k);
        if (entity == meant || in_content(use.content, w[k].span)) continue;
        if (is_rival(k, entity)) return true;
    }
    return false;
}

/// Whom the analysis takes it for, if nobody else was mentioned since.
Index Pronouns::person_by_coreference(const PronounUse& use) const {
    const auto i = use.word;
    const auto meant = coreferents_->meant(*drafts_, i, use.content);
    if (meant == none || !may_be(meant, i) || (use.quoted && meant == use.teller)) return none;
    const auto& w = drafts_->words();
    const auto& named = (*drafts_)[meant].entity.mentions;
    const bool only_tells_which = std::all_of(named.begin(), named.end(), [&](const Mention& mention) {
        return tells_which_body(tree_, w.word_at(mention.span.begin));
    });
    if (only_tells_which) return none;
    const auto rival = [&](Index k, Index entity) { return entity == none ? names_somebody(w, k) : may_be(entity, i); };
    return rivalled(use, meant, rival) || other_spoke_since(use, meant) ? none : meant;
}

/// "Vale was at home, the inspector told the Gazette. He added": the inspector may be meant, of whom nothing is known.
bool Pronouns::other_spoke_since(const PronounUse& use, Index meant) const {
    const auto& w = drafts_->words();
    if (last_speaker_ != none || last_other_ == none || last_other_ >= use.word ||
        last_other_ < w.unit(use.word).first - 60)
        return false;
    for (auto k = last_other_ + 1; k < use.word; ++k) {
        if (drafts_->of_word(k) == meant && w[k].quoted == none && !in_content(use.content, w[k].span)) return false;
    }
    return w.unit(last_other_).zone + 1 >= w.unit(use.word).zone;
}

/// "it" for a body, "they" for one or for people: whom the analysis takes it for, if no other was mentioned since.
Index Pronouns::body_meant(const PronounUse& use) const {
    const auto& w = drafts_->words();
    const auto i = use.word;
    const bool they = w[i].is("they") || w[i].is("them") || w[i].is("their");
    if (!they && !w[i].is("it") && !w[i].is("its")) return none;
    const auto fits = [&](Index entity) {
        const auto type = drafts_->type(entity);
        if (type == EntityType::organization) return true;
        return they ? type == EntityType::group
                    : type == EntityType::place && (*drafts_)[entity].entity.actor.has_value();
    };
    const auto meant = coreferents_->meant(*drafts_, i, use.content);
    if (meant == none || !fits(meant)) return meant == none ? body_before(use) : none;
    const auto rival = [&](Index k, Index entity) {
        if (entity != none) return fits(entity);
        return they && w[k].noun == NounKind::people && !coreferents_->same(k, i);
    };
    return rivalled(use, meant, rival) ? none : meant;
}

/// The body that the sentence before begins with, if that sentence is of no other and of no people.
Index Pronouns::body_before(const PronounUse& use) const {
    const auto& w = drafts_->words();
    const auto unit = w.unit(use.word);
    if (use.word != unit.first || unit.first == 0 || w.unit(unit.first - 1).zone != unit.zone) return none;
    const auto before = w.unit(unit.first - 1);
    Index body = none;
    for (auto k = before.first; k < before.last; ++k) {
        const auto entity = drafts_->of_word(k);
        if (entity == none && (w[k].noun == NounKind::none || w[k].noun == NounKind::document)) continue;
        if (entity != none && drafts_->type(entity) == EntityType::place) continue;
        if (entity == none && (body == none || w[k].noun == NounKind::people)) return none;
        if (entity == none) continue;
        if (drafts_->type(entity) != EntityType::organization || (body != none && body != entity)) return none;
        body = entity;
    }
    return body != none && opens_sentence(body, before.first) ? body : none;
}

/// "Hollin said that Iver was ill and that he had told the board": he may be either.
bool Pronouns::other_in_what_is_told(const PronounUse& use, Index meant) const {
    const auto& w = drafts_->words();
    for (auto k = use.word - 1; k >= w.unit(use.word).first; --k) {
        const auto entity = drafts_->of_word(k);
        if (entity == none || entity == meant || !in_content(use.told, w[k].span)) continue;
        if (may_be(entity, use.word)) return true;
    }
    return false;
}

/// "The city says that it believes the water is clean": the body that tells it, if its words name no other before.
bool Pronouns::is_teller_itself(const PronounUse& use) const {
    const auto& w = drafts_->words();
    const bool it = w[use.word].is("it");
    if (use.teller == none || use.quoted || !(it || w[use.word].is("they"))) return false;
    const auto fits = [&](EntityType type) {
        return type == EntityType::organization || (type == EntityType::group && !it);
    };
    if (!fits(drafts_->type(use.teller))) return false;
    for (auto k = use.word - 1; k >= w.unit(use.word).first && in_content(use.told, w[k].span); --k) {
        const auto entity = drafts_->of_word(k);
        if (entity == use.teller) continue;
        if (entity != none ? fits(drafts_->type(entity)) : w[k].noun != NounKind::none) return false;
    }
    return true;
}

Index Pronouns::meant(const PronounUse& use) {
    const auto& word = drafts_->words()[use.word];
    Index meant = none;
    if (masculine(word) || feminine(word)) {
        meant = person_by_rule(use);
        // Those who speak freely do not say of whom.
        if (use.quoted && meant != coreferents_->meant(*drafts_, use.word, use.content)) meant = none;
        if (meant == none) meant = person_by_coreference(use);
        if (meant != none && other_in_what_is_told(use, meant)) meant = none;
    } else {
        meant = body_meant(use);
        if (meant == none && is_teller_itself(use)) meant = use.teller;
    }
    if (meant == none) return none;
    auto& draft = (*drafts_)[meant];
    if (draft.entity.type == EntityType::person && draft.sex == Sex::unknown)
        draft.sex = masculine(word) ? Sex::male : Sex::female;
    drafts_->add_mention(meant, {word.span, MentionForm::pronoun});
    return meant;
}

void Pronouns::spoke(const Phrase& source, Index entity) {
    const auto& w = drafts_->words();
    const bool person = entity != none && drafts_->type(entity) == EntityType::person;
    if (!person && w[source.head].is(pronoun)) return;
    // "Orvik's announcement": told of, not heard.
    const auto relation = above_name(tree_, source.head).second;
    if (relation == "nmod:poss") return;
    last_speaker_ = person ? entity : none;
    last_speaker_word_ = source.first;
    if (!person) last_other_ = source.head;
}

bool is_relative(const TextWord& word) {
    return word.is("who") || word.is("which") || word.is("that");
}

namespace {

/// "the director of the bank, who": the person is not the bank.
bool fits_relative(EntityType type, const TextWord& relative) {
    const bool people = type == EntityType::person || type == EntityType::group;
    return relative.is("who") ? people : !people && type != EntityType::other;
}

/// The noun that the relative's clause belongs to, by the tree: "a woman from Lisk, who".
Index noun_of_clause(const TreeView& tree, Index relative_word) {
    auto verb = tree.head(relative_word);
    while (verb != none && tree.is(verb, "conj")) verb = tree.head(verb);
    if (verb == none || !tree.is(verb, "acl:relcl")) return none;
    const auto noun = tree.head(verb);
    return noun != none && noun < relative_word ? noun : none;
}

Index antecedent_in_tree(const TreeView& tree, const EntityDrafts& drafts, Descriptions& descriptions,
                         Index relative_word) {
    const auto& w = drafts.words();
    const auto noun = noun_of_clause(tree, relative_word);
    if (noun == none || !drafts.same_unit(noun, relative_word)) return none;
    if (const auto entity = drafts.of_word(noun); entity != none) return entity;
    const auto kind = w[noun].noun;
    if (kind == NounKind::none || kind == NounKind::document || w[noun].name != none) return none;
    // The nominal ends where the relative begins.
    auto last = relative_word;
    while (last > noun + 1 && w[last - 1].punctuation) --last;
    auto first = tree.subtree(noun).first;
    // "among owners who"
    while (first < noun && tree.upos(first) == "ADP") ++first;
    if (noun - first > 8 || last - noun > 12) return none;
    for (auto i = first; i < last; ++i) {
        if (w[i].punctuation && w[i].form != "-") return none;
    }
    return descriptions.entity_of(Phrase{first, last, noun, last});
}

}  // namespace

Index antecedent(const TreeView& tree, EntityDrafts& drafts, Descriptions& descriptions, Index relative_word) {
    const auto& w = drafts.words();
    const auto& relative = w[relative_word];
    auto i = relative_word - 1;
    if (i >= 0 && w[i].comma()) --i;
    if (i < 0 || !drafts.same_unit(i, relative_word)) return none;
    auto entity = drafts.of_word(i);
    if (entity == none) entity = described_antecedent(w, descriptions, relative_word, i + 1);
    if (entity != none && fits_relative(drafts.type(entity), relative)) return entity;
    entity = antecedent_in_tree(tree, drafts, descriptions, relative_word);
    return entity != none && fits_relative(drafts.type(entity), relative) ? entity : none;
}

}  // namespace sayso
