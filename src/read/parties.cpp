#include "read/parties.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "read/anonymity.h"
#include "read/coreferents.h"
#include "read/descriptions.h"
#include "read/known_descriptions.h"
#include "read/metonyms.h"
#include "read/pronouns.h"
#include "read/roles.h"
#include "read/tree_phrases.h"

namespace sayso {
namespace {

/// "I", "we", "me", "my"
bool first_person(const TextWord& word) {
    static constexpr std::array<std::string_view, 6> forms{"i", "we", "me", "us", "my", "our"};
    return word.name == none && among(forms, word.lower);
}

std::uint32_t size_of(const std::vector<Span>& content) {
    std::uint32_t size = 0;
    for (const auto span : content) size += span.end - span.begin;
    return size;
}

/// The statement whose content `span` lies in, the narrowest of several; null if there is none.
const Attribution* statement_around(const std::vector<Attribution>& attributions, const Attribution& inner, Span span) {
    const Attribution* around = nullptr;
    for (const auto& one : attributions) {
        if (&one == &inner || !one.source || !in_content(one.statement.content, span)) continue;
        if (around == nullptr || size_of(one.statement.content) < size_of(around->statement.content)) around = &one;
    }
    return around;
}

/// Whom the source was found to be, or `none`.
Index entity_told(const Attribution& one) {
    const auto& source = one.statement.source;
    return source && source->entity ? static_cast<Index>(std::stol(*source->entity)) : none;
}

/// "who asked not to be named": it tells why there is no name, and nothing else.
bool asks_for_no_name(const TextWords& w, const Statement& statement) {
    const auto told = statement.content.empty() ? std::string_view() : w.text(statement.content.front());
    return told.find("not to be named") != told.npos || told.find("not to be identified") != told.npos ||
           told.find("not to be quoted") != told.npos;
}

/// A relative that makes nothing known of anybody: its antecedent is not plain, or it only says what kind of people
/// they are ("those who want to work").
bool empty_relative(const TextWords& w, const Attribution& one) {
    if (!one.source || !is_relative(w[one.source->head])) return false;
    const auto& statement = one.statement;
    if (!statement.source->entity || asks_for_no_name(w, statement)) return true;
    const bool restrictive = one.source->head > 0 && !w[one.source->head - 1].comma();
    return statement.act == Act::intend && statement.source->anonymous && restrictive;
}

class PartyLinking {
public:
    PartyLinking(const TreeView& tree, const Gazetteer& gazetteer, const std::vector<NameUse>& uses,
                 EntityDrafts& drafts, std::vector<Attribution>& attributions)
        : tree_(tree),
          gazetteer_(gazetteer),
          drafts_(drafts),
          attributions_(attributions),
          coreferents_(drafts.words()),
          descriptions_(drafts, coreferents_),
          known_(tree, uses, drafts, coreferents_),
          pronouns_(tree, drafts, coreferents_) {}

    void link(Attribution& one) {
        if (one.source) one.source = about_person(drafts_.words(), *one.source);
        if (one.addressee) one.addressee = about_person(drafts_.words(), *one.addressee);
        for (auto& via : one.via) via = about_person(drafts_.words(), via);
        if (one.source) link_source(one);
        for (const auto& blamed : one.blamed) {
            const auto entity = acting(one, blamed.phrase, {});
            if (entity == none) continue;
            // "She accused him": a pronoun taken for who accuses is taken wrongly.
            const auto id = std::to_string(entity);
            const bool accuser = one.statement.act == Act::accuse && one.source && one.statement.source->entity == id;
            if (!accuser) one.statement.blames.push_back({id, std::nullopt, blamed.stance});
        }
        for (const auto& via : one.via) {
            auto passed_on = party(via, entity_of(one, via, {}));
            // "A diplomat said … Courier, according to the diplomat": nobody passes on his own words.
            const bool own =
                passed_on.entity && one.statement.source && one.statement.source->entity == passed_on.entity;
            if (!own) one.statement.via.push_back(std::move(passed_on));
        }
        if (one.addressee) {
            one.statement.addressee = party(*one.addressee, acting(one, *one.addressee, {}));
            // "Orvik asked him": another.
            auto& told = *one.statement.addressee;
            if (told.entity && one.statement.source && told.entity == one.statement.source->entity) told.entity.reset();
        }
    }

    /// “I believe …,” Orvik said: whose words they are, when all others are known.
    void link_first_persons(Attribution& one) {
        auto& statement = one.statement;
        if (one.source && statement.source && !statement.source->entity) {
            const auto speaker = quoted_speaker(one, *one.source);
            if (speaker != none) {
                statement.source->entity = std::to_string(speaker);
                statement.source->anonymous = is_anonymous(drafts_, coreferents_, *one.source, speaker);
            }
        }
        if (one.addressee && statement.addressee && !statement.addressee->entity) {
            const auto speaker = quoted_speaker(one, *one.addressee);
            if (speaker != none) statement.addressee->entity = std::to_string(speaker);
        }
    }

private:
    void link_source(Attribution& one) {
        const auto& phrase = *one.source;
        Source source;
        source.span = drafts_.words().span(phrase.first, phrase.last);
        const auto entity = names_several(phrase) ? descriptions_.entity_of_several(phrase)
                                                  : acting(one, phrase, one.statement.content);
        if (entity != none) source.entity = std::to_string(entity);
        source.anonymous = is_anonymous(drafts_, coreferents_, phrase, entity);
        one.statement.source = source;
        // Whose words another person tells does not go on speaking: the other does.
        const auto* around = statement_around(attributions_, one, source.span);
        if (around == nullptr || is_known_body(*around)) pronouns_.spoke(phrase, entity);
    }

    /// "Lena Orvik and her deputy, Bram Tell,": names joined by "and" are no one of them alone.
    [[nodiscard]] bool names_several(const Phrase& phrase) const {
        const auto first = drafts_.of_word(phrase.head);
        if (joins_bodies(phrase) || is_called_by_names(phrase)) return true;
        if (first == none || !drafts_[first].entity.named) return false;
        const auto all = joined_with(tree_, phrase.head);
        return std::any_of(all.begin(), all.end(), [&](Index other) {
            const auto entity = drafts_.of_word(other);
            const bool named = entity != none && entity != first && drafts_[entity].entity.named;
            const bool apposed = tree_.child(other, "appos") != none;
            // "Meles Orvik and leaders of the opposition"
            const auto kind = drafts_.words()[other].noun;
            const bool people = entity == none && (kind == NounKind::people || kind == NounKind::person);
            return other > phrase.head && other < phrase.last && (named || apposed || people);
        });
    }

    /// "his sons, Amos and Eban": none of them alone.
    [[nodiscard]] bool is_called_by_names(const Phrase& phrase) const {
        const auto& w = drafts_.words();
        if (!w[phrase.head].lower.ends_with("s") || w[phrase.head].name != none) return false;
        for (auto i = phrase.core_last + 1; i + 1 < phrase.last; ++i) {
            const auto left = drafts_.of_word(i - 1), right = drafts_.of_word(i + 1);
            if (w[i].is("and") && left != none && right != none && left != right &&
                drafts_.type(left) == EntityType::person && drafts_.type(right) == EntityType::person)
                return true;
        }
        return false;
    }

    /// "the UN and African Union (AU)", "the Norish government and the Front": two bodies, of which the head is one.
    [[nodiscard]] bool joins_bodies(const Phrase& phrase) const {
        const auto& w = drafts_.words();
        const auto head = drafts_.of_word(phrase.head);
        const auto body = [&](Index i) {
            const auto entity = drafts_.of_word(i);
            const bool named =
                entity != none && drafts_[entity].entity.named &&
                (drafts_.type(entity) == EntityType::organization || drafts_.type(entity) == EntityType::place);
            return named ? entity : none;
        };
        for (auto i = phrase.first + 1; i + 1 < phrase.last; ++i) {
            if (!w[i].is("and")) continue;
            auto before = i - 1, after = i + 1;
            if (w[before].form == ")") before -= 3;
            if (w[after].is(determiner)) ++after;
            if (before < phrase.first || after >= phrase.last) continue;
            const auto left = body(before), right = body(after);
            const bool by_kind = before == phrase.head && w[before].noun == NounKind::institution && right != none;
            const bool by_names = left != none && right != none && left != right && (head == left || head == right);
            if (by_kind || by_names) return true;
        }
        return false;
    }

    /// Of a teller that stands behind what it tells nothing is known yet.
    [[nodiscard]] bool is_known_body(const Attribution& one) const {
        const auto teller = entity_told(one);
        return one.statement.source && (teller == none || drafts_.type(teller) != EntityType::person);
    }

    [[nodiscard]] Party party(const Phrase& phrase, Index entity) const {
        Party party;
        party.span = drafts_.words().span(phrase.first, phrase.last);
        if (entity != none) party.entity = std::to_string(entity);
        return party;
    }

    Index acting(const Attribution& one, const Phrase& phrase, const std::vector<Span>& content) {
        return acting_for(drafts_, gazetteer_, phrase, entity_of(one, phrase, content));
    }

    Index entity_of(const Attribution& one, const Phrase& phrase, const std::vector<Span>& content) {
        const auto& w = drafts_.words();
        const auto& head = w[phrase.head];
        if (is_relative(head)) return antecedent(tree_, drafts_, descriptions_, phrase.head);
        if (head.is(pronoun | object_pronoun | possessive) && head.name == none)
            return pronouns_.meant(use_of(one, phrase, content));
        if (const auto holder = known_.holder_of_initials(phrase); holder != none) {
            mention_described(drafts_, holder, phrase);
            return holder;
        }
        const auto named = drafts_.of_word(phrase.head);
        if (named != none) return named;
        if (const auto in_apposition = named_in_apposition(drafts_, phrase); in_apposition != none) {
            if (is_office(w, phrase.head)) drafts_.add_role(in_apposition, role_of(drafts_, phrase));
            return in_apposition;
        }
        if (const auto holder = named_behind_office(phrase); holder != none) return holder;
        // A name that stands for several, or a people's adjective.
        if (head.name != none && !is_common_noun(w, phrase.head)) return none;
        if (const auto body = named_before_kind(drafts_, phrase); body != none) return body;
        if (const auto known = known_.meant(phrase, content); known != none) {
            mention_described(drafts_, known, phrase);
            return known;
        }
        return descriptions_.entity_of(phrase);
    }

    /// "The President of the Republic Ilse Varga", but not "the lawyer of Ilse Varga"
    [[nodiscard]] Index named_behind_office(const Phrase& phrase) const {
        const auto& w = drafts_.words();
        if (!is_office(w, phrase.head)) return none;
        for (auto i = phrase.head + 1; i < phrase.core_last; ++i) {
            const auto entity = drafts_.of_word(i);
            if (entity == none || drafts_.type(entity) != EntityType::person) continue;
            return w[i - 1].is(preposition | conjunction) || w[i - 1].punctuation ? none : entity;
        }
        return none;
    }

    [[nodiscard]] PronounUse use_of(const Attribution& one, const Phrase& phrase,
                                    const std::vector<Span>& content) const {
        const auto& w = drafts_.words();
        PronounUse use;
        use.word = phrase.head;
        use.content = content;
        if (const auto* around = statement_around(attributions_, one, w[phrase.head].span)) {
            use.told = around->statement.content;
            use.quoted = w[phrase.head].quoted != none;
            const auto teller = entity_told(*around);
            use.teller = teller != none ? teller : drafts_.of_word(around->source->head);
        }
        return use;
    }

    Index quoted_speaker(const Attribution& one, const Phrase& phrase) {
        const auto& word = drafts_.words()[phrase.head];
        if (!first_person(word) || word.quoted == none) return none;
        const auto* around = statement_around(attributions_, one, word.span);
        const auto speaker = around == nullptr ? none : entity_told(*around);
        if (speaker == none) return none;
        drafts_.add_mention(speaker, {word.span, MentionForm::pronoun});
        return speaker;
    }

    const TreeView& tree_;
    const Gazetteer& gazetteer_;
    EntityDrafts& drafts_;
    const std::vector<Attribution>& attributions_;
    Coreferents coreferents_;
    Descriptions descriptions_;
    KnownDescriptions known_;
    Pronouns pronouns_;
};

}  // namespace

void link_parties(const TreeView& tree, const Gazetteer& gazetteer, const std::vector<NameUse>& uses,
                  EntityDrafts& drafts, std::vector<Attribution>& attributions) {
    // Who is meant by a pronoun is told by what stands before it.
    std::vector<Attribution*> order;
    for (auto& one : attributions) order.push_back(&one);
    std::stable_sort(order.begin(), order.end(), [](const Attribution* a, const Attribution* b) {
        return (a->source ? a->source->first : a->first) < (b->source ? b->source->first : b->first);
    });
    PartyLinking linking(tree, gazetteer, uses, drafts, attributions);
    for (auto* one : order) linking.link(*one);
    for (auto& one : attributions) linking.link_first_persons(one);
    std::erase_if(attributions, [&](const Attribution& one) { return empty_relative(drafts.words(), one); });
}

}  // namespace sayso
