#pragma once

#include <functional>
#include <string>
#include <vector>

/// Named cases in data files, which a person who does not program can read and add to.
///
///     # A remark.
///     === direct quotation, tag behind
///     “The bridge was safe,” said Lena Orvik.
///     ---
///     Lena Orvik | said | “The bridge was safe,” | state | direct
///
/// A case is its name, what is fed in, and the lines that must come out: all of them and no others,
/// in any order. No line behind "---" means that nothing may come out. A line of the input that has to
/// begin with "===", "---" or "#" is written with a backslash before it.
///
/// A case whose name begins with "later: " is known to come out wrong. It does not fail; how many such cases
/// there are is printed, and one that has come right is named, so that its mark is taken off.
namespace sayso::tests {

struct Case {
    std::string file;
    std::size_t line = 0;
    std::string name;
    std::string input;
    std::vector<std::string> expected;
};

/// All cases in the files of `folder` (below tests/cases), in the order of the file names.
[[nodiscard]] std::vector<Case> load_cases(const std::string& folder);

/// Runs every case of `folder` as a doctest subcase: `tell` turns an input into lines.
void check_cases(const std::string& folder,
                 const std::function<std::vector<std::string>(const std::string& input)>& tell);

/// The same where what is told depends on what a case asks for.
void check_each_case(const std::string& folder, const std::function<std::vector<std::string>(const Case& one)>& tell);

}  // namespace sayso::tests
