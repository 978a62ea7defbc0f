#include "read/affiliations.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace sayso {
namespace {

/// What is a part of something greater.
constexpr std::array<std::string_view, 14> parts{"branch",   "affiliate",  "offshoot",  "wing",       "arm",
                                                 "unit",     "subsidiary", "division",  "faction",    "chapter",
                                                 "division", "brigade",    "battalion", "directorate"};
constexpr std::array<std::string_view, 2> members{"member", "members"};

/// The longest apposition that is looked through, in words.
constexpr Index reach = 12;

std::optional<Relation> relation_of(const TextWord& noun) {
    if (among(parts, noun.lower)) return Relation::part_of;
    if (among(members, noun.lower)) return Relation::member_of;
    return std::nullopt;
}

class Affiliating {
public:
    explicit Affiliating(EntityDrafts& drafts) : drafts_(drafts), w_(drafts.words()) {}

    void behind(const NameUse& use) {
        auto at = use.last;
        if (at < w_.size() && w_[at].form == "(") {
            if (also_known(use, at + 1)) return;
            while (at < w_.size() && at < use.last + 6 && w_[at].form != ")") ++at;
            ++at;
        }
        if (!inside(use, at)) return;
        if (also_known(use, at)) return;
        if (!w_[at].comma() || !inside(use, at + 1)) return;
        ++at;
        if (also_known(use, at)) return;
        if (w_[at].is("which") && inside(use, at + 1) && w_[at + 1].is("is")) at += 2;
        if (inside(use, at) && w_[at].is("part") && inside(use, at + 2) && w_[at + 1].is("of")) {
            add(use, Relation::part_of, at, at + 2);
            return;
        }
        apposition(use, at);
    }

    /// "the Front's military wing, the Lisk Guards", "Seaboard subsidiary Lisk Loans"
    void before(const NameUse& use) {
        auto noun = use.first - 1;
        if (noun >= 0 && w_[noun].is("the")) --noun;
        if (noun >= 0 && w_[noun].comma()) --noun;
        if (noun < 1 || !inside(use, noun) || !among(parts, w_[noun].lower)) return;
        for (auto i = noun - 1; i >= 0 && i > noun - 4 && inside(use, i); --i) {
            if (w_[i].punctuation && !w_[i].is("'s")) return;
            const auto whole = drafts_.of_word(i);
            if (whole == none) continue;
            if (fits(use, Relation::part_of, whole)) {
                auto first = i;
                while (first > 0 && drafts_.of_word(first - 1) == whole) --first;
                link(use.entity, Relation::part_of, whole, w_.span(first, noun + 1));
            }
            return;
        }
    }

private:
    [[nodiscard]] bool inside(const NameUse& use, Index i) const { return drafts_.same_unit(i, use.first); }

    /// "also known as Lisk Guards"
    bool also_known(const NameUse& use, Index at) {
        if (!inside(use, at + 3)) return false;
        if (!(w_[at].is("also") || w_[at].is("better")) || !w_[at + 1].is("known") || !w_[at + 2].is("as"))
            return false;
        add(use, Relation::also_known_as, at, at + 3);
        return true;
    }

    /// "an IS branch", "a unit of the Front", "the Front's military wing"
    void apposition(const NameUse& use, Index at) {
        if (!inside(use, at) || !w_[at].is(determiner)) return;
        Index whole_before = none;
        for (auto i = at + 1; i < at + reach && inside(use, i); ++i) {
            if (drafts_.of_word(i) != none) {
                whole_before = drafts_.of_word(i);
                continue;
            }
            if ((w_[i].punctuation && !w_[i].is("'s") && w_[i].form != "-") || w_[i].is(verb | relative)) return;
            const auto relation = relation_of(w_[i]);
            if (!relation) {
                if (w_[i].is(preposition)) return;
                continue;
            }
            if (whole_before != none) {
                if (fits(use, *relation, whole_before)) link(use.entity, *relation, whole_before, w_.span(at, i + 1));
            } else if (inside(use, i + 2) && w_[i + 1].is("of")) {
                add(use, *relation, at, i + 2);
            }
            return;
        }
    }

    /// The name that begins at `at`, perhaps behind an article, is the other one.
    void add(const NameUse& use, Relation relation, Index first, Index at) {
        while (inside(use, at) && (w_[at].is(determiner) || w_[at].mark)) ++at;
        if (!inside(use, at)) return;
        const auto other = drafts_.of_word(at);
        if (other == none || !fits(use, relation, other)) return;
        auto last = at;
        while (inside(use, last) && drafts_.of_word(last) == other) ++last;
        // "part of the Front leadership": not of the Front itself
        const bool ends = !inside(use, last) || w_[last].punctuation || w_[last].classes != 0;
        if (ends) link(use.entity, relation, other, w_.span(first, last));
    }

    [[nodiscard]] bool fits(const NameUse& use, Relation relation, Index other) const {
        if (other == use.entity || !drafts_[other].entity.named) return false;
        const auto type = drafts_.type(use.entity), other_type = drafts_.type(other);
        if (relation == Relation::also_known_as)
            return (type == EntityType::person) == (other_type == EntityType::person);
        const bool body = other_type == EntityType::organization || other_type == EntityType::group;
        return body && (relation == Relation::member_of || type != EntityType::person);
    }

    void link(Index entity, Relation relation, Index to, Span span) {
        auto& known = drafts_[entity].entity.affiliations;
        const auto id = std::to_string(to);
        for (const auto& one : known) {
            if (one.relation == relation && one.to == id) return;
        }
        known.push_back({relation, id, span});
    }

    EntityDrafts& drafts_;
    const TextWords& w_;
};

}  // namespace

void find_affiliations(const std::vector<NameUse>& uses, EntityDrafts& drafts) {
    Affiliating affiliating(drafts);
    for (const auto& use : uses) {
        if (use.entity == none) continue;
        affiliating.behind(use);
        affiliating.before(use);
    }
}

}  // namespace sayso
