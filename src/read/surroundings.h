#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sayso/reading.h"

namespace sayso {

/// The entities, times and statements of a reading by where they stand.
class Surroundings {
public:
    explicit Surroundings(const Reading& reading);

    struct EntityMention {
        Span span;
        MentionForm form = MentionForm::name;
        const Entity* entity = nullptr;
    };
    /// A statement's content, or a piece of it.
    struct Content {
        Span span;
        const Statement* statement = nullptr;
    };

    /// The mentions of entities that lie within `where`, in order.
    [[nodiscard]] std::vector<EntityMention> entities_in(Span where) const;
    /// Indexes of the times that begin within `where`.
    [[nodiscard]] std::vector<std::size_t> times_in(Span where) const;
    /// The time that the span lies in.
    [[nodiscard]] std::optional<std::size_t> time_at(Span span) const;
    /// The innermost content that holds the span.
    [[nodiscard]] const Content* content_around(Span span) const;

    [[nodiscard]] const Time& time(std::size_t i) const { return reading_.times[i]; }
    /// Whether two times can be the same; what is not worked out can be any.
    [[nodiscard]] bool times_agree(std::optional<std::size_t> a, std::optional<std::size_t> b) const;
    /// A hall and a town can be one place, and so can a town and its country; two towns cannot.
    [[nodiscard]] bool places_agree(const std::string& a, const std::string& b) const;
    /// Whether the first tells more of where it was: a hall more than a town, a town more than a country.
    [[nodiscard]] bool is_closer_place(const std::string& place, const std::string& than) const;

private:
    const Reading& reading_;
    std::vector<EntityMention> by_begin_;
    std::vector<Content> contents_;
    std::map<std::string, const Entity*> places_;  ///< places and facilities by id

    [[nodiscard]] int closeness(const std::string& place) const;
    [[nodiscard]] std::string day_word(const Time& time) const;
    [[nodiscard]] bool is_term(const Time& time) const;
};

}  // namespace sayso
