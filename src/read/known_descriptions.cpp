#include "read/known_descriptions.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"
#include "read/roles.h"
#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {
namespace {

/// Adjectives that tell nothing of what somebody is.
constexpr std::array<std::string_view, 24> neutral{
    "same",     "said",        "top",       "senior",    "late",    "embattled", "new",         "veteran",
    "two",      "local",       "outspoken", "powerful",  "popular", "prominent", "influential", "controversial",
    "longtime", "charismatic", "ailing",    "respected", "young",   "elderly",   "beleaguered", "firebrand"};

/// What any body may be called.
constexpr std::array<std::string_view, 8> any_body{"group",       "organization", "organisation", "body",
                                                   "institution", "firm",         "company",      "outfit"};

constexpr std::array<std::string_view, 12> women{"spokeswoman",   "woman",        "chairwoman", "businesswoman",
                                                 "actress",       "girl",         "queen",      "princess",
                                                 "congresswoman", "councilwoman", "widow",      "mother"};
constexpr std::array<std::string_view, 12> men{"spokesman",  "man",     "chairman",  "businessman",
                                               "boy",        "king",    "prince",    "congressman",
                                               "councilman", "widower", "clergyman", "father"};

std::vector<std::string> words_of_name(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const auto c : lower(text)) {
        if (c != ' ' && c != '-' && c != '\n') {
            word += c;
            continue;
        }
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

/// "cec" of "Chief Election Commissioner", whatever goes before its office ("former").
std::string initials_of(std::string_view office) {
    std::string initials;
    for (const auto& word : words_of_name(office)) {
        if (!one_of(word, "former", "then", "ex", "acting", "outgoing")) initials += word[0];
    }
    return initials;
}

bool holds(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_body(NounKind kind) {
    return kind == NounKind::institution || kind == NounKind::medium;
}

bool number_of_years(const TextWord& word) {
    return !word.form.empty() && word.form.size() <= 3 && word.form[0] >= '0' && word.form[0] <= '9';
}

/// The word where a name stands that goes with an age: "Lena Orvik, 54,", "54-year-old Lena Orvik".
Index name_with_age(const TextWords& w, Index age) {
    if (age >= 2 && w[age - 1].comma() && w[age - 2].name != none && age + 1 < w.size() &&
        (w[age + 1].comma() || w[age + 1].form == ")"))
        return age - 2;
    if (age + 5 >= w.size() || !w[age + 2].is("year") || !w[age + 4].is("old")) return none;
    for (auto i = age + 5; i < std::min(age + 10, w.size()) && !w[i].punctuation; ++i) {
        if (w[i].name != none) return i;
        if (w[i].is(preposition | verb | auxiliary | be)) return none;
    }
    return none;
}

}  // namespace

KnownDescriptions::KnownDescriptions(const TreeView& tree, const std::vector<NameUse>& uses, const EntityDrafts& drafts,
                                     const Coreferents& coreferents)
    : tree_(&tree), drafts_(&drafts), coreferents_(&coreferents) {
    for (const auto& use : uses) {
        if (use.entity != none && drafts.type(use.entity) != EntityType::person) find_kinds(use);
    }
}

/// "Carrow Metals, a mining company,", "mining company Carrow Metals", "the Carrow news agency", "Carrow is a company"
void KnownDescriptions::find_kinds(const NameUse& use) {
    const auto& w = drafts_->words();
    const auto add = [&](Index noun) {
        if (noun == none || !is_body(w[noun].noun) || drafts_->of_word(noun) != none) return;
        auto first = noun;
        while (first > 0 && drafts_->same_unit(first - 1, noun) && w[first - 1].name == none &&
               !w[first - 1].punctuation && w[first - 1].classes == 0) {
            --first;
        }
        kinds_.push_back({use.entity, {first, noun + 1}});
    };
    if (use.first > 0 && drafts_->same_unit(use.first - 1, use.first)) add(use.first - 1);
    for (auto i = use.last; i < std::min(use.last + 3, w.size()) && w[i].classes == 0 && !w[i].punctuation; ++i) {
        if (!drafts_->same_unit(i, use.last - 1)) break;
        add(i);
    }
    const auto head = tree_->head_of({use.first, use.last});
    add(tree_->child(head, "appos"));
    if (tree_->is(head, "appos")) add(tree_->head(head));
    const auto above = tree_->head(head);
    if (tree_->relation(head) == "nsubj" && above != none && tree_->child(above, "cop") != none) add(above);
}

bool KnownDescriptions::mentioned_before(Index entity, const Description& description) const {
    const auto& w = drafts_->words();
    const auto& mentions = (*drafts_)[entity].entity.mentions;
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
        const auto at = w.word_at(mention.span.begin);
        return is_near(w, at, description.phrase.first) && !in_content(description.content, mention.span);
    });
}

/// The last sentence before the description that mentions the entity.
Index KnownDescriptions::last_unit(Index entity, const Description& description) const {
    const auto& w = drafts_->words();
    Index last = none;
    for (const auto& mention : (*drafts_)[entity].entity.mentions) {
        const auto at = w.word_at(mention.span.begin);
        if (at < description.phrase.first) last = std::max(last, w.unit_of[static_cast<std::size_t>(at)]);
    }
    return last;
}

bool KnownDescriptions::is_last(Index entity, const std::vector<Index>& others, const Description& description) const {
    const auto unit = last_unit(entity, description);
    return std::all_of(others.begin(), others.end(),
                       [&](Index other) { return other == entity || last_unit(other, description) < unit; });
}

template <class Fits>
std::vector<Index> KnownDescriptions::those(const Description& description, Fits fits) const {
    std::vector<Index> found;
    for (Index i = 0; i < drafts_->size(); ++i) {
        if (fits(i) && mentioned_before(i, description)) found.push_back(i);
    }
    return found;
}

/// The only one of the whole document before the description that holds such an office, or `none`.
Index KnownDescriptions::only_holder(const Description& description) const {
    Index found = none;
    for (Index i = 0; i < drafts_->size(); ++i) {
        if (!person_fits(i, description) || last_unit(i, description) == none) continue;
        if (found != none) return none;
        found = i;
    }
    return found;
}

bool KnownDescriptions::role_fits(const Role& role, const Description& description) const {
    const auto& w = drafts_->words();
    const auto office = words_of_name(office_of(role.title));
    if (office.empty()) return false;
    const auto noun = lower(office_noun(role.title));
    const bool premier = office.back() == "minister" && office.size() > 1 && office[office.size() - 2] == "prime" &&
                         one_of(description.head, "premier", "pm");
    if (!premier && !is_also_called(noun, description.head) && office.back() != description.head) return false;
    std::vector<std::string> body;
    const auto of = role.of ? static_cast<Index>(std::stol(*role.of)) : none;
    if (of != none) body = words_of_name((*drafts_)[of].entity.name);
    // "opposition leader Ilse Varga"
    for (auto i = w.word_at(role.span.begin) - 1; i >= 0 && w[i].classes == 0 && !w[i].punctuation; --i) {
        body.push_back(w[i].lower);
    }
    for (auto i = description.modifiers.first; i < description.modifiers.last; ++i) {
        if (w[i].punctuation || w[i].is("'s") || among(neutral, w[i].lower)) continue;
        if (!holds(office, w[i].lower) && !holds(body, w[i].lower) && (of == none || drafts_->of_word(i) != of))
            return false;
    }
    // "the director of the bank" is the bank's.
    for (auto i = description.phrase.head + 1; i < description.phrase.core_last; ++i) {
        const auto entity = drafts_->of_word(i);
        if (entity != none && entity != of) return false;
        const bool of_state = description.head == "head" && one_of(w[i].lower, "state", "government");
        if (entity == none && w[i].noun != NounKind::none && !of_state && !holds(body, w[i].lower)) return false;
    }
    return true;
}

bool KnownDescriptions::person_fits(Index entity, const Description& description) const {
    const auto& draft = (*drafts_)[entity];
    if (draft.entity.type != EntityType::person || !draft.entity.named) return false;
    if (draft.sex == Sex::male && among(women, description.head)) return false;
    if (draft.sex == Sex::female && among(men, description.head)) return false;
    return std::any_of(draft.entity.roles.begin(), draft.entity.roles.end(),
                       [&](const Role& role) { return role_fits(role, description); });
}

/// By its name's words ("the authority": Lisk Port Authority) or by what it is said to be.
bool KnownDescriptions::body_fits(Index entity, const Description& description) const {
    const auto& w = drafts_->words();
    const auto& known = (*drafts_)[entity].entity;
    if (!known.named || known.type == EntityType::person || known.type == EntityType::place) return false;
    const auto name = words_of_name(known.name);
    const auto fits = [&](const std::vector<std::string>& words) {
        if (!holds(words, description.head)) return false;
        for (auto i = description.modifiers.first; i < description.modifiers.last; ++i) {
            if (!w[i].punctuation && !among(neutral, w[i].lower) && !holds(words, w[i].lower)) return false;
        }
        return true;
    };
    if (fits(name)) return true;
    return std::any_of(kinds_.begin(), kinds_.end(), [&](const Kind& kind) {
        if (kind.entity != entity || !w[kind.words.last - 1].is(description.head)) return false;
        auto words = name;
        for (auto i = kind.words.first; i < kind.words.last; ++i) words.push_back(w[i].lower);
        return fits(words);
    });
}

/// "The official" behind "a senior official".
bool KnownDescriptions::unnamed_fits(Index entity, const Description& description) const {
    const auto& w = drafts_->words();
    const auto& draft = (*drafts_)[entity];
    if (draft.entity.named || draft.head != description.head) return false;
    const auto words = words_of_name(draft.entity.name);
    for (auto i = description.modifiers.first; i < description.modifiers.last; ++i) {
        if (!w[i].punctuation && !holds(words, w[i].lower)) return false;
    }
    for (auto i = description.phrase.head + 1; i < description.phrase.core_last; ++i) {
        if (!w[i].punctuation && !holds(words, w[i].lower)) return false;
    }
    return true;
}

/// "the 54-year-old"
Index KnownDescriptions::aged(const Description& description) const {
    const auto& w = drafts_->words();
    const auto first = description.modifiers.first;
    if (!w[description.phrase.head].is("old") || first >= description.phrase.head || !number_of_years(w[first]))
        return none;
    Index found = none;
    const auto add = [&](Index entity) {
        if (entity == none || !mentioned_before(entity, description)) return true;
        if (drafts_->type(entity) != EntityType::person) return true;
        if (found != none && found != entity) return false;
        found = entity;
        return true;
    };
    for (Index i = 0; i < first; ++i) {
        if (w[i].form != w[first].form) continue;
        const auto name = name_with_age(w, i);
        if (name != none && !add(drafts_->of_word(name))) return none;
    }
    // "A 19-year-old student"
    const auto age = std::string(w[first].form) + "-year-old";
    for (Index i = 0; i < drafts_->size(); ++i) {
        const auto& known = (*drafts_)[i].entity;
        if (!known.named && known.name.find(age) != std::string::npos && !add(i)) return none;
    }
    return found != none ? found : only_person_near(description);
}

/// Where the age is told only now: the one person whom the nearest paragraph with a person in it names.
Index KnownDescriptions::only_person_near(const Description& description) const {
    const auto& w = drafts_->words();
    Index found = none;
    auto zone = w.unit(description.phrase.first).zone;
    for (auto i = description.phrase.first - 1; i >= 0 && is_near(w, i, description.phrase.first); --i) {
        const auto entity = drafts_->of_word(i);
        const bool unknown = entity == none && is_person_name(w, i);
        if (found != none && w.unit(i).zone != zone) break;
        if (unknown) return none;
        if (entity == none || drafts_->type(entity) != EntityType::person) continue;
        // "the architect" may be the same person, in other words.
        if (!(*drafts_)[entity].entity.named && lower((*drafts_)[entity].entity.name).starts_with("the ")) continue;
        if (found != none && found != entity) return none;
        found = entity;
        zone = w.unit(i).zone;
    }
    return found != none && (*drafts_)[found].entity.named ? found : none;
}

/// Whether what the analysis takes for the same can be so described.
bool KnownDescriptions::agrees(Index entity, const Description& description) const {
    const auto& w = drafts_->words();
    const auto& draft = (*drafts_)[entity];
    if (!description.modifiers.empty() || description.phrase.core_last > description.phrase.head + 1) return false;
    // "the government" is no company's, whatever was named before.
    static constexpr std::array<std::string_view, 9> only_one{
        "government", "state", "country", "court", "police", "army", "parliament", "cabinet", "judiciary"};
    if (!is_body(w[description.phrase.head].noun) || !draft.entity.named || among(only_one, description.head))
        return false;
    if (draft.entity.type != EntityType::organization && draft.entity.type != EntityType::group) return false;
    // A bank is no ministry.
    for (const auto& word : words_of_name(draft.entity.name)) {
        if (word != description.head && is_body(w.lexicons->noun(word)) && !among(any_body, description.head))
            return false;
    }
    return std::none_of(kinds_.begin(), kinds_.end(), [&](const Kind& kind) {
        return kind.entity == entity && !among(any_body, description.head) &&
               !w[kind.words.last - 1].is(description.head);
    });
}

/// The same of a person's office that nothing else tells, if nobody else was named since.
bool KnownDescriptions::agrees_alone(Index entity, const Description& description) const {
    const auto& w = drafts_->words();
    const auto& draft = (*drafts_)[entity];
    if (draft.entity.type != EntityType::person || !draft.entity.named || !draft.entity.roles.empty()) return false;
    if (!is_office(w, description.phrase.head) || description.phrase.core_last > description.phrase.head + 1)
        return false;
    if (draft.sex == Sex::male && among(women, description.head)) return false;
    if (draft.sex == Sex::female && among(men, description.head)) return false;
    for (auto i = description.phrase.first - 1; i >= 0 && is_near(w, i, description.phrase.first); --i) {
        // "Orvik accused the mayor": of one sentence, who does it and to whom are two.
        if (drafts_->of_word(i) == entity) return !drafts_->same_unit(i, description.phrase.first);
        const bool other = drafts_->of_word(i) != none && drafts_->type(drafts_->of_word(i)) == EntityType::person;
        if (other || (drafts_->of_word(i) == none && is_person_name(w, i))) return false;
    }
    return false;
}

/// "the bank president", "the head of the port": with a name or a noun that only one of several fits.
bool KnownDescriptions::tells_which(const Description& description) const {
    const auto& w = drafts_->words();
    const auto is_noun = [&](Index i) { return tree_->upos(i) == "NOUN" || tree_->upos(i) == "PROPN"; };
    for (auto i = description.modifiers.first; i < description.modifiers.last; ++i) {
        if (is_noun(i) && !w[i].punctuation) return true;
    }
    for (auto i = description.phrase.head + 1; i < description.phrase.core_last; ++i) {
        if (is_noun(i)) return true;
    }
    return false;
}

/// "Chief Election Commissioner (CEC) Sikandar Orvik … the CEC": by the letters that an office's words begin with.
Index KnownDescriptions::holder_of_initials(const Phrase& phrase) const {
    const auto& w = drafts_->words();
    const auto& letters = w[phrase.head].form;
    const bool capitals = letters.size() >= 2 && letters.size() <= 5 &&
                          std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!capitals || phrase.head == phrase.first || phrase.core_last > phrase.head + 1 || !w[phrase.first].is("the"))
        return none;
    // A body that is called so in full is that.
    const auto named = drafts_->of_word(phrase.head);
    if (named != none && ((*drafts_)[named].entity.name != letters || drafts_->type(named) == EntityType::person))
        return none;
    const auto is_person = [&](Index entity) {
        return entity != none && drafts_->type(entity) == EntityType::person && (*drafts_)[entity].entity.named;
    };
    for (Index i = 1; i + 2 < phrase.first; ++i) {
        if (w[i].form == letters && w[i - 1].form == "(" && w[i + 1].form == ")" && is_person(drafts_->of_word(i + 2)))
            return drafts_->of_word(i + 2);
    }
    Index found = none;
    const auto at = w.span(phrase.first, phrase.last).begin;
    for (Index i = 0; i < drafts_->size(); ++i) {
        const auto& known = (*drafts_)[i].entity;
        // Who is named only later is not meant yet.
        if (!is_person(i) || known.mentions.empty() || known.mentions.front().span.begin > at) continue;
        const bool holds_it = std::any_of(known.roles.begin(), known.roles.end(), [&](const Role& role) {
            return initials_of(office_of(role.title)) == lower(letters);
        });
        if (!holds_it) continue;
        if (found != none) return none;
        found = i;
    }
    return found;
}

Index KnownDescriptions::meant(const Phrase& phrase, const std::vector<Span>& content) const {
    const auto& w = drafts_->words();
    const auto& first = w[phrase.first];
    if (!(first.is("the") || first.is("this") || first.is("that")) || phrase.head == phrase.first) return none;
    const Description description{phrase, content, w[phrase.head].lower, {phrase.first + 1, phrase.head}};
    if (const auto person = aged(description); person != none) return person;
    const auto kind = w[phrase.head].noun;
    if (kind != NounKind::person && !is_body(kind)) return none;
    // "the Prime Minister", but not "the Museum", which is a name.
    if (w[phrase.head].capital && kind != NounKind::person) return none;
    const auto same = coreferents_->meant(*drafts_, phrase.head, content);

    auto named = kind == NounKind::person ? those(description, [&](Index i) { return person_fits(i, description); })
                                          : those(description, [&](Index i) { return body_fits(i, description); });
    if (named.empty() && kind == NounKind::person) {
        if (const auto holder = only_holder(description); holder != none) named.push_back(holder);
    }
    const auto unnamed = those(description, [&](Index i) { return unnamed_fits(i, description); });
    named.insert(named.end(), unnamed.begin(), unnamed.end());
    if (named.size() > 1) {
        // Of several, the one mentioned last, if the analysis takes it for that.
        return std::find(named.begin(), named.end(), same) != named.end() && is_last(same, named, description) ? same
                                                                                                               : none;
    }
    if (named.size() == 1) {
        // Another name that the analysis takes it for casts doubt, unless the words tell which one ("the port
        // director").
        const bool doubt =
            same != none && same != named[0] && (*drafts_)[same].entity.named && !tells_which(description);
        return doubt ? none : named[0];
    }
    if (same == none) return none;
    return (kind == NounKind::person ? agrees_alone(same, description) : agrees(same, description)) ? same : none;
}

}  // namespace sayso
