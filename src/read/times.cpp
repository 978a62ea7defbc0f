#include "read/times.h"

#include <fmt/format.h>

#include "read/time_patterns.h"
#include "read/words.h"

namespace sayso {

std::vector<Time> find_times(const Article& article, const Analysis& analysis) {
    const auto& published = article.document.published;
    const auto published_day = published ? dating::day_of(*published) : std::nullopt;
    std::vector<Time> times;
    for (const auto& sentence : readable_sentences(article, analysis)) {
        for (const auto& found : dating::TimePatterns(sentence, published_day).find()) {
            times.push_back({fmt::format("t{}", times.size() + 1), sentence.span(found.first, found.last),
                             found.value.begin, found.value.end, found.value.precision});
        }
    }
    return times;
}

}  // namespace sayso
