#include "cli/arguments.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace sayso::cli;

namespace {

Arguments parsed(std::vector<const char*> words) {
    words.insert(words.begin(), "sayso");
    return parse(static_cast<int>(words.size()), words.data());
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("options may stand before and behind the inputs") {
    for (const auto& words : {std::vector{"read", "--json", "-"}, std::vector{"read", "-", "--json"}}) {
        const auto arguments = parsed(words);
        CHECK(arguments.command == "read");
        CHECK(arguments.json);
        CHECK(arguments.inputs == Words{"-"});
    }
    CHECK(parsed({"--width", "60", "read", "a"}).width == 60);
    CHECK(parsed({"read", "a", "--width=60"}).width == 60);
    CHECK(parsed({"read", "a", "--color", "never"}).colour == Colour::never);
    CHECK(parsed({"analyse", "--threads", "2", "a", "b"}).threads == 2);
}

TEST_CASE("inputs are taken as they are written") {
    CHECK(parsed({"read", "[a,b]", "{}", "show", "a b", "", "%%"}).inputs ==
          Words{"[a,b]", "{}", "show", "a b", "", "%%"});
    CHECK(parsed({"read", "--", "--json", "-q"}).inputs == Words{"--json", "-q"});
    CHECK_FALSE(parsed({"read", "--", "--json"}).json);
}

TEST_CASE("a record and what to show of it") {
    const auto add = parsed({"add", "a.sayso", "x", "y"});
    CHECK(add.record == "a.sayso");
    CHECK(add.inputs == Words{"x", "y"});
    const auto show = parsed({"show", "a.sayso", "words", "\"old bridge\"", "read", "warn*", "--most", "3"});
    CHECK(show.record == "a.sayso");
    CHECK(show.what == "words");
    CHECK(show.key == Words{"\"old bridge\"", "read", "warn*"});
    CHECK(show.most == 3);
    CHECK(parsed({"show", "show"}).record == "show");
}

TEST_CASE("a wrong command line is refused with a sentence that says where to look") {
    const auto refuses = [](const std::vector<const char*>& words, const char* what) {
        CHECK_THROWS_WITH_AS(static_cast<void>(parsed(words)), doctest::Contains(what), WrongUsage);
    };
    refuses({}, "no command is given (sayso --help");
    refuses({"raed"}, "there is no command “raed”; did you mean read? (sayso --help");
    refuses({"read", "--jsn"}, "read has no option “--jsn”; did you mean --json? (sayso read --help");
    refuses({"read", "--frobnicate"}, "read has no option “--frobnicate” (");
    refuses({"read", "--threads"}, "--threads");
    refuses({"read", "--threads", "0", "a"}, "--threads");
    refuses({"read", "--threads", "many", "a"}, "--threads");
    refuses({"read", "--color", "blue", "a"}, "--color");
    refuses({"add"}, "no record is named (sayso add --help");
    refuses({"show"}, "no record is named");
    refuses({"show", "r", "speakers"}, "document, speaker or words, not “speakers”");
    refuses({"show", "r", "words"}, "no words to look for");
    refuses({"analyse", "--json", "--conllu", "a"}, "exclude each other");
    refuses({"completion"}, "no shell");
}

TEST_CASE("help and version need nothing else") {
    CHECK(parsed({"--help"}).help);
    CHECK(parsed({"add", "--help"}).help);
    CHECK(parsed({"add", "-h"}).command == "add");
    CHECK(parsed({"--version"}).version);
}
