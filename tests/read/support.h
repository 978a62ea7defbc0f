#pragma once

#include <string>
#include <string_view>

#include "sayso/analyse.h"
#include "sayso/intake.h"
#include "sayso/read.h"

namespace sayso::tests {

/// A text on its way: as an article, its analysis and its reading.
struct Read {
    Article article;
    Analysis analysis;
    Reading reading;
};

inline Read read_text(const std::string& text) {
    static const Analyser analyser;
    static const Reader reader;
    Report report;
    report.text = text;
    Read all;
    all.article = make_article(report);
    all.analysis = analyser.analyse(all.article);
    all.reading = reader.read(all.article, all.analysis);
    return all;
}

/// Words on one line, as cases show them.
inline std::string on_one_line(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (c == '\n') {
            if (out.empty() || out.back() != ' ') out += ' ';
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace sayso::tests
