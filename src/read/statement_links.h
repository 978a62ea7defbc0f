#pragma once

#include <string_view>
#include <vector>

#include "sayso/reading.h"

namespace sayso {

/// Sets `about` of the statements of a document, which have their ids and are in the order of the text:
/// a statement that lies in what another says is what that one is about, and a denial or dismissal of "the
/// accusations", "these warnings" is about the one statement before that this can mean.
void link_statements(std::string_view text, std::vector<Statement>& statements);

}  // namespace sayso
