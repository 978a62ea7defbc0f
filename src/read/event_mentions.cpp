#include "read/event_mentions.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "read/event_roles.h"
#include "read/event_trees.h"
#include "read/tolls.h"

namespace sayso {
namespace {

bool is_clause_edge(std::string_view word) {
    return one_of(word, ";", ":", "—", "“", "”", "\"", "but", "said", "told", "says", "who", "whose", "where",
                  "although", "because", "while", "whereas");
}

/// How likely a link of the network must be.
constexpr float enough = 0.5F;

constexpr std::pair<EventRole, ParticipantRole> roles_linked[] = {{EventRole::actor, ParticipantRole::actor},
                                                                  {EventRole::recipient, ParticipantRole::recipient},
                                                                  {EventRole::victim, ParticipantRole::victim},
                                                                  {EventRole::target, ParticipantRole::target},
                                                                  {EventRole::instrument, ParticipantRole::instrument}};

/// Reads time, place and participants of one trigger out of its sentence.
class MentionReader {
public:
    MentionReader(const WordSentence& sentence, const std::vector<TriggerMention>& triggers,
                  const TriggerMention& trigger, const Surroundings& around, EventParties& parties)
        : s_(sentence), triggers_(triggers), trigger_(trigger), around_(around), parties_(parties) {}

    /// "fighting for rights", "captures the mood": done to what no such thing can be done to.
    [[nodiscard]] bool is_figurative() const {
        if (is_willingness() || is_staff() || is_with_words() || hands_over_a_thing()) return true;
        if (hurts_a_thing()) return true;
        if (trigger_.learned != nullptr && trigger_.learned->type.probability >= enough) return false;
        if (trigger_.plain || !is_verb(trigger_.form)) return false;
        const bool arrests = (trigger_.kind.type == "coerce" && trigger_.kind.mode == "arrest") ||
                             (trigger_.kind.type == "justice" && trigger_.kind.mode &&
                              one_of(*trigger_.kind.mode, "charge", "conviction", "acquittal", "sentence"));
        if (trigger_.kind.type != "assault" && !arrests) return false;
        for (const auto& one : parts()) {
            if (one.part != Part::undergoer) continue;
            if (parties_.is_abstract(one.word) && !is_weapon(one.word)) return true;
            const auto type = parties_.would_be(one.word, false);
            if (arrests && type && (*type == EntityType::other || *type == EntityType::facility)) return true;
        }
        return false;
    }
    /// "stab the ice": only who lives is stabbed.
    [[nodiscard]] bool hurts_a_thing() const {
        if (trigger_.plain || !is_verb(trigger_.form) || trigger_.kind.type != "assault" || !trigger_.kind.mode ||
            *trigger_.kind.mode != "stabbing")
            return false;
        const auto all = parts();
        const bool hurts_any =
            std::any_of(all.begin(), all.end(), [](const PartWord& one) { return one.part == Part::undergoer; });
        return hurts_any && std::all_of(all.begin(), all.end(), [&](const PartWord& one) {
                   const auto noun = parties_.tree().upos(one.word) == "NOUN";
                   return one.part != Part::undergoer ||
                          (noun && parties_.would_be(one.word, false) == EntityType::other);
               });
    }
    /// "The banker agreed to pay": no accord, which sides make with one another.
    [[nodiscard]] bool is_willingness() const {
        const auto& tree = parties_.tree();
        const auto head = tree.head_of(trigger_words());
        if (trigger_.kind.type != "agree" || !is_verb(trigger_.form) || tree.lemma(head) != "agree") return false;
        const auto done = tree.child(head, "xcomp");
        const bool to_do = done != none && has_case(tree, done, "to");
        std::size_t doers = 0;
        for (const auto& one : parts()) {
            if (one.part == Part::other_side) return false;
            if (one.part != Part::doer) continue;
            if (is_one_side_of_several(one.word)) return false;
            if (!to_do && parties_.would_be(one.word, false) != EntityType::person) return false;
            ++doers;
        }
        return doers == 1;
    }
    [[nodiscard]] bool is_one_side_of_several(Index noun) const {
        const auto& tree = parties_.tree();
        return tree.lemma(noun) != tree.words()[noun].lower &&
               one_of(tree.lemma(noun), "side", "party", "country", "nation", "government", "leader", "minister",
                      "president", "state", "camp", "rival", "faction", "neighbour", "neighbor", "delegation");
    }
    /// "handed over the centre to the city": only people are extradited.
    [[nodiscard]] bool hands_over_a_thing() const {
        if (trigger_.kind.mode != "extradition" || !is_verb(trigger_.form)) return false;
        const auto all = parts();
        return std::none_of(all.begin(), all.end(), [&](const PartWord& one) {
            if (one.part != Part::undergoer) return false;
            const auto type = parties_.would_be(one.word, false);
            return !type || type == EntityType::person || type == EntityType::group || parties_.names_person(one.word);
        });
    }
    /// "the campaign estimated", "campaign officials": those who run it.
    [[nodiscard]] bool is_staff() const {
        if (trigger_.kind.type != "election" || trigger_.kind.mode != "campaign" || is_verb(trigger_.form))
            return false;
        const auto& tree = parties_.tree();
        const auto head = tree.head_of(trigger_words());
        const auto up = tree.head(head);
        if (tree.lemma(head) != "campaign" || up == none) return false;
        if (tree.is(head, "compound")) return !is_trigger(up);
        return tree.relation(head) == "nsubj" && tree.upos(up) == "VERB" && !takes_place(tree.lemma(up));
    }
    [[nodiscard]] bool is_trigger(Index word) const {
        const auto span = parties_.span_of_word(word);
        return std::any_of(triggers_.begin(), triggers_.end(),
                           [&](const TriggerMention& one) { return s_.span(one.first, one.last).contains(span); });
    }
    /// "Orvik's attack on Moen", of two who fight with words: nobody is told to be hurt or armed.
    [[nodiscard]] bool is_with_words() const {
        if (trigger_.kind.type != "assault" || (trigger_.kind.mode && trigger_.kind.mode != "armed-attack"))
            return false;
        const auto& tree = parties_.tree();
        if (!one_of(tree.lemma(tree.head_of(trigger_words())), "attack", "assault", "hit", "blast", "strike"))
            return false;
        bool doer = false, undergoer = false;
        for (const auto& one : parts()) {
            const bool person = parties_.names_person(one.word);
            if (one.part == Part::doer) doer = doer || person;
            if (one.part == Part::undergoer && !person) return false;
            undergoer = undergoer || one.part == Part::undergoer;
        }
        return doer && undergoer && !speaks_of_harm();
    }
    /// Whether the sentence tells of hurt or armed people.
    [[nodiscard]] bool speaks_of_harm() const {
        const auto& tree = parties_.tree();
        const auto words = words_covered(tree.words(), s_.span(0, s_.size()));
        for (auto i = words.first; i < words.last; ++i) {
            const auto lemma = tree.lemma(i);
            if (is_weapon(i) || (is_harming(lemma) && !trigger_words().contains(i)) ||
                one_of(lemma, "shoot", "stab", "armed", "arm", "dead", "death", "victim", "terrorist", "terror",
                       "gunman", "militant", "soldier", "troops", "attacker", "assailant", "police", "hospital",
                       "nightclub", "assassinate", "assassination", "mosque"))
                return true;
        }
        return false;
    }
    /// "were killed", "died" beside "the attack", or with nobody who did it: the verb of a toll.
    [[nodiscard]] bool is_of_toll() const {
        if (trigger_.plain || !is_verb(trigger_.form)) return false;
        const auto lemma = parties_.tree().lemma(parties_.tree().head_of(trigger_words()));
        if (trigger_.kind.type == "death" && one_of(lemma, "die", "perish", "drown")) {
            return std::any_of(triggers_.begin(), triggers_.end(), [&](const TriggerMention& other) {
                return other.first != trigger_.first && one_of(other.kind.type, "assault", "accident", "disaster");
            });
        }
        if (!one_of(lemma, "kill", "wound", "injure", "hurt", "leave", "claim") || trigger_.last - trigger_.first > 1)
            return false;
        const auto all = parts();
        return std::none_of(all.begin(), all.end(), [&](const PartWord& one) {
            if (one.part != Part::doer) return false;
            const auto type = parties_.would_be(one.word, false);
            return is_weapon(one.word) || (type && *type != EntityType::other && *type != EntityType::facility);
        });
    }
    [[nodiscard]] ToldMention read() const {
        ToldMention mention{trigger_,    s_.span(trigger_.first, trigger_.last), std::nullopt, std::nullopt, {},
                            std::nullopt};
        mention.bare = !is_verb(trigger_.form) && is_bare(parties_.tree(), trigger_words()) &&
                       (is_listed(parties_.tree(), trigger_words()) || !is_oblique());
        const auto [first, last] = clause();
        const auto where = s_.span(first, last);
        mention.time = linked_time();
        if (!mention.time && !is_of_a_case()) mention.time = time_in(where);
        mention.place = linked_place();
        if (!mention.place) mention.place = place_in(where);
        mention.participants = participants();
        // "the reply function was suspended": only people lose a post.
        if (trigger_.kind.type == "concede" && trigger_.kind.mode == "dismissal" && is_done_to_thing())
            mention.trigger.kind = {"sanction", "suspend", false};
        if (is_attack_by_vehicle()) mention.trigger.kind.mode = "vehicle-attack";
        if (is_rally_of_candidate(mention)) mention.trigger.kind = {"election", "campaign", false};
        be_where_target_is(mention);
        if (const auto* content = around_.content_around(mention.span)) {
            mention.told_by = content->statement->id;
            mention.feared = content->statement->act == Act::warn || content->statement->act == Act::threaten;
            // "denied that it had shelled the town"
            const bool denied = content->statement->act == Act::deny && is_verb(trigger_.form);
            if (denied && trigger_.status == EventStatus::occurred) mention.trigger.status = EventStatus::denied;
        }
        settle_status(mention.trigger);
        return mention;
    }
    /// "charges of fraud and theft", "clashes often break out": no one event, unless something tells which.
    [[nodiscard]] bool is_general(const ToldMention& mention) const {
        if (s_.zone == ZoneKind::headline || mention.time) return false;
        if (is_habit(parties_.tree(), trigger_words())) return true;
        if (is_verb(trigger_.form) || mention.place || !mention.participants.empty()) return false;
        return one_of(trigger_.kind.type, "assault", "crime", "coerce", "justice", "protest", "disaster", "accident") &&
               names_a_kind(parties_.tree(), trigger_words());
    }

private:
    /// "found guilty on Friday of fraud": the day is the verdict's.
    [[nodiscard]] bool is_of_a_case() const {
        return trigger_.kind.type == "crime" &&
               std::any_of(triggers_.begin(), triggers_.end(), [](const TriggerMention& other) {
                   return other.kind.type == "justice" || other.kind.type == "coerce";
               });
    }
    /// "Orvik's rally in Lisk": one who is named does not march alone.
    [[nodiscard]] bool is_rally_of_candidate(const ToldMention& mention) const {
        const auto& tree = parties_.tree();
        if (trigger_.kind.mode != "demonstration" || tree.lemma(tree.head_of(trigger_words())) != "rally") return false;
        const bool of_one =
            !mention.participants.empty() &&
            std::all_of(mention.participants.begin(), mention.participants.end(), [&](const auto& one) {
                const auto& who = parties_.entity(one.entity);
                return one.role == ParticipantRole::actor && who.named && who.type == EntityType::person;
            });
        return of_one && std::none_of(s_.words.begin(), s_.words.end(), [](const Word& word) {
                   return word.low.find("protest") == 0 || word.low.find("demonstrat") == 0 ||
                          one_of(word.low, "against", "march", "marched", "demand", "demanding");
               });
    }
    [[nodiscard]] bool is_attack_by_vehicle() const {
        const auto& mode = trigger_.kind.mode;
        if (trigger_.kind.type != "assault" || !is_verb(trigger_.form) || (mode && mode != "armed-attack"))
            return false;
        const auto all = parts();
        return std::any_of(all.begin(), all.end(), [&](const PartWord& one) { return is_driven_into(one.word); });
    }
    [[nodiscard]] bool is_done_to_thing() const {
        if (parties_.tree().lemma(parties_.tree().head_of(trigger_words())) != "suspend") return false;
        const auto all = parts();
        return std::any_of(all.begin(), all.end(), [&](const PartWord& one) {
            return one.part == Part::undergoer && parties_.would_be(one.word, false) == EntityType::other;
        });
    }
    /// What governs the words tells whether it happened, where the words before them did not.
    void settle_status(TriggerMention& trigger) const {
        const auto by_tree = status_in_tree(parties_.tree(), trigger_words(), is_verb(trigger.form));
        if (!by_tree) return;
        const bool future = (*by_tree == EventStatus::planned || *by_tree == EventStatus::prevented) &&
                            trigger.status == EventStatus::hypothetical;
        const bool done = *by_tree == EventStatus::occurred && trigger.status != EventStatus::denied;
        if (trigger.status == EventStatus::occurred || trigger.status == EventStatus::ongoing || future || done)
            trigger.status = *by_tree;
    }

    const WordSentence& s_;
    const std::vector<TriggerMention>& triggers_;  ///< of the sentence
    const TriggerMention& trigger_;
    const Surroundings& around_;
    EventParties& parties_;

    [[nodiscard]] std::pair<std::size_t, std::size_t> clause() const {
        constexpr std::size_t reach = 80;
        auto first = trigger_.first;
        while (first > 0 && trigger_.first - first < reach && !is_clause_edge(s_.low(first - 1))) --first;
        auto last = trigger_.last;
        while (last < s_.size() && last - trigger_.last < reach && !is_clause_edge(s_.low(last))) ++last;
        return {first, last};
    }
    /// The word that holds byte `at`, or the first behind it.
    [[nodiscard]] std::size_t word_at(std::uint32_t at) const {
        const auto found =
            std::lower_bound(s_.words.begin(), s_.words.end(), at,
                             [](const Word& word, std::uint32_t offset) { return word.span.end <= offset; });
        return static_cast<std::size_t>(found - s_.words.begin());
    }
    /// Words between the trigger and a span beside it.
    [[nodiscard]] std::size_t distance(Span span) const {
        const auto first = word_at(span.begin);
        const auto last = word_at(span.end - 1) + 1;
        return first >= trigger_.last ? first - trigger_.last : trigger_.first >= last ? trigger_.first - last : 0;
    }

    // ---- What the network links ---------------------------------------------------------------------

    template <class Use>
    void for_links(EventRole role, Use use) const {
        if (trigger_.learned == nullptr) return;
        for (const auto& one : trigger_.learned->participants) {
            if (one.role == role && one.probability >= enough && in_sentence(one.head)) use(one);
        }
    }
    /// Who takes part is told in the sentence; elsewhere it is another mention's.
    [[nodiscard]] bool in_sentence(std::uint32_t token) const {
        return token >= s_.first_token && token < s_.first_token + s_.size();
    }
    [[nodiscard]] std::optional<std::size_t> linked_time() const {
        std::optional<std::size_t> found;
        for_links(EventRole::time, [&](const EventWords::Participant& one) {
            const auto time = around_.time_at(parties_.span_of(one.head));
            if (time && !found && can_be_when(around_.time(*time).span)) found = time;
        });
        return found;
    }
    [[nodiscard]] std::optional<std::string> linked_place() const {
        std::optional<std::string> found;
        for_links(EventRole::place, [&](const EventWords::Participant& one) {
            const auto* place =
                parties_.belongs_to_person(one.head) || is_whither(one.head) ? nullptr : parties_.place_at(one.head);
            if (place != nullptr && (!found || around_.is_closer_place(place->id, *found))) found = place->id;
        });
        return found;
    }
    /// "smuggled to Lisk"
    [[nodiscard]] bool is_whither(std::uint32_t token) const {
        const auto word = word_of(token);
        return trigger_.kind.type == "crime" &&
               (has_case(parties_.tree(), word, "to") || has_case(parties_.tree(), word, "from"));
    }
    /// What is done to a building is done there.
    void be_where_target_is(ToldMention& mention) const {
        if (!one_of(trigger_.kind.type, "assault", "accident", "disaster")) return;
        for (const auto& one : parts()) {
            const auto token = parties_.tree().words()[one.word].token;
            const auto* target = one.part == Part::undergoer ? parties_.place_at(token) : nullptr;
            if (target != nullptr && (!mention.place || around_.is_closer_place(target->id, *mention.place)))
                mention.place = target->id;
        }
    }
    [[nodiscard]] bool harms() const {
        return one_of(trigger_.kind.type, "assault", "accident", "disaster", "coerce", "crime", "rescue");
    }
    [[nodiscard]] std::vector<PartWord> parts() const {
        return parts_in_tree(parties_.tree(), trigger_words(), trigger_.kind, is_verb(trigger_.form));
    }
    /// "under martial law", "after rioting"
    [[nodiscard]] bool is_oblique() const {
        const auto head = parties_.tree().head_of(trigger_words());
        return parties_.tree().is(head, "obl") || parties_.tree().is(head, "nmod");
    }
    [[nodiscard]] WordSpan trigger_words() const {
        return words_covered(parties_.tree().words(), s_.span(trigger_.first, trigger_.last));
    }
    /// What the tree tells, and what the network links besides.
    [[nodiscard]] std::vector<Participant> participants() const {
        std::vector<Participant> found;
        for (const auto& one : parts()) add_part(found, one);
        for (const auto& [role, part] : roles_linked) {
            for_links(role, [&, part = part](const EventWords::Participant& one) {
                if (likelier_role(one) || only_tells(one.head) || only_asks(one.head) || only_decides(one.head) ||
                    (is_told(found, part) && acts_or_receives(part) && is_of_another_verb(one.head)) ||
                    (part == ParticipantRole::target && is_where(one.head)) || is_power(word_of(one.head)) ||
                    only_tells_kind(word_of(one.head)))
                    return;
                const auto party = parties_.taking_part(one.head, part);
                if (party && is_title_of(*party, found)) return;
                add(found, party, party ? fitting(part, parties_.entity(party->entity).type) : part);
            });
        }
        // "a bomb that killed seven"
        const auto head = parties_.tree().head_of(trigger_words());
        if (trigger_.kind.mode == "bombing" && trigger_.form == TriggerForm::noun && is_weapon(head))
            add(found, parties_.taking_part_word(head, ParticipantRole::instrument), ParticipantRole::instrument);
        if (is_taking_office()) {
            for (auto& one : found) {
                if (one.role == ParticipantRole::actor) one.role = ParticipantRole::recipient;
            }
        }
        std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.span < b.span; });
        return found;
    }
    /// "Orvik took over as mayor": who does so is the one appointed.
    [[nodiscard]] bool is_taking_office() const {
        const auto& tree = parties_.tree();
        return trigger_.kind.mode == "appointment" && is_verb(trigger_.form) &&
               one_of(tree.lemma(tree.head_of(trigger_words())), "take", "assume", "enter", "succeed");
    }
    static bool acts_or_receives(ParticipantRole role) {
        return role == ParticipantRole::actor || role == ParticipantRole::recipient || role == ParticipantRole::target;
    }
    static bool is_told(const std::vector<Participant>& found, ParticipantRole role) {
        return std::any_of(found.begin(), found.end(), [&](const Participant& one) { return one.role == role; });
    }
    /// "was arrested after the leader was shot": whom another verb has for its subject or object, which is no event's
    /// word of this mention.
    [[nodiscard]] bool is_of_another_verb(std::uint32_t token) const {
        const auto& tree = parties_.tree();
        const auto words = words_covered(tree.words(), parties_.span_of(token));
        if (words.empty() || !is_verb(trigger_.form)) return false;
        const auto word = tree.head_of(words);
        const bool argument = tree.is(word, "nsubj") || tree.is(word, "obj");
        const auto up = tree.head(word);
        return argument && up != none && tree.upos(up) == "VERB" && !trigger_words().contains(up);
    }
    /// "a call to boycott the shops": what is asked for it is not done to.
    [[nodiscard]] bool only_asks(std::uint32_t token) const {
        const auto& tree = parties_.tree();
        const auto head = tree.head_of(trigger_words());
        const auto words = words_covered(tree.words(), parties_.span_of(token));
        return !words.empty() && is_verb(trigger_.form) && tree.relation(head) == "acl" && has_case(tree, head, "to") &&
               tree.head(head) == tree.head_of(words);
    }
    /// "The court dismissed the petition": who decides on it did not file it.
    [[nodiscard]] bool only_decides(std::uint32_t token) const {
        const auto& tree = parties_.tree();
        const auto head = tree.head_of(trigger_words());
        const auto verb = tree.head(head);
        const auto words = words_covered(tree.words(), parties_.span_of(token));
        if (words.empty() || verb == none || trigger_.kind.type != "justice" || !tree.is(head, "obj")) return false;
        return one_of(tree.lemma(verb), "dismiss", "reject", "hear", "grant", "uphold", "accept", "admit", "consider",
                      "deny", "allow", "refuse", "quash", "overturn") &&
               tree.head(tree.head_of(words)) == verb && tree.is(tree.head_of(words), "nsubj");
    }
    /// "Foreign Secretary Orvik": the words right before the name are the same one's.
    [[nodiscard]] bool is_title_of(const EventParties::Party& title, const std::vector<Participant>& found) const {
        const auto is_person = [&](const std::string& id) { return parties_.entity(id).type == EntityType::person; };
        return is_person(title.entity) && std::any_of(found.begin(), found.end(), [&](const Participant& one) {
                   return one.span.begin == title.span.end + 1 && is_person(one.entity);
               });
    }
    /// "According to the union, …", "The union said that …": who tells of it takes no part by that.
    [[nodiscard]] bool only_tells(std::uint32_t token) const {
        const auto span = parties_.span_of(token);
        const auto words = words_covered(parties_.tree().words(), span);
        if (!words.empty() && has_case(parties_.tree(), words.first, "according")) return true;
        const auto here = s_.span(trigger_.first, trigger_.last);
        const auto* content = around_.content_around(here);
        return content != nullptr && !content->span.contains(span) && content->statement->source &&
               content->statement->source->span.contains(span);
    }
    [[nodiscard]] Index word_of(std::uint32_t token) const {
        return parties_.tree().words().word_at(parties_.span_of(token).begin);
    }
    /// "in the market", "near the school"
    [[nodiscard]] bool is_where(std::uint32_t token) const {
        const auto words = words_covered(parties_.tree().words(), parties_.span_of(token));
        if (words.empty()) return false;
        const auto& tree = parties_.tree();
        return has_case(tree, words.first, "near") || has_case(tree, words.first, "outside") ||
               has_case(tree, words.first, "in") || has_case(tree, words.first, "aboard") ||
               (trigger_.kind.type == "accident" && has_case(tree, words.first, "on"));
    }
    [[nodiscard]] bool is_weapon(Index noun) const {
        return parties_.tree().words().lexicons->is(ThingKind::weapon, parties_.tree().lemma(noun));
    }
    [[nodiscard]] bool is_vehicle(Index noun) const {
        return parties_.tree().words().lexicons->is(ThingKind::vehicle, parties_.tree().lemma(noun));
    }
    [[nodiscard]] bool names_people_or_place(Index word) const {
        const auto& words = parties_.tree().words();
        const auto name = words[word].name;
        if (name == none) return trigger_.kind.type != "mobilize" && is_people(words[word].lower);
        const auto type = words.analysis->names[static_cast<std::size_t>(name)].type;
        return type == NameType::norp || type == NameType::location || type == NameType::person;
    }
    /// "backchannel talks": what kind, not who.
    [[nodiscard]] bool only_tells_kind(Index word) const {
        const auto& tree = parties_.tree();
        const auto& noun = tree.words()[word];
        return tree.is(word, "compound") && trigger_words().contains(tree.head(word)) && noun.name == none &&
               noun.noun == NounKind::none && !is_people(noun.lower);
    }
    void add_part(std::vector<Participant>& found, const PartWord& one) const {
        const auto type = parties_.would_be(one.word, one.part == Part::means);
        // "violence, where a series of bomb attacks killed five": an event of its own
        if (one.part != Part::other_side && is_trigger(one.word) && parties_.tree().upos(one.word) == "NOUN" &&
            !is_weapon(one.word) && type == EntityType::other)
            return;
        if (!type || around_.time_at(parties_.span_of_word(one.word))) return;
        const bool counts = one.part == Part::doer || harms() || trigger_.kind.type == "justice";
        if (one.part != Part::other_side && counts && parties_.is_abstract(one.word) && !is_weapon(one.word)) return;
        if (is_power(one.word)) return;
        // "the Norlandic invasion": whose it is, no means.
        const auto role = role_of(
            one.part, trigger_.kind, *type,
            is_weapon(one.word) || (one.part == Part::doer && is_vehicle(one.word)) || is_driven_into(one.word));
        if (role == ParticipantRole::instrument && names_people_or_place(one.word)) return;
        if (role) add(found, parties_.taking_part_word(one.word, *role), *role);
    }
    /// "rammed a truck into the crowd"
    [[nodiscard]] bool is_driven_into(Index noun) const {
        const auto& tree = parties_.tree();
        const auto verb = tree.head(noun);
        return trigger_.kind.type == "assault" && is_vehicle(noun) && tree.is(noun, "obj") && verb != none &&
               one_of(tree.lemma(verb), "ram", "plow", "plough", "drive", "smash", "crash", "slam", "steer", "reverse",
                      "run", "accelerate") &&
               (child_with_case(tree, verb, "obl", "into") != none ||
                child_with_case(tree, verb, "obl", "through") != none ||
                child_with_case(tree, noun, "nmod", "into") != none);
    }
    /// "seized power"
    [[nodiscard]] bool is_power(Index noun) const {
        return trigger_.kind.mode == "takeover" &&
               one_of(parties_.tree().lemma(noun), "power", "control", "office", "rein");
    }
    /// Things are no victims.
    [[nodiscard]] static ParticipantRole fitting(ParticipantRole role, EntityType type) {
        const bool thing = type == EntityType::facility || type == EntityType::other;
        return role == ParticipantRole::victim && thing ? ParticipantRole::target : role;
    }
    static void add(std::vector<Participant>& found, const std::optional<EventParties::Party>& party,
                    ParticipantRole role) {
        const bool there = !party || std::any_of(found.begin(), found.end(), [&](const Participant& one) {
            return one.entity == party->entity || one.span.overlaps(party->span);
        });
        if (!there) found.push_back({role, party->entity, party->span});
    }
    /// Whether the word more likely takes part in another way.
    [[nodiscard]] bool likelier_role(const EventWords::Participant& one) const {
        const auto& all = trigger_.learned->participants;
        return std::any_of(all.begin(), all.end(), [&](const EventWords::Participant& other) {
            return other.head == one.head && other.probability > one.probability;
        });
    }

    /// The nearest time of the clause that is not when somebody spoke.
    [[nodiscard]] std::optional<std::size_t> time_in(Span clause) const {
        if (only_measures_time()) return std::nullopt;
        constexpr std::size_t reach = 16;
        std::optional<std::size_t> best;
        std::size_t nearest = reach;
        for (const auto i : around_.times_in(clause)) {
            const auto span = around_.time(i).span;
            const auto away = distance(span);
            if (away >= nearest || is_time_of_speech(span) || is_time_of_another(span)) continue;
            nearest = away;
            best = i;
        }
        return best;
    }
    /// "three years after her death, in 1917, the mine was closed": what something else is counted from.
    [[nodiscard]] bool only_measures_time() const {
        constexpr std::size_t reach = 5;
        for (std::size_t back = 1; back <= reach && back < trigger_.first; ++back) {
            const auto at = trigger_.first - back;
            if (!one_of(s_.low(at), "after", "before", "since")) continue;
            const auto unit = s_.low(at - 1);
            return one_of(unit, "years", "year", "months", "month", "weeks", "week", "days", "day", "hours", "hour",
                          "decades", "minutes");
        }
        return false;
    }
    /// "on 7 March, four days before the attack", "ousted in 2019, has died": the time is of something else.
    [[nodiscard]] bool is_time_of_another(Span span) const {
        const auto first = word_at(span.begin);
        const auto last = word_at(span.end - 1) + 1;
        const auto from = std::min(last, trigger_.last);
        const auto to = std::max(first, trigger_.first);
        for (auto i = from; i < to; ++i) {
            if (one_of(s_.low(i), "before", "after", "until", "since", "following", "anniversary")) return true;
        }
        if (describes_another(first, last)) return true;
        if (!can_be_when(span)) return true;
        const bool leads = first <= 2;
        if (leads) return false;
        const auto other = std::lower_bound(triggers_.begin(), triggers_.end(), from,
                                            [](const TriggerMention& one, std::size_t at) { return one.first < at; });
        return other != triggers_.end() && other->last <= to;
    }
    [[nodiscard]] bool can_be_where(Span span) const {
        const auto words = words_covered(parties_.tree().words(), span);
        return words.empty() || can_be_its_place(parties_.tree(), trigger_words(), words);
    }
    [[nodiscard]] bool can_be_when(Span span) const {
        const auto words = words_covered(parties_.tree().words(), span);
        return words.empty() || can_be_its_time(parties_.tree(), trigger_words(), words);
    }
    /// "linked to the delayed 21 August ballot"
    [[nodiscard]] bool describes_another(std::size_t first, std::size_t last) const {
        if (first == 0 || last >= s_.size() || first < trigger_.last) return false;
        const auto before = s_.low(first - 1);
        const auto behind = s_.low(last);
        const bool is_noun = behind.size() > 3 && behind[0] >= 'a' && behind[0] <= 'z' && !s_.capital(last) &&
                             !one_of(behind, "when", "after", "before", "near", "with", "that", "which", "from",
                                     "while", "outside", "local", "said", "amid", "during", "night", "morning", "where",
                                     "over", "have", "were", "into", "against", "inside", "because");
        return is_noun && first - 1 >= trigger_.last &&
               !one_of(before, "on", "in", "at", "by", "during", "early", "late", "of", ",", "(", "last", "this",
                       "since", "around", "from", "until", "here", "there");
    }
    [[nodiscard]] bool is_time_of_speech(Span span) const {
        const auto first = word_at(span.begin);
        for (std::size_t back = 1; back <= 3 && back <= first; ++back) {
            if (one_of(s_.low(first - back), "said", "told", "says", "announced", "reported", "since", "until",
                       "statement"))
                return true;
        }
        const auto behind = word_at(span.end - 1) + 1;
        constexpr std::size_t dateline_words = 12;
        return one_of(s_.low(behind), "said", "told", "announced") ||
               (behind <= dateline_words && one_of(s_.low(behind), "-", "–", "—", "--", "("));
    }

    /// "in Kabul", "near the town of Qalat", "at the Delmo Theatre": the nearest behind the trigger, else the first
    /// words of the sentence ("In Lagos, …").
    [[nodiscard]] std::optional<std::string> place_in(Span clause) const {
        constexpr std::size_t reach = 10;
        for (const auto& mention : around_.entities_in(clause)) {
            if (!is_place(mention)) continue;
            const auto at = word_at(mention.span.begin);
            if (at >= trigger_.last && at - trigger_.last <= reach && !verb_between(trigger_.last, at) &&
                !other_between(at) && preposition_before(at) && can_be_where(mention.span)) {
                return mention.entity->id;
            }
        }
        for (const auto& mention : around_.entities_in(clause)) {
            const auto at = word_at(mention.span.begin);
            if (is_place(mention) && at <= 4 && at < trigger_.first && one_of(s_.low(0), "in", "at", "near") &&
                preposition_before(at)) {
                return mention.entity->id;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] static bool is_place(const Surroundings::EntityMention& mention) {
        return mention.entity->named &&
               (mention.entity->type == EntityType::place || mention.entity->type == EntityType::facility);
    }
    /// Whether something else is told between the words: "the attack was condemned in X".
    [[nodiscard]] bool verb_between(std::size_t first, std::size_t last) const {
        for (auto i = first; i < last; ++i) {
            if (one_of(s_.low(i), "that", "which") && tells_of_harm(s_.low(i + 1))) continue;
            // "the invasion of Ukraine, and the closures in China"
            if (s_.low(i) == "," && s_.low(i + 1) == "and") return true;
            if (one_of(s_.low(i), "who", "which", "that", "to", "was", "were", "has", "had", "after", "before",
                       "against", "is", "from", "when"))
                return true;
        }
        return false;
    }
    /// "convicted of a murder in X" tells where the murder was.
    [[nodiscard]] bool other_between(std::size_t last) const {
        return std::any_of(triggers_.begin(), triggers_.end(), [&](const TriggerMention& one) {
            return one.first >= trigger_.last && one.last <= last && one.kind.type != trigger_.kind.type;
        });
    }
    /// "the bombing that killed four in X"
    [[nodiscard]] static bool tells_of_harm(std::string_view word) {
        return one_of(word, "killed", "injured", "wounded", "left", "claimed", "destroyed", "hit", "struck", "sank",
                      "swept", "ripped", "tore", "rocked", "shook", "devastated");
    }
    [[nodiscard]] bool preposition_before(std::size_t at) const {
        constexpr std::size_t reach = 7;
        for (std::size_t back = 1; back <= reach && back <= at; ++back) {
            const auto word = s_.low(at - back);
            if (one_of(word, "in", "at", "near", "outside", "on", "across", "inside", "around", "off"))
                return !is_superlative(at - back);
            if (one_of(word, ",", ".", "and", "from", "to", "by", "with", "for", "against", "than", "between"))
                return false;
            if (trigger_at(at - back)) return false;
        }
        return false;
    }
    /// Whether a word that names an event begins there: "in masks stormed X" is not in X.
    [[nodiscard]] bool trigger_at(std::size_t at) const {
        const auto found =
            std::lower_bound(triggers_.begin(), triggers_.end(), at,
                             [](const TriggerMention& one, std::size_t word) { return one.last <= word; });
        return found != triggers_.end() && found->first <= at;
    }
    /// "the deadliest in X" tells of a place that it is compared with; ", the embassy in Y" of another's.
    [[nodiscard]] bool is_superlative(std::size_t preposition) const {
        for (auto i = trigger_.last; i < preposition; ++i) {
            const bool article = i > 0 && one_of(s_.low(i), "the", "a", "an") && s_.low(i - 1) == ",";
            const bool superlative = i > 0 && s_.low(i - 1) == "the" && s_.low(i).ends_with("est") &&
                                     !s_.low(i).ends_with("west") && !s_.low(i).ends_with("forest");
            if (article || superlative) return true;
        }
        return false;
    }
};

}  // namespace

std::vector<ToldMention> read_mentions(const WordSentence& sentence, const std::vector<TriggerMention>& triggers,
                                       const Surroundings& around, EventParties& parties) {
    std::vector<ToldMention> mentions;
    mentions.reserve(triggers.size());
    for (const auto& trigger : triggers) {
        const MentionReader reader(sentence, triggers, trigger, around, parties);
        if (reader.is_figurative() || reader.is_of_toll()) continue;
        if (auto mention = reader.read(); !reader.is_general(mention)) mentions.push_back(std::move(mention));
    }
    return mentions;
}

}  // namespace sayso
