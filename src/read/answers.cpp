#include "read/answers.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "read/blames.h"
#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {
namespace {

// ---- Who ------------------------------------------------------------------------------------------

/// Somebody, with whom he speaks for.
struct Identity {
    std::set<std::string> entities;
    std::set<std::string> countries;  ///< codes, and the ids of those named in his description
    bool official = false;            ///< speaks for a country or a place

    [[nodiscard]] bool known() const { return !entities.empty() || !countries.empty(); }
};

bool share(const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& one) { return b.contains(one); });
}

bool same(const Identity& a, const Identity& b) {
    return share(a.entities, b.entities) || (a.official && b.official && share(a.countries, b.countries));
}

bool is_official(std::string_view noun) {
    return one_of(noun, "official", "officials", "authorities", "authority", "counterpart", "counterparts",
                  "government", "diplomat", "diplomats", "ambassador", "minister", "ministers", "ministry", "president",
                  "spokesman", "spokeswoman", "spokesperson", "envoy", "leaders", "leader", "services", "service",
                  "agencies", "agency", "military", "army", "intelligence", "embassy", "side", "sources", "source",
                  "leadership", "forces", "colleagues", "regime", "administration");
}

// ---- What words refer to --------------------------------------------------------------------------

/// What a noun for a statement stands for.
enum class Kind { accusation, warning, threat, demand, criticism, denial, assertion };

std::optional<Kind> kind_of(std::string_view lemma) {
    if (one_of(lemma, "accusation", "allegation", "charge", "insinuation", "implication")) return Kind::accusation;
    if (one_of(lemma, "warning", "alert", "caution", "advisory")) return Kind::warning;
    if (one_of(lemma, "threat", "ultimatum")) return Kind::threat;
    if (one_of(lemma, "demand", "request", "appeal", "call")) return Kind::demand;
    if (one_of(lemma, "criticism", "condemnation")) return Kind::criticism;
    if (lemma == "denial") return Kind::denial;
    if (one_of(lemma, "claim", "report", "assertion", "statement", "account", "version", "suggestion", "finding",
               "conclusion", "rumour", "rumor", "speculation", "explanation", "story", "theory", "remark", "comment"))
        return Kind::assertion;
    return std::nullopt;
}

bool asserts(Act act) {
    return act == Act::state || act == Act::accuse || act == Act::announce || act == Act::confirm ||
           act == Act::suggest || act == Act::claim || act == Act::admit;
}

bool is_false(std::string_view word) {
    return one_of(word, "false", "untrue", "baseless", "groundless", "unfounded", "absurd", "nonsense", "lie", "lies",
                  "wrong", "ridiculous", "fabricated", "fabrication", "fabrications", "rubbish", "ludicrous",
                  "invented", "preposterous", "fiction", "unsubstantiated", "slander", "nonsensical", "incorrect");
}

bool is_true(std::string_view word) {
    return one_of(word, "true", "accurate", "correct", "right", "justified");
}

/// A noun for a statement, with what tells which one is meant.
struct Reference {
    Kind kind = Kind::assertion;
    Index noun = 0;
    bool plural = false;
    bool both = false;
    std::vector<Index> speakers;  ///< "X's accusations", "warnings by the bank"
    std::set<std::string> topic;  ///< lemmas of "that the dam was weak", "of fraud"
};

// ---- Finding --------------------------------------------------------------------------------------

class AnswerFinder {
public:
    AnswerFinder(const TreeView& tree, const Gazetteer& gazetteer, Reading& reading)
        : tree_(tree), words_(tree.words()), gazetteer_(gazetteer), reading_(reading), all_(reading.statements) {
        for (std::size_t i = 0; i < reading.entities.size(); ++i) entity_indices_.emplace(reading.entities[i].id, i);
        for (const auto& statement : all_) told_.push_back(told(statement));
        for (std::size_t k = 0; k < all_.size(); ++k) {
            if (told_[k].head == none || !all_[k].cue || !asserts(all_[k].act)) continue;
            for (const auto& lemma : told_[k].lemmas) asserting_[lemma].push_back(k);
        }
    }

    void run() {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (all_[i].cue && told_[i].head != none) answer(i);
        }
    }

private:
    /// A statement as others may refer to it.
    struct Told {
        Identity who, to;
        Index head = none;             ///< what the others of its content depend on
        Index first = 0;               ///< its first word
        std::set<std::string> lemmas;  ///< of its contents
    };

    // ---- statements ------------------------------------------------------------------------------

    Told told(const Statement& statement) const {
        Told one;
        if (statement.source) one.who = identity(statement.source->entity, statement.source->span);
        if (statement.addressee) one.to = identity(statement.addressee->entity, statement.addressee->span);
        for (const auto content : statement.content) {
            const auto span = words_covered(words_, content);
            if (span.empty()) continue;
            if (one.head == none) one.head = tree_.head_of(span);
            one.lemmas.merge(telling_lemmas(tree_, span));
        }
        const auto start = statement.cue ? statement.cue->span : statement.content.front();
        one.first = words_.word_at(start.begin);
        return one;
    }

    [[nodiscard]] const Entity* entity(const std::string& id) const {
        const auto found = entity_indices_.find(id);
        return found == entity_indices_.end() ? nullptr : &reading_.entities[found->second];
    }

    Identity identity(const std::optional<std::string>& id, Span span) const {
        Identity one;
        if (id) add_entity(one, *id);
        const auto within = words_covered(words_, span);
        for (auto i = within.first; i < within.last; ++i) {
            const auto& word = words_[i];
            one.official = one.official || is_official(word.lower) || word.noun == NounKind::institution;
            if (word.name == none || (i > within.first && words_[i - 1].name == word.name)) continue;
            const auto& name = words_.analysis->names[static_cast<std::size_t>(word.name)];
            if (name.type == NameType::norp || name.type == NameType::location) add_place(one, words_.text(name.span));
            if (name.type != NameType::person) add_named_at(one, name.span);
        }
        return one;
    }

    void add_entity(Identity& one, const std::string& id) const {
        one.entities.insert(id);
        const auto* known = entity(id);
        if (known == nullptr) return;
        for (const auto& role : known->roles) {
            if (role.of) one.entities.insert(*role.of);
        }
        for (const auto& affiliation : known->affiliations) {
            if (affiliation.relation == Relation::part_of || affiliation.relation == Relation::also_known_as)
                one.entities.insert(affiliation.to);
        }
        if (known->actor && known->actor->country && known->type != EntityType::person)
            one.countries.insert(*known->actor->country);
        if (known->type != EntityType::place) return;
        one.official = true;
        one.countries.insert(known->id);
        add_place(one, known->name);
    }

    /// The country of a name, a people's adjective or a capital.
    void add_place(Identity& one, std::string_view name) const {
        const auto* country = gazetteer_.country(name);
        if (country == nullptr) country = gazetteer_.country_of_demonym(name);
        if (country != nullptr) one.countries.insert(std::string(country->code));
        const auto place = country != nullptr ? std::optional<Toponym>() : gazetteer_.place(name);
        if (place && place->capital) one.countries.insert(std::string(place->country));
    }

    /// "bank officials", "bank sources": whoever the name in the description stands for.
    void add_named_at(Identity& one, Span span) const {
        for (const auto& known : reading_.entities) {
            if (!known.named || known.type == EntityType::person) continue;
            if (std::any_of(known.mentions.begin(), known.mentions.end(),
                            [&](const Mention& mention) { return mention.span.overlaps(span); }))
                one.countries.insert(known.id);
        }
    }

    [[nodiscard]] static bool holds(const Statement& outer, const Statement& inner) {
        const auto own = inner.cue ? inner.cue->span : inner.content.front();
        return std::any_of(outer.content.begin(), outer.content.end(), [&](Span span) { return span.contains(own); });
    }

    /// Whether `of` can be answered by `by` at all: nobody answers himself, nor what he tells or is told in.
    [[nodiscard]] bool may_answer(std::size_t by, std::size_t of) const {
        if (by == of || holds(all_[by], all_[of]) || holds(all_[of], all_[by])) return false;
        const auto &a = all_[by], &b = all_[of];
        // "accused Hale. He denied": "he" is more likely the accused than taken rightly for the accuser.
        if (is_pronoun(a.source) && a.act == Act::deny && b.act == Act::accuse && !is_pronoun(b.source)) return true;
        if (told_[by].who.known() && share(told_[by].who.entities, told_[of].who.entities)) return false;
        const bool spans = a.source && b.source;
        return !spans || words_.text(a.source->span) != words_.text(b.source->span);
    }

    [[nodiscard]] bool is_pronoun(const std::optional<Source>& source) const {
        if (!source) return false;
        const auto span = words_covered(words_, source->span);
        return span.size() == 1 && words_[span.first].is(pronoun);
    }

    [[nodiscard]] std::uint32_t zone(std::size_t i) const { return words_.unit(told_[i].first).zone; }
    [[nodiscard]] Index unit(std::size_t i) const { return words_.unit_of[static_cast<std::size_t>(told_[i].first)]; }
    [[nodiscard]] bool before(std::size_t i, std::size_t at) const { return told_[i].first < told_[at].first; }

    /// Blames, in the statement, of somebody who is this one.
    [[nodiscard]] bool blames(std::size_t i, const Identity& who, Stance stance) const {
        return std::any_of(all_[i].blames.begin(), all_[i].blames.end(), [&](const Blame& blame) {
            if (blame.stance != stance) return false;
            const auto* known = entity(blame.entity);
            return known != nullptr && same(who, identity(blame.entity, known->mentions.front().span));
        });
    }

    [[nodiscard]] bool holds_another(std::size_t i, const std::vector<std::size_t>& among) const {
        return std::any_of(among.begin(), among.end(),
                           [&](std::size_t k) { return k != i && holds(all_[i], all_[k]); });
    }

    // ---- answers ---------------------------------------------------------------------------------

    void answer(std::size_t i) {
        const auto& statement = all_[i];
        const auto cue = words_covered(words_, statement.cue->span);
        if (cue.empty() || is_negated(tree_, tree_.head_of(cue))) return;
        if (const auto received = receipt(i)) {
            link_all(i, received_warnings(i), *received);
            return;
        }
        std::optional<Stance> stance;
        if (statement.act == Act::deny || statement.act == Act::reject) stance = Stance::rejects;
        if (statement.act == Act::confirm) stance = Stance::affirms;
        if (statement.certainty == Certainty::doubtful && !stance) stance = Stance::doubts;
        if (!stance || stance == Stance::doubts) {
            if (const auto judged = judgement(i, cue)) {
                if (const auto meant = reference(judged->first)) link_all(i, targets(i, *meant), judged->second);
                return;
            }
        }
        if (stance == Stance::rejects || blames_itself_not(i)) deny_part(i);
        if (!stance) return;
        const auto head = told_[i].head;
        if (const auto meant = reference(head)) {
            link_all(i, targets(i, *meant), *stance);
        } else if (is_bare_pronoun(i)) {
            link_all(i, just_said(i), *stance);
        } else if (stance != Stance::doubts) {
            link_all(i, same_proposition(i), *stance);
        }
    }

    /// "denied receiving any warning", "admitted that he had received the warning": what it holds of the warning given.
    [[nodiscard]] std::optional<Stance> receipt(std::size_t i) const {
        const auto act = all_[i].act;
        if (act != Act::deny && act != Act::admit && act != Act::confirm) return std::nullopt;
        const auto head = told_[i].head;
        if (tree_.upos(head) != "VERB") return std::nullopt;
        const auto object = tree_.child(head, "obj");
        const bool given = one_of(tree_.lemma(head), "receive", "get", "see", "have") && object != none &&
                           kind_of(tree_.lemma(object)) == Kind::warning;
        const bool told =
            one_of(tree_.lemma(head), "warn", "alert", "forewarn") && tree_.child(head, "nsubj:pass") != none;
        if (!given && !told) return std::nullopt;
        return act == Act::deny ? Stance::denies : Stance::affirms;
    }

    [[nodiscard]] std::vector<std::size_t> received_warnings(std::size_t i) const {
        Reference meant;
        meant.kind = Kind::warning;
        meant.plural = true;
        std::vector<std::size_t> found;
        for (const auto k : of_kind(Kind::warning)) {
            if (may_answer(i, k)) found.push_back(k);
        }
        return warnings(i, meant, found);
    }

    void link_all(std::size_t i, const std::vector<std::size_t>& targets, Stance stance) {
        for (const auto k : targets) {
            auto& about = all_[i].about;
            const bool known =
                std::any_of(about.begin(), about.end(), [&](const About& one) { return one.statement == all_[k].id; });
            if (!known) about.push_back({std::nullopt, all_[k].id, stance});
        }
    }

    /// "said the accusations were false", "called the report a lie": the noun, and what the source holds of it.
    [[nodiscard]] std::optional<std::pair<Index, Stance>> judgement(std::size_t i, WordSpan cue) const {
        const auto head = told_[i].head;
        const auto subject = tree_.child(head, "nsubj");
        if (subject != none && kind_of(tree_.lemma(subject))) {
            const bool no = is_negated(tree_, head);
            if (is_false(words_[head].lower)) return std::pair(subject, no ? Stance::affirms : Stance::rejects);
            if (is_true(words_[head].lower)) return std::pair(subject, no ? Stance::rejects : Stance::affirms);
        }
        const auto naming = tree_.lemma(tree_.head_of(cue));
        if (!one_of(naming, "call", "describe", "brand", "label", "dub", "term", "denounce", "characterise",
                    "characterize"))
            return std::nullopt;
        if (!kind_of(tree_.lemma(head))) return std::nullopt;
        for (const auto content : all_[i].content) {
            const auto span = words_covered(words_, content);
            for (auto k = head + 1; k < span.last; ++k) {
                if (is_false(words_[k].lower)) return std::pair(head, Stance::rejects);
            }
        }
        return std::nullopt;
    }

    // ---- nouns for statements --------------------------------------------------------------------

    [[nodiscard]] std::optional<Reference> reference(Index noun) const {
        if (noun == none || tree_.upos(noun) != "NOUN") return std::nullopt;
        const auto kind = kind_of(tree_.lemma(noun));
        if (!kind) return std::nullopt;
        Reference meant;
        meant.kind = *kind;
        meant.noun = noun;
        meant.plural = tree_.lemma(noun) != words_[noun].lower;
        bool definite = meant.plural, indefinite = false;
        for (const auto child : tree_.children(noun)) {
            const auto& word = words_[child];
            if (tree_.is(child, "det")) {
                meant.both = meant.both || word.is("both") || word.is("these") || word.is("those");
                definite = true;
                indefinite = indefinite || one_of(word.lower, "a", "an", "any", "no", "some", "another");
            } else if (tree_.relation(child) == "nmod:poss") {
                definite = true;
                if (tree_.upos(child) != "PRON") meant.speakers.push_back(child);
            } else if (!tree_.is(child, "det") && has_case(tree_, child, "as")) {
                continue;  // "rejected the warnings as scaremongering"
            } else if (tree_.is(child, "nmod")) {
                const bool by = has_case(tree_, child, "by") || has_case(tree_, child, "from");
                if (by || (has_case(tree_, child, "of") && is_speaker_word(child))) {
                    meant.speakers.push_back(child);
                } else {
                    meant.topic.merge(telling_lemmas(tree_, tree_.subtree(child)));
                }
            } else if (tree_.is(child, "acl") || tree_.is(child, "ccomp")) {
                meant.topic.merge(telling_lemmas(tree_, tree_.subtree(child)));
            } else if ((tree_.is(child, "amod") || tree_.is(child, "compound")) && words_[child].name != none) {
                meant.speakers.push_back(child);
            }
        }
        if (indefinite ? meant.topic.empty() : !definite) return std::nullopt;
        return meant;
    }

    [[nodiscard]] bool is_speaker_word(Index i) const {
        const auto& word = words_[i];
        return word.name != none || word.noun == NounKind::institution || word.noun == NounKind::person ||
               word.noun == NounKind::people;
    }

    [[nodiscard]] bool fits(std::size_t k, Kind kind) const {
        const auto& one = all_[k];
        switch (kind) {
            case Kind::accusation:
                return one.act == Act::accuse ||
                       ((one.act == Act::suggest || one.act == Act::state || one.act == Act::announce) &&
                        std::any_of(one.blames.begin(), one.blames.end(),
                                    [](const Blame& blame) { return blame.stance == Stance::affirms; }));
            case Kind::warning:
                return one.act == Act::warn || (tells_of_own_warning(tree_, one) && !holds_warning(k));
            case Kind::threat:
                return one.act == Act::threaten;
            case Kind::demand:
                return one.act == Act::request || one.act == Act::order;
            case Kind::criticism:
                return one.act == Act::condemn;
            case Kind::denial:
                return one.act == Act::deny;
            case Kind::assertion:
                return one.cue && asserts(one.act);
        }
        return false;
    }

    /// All that a noun of this kind can stand for.
    [[nodiscard]] const std::vector<std::size_t>& of_kind(Kind kind) const {
        const auto [found, is_new] = of_kinds_.try_emplace(kind);
        for (std::size_t k = 0; is_new && k < all_.size(); ++k) {
            if (told_[k].head != none && fits(k, kind)) found->second.push_back(k);
        }
        return found->second;
    }

    [[nodiscard]] bool holds_warning(std::size_t k) const {
        return std::any_of(all_.begin(), all_.end(), [&](const Statement& inner) {
            return &inner != &all_[k] && inner.act == Act::warn && holds(all_[k], inner);
        });
    }

    [[nodiscard]] std::vector<std::size_t> targets(std::size_t i, const Reference& meant) const {
        std::vector<std::size_t> found;
        for (const auto k : of_kind(meant.kind)) {
            if (may_answer(i, k) && told_by(k, meant) && on_topic(k, meant)) found.push_back(k);
        }
        // What only tells of another's statement is not what is meant.
        std::erase_if(found, [&](std::size_t k) { return holds_another(k, found); });
        switch (meant.kind) {
            case Kind::accusation:
                return accusations(i, meant, found);
            case Kind::warning:
                return warnings(i, meant, found);
            case Kind::assertion:
                return assertions(i, meant, found);
            default:
                return of_one_source(i, meant, found);
        }
    }

    /// "the minister's accusations", "warnings from Norland"
    [[nodiscard]] bool told_by(std::size_t k, const Reference& meant) const {
        return std::all_of(meant.speakers.begin(), meant.speakers.end(), [&](Index speaker) {
            const auto phrase = phrase_at(tree_, speaker);
            const auto span = words_.span(phrase.first, phrase.last);
            Identity who = identity(entity_at(words_[phrase.head].span), span);
            who.official = true;
            if (same(who, told_[k].who)) return true;
            const auto& source = all_[k].source;
            if (!source) return false;
            const auto of = words_covered(words_, source->span);
            return !of.empty() && words_[tree_.head_of(of)].lower == words_[phrase.head].lower;
        });
    }

    [[nodiscard]] std::optional<std::string> entity_at(Span span) const {
        for (const auto& known : reading_.entities) {
            for (const auto& mention : known.mentions) {
                if (mention.span.contains(span)) return known.id;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool on_topic(std::size_t k, const Reference& meant) const {
        if (meant.topic.empty()) return true;
        const auto shared = std::count_if(meant.topic.begin(), meant.topic.end(),
                                          [&](const std::string& lemma) { return told_[k].lemmas.contains(lemma); });
        return shared * 5 >= static_cast<std::ptrdiff_t>(meant.topic.size()) * 3;
    }

    /// Those that blame whoever answers; else the nearest, if all so far are one source's.
    [[nodiscard]] std::vector<std::size_t> accusations(std::size_t i, const Reference& meant,
                                                       const std::vector<std::size_t>& found) const {
        std::vector<std::size_t> own_before, own_behind;
        for (const auto k : found) {
            if (!blames(k, told_[i].who, Stance::affirms)) continue;
            (before(k, i) ? own_before : own_behind).push_back(k);
        }
        if (!own_before.empty()) return meant.plural ? own_before : std::vector<std::size_t>{own_before.back()};
        if (own_behind.size() == 1) return own_behind;
        return of_one_source(i, meant, found);
    }

    /// The nearest before, near in the text, if all so far are one source's.
    [[nodiscard]] std::vector<std::size_t> of_one_source(std::size_t i, const Reference& meant,
                                                         std::vector<std::size_t> found) const {
        std::erase_if(found, [&](std::size_t k) { return !before(k, i) || zone(k) + 3 < zone(i); });
        if (found.empty()) return {};
        const bool one = std::all_of(found.begin(), found.end(), [&](std::size_t k) {
            return same(told_[k].who, told_[found.front()].who) || k == found.front();
        });
        if (!one || !told_[found.front()].who.known()) return {};
        return meant.plural && zone(found.front()) == zone(i) ? found : std::vector<std::size_t>{found.back()};
    }

    /// Those given to whoever answers, with those of the same source; else the only ones near.
    [[nodiscard]] std::vector<std::size_t> warnings(std::size_t i, const Reference& meant,
                                                    std::vector<std::size_t> found) const {
        std::erase_if(found, [&](std::size_t k) { return !before(k, i); });
        std::vector<std::size_t> given;
        for (const auto k : found) {
            if (same(told_[k].to, told_[i].who)) given.push_back(k);
        }
        if (given.empty()) {
            std::erase_if(found, [&](std::size_t k) { return zone(k) + 2 < zone(i) || told_[k].to.known(); });
            if (found.size() <= 1) return found;
            return meant.plural ? found : of_one_source(i, meant, found);
        }
        if (!meant.plural) return {given.back()};
        for (const auto k : found) {
            const bool of_them = std::any_of(given.begin(), given.end(), [&](std::size_t other) {
                return k != other && same(told_[k].who, told_[other].who);
            });
            if (of_them && !told_[k].to.known()) given.push_back(k);
        }
        std::sort(given.begin(), given.end());
        return given;
    }

    /// "the claim" is what somebody claimed just before, or the only thing said there.
    [[nodiscard]] std::vector<std::size_t> assertions(std::size_t i, const Reference& meant,
                                                      std::vector<std::size_t> found) const {
        // Whose claim is told: the only one that is his.
        if (!meant.speakers.empty() && meant.topic.empty() && found.size() == 1) return found;
        if (!meant.topic.empty()) {
            std::erase_if(found, [&](std::size_t k) {
                return std::count_if(meant.topic.begin(), meant.topic.end(),
                                     [&](const std::string& lemma) { return told_[k].lemmas.contains(lemma); }) < 2;
            });
            return found;
        }
        std::erase_if(found,
                      [&](std::size_t k) { return !before(k, i) || unit(k) + 2 < unit(i) || zone(k) + 1 < zone(i); });
        if (found.empty()) return {};
        std::vector<std::size_t> named;
        const auto stem = tree_.lemma(meant.noun).substr(0, 5);
        std::copy_if(found.begin(), found.end(), std::back_inserter(named),
                     [&](std::size_t k) { return all_[k].cue->lemma.starts_with(stem); });
        if (named.size() == 1) return named;
        const auto nearest = unit(found.back());
        if (nearest + 1 < unit(i)) return {};
        std::erase_if(found, [&](std::size_t k) { return unit(k) != nearest; });
        return found.size() == 1 ? found : std::vector<std::size_t>{};
    }

    // ---- pronouns --------------------------------------------------------------------------------

    [[nodiscard]] bool is_bare_pronoun(std::size_t i) const {
        const auto& content = all_[i].content;
        if (content.size() != 1) return false;
        const auto span = words_covered(words_, content.front());
        const auto& word = words_[told_[i].head];
        const bool pronoun_alone = word.is("it") || word.is("that") || word.is("this") || word.is("them");
        return span.size() == 1 && pronoun_alone;
    }

    /// "denied it": what was said in this sentence or the one before, if it was one thing.
    [[nodiscard]] std::vector<std::size_t> just_said(std::size_t i) const {
        const bool plural = words_[told_[i].head].is("them");
        const bool turned_down = all_[i].act == Act::reject;
        std::vector<std::size_t> found;
        for (std::size_t k = 0; k < all_.size(); ++k) {
            if (told_[k].head == none || !all_[k].cue || !before(k, i) || zone(k) != zone(i) || unit(k) + 1 < unit(i))
                continue;
            if (!may_answer(i, k)) continue;
            const auto act = all_[k].act;
            const bool can_be_turned_down = act == Act::accuse || act == Act::warn || act == Act::request ||
                                            act == Act::threaten || act == Act::suggest;
            if (turned_down || plural ? can_be_turned_down : asserts(act)) found.push_back(k);
        }
        std::erase_if(found, [&](std::size_t k) { return holds_another(k, found); });
        return found.size() == 1 ? found : std::vector<std::size_t>{};
    }

    // ---- involvement -----------------------------------------------------------------------------

    [[nodiscard]] bool blames_itself_not(std::size_t i) const { return blames(i, told_[i].who, Stance::denies); }

    /// Who denies a part in something rejects what others said of his part in it.
    void deny_part(std::size_t i) {
        std::vector<std::size_t> found;
        for (const auto& denied : all_[i].blames) {
            if (denied.stance != Stance::denies) continue;
            const auto* known = entity(denied.entity);
            if (known == nullptr) continue;
            const auto who = identity(denied.entity, known->mentions.front().span);
            for (std::size_t k = 0; k < all_.size(); ++k) {
                const bool listed = std::find(found.begin(), found.end(), k) != found.end();
                if (!listed && told_[k].head != none && !all_[k].blames.empty() && may_answer(i, k) &&
                    blames(k, who, Stance::affirms) && same_deed(i, k))
                    found.push_back(k);
            }
        }
        std::sort(found.begin(), found.end());
        std::erase_if(found, [&](std::size_t k) { return holds_another(k, found); });
        link_all(i, found, Stance::rejects);
    }

    /// The deeds that a statement tells of.
    [[nodiscard]] std::set<std::string> deeds(std::size_t i) const {
        std::set<std::string> found;
        auto spans = all_[i].content;
        spans.push_back(all_[i].cue ? all_[i].cue->span : spans.front());
        for (const auto span : spans) {
            const auto within = words_covered(words_, span);
            for (auto w = within.first; w < within.last; ++w) {
                if (is_deed(words_[w].lower)) found.insert(std::string(tree_.lemma(w)));
            }
        }
        return found;
    }

    [[nodiscard]] std::set<std::string> events_of(std::size_t i) const {
        std::set<std::string> found;
        for (const auto& event : reading_.events) {
            if (!is_attack(event)) continue;
            for (const auto& mention : event.mentions) {
                if (std::any_of(all_[i].content.begin(), all_[i].content.end(),
                                [&](Span content) { return content.contains(mention.span); }))
                    found.insert(event.id);
            }
        }
        return found;
    }

    [[nodiscard]] bool same_event_blamed(std::size_t a, std::size_t b) const {
        for (const auto& one : all_[a].blames) {
            for (const auto& other : all_[b].blames) {
                if (one.event && one.event == other.event && one.entity == other.entity) return true;
            }
        }
        return false;
    }

    /// Whether what is denied can be what the other statement blames for.
    [[nodiscard]] bool same_deed(std::size_t denial, std::size_t other) const {
        if (same_event_blamed(denial, other)) return true;
        const auto denied = deeds(denial), blamed = deeds(other);
        if (share(denied, blamed) || share(events_of(denial), events_of(other))) return true;
        const auto any = [](const std::set<std::string>& deeds) {
            return std::any_of(deeds.begin(), deeds.end(),
                               [](const std::string& one) { return is_word_for_any_deed(one); });
        };
        if (denied.empty()) {
            // "denied responsibility", with nothing told of what for
            auto lemmas = told_[denial].lemmas;
            std::erase_if(lemmas, [](const std::string& lemma) { return is_part_taken(lemma); });
            return lemmas.empty() || share(lemmas, told_[other].lemmas);
        }
        if (blamed.empty()) return share(told_[denial].lemmas, told_[other].lemmas);
        return any(denied) || any(blamed);
    }

    // ---- clauses ---------------------------------------------------------------------------------

    [[nodiscard]] std::vector<std::size_t> same_proposition(std::size_t i) const {
        std::vector<std::size_t> found;
        // Only what has the denied content's own verb or noun can tell the same.
        const auto with_head = asserting_.find(std::string(tree_.lemma(told_[i].head)));
        if (with_head == asserting_.end()) return found;
        for (const auto k : with_head->second) {
            if (may_answer(i, k) && tells_the_same(i, k)) found.push_back(k);
        }
        std::erase_if(found, [&](std::size_t k) { return holds_another(k, found); });
        return found;
    }

    [[nodiscard]] bool tells_the_same(std::size_t i, std::size_t k) const {
        const auto &own = told_[i], &other = told_[k];
        const auto shared = std::count_if(own.lemmas.begin(), own.lemmas.end(),
                                          [&](const std::string& lemma) { return other.lemmas.contains(lemma); });
        const auto size = static_cast<std::ptrdiff_t>(own.lemmas.size());
        const std::string head(tree_.lemma(own.head));
        // "said it had not cut the budget" denies by what it says.
        const bool turned = is_negated(tree_, own.head) != is_negated(tree_, other.head);
        const bool by_content = all_[i].act == Act::deny && !denies_by_cue(tree_, all_[i]);
        if (size == 0 || !other.lemmas.contains(head) || turned != by_content) return false;
        // "accused the clerk of theft": "the clerk denied the theft"
        if (all_[i].act == Act::deny && blames(k, own.who, Stance::affirms)) return shared * 2 >= size;
        if (tree_.upos(own.head) == "NOUN")
            return is_plain_noun(own.head) && before(k, i) && shared == size && happens(head, other.head);
        if (!subjects_agree(i, k)) return false;
        if (!before(k, i) && shared < 3) return false;
        return shared >= 2 && shared * 4 >= size * 3;
    }

    [[nodiscard]] bool is_plain_noun(Index noun) const {
        return tree_.child(noun, "cop") == none && tree_.child(noun, "case") == none &&
               tree_.child(noun, "nsubj") == none;
    }

    /// "denied burning the letters" answers only who told it of the one that denies.
    [[nodiscard]] bool subjects_agree(std::size_t i, std::size_t k) const {
        const auto other = tree_.child(told_[k].head, "nsubj");
        if (other == none) return true;
        const auto meant = entity_at(words_[phrase_at(tree_, other).head].span);
        const auto own = tree_.child(told_[i].head, "nsubj");
        const bool himself = own == none || words_[own].is(pronoun);
        if (!himself) {
            const auto named = entity_at(words_[phrase_at(tree_, own).head].span);
            return !meant || !named || meant == named || tree_.lemma(own) == tree_.lemma(other);
        }
        if (!meant) return true;
        const auto* known = entity(*meant);
        return !told_[i].who.known() || known == nullptr ||
               same(told_[i].who, identity(meant, known->mentions.front().span));
    }

    /// "there had been a breach", "had found a breach": the clause tells that what the noun names is there.
    [[nodiscard]] bool happens(const std::string& noun, Index head) const {
        if (tree_.lemma(head) == noun) return true;
        const auto subject = tree_.child(head, "nsubj");
        const auto verb = tree_.lemma(head);
        if (subject != none && tree_.lemma(subject) == noun)
            return one_of(verb, "be", "happen", "occur", "take", "exist", "begin", "break", "come");
        const auto object = tree_.child(head, "obj");
        return object != none && tree_.lemma(object) == noun &&
               one_of(verb, "suffer", "report", "detect", "find", "discover", "have", "see", "experience", "spot");
    }

    const TreeView& tree_;
    const TextWords& words_;
    const Gazetteer& gazetteer_;
    const Reading& reading_;
    std::vector<Statement>& all_;
    std::vector<Told> told_;
    std::map<std::string, std::size_t> entity_indices_;
    std::map<std::string, std::vector<std::size_t>> asserting_;  ///< statements by the lemmas of what they assert
    mutable std::map<Kind, std::vector<std::size_t>> of_kinds_;  ///< filled when first asked for
};

}  // namespace

bool tells_of_own_warning(const TreeView& tree, const Statement& statement) {
    if (!statement.cue || !statement.source || !asserts(statement.act)) return false;
    const auto& words = tree.words();
    const auto span = words_covered(words, statement.content.front());
    if (span.empty()) return false;
    const auto head = tree.head_of(span);
    if (!one_of(tree.lemma(head), "warn", "alert", "flag", "caution") || is_negated(tree, head)) return false;
    const auto subject = tree.child(head, "nsubj");
    if (subject == none || tree.relation(subject) != "nsubj") return false;
    const auto& word = words[subject];
    return word.is("they") || word.is("he") || word.is("she") || word.is("we") || word.is("i") || word.is("it");
}

void link_answers(const TreeView& tree, const Gazetteer& gazetteer, Reading& reading) {
    AnswerFinder(tree, gazetteer, reading).run();
}

}  // namespace sayso
