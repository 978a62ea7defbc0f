#pragma once

/// All of Sayso's public interface; docs/cpp.md shows how to use it.
#include "sayso/analyse.h"
#include "sayso/error.h"
#include "sayso/flow.h"
#include "sayso/intake.h"
#include "sayso/json.h"
#include "sayso/read.h"
#include "sayso/record.h"
#include "sayso/version.h"
