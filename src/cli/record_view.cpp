#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/view.h"

namespace sayso::cli {
namespace {

constexpr std::size_t margin = 9;
constexpr std::size_t listed = 10;  ///< documents
constexpr std::size_t heard = 5;    ///< speakers

/// The day of a date or date-time.
std::string day_in_words(std::string_view iso) {
    return date_in_words(iso.substr(0, 10));
}

/// Who published it: the outlet, else the site of its address ("news.example"), else nothing.
std::string publisher(const Record::DocumentRow& document) {
    if (document.outlet) return *document.outlet;
    std::string_view site = document.url ? std::string_view(*document.url) : std::string_view();
    const auto scheme = site.find("://");
    if (scheme == std::string_view::npos) return "";
    site.remove_prefix(scheme + 3);
    site = site.substr(0, site.find_first_of("/:?#"));
    if (site.starts_with("www.")) site.remove_prefix(4);
    return std::string(site);
}

/// "Lisk Courier · 11 March 2025"
std::string provenance(const Record::DocumentRow& document) {
    std::vector<std::string> parts;
    if (auto name = publisher(document); !name.empty()) parts.push_back(std::move(name));
    if (document.published) parts.push_back(date_in_words(*document.published));
    return fmt::format("{}", fmt::join(parts, " · "));
}

void write_document(Typesetter& out, const Record::DocumentRow& document) {
    out.blank();
    out.set_margin(margin);
    out.label(fmt::format("{:>7}", document.number), Style::marker);
    out.add(document.headline, Style::strong);
    out.end_line();
    auto told = provenance(document);
    if (!told.empty()) told += " · ";
    told +=
        counted(document.statements, "statement", "statements") + ", " + counted(document.events, "event", "events");
    out.add(told, Style::faint);
    out.end_line();
    out.set_margin(0);
}

/// Where something was found: "in 12 · Bridge closed after warning · Lisk Courier · 11 March 2025"
void write_place(Typesetter& out, const Record::DocumentRow& document) {
    const auto told = provenance(document);
    out.add(fmt::format("in {} · {}{}{}", document.number, document.headline, told.empty() ? "" : " · ", told),
            Style::faint);
    out.end_line();
}

void add_line(Typesetter& out, std::string_view text, Style style = Style::plain) {
    out.add(text, style);
    out.end_line();
}

/// How many statements, whose, in how many reports.
void write_speaker(Typesetter& out, const Record::SpeakerRow& speaker) {
    out.set_margin(margin);
    out.label(fmt::format("{:>7}", speaker.statements), Style::marker);
    out.add(speaker.name, Style::strong);
    out.add(fmt::format(" · {}in {}", speaker.anonymous ? "not named, " : "",
                        counted(speaker.documents, "report", "reports")),
            Style::faint);
    out.end_line();
    out.set_margin(0);
}

void write_most_heard(Typesetter& out, const std::vector<Record::SpeakerRow>& speakers) {
    if (speakers.empty()) return;
    out.blank();
    add_line(out,
             speakers.size() > heard
                 ? fmt::format("Who says most; sayso show RECORD speaker lists all {}:", speakers.size())
                 : "Who says how much:",
             Style::faint);
    for (std::size_t i = 0; i < std::min(heard, speakers.size()); ++i) write_speaker(out, speakers[i]);
}

}  // namespace

std::string view_of(const Record::Overview& overview, const std::vector<Record::DocumentRow>& documents,
                    const std::vector<Record::SpeakerRow>& speakers, Page page) {
    Typesetter out(page);
    auto reports = counted(overview.documents, "report", "reports");
    if (overview.texts != overview.documents) reports += " · " + counted(overview.texts, "text", "different texts");
    std::set<std::string> publishers;
    for (const auto& document : documents) publishers.insert(publisher(document));
    publishers.erase("");
    if (!publishers.empty()) reports += " · " + counted(publishers.size(), "outlet", "outlets");
    if (overview.first_published && overview.last_published) {
        const auto first = day_in_words(*overview.first_published);
        const auto last = day_in_words(*overview.last_published);
        reports += " · " + (first == last ? first : fmt::format("{} to {}", first, last));
    }
    add_line(out, reports, Style::heading);
    add_line(out, counted(overview.statements, "statement", "statements") + " · " +
                      counted(overview.events, "event", "events") + " · " +
                      counted(overview.entities, "person, place or organization", "people, places and organizations"));
    write_most_heard(out, speakers);
    const auto first = documents.size() > listed ? documents.size() - listed : 0;
    if (first > 0) {
        out.blank();
        add_line(out, fmt::format("The last {} added; sayso show RECORD document lists all:", listed), Style::faint);
    }
    for (auto i = first; i < documents.size(); ++i) write_document(out, documents[i]);
    return out.take();
}

std::string view_of(const std::vector<Record::DocumentRow>& documents, Page page) {
    Typesetter out(page);
    for (const auto& document : documents) write_document(out, document);
    if (documents.empty()) add_line(out, "The record holds no document.");
    return out.take();
}

std::string view_of(const std::vector<Record::SpeakerRow>& speakers, Page page) {
    Typesetter out(page);
    for (const auto& speaker : speakers) write_speaker(out, speaker);
    if (speakers.empty()) add_line(out, "The record holds no statement with a speaker.");
    return out.take();
}

std::string view_of(const std::vector<Record::StatementRow>& statements, Page page) {
    Typesetter out(page);
    for (const auto& statement : statements) {
        out.blank();
        out.set_margin(0);
        out.add(statement.speaker.empty() ? "No speaker is given" : statement.speaker, Style::strong);
        out.add(" ");
        const auto act = value_named<Act>(statement.act);
        out.add(act ? in_words(*act) : std::string_view(statement.act));
        const auto certainty = value_named<Certainty>(statement.certainty);
        if (certainty && *certainty != Certainty::certain) out.add(fmt::format(" · {}", in_words(*certainty)));
        if (!statement.via.empty()) out.add(fmt::format(" · via {}", fmt::join(statement.via, ", then ")));
        out.end_line();
        out.set_margin(2);
        add_line(out, statement.content);
        write_place(out, statement.document);
    }
    if (statements.empty()) add_line(out, "No statement of a speaker of that name is in the record.");
    return out.take();
}

std::string view_of(const std::vector<Record::Passage>& passages, Page page) {
    Typesetter out(page);
    for (const auto& passage : passages) {
        out.blank();
        out.set_margin(0);
        out.add(passage.before);
        // In black and white the match stands in brackets.
        out.add(page.colour ? passage.match : "[" + passage.match + "]", Style::match);
        out.add(passage.after);
        out.end_line();
        out.set_margin(2);
        write_place(out, passage.document);
    }
    if (passages.empty()) add_line(out, "These words are nowhere in the record.");
    return out.take();
}

}  // namespace sayso::cli
