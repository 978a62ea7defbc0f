#include "read/quoted_parts.h"

#include <algorithm>

namespace sayso {

void judge_quotation(const TextWords& words, Attribution& one) {
    auto& statement = one.statement;
    statement.quoted.clear();
    bool all = true;
    for (const auto span : statement.content) {
        auto rest = span.begin;
        const auto from = std::lower_bound(words.quotations.begin(), words.quotations.end(), span.begin,
                                           [](const QuotedText& q, std::uint32_t at) { return q.span.end <= at; });
        for (auto q = from; q != words.quotations.end() && q->span.begin < span.end; ++q) {
            if (q->depth > 0 || !span.contains(q->span)) continue;
            if (q->span.begin > rest) all = false;
            statement.quoted.push_back(q->inside);
            rest = q->span.end;
        }
        if (rest < span.end) all = false;
    }
    statement.quotation = statement.quoted.empty() ? Quotation::indirect : all ? Quotation::direct : Quotation::mixed;
}

}  // namespace sayso
