#include "read/blames.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/utf8.h"
#include "read/tree_cues.h"
#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {
namespace {

Stance opposite(Stance stance) {
    return stance == Stance::affirms ? Stance::denies : Stance::affirms;
}

bool is_pronoun_for_deed(const TextWord& word) {
    return word.is("it") || word.is("this") || word.is("that") || word.is("them") || word.is("these");
}

/// What a source claims or clears itself of by naming its own people.
bool is_own_people(std::string_view lemma) {
    return one_of(lemma, "fighter", "man", "member", "militant", "soldier", "force", "troop", "agent", "unit", "pilot",
                  "gunman", "bomber", "operative", "warrior", "commando", "supporter", "service", "army", "military");
}

/// "accuse", "link": verbs whose object, or whose "to", is blamed.
bool is_accusing(std::string_view lemma) {
    return one_of(lemma, "accuse", "blame", "suspect", "charge", "implicate", "incriminate", "fault", "hold", "point",
                  "link", "tie", "connect");
}

/// "carry out an attack"
bool is_doing(std::string_view lemma) {
    return one_of(lemma, "carry", "perpetrate", "commit", "orchestrate", "mastermind", "stage", "mount", "launch",
                  "conduct", "plan", "order", "organise", "organize", "instigate", "sponsor", "commission", "execute",
                  "cause", "plot", "direct");
}

bool is_noun_for_thought(std::string_view lemma) {
    return one_of(lemma, "possibility", "idea", "suggestion", "prospect", "theory", "likelihood", "notion", "claim",
                  "allegation", "accusation", "report", "version", "chance", "charge", "insinuation", "speculation",
                  "rumour", "rumor", "assertion");
}

/// Looks for whom one statement blames.
class BlameFinder {
public:
    BlameFinder(const TreeView& tree, const Attribution& one) : tree_(tree), words_(tree.words()), one_(one) {}

    std::vector<Blamed> run() {
        if (!one_.statement.cue) return {};
        const auto act = one_.statement.act;
        const auto cue = words_covered(words_, one_.statement.cue->span);
        const auto verb = accusing_verb(cue);
        if (act == Act::claim || takes_responsibility()) {
            if (part_in(cue) || tells_deed()) blame_source(Stance::affirms);
        } else if (act == Act::deny && part_in(cue)) {
            blame_source(Stance::denies);
        } else if (verb != none) {
            accused_by(verb);
        }
        if (found_.empty() && tells_facts(act)) told_in_contents(cue);
        return std::move(found_);
    }

private:
    // ---- who can be blamed -----------------------------------------------------------------------

    [[nodiscard]] bool can_act(Index i) const {
        const auto& word = words_[i];
        if (word.name != none) {
            const auto type = words_.analysis->names[static_cast<std::size_t>(word.name)].type;
            return type == NameType::person || type == NameType::organization || type == NameType::location ||
                   type == NameType::norp;
        }
        if (word.is("him") || word.is("he") || word.is("she") || word.is("her") || word.is("who")) return true;
        if (word.noun == NounKind::person || word.noun == NounKind::people || word.noun == NounKind::institution ||
            word.noun == NounKind::medium)
            return true;
        const auto& mentions = words_.analysis->mentions;
        return tree_.upos(i) != "PRON" && std::any_of(mentions.begin(), mentions.end(), [&](const EntityMention& one) {
                   return one.head == word.token &&
                          (one.type == MentionType::person || one.type == MentionType::organization);
               });
    }

    void add(const Phrase& phrase, Stance stance) {
        const auto same = [&](const Blamed& other) { return other.phrase.head == phrase.head; };
        if (std::none_of(found_.begin(), found_.end(), same)) found_.push_back({phrase, stance});
    }

    void blame_source(Stance stance) {
        if (one_.source) add(*one_.source, stance);
    }

    /// The word and those joined to it.
    void blame(Index head, Stance stance) {
        for (const auto i : joined_with(tree_, head)) {
            const auto phrase = phrase_at(tree_, i);
            if (is_part_taken(words_[i].lower)) {
                blame_takers(i, stance);
            } else if (can_act(phrase.head) || is_unknown_name(phrase.head)) {
                add(phrase, stance);
            }
        }
    }

    /// "Carrow Metals": a name that the analysis did not find.
    [[nodiscard]] bool is_unknown_name(Index i) const {
        const auto& word = words_[i];
        return word.name == none && word.capital && i > words_.unit(i).first && tree_.child(i, "compound") != none &&
               !is_title(unit_at(words_, i));
    }

    /// "Norland's involvement", "Norlandic involvement", "involvement by the union": whoever took part.
    bool blame_takers(Index part, Stance stance) {
        const auto before = found_.size();
        for (const auto child : tree_.children(part)) {
            const bool before_noun =
                tree_.is(child, "amod") || tree_.is(child, "compound") || tree_.relation(child) == "nmod:poss";
            const bool behind =
                tree_.is(child, "nmod") && (has_case(tree_, child, "by") || has_case(tree_, child, "of"));
            if (before_noun && is_own(child)) {
                blame_source(stance);
            } else if (before_noun && (words_[child].name != none || tree_.relation(child) == "nmod:poss")) {
                blame(child, stance);
            } else if (behind) {
                blame(child, stance);
            }
        }
        return found_.size() > before;
    }

    [[nodiscard]] bool is_own(Index i) const {
        const auto& word = words_[i];
        return word.is("its") || word.is("our") || word.is("their") || word.is("my");
    }

    // ---- cues that accuse ------------------------------------------------------------------------

    [[nodiscard]] Index accusing_verb(WordSpan cue) const {
        for (auto i = cue.last - 1; i >= cue.first; --i) {
            if (tree_.upos(i) == "VERB" && is_accusing(tree_.lemma(i))) return i;
        }
        return none;
    }

    [[nodiscard]] bool takes_responsibility() const {
        const auto& lemma = one_.statement.cue->lemma;
        return one_.statement.act == Act::admit && lemma.ends_with("responsibility");
    }

    [[nodiscard]] bool part_in(WordSpan cue) const {
        for (auto i = cue.first; i < cue.last; ++i) {
            if (is_part_taken(words_[i].lower)) return true;
        }
        return false;
    }

    /// "took credit for the blast", not "for the work of others"
    [[nodiscard]] bool tells_deed() const {
        const auto& contents = one_.statement.content;
        return std::any_of(contents.begin(), contents.end(), [&](Span content) {
            const auto span = words_covered(words_, content);
            return !span.empty() && names_deed(tree_.head_of(span));
        });
    }

    void accused_by(Index verb) {
        const auto lemma = tree_.lemma(verb);
        const auto passive = tree_.child(verb, "nsubj:pass");
        const auto object = passive != none ? passive : object_of(verb);
        if (lemma == "blame") {
            const auto on = on_whom(verb, object);
            if (on != none || object != none) blame(on != none ? on : object, Stance::affirms);
        } else if (lemma == "link" || lemma == "tie" || lemma == "connect") {
            linked(verb, object);
        } else if (lemma == "point") {
            if (object == none || tree_.lemma(object) != "finger") return;
            auto at = child_with_case(tree_, verb, "obl", "at");
            if (at == none) at = child_with_case(tree_, object, "nmod", "at");
            if (at != none) blame(at, Stance::affirms);
        } else if (lemma == "hold") {
            if (object != none && holds_responsible(verb)) blame(object, Stance::affirms);
        } else if (lemma == "suspect" || lemma == "charge") {
            if (object != none && (has_part(verb, "of") || has_part(verb, "with"))) blame(object, Stance::affirms);
        } else if (object != none) {
            blame(object, Stance::affirms);
            if (lemma == "accuse") leave_out_deed(object);
        }
    }

    /// "accused the clerk of theft": not a clerk of theft
    void leave_out_deed(Index object) {
        const auto of = child_with_case(tree_, object, "nmod", "of");
        if (of == none) return;
        for (auto& blamed : found_) {
            auto& phrase = blamed.phrase;
            const auto deed = tree_.subtree(of).first;
            if (phrase.first > deed || phrase.last <= deed) continue;
            phrase.last = phrase.core_last = std::max(phrase.head + 1, deed);
        }
    }

    [[nodiscard]] bool is_nominal(Index i) const {
        return tree_.upos(i) == "NOUN" || tree_.upos(i) == "PROPN" || tree_.upos(i) == "PRON";
    }

    /// The noun whose phrase begins right behind the verb, whatever the tree makes of it, or `none`.
    [[nodiscard]] Index noun_behind(Index verb) const {
        auto top = verb + 1;
        if (top >= words_.size() || words_[top].punctuation) return none;
        for (auto up = tree_.head(top); up != none && up != verb && is_nominal(up) && up < verb + 12;
             up = tree_.head(top)) {
            if (tree_.subtree(up).first != verb + 1) break;
            top = up;
        }
        return is_nominal(top) && tree_.child(top, "case") == none ? top : none;
    }

    /// The object, or what stands behind the verb as if it were a second subject.
    [[nodiscard]] Index object_of(Index verb) const {
        const auto object = tree_.child(verb, "obj");
        if (object != none) return object;
        // Right behind the verb, whatever the tree calls it.
        for (const auto child : tree_.children(verb)) {
            const bool noun =
                tree_.upos(child) == "NOUN" || tree_.upos(child) == "PROPN" || tree_.upos(child) == "PRON";
            if (noun && tree_.subtree(child).first == verb + 1 && tree_.child(child, "case") == none) return child;
        }
        const auto subject = tree_.child(verb, "nsubj");
        if (subject == none || subject > verb) return noun_behind(verb);
        for (const auto child : tree_.children(verb)) {
            if (child > verb && tree_.relation(child) == "nsubj") return child;
            // "accused Hale of setting it": taken for what belongs to "setting"
            if (!tree_.is(child, "advcl")) continue;
            for (const auto below : tree_.children(child)) {
                if (below > verb && below < child && (tree_.is(below, "obj") || tree_.is(below, "nsubj"))) return below;
            }
        }
        return noun_behind(verb);
    }

    /// "blamed the fire on the union"
    [[nodiscard]] Index on_whom(Index verb, Index object) const {
        const auto on = child_with_case(tree_, verb, "obl", "on");
        if (on != none && can_act(phrase_at(tree_, on).head)) return on;
        const auto behind = object == none ? none : child_with_case(tree_, object, "nmod", "on");
        return behind != none && can_act(phrase_at(tree_, behind).head) ? behind : none;
    }

    /// "linked the blast to the union", "linked the union to the blast"
    void linked(Index verb, Index object) {
        if (object == none) return;
        auto to = child_with_case(tree_, verb, "obl", "to");
        if (to == none) to = child_with_case(tree_, verb, "obl", "with");
        if (to == none) to = child_with_case(tree_, object, "nmod", "to");
        if (to == none) return;
        if (is_deed(words_[object].lower)) {
            blame(to, Stance::affirms);
        } else if (is_deed(words_[to].lower)) {
            blame(object, Stance::affirms);
        }
    }

    [[nodiscard]] bool has_part(Index verb, std::string_view preposition) const {
        // "suspect Iver of setting it": perhaps a part of the object in the tree
        for (auto i = verb + 1; i < words_.size() && i < verb + 8; ++i) {
            if (words_[i].is(preposition)) return true;
        }
        return child_with_case(tree_, verb, "obl", preposition) != none ||
               child_with_case(tree_, verb, "advcl", preposition) != none;
    }

    [[nodiscard]] bool holds_responsible(Index verb) const {
        const auto& children = tree_.children(verb);
        return std::any_of(children.begin(), children.end(), [&](Index child) {
            return words_[child].is("responsible") || words_[child].is("accountable") || words_[child].is("liable");
        });
    }

    // ---- contents that tell who did it -----------------------------------------------------------

    [[nodiscard]] static bool tells_facts(Act act) {
        return act == Act::state || act == Act::confirm || act == Act::announce || act == Act::accuse ||
               act == Act::suggest || act == Act::admit || act == Act::claim || act == Act::deny || act == Act::reject;
    }

    void told_in_contents(WordSpan cue) {
        const auto& statement = one_.statement;
        const auto head = tree_.head_of(cue);
        auto stance = Stance::affirms;
        if (denies_by_cue(tree_, statement)) stance = Stance::denies;
        if (statement.certainty == Certainty::doubtful) stance = Stance::doubts;
        if (is_negated(tree_, head)) {
            // "did not rule out": what somebody leaves open he suggests; else nothing was told.
            if (stance != Stance::denies && statement.act != Act::suggest) return;
            stance = Stance::affirms;
        }
        for (const auto content : statement.content) {
            const auto span = words_covered(words_, content);
            if (!span.empty()) proposition(tree_.head_of(span), stance);
        }
    }

    void proposition(Index head, Stance stance, int depth = 0) {
        if (depth > 3 || is_open_question(tree_, head)) return;
        const auto lemma = tree_.lemma(head);
        const bool noun = tree_.upos(head) == "NOUN";
        if (noun && is_noun_for_thought(lemma)) {
            for (const auto child : tree_.children(head)) {
                if (tree_.is(child, "acl") || (tree_.is(child, "nmod") && has_case(tree_, child, "of")))
                    proposition(child, stance, depth + 1);
            }
            return;
        }
        if (noun && is_part_taken(words_[head].lower) && !has_case(tree_, head, "behind")) {
            part_taken(head, is_negated(tree_, head) ? opposite(stance) : stance);
            return;
        }
        for (const auto verb : joined_with(tree_, head)) {
            auto subject = subject_of(verb);
            if (subject == none && verb != head && tree_.upos(verb) == "VERB") subject = subject_of(head);
            deed(verb, subject, is_negated(tree_, verb) ? opposite(stance) : stance);
        }
    }

    [[nodiscard]] Index subject_of(Index verb) const {
        const auto subject = tree_.child(verb, "nsubj");
        return subject == none || tree_.relation(subject) == "nsubj:outer" ? none : subject;
    }

    /// "denied any complicity", "the involvement of the union"
    void part_taken(Index part, Stance stance) {
        const auto& word = words_[part];
        const bool loose = one_of(word.lower, "link", "links", "connection", "connections", "ties");
        const bool with_deed = deed_below(part);
        if (loose && !with_deed) return;
        if (one_of(word.lower, "role", "part", "hand") && !with_deed) return;
        if (blame_takers(part, stance)) return;
        if (one_.statement.act == Act::deny) blame_source(stance);
    }

    /// Whether something that can be blamed on somebody depends on the word.
    [[nodiscard]] bool deed_below(Index i) const {
        return std::any_of(tree_.children(i).begin(), tree_.children(i).end(), [&](Index child) {
            const bool complement =
                tree_.is(child, "obl") || tree_.is(child, "nmod") || tree_.is(child, "obj") || tree_.is(child, "advcl");
            return complement && names_deed(child);
        });
    }

    [[nodiscard]] bool names_deed(Index i) const {
        const auto joined = joined_with(tree_, i);
        return is_pronoun_for_deed(words_[i]) || std::any_of(joined.begin(), joined.end(), [&](Index one) {
                   return (is_deed(words_[one].lower) && !is_search(one)) || is_killing(one);
               });
    }

    /// "a search operation", "the rescue operation": nobody is blamed for it.
    [[nodiscard]] bool is_search(Index noun) const {
        return words_[noun].is("operation") && noun > 0 &&
               one_of(words_[noun - 1].lower, "search", "rescue", "relief", "recovery", "aid", "cleaning",
                      "evacuation");
    }

    /// "the killing of", "setting the fire", "killing three men"
    [[nodiscard]] bool is_killing(Index i) const {
        return one_of(tree_.lemma(i), "kill", "murder", "bomb", "attack", "shoot", "poison", "hack", "shell", "sink",
                      "destroy", "abduct", "assassinate");
    }

    void deed(Index head, Index subject, Stance stance) {
        if (still_to_come(head)) return;
        if (subject != none && is_negated(tree_, subject)) stance = opposite(stance);
        const auto lemma = tree_.lemma(head);
        const auto& word = words_[head];
        if (has_case(tree_, head, "behind")) {
            if (names_deed(head)) blame_subject(subject, stance);
        } else if (lemma == "be" || lemma == "stand" || lemma == "lie") {
            const auto behind = child_with_case(tree_, head, "obl", "behind");
            if (behind != none && names_deed(behind)) blame_subject(subject, stance);
        } else if (one_of(word.lower, "responsible", "culpable", "guilty", "liable", "accountable")) {
            if (deed_below(head)) blame_subject(subject, stance);
        } else if (lemma == "blame" && has_case(tree_, head, "to")) {
            blame_subject(subject, stance);
        } else if (one_of(word.lower, "involved", "complicit", "implicated") || lemma == "participate") {
            const bool clears = stance == Stance::denies && lemma != "participate" && is_bare(head);
            if (deed_below(head) || clears) blame_subject(subject, stance);
        } else if (lemma == "have" || lemma == "play" || lemma == "take") {
            takes_part(head, subject, stance);
        } else if (is_doing(lemma)) {
            does(head, subject, stance);
        } else if (lemma == "work" && subject != none && names_deed(subject)) {
            const auto of = child_with_case(tree_, head, "nmod", "of");
            if (of != none) blame(of, stance);
        } else if (one_of(word.lower, "us", "we", "me") && is_negated(tree_, head)) {
            // "it was not us"
            blame_source(Stance::denies);
        }
    }

    [[nodiscard]] bool still_to_come(Index verb) const {
        return std::any_of(tree_.children(verb).begin(), tree_.children(verb).end(), [&](Index child) {
            const auto& word = words_[child];
            return tree_.is(child, "aux") && (word.is("will") || word.is("would") || word.is("'ll"));
        });
    }

    /// "involved", with nothing told of what in
    [[nodiscard]] bool is_bare(Index head) const {
        return std::none_of(tree_.children(head).begin(), tree_.children(head).end(), [&](Index child) {
            return tree_.is(child, "obl") && (has_case(tree_, child, "in") || has_case(tree_, child, "with"));
        });
    }

    /// "had a hand in the fire", "played no part in it", "had nothing to do with the blast"
    void takes_part(Index verb, Index subject, Stance stance) {
        const auto object = tree_.child(verb, "obj");
        if (object == none) return;
        const auto& word = words_[object];
        if (word.is("nothing") || word.is("something") || word.is("anything")) {
            const auto span = tree_.subtree(verb);
            bool to_do = false, deed = false;
            for (auto i = object; i < span.last; ++i) {
                to_do = to_do || (words_[i].is("do") && i > 0 && words_[i - 1].is("to"));
                deed = deed || (to_do && (is_deed(words_[i].lower) || is_pronoun_for_deed(words_[i])));
            }
            if (to_do && deed) blame_subject(subject, word.is("nothing") ? opposite(stance) : stance);
            return;
        }
        if (!is_part_taken(word.lower)) return;
        if (!deed_below(object) && !deed_below(verb)) return;
        blame_subject(subject, is_negated(tree_, object) ? opposite(stance) : stance);
    }

    /// "carried out the attack", "the attack was carried out by the union"
    void does(Index verb, Index subject, Stance stance) {
        const auto lemma = tree_.lemma(verb);
        if (lemma == "carry" && !has_particle(verb)) return;
        if (subject != none && tree_.relation(subject) == "nsubj:pass") {
            if (!names_deed(subject)) return;
            auto by = tree_.child(verb, "obl:agent");
            if (by == none) by = child_with_case(tree_, verb, "obl", "by");
            if (by != none) blame(by, stance);
            return;
        }
        const auto object = tree_.child(verb, "obj");
        if (object != none && names_deed(object)) blame_subject(subject, stance);
    }

    [[nodiscard]] bool has_particle(Index verb) const {
        return std::any_of(tree_.children(verb).begin(), tree_.children(verb).end(),
                           [&](Index child) { return words_[child].is("out"); });
    }

    void blame_subject(Index subject, Stance stance) {
        const auto act = one_.statement.act;
        const bool of_itself = act == Act::deny || act == Act::admit;
        if (subject == none) {
            if (of_itself) blame_source(stance);
            return;
        }
        const auto& word = words_[subject];
        const auto poss = tree_.child(subject, "nmod:poss");
        const bool of_his = poss != none && of_itself && (words_[poss].is("his") || words_[poss].is("her"));
        if (of_his && is_own_people(tree_.lemma(subject))) {
            blame_source(stance);
        } else if (word.is("we") || word.is("i") ||
                   (poss != none && is_own(poss) && is_own_people(tree_.lemma(subject)))) {
            blame_source(stance);
        } else if (word.is("it")) {
            if (one_.source && words_[one_.source->head].noun != NounKind::person) blame_source(stance);
        } else if (word.is("they")) {
            if (of_itself) blame_source(stance);
        } else {
            blame(subject, stance);
        }
    }

    const TreeView& tree_;
    const TextWords& words_;
    const Attribution& one_;
    std::vector<Blamed> found_;
};

/// The entity that is the country, if the text names it.
const Entity* country_named(const std::vector<Entity>& entities, std::string_view code) {
    const auto found = std::find_if(entities.begin(), entities.end(), [&](const Entity& one) {
        return one.named && one.place && one.place->kind == "country" && one.place->country == code;
    });
    return found == entities.end() ? nullptr : &*found;
}

bool mentioned_at(const Entity& entity, Span span) {
    return std::any_of(entity.mentions.begin(), entity.mentions.end(),
                       [&](const Mention& mention) { return mention.span.overlaps(span); });
}

bool tells_of(const Statement& statement, Span span) {
    if (statement.cue && statement.cue->span.contains(span)) return true;
    return std::any_of(statement.content.begin(), statement.content.end(),
                       [&](Span content) { return content.contains(span); });
}

/// "days prior to the attack", "after the blast": tells only of the time.
bool is_only_when(const TreeView& tree, Span mention) {
    const auto& words = tree.words();
    const auto first = words_covered(words, mention).first;
    for (auto i = first - 1; i >= 0 && i > first - 7 && !words[i].punctuation && tree.upos(i) != "VERB"; --i) {
        if (words[i].is("prior") || words[i].is("ahead")) return true;
    }
    for (auto i = first; i != none; i = tree.head(i)) {
        for (const auto word : {"after", "before", "since", "following", "prior", "until", "ahead"}) {
            if (has_case(tree, i, word)) return true;
        }
    }
    return false;
}

/// What the statement tells of the event.
enum class Telling { nothing, only_when, what };

Telling telling_of(const TreeView& tree, const Statement& statement, const Event& event) {
    auto telling = Telling::nothing;
    for (const auto& mention : event.mentions) {
        if (!tells_of(statement, mention.span)) continue;
        if (!is_only_when(tree, mention.span)) return Telling::what;
        telling = Telling::only_when;
    }
    return telling;
}

/// "the incident", "any involvement": a deed told elsewhere, and no other; "days prior to the attack" points at
/// nothing.
bool points_at_deed(const TreeView& tree, std::string_view text, const Statement& statement) {
    bool points = false;
    auto spans = statement.content;
    if (statement.cue) spans.push_back(statement.cue->span);
    for (const auto span : spans) {
        const auto low = lower(words(text, span));
        std::string_view rest = low;
        while (!rest.empty()) {
            const auto end = std::min(rest.find_first_of(" \n,.;:”“\"'’"), rest.size());
            const auto word = rest.substr(0, end);
            if (is_word_for_any_deed(word) || is_part_taken(word)) {
                const auto at = span.begin + static_cast<std::uint32_t>(word.data() - low.data());
                const Span there{at, at + static_cast<std::uint32_t>(word.size())};
                points = points || !span.contains(there) || !is_only_when(tree, there);
            } else if (is_deed(word)) {
                return false;
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return points;
}

}  // namespace

std::vector<Blamed> blamed_in(const TreeView& tree, const Attribution& one) {
    return BlameFinder(tree, one).run();
}

void blame_countries(const TextWords& words, const Gazetteer& gazetteer, const std::vector<Entity>& entities,
                     std::vector<Attribution>& attributions) {
    for (auto& one : attributions) {
        for (const auto& blamed : one.blamed) {
            const auto& head = words[blamed.phrase.head];
            if (head.name == none) continue;
            const auto* country = gazetteer.country_of_demonym(head.form);
            const auto* entity = country == nullptr ? nullptr : country_named(entities, country->code);
            if (entity == nullptr) continue;
            auto& blames = one.statement.blames;
            const bool known = std::any_of(blames.begin(), blames.end(), [&](const Blame& blame) {
                const auto other = std::find_if(entities.begin(), entities.end(),
                                                [&](const Entity& candidate) { return candidate.id == blame.entity; });
                return blame.entity == entity->id || (other != entities.end() && mentioned_at(*other, head.span));
            });
            if (!known) blames.push_back({entity->id, std::nullopt, blamed.stance});
        }
    }
}

bool denies_by_cue(const TreeView& tree, const Statement& statement) {
    if (statement.act != Act::deny && statement.act != Act::reject) return false;
    const auto* known = statement.cue ? known_cue(tree, words_covered(tree.words(), statement.cue->span)) : nullptr;
    return known != nullptr && (known->act == Act::deny || known->act == Act::reject);
}

bool is_attack(const Event& event) {
    return event.type == "assault" || (event.type == "coerce" && event.mode == "cyber-attack");
}

const Event* the_attack(const Reading& reading) {
    const Event* found = nullptr;
    for (const auto& event : reading.events) {
        if (!is_attack(event) || event.part_of) continue;
        const bool so_called =
            std::any_of(event.mentions.begin(), event.mentions.end(), [&](const EventMention& mention) {
                return is_word_for_any_deed(words(reading.document.text, mention.span));
            });
        if (!so_called && !event.main) continue;
        if (found != nullptr) return nullptr;
        found = &event;
    }
    return found;
}

namespace {

/// What the article is mainly about, where that is an attack which the statement tells of.
void blame_for_main_event(const TreeView& tree, Reading& reading) {
    const auto main = std::find_if(reading.events.begin(), reading.events.end(),
                                   [](const Event& one) { return one.main && is_attack(one); });
    if (main == reading.events.end()) return;
    const bool only = the_attack(reading) == &*main;
    for (auto& statement : reading.statements) {
        const auto telling = telling_of(tree, statement, *main);
        const bool points = only && points_at_deed(tree, reading.document.text, statement);
        if (telling == Telling::only_when || (telling == Telling::nothing && !points)) continue;
        for (auto& blame : statement.blames) blame.event = main->id;
    }
}

/// The one attack that the statement tells of, or null.
const Event* only_attack_told(const TreeView& tree, const Statement& statement, const Reading& reading) {
    const Event* found = nullptr;
    if (statement.blames.empty()) return found;
    for (const auto& event : reading.events) {
        if (!is_attack(event) || event.part_of || telling_of(tree, statement, event) != Telling::what) continue;
        if (found != nullptr) return nullptr;
        found = &event;
    }
    return found;
}

}  // namespace

void blame_for_events(const TreeView& tree, Reading& reading) {
    blame_for_main_event(tree, reading);
    for (auto& statement : reading.statements) {
        const auto* told = only_attack_told(tree, statement, reading);
        if (told == nullptr) continue;
        for (auto& blame : statement.blames) {
            if (!blame.event) blame.event = told->id;
        }
    }
}

}  // namespace sayso
