#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/tolls.h"
#include "read/words.h"
#include "sayso/analyse.h"
#include "sayso/intake.h"
#include "sayso/read.h"

/// How the cases of times, tolls and events show what was read.
namespace sayso::tests {

/// Reads a case's input; its first line may tell the day of publication ("published: 2024-05-24").
inline Article article_of_case(std::string input) {
    constexpr std::string_view key = "published: ";
    Report report;
    if (input.starts_with(key)) {
        const auto end = input.find('\n');
        report.published = input.substr(key.size(), end - key.size());
        input.erase(0, end + 1);
    }
    report.text = input;
    return make_article(report);
}

inline Analysis analysis_of(const Article& article) {
    static const Analyser analyser;
    return analyser.analyse(article);
}

inline Reading reading_of(const Article& article) {
    static const Reader reader;
    return reader.read(article, analysis_of(article));
}

/// "March 22 | XXXX-03-22 | day", "early March | XXXX-03-01 to XXXX-03-10 | part-of-month", "days later | - | vague".
inline std::string told(const Time& time, const std::string& text) {
    std::string value = time.begin.value_or("-");
    if (time.end && time.end != time.begin) value += " to " + *time.end;
    return std::string(words(text, time.span)) + " | " + value + " | " + std::string(name_of(time.precision));
}

/// "141 and up", "at most 30", "2 to 3", "12".
inline std::string told(std::optional<std::int64_t> min, std::optional<std::int64_t> max) {
    if (!min && !max) return "-";
    if (!max) return std::to_string(*min) + " and up";
    if (!min) return "at most " + std::to_string(*max);
    return min == max ? std::to_string(*min) : std::to_string(*min) + " to " + std::to_string(*max);
}

/// "killed | 12 | 12 people", and behind it "part: children", "adds".
inline std::vector<std::string> told_tolls(const Article& article) {
    std::vector<std::string> lines;
    const auto sentences = readable_sentences(article, analysis_of(article));
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        for (const auto& figure : find_tolls(sentences[i], i)) {
            auto line = std::string(name_of(figure.kind)) + " | " + told(figure.min, figure.max) + " | " +
                        std::string(words(article.document.text, sentences[i].span(figure.first, figure.last)));
            if (figure.of) line += " | part: " + figure.group.value_or("");
            if (figure.adds) line += " | adds";
            lines.push_back(line);
        }
    }
    return lines;
}

/// "assault/bombing | occurred | bombing, attack | on Monday | in Lanvik | killed 12", with "main" first where it is.
inline std::string told(const Event& event, const Reading& reading) {
    const auto& text = reading.document.text;
    const auto name_of_entity = [&](const std::string& id) {
        for (const auto& entity : reading.entities) {
            if (entity.id == id) return entity.name;
        }
        return id;
    };
    std::string line = event.main ? "main | " : "";
    line += event.type + (event.mode ? "/" + *event.mode : "");
    if (event.status) line += " | " + std::string(name_of(*event.status));
    line += " | ";
    for (std::size_t i = 0; i < event.mentions.size(); ++i) {
        line += (i ? ", " : "") + std::string(words(text, event.mentions[i].span));
    }
    for (const auto& time : reading.times) {
        if (event.time == time.id) line += " | time " + std::string(words(text, time.span));
    }
    if (event.place) line += " | place " + name_of_entity(*event.place);
    for (const auto& participant : event.participants) {
        line += " | " + std::string(name_of(participant.role)) + " " + name_of_entity(participant.entity);
    }
    for (const auto& toll : event.toll) {
        line += " | " + std::string(name_of(toll.kind)) + " " + told(toll.min, toll.max);
    }
    if (!event.told_by.empty()) line += " | told";
    if (event.part_of) line += " | part of " + *event.part_of;
    return line;
}

}  // namespace sayso::tests
