#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sayso/analyse.h"
#include "sayso/intake.h"
#include "sayso/read.h"
#include "sayso/reading.h"
#include "sayso/record.h"

/// The whole way: bytes → intake → analyse → read → record.
namespace sayso {

/// From an article to its reading.
[[nodiscard]] Reading read_article(const Article& article, const Analyser& analyser, const Reader& reader);

/// How inputs are worked through. Work is spread over `threads` (0: one for each core); results come
/// in the order of the inputs whatever their number.
struct FlowOptions {
    Limits limits;
    unsigned threads = 0;
    std::function<void(std::uint64_t reports)> on_progress;  ///< reports finished so far; called on the caller's thread
};

/// Readings, one for each report, handed to `sink` on the caller's thread; it returns false to stop.
void read_all(const std::vector<std::string>& inputs, const Analyser& analyser, const Reader& reader,
              const FlowOptions& options, const std::function<bool(Reading&&)>& sink, const FaultSink& on_fault);

/// The same with analyses alone.
void analyse_all(const std::vector<std::string>& inputs, const Analyser& analyser, const FlowOptions& options,
                 const std::function<bool(Analysis&&)>& sink, const FaultSink& on_fault);

struct AddCounts {
    std::uint64_t added = 0;
    std::uint64_t reread = 0;  ///< held already, read again because the reader has changed
    std::uint64_t already_there = 0;
};

/// Reads what the record does not hold yet and adds it, one document at a time: whatever interrupts
/// it, a document is in the record whole or not at all, and running it again goes on from there.
AddCounts add_all(const std::vector<std::string>& inputs, const Analyser& analyser, const Reader& reader,
                  Record& record, const FlowOptions& options, const FaultSink& on_fault);

}  // namespace sayso
