#pragma once

#include <functional>
#include <string>

#include "sayso/intake.h"

namespace sayso {

/// Hands the files of one input to `take`: the input itself if it is a file or "-", or the reports in a folder
/// and in the folders below it, by name. `take` returns false to stop; false is returned then. A folder that is
/// reached twice (through a link) is walked once.
bool each_file(const std::string& input, const std::function<bool(const std::string& path)>& take,
               const FaultSink& on_fault);

/// Does the name look like that of a report: an ending of text or JSON, or none, packed or not?
[[nodiscard]] bool is_report_name(const std::string& name);

}  // namespace sayso
