#include "read/tolls.h"

#include <doctest/doctest.h>

#include "read/told.h"
#include "support/cases.h"

using namespace sayso;
using namespace sayso::tests;

TEST_CASE("tolls") {
    check_cases("tolls", [](const std::string& input) { return told_tolls(article_of_case(input)); });
}
