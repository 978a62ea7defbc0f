#include "read/anonymity.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sayso {
namespace {

/// Words that say that there is a name, which is not told.
constexpr std::array<std::string_view, 6> withheld{"unnamed",     "anonymous", "unidentified",
                                                   "undisclosed", "anonymity", "nameless"};

/// People of whom there are many: "the" does not tell which of them.
constexpr std::array<std::string_view, 59> of_many{
    "official",  "source",    "man",       "woman",    "witness",   "eyewitness",  "resident",      "person",
    "boy",       "girl",      "victim",    "survivor", "employee",  "worker",      "soldier",       "officer",
    "student",   "protester", "activist",  "villager", "spokesman", "spokeswoman", "spokesperson",  "aide",
    "diplomat",  "analyst",   "expert",    "insider",  "driver",    "teenager",    "youth",         "farmer",
    "fighter",   "militant",  "adviser",   "advisor",  "executive", "patient",     "passenger",     "bystander",
    "neighbour", "neighbor",  "informant", "customer", "detainee",  "prisoner",    "whistleblower", "staffer",
    "tourist",   "lawmaker",  "civilian",  "old",      "doctor",    "nurse",       "teacher",       "researcher",
    "scientist", "engineer",  "lawyer"};

/// "a group of residents", "dozens of witnesses"
constexpr std::array<std::string_view, 14> amounts{"group",  "number",   "majority",  "minority", "handful",
                                                   "pair",   "couple",   "crowd",     "team",     "dozens",
                                                   "scores", "hundreds", "thousands", "plenty"};

bool spokesperson(std::string_view noun) {
    return noun.starts_with("spokes");
}

bool digits(const TextWord& word) {
    return !word.form.empty() && word.form[0] >= '0' && word.form[0] <= '9';
}

bool has_possessor(const TextWords& w, const Phrase& phrase) {
    for (auto i = phrase.first; i < phrase.head; ++i) {
        if (w[i].is("'s") || w[i].form == "’" || w[i].form == "'" || w[i].is(possessive)) return true;
    }
    return false;
}

/// "the leaders of Norway", "the city's mayors": known by their office, as one of them would be.
bool office_holders(const TextWords& w, const Phrase& phrase) {
    static constexpr std::array<std::string_view, 8> holders{"leaders", "ministers", "presidents", "premiers",
                                                             "mayors",  "governors", "chairmen",   "heads"};
    if (!among(holders, w[phrase.head].lower)) return false;
    return w[phrase.first].is("the") || has_possessor(w, phrase);
}

bool amount_of_people(const TextWords& w, const Phrase& phrase) {
    if (!among(amounts, w[phrase.head].lower) || phrase.head + 2 > phrase.last) return false;
    if (phrase.head + 1 >= w.size() || !w[phrase.head + 1].is("of")) return false;
    for (auto i = phrase.head + 2; i < std::min(phrase.head + 6, phrase.last); ++i) {
        if (w[i].noun == NounKind::people) return true;
        if (w[i].is(preposition) || w[i].punctuation) return false;
    }
    return false;
}

/// "the Orvik family", "the Yuin people"
bool named_kin(const TextWords& w, const Phrase& phrase) {
    static constexpr std::array<std::string_view, 3> kin{"family", "people", "clan"};
    return among(kin, w[phrase.head].lower) && phrase.head > phrase.first && w[phrase.head - 1].name != none;
}

bool nameless_person(const TextWords& w, const Phrase& phrase) {
    const auto& first = w[phrase.first];
    const auto& head = w[phrase.head];
    if (spokesperson(head.lower)) return true;
    // "his wife", "Hollin's lawyer": known, if not named here.
    if (has_possessor(w, phrase)) return false;
    if (first.is("the") || first.is("this") || first.is("that")) return among(of_many, head.lower);
    return first.is(determiner | quantity) || digits(first) || !first.capital;
}

}  // namespace

bool is_person_by_form(const TextWords& w, const Coreferents& coreferents, Index i) {
    static constexpr std::array<std::string_view, 10> ends{"er",  "or",    "ist",    "ian", "ant",
                                                           "man", "woman", "person", "old", "ee"};
    auto noun = std::string_view(w[i].lower);
    if (w[i].capital || coreferents.type(i) != MentionType::person) return false;
    if (noun.ends_with("s") && !noun.ends_with("ss")) noun.remove_suffix(1);
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return noun.ends_with(end); });
}

bool is_nameless(const TextWords& w, const Coreferents& coreferents, const Phrase& phrase) {
    const auto& head = w[phrase.head];
    if (head.is(pronoun) || head.is("who") || head.is("which")) return false;
    if (head.name != none && !is_common_noun(w, phrase.head)) return false;
    // "Le Courrier, citing anonymous sources": it has a name.
    for (auto i = phrase.first; i < phrase.last && !w[i].is("citing"); ++i) {
        if (among(withheld, w[i].lower)) return true;
    }
    if (amount_of_people(w, phrase)) return true;
    switch (head.noun) {
        case NounKind::institution:
        case NounKind::medium:
        case NounKind::document:
            return false;
        case NounKind::people:
            return !named_kin(w, phrase) && !office_holders(w, phrase);
        case NounKind::person:
            return nameless_person(w, phrase);
        default:
            break;
    }
    const bool article = head.is("the") || head.is("a") || head.is("an") || head.is("no");
    if ((head.is(quantity | determiner) && !article) || head.is("others")) return true;
    return is_person_by_form(w, coreferents, phrase.head) && nameless_person(w, phrase);
}

bool is_anonymous(const EntityDrafts& drafts, const Coreferents& coreferents, const Phrase& source, Index entity) {
    if (entity == none) return is_nameless(drafts.words(), coreferents, source);
    return !drafts[entity].entity.named && drafts[entity].anonymous;
}

}  // namespace sayso
