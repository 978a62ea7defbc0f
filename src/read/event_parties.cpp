#include "read/event_parties.h"

#include <algorithm>
#include <string_view>

#include "base/tables.h"
#include "base/utf8.h"
#include "read/anonymity.h"
#include "read/roles.h"
#include "read/tolls.h"
#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {
namespace {

/// "southern" alone is no place.
bool is_direction(std::string_view name) {
    return one_of(name, "southern", "northern", "eastern", "western", "central", "southeastern", "southwestern",
                  "northeastern", "northwestern");
}

/// What a means does.
bool is_deed_of_means(std::string_view word) {
    return one_of(word, "explosion", "explosions", "blast", "blasts", "attack", "attacks", "detonation");
}

/// "a car bomb | explosion": the means, without what it did.
Index last_of_means(const TextWords& words, Index first, Index last) {
    while (last - first > 1 && is_deed_of_means(words[last - 1].lower)) --last;
    return last;
}

bool is_pronoun_for_other(const TextWord& word) {
    return word.name == none &&
           (word.is("he") || word.is("she") || word.is("they") || word.is("him") || word.is("her") || word.is("them") ||
            word.is("his") || word.is("their") || word.is("it") || word.is("its"));
}

bool is_relative_word(const TextWord& word) {
    return word.is("who") || word.is("which") || word.is("that") || word.is("whom") || word.is("whose");
}

/// "the president" is not the prosecutor.
bool holds_other_office(const Entity& person, std::string_view called) {
    return !person.roles.empty() && std::none_of(person.roles.begin(), person.roles.end(), [&](const Role& role) {
        return is_also_called(lower(office_noun(role.title)), called);
    });
}

bool definite(const TextWord& word) {
    return word.is("the") || word.is("this") || word.is("that") || word.is("these") || word.is("those");
}

}  // namespace

ParticipantRole role_of(FillerRole filler) {
    switch (filler) {
        case FillerRole::victim:
            return ParticipantRole::victim;
        case FillerRole::target:
            return ParticipantRole::target;
        case FillerRole::weapon:
            return ParticipantRole::instrument;
        case FillerRole::perpetrator:
        case FillerRole::perpetrator_organization:
            break;
    }
    return ParticipantRole::actor;
}

EventParties::EventParties(const TreeView& tree, const Reading& reading)
    : tree_(tree),
      words_(tree.words()),
      coreferents_(words_),
      word_of_(words_.analysis->tokens.size(), none),
      all_(reading.entities),
      old_(reading.entities.size()) {
    for (Index i = 0; i < words_.size(); ++i) word_of_[words_[i].token] = i;
    for (const auto& mention : words_.analysis->mentions) {
        const auto head = word_of_[mention.head];
        if (head != none && thing_of_.emplace(head, mention.entity).second) same_[mention.entity].push_back(head);
    }
    for (std::size_t i = 0; i < all_.size(); ++i) {
        by_id_[all_[i].id] = i;
        for (const auto& mention : all_[i].mentions) learn_mention(i, mention);
    }
}

/// A name is known by each of its words, a description by its noun.
void EventParties::learn_mention(std::size_t entity, const Mention& mention) {
    const auto span = words_covered(words_, mention.span);
    if (span.empty()) return;
    if (mention.form != MentionForm::name) {
        headed_.emplace(tree_.head_of(span), entity);
        return;
    }
    for (auto i = span.first; i < span.last; ++i) {
        if (!words_[i].punctuation) headed_[i] = entity;
    }
}

const Entity& EventParties::entity(const std::string& id) const {
    return all_[by_id_.at(id)];
}

const Entity* EventParties::place_at(std::uint32_t token) const {
    const auto known = word_of_[token] == none ? std::nullopt : known_at(word_of_[token]);
    if (!known || !all_[*known].named) return nullptr;
    const auto type = all_[*known].type;
    const bool place = type == EntityType::place || type == EntityType::facility;
    return place && !is_direction(all_[*known].name) ? &all_[*known] : nullptr;
}

bool EventParties::belongs_to_person(std::uint32_t token) const {
    const auto word = word_of_[token];
    if (word == none || tree_.head(word) == none) return false;
    const auto up = tree_.head(word);
    const bool of = tree_.is(word, "nmod") && has_case(tree_, word, "of");
    return (of || tree_.is(word, "compound") || tree_.relation(word) == "nmod:poss") &&
           (words_[up].noun == NounKind::person || names_person(up));
}

std::optional<std::size_t> EventParties::known_at(Index i) const {
    const auto found = headed_.find(i);
    return found == headed_.end() ? std::nullopt : std::optional(found->second);
}

/// "a soldier … the soldier": the analysis takes them for the same, and so do their nouns; "the group" behind a name.
std::optional<std::size_t> EventParties::same_as(Index i, const Phrase& phrase) const {
    const auto thing = thing_of_.find(i);
    if (thing == thing_of_.end()) return std::nullopt;
    for (const auto other : same_.at(thing->second)) {
        if (other == i) continue;
        const auto known = known_at(other);
        if (!known) continue;
        const bool same_noun = tree_.lemma(other) == tree_.lemma(i);
        const bool other_office = is_office(words_, i) && holds_other_office(all_[*known], words_[i].lower);
        const bool description = all_[*known].named && definite(words_[phrase.first]) && !other_office &&
                                 may_be_called(all_[*known], phrase);
        if (same_noun || description) return known;
    }
    return std::nullopt;
}

/// "the group" of a movement, but "the army" of no town, "the regime" of no committee, and "the Lisk regime" only of
/// one of Lisk.
bool EventParties::may_be_called(const Entity& known, const Phrase& phrase) const {
    const auto type = type_of(phrase.head, ParticipantRole::actor);
    const bool place = known.type == EntityType::place;
    if (type == EntityType::organization && (known.type == EntityType::person || (place && !known.actor))) return false;
    if (type == EntityType::person && known.type != EntityType::person) return false;
    const auto name = lower(known.name);
    for (auto i = phrase.first + 1; i < phrase.head; ++i) {
        const auto& word = words_[i];
        if (word.name != none && name.find(word.lower) == std::string::npos) return false;
    }
    if (type != EntityType::organization || one_of(words_[phrase.head].lower, "group", "organisation", "organization",
                                                   "body", "company", "firm", "movement", "agency"))
        return true;
    // A body whose name tells what it is is nothing else.
    for (const auto part : parts_of(name, ' ')) {
        if (words_.lexicons->noun(part) == NounKind::institution && part != words_[phrase.head].lower) return false;
    }
    return true;
}

/// "the Delmo Hall venue": the building whose name stands before what it is.
std::optional<std::size_t> EventParties::named_before(const Phrase& phrase) const {
    if (!one_of(tree_.lemma(phrase.head), "venue", "building", "complex", "site", "hall", "hotel", "theatre", "theater",
                "arena", "stadium", "centre", "center", "premises", "compound", "headquarters", "tower"))
        return std::nullopt;
    const auto before = phrase.head > phrase.first ? known_at(phrase.head - 1) : std::nullopt;
    const bool building = before && all_[*before].named && all_[*before].type == EntityType::facility;
    return building ? before : std::nullopt;
}

/// "the newspaper Lisk Voice": whose name is right behind the noun and belongs to it.
std::optional<std::size_t> EventParties::named_behind(Index noun) const {
    const auto known = noun + 1 < words_.size() ? known_at(noun + 1) : std::nullopt;
    if (!known || !all_[*known].named) return std::nullopt;
    for (auto i = noun + 1; i < words_.size() && known_at(i) == known; ++i) {
        if (tree_.head(i) == noun) return known;
    }
    return std::nullopt;
}

/// "her predecessor, President Bingu Moen, who died"
std::optional<std::size_t> EventParties::apposed_name(Index noun) const {
    const auto apposition = tree_.child(noun, "appos");
    if (apposition == none || apposition < noun || is_plural(noun)) return std::nullopt;
    const auto known = known_at(apposition);
    if (known && all_[*known].named && all_[*known].type == EntityType::person) return known;
    return named_behind(apposition);
}

Index EventParties::antecedent_of(Index relative) const {
    auto verb = tree_.head(relative);
    for (int steps = 0; verb != none && steps < 3; ++steps, verb = tree_.head(verb)) {
        if (tree_.relation(verb) == "acl:relcl") return tree_.head(verb);
    }
    return none;
}

/// "The agent detained her": who does it to another.
bool EventParties::is_subject_beside(Index pronoun, Index noun) const {
    constexpr int most_steps = 4;
    if (!tree_.is(pronoun, "obj") && !tree_.is(pronoun, "iobj")) return false;
    auto verb = tree_.head(pronoun);
    for (int steps = 0; verb != none && steps < most_steps; ++steps, verb = tree_.head(verb)) {
        const auto& children = tree_.children(verb);
        const bool subject = std::any_of(children.begin(), children.end(), [&](Index child) {
            return tree_.is(child, "nsubj") &&
                   (child == noun || (known_at(child) && known_at(child) == known_at(noun)));
        });
        if (subject) return true;
        if (!tree_.is(verb, "conj") && !tree_.is(verb, "xcomp")) return false;
    }
    return false;
}

bool EventParties::names_person(Index i) const {
    return is_person_name(words_, i);
}

/// Whether "she" can be "the man", or "they" "the suspect": not where the words tell another sex or number.
bool EventParties::agrees(Index pronoun, Index noun) const {
    const auto& word = words_[pronoun];
    if (is_subject_beside(pronoun, noun)) return false;
    if (word.is("they") || word.is("them") || word.is("their"))
        return type_of(noun, ParticipantRole::actor) != EntityType::person && !names_person(noun);
    const bool male = word.is("he") || word.is("him") || word.is("his");
    if (!male && !word.is("she") && !word.is("her")) return true;
    // "he" is no ministry.
    const auto type = type_of(noun, ParticipantRole::actor);
    if (!names_person(noun) && (type == EntityType::organization || type == EntityType::facility)) return false;
    // "The lawyer, Sofia Laine, said that he": another.
    const auto apposition = tree_.child(noun, "appos");
    if (apposition != none && apposition > noun && names_person(apposition) && !agrees(pronoun, apposition))
        return false;
    const auto lemma = tree_.lemma(noun);
    if (words_[noun].name == none && is_plural(noun)) return false;
    if (one_of(lemma, "man", "boy", "father", "husband", "son", "brother", "king", "uncle", "priest", "sheikh"))
        return male;
    if (one_of(lemma, "woman", "girl", "mother", "wife", "daughter", "sister", "queen", "aunt", "nun")) return !male;
    const auto name = words_[noun].name;
    if (name == none) return true;
    const auto& span = words_.analysis->names[static_cast<std::size_t>(name)].span;
    const auto sex = words_.lexicons->sex_of_name(words_[words_.word_at(span.begin)].lower);
    return sex == Sex::unknown || (sex == Sex::male) == male;
}

/// The nearest noun before it that the analysis takes for the same.
Index EventParties::meant_by_pronoun(Index i) const {
    const auto thing = thing_of_.find(i);
    if (thing == thing_of_.end()) return none;
    auto found = none;
    for (const auto other : same_.at(thing->second)) {
        if (other < i && tree_.upos(other) != "PRON" && is_near(words_, other, i) && agrees(i, other))
            found = std::max(found, other);
    }
    return found;
}

/// The noun with what belongs to it, up to a comma, a bracket or a clause.
Phrase EventParties::phrase_of(Index i) const {
    auto phrase = phrase_at(tree_, i);
    auto last = phrase.head + 1;
    while (last < phrase.core_last && !ends_phrase(last)) ++last;
    while (last > phrase.head + 1 && (words_[last - 1].is(preposition) || words_[last - 1].is(determiner))) --last;
    phrase.last = phrase.core_last = last;
    return phrase;
}

bool EventParties::ends_phrase(Index i) const {
    const auto& word = words_[i];
    return (word.punctuation && word.form != "-" && word.form != "'" && word.form != "’" && word.form != "\"") ||
           (is_relative_word(word) && tree_.upos(i) != "DET") || tree_.is(i, "acl") || word.is("where");
}

bool EventParties::is_plural(Index head) const {
    const auto lemma = tree_.lemma(head);
    const auto& low = words_[head].lower;
    return words_.lexicons->plural_noun(low) || (lemma != low && low.ends_with('s')) || low == "men" ||
           low == "women" || low == "people" || low == "children" || low.ends_with("men");
}

/// "a group of students", "dozens of houses": what there are so many of, or `none`.
Index EventParties::counted_by(Index head) const {
    if (!one_of(words_[head].lower, "group", "groups", "number", "dozens", "scores", "hundreds", "thousands", "band",
                "bands", "crowd", "crowds", "column", "columns", "majority", "pair", "couple", "handful", "team",
                "gang", "series", "mob", "squad"))
        return none;
    return child_with_case(tree_, head, "nmod", "of");
}

bool EventParties::stands_for(Index head, ThingKind kind) const {
    return words_.lexicons->is(kind, tree_.lemma(head));
}

EntityType EventParties::type_of(Index head, ParticipantRole role) const {
    if (role == ParticipantRole::instrument) return EntityType::other;
    const auto& word = words_[head];
    if (const auto of = counted_by(head); of != none) {
        const auto counted = type_of(of, role);
        return counted == EntityType::person ? EntityType::group : counted;
    }
    const auto one_or_many = is_plural(head) ? EntityType::group : EntityType::person;
    switch (word.noun) {
        case NounKind::person:
            return one_or_many;
        case NounKind::people:
            return EntityType::group;
        case NounKind::institution:
        case NounKind::medium:
            if (stands_for(head, ThingKind::building)) return EntityType::facility;
            return stands_for(head, ThingKind::band) ? EntityType::group : EntityType::organization;
        default:
            break;
    }
    if (stands_for(head, ThingKind::band)) return EntityType::group;
    if (stands_for(head, ThingKind::vehicle)) return EntityType::other;
    // "the injured", "the dead"
    if (one_of(word.lower, "injured", "wounded", "dead", "missing", "deceased", "poor", "sick", "homeless", "elderly",
               "accused", "arrested", "displaced") &&
        head > 0 && words_[head - 1].is("the"))
        return EntityType::group;
    if (is_people(word.lower) || is_person_by_form(words_, coreferents_, head)) return one_or_many;
    if (tree_.upos(head) == "NUM") return EntityType::group;
    const auto mentioned = coreferents_.type(head);
    if (!mentioned) return role == ParticipantRole::victim ? one_or_many : EntityType::other;
    switch (*mentioned) {
        case MentionType::person:
            return one_or_many;
        case MentionType::organization:
            return EntityType::organization;
        case MentionType::place:
            return stands_for(head, ThingKind::area) ? EntityType::place : EntityType::facility;
        default:
            return EntityType::other;
    }
}

void EventParties::add_mention(std::size_t entity, Mention mention) {
    auto& mentions = all_[entity].mentions;
    const auto overlaps = [&](const Mention& one) { return one.span == mention.span; };
    if (std::any_of(mentions.begin(), mentions.end(), overlaps)) return;
    mentions.insert(std::upper_bound(mentions.begin(), mentions.end(), mention,
                                     [](const Mention& a, const Mention& b) { return a.span < b.span; }),
                    mention);
}

/// "members of the union", "NLF fighters": the body that they belong to.
void EventParties::add_body(const Phrase& phrase, Entity& entity) const {
    for (const auto child : tree_.children(phrase.head)) {
        const bool of = tree_.is(child, "nmod") && (has_case(tree_, child, "of") || has_case(tree_, child, "from"));
        if (!of && !(tree_.is(child, "compound") && child < phrase.head)) continue;
        const auto body = known_at(child);
        if (!body || all_[*body].type != EntityType::organization || !all_[*body].named || *body >= old_) continue;
        entity.affiliations.push_back({Relation::member_of, all_[*body].id, words_[child].span});
        return;
    }
}

std::size_t EventParties::described(const Phrase& phrase, EntityType type) {
    Entity entity;
    entity.id = "new" + std::to_string(all_.size());
    entity.type = type;
    auto first = phrase.first;
    while (first < phrase.head && words_[first].is(preposition) && !words_[first + 1].is("least") &&
           !words_[first + 1].is("most"))
        ++first;
    const auto span = words_.span(first, std::max(phrase.core_last, phrase.head + 1));
    for (const auto c : words_.text(span)) {
        const bool space = c == '\n' || c == '\t' || c == ' ';
        if (!space || (!entity.name.empty() && entity.name.back() != ' ')) entity.name += space ? ' ' : c;
    }
    entity.mentions.push_back({span, MentionForm::nominal});
    if (type == EntityType::group || type == EntityType::person) add_body(phrase, entity);
    by_id_[entity.id] = all_.size();
    headed_.emplace(phrase.head, all_.size());
    all_.push_back(std::move(entity));
    return all_.size() - 1;
}

bool EventParties::is_pronoun(Index i) const {
    return tree_.upos(i) == "PRON" || is_pronoun_for_other(words_[i]) || is_relative_word(words_[i]);
}

/// The noun that a pronoun stands for, or `none`.
Index EventParties::meant_by(Index i) const {
    const auto meant = is_relative_word(words_[i]) ? antecedent_of(i) : meant_by_pronoun(i);
    // "the talks to free the couple who were held": no thing is "who".
    if (meant != none && words_[i].is("who") && !known_at(meant) &&
        type_of(meant, ParticipantRole::actor) == EntityType::other)
        return none;
    return meant == none || meant == i || tree_.upos(meant) == "PRON" ? none : meant;
}

/// A noun, or a number that stands for people; not one that is an hour.
bool EventParties::can_take_part(Index i) const {
    const auto upos = tree_.upos(i);
    if (one_of(tree_.lemma(i), "percent", "%", "percentage")) return false;
    if (upos != "NUM") return upos == "NOUN" || upos == "PROPN" || upos == "ADJ";
    const auto form = words_[i].form;
    return form.size() < 4 && form[0] != '0' && form.find(':') == form.npos;
}

bool EventParties::is_abstract(Index i) const {
    if (one_of(tree_.lemma(i), "life", "injury", "casualty", "damage", "time", "responsibility")) return true;
    const auto type = coreferents_.type(i);
    return type && (*type == MentionType::abstract || *type == MentionType::time || *type == MentionType::event) &&
           !known_at(i) && tree_.upos(i) != "PRON" && type_of(i, ParticipantRole::actor) == EntityType::other;
}

std::optional<EntityType> EventParties::would_be(Index i, bool as_means) const {
    if (is_pronoun(i)) i = meant_by(i);
    if (i == none) return std::nullopt;
    if (const auto known = known_at(i)) return all_[*known].type;
    if (!can_take_part(i)) return std::nullopt;
    const auto type = type_of(i, ParticipantRole::actor);
    return as_means && type == EntityType::facility ? EntityType::other : type;
}

std::optional<std::size_t> EventParties::entity_of(Index i, ParticipantRole role) {
    if (const auto known = known_at(i)) return known;
    const auto& word = words_[i];
    if (is_pronoun(i)) {
        const auto meant = meant_by(i);
        if (meant == none) return std::nullopt;
        const auto entity = entity_of(meant, role);
        if (entity) {
            add_mention(*entity, {word.span, MentionForm::pronoun});
            headed_.emplace(i, *entity);
        }
        return entity;
    }
    if (!can_take_part(i)) return std::nullopt;
    auto phrase = phrase_of(i);
    if (role == ParticipantRole::instrument) phrase.last = last_of_means(words_, phrase.first, phrase.last);
    phrase.core_last = std::min(phrase.core_last, phrase.last);
    phrase.head = std::min(phrase.head, phrase.last - 1);
    const auto is_known_as = [&](std::size_t known) {
        add_mention(known, {words_.span(phrase.first, std::max(phrase.core_last, i + 1)), MentionForm::nominal});
        headed_.emplace(i, known);
        return known;
    };
    // "Orvik is the third mayor to be detained"
    const auto subject = tree_.child(i, "cop") == none ? none : tree_.child(i, "nsubj");
    if (subject != none && subject < i) {
        if (const auto same = entity_of(subject, role)) return is_known_as(*same);
    }
    // "Orvik's phone" is not Orvik.
    if (phrase.head != i && !tree_.is(phrase.head, "nmod")) {
        if (const auto named = known_at(phrase.head)) return named;
    }
    if (const auto named = named_behind(i)) {
        headed_.emplace(i, *named);
        return named;
    }
    if (const auto named = named_before(phrase)) {
        headed_.emplace(i, *named);
        return named;
    }
    if (const auto named = apposed_name(i)) return is_known_as(*named);
    if (const auto same = words_[phrase.first].is("another") ? std::nullopt : same_as(i, phrase))
        return is_known_as(*same);
    return described(phrase, type_of(i, role));
}

/// "YANGON, July 25 (Reuters):"
bool EventParties::is_in_dateline(Index i) const {
    return words_.document->zones[words_.unit(i).zone].kind == ZoneKind::dateline;
}

std::optional<EventParties::Party> EventParties::taking_part(std::uint32_t token, ParticipantRole role) {
    return word_of_[token] == none ? std::nullopt : taking_part_word(word_of_[token], role);
}

std::optional<EventParties::Party> EventParties::taking_part_word(Index i, ParticipantRole role) {
    if (is_in_dateline(i)) return std::nullopt;
    const auto entity = entity_of(i, role);
    if (!entity) return std::nullopt;
    Party party{all_[*entity].id, words_[i].span};
    // The words of the mention that it stands in.
    for (const auto& mention : all_[*entity].mentions) {
        if (mention.span.contains(words_[i].span)) {
            party.span = mention.span;
            break;
        }
    }
    return party;
}

std::optional<EventParties::Party> EventParties::taking_part(const Filler& filler) {
    const auto span = words_covered(words_, filler.span);
    if (span.empty() || words_[span.first].span.begin != filler.span.begin) return std::nullopt;
    const auto role = role_of(filler.role);
    const auto head = tree_.head_of(span);
    const bool only_deed =
        role == ParticipantRole::instrument && span.size() == 1 && is_deed_of_means(tree_.lemma(head));
    if (is_in_dateline(head) || only_deed) return std::nullopt;
    const bool fresh = !known_at(head);
    const auto entity = entity_of(head, role);
    if (!entity) return std::nullopt;
    auto& found = all_[*entity];
    // The words themselves tell what it is.
    if (fresh && *entity >= old_ && filler.role == FillerRole::perpetrator_organization)
        found.type = EntityType::organization;
    const auto last = role == ParticipantRole::instrument ? last_of_means(words_, span.first, span.last) : span.last;
    const auto told = words_.span(span.first, last);
    add_mention(*entity, {told, found.named ? MentionForm::name : MentionForm::nominal});
    return Party{found.id, told};
}

void EventParties::finish(Reading& reading) {
    std::map<std::string, std::string> id_of;
    for (std::size_t i = 0; i < old_; ++i) reading.entities[i].mentions = all_[i].mentions;
    std::vector<std::size_t> used;
    for (const auto& event : reading.events) {
        for (const auto& one : event.participants) {
            const auto i = by_id_.at(one.entity);
            if (i >= old_ && id_of.emplace(one.entity, "").second) used.push_back(i);
        }
    }
    std::sort(used.begin(), used.end(), [&](std::size_t a, std::size_t b) {
        return all_[a].mentions.front().span < all_[b].mentions.front().span;
    });
    for (const auto i : used) {
        auto& id = id_of[all_[i].id];
        id = "e" + std::to_string(reading.entities.size() + 1);
        reading.entities.push_back(all_[i]);
        reading.entities.back().id = id;
    }
    for (auto& event : reading.events) {
        for (auto& one : event.participants) {
            if (const auto found = id_of.find(one.entity); found != id_of.end()) one.entity = found->second;
        }
    }
}

}  // namespace sayso
