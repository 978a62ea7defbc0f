#pragma once

#include "analyse/model_file.h"
#include "sayso/analyse.h"

namespace sayso::analyse {

/// Analyses the texts that the weights file carries and compares with what it says must come out; refuses the file if
/// it is anything else. A file without the section is taken as it is: so it is when the samples are sealed
/// (training/export.py).
void check_samples(const ModelFile& file, const Analyser& analyser);

}  // namespace sayso::analyse
