#include "read/event_roles.h"

#include <algorithm>
#include <string_view>

#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {
namespace {

/// "accused of bombing", "suspected of": what somebody is said to have done.
bool is_accusing(std::string_view lemma) {
    return one_of(lemma, "accuse", "suspect", "charge", "blame", "convict", "believe", "think", "say", "allege", "deny",
                  "acquit", "wrong");
}

bool two_sided(const EventKind& kind) {
    return one_of(kind.type, "consult", "agree", "cooperate") || kind.mode == "clash";
}

/// "her investigation into", "the court's verdict": whose it is makes it.
bool is_made(std::string_view lemma) {
    return one_of(lemma, "investigation", "inquiry", "enquiry", "probe", "lawsuit", "suit", "complaint", "appeal",
                  "petition", "ruling", "verdict", "decision", "judgment", "judgement", "motion", "claim", "case");
}

/// Of "X's arrest", "the arrest of X": X undergoes it.
bool is_undergone(const EventKind& kind) {
    // "his plea", "the union's complaint"
    if (kind.type == "justice") return !kind.mode || !one_of(*kind.mode, "plea", "appeal", "complaint");
    if (one_of(kind.type, "death", "rescue", "crime")) return true;
    if (kind.type == "politics" || kind.type == "concede" || kind.type == "retreat")
        return kind.mode == "appointment" || kind.mode == "dismissal" || kind.mode == "release";
    if (kind.type == "coerce") return kind.mode != "raid";
    return kind.type == "assault" && kind.mode &&
           one_of(*kind.mode, "killing", "abduction", "torture", "sexual-violence", "beating", "stabbing",
                  "destruction", "hostage-taking", "hijacking", "seizure");
}

class PartFinder {
public:
    PartFinder(const TreeView& tree, WordSpan trigger, const EventKind& kind)
        : tree_(tree), words_(tree.words()), trigger_(trigger), kind_(kind) {}

    [[nodiscard]] std::vector<PartWord> run(bool verb) {
        const auto head = tree_.head_of(trigger_);
        if (verb && tree_.upos(head) != "NOUN") {
            of_verb(head);
        } else {
            of_noun(head);
        }
        return std::move(found_);
    }

private:
    const TreeView& tree_;
    const TextWords& words_;
    WordSpan trigger_;
    const EventKind& kind_;
    std::vector<PartWord> found_;

    // ---- Taking down what was found ---------------------------------------------------------------

    void add(Index i, Part part) {
        for (const auto one : joined_with(tree_, i)) {
            const auto upos = tree_.upos(one);
            // "evacuated the injured"
            const bool described = upos == "ADJ" && one > 0 && words_[one - 1].is("the");
            const bool nominal = upos == "NOUN" || upos == "PROPN" || upos == "PRON" || upos == "NUM" || described;
            const bool known =
                std::any_of(found_.begin(), found_.end(), [&](const PartWord& other) { return other.word == one; });
            if (nominal && !known && !is_when(one) && !is_trigger(one)) found_.push_back({one, part});
        }
    }
    /// "opened fire", "went on strike"; but "set the hall on fire", "summoned the ambassador"
    [[nodiscard]] bool is_trigger(Index i) const {
        return trigger_.contains(i) && i + 1 == trigger_.last && !(i > trigger_.first && words_[i - 1].is("the"));
    }
    /// "on Friday", "by Monday"
    [[nodiscard]] bool is_when(Index i) const {
        return is_of_name(words_, i, NameType::date) || tree_.is(i, "obl:tmod") || words_[i].is(time_word);
    }
    void add_children(Index head, std::string_view relation, Part part) {
        for (const auto child : tree_.children(head)) {
            if (tree_.relation(child) == relation) add(child, part);
        }
    }
    template <class Test>
    void add_with_case(Index head, Part part, Test is_case) {
        for (const auto child : tree_.children(head)) {
            if (!tree_.is(child, "obl") && !tree_.is(child, "nmod")) continue;
            if (tree_.relation(child) == "nmod:poss") continue;
            if (is_case(case_of(child))) add(child, part);
        }
    }
    [[nodiscard]] std::string_view case_of(Index i) const {
        const auto preposition = tree_.child(i, "case");
        return preposition == none ? std::string_view() : words_[preposition].lower;
    }

    // ---- Verbs ------------------------------------------------------------------------------------

    [[nodiscard]] bool is_passive(Index verb) const {
        return tree_.child(verb, "nsubj:pass") != none || tree_.child(verb, "aux:pass") != none ||
               (tree_.relation(verb) == "acl" && !words_[verb].lower.ends_with("ing")) || goes_on_passive(verb) ||
               is_seen_done(verb);
    }
    /// "saw the judge suspended", "had him arrested"
    [[nodiscard]] bool is_seen_done(Index verb) const {
        const auto up = tree_.head(verb);
        return up != none && tree_.is(verb, "xcomp") && tree_.child(verb, "mark") == none &&
               tree_.child(verb, "obj") == none && tree_.child(up, "obj") != none &&
               one_of(tree_.lemma(up), "see", "have", "get", "want", "find", "leave", "watch", "order") &&
               words_[verb].lower != tree_.lemma(verb) && !words_[verb].lower.ends_with("ing");
    }
    /// "was beaten and stabbed", "was ordered detained"
    [[nodiscard]] bool goes_on_passive(Index verb) const {
        const auto up = tree_.head(verb);
        if (up == none || words_[verb].lower.ends_with("ing") || tree_.child(verb, "aux") != none) return false;
        if (tree_.child(verb, "nsubj") != none || tree_.child(verb, "obj") != none) return false;
        const bool with = tree_.is(verb, "conj") || (tree_.is(verb, "xcomp") && tree_.child(verb, "mark") == none);
        return with && words_[verb].lower != tree_.lemma(verb) &&
               (tree_.child(up, "nsubj:pass") != none || tree_.child(up, "aux:pass") != none);
    }
    void of_verb(Index verb) {
        const bool passive = is_passive(verb);
        if (passive) {
            undergo_passive(verb);
        } else {
            do_active(verb);
        }
        add_agents(verb);
        if (passive) {
            add_with_case(verb, Part::doer, [](auto word) { return word == "by"; });
        } else {
            add_children(verb, "obj", Part::undergoer);
        }
        add_children(verb, "iobj", Part::other_side);
        behind_verb(verb);
        harmed_beside(verb);
    }
    /// "by the army"; not "according to lawyers", "handed over to officials"
    void add_agents(Index verb) {
        for (const auto child : tree_.children(verb)) {
            if (tree_.relation(child) == "obl:agent" && one_of(case_of(child), "", "by")) add(child, Part::doer);
        }
    }
    void undergo_passive(Index verb) {
        add_children(verb, "nsubj:pass", Part::undergoer);
        if (!found_.empty()) return;
        if (tree_.relation(verb) == "acl") add(tree_.head(verb), Part::undergoer);
        if (is_seen_done(verb)) return add(tree_.child(tree_.head(verb), "obj"), Part::undergoer);
        if (tree_.is(verb, "conj") || tree_.is(verb, "xcomp"))
            add_children(tree_.head(verb), "nsubj:pass", Part::undergoer);
    }
    void do_active(Index verb) {
        add_subject(verb);
        if (!found_.empty()) return;
        const auto up = tree_.head(verb);
        if (up == none) return;
        if (tree_.relation(verb) == "acl" && words_[verb].lower.ends_with("ing")) return add(up, Part::doer);
        const bool shared = tree_.is(verb, "conj") || tree_.is(verb, "xcomp") ||
                            (tree_.is(verb, "advcl") && words_[verb].lower.ends_with("ing"));
        if (done_for(verb)) return add_children(up, is_passive(up) ? "nsubj:pass" : "obj", Part::doer);
        if (!shared || is_accusing(tree_.lemma(up))) return;
        if (const auto told = told_to(verb); told != none) return add(told, Part::doer);
        subject_of(up);
    }
    /// "indicted an officer for throwing her down", "accused the guards of beating inmates"
    [[nodiscard]] bool done_for(Index verb) const {
        if (!words_[verb].lower.ends_with("ing") || !(tree_.is(verb, "advcl") || tree_.is(verb, "xcomp"))) return false;
        const auto up = tree_.head(verb);
        return (has_case(tree_, verb, "for") || has_case(tree_, verb, "of") || has_case(tree_, verb, "from")) &&
               (is_passive(up) || tree_.child(up, "obj") != none);
    }
    /// Of several subjects the one next to the verb: "Orvik News, 3 May - The council suspended …".
    void add_subject(Index verb) {
        auto nearest = none;
        for (const auto child : tree_.children(verb)) {
            const bool subject = tree_.relation(child) == "nsubj" || tree_.relation(child) == "nsubj:pass";
            if (subject && child < verb) nearest = child;
            if (subject && nearest == none) nearest = child;
        }
        if (nearest != none) add(nearest, Part::doer);
    }
    /// "urged the people to march and block the road": who is told to does it; or `none`.
    [[nodiscard]] Index told_to(Index verb) const {
        for (int steps = 0; tree_.is(verb, "conj") && tree_.head(verb) != none && steps < 3; ++steps)
            verb = tree_.head(verb);
        const auto up = tree_.head(verb);
        if (up == none || !(tree_.is(verb, "xcomp") || tree_.is(verb, "advcl")) || !has_case(tree_, verb, "to"))
            return none;
        const bool wants = one_of(tree_.lemma(up), "need", "want");
        if (wants && (tree_.child(up, "obj") == none || !tree_.is(verb, "xcomp"))) return none;
        if (one_of(tree_.lemma(up), "promise", "vow", "use", "threaten", "take", "make")) return none;
        if (const auto object = tree_.child(up, "obj"); object != none && tree_.is(verb, "xcomp")) return object;
        if (const auto object = tree_.child(up, "iobj"); object != none && tree_.is(verb, "xcomp")) return object;
        // "called on the people to march", "appealed to the rebels to disarm"
        if (!one_of(tree_.lemma(up), "call", "appeal", "prevail")) return none;
        for (const auto child : tree_.children(up)) {
            if (tree_.is(child, "obl") && child < verb && one_of(case_of(child), "on", "upon", "to")) return child;
        }
        return none;
    }
    void subject_of(Index verb) {
        const auto before = found_.size();
        for (int steps = 0; verb != none && steps < 3; ++steps) {
            add_subject(verb);
            if (const auto told = told_to(verb); told != none && found_.size() == before) add(told, Part::doer);
            const bool shared = tree_.is(verb, "conj") || tree_.is(verb, "xcomp");
            if (found_.size() > before || !shared) return;
            verb = tree_.head(verb);
        }
    }
    void behind_verb(Index verb) {
        const bool violent = kind_.type == "assault" || kind_.type == "protest";
        if (two_sided(kind_)) {
            add_with_case(verb, Part::other_side, [](auto word) { return word == "with"; });
        } else if (violent || kind_.type == "crime") {
            add_with_case(verb, Part::means, [](auto word) { return word == "with"; });
        }
        if (violent) {
            add_with_case(verb, Part::aimed_at, [at_people = hits_people(verb) || kind_.mode == "clash"](auto word) {
                return one_of(word, "into", "against") || (!at_people && one_of(word, "at", "on", "upon"));
            });
        }
        if (one_of(kind_.type, "aid", "retreat", "politics", "cooperate")) {
            add_with_case(verb, Part::other_side, [](auto word) { return word == "to"; });
        }
        if (kind_.type == "rescue") add_with_case(verb, Part::undergoer, [](auto word) { return word == "for"; });
        if (kind_.type == "crime") add_with_case(verb, Part::undergoer, [](auto word) { return word == "from"; });
        for (const auto child : tree_.children(verb)) {
            if (tree_.is(child, "advcl") && tree_.lemma(child) == "use" && violent)
                add_children(child, "obj", Part::means);
        }
    }
    /// "assaulted her at the station", "was shot on the edge of a wood" tell where.
    [[nodiscard]] bool hits_people(Index verb) const {
        if (is_passive(verb)) return true;
        const auto object = tree_.child(verb, "obj");
        return object != none && (tree_.upos(object) == "PRON" || words_[object].noun == NounKind::person ||
                                  words_[object].noun == NounKind::people);
    }
    /// "attacked the bus, killing six": the verb of a toll beside the event's own.
    void harmed_beside(Index verb) {
        if (!one_of(kind_.type, "assault", "accident", "disaster")) return;
        for (const auto child : tree_.children(verb)) {
            const bool beside = tree_.is(child, "advcl") || tree_.is(child, "conj") || tree_.is(child, "parataxis");
            if (!beside || !is_harming(tree_.lemma(child)) || is_passive(child)) continue;
            if (tree_.child(child, "nsubj") == none) add_children(child, "obj", Part::undergoer);
        }
    }

    // ---- Nouns ------------------------------------------------------------------------------------

    [[nodiscard]] bool has_of(Index noun) const {
        const auto& children = tree_.children(noun);
        return std::any_of(children.begin(), children.end(), [&](Index child) {
            return tree_.is(child, "nmod") && !tree_.is(child, "nmod:poss") && has_case(tree_, child, "of");
        });
    }
    /// "the agency's charges", "the ministry's investigation"
    [[nodiscard]] bool is_brought_by_body(Index noun) const {
        const auto owner = tree_.child(noun, "nmod:poss");
        if (owner == none || !kind_.mode || !one_of(*kind_.mode, "charge", "investigation")) return false;
        return is_of_name(words_, owner, NameType::organization) ||
               (words_[owner].name == none && words_[owner].noun == NounKind::institution);
    }
    void of_noun(Index noun) {
        add_with_case(noun, Part::doer, [](auto word) { return word == "by"; });
        for (const auto child : tree_.children(noun)) {
            if (tree_.relation(child) == "acl" && !words_[child].lower.ends_with("ing")) {
                add_agents(child);
                add_with_case(child, Part::doer, [](auto word) { return word == "by"; });
            }
            if (tree_.relation(child) == "acl:relcl") told_by_verb(child);
        }
        // "attack on", "ban on"; but "arrest on", "trial on" charges
        const bool on = !one_of(kind_.type, "justice", "retreat", "consult", "agree") && !is_custody();
        add_with_case(noun, Part::undergoer, [on](auto word) { return word == "against" || (on && word == "on"); });
        add_with_case(noun, Part::doer, [](auto word) { return word == "between"; });
        if (two_sided(kind_)) add_with_case(noun, Part::other_side, [](auto word) { return word == "with"; });
        if (kind_.type == "aid" || kind_.type == "rescue" || kind_.type == "consult")
            add_with_case(noun, Part::other_side, [](auto word) { return one_of(word, "to", "for"); });
        const auto of = is_undergone(kind_) || one_of(kind_.type, "assault", "coerce", "sanction", "aid") ||
                                (kind_.mode && one_of(*kind_.mode, "boycott", "founding", "legislation", "decree"))
                            ? Part::undergoer
                            : Part::doer;
        const bool of_who = !one_of(kind_.type, "accident", "disaster", "election") && kind_.mode != "commemoration";
        if (of_who) add_with_case(noun, of, [](auto word) { return word == "of"; });
        // "Orvik's seizure"; but "Orvik's seizure of the island"
        const bool of_another = of_who && of == Part::undergoer && has_of(noun);
        const bool undergoes = is_undergone(kind_) && !of_another && !is_brought_by_body(noun) &&
                               !(kind_.type == "justice" && is_made(tree_.lemma(noun)));
        add_children(noun, "nmod:poss", undergoes ? Part::undergoer : Part::doer);
        add_bodies_before(noun);
        // "Soldiers killed in the attack"
        const auto up = tree_.head(noun);
        if (up == none) return;
        if (tree_.is(noun, "obj") && is_doing(tree_.lemma(up))) {
            // "was given a sentence"
            if (is_passive(up)) {
                add_children(up, "nsubj:pass", is_undergone(kind_) ? Part::undergoer : Part::other_side);
                add_agents(up);
                return;
            }
            subject_of(up);
        } else if (tree_.relation(noun) == "nsubj") {
            // "violence has hit the east"
            if (is_harming(tree_.lemma(up)) && harms())
                add_children(up, "obj", kind_.type == "assault" ? Part::aimed_at : Part::undergoer);
            harmed_beside(up);
        } else if (tree_.relation(noun) == "nsubj:pass") {
            if (is_doing(tree_.lemma(up))) {
                add_agents(up);
                add_with_case(up, Part::doer, [](auto word) { return word == "by"; });
            }
        } else if (tree_.is(noun, "obl")) {
            harmed_in(up, case_of(noun));
        }
    }
    [[nodiscard]] bool is_custody() const {
        return kind_.type == "coerce" && kind_.mode && one_of(*kind_.mode, "arrest", "detain", "deport");
    }
    [[nodiscard]] bool harms() const { return one_of(kind_.type, "assault", "accident", "disaster", "crime"); }
    /// "the attack that killed six", "which the union carried out"
    void told_by_verb(Index verb) {
        if (is_harming(tree_.lemma(verb)) && harms()) add_children(verb, "obj", Part::undergoer);
    }
    void harmed_in(Index verb, std::string_view preposition) {
        if (!harms() || !one_of(preposition, "in", "by", "during")) return;
        if (is_harming(tree_.lemma(verb)) && is_passive(verb)) {
            undergo_passive(verb);
        } else if (tree_.lemma(verb) == "die") {
            add_children(verb, "nsubj", Part::undergoer);
        }
    }
    /// "the NLF attack", "Norlandic strikes"
    void add_bodies_before(Index noun) {
        const bool makes = kind_.type == "justice" && is_made(tree_.lemma(noun));
        if (!makes && (!one_of(kind_.type, "assault", "mobilize", "sanction", "aid") || is_undergone(kind_))) return;
        for (const auto child : tree_.children(noun)) {
            const auto name = words_[child].name;
            if (child > noun || name == none || trigger_.contains(child)) continue;
            const auto type = words_.analysis->names[static_cast<std::size_t>(name)].type;
            if (type == NameType::organization || type == NameType::norp) add(child, Part::doer);
        }
    }
};

bool is_people(EntityType type) {
    return type == EntityType::person || type == EntityType::group;
}

std::optional<ParticipantRole> role_of_doer(const EventKind& kind, EntityType type, bool weapon) {
    const bool thing = type == EntityType::other || type == EntityType::facility;
    if (kind.type == "disaster") return std::nullopt;
    if (kind.type == "death") return is_people(type) ? std::optional(ParticipantRole::victim) : std::nullopt;
    if (kind.type == "accident") {
        if (is_people(type)) return ParticipantRole::victim;
        return type == EntityType::facility ? ParticipantRole::target : ParticipantRole::instrument;
    }
    if (thing && weapon) return ParticipantRole::instrument;
    return thing ? std::nullopt : std::optional(ParticipantRole::actor);
}

std::optional<ParticipantRole> role_of_undergoer(const EventKind& kind, EntityType type, bool weapon) {
    const bool people = is_people(type);
    const bool body = people || type == EntityType::organization;
    if (kind.type == "disaster" && type == EntityType::place) return std::nullopt;
    if (kind.type == "mobilize") return ParticipantRole::instrument;
    if (kind.type == "assault" || kind.type == "crime" || kind.type == "accident" || kind.type == "disaster") {
        const bool means = weapon || kind.mode == "vehicle-attack";
        if (type == EntityType::other && means) return ParticipantRole::instrument;
        return people ? ParticipantRole::victim : ParticipantRole::target;
    }
    if (kind.type == "death") return people ? std::optional(ParticipantRole::victim) : std::nullopt;
    if (kind.type == "protest") return ParticipantRole::target;
    const bool custody = kind.type == "coerce" && kind.mode && one_of(*kind.mode, "arrest", "detain", "deport");
    if (custody && !body) return std::nullopt;
    if (kind.type == "coerce")
        return body && kind.mode != "raid" && kind.mode != "seize" ? ParticipantRole::recipient
                                                                   : ParticipantRole::target;
    if (kind.type == "agree" || kind.type == "cooperate") return std::nullopt;
    if (kind.mode == "resign") return std::nullopt;
    if (kind.type == "retreat" && !people) return ParticipantRole::target;
    // What is founded or passed.
    if (one_of(kind.type, "politics") && kind.mode && one_of(*kind.mode, "founding", "legislation", "decree") &&
        !people)
        return ParticipantRole::target;
    if (one_of(kind.type, "justice", "concede", "election", "politics", "consult"))
        return body || type == EntityType::place ? std::optional(ParticipantRole::recipient) : std::nullopt;
    return body || type == EntityType::place ? ParticipantRole::recipient : ParticipantRole::target;
}

}  // namespace

bool is_doing(std::string_view lemma) {
    return one_of(lemma, "carry", "launch", "stage", "hold", "conduct", "mount", "make", "commit", "order", "impose",
                  "sign", "begin", "start", "open", "lead", "organise", "organize", "perpetrate", "execute", "declare",
                  "grant", "pass", "end", "approve", "plan", "lodge", "announce", "cancel", "resume", "issue") ||
           one_of(lemma, "adopt", "conclude", "offer", "pay", "give", "send", "lift", "reimpose", "tighten", "repeal",
                  "file", "enact", "undertake", "orchestrate", "prepare", "initiate", "wage", "continue", "extend",
                  "suspend", "attend", "join", "promise", "intensify", "plot", "provide", "deliver", "reach", "seek",
                  "agree", "propose", "trade", "exchange");
}

bool is_harming(std::string_view lemma) {
    return one_of(lemma, "kill", "injure", "wound", "hurt", "destroy", "damage", "bury", "drown", "sink", "flatten",
                  "hit", "strike", "displace", "maim", "trap", "wreck", "burn", "gut", "level", "smash", "slay",
                  "murder", "affect", "devastate", "crush", "claim");
}

std::vector<PartWord> parts_in_tree(const TreeView& tree, WordSpan trigger, const EventKind& kind, bool verb) {
    return PartFinder(tree, trigger, kind).run(verb);
}

std::optional<ParticipantRole> role_of(Part part, const EventKind& kind, EntityType type, bool weapon) {
    switch (part) {
        case Part::doer:
            return role_of_doer(kind, type, weapon);
        case Part::undergoer:
            return role_of_undergoer(kind, type, weapon);
        case Part::aimed_at:
            return type == EntityType::place ? std::nullopt : role_of_undergoer(kind, type, weapon);
        case Part::means:
            return type == EntityType::other ? std::optional(ParticipantRole::instrument) : std::nullopt;
        case Part::other_side:
            break;
    }
    if (kind.mode == "clash")
        return is_people(type) || type == EntityType::organization ? std::optional(ParticipantRole::actor)
                                                                   : std::nullopt;
    return type == EntityType::other || type == EntityType::facility ? std::nullopt
                                                                     : std::optional(ParticipantRole::recipient);
}

}  // namespace sayso
