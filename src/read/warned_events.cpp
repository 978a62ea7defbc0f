#include "read/warned_events.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "base/utf8.h"
#include "read/blames.h"
#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {
namespace {

using Lemmas = std::set<std::string>;

bool contains(const std::vector<Span>& spans, Span span) {
    return std::any_of(spans.begin(), spans.end(), [&](Span one) { return one.contains(span); });
}

bool share(const Lemmas& a, const Lemmas& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& one) { return b.contains(one); });
}

bool happened(const Event& event) {
    return !event.status || event.status == EventStatus::occurred || event.status == EventStatus::ongoing;
}

// ---- What the warning tells of --------------------------------------------------------------------

/// Whether the word is what the content is about, not a circumstance of it.
bool is_central(const TreeView& tree, Index i, Index head) {
    for (int steps = 0; steps < 3; ++steps, i = tree.head(i)) {
        if (i == head) return true;
        if (tree.head(i) == none || tree.is(i, "advcl") || tree.relation(i) == "acl:relcl") return false;
        for (const auto preposition : {"after", "since", "following", "despite", "before", "like"}) {
            if (has_case(tree, i, preposition)) return false;
        }
    }
    return false;
}

bool tells_of(const TreeView& tree, const Statement& statement, const Event& event) {
    for (const auto& mention : event.mentions) {
        for (const auto content : statement.content) {
            if (!content.contains(mention.span)) continue;
            const auto whole = words_covered(tree.words(), content);
            const auto own = words_covered(tree.words(), mention.span);
            if (is_central(tree, tree.head_of(own), tree.head_of(whole))) return true;
        }
    }
    return false;
}

/// "the assault", as what the content is about.
bool names_the_attack(const TreeView& tree, const Statement& statement) {
    for (const auto content : statement.content) {
        const auto whole = words_covered(tree.words(), content);
        for (auto i = whole.first; i < whole.last; ++i) {
            if (!is_word_for_any_deed(tree.words()[i].lower)) continue;
            bool definite = false;
            for (auto k = tree.subtree(i).first; k < i; ++k) definite = definite || tree.words()[k].is("the");
            if (definite && is_central(tree, i, tree.head_of(whole))) return true;
        }
    }
    return false;
}

// ---- What happened --------------------------------------------------------------------------------

enum class Tie {
    none,
    concession,  ///< "the dam broke despite warnings that it could fail": the text itself says that they were of this
    before,      ///< "days before the attack", "the attack came after", "two days later"
};

/// Looks for what happened among the events of a reading.
class Finder {
public:
    Finder(const TreeView& tree, const Reading& reading, const Statement& statement,
           const std::vector<WarnedPlace>& places, const Event* own)
        : tree_(tree), words_(tree.words()), reading_(reading), statement_(statement), places_(places), own_(own) {
        if (statement.cue) cue_ = words_covered(words_, statement.cue->span);
        if (!cue_.empty()) cue_head_ = tree.head_of(cue_);
        for (const auto content : statement.content) {
            const auto span = words_covered(words_, content);
            content_lemmas_.merge(telling_lemmas(tree, span));
            for (auto i = span.first; i < span.last; ++i) calls_another_ = calls_another_ || is_another(i);
        }
    }

    [[nodiscard]] const Event* find() const {
        if (cue_head_ == none || calls_another_) return nullptr;
        const bool earlier = came_earlier();
        std::vector<const Event*> found, tied_ones;
        for (const auto& event : reading_.events) {
            if (&event == own_ || !happened(event) || event.part_of || only_told_here(event) || is_over(event))
                continue;
            const auto tied = tie_to(event);
            if (tied == Tie::none && !earlier) continue;
            if (own_ != nullptr ? !is_same(*own_, event) : tied != Tie::concession && !is_endangered(event)) continue;
            found.push_back(&event);
            if (tied != Tie::none) tied_ones.push_back(&event);
        }
        if (tied_ones.size() == 1) return tied_ones.front();
        return found.size() == 1 ? found.front() : nullptr;
    }

private:
    // ---- which ----

    /// "another attack", "more earthquakes", but not "more than 20", "the other day"
    [[nodiscard]] bool is_another(Index i) const {
        if (!words_.lexicons->is_warning_word(words_[i].lower, again_word)) return false;
        if (!tree_.is(i, "amod") && !tree_.is(i, "det")) return false;
        const auto noun = tree_.head(i);
        return noun != none && noun > i && tree_.upos(noun) == "NOUN" && !words_[noun].is(time_word) &&
               std::none_of(reading_.times.begin(), reading_.times.end(),
                            [&](const Time& time) { return time.span.overlaps(words_[noun].span); });
    }

    [[nodiscard]] bool only_told_here(const Event& event) const {
        return std::all_of(event.mentions.begin(), event.mentions.end(),
                           [&](const EventMention& mention) { return contains(statement_.content, mention.span); });
    }

    /// Whether it was over when the warning was given.
    [[nodiscard]] bool is_over(const Event& event) const {
        const auto *said = time(statement_.time), *then = time(event.time);
        return said != nullptr && then != nullptr && is_earlier(*then, *said);
    }

    /// By their dates, where both are known.
    [[nodiscard]] static bool is_earlier(const Time& a, const Time& b) {
        if (!a.end || !b.begin || a.end->starts_with("XXXX") != b.begin->starts_with("XXXX")) return false;
        return *a.end < *b.begin;
    }

    [[nodiscard]] const Time* time(const std::optional<std::string>& id) const {
        for (const auto& one : reading_.times) {
            if (one.id == id) return &one;
        }
        return nullptr;
    }

    [[nodiscard]] const Entity* entity(const std::string& id) const {
        for (const auto& one : reading_.entities) {
            if (one.id == id) return &one;
        }
        return nullptr;
    }

    // ---- how the text ties them ----

    [[nodiscard]] Tie tie_to(const Event& event) const {
        const auto above = governing();
        for (const auto& mention : event.mentions) {
            if (contains(statement_.content, mention.span)) {
                if (is_before(mention)) return Tie::before;
                continue;
            }
            const auto span = words_covered(words_, mention.span);
            if (span.empty()) continue;
            if (above.tie != Tie::none && is_or_does(span, above.verb)) return above.tie;
            if (words_.unit_of[static_cast<std::size_t>(span.first)] == unit() && is_before(mention))
                return Tie::before;
        }
        const auto *said = time(statement_.time), *then = time(event.time);
        const bool dated_before = said != nullptr && then != nullptr && is_earlier(*said, *then);
        return dated_before || follows(event) ? Tie::before : Tie::none;
    }

    [[nodiscard]] std::int32_t unit() const { return words_.unit_of[static_cast<std::size_t>(cue_.first)]; }

    /// "before the attack", "ahead of the bombing", "before gunmen attacked"
    [[nodiscard]] bool is_before(const EventMention& mention) const {
        const auto span = words_covered(words_, mention.span);
        if (span.empty()) return false;
        const auto head = tree_.head_of(span);
        const auto first = tree_.upos(head) == "VERB" ? tree_.subtree(head).first : phrase_at(tree_, head).first;
        if (tree_.upos(head) == "VERB") return has_case(tree_, head, "before") || words_[first].is("before");
        const auto word = [&](Index i) { return i >= 0 ? std::string_view(words_[i].lower) : std::string_view(); };
        return word(first - 1) == "before" || word(first) == "before" ||
               (word(first - 1) == "to" && word(first - 2) == "prior") ||
               (word(first - 1) == "of" && word(first - 2) == "ahead");
    }

    struct Governing {
        Tie tie = Tie::none;
        Index verb = none;
    };

    /// The verb whose clause "after …", "despite …" the warning stands in.
    [[nodiscard]] Governing governing() const {
        auto i = cue_head_;
        for (int steps = 0; steps < 4 && tree_.head(i) != none; ++steps, i = tree_.head(i)) {
            if (!tree_.is(i, "advcl") && !tree_.is(i, "obl") && !tree_.is(i, "nmod")) continue;
            for (const auto concession : {"despite", "although", "though"}) {
                if (has_case(tree_, i, concession)) return {Tie::concession, tree_.head(i)};
            }
            if (has_case(tree_, i, "after")) return {Tie::before, tree_.head(i)};
        }
        return {};
    }

    /// Whether the verb tells of the event, or its subject does: "the attack came".
    [[nodiscard]] bool is_or_does(WordSpan mention, Index verb) const {
        if (mention.contains(verb)) return true;
        const auto subject = tree_.child(verb, "nsubj");
        return subject != none && mention.contains(subject);
    }

    /// "Two days later, gunmen attacked": told after the warning, and as later than it.
    [[nodiscard]] bool follows(const Event& event) const {
        const auto* then = time(event.time);
        if (then == nullptr || then->span.begin < statement_.cue->span.end) return false;
        const auto span = words_covered(words_, then->span);
        if (span.empty() || words_.unit_of[static_cast<std::size_t>(span.first)] > unit() + 2) return false;
        return words_[span.last - 1].is("later") ||
               (words_[span.first].is("the") && span.size() > 1 &&
                (words_[span.first + 1].is("next") || words_[span.first + 1].is("following")));
    }

    // ---- whether the warning came before what was told ----

    [[nodiscard]] bool came_earlier() const {
        const auto is_earlier = [&](Index i) {
            return words_.lexicons->is_warning_word(words_[i].lower, earlier_word);
        };
        for (auto i = cue_.first; i < cue_.last; ++i) {
            if (is_earlier(i) || is_had(i)) return true;
        }
        for (const auto child : tree_.children(cue_head_)) {
            const bool own = tree_.is(child, "amod") || tree_.is(child, "advmod") || tree_.is(child, "aux");
            if (own && (is_earlier(child) || is_had(child))) return true;
        }
        if (const auto* said = time(statement_.time); said != nullptr) {
            const auto span = words_covered(words_, said->span);
            if (!span.empty() && is_earlier(span.last - 1)) return true;
            if (!span.empty() && span.last < words_.size() && is_earlier(span.last)) return true;
        }
        return had_above() || own_warning_was_earlier();
    }

    [[nodiscard]] bool is_had(Index i) const {
        return words_[i].is("had") && (tree_.is(i, "aux") || tree_.upos(i) == "AUX");
    }

    /// "had dismissed a warning that": what was dismissed was given before.
    [[nodiscard]] bool had_above() const {
        if (tree_.upos(cue_head_) != "NOUN") return false;
        const auto verb = tree_.head(cue_head_);
        if (verb == none || !(tree_.is(cue_head_, "obj") || tree_.is(cue_head_, "obl"))) return false;
        const auto& children = tree_.children(verb);
        return std::any_of(children.begin(), children.end(), [&](Index child) { return is_had(child); });
    }

    /// "disclosed that they had flagged the hall"
    [[nodiscard]] bool own_warning_was_earlier() const {
        if (statement_.act == Act::warn) return false;
        const auto head = tree_.head_of(words_covered(words_, statement_.content.front()));
        const auto& children = tree_.children(head);
        return std::any_of(children.begin(), children.end(), [&](Index child) { return is_had(child); });
    }

    // ---- whether what happened is what was warned of ----

    [[nodiscard]] bool is_same(const Event& warned, const Event& event) const {
        return same_kind(warned, event) && places_agree(warned, event) && things_agree(warned, event) &&
               doers_agree(warned, event);
    }

    [[nodiscard]] static bool is_blast(const Event& event) {
        return (event.type == "accident" && event.mode == "explosion") ||
               (event.type == "assault" && event.mode == "bombing");
    }

    /// "an attack" may be any; a bombing is no stabbing.
    [[nodiscard]] static bool same_kind(const Event& a, const Event& b) {
        if (a.type == b.type && a.mode == b.mode) return true;
        if (is_blast(a) && is_blast(b)) return true;
        const auto any = [](const Event& event) { return !event.mode || event.mode == "armed-attack"; };
        return a.type == "assault" && b.type == "assault" && is_attack(a) && is_attack(b) && (any(a) || any(b));
    }

    [[nodiscard]] bool places_agree(const Event& a, const Event& b) const {
        if (!b.place) return true;
        if (!agrees_with_places(b)) return false;
        return !a.place || a.place == b.place || lies_in(*a.place, *b.place) || lies_in(*b.place, *a.place);
    }

    /// Whether one of the places that the warning names, if it names any, can be where it happened.
    [[nodiscard]] bool agrees_with_places(const Event& event) const {
        const auto& place = *event.place;
        bool named = false;
        for (const auto& one : places_) {
            if (one.entity == nullptr) continue;
            named = true;
            const auto& id = one.entity->id;
            if (id == place || lies_in(id, place) || lies_in(place, id) || is_named_with(event, *one.entity))
                return true;
        }
        return !named;
    }

    /// "the hall attack in Moscow": the event's own words name the place.
    [[nodiscard]] bool is_named_with(const Event& event, const Entity& place) const {
        return std::any_of(event.mentions.begin(), event.mentions.end(), [&](const EventMention& mention) {
            const auto span = words_covered(words_, mention.span);
            if (span.empty() || tree_.upos(tree_.head_of(span)) != "NOUN") return false;
            const auto own = tree_.subtree(tree_.head_of(span));
            const auto whole = words_.span(own.first, own.last);
            return std::any_of(place.mentions.begin(), place.mentions.end(),
                               [&](const Mention& one) { return whole.contains(one.span); });
        });
    }

    /// By what the text tells, or a country by what is known of the place.
    [[nodiscard]] bool lies_in(const std::string& inner, const std::string& outer) const {
        const auto *a = entity(inner), *b = entity(outer);
        if (a == nullptr || b == nullptr) return false;
        if (a->place && b->place && b->place->kind == "country" && a->place->country == b->place->country) return true;
        return std::any_of(a->affiliations.begin(), a->affiliations.end(), [&](const Affiliation& one) {
            return one.to == outer && (one.relation == Relation::located_in || one.relation == Relation::part_of);
        });
    }

    /// What was hit or broke, by its words: "a concert hall", "the bridge".
    [[nodiscard]] bool things_agree(const Event& warned, const Event& event) const {
        for (const auto role : {ParticipantRole::target, ParticipantRole::instrument}) {
            const auto own = things_of(warned, role), other = things_of(event, role);
            if (!own.empty() && !other.empty() && !share(own, other)) return false;
        }
        return true;
    }

    [[nodiscard]] Lemmas things_of(const Event& event, ParticipantRole role) const {
        Lemmas found;
        for (const auto& one : event.participants) {
            const bool told_here = &event != own_ || contains(statement_.content, one.span);
            if (one.role == role && told_here) found.merge(lemmas_of(one.span));
        }
        return found;
    }

    /// Of the noun and what belongs to it; a pronoun tells nothing.
    [[nodiscard]] Lemmas lemmas_of(Span span) const {
        const auto covered = words_covered(words_, span);
        if (covered.empty()) return {};
        // "the ferry | Princess Marisol"
        auto head = tree_.head_of(covered);
        while (tree_.head(head) != none &&
               (tree_.is(head, "flat") || tree_.is(head, "appos") || tree_.is(head, "compound")))
            head = tree_.head(head);
        const auto phrase = phrase_at(tree_, head);
        Lemmas nouns;
        for (auto i = std::min(covered.first, phrase.first); i < std::max(covered.last, phrase.last); ++i) {
            if (tree_.upos(i) == "NOUN" || tree_.upos(i) == "PROPN") nouns.insert(lower(tree_.lemma(i)));
        }
        return nouns;
    }

    /// "Islamic State fighters" are not "Al Qaeda"; who has no name may be anybody.
    [[nodiscard]] bool doers_agree(const Event& a, const Event& b) const {
        const auto own = names_of_doers(a), other = names_of_doers(b);
        return own.empty() || other.empty() || share(own, other);
    }

    [[nodiscard]] Lemmas names_of_doers(const Event& event) const {
        Lemmas found;
        for (const auto& one : event.participants) {
            if (one.role != ParticipantRole::actor) continue;
            const auto span = words_covered(words_, one.span);
            for (auto i = span.first; i < span.last; ++i) {
                if (words_[i].name != none) found.insert(words_[i].lower);
            }
        }
        return found;
    }

    /// A warning that tells of no event, but of harm to what was hit: "extremist plans to target a concert hall", "that
    /// the bridge would fall".
    [[nodiscard]] bool is_endangered(const Event& event) const {
        const bool attack = is_attack(event);
        if (!attack && event.type != "accident" && event.type != "disaster") return false;
        if (!has_content_word(attack ? plan_word : harm_word)) return false;
        if (event.place && !agrees_with_places(event)) return false;
        auto told = things_of(event, ParticipantRole::target);
        told.merge(things_of(event, ParticipantRole::instrument));
        for (const auto& mention : event.mentions) told.merge(lemmas_of(mention.span));
        const auto* place = event.place ? entity(*event.place) : nullptr;
        for (const auto& one : places_) {
            if (place != nullptr && one.entity == place) return true;
            if (one.entity == nullptr && told.contains(lower(tree_.lemma(one.word)))) return true;
        }
        return !attack && share(told, nouns_in_content());
    }

    [[nodiscard]] bool has_content_word(std::uint32_t kind) const {
        return std::any_of(content_lemmas_.begin(), content_lemmas_.end(),
                           [&](const std::string& lemma) { return words_.lexicons->is_warning_word(lemma, kind); });
    }

    [[nodiscard]] Lemmas nouns_in_content() const {
        Lemmas nouns;
        for (const auto content : statement_.content) {
            const auto span = words_covered(words_, content);
            for (auto i = span.first; i < span.last; ++i) {
                if (tree_.upos(i) == "NOUN") nouns.insert(lower(tree_.lemma(i)));
            }
        }
        return nouns;
    }

    const TreeView& tree_;
    const TextWords& words_;
    const Reading& reading_;
    const Statement& statement_;
    const std::vector<WarnedPlace>& places_;
    const Event* own_;
    WordSpan cue_;
    Index cue_head_ = none;
    Lemmas content_lemmas_;
    bool calls_another_ = false;
};

/// The one event that the warning tells of, or that was at the venue that it names.
const Event* told_event(const TreeView& tree, const Reading& reading, const Statement& statement,
                        const std::vector<WarnedPlace>& places, bool& several) {
    const Event* found = nullptr;
    for (const auto& event : reading.events) {
        const bool there =
            event.place && event.type == "assault" && !event.part_of &&
            std::any_of(places.begin(), places.end(), [&](const WarnedPlace& one) {
                return one.precision == PlacePrecision::venue && one.entity != nullptr && one.entity->id == event.place;
            });
        if (!there && !tells_of(tree, statement, event)) continue;
        several = found != nullptr;
        if (several) return nullptr;
        found = &event;
    }
    if (found == nullptr && names_the_attack(tree, statement)) found = the_attack(reading);
    return found;
}

}  // namespace

std::optional<std::string> event_warned_of(const TreeView& tree, const Reading& reading, const Statement& statement,
                                           const std::vector<WarnedPlace>& places) {
    bool several = false;
    const auto* own = told_event(tree, reading, statement, places, several);
    if (several) return std::nullopt;
    const bool told_elsewhere =
        own != nullptr && happened(*own) &&
        std::any_of(own->mentions.begin(), own->mentions.end(),
                    [&](const EventMention& mention) { return !contains(statement.content, mention.span); });
    if (!told_elsewhere) {
        if (const auto* found = Finder(tree, reading, statement, places, own).find()) own = found;
    }
    return own == nullptr ? std::nullopt : std::optional(own->id);
}

}  // namespace sayso
