#include "read/name_joining.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"

namespace sayso {
namespace {

EntityType entity_type(NameType type) {
    switch (type) {
        case NameType::person:
            return EntityType::person;
        case NameType::organization:
            return EntityType::organization;
        case NameType::location:
            return EntityType::place;
        case NameType::facility:
            return EntityType::facility;
        case NameType::norp:
            return EntityType::group;
        default:
            return EntityType::other;
    }
}

Index add(EntityDrafts& drafts, const NameUse& use) {
    Draft draft;
    draft.entity.type = entity_type(use.type);
    draft.entity.named = true;
    return drafts.add(std::move(draft));
}

/// The name without honorific, on one line.
std::string name_text(const EntityDrafts& drafts, const NameUse& use) {
    const auto& w = drafts.words();
    auto first = use.first;
    if (use.type == NameType::person) {
        while (first + 1 < use.last && (w[first].form == "." || w.lexicons->title(w[first].lower))) ++first;
    }
    return drafts.plain(w.span(first, use.last));
}

void mention(EntityDrafts& drafts, NameUse& use, Index entity) {
    use.entity = entity;
    auto& draft = drafts[entity];
    draft.entity.mentions.push_back({drafts.words().span(use.first, use.last), MentionForm::name});
    if (use.sex != Sex::unknown) draft.sex = use.sex;
    if (use.parts.size() > draft.longest) {
        draft.longest = static_cast<std::uint32_t>(use.parts.size());
        draft.entity.name = name_text(drafts, use);
    }
}

/// "June Orvik" where only "Orvik" was seen to be a name is not the Orvik met before.
bool part_of_unknown_name(const EntityDrafts& drafts, const NameUse& use) {
    const auto& w = drafts.words();
    const auto before = use.first - 1;
    return drafts.same_unit(before, use.first) && w[before].capital && !w[before].punctuation &&
           before > w.unit(use.first).first && !w.lexicons->title(w[before].lower) &&
           w[before].noun == NounKind::none && w[before].name == none;
}

bool has_initial(const NameUse& use) {
    return use.parts.size() == 3 && use.parts[1].size() <= 2;
}

/// Full names first, then those of one word where one full name alone fits.
class PersonJoining {
public:
    explicit PersonJoining(EntityDrafts& drafts) : drafts_(drafts) {}

    void full_name(NameUse& use) {
        auto found = by_key_.find(use.key);
        Index entity = found == by_key_.end() ? none : found->second;
        if (entity == none) {
            // "Lena M. Orvik" is "Lena Orvik".
            const auto short_key = use.parts.front() + " " + use.parts.back();
            const auto same = by_key_.find(short_key);
            entity = same != by_key_.end() && has_initial(use) ? same->second : of_longer_name(use);
            if (entity == none) entity = add(drafts_, use);
            by_key_.emplace(use.key, entity);
            parts_.emplace_back(use.parts, entity);
            by_last_[use.parts.back()].insert(entity);
            by_first_[use.parts.front()].insert(entity);
            for (std::size_t i = 1; i + 1 < use.parts.size(); ++i) {
                if (use.parts[i].size() > 2) by_middle_[use.parts[i]].insert(entity);
            }
            if (has_initial(use)) by_key_.emplace(short_key, entity);
        }
        mention(drafts_, use, entity);
    }

    void one_word(NameUse& use) {
        const auto& part = use.parts.front();
        if (part_of_unknown_name(drafts_, use)) return;
        const auto last = by_last_.find(part);
        if (last != by_last_.end()) {
            std::vector<Index> fits;
            for (const auto entity : last->second) {
                const auto sex = drafts_[entity].sex;
                if (use.sex == Sex::unknown || sex == Sex::unknown || sex == use.sex) fits.push_back(entity);
            }
            mention_one_of(fits, use);
            if (!fits.empty()) return;
        }
        // A family's name comes first in some languages.
        if (const auto first = by_first_.find(part); first != by_first_.end()) {
            mention_one_of({first->second.begin(), first->second.end()}, use);
            return;
        }
        if (const auto middle = by_middle_.find(part); middle != by_middle_.end() && middle->second.size() == 1) {
            mention(drafts_, use, *middle->second.begin());
            return;
        }
        auto found = by_key_.find(use.key);
        if (found == by_key_.end()) found = by_key_.emplace(use.key, add(drafts_, use)).first;
        mention(drafts_, use, found->second);
    }

private:
    EntityDrafts& drafts_;

    /// Which of several people of this name is meant nothing tells, unless only one was named before or has the title.
    void mention_one_of(std::vector<Index> fits, NameUse& use) {
        if (fits.size() > 1) keep_those_named_before(fits, use);
        if (fits.size() > 1) keep_those_of_title(fits, use);
        if (fits.size() == 1) mention(drafts_, use, fits[0]);
    }

    /// "Prime Minister" before a name, as far as the words before it are titles or what people are.
    [[nodiscard]] std::string title_before(Index first) const {
        const auto& w = drafts_.words();
        auto at = first;
        while (drafts_.same_unit(at - 1, first) && first - at < 3 && w[at - 1].name == none && !w[at - 1].mark &&
               (w.lexicons->title(w[at - 1].lower) || w[at - 1].noun == NounKind::person || w[at - 1].capital))
            --at;
        return at == first ? std::string{} : lower(w.text(w.span(at, first)));
    }

    /// "Prime Minister Han Duck-soo … Justice Minister Han Dong-hoon … Prime Minister Han"
    void keep_those_of_title(std::vector<Index>& fits, const NameUse& use) const {
        const auto title = title_before(use.first);
        if (title.empty()) return;
        std::vector<Index> titled;
        for (const auto entity : fits) {
            const auto& mentions = drafts_[entity].entity.mentions;
            const bool same = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
                return title_before(drafts_.words().word_at(mention.span.begin)) == title;
            });
            if (same) titled.push_back(entity);
        }
        if (titled.size() == 1) fits = std::move(titled);
    }

    /// "Imran Orvik … Orvik … and Umar Orvik": who is named only later is not meant yet.
    void keep_those_named_before(std::vector<Index>& fits, const NameUse& use) const {
        const auto at = drafts_.words().span(use.first, use.last).begin;
        std::vector<Index> before;
        for (const auto entity : fits) {
            const auto& mentions = drafts_[entity].entity.mentions;
            const bool known = std::any_of(mentions.begin(), mentions.end(),
                                           [&](const Mention& mention) { return mention.span.begin < at; });
            if (known) before.push_back(entity);
        }
        if (!before.empty()) fits = std::move(before);
    }
    std::map<std::string, Index> by_key_;
    std::vector<std::pair<std::vector<std::string>, Index>> parts_;  ///< of names of several words

    /// "Rubén Remigio Ferro … Remigio Ferro": the only one so far whose name has all these words one behind the other,
    /// or whose shorter name these words begin or end with; else `none`.
    [[nodiscard]] Index of_longer_name(const NameUse& use) const {
        const auto holds = [](const std::vector<std::string>& all, const std::vector<std::string>& some) {
            return some.size() > 1 && std::search(all.begin(), all.end(), some.begin(), some.end()) != all.end();
        };
        Index found = none;
        for (const auto& [parts, entity] : parts_) {
            if (entity == found || !(holds(parts, use.parts) || holds(use.parts, parts))) continue;
            if (found != none) return none;
            found = entity;
        }
        return found;
    }

    std::map<std::string, std::set<Index>> by_last_, by_first_, by_middle_;
};

/// "his wife Amanda": a woman's name by itself. A man's is often a surname as well ("Scott").
void tell_women(EntityDrafts& drafts, const std::vector<NameUse>& uses) {
    for (const auto& use : uses) {
        if (use.entity == none || use.type != NameType::person || use.parts.size() != 1) continue;
        auto& draft = drafts[use.entity];
        const bool alone = draft.entity.name.find(' ') == std::string::npos;
        const bool woman = drafts.words().lexicons->sex_of_name(use.parts.front()) == Sex::female;
        if (draft.sex == Sex::unknown && alone && woman) draft.sex = Sex::female;
    }
}

/// Where no honorific told it, the given name may.
void tell_sexes(EntityDrafts& drafts, const std::vector<NameUse>& uses) {
    for (const auto& use : uses) {
        if (use.entity == none || drafts[use.entity].sex != Sex::unknown) continue;
        drafts[use.entity].sex = drafts.words().lexicons->sex_of_name(use.parts.front());
    }
}

void join_persons(std::vector<NameUse>& uses, EntityDrafts& drafts) {
    PersonJoining joining(drafts);
    for (auto& use : uses) {
        if (use.type == NameType::person && use.parts.size() >= 2) joining.full_name(use);
    }
    tell_sexes(drafts, uses);
    for (auto& use : uses) {
        if (use.type == NameType::person && use.parts.size() == 1) joining.one_word(use);
    }
    tell_women(drafts, uses);
}

/// "army of national liberation (eln)", in a text without capitals: more than half of the letters are initials of the
/// name, which another language orders otherwise.
bool shares_initials(std::string_view letters, std::string initials) {
    if (letters.size() > 6) return false;
    std::size_t shared = 0;
    for (const char c : letters) {
        const auto at = initials.find(c);
        if (at == std::string::npos) continue;
        initials.erase(at, 1);
        ++shared;
    }
    return 2 * shared > letters.size();
}

bool is_acronym(std::string_view letters, const NameUse& full) {
    if (letters.size() < 2 || letters.size() > 10) return false;
    const auto small = lower(letters);
    std::string initials;
    for (const auto& part : full.parts) {
        if (part == "of" || part == "the" || part == "and" || part == "for") continue;
        initials += part[0];
    }
    std::string all;
    for (const auto& part : full.parts) all += part[0];
    std::string plain;
    for (const auto c : small) {
        if (c != '.' && c != '-') plain += c;
    }
    // Letters of another language's name ("FSB") stand in brackets just the same.
    const bool upper_case = std::none_of(letters.begin(), letters.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    // "Abuja, Nigeria (AP)": behind a place stands the agency.
    return plain == initials || plain == all || (upper_case && full.type != NameType::location) ||
           (full.type == NameType::organization && shares_initials(plain, initials));
}

bool norp_noun(const TextWords& w, const NameUse& use) {
    const auto& last = w[use.last - 1];
    return use.last >= w.size() || last.lower.ends_with("s") || w[use.last].punctuation;
}

/// Whether the second name is letters in brackets behind the first.
bool gives_letters(const TextWords& w, const NameUse& full, const NameUse& letters) {
    if (full.type == NameType::person || full.parts.size() < 2 || letters.first != full.last + 1) return false;
    if (w[full.last].form != "(" || letters.last >= w.size() || w[letters.last].form != ")") return false;
    return is_acronym(w.text(w.span(letters.first, letters.last)), full);
}

void join_others(std::vector<NameUse>& uses, EntityDrafts& drafts) {
    const auto& w = drafts.words();
    std::map<std::string, Index> by_key;
    // Letters in brackets behind a name stand for it from there on.
    for (std::size_t i = 0; i + 1 < uses.size(); ++i) {
        auto& full = uses[i];
        auto& letters = uses[i + 1];
        if (!gives_letters(w, full, letters)) continue;
        auto found = by_key.find(full.key);
        if (found == by_key.end()) found = by_key.emplace(full.key, add(drafts, full)).first;
        by_key.emplace(letters.key, found->second);
        letters.type = full.type;
    }
    for (auto& use : uses) {
        if (use.entity != none || use.type == NameType::person) continue;
        auto found = by_key.find(use.key);
        // A people's adjective is no one who acts.
        if (found == by_key.end() && use.type == NameType::norp && !norp_noun(w, use)) continue;
        if (found == by_key.end()) found = by_key.emplace(use.key, add(drafts, use)).first;
        mention(drafts, use, found->second);
    }
}

}  // namespace

void join_names(std::vector<NameUse>& uses, EntityDrafts& drafts) {
    join_persons(uses, drafts);
    join_others(uses, drafts);
    for (const auto& use : uses) {
        if (use.entity == none) continue;
        for (auto i = use.first; i < use.last; ++i) drafts.set_word(i, use.entity);
    }
}

}  // namespace sayso
