#include "read/roles.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "read/words.h"

namespace sayso {
namespace {

bool title_adjective(const TextWords& w, Index i) {
    static constexpr std::array<std::string_view, 25> adjectives{
        "prime",   "foreign", "interior", "defence", "defense", "deputy", "vice",   "acting", "chief",
        "former",  "finance", "health",   "justice", "first",   "senior", "police", "press",  "attorney",
        "general", "home",    "energy",   "culture", "then",    "ex",     "affairs"};
    return among(adjectives, w[i].lower);
}

bool is_honorific(const TextWords& w, Index i) {
    const auto title = w.lexicons->title(w[i].lower);
    return title && *title != TitleKind::office;
}

/// Whether it is something that people hold offices of: bodies, countries, their seats.
bool has_offices(const EntityDrafts& drafts, Index entity) {
    const auto type = drafts.type(entity);
    return type == EntityType::organization || type == EntityType::place || type == EntityType::facility;
}

/// The body right before an office: "Seaboard Bank spokeswoman", "Norway's minister"; `none` if there is none.
Index body_before(const EntityDrafts& drafts, Index office_first) {
    const auto& w = drafts.words();
    auto before = office_first - 1;
    if (before > 0 && w[before].is("'s")) --before;
    if (before < 0 || !drafts.same_unit(before, office_first)) return none;
    const auto of = drafts.of_word(before);
    return of != none && has_offices(drafts, of) ? of : none;
}

/// "Secretary of State Orvik": where an office with "of" begins that ends before `last`; `last` if there is none.
Index office_with_of(const EntityDrafts& drafts, Index last) {
    const auto& w = drafts.words();
    for (auto i = last - 1; i > 0 && i > last - 6 && drafts.same_unit(i - 1, last - 1); --i) {
        if (w[i].punctuation) break;
        if (!w[i].is("of")) continue;
        return i + 1 < last && is_office(w, i - 1) ? i - 1 : last;
    }
    return last;
}

/// "Prime Minister Ilse Varga", "bank spokeswoman Mira Toll"
void title_before(EntityDrafts& drafts, const NameUse& use, Index name_first) {
    const auto& w = drafts.words();
    // "Chief Election Commissioner (CEC) Sikandar Orvik"
    if (name_first > 3 && w[name_first - 1].form == ")" && w[name_first - 3].form == "(") name_first -= 3;
    auto first = name_first;
    while (first > 0 && drafts.same_unit(first - 1, use.first) && !w[first - 1].punctuation &&
           (is_office(w, first - 1) || (first < name_first && title_adjective(w, first - 1)))) {
        --first;
    }
    while (first < name_first && !is_office(w, first) && !title_adjective(w, first)) ++first;
    auto title_last = name_first, role_last = name_first;
    Index of = none;
    if (first == name_first || !is_office(w, name_first - 1)) {
        first = office_with_of(drafts, name_first);
        if (first == name_first) return;
        // "Chief of Staff Gen. Orvik"
        while (title_last > first && (w[title_last - 1].form == "." || is_honorific(w, title_last - 1))) --title_last;
        while (first > 0 && drafts.same_unit(first - 1, use.first) && title_adjective(w, first - 1)) --first;
        // "director of the FSB Bram Tell"
        of = drafts.of_word(title_last - 1);
        if (of != none && (of == use.entity || !has_offices(drafts, of))) return;
        role_last = title_last;
        if (of != none) {
            while (!w[title_last - 1].is("of")) --title_last;
            --title_last;
        }
    }
    Role role;
    role.span = w.span(first, role_last);
    role.title = drafts.as_title(first, title_last);
    if (of == none) of = body_before(drafts, first);
    if (of != none && of != use.entity) role.of = std::to_string(of);
    drafts.add_role(use.entity, std::move(role));
}

bool digits(const TextWord& word) {
    return word.form.size() <= 3 && !word.form.empty() && word.form[0] >= '0' && word.form[0] <= '9';
}

/// Behind the name's comma and an age ("Lena Orvik, 54,"); `none` if no apposition can follow.
Index apposition_first(const EntityDrafts& drafts, const NameUse& use) {
    const auto& w = drafts.words();
    auto at = use.last;
    if (at + 1 >= w.size() || !w[at].comma() || !drafts.same_unit(at, use.first)) return none;
    ++at;
    if (digits(w[at]) && at + 2 < w.size() && w[at + 1].comma()) at += 2;
    return at;
}

/// "Lena Orvik, the county engineer,", "Bram Tell, director of the Lisk Port Authority (LPA),"
void apposition(EntityDrafts& drafts, const NameUse& use) {
    const auto& w = drafts.words();
    const auto at = apposition_first(drafts, use);
    if (at == none) return;
    const auto limit = std::min(w.unit(use.first).last, at + 24);
    auto first = at;
    while (first < limit && w[first].is(determiner)) ++first;
    const auto phrase = noun_phrase(w, at, limit, false);
    if (!phrase || w[phrase->first].mark) return;
    // The office stands in the core, before "of".
    auto core_end = first;
    while (core_end < phrase->last && !w[core_end].is(preposition)) ++core_end;
    if (core_end == first || !is_office(w, core_end - 1)) return;
    for (auto i = first; i < core_end; ++i) {
        if (w[i].punctuation && w[i].form != "-") return;
    }
    // The apposition ends with a comma or the sentence; otherwise it may be the next of a list.
    if (phrase->last < limit && !w[phrase->last].comma() && w[phrase->last].form != "." && !w[phrase->last].mark)
        return;
    if (w[phrase->last - 1].is(conjunction)) return;
    Role role;
    role.span = w.span(at, phrase->last);
    auto title_end = phrase->last;
    for (auto i = core_end; i < phrase->last; ++i) {
        const auto of = drafts.of_word(i);
        if (of == none || of == use.entity) continue;
        const auto type = drafts.type(of);
        // "resident of Lisk and Bram Tell": a list
        if (type == EntityType::person) return;
        if (type == EntityType::other) continue;
        role.of = std::to_string(of);
        title_end = core_end;
        break;
    }
    if (!role.of) {
        for (auto i = first; i < core_end; ++i) {
            const auto of = drafts.of_word(i);
            if (of == none || drafts.type(of) != EntityType::organization) continue;
            role.of = std::to_string(of);
            while (first < core_end && drafts.of_word(first) == of) ++first;
            if (first < core_end && w[first].is("'s")) ++first;
            break;
        }
    }
    if (first >= title_end) return;
    role.title = drafts.as_title(first, title_end);
    drafts.add_role(use.entity, std::move(role));
}

/// "The president of the Lisk Bank (LB), Lena Orvik, said": an office that its holder's name stands behind, between
/// commas.
void apposed(EntityDrafts& drafts, const NameUse& use) {
    const auto& w = drafts.words();
    constexpr Index longest = 16;
    const auto comma = use.first - 1;
    if (comma < 1 || !drafts.same_unit(comma, use.first) || !w[comma].comma()) return;
    if (use.last < w.size() && !w[use.last].comma() && w[use.last].form != "." && !w[use.last].mark) return;
    const auto begin = std::max(w.unit(use.first).first, comma - longest);
    for (auto first = comma - 1; first >= begin; --first) {
        // Only a list or a clause can have a comma here.
        if (w[first].comma()) return;
        if (!w[first].is(determiner | possessive)) continue;
        const auto phrase = noun_phrase(w, first, comma, true);
        if (!phrase || (phrase->last != comma && (w[phrase->last].form != "(" || w[comma - 1].form != ")"))) continue;
        if (!is_office(w, phrase->head)) continue;
        if (auto role = role_of_unnamed(drafts, *phrase)) {
            if (role->of == std::to_string(use.entity)) return;
            drafts.add_role(use.entity, std::move(*role));
        }
        return;
    }
}

}  // namespace

bool is_office(const TextWords& words, Index i) {
    return words.lexicons->title(words[i].lower) == TitleKind::office;
}

std::string_view office_of(std::string_view title) {
    for (const auto joint : {" of ", " for ", " at ", " in ", " with ", " to ", " from ", ", "}) {
        title = title.substr(0, std::min(title.find(joint), title.size()));
    }
    return title;
}

std::string_view office_noun(std::string_view title) {
    auto office = office_of(title);
    const auto last_word = [&] { return office.substr(office.find_last_of(" -") + 1); };
    // find_last_of gives npos, and npos + 1 is 0, where there is but one word.
    while (one_of(last_word(), "general", "designate", "elect") && last_word().size() < office.size()) {
        office.remove_suffix(last_word().size() + 1);
    }
    return last_word();
}

bool is_also_called(std::string_view office, std::string_view called) {
    if (office == called) return true;
    if (called == "leader")
        return one_of(office, "president", "premier", "minister", "chairman", "chairwoman", "chair", "chief", "head");
    // "the Head of State"
    if (called == "head") return one_of(office, "president", "chief", "director");
    if (called == "official")
        return one_of(office, "minister", "director", "secretary", "commissioner", "chief", "undersecretary",
                      "superintendent", "governor", "inspector", "mayor", "chairman", "chairwoman", "chair",
                      "coordinator", "manager", "officer");
    if (called == "chairman" || called == "chair" || called == "chairperson")
        return one_of(office, "chairman", "chair", "chairperson");
    if (called == "premier" || called == "pm") return one_of(office, "premier", "pm");
    if (called == "lawmaker" || called == "legislator")
        return one_of(office, "mp", "senator", "congressman", "congresswoman", "deputy", "legislator", "representative",
                      "parliamentarian", "lawmaker");
    return called == "chief" && one_of(office, "director", "head", "commissioner", "president", "governor");
}

void find_roles(const std::vector<NameUse>& uses, EntityDrafts& drafts) {
    const auto& w = drafts.words();
    for (const auto& use : uses) {
        if (use.entity == none || use.type != NameType::person) continue;
        // Offices that were taken for a part of the name.
        auto name_first = use.first;
        while (name_first + 1 < use.last && (is_office(w, name_first) || title_adjective(w, name_first))) ++name_first;
        title_before(drafts, use, name_first);
        apposition(drafts, use);
        apposed(drafts, use);
    }
}

Role role_of(const EntityDrafts& drafts, const Phrase& phrase) {
    const auto& w = drafts.words();
    Role role;
    auto first = phrase.first;
    for (auto i = phrase.first; i < phrase.head; ++i) {
        if (w[i].is("'s") || w[i].form == "’" || w[i].form == "'") {
            const auto of = i > phrase.first ? drafts.of_word(i - 1) : none;
            if (of != none && drafts.type(of) != EntityType::person) role.of = std::to_string(of);
            first = i + 1;
        } else if (i == first && w[i].is(determiner | possessive)) {
            first = i + 1;
        }
    }
    role.span = w.span(first, phrase.head + 1);
    role.title = drafts.as_title(first, phrase.head + 1);
    return role;
}

std::optional<Role> role_of_unnamed(const EntityDrafts& drafts, const Phrase& phrase) {
    const auto& w = drafts.words();
    if (!is_office(w, phrase.head)) return std::nullopt;
    auto role = role_of(drafts, phrase);
    if (role.of) return role;
    auto first = phrase.head;
    while (first > phrase.first && w[first - 1].name == none &&
           (is_office(w, first - 1) || title_adjective(w, first - 1))) {
        --first;
    }
    role.title = drafts.as_title(first, phrase.head + 1);
    if (const auto of = first > phrase.first ? body_before(drafts, first) : none; of != none) {
        role.of = std::to_string(of);
        role.span = w.span(first, phrase.head + 1);
        return role;
    }
    const auto joint = phrase.head + 1;
    if (joint >= phrase.core_last || !w[joint].is(preposition)) return std::nullopt;
    auto body = joint + 1;
    while (body < phrase.core_last && w[body].is(determiner)) ++body;
    const auto of = body < phrase.core_last ? drafts.of_word(body) : none;
    if (of == none || !has_offices(drafts, of)) return std::nullopt;
    auto last = body;
    while (last < phrase.core_last && drafts.of_word(last) == of) ++last;
    // "a spokesman for the Seaboard Bank branch": not the bank's own.
    if (last < phrase.core_last && !w[last].punctuation && w[last].classes == 0) return std::nullopt;
    role.of = std::to_string(of);
    role.span = w.span(first, last);
    return role;
}

}  // namespace sayso
