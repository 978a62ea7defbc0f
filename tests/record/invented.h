#pragma once

#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/sha256.h"
#include "sayso/reading.h"

/// What the tests of the record have in common: invented readings, and a folder to work in.
namespace sayso::tests {

/// A folder of its own, which goes when the test ends.
class Folder {
public:
    Folder() {
        auto name = (std::filesystem::temp_directory_path() / "sayso-record-XXXXXX").string();
        if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::size_t files() const {
        std::size_t count = 0;
        for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(path_)) ++count;
        return count;
    }

private:
    std::filesystem::path path_;
};

/// The first place where `what` stands in `text`.
inline Span at(const std::string& text, std::string_view what) {
    const auto begin = text.find(what);
    if (begin == std::string::npos) throw std::runtime_error("not in the text: " + std::string(what));
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + what.size())};
}

inline constexpr std::string_view invented_text =
    "Brücke in Tórvik gesperrt\n\n"
    "TÓRVIK, May 3 (Nordbote) — The old bridge collapsed on Friday and killed at least 12 people, three of them "
    "children, Lena Orvik, mayor of Tórvik, told Nordbote.\n\n"
    "“We warned the ministry in April,” she said. An official denied that — the ministry “never got a letter”.\n";

/// A reading with every field filled, over a text whose bytes and code points differ. Readings with
/// different numbers are of different texts.
inline Reading invented_reading(int number = 0) {
    Reading reading;
    reading.reader = {"0.1.0", "rules-a"};
    reading.given_id = "given-" + std::to_string(number);
    auto& document = reading.document;
    document.text = std::string(invented_text);
    if (number > 0) document.text += "\nReport number" + std::to_string(number) + ".\n";
    const auto& text = document.text;
    document.id = sha256_hex(text);
    document.url = "https://nordbote.example/" + std::to_string(number);
    document.outlet = "Nordbote";
    document.title = "Brücke in Tórvik gesperrt";
    document.authors = {"Åsa Writer", "B. Writer"};
    document.published = "2031-05-03";
    document.language = "en";
    document.zones = {{ZoneKind::headline, at(text, "Brücke in Tórvik gesperrt")},
                      {ZoneKind::dateline, at(text, "TÓRVIK, May 3 (Nordbote) —")}};
    reading.entities = {{"e1",
                         EntityType::person,
                         "Lena Orvik",
                         true,
                         {{at(text, "Lena Orvik"), MentionForm::name}, {at(text, "she"), MentionForm::pronoun}},
                         {{"mayor", "e2", at(text, "mayor of Tórvik")}},
                         {{Relation::located_in, "e2", at(text, "of Tórvik")}},
                         Actor{"NOR", "GOV"},
                         std::nullopt},
                        {"e2",
                         EntityType::place,
                         "Tórvik",
                         true,
                         {{at(text, "Tórvik"), MentionForm::name}},
                         {},
                         {},
                         std::nullopt,
                         Place{"NOR", 3133880, 63.43, 10.4, "city"}},
                        {"e3",
                         EntityType::organization,
                         "Nordbote",
                         true,
                         {{at(text, "Nordbote"), MentionForm::name}},
                         {},
                         {},
                         std::nullopt,
                         std::nullopt},
                        {"e4",
                         EntityType::organization,
                         "the ministry",
                         false,
                         {{at(text, "the ministry"), MentionForm::nominal}},
                         {},
                         {},
                         std::nullopt,
                         std::nullopt}};
    reading.times = {{"t1", at(text, "Friday"), "2031-05-02", "2031-05-02", Precision::day},
                     {"t2", at(text, "in April"), "2031-04-01", "2031-04-30", Precision::month}};
    reading.events = {
        {"v1",
         "accident",
         "collapse",
         {{at(text, "collapsed")}},
         {{ParticipantRole::target, "e2", at(text, "bridge")},
          {ParticipantRole::actor, "e4", at(text, "the ministry")}},
         "t1",
         "e2",
         {{TollKind::killed, 12, std::nullopt, at(text, "at least 12"), {"s1"}, std::nullopt, std::nullopt, false},
          {TollKind::killed, 3, 3, at(text, "three"), {"s1"}, 0U, "children", true}},
         EventStatus::disputed,
         {"s1"},
         std::nullopt,
         true},
        {"v2",
         "death",
         std::nullopt,
         {{at(text, "killed")}},
         {},
         std::nullopt,
         std::nullopt,
         {},
         std::nullopt,
         {},
         "v1",
         false}};
    Statement told{"s1",
                   Source{"e1", at(text, "Lena Orvik"), false},
                   {{"e3", at(text, "Nordbote")}},
                   std::nullopt,
                   Cue{at(text, "told"), "tell"},
                   {at(text, "The old bridge collapsed on Friday"), at(text, "killed at least 12 people")},
                   Quotation::indirect,
                   {},
                   Act::state,
                   Certainty::certain,
                   "t1",
                   {{"v1", std::nullopt, Stance::affirms}},
                   {{"e4", "v1", Stance::affirms}},
                   Channel::public_,
                   std::nullopt};
    Statement warned{"s2",
                     Source{"e1", at(text, "she"), false},
                     {},
                     Party{"e4", at(text, "the ministry")},
                     Cue{at(text, "said"), "say"},
                     {at(text, "We warned the ministry in April")},
                     Quotation::direct,
                     {at(text, "We warned the ministry in April")},
                     Act::warn,
                     Certainty::certain,
                     std::nullopt,
                     {},
                     {},
                     std::nullopt,
                     Warning{"v1", "t2", PlacePrecision::venue, {"s3"}}};
    Statement denied{"s3",
                     Source{std::nullopt, at(text, "An official"), true},
                     {},
                     std::nullopt,
                     Cue{at(text, "denied"), "deny"},
                     {at(text, "the ministry “never got a letter”")},
                     Quotation::mixed,
                     {at(text, "never got a letter")},
                     Act::deny,
                     Certainty::probable,
                     std::nullopt,
                     {{std::nullopt, "s2", Stance::rejects}},
                     {},
                     Channel::private_,
                     std::nullopt};
    Statement nobodys{"s4",
                      std::nullopt,
                      {},
                      std::nullopt,
                      std::nullopt,
                      {at(text, "never got a letter")},
                      Quotation::direct,
                      {},
                      Act::state,
                      Certainty::certain,
                      std::nullopt,
                      {},
                      {},
                      std::nullopt,
                      std::nullopt};
    reading.statements = {told, warned, denied, nobodys};
    return reading;
}

}  // namespace sayso::tests
