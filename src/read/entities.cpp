#include "read/entities.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace sayso {
namespace {

using Index = std::int32_t;

enum class Sex { unknown, male, female };

/// A name where it stands: the words that it is made of.
struct NameUse {
    Index first = 0, last = 0;
    NameType type = NameType::misc;
    std::string key;                 ///< without article and possessive, in lower case
    std::vector<std::string> parts;  ///< its words without honorifics
    Sex sex = Sex::unknown;
    Index entity = none;
};

struct Draft {
    Entity entity;
    Sex sex = Sex::unknown;
    std::uint32_t longest = 0;  ///< parts of the fullest name
};

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

bool may_be_a_firm(std::string_view noun) {
    static constexpr std::string_view firms[] = {"owner",    "operator", "maker",     "manufacturer", "supplier",
                                                 "provider", "carrier",  "publisher", "insurer",      "employer",
                                                 "builder",  "producer", "developer", "contractor",   "retailer",
                                                 "lender",   "buyer",    "seller",    "exporter",     "importer"};
    return std::find(std::begin(firms), std::end(firms), noun) != std::end(firms);
}

class Finder {
public:
    Finder(const TextWords& words, const Gazetteer& gazetteer, std::vector<Attribution>& attributions)
        : w_(words), gazetteer_(gazetteer), attributions_(attributions), entity_of_word_(words.all.size(), none) {}

    std::vector<Entity> run() {
        collect_names();
        join_persons();
        join_others();
        for (auto& use : uses_) {
            if (use.entity == none) continue;
            for (auto i = use.first; i < use.last; ++i) entity_of_word_[static_cast<std::size_t>(i)] = use.entity;
        }
        for (const auto& use : uses_) find_roles(use);
        // Who is meant by a pronoun is told by what stands before it.
        std::vector<Attribution*> order;
        for (auto& one : attributions_) order.push_back(&one);
        std::stable_sort(order.begin(), order.end(), [](const Attribution* a, const Attribution* b) {
            return (a->source ? a->source->first : a->first) < (b->source ? b->source->first : b->first);
        });
        for (auto* one : order) link(*one);
        // A relative whose antecedent is not plain is nobody's name.
        std::erase_if(attributions_, [&](const Attribution& one) {
            return one.source && stands_for_another(*one.source) && !one.statement.source->entity;
        });
        place_entities();
        return numbered();
    }

private:
    // ---- names -----------------------------------------------------------------------------------

    void collect_names() {
        for (Index i = 0; i < w_.size();) {
            const auto name = w_[i].name;
            if (name == none) {
                ++i;
                continue;
            }
            NameUse use;
            use.first = i;
            while (i < w_.size() && w_[i].name == name) ++i;
            use.last = i;
            use.type = w_.analysis->names[static_cast<std::size_t>(name)].type;
            if (use.type == NameType::date || use.type == NameType::money) continue;
            if (w_[use.last - 1].is("'s") && use.last - use.first > 1) --use.last;
            while (use.first + 1 < use.last && w_[use.first].is("the")) ++use.first;
            read_parts(use);
            if (!use.parts.empty()) uses_.push_back(std::move(use));
        }
        // One spelling is one kind of thing: the kind it most often is.
        std::map<std::string, std::map<NameType, int>> kinds;
        for (const auto& use : uses_) ++kinds[use.key][use.type];
        for (auto& use : uses_) {
            const auto& counts = kinds[use.key];
            if (counts.size() == 1) continue;
            use.type = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
                           return a.second < b.second;
                       })->first;
        }
    }

    void read_parts(NameUse& use) {
        auto first = use.first;
        const auto look = [&](Index i) {
            const auto title = w_.lexicons->title(w_[i].lower);
            if (title == TitleKind::honorific_male) use.sex = Sex::male;
            if (title == TitleKind::honorific_female) use.sex = Sex::female;
            return title.has_value();
        };
        if (use.type == NameType::person) {
            while (first + 1 < use.last && (w_[first].form == "." || look(first))) ++first;
            auto before = use.first - 1;
            if (before >= 0 && w_[before].form == ".") --before;
            if (before >= 0 &&
                w_.unit_of[static_cast<std::size_t>(before)] == w_.unit_of[static_cast<std::size_t>(use.first)]) {
                look(before);
            }
        }
        for (auto i = first; i < use.last; ++i) {
            if (w_[i].punctuation && w_[i].form != "-" && w_[i].form != "&" && w_[i].form != "'" && w_[i].form != "’")
                continue;
            use.parts.push_back(w_[i].lower);
        }
        for (const auto& part : use.parts) use.key += (use.key.empty() ? "" : " ") + part;
    }

    Index add(const NameUse& use) {
        Draft draft;
        draft.entity.type = entity_type(use.type);
        draft.entity.named = true;
        drafts_.push_back(std::move(draft));
        return static_cast<Index>(drafts_.size()) - 1;
    }

    void mention(NameUse& use, Index entity) {
        use.entity = entity;
        auto& draft = drafts_[static_cast<std::size_t>(entity)];
        draft.entity.mentions.push_back({w_.span(use.first, use.last), MentionForm::name});
        if (use.sex != Sex::unknown) draft.sex = use.sex;
        if (use.parts.size() > draft.longest) {
            draft.longest = static_cast<std::uint32_t>(use.parts.size());
            draft.entity.name = name_text(use);
        }
    }

    /// The name without honorific, on one line.
    [[nodiscard]] std::string name_text(const NameUse& use) const {
        auto first = use.first;
        if (use.type == NameType::person) {
            while (first + 1 < use.last && (w_[first].form == "." || w_.lexicons->title(w_[first].lower))) ++first;
        }
        std::string out;
        bool space = false;
        for (const auto c : w_.text(w_.span(first, use.last))) {
            if (c == '\n' || c == ' ' || c == '\t') {
                space = true;
                continue;
            }
            if (space && !out.empty()) out += ' ';
            space = false;
            out += c;
        }
        return out;
    }

    /// Full names first, then those of one word where one full name alone fits.
    void join_persons() {
        std::map<std::string, Index> by_key;
        std::map<std::string, std::set<Index>> by_last, by_first;
        for (auto& use : uses_) {
            if (use.type != NameType::person || use.parts.size() < 2) continue;
            auto found = by_key.find(use.key);
            Index entity = found == by_key.end() ? none : found->second;
            if (entity == none) {
                // "Lena M. Orvik" is "Lena Orvik".
                const auto short_key = use.parts.front() + " " + use.parts.back();
                const auto same = by_key.find(short_key);
                entity =
                    same != by_key.end() && use.parts.size() == 3 && use.parts[1].size() <= 2 ? same->second : add(use);
                by_key.emplace(use.key, entity);
                by_last[use.parts.back()].insert(entity);
                by_first[use.parts.front()].insert(entity);
                if (use.parts.size() == 3 && use.parts[1].size() <= 2) by_key.emplace(short_key, entity);
            }
            mention(use, entity);
        }
        for (auto& use : uses_) {
            if (use.type != NameType::person || use.parts.size() != 1) continue;
            const auto& part = use.parts.front();
            // "June Orvik" where only "Orvik" was seen to be a name is not the Orvik met before.
            const auto before = use.first - 1;
            if (same_unit(before, use.first) && w_[before].capital && !w_[before].punctuation &&
                before > w_.unit(use.first).first && !w_.lexicons->title(w_[before].lower) &&
                w_[before].noun == NounKind::none && w_[before].name == none) {
                continue;
            }
            const auto last = by_last.find(part);
            if (last != by_last.end()) {
                std::vector<Index> fits;
                for (const auto entity : last->second) {
                    const auto sex = drafts_[static_cast<std::size_t>(entity)].sex;
                    if (use.sex == Sex::unknown || sex == Sex::unknown || sex == use.sex) fits.push_back(entity);
                }
                if (fits.size() == 1) mention(use, fits[0]);
                // Two people of this name: which of them is meant is not told.
                if (!fits.empty()) continue;
            }
            const auto first = by_first.find(part);
            if (first != by_first.end() && first->second.size() == 1) {
                mention(use, *first->second.begin());
                continue;
            }
            auto found = by_key.find(use.key);
            if (found == by_key.end()) found = by_key.emplace(use.key, add(use)).first;
            mention(use, found->second);
        }
    }

    void join_others() {
        std::map<std::string, Index> by_key;
        // Letters in brackets behind a name stand for it from there on.
        for (std::size_t i = 0; i + 1 < uses_.size(); ++i) {
            auto& full = uses_[i];
            auto& letters = uses_[i + 1];
            if (full.type == NameType::person || full.parts.size() < 2 || letters.first != full.last + 1) continue;
            if (w_[full.last].form != "(" || letters.last >= w_.size() || w_[letters.last].form != ")") continue;
            if (!is_acronym(w_.text(w_.span(letters.first, letters.last)), full)) continue;
            auto found = by_key.find(full.key);
            if (found == by_key.end()) found = by_key.emplace(full.key, add(full)).first;
            by_key.emplace(letters.key, found->second);
            letters.type = full.type;
        }
        for (auto& use : uses_) {
            if (use.entity != none || use.type == NameType::person) continue;
            auto found = by_key.find(use.key);
            // A people's adjective is no one who acts.
            if (found == by_key.end() && use.type == NameType::norp && !norp_noun(use)) continue;
            if (found == by_key.end()) found = by_key.emplace(use.key, add(use)).first;
            mention(use, found->second);
        }
    }

    [[nodiscard]] bool norp_noun(const NameUse& use) const {
        const auto& last = w_[use.last - 1];
        return use.last >= w_.size() || last.lower.ends_with("s") || w_[use.last].punctuation;
    }

    [[nodiscard]] bool is_acronym(std::string_view letters, const NameUse& full) const {
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
        const bool upper_case =
            std::none_of(letters.begin(), letters.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        return plain == initials || plain == all || upper_case;
    }

    // ---- roles -----------------------------------------------------------------------------------

    [[nodiscard]] bool office(Index i) const { return w_.lexicons->title(w_[i].lower) == TitleKind::office; }

    [[nodiscard]] bool same_unit(Index a, Index b) const {
        return a >= 0 && b >= 0 && a < w_.size() && b < w_.size() &&
               w_.unit_of[static_cast<std::size_t>(a)] == w_.unit_of[static_cast<std::size_t>(b)];
    }

    void find_roles(const NameUse& use) {
        if (use.entity == none || use.type != NameType::person) return;
        // Offices that were taken for a part of the name.
        auto name_first = use.first;
        while (name_first + 1 < use.last && (office(name_first) || title_adjective(name_first))) ++name_first;
        title_before(use, name_first);
        apposition(use);
    }

    [[nodiscard]] bool title_adjective(Index i) const {
        static constexpr std::string_view adjectives[] = {
            "prime", "foreign",  "interior", "defence", "defense", "deputy",  "vice",   "acting",
            "chief", "former",   "finance",  "health",  "justice", "first",   "senior", "police",
            "press", "attorney", "general",  "home",    "energy",  "culture", "then",   "ex"};
        return std::find(std::begin(adjectives), std::end(adjectives), w_[i].lower) != std::end(adjectives);
    }

    /// "Prime Minister Ilse Varga", "bank spokeswoman Mira Toll"
    void title_before(const NameUse& use, Index name_first) {
        auto first = name_first;
        while (first > 0 && same_unit(first - 1, use.first) && !w_[first - 1].punctuation &&
               (office(first - 1) || (first < name_first && title_adjective(first - 1)))) {
            --first;
        }
        while (first < name_first && !office(first) && !title_adjective(first)) ++first;
        if (first == name_first || !office(name_first - 1)) return;
        Role role;
        role.span = w_.span(first, name_first);
        role.title = as_title(first, name_first);
        const auto before = first - 1;
        if (before >= 0 && same_unit(before, use.first)) {
            const auto of = entity_of_word_[static_cast<std::size_t>(before)];
            if (of != none && of != use.entity &&
                drafts_[static_cast<std::size_t>(of)].entity.type == EntityType::organization) {
                role.of = std::to_string(of);
            }
        }
        add_role(use.entity, std::move(role));
    }

    /// "Lena Orvik, the county engineer,", "Bram Tell, director of the Lisk Port Authority (LPA),"
    void apposition(const NameUse& use) {
        auto at = use.last;
        if (at + 1 >= w_.size() || !w_[at].comma() || !same_unit(at, use.first)) return;
        ++at;
        if (w_[at].form.size() <= 3 && !w_[at].form.empty() && w_[at].form[0] >= '0' && w_[at].form[0] <= '9' &&
            at + 2 < w_.size() && w_[at + 1].comma()) {
            at += 2;
        }
        const auto limit = std::min(w_.unit(use.first).last, at + 24);
        auto first = at;
        while (first < limit && w_[first].is(determiner)) ++first;
        const auto phrase = noun_phrase(w_, at, limit, false);
        if (!phrase || w_[phrase->first].mark) return;
        // The office stands in the core, before "of".
        auto core_end = first;
        while (core_end < phrase->last && !w_[core_end].is(preposition)) ++core_end;
        if (core_end == first || !office(core_end - 1)) return;
        for (auto i = first; i < core_end; ++i) {
            if (w_[i].punctuation && w_[i].form != "-") return;
        }
        // The apposition ends with a comma or the sentence; otherwise it may be the next of a list.
        if (phrase->last < limit && !w_[phrase->last].comma() && w_[phrase->last].form != "." && !w_[phrase->last].mark)
            return;
        Role role;
        role.span = w_.span(at, phrase->last);
        auto title_end = phrase->last;
        for (auto i = core_end; i < phrase->last; ++i) {
            const auto of = entity_of_word_[static_cast<std::size_t>(i)];
            if (of == none || of == use.entity) continue;
            const auto type = drafts_[static_cast<std::size_t>(of)].entity.type;
            if (type == EntityType::person || type == EntityType::other) continue;
            role.of = std::to_string(of);
            title_end = core_end;
            break;
        }
        if (!role.of) {
            for (auto i = first; i < core_end; ++i) {
                const auto of = entity_of_word_[static_cast<std::size_t>(i)];
                if (of == none || drafts_[static_cast<std::size_t>(of)].entity.type != EntityType::organization)
                    continue;
                role.of = std::to_string(of);
                while (first < core_end && entity_of_word_[static_cast<std::size_t>(first)] == of) ++first;
                if (first < core_end && w_[first].is("'s")) ++first;
                break;
            }
        }
        if (first >= title_end) return;
        role.title = as_title(first, title_end);
        add_role(use.entity, std::move(role));
    }

    [[nodiscard]] std::string as_title(Index first, Index last) const {
        std::string out;
        for (auto i = first; i < last; ++i) {
            const auto& word = w_[i];
            const bool glued = i > first && w_[i - 1].span.end == word.span.begin;
            if (i > first && !glued) out += ' ';
            out += word.name == none ? word.lower : std::string(word.form);
        }
        return out;
    }

    void add_role(Index entity, Role role) {
        auto& roles = drafts_[static_cast<std::size_t>(entity)].entity.roles;
        for (const auto& known : roles) {
            if (known.title == role.title && known.of == role.of) return;
        }
        roles.push_back(std::move(role));
    }

    // ---- sources ---------------------------------------------------------------------------------

    void link(Attribution& one) {
        if (one.source) {
            const auto span = w_.span(one.source->first, one.source->last);
            Source source;
            source.span = span;
            content_ = &one.statement.content;
            const auto entity = entity_of(*one.source);
            content_ = nullptr;
            if (entity != none) source.entity = std::to_string(entity);
            source.anonymous = is_anonymous(*one.source, entity);
            one.statement.source = source;
            if (entity != none && drafts_[static_cast<std::size_t>(entity)].entity.type == EntityType::person) {
                last_speaker_ = entity;
                last_speaker_zone_ = w_.unit(one.source->first).zone;
            } else if (!w_[one.source->head].is(pronoun)) {
                last_speaker_ = none;
                last_speaker_zone_ = w_.unit(one.source->first).zone;
                last_other_ = one.source->head;
            }
        }
        for (const auto& blamed : one.blamed) {
            const auto entity = entity_of(blamed.phrase);
            if (entity == none) continue;
            // "She accused him": a pronoun taken for who accuses is taken wrongly.
            const auto id = std::to_string(entity);
            const bool accuser = one.statement.act == Act::accuse && one.source && one.statement.source->entity == id;
            if (!accuser) one.statement.blames.push_back({id, std::nullopt, blamed.stance});
        }
        for (const auto& via : one.via) one.statement.via.push_back(party(via));
        if (one.addressee) one.statement.addressee = party(*one.addressee);
    }

    Party party(const Phrase& phrase) {
        Party party;
        party.span = w_.span(phrase.first, phrase.last);
        const auto entity = entity_of(phrase);
        if (entity != none) party.entity = std::to_string(entity);
        return party;
    }

    /// "who", "which", "that"
    [[nodiscard]] bool stands_for_another(const Phrase& phrase) const {
        const auto& head = w_[phrase.head];
        return head.is("who") || head.is("which") || head.is("that");
    }

    Index entity_of(const Phrase& phrase) {
        const auto& head = w_[phrase.head];
        if (stands_for_another(phrase)) return antecedent(phrase.head);
        if (head.is(pronoun | object_pronoun) && head.name == none) return person_meant(phrase.head);
        const auto named = entity_of_word_[static_cast<std::size_t>(phrase.head)];
        if (named != none) {
            return named;
        }
        if (const auto in_apposition = named_in_apposition(phrase); in_apposition != none) {
            if (office(phrase.head)) add_role(in_apposition, role_of(phrase));
            return in_apposition;
        }
        if (head.name != none) return none;  // a name that stands for several, or a people's adjective
        if (head.is(object_pronoun | pronoun)) return none;
        return described(phrase);
    }

    /// "the mayor, Tomas Iver,", "the hospital's director, Dr. Ana Belisar,": whoever is named there.
    [[nodiscard]] Index named_in_apposition(const Phrase& phrase) const {
        if (phrase.core_last + 1 >= phrase.last || !w_[phrase.core_last].comma()) return none;
        auto first = phrase.core_last + 1;
        while (first + 1 < phrase.last && entity_of_word_[static_cast<std::size_t>(first)] == none &&
               (w_[first].form == "." || w_[first].is("the") || w_[first].capital)) {
            ++first;
        }
        const auto entity = entity_of_word_[static_cast<std::size_t>(first)];
        if (entity == none) return none;
        const bool whole = entity == entity_of_word_[static_cast<std::size_t>(phrase.last) - 1];
        const bool person = drafts_[static_cast<std::size_t>(entity)].entity.type == EntityType::person;
        return whole || person ? entity : none;
    }

    /// The office that a nominal tells: "The Front's spokesman" is spokesman of the Front.
    [[nodiscard]] Role role_of(const Phrase& phrase) const {
        Role role;
        auto first = phrase.first;
        for (auto i = phrase.first; i < phrase.head; ++i) {
            if (w_[i].is("'s") || w_[i].form == "’" || w_[i].form == "'") {
                const auto of = i > phrase.first ? entity_of_word_[static_cast<std::size_t>(i) - 1] : none;
                if (of != none && drafts_[static_cast<std::size_t>(of)].entity.type != EntityType::person)
                    role.of = std::to_string(of);
                first = i + 1;
            } else if (i == first && w_[i].is(determiner | possessive)) {
                first = i + 1;
            }
        }
        role.span = w_.span(first, phrase.head + 1);
        role.title = as_title(first, phrase.head + 1);
        return role;
    }

    /// "The company that owns the mine, Carrow Metals,": a name that the analysis does not know for one.
    [[nodiscard]] std::optional<Span> capitals_in_apposition(const Phrase& phrase) const {
        const auto first = phrase.core_last + 1;
        if (first >= phrase.last || !w_[phrase.core_last].comma()) return std::nullopt;
        const auto kind = w_[phrase.head].noun;
        if (kind != NounKind::person && kind != NounKind::institution) return std::nullopt;
        for (auto i = first; i < phrase.last; ++i) {
            if (!w_[i].capital || w_[i].punctuation || w_[i].classes != 0) return std::nullopt;
        }
        return w_.span(first, phrase.last);
    }

    Index described(const Phrase& phrase) {
        const auto& head = w_[phrase.head];
        const auto core_last = std::max(phrase.core_last, phrase.head + 1);
        auto first = phrase.first;
        while (first < phrase.head && (w_[first].is(determiner))) ++first;
        std::string key;
        for (auto i = first; i < core_last; ++i) key += w_[i].lower + " ";
        const bool indefinite = w_[phrase.first].is("a") || w_[phrase.first].is("an") ||
                                w_[phrase.first].is("another") || w_[phrase.first].is(quantity) ||
                                head.noun == NounKind::people;
        const bool institution = head.noun == NounKind::institution;
        if (!indefinite || institution) {
            if (const auto found = described_.find(key); found != described_.end()) {
                mention_described(found->second, phrase);
                entity_of_word_[static_cast<std::size_t>(phrase.head)] = found->second;
                return found->second;
            }
        }
        Draft draft;
        if (const auto name = capitals_in_apposition(phrase)) {
            draft.entity.type = head.noun == NounKind::person ? EntityType::person : EntityType::organization;
            draft.entity.named = true;
            draft.entity.name = plain(*name);
            draft.entity.mentions.push_back({*name, MentionForm::name});
            drafts_.push_back(std::move(draft));
            return static_cast<Index>(drafts_.size()) - 1;
        }
        // "Tell" may be a name that the analysis did not know for one.
        draft.entity.named = head.capital && head.noun == NounKind::none && head.classes == 0;
        draft.entity.name = plain(w_.span(phrase.first, core_last));
        switch (head.noun) {
            case NounKind::person:
                // A firm can be an owner as well: "he" behind it is somebody else.
                draft.entity.type = may_be_a_firm(head.lower) ? EntityType::other : EntityType::person;
                break;
            case NounKind::people:
                draft.entity.type = EntityType::group;
                break;
            case NounKind::institution:
            case NounKind::medium:
                draft.entity.type = EntityType::organization;
                break;
            default:
                draft.entity.type = head.is(quantity | determiner) ? EntityType::group : EntityType::other;
        }
        drafts_.push_back(std::move(draft));
        const auto entity = static_cast<Index>(drafts_.size()) - 1;
        described_.emplace(key, entity);
        entity_of_word_[static_cast<std::size_t>(phrase.head)] = entity;
        mention_described(entity, phrase);
        return entity;
    }

    [[nodiscard]] std::string plain(Span span) const {
        std::string out;
        for (const auto c : w_.text(span)) {
            const bool space = c == '\n' || c == ' ' || c == '\t';
            if (space && (out.empty() || out.back() == ' ')) continue;
            out += space ? ' ' : c;
        }
        return out;
    }

    void mention_described(Index entity, const Phrase& phrase) {
        const auto span = w_.span(phrase.first, std::max(phrase.core_last, phrase.head + 1));
        add_mention(entity, {span, MentionForm::nominal});
    }

    void add_mention(Index entity, Mention mention) {
        auto& mentions = drafts_[static_cast<std::size_t>(entity)].entity.mentions;
        if (std::find(mentions.begin(), mentions.end(), mention) == mentions.end()) mentions.push_back(mention);
    }

    /// "the ministry, which", "Tomas Iver, who"
    Index antecedent(Index relative_word) {
        auto i = relative_word - 1;
        if (i >= 0 && w_[i].comma()) --i;
        if (i < 0 || !same_unit(i, relative_word)) return none;
        auto entity = entity_of_word_[static_cast<std::size_t>(i)];
        if (entity == none) entity = described_antecedent(relative_word, i + 1);
        if (entity == none) return none;
        const auto type = drafts_[static_cast<std::size_t>(entity)].entity.type;
        const bool person = type == EntityType::person;
        // "the director of the bank, who": the person is not the bank.
        const bool people = person || type == EntityType::group;
        if (w_[relative_word].is("who") ? !people : (people || type == EntityType::other)) return none;
        return entity;
    }

    /// "the harbour board, which": the nominal that ends where the relative begins, if it can be a source at all.
    Index described_antecedent(Index relative_word, Index end) {
        const auto phrase = source_before(w_, end, w_.unit(relative_word).first, false);
        if (!phrase || phrase->last != end || phrase->core_last != end || phrase->head != end - 1) return none;
        const auto kind = w_[phrase->head].noun;
        const bool people = kind == NounKind::person || kind == NounKind::people;
        if (w_[relative_word].is("who") ? !people : kind != NounKind::institution && kind != NounKind::medium)
            return none;
        return described(*phrase);
    }

    /// "Hollin is able, he said": who is spoken of is not who speaks.
    [[nodiscard]] bool in_own_content(Span span) const {
        return content_ != nullptr &&
               std::any_of(content_->begin(), content_->end(), [&](Span content) { return content.contains(span); });
    }

    /// The only person in the sentence before the pronoun's, if no pronoun comes first there and the pronoun's own
    /// sentence names nobody before it: "A surveyor, Paul Arne, doubts that. “…,” he said."
    [[nodiscard]] Index subject_before(Index i) const {
        auto end = w_.unit(i).first;
        for (auto k = end; k < i; ++k) {
            if (w_[k].quoted == none && entity_of_word_[static_cast<std::size_t>(k)] != none) return none;
        }
        // The quotation that the pronoun's sentence tells may be a sentence of its own.
        while (end > 0 && w_[end - 1].quoted != none) end = w_.unit(end - 1).first;
        if (end == 0 || w_.unit(end - 1).zone != w_.unit(i).zone) return none;
        Index subject = none;
        for (auto k = w_.unit(end - 1).first; k < end; ++k) {
            if (w_[k].quoted != none || (subject == none && w_[k].is(pronoun))) return none;
            const auto entity = entity_of_word_[static_cast<std::size_t>(k)];
            if (entity == none || drafts_[static_cast<std::size_t>(entity)].entity.type != EntityType::person) continue;
            if (subject != none && subject != entity) return none;
            subject = entity;
        }
        return subject;
    }

    /// The person whom "he" or "she" can only mean: the one just named, and no other near.
    Index person_meant(Index i) {
        const auto& word = w_[i];
        const bool he = word.is("he") || word.is("him"), she = word.is("she") || word.is("her");
        if (!he && !she) return none;
        const auto zone = w_.unit(i).zone;
        std::vector<Index> near;
        std::uint32_t near_zone = zone;
        Index last_near = none;
        for (auto k = i - 1; k >= 0 && k > i - 400 && w_.unit(k).zone + 2 >= zone; --k) {
            // Nobody in this paragraph or what was read of it: the one before decides.
            if (w_.unit(k).zone != near_zone && !near.empty()) break;
            near_zone = w_.unit(k).zone;
            if (w_[k].quoted != none || in_own_content(w_[k].span)) continue;
            const auto entity = entity_of_word_[static_cast<std::size_t>(k)];
            if (entity == none) continue;
            const auto& draft = drafts_[static_cast<std::size_t>(entity)];
            if (draft.entity.type != EntityType::person) continue;
            if ((he && draft.sex == Sex::female) || (she && draft.sex == Sex::male)) continue;
            last_near = std::max(last_near, k);
            if (std::find(near.begin(), near.end(), entity) == near.end()) near.push_back(entity);
        }
        Index meant = none;
        // Behind the words of somebody who is no known person, that one may be meant.
        const bool other_between = last_speaker_ == none && last_other_ > last_near && last_other_ < i;
        if (near.size() == 1 && !other_between) meant = near[0];
        // Of several, whoever spoke last goes on speaking, unless the sentence before is another's.
        if (near.size() > 1 && last_speaker_ != none && last_speaker_zone_ + 1 >= zone &&
            std::find(near.begin(), near.end(), last_speaker_) != near.end()) {
            const auto subject = subject_before(i);
            meant =
                subject == none || std::find(near.begin(), near.end(), subject) == near.end() ? last_speaker_ : subject;
        }
        if (meant != none) {
            auto& draft = drafts_[static_cast<std::size_t>(meant)];
            if (draft.sex == Sex::unknown) draft.sex = he ? Sex::male : Sex::female;
            add_mention(meant, {word.span, MentionForm::pronoun});
        }
        return meant;
    }

    [[nodiscard]] bool is_anonymous(const Phrase& phrase, Index entity) const {
        if (entity != none && drafts_[static_cast<std::size_t>(entity)].entity.named) return false;
        const auto& head = w_[phrase.head];
        if (head.is(pronoun) || head.is("who") || head.is("which") || head.name != none) return false;
        for (auto i = phrase.first; i < phrase.last; ++i) {
            if (w_[i].is("unnamed") || w_[i].is("anonymous") || w_[i].is("unidentified") || w_[i].is("anonymity"))
                return true;
        }
        if (head.noun == NounKind::institution || head.noun == NounKind::document || head.noun == NounKind::medium)
            return false;
        if (head.noun == NounKind::people || head.is(quantity)) return true;
        // "the mayor", "his wife": known, if not named here.
        return head.noun == NounKind::person && !w_[phrase.first].is("the") && !w_[phrase.first].is(possessive) &&
               (w_[phrase.first].is(determiner | quantity) || !w_[phrase.first].capital) &&
               named_in_apposition(phrase) == none;
    }

    // ---- places ----------------------------------------------------------------------------------

    void place_entities() {
        for (auto& draft : drafts_) {
            if (!draft.entity.named || draft.entity.type != EntityType::place) continue;
            Place place;
            if (const auto* country = gazetteer_.country(draft.entity.name)) {
                place.country = std::string(country->code);
                place.kind = "country";
            } else {
                const auto found = gazetteer_.places(draft.entity.name);
                if (found.empty()) continue;
                // Of several places with this name, the great one is meant if it is greater by far.
                const auto* first = found[0];
                const bool sure = found.size() == 1 || first->population / 8 > found[1]->population;
                if (!sure) continue;
                if (!first->country.empty()) place.country = std::string(first->country);
                place.geonames = first->geonames;
                place.lat = first->lat;
                place.lon = first->lon;
                place.kind = std::string(name_of(first->kind));
            }
            draft.entity.place = place;
        }
    }

    // ---- ids -------------------------------------------------------------------------------------

    std::vector<Entity> numbered() {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            auto& mentions = drafts_[i].entity.mentions;
            std::sort(mentions.begin(), mentions.end(),
                      [](const Mention& a, const Mention& b) { return a.span < b.span; });
            if (!mentions.empty()) order.push_back(i);
        }
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return drafts_[a].entity.mentions[0].span < drafts_[b].entity.mentions[0].span;
        });
        std::vector<std::string> ids(drafts_.size());
        for (std::size_t i = 0; i < order.size(); ++i) ids[order[i]] = "e" + std::to_string(i + 1);
        const auto real = [&](std::optional<std::string>& id) {
            if (id) *id = ids[std::stoul(*id)];
        };
        std::vector<Entity> entities;
        for (const auto i : order) {
            auto& entity = drafts_[i].entity;
            entity.id = ids[i];
            for (auto& role : entity.roles) real(role.of);
            entities.push_back(std::move(entity));
        }
        for (auto& one : attributions_) {
            if (one.statement.source) real(one.statement.source->entity);
            for (auto& via : one.statement.via) real(via.entity);
            for (auto& blame : one.statement.blames) blame.entity = ids[std::stoul(blame.entity)];
            if (one.statement.addressee) real(one.statement.addressee->entity);
        }
        return entities;
    }

    const TextWords& w_;
    const Gazetteer& gazetteer_;
    std::vector<Attribution>& attributions_;
    std::vector<NameUse> uses_;
    std::vector<Draft> drafts_;
    std::vector<Index> entity_of_word_;
    std::map<std::string, Index> described_;
    const std::vector<Span>* content_ = nullptr;  ///< of the statement whose source is looked for
    Index last_other_ = none;                     ///< the source last met that is no person
    Index last_speaker_ = none;
    std::uint32_t last_speaker_zone_ = 0;
};

}  // namespace

std::vector<Entity> find_entities(const TextWords& words, const Gazetteer& gazetteer,
                                  std::vector<Attribution>& attributions) {
    return Finder(words, gazetteer, attributions).run();
}

}  // namespace sayso
