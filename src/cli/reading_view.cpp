#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/utf8.h"
#include "cli/view.h"

namespace sayso::cli {
namespace {

constexpr std::size_t margin = 5;
constexpr std::size_t field_margin = 16;

/// A, B, … Z, AA, AB, …: events have letters, as statements have numbers.
std::string letters(std::size_t index) {
    std::string out;
    for (++index; index > 0; index = (index - 1) / 26) {
        out.insert(out.begin(), static_cast<char>('A' + (index - 1) % 26));
    }
    return out;
}

bool is_quotation_mark(char32_t c) {
    return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2039 ||
           c == 0x203A || (c >= 0x300C && c <= 0x300F);
}

bool closes_a_clause(char32_t c) {
    return c == ',' || c == '.' || c == '!' || c == '?' || c == ';' || c == 0x2026;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    return fmt::format("{}", fmt::join(parts, between));
}

/// Adds `part` if it is not there yet.
void add_once(std::vector<std::string>& parts, std::string part) {
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(std::move(part));
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// A marker and where it stands in the text.
struct Mark {
    std::uint32_t at;
    std::string text;
};

class ReadingView {
public:
    ReadingView(const Reading& reading, Page page)
        : reading_(reading), text_(reading.document.text), page_(page), out_(page) {
        for (std::size_t i = 0; i < reading.entities.size(); ++i) entity_at_.emplace(reading.entities[i].id, i);
        for (std::size_t i = 0; i < reading.times.size(); ++i) time_at_.emplace(reading.times[i].id, i);
        for (std::size_t i = 0; i < reading.events.size(); ++i) {
            event_name_.emplace(reading.events[i].id, letters(i));
        }
        for (std::size_t i = 0; i < reading.statements.size(); ++i) {
            statement_name_.emplace(reading.statements[i].id, std::to_string(i + 1));
            statement_at_.emplace(reading.statements[i].id, i);
        }
    }

    std::string write() {
        head();
        out_.rule("Who says what");
        for (const auto& statement : reading_.statements) write(statement);
        if (reading_.statements.empty()) remark("Nobody is quoted, and nothing is told of what anybody says.");
        out_.rule("What happened");
        for (const auto& event : reading_.events) write(event);
        if (reading_.events.empty()) remark("No event was found.");
        out_.rule("The words");
        write_words();
        return out_.take();
    }

private:
    using Index = std::unordered_map<std::string_view, std::size_t>;
    using Names = std::unordered_map<std::string_view, std::string>;

    void remark(std::string_view sentence) {
        out_.set_margin(margin);
        out_.add(sentence, Style::faint);
        out_.end_line();
        out_.set_margin(0);
    }

    // ---- Head ---------------------------------------------------------------------------------------

    [[nodiscard]] std::string_view headline() const {
        const auto& document = reading_.document;
        if (document.title) return *document.title;
        for (const auto& zone : document.zones) {
            if (zone.kind == ZoneKind::headline) return words(text_, zone.span);
        }
        const auto begin = trimmed(text_);
        return begin.substr(0, begin.find('\n'));
    }

    void head() {
        const auto& document = reading_.document;
        out_.add(headline(), Style::heading);
        out_.end_line();
        std::vector<std::string> known;
        if (document.outlet) known.push_back(*document.outlet);
        if (!document.authors.empty()) known.push_back("by " + joined(document.authors, ", "));
        if (document.published) known.push_back(date_in_words(*document.published));
        out_.add(joined(known, " · "), Style::faint);
        out_.end_line();
        if (document.url) {
            out_.add_whole(*document.url, Style::faint);
            out_.end_line();
        }
    }

    // ---- Names --------------------------------------------------------------------------------------

    [[nodiscard]] const Entity* entity(std::string_view id) const {
        const auto found = entity_at_.find(id);
        return found == entity_at_.end() ? nullptr : &reading_.entities[found->second];
    }

    [[nodiscard]] std::string entity_name(std::string_view id) const {
        const auto* const found = entity(id);
        return found == nullptr ? std::string(id) : found->name;
    }

    [[nodiscard]] std::string party_name(const std::optional<std::string>& id, Span span) const {
        return id ? entity_name(*id) : std::string(words(text_, span));
    }

    [[nodiscard]] std::string name_of_statement(std::string_view id) const {
        const auto found = statement_name_.find(id);
        return found == statement_name_.end() ? std::string(id) : found->second;
    }

    [[nodiscard]] std::string name_of_event(std::string_view id) const {
        const auto found = event_name_.find(id);
        return found == event_name_.end() ? std::string(id) : found->second;
    }

    /// "spokesman, Marn Liberation Front"
    [[nodiscard]] std::string roles_of(const Entity& whom) const {
        std::vector<std::string> roles;
        for (const auto& role : whom.roles) {
            add_once(roles, role.of ? fmt::format("{}, {}", role.title, entity_name(*role.of)) : role.title);
        }
        return joined(roles, "; ");
    }

    [[nodiscard]] std::string when(std::string_view id) const {
        const auto found = time_at_.find(id);
        if (found == time_at_.end()) return std::string(id);
        const auto& time = reading_.times[found->second];
        const auto date = in_words(time);
        const auto told = words(text_, time.span);
        if (date.empty()) return fmt::format("“{}”", told);
        const bool same = told.find(date) != std::string_view::npos || date.find(told) != std::string::npos;
        return same ? date : fmt::format("{} (“{}”)", date, told);
    }

    // ---- Who says what --------------------------------------------------------------------------------

    void write(const Statement& statement) {
        out_.blank();
        out_.set_margin(margin);
        out_.label(fmt::format("{:>3}", name_of_statement(statement.id)), Style::marker);
        write_speaker(statement);
        out_.add(joined(manner(statement), " · "), Style::faint);
        out_.end_line();
        write_content(statement);
        const auto relations = relations_of(statement);
        if (!relations.empty()) {
            out_.add("→ " + joined(relations, " · "), Style::faint);
            out_.end_line();
        }
        out_.set_margin(0);
    }

    void write_speaker(const Statement& statement) {
        if (!statement.source) {
            out_.add("No speaker is given", Style::faint);
        } else {
            const auto& source = *statement.source;
            out_.add(capitalised(party_name(source.entity, source.span)), Style::strong);
            const auto* const who = source.entity ? entity(*source.entity) : nullptr;
            const auto roles = who == nullptr ? std::string() : roles_of(*who);
            if (!roles.empty()) out_.add(" · " + roles);
            if (source.anonymous) out_.add(" · not named");
        }
        out_.end_line();
    }

    [[nodiscard]] std::vector<std::string> manner(const Statement& statement) const {
        std::vector<std::string> parts{std::string(in_words(statement.act))};
        if (const auto certainty = in_words(statement.certainty); !certainty.empty()) parts.emplace_back(certainty);
        if (statement.addressee) {
            parts.push_back("to " + party_name(statement.addressee->entity, statement.addressee->span));
        }
        std::vector<std::string> chain;
        for (const auto& party : statement.via) chain.push_back(party_name(party.entity, party.span));
        if (!chain.empty()) parts.push_back("via " + joined(chain, ", then "));
        if (statement.channel) {
            parts.emplace_back(*statement.channel == Channel::private_  ? "in private"
                               : *statement.channel == Channel::public_ ? "in public"
                                                                        : "in private and in public");
        }
        if (statement.time) parts.push_back(when(*statement.time));
        parts.emplace_back(in_words(statement.quotation));
        return parts;
    }

    /// The content's span, with the quotation marks that stand directly around what is quoted.
    [[nodiscard]] Span with_marks(const Statement& statement, Span span) const {
        const auto quoted_to_the_edge = [&](auto at_edge) {
            return statement.quotation == Quotation::direct ||
                   std::any_of(statement.quoted.begin(), statement.quoted.end(), at_edge);
        };
        if (span.begin > 0 && quoted_to_the_edge([&](Span quoted) { return quoted.begin == span.begin; })) {
            const auto before = decode_before(text_, span.begin);
            if (is_quotation_mark(before.code)) span.begin = static_cast<std::uint32_t>(before.next);
        }
        if (quoted_to_the_edge([&](Span quoted) { return quoted.end == span.end; })) {
            for (auto at = span.end; at < behind_closing(span.end);) {
                const auto [code, next] = decode(text_, at);
                at = static_cast<std::uint32_t>(next);
                if (is_quotation_mark(code)) span.end = at;
            }
        }
        return span;
    }

    void write_content(const Statement& statement) {
        bool first = true;
        for (const auto part : statement.content) {
            if (!first) out_.add(" … ", Style::faint);
            first = false;
            out_.add(words(text_, with_marks(statement, part)));
        }
        out_.end_line();
    }

    [[nodiscard]] std::vector<std::string> relations_of(const Statement& statement) const {
        std::vector<std::string> parts;
        for (const auto& about : statement.about) {
            const auto what =
                about.event ? name_of_event(*about.event) : name_of_statement(about.statement.value_or(""));
            const bool plainly = about.event && about.stance == Stance::affirms;
            add_once(parts, plainly ? "about " + what : fmt::format("{} {}", name_of(about.stance), what));
        }
        for (const auto& blame : statement.blames) add_once(parts, blame_in_words(statement, blame));
        if (statement.warns_of) {
            if (statement.warns_of->event) add_once(parts, "warns of " + name_of_event(*statement.warns_of->event));
            if (statement.warns_of->time) add_once(parts, "for " + when(*statement.warns_of->time));
            std::vector<std::string> answers;
            for (const auto& id : statement.warns_of->answered_by) answers.push_back(name_of_statement(id));
            if (!answers.empty()) add_once(parts, "answered by " + joined(answers, ", "));
        }
        return parts;
    }

    [[nodiscard]] std::string blame_in_words(const Statement& statement, const Blame& blame) const {
        const bool own = statement.source && statement.source->entity == blame.entity;
        const auto who = entity_name(blame.entity);
        const auto for_what = blame.event ? " for " + name_of_event(*blame.event) : std::string();
        switch (blame.stance) {
            case Stance::affirms:
                return (own ? "takes the blame" : "blames " + who) + for_what;
            case Stance::denies:
                return (own ? "denies the blame" : "does not blame " + who) + for_what;
            case Stance::doubts:
                return "doubts the blame on " + who + for_what;
            case Stance::rejects:
                return "rejects the blame on " + who + for_what;
        }
        return "";
    }

    // ---- What happened --------------------------------------------------------------------------------

    void write(const Event& event) {
        out_.blank();
        out_.set_margin(margin);
        out_.label(fmt::format("{:>3}", name_of_event(event.id)), Style::marker);
        auto what = capitalised(event.mode.value_or(event.type));
        std::replace(what.begin(), what.end(), '-', ' ');
        out_.add(what, Style::strong);
        for (const auto& attribute : attributes(event)) out_.add(" · " + attribute);
        out_.end_line();
        if (event.time) field("when", when(*event.time));
        if (event.place) field("where", entity_name(*event.place));
        write_participants(event);
        write_tolls(event);
        if (!event.told_by.empty()) field("told by", {}, tellers(event.told_by));
        out_.set_margin(0);
    }

    [[nodiscard]] std::vector<std::string> attributes(const Event& event) const {
        std::vector<std::string> parts;
        if (event.main) parts.emplace_back("what the report is about");
        if (event.part_of) parts.push_back("part of " + name_of_event(*event.part_of));
        if (event.status == EventStatus::disputed) {
            parts.emplace_back("sources differ");
        } else if (event.status && *event.status != EventStatus::occurred) {
            parts.emplace_back(name_of(*event.status));
        }
        return parts;
    }

    /// A name in the margin, what it holds beside it.
    void field(std::string_view name, std::string_view value, std::string_view who = {}) {
        const bool narrow = page_.width < 50;
        out_.set_margin(narrow ? margin : field_margin);
        if (narrow) {
            if (!name.empty()) out_.add(fmt::format("{}: ", name), Style::faint);
        } else {
            out_.label(fmt::format("{:{}}{}", "", margin, name), Style::faint);
        }
        out_.add(value);
        if (!value.empty() && !who.empty()) out_.add(" — ", Style::faint);
        out_.add(who, value.empty() ? Style::plain : Style::faint);
        out_.end_line();
        out_.set_margin(margin);
    }

    void write_participants(const Event& event) {
        constexpr std::array<std::pair<ParticipantRole, std::string_view>, 5> roles{
            {{ParticipantRole::actor, "who"},
             {ParticipantRole::recipient, "to whom"},
             {ParticipantRole::victim, "victims"},
             {ParticipantRole::target, "target"},
             {ParticipantRole::instrument, "means"}}};
        for (const auto& [role, label] : roles) {
            std::vector<std::string> names;
            for (const auto& participant : event.participants) {
                if (participant.role == role) add_once(names, entity_name(participant.entity));
            }
            if (!names.empty()) field(label, joined(names, ", "));
        }
    }

    /// Each figure once, with all who give it.
    void write_tolls(const Event& event) {
        std::vector<std::pair<std::string, std::vector<std::string>>> figures;
        for (const auto& toll : event.toll) {
            const auto text = toll_in_words(event, toll);
            auto figure = std::find_if(figures.begin(), figures.end(), [&](const auto& f) { return f.first == text; });
            if (figure == figures.end()) figure = figures.insert(figure, {text, {}});
            add_once(figure->second, toll.told_by.empty() ? "the report itself" : tellers(toll.told_by));
        }
        const bool by_report_alone =
            std::all_of(event.toll.begin(), event.toll.end(), [](const Toll& toll) { return toll.told_by.empty(); });
        for (const auto& [text, who] : figures) {
            field(&text == &figures.front().first ? "toll" : "", text, by_report_alone ? "" : joined(who, ", "));
        }
    }

    /// The figure with its bounds, and the text's own words where these are no digits.
    [[nodiscard]] std::string toll_in_words(const Event& event, const Toll& toll) const {
        auto text = in_words(toll);
        const auto told = words(text_, toll.span);
        const bool in_digits = std::any_of(told.begin(), told.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!in_digits) text += fmt::format(" (“{}”)", told);
        if (toll.of && *toll.of < event.toll.size()) text += ", of " + in_words(event.toll[*toll.of]);
        return text;
    }

    /// "Olga Menk [2], Pavel Durnik [1]"
    [[nodiscard]] std::string tellers(const std::vector<std::string>& statements) const {
        std::vector<std::string> parts;
        for (const auto& id : statements) {
            const auto found = statement_at_.find(id);
            const auto* const statement = found == statement_at_.end() ? nullptr : &reading_.statements[found->second];
            const auto who = statement != nullptr && statement->source
                                 ? party_name(statement->source->entity, statement->source->span) + " "
                                 : std::string();
            parts.push_back(fmt::format("{}[{}]", who, name_of_statement(id)));
        }
        return joined(parts, ", ");
    }

    // ---- The words ------------------------------------------------------------------------------------

    /// Behind the punctuation and quotation marks that close what ends at `at`.
    [[nodiscard]] std::uint32_t behind_closing(std::uint32_t at) const {
        std::size_t end = at;
        for (int steps = 0; steps < 3 && end < text_.size(); ++steps) {
            const auto [code, next] = decode(text_, end);
            if (!closes_a_clause(code) && !is_quotation_mark(code)) break;
            end = next;
        }
        return static_cast<std::uint32_t>(end);
    }

    /// A statement's marker stands behind its words, an event's behind each word that tells it.
    [[nodiscard]] std::vector<Mark> marks() const {
        std::vector<Mark> all;
        for (const auto& event : reading_.events) {
            for (const auto& mention : event.mentions) {
                all.push_back({mention.span.end, fmt::format("[{}]", name_of_event(event.id))});
            }
        }
        for (const auto& statement : reading_.statements) {
            std::uint32_t end = 0;
            for (const auto part : statement.content) end = std::max(end, part.end);
            if (end > 0) all.push_back({behind_closing(end), fmt::format("[{}]", name_of_statement(statement.id))});
        }
        std::stable_sort(all.begin(), all.end(), [](const Mark& a, const Mark& b) { return a.at < b.at; });
        return all;
    }

    /// Where speakers stand, in order and without overlaps.
    [[nodiscard]] std::vector<Span> speakers() const {
        std::vector<Span> all;
        for (const auto& statement : reading_.statements) {
            if (statement.source) all.push_back(statement.source->span);
        }
        std::sort(all.begin(), all.end());
        std::vector<Span> apart;
        for (const auto span : all) {
            if (apart.empty() || apart.back().end <= span.begin) apart.push_back(span);
        }
        return apart;
    }

    [[nodiscard]] Style style_of_line(std::uint32_t begin) {
        const auto& zones = reading_.document.zones;
        while (zone_ < zones.size() && zones[zone_].span.end <= begin) ++zone_;
        if (zone_ == zones.size() || zones[zone_].span.begin > begin)
            return zones.empty() ? Style::plain : Style::faint;
        const auto kind = zones[zone_].kind;
        if (kind == ZoneKind::headline) return Style::heading;
        return kind == ZoneKind::paragraph || kind == ZoneKind::pull_quote ? Style::plain : Style::faint;
    }

    void write_words() {
        const auto all_marks = marks();
        const auto all_speakers = speakers();
        auto mark = all_marks.begin();
        auto speaker = all_speakers.begin();
        const auto size = static_cast<std::uint32_t>(text_.size());
        for (std::uint32_t begin = 0; begin < size;) {
            const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find('\n', begin), size));
            const auto line_style = style_of_line(begin);
            for (auto at = begin; at < end || (mark != all_marks.end() && mark->at <= end);) {
                while (mark != all_marks.end() && mark->at <= at) out_.add((mark++)->text, Style::marker);
                if (at == end && (mark == all_marks.end() || mark->at > end)) break;
                while (speaker != all_speakers.end() && speaker->end <= at) ++speaker;
                auto next = end;
                if (mark != all_marks.end()) next = std::min(next, mark->at);
                auto style = line_style;
                if (speaker != all_speakers.end() && speaker->begin <= at) {
                    style = Style::strong;
                    next = std::min(next, speaker->end);
                } else if (speaker != all_speakers.end()) {
                    next = std::min(next, speaker->begin);
                }
                out_.add(words(text_, {at, next}), style);
                at = next;
            }
            out_.end_line();
            if (begin == end) out_.blank();
            begin = end + 1;
        }
    }

    const Reading& reading_;
    const std::string& text_;
    Page page_;
    Typesetter out_;
    Index entity_at_, time_at_, statement_at_;
    Names statement_name_, event_name_;
    std::size_t zone_ = 0;
};

}  // namespace

std::string view_of(const Reading& reading, Page page) {
    return ReadingView(reading, page).write();
}

}  // namespace sayso::cli
