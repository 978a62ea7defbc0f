#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/typeset.h"
#include "sayso/analysis.h"
#include "sayso/article.h"
#include "sayso/reading.h"
#include "sayso/record.h"

/// What the commands show on a terminal. Each view is a function of what it shows and the page alone.
namespace sayso::cli {

/// Who says what, what happened, and the words, in which both are marked.
[[nodiscard]] std::string view_of(const Reading& reading, Page page);

/// What is known of a report, and its text zone by zone.
[[nodiscard]] std::string view_of(const Article& article, Page page);

/// Sentence by sentence, the words and the names.
[[nodiscard]] std::string view_of(const Analysis& analysis, Page page);

/// What a record holds, who says most in it, and the documents added last.
[[nodiscard]] std::string view_of(const Record::Overview& overview, const std::vector<Record::DocumentRow>& documents,
                                  const std::vector<Record::SpeakerRow>& speakers, Page page);
[[nodiscard]] std::string view_of(const std::vector<Record::DocumentRow>& documents, Page page);
[[nodiscard]] std::string view_of(const std::vector<Record::SpeakerRow>& speakers, Page page);
[[nodiscard]] std::string view_of(const std::vector<Record::StatementRow>& statements, Page page);
[[nodiscard]] std::string view_of(const std::vector<Record::Passage>& passages, Page page);

// ---- Words that the views share ---------------------------------------------------------------------

/// "says", "denies": an act as one would tell it.
[[nodiscard]] std::string_view in_words(Act act);
/// "as possible"; empty for what is certain.
[[nodiscard]] std::string_view in_words(Certainty certainty);
[[nodiscard]] std::string_view in_words(Quotation quotation);
/// "22 March 2024", "March 2024", "22 March 2024 to 24 March 2024"; empty if the reading gives no date.
[[nodiscard]] std::string in_words(const Time& time);
/// "at least 141 killed", "2 to 3 children injured", "nobody killed".
[[nodiscard]] std::string in_words(const Toll& toll);
/// "1 report", "23 reports".
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view one, std::string_view many);
/// A date or date-time of ISO 8601 as one would write it, or the text as it is.
[[nodiscard]] std::string date_in_words(std::string_view iso);

}  // namespace sayso::cli
