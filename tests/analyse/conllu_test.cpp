#include <doctest/doctest.h>

#include "analyse/hand_made.h"
#include "sayso/analyse.h"

using namespace sayso;

namespace {

/// Of the words of a line as `analysis_of_words` takes them, in sentences of so many words.
std::string conllu_of(const std::string& line, std::vector<std::uint32_t> sizes, std::optional<std::string> id) {
    auto analysis = tests::analysis_of_words(line);
    analysis.given_id = std::move(id);
    std::uint32_t first = 0;
    for (const auto size : sizes) {
        analysis.sentences.push_back({tests::span_of(analysis, first, first + size), first, first + size});
        first += size;
    }
    return to_conllu(analysis);
}

}  // namespace

TEST_CASE("CoNLL-U: ranges for words written together, SpaceAfter") {
    CHECK(conllu_of("They do +n't know ~.", {5}, "7") ==
          "# newdoc id = 7\n"
          "# sent_id = 1\n"
          "# text = They don't know.\n"
          "1\tThey\t_\t_\t_\t_\t_\t_\t_\t_\n"
          "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
          "2\tdo\t_\t_\t_\t_\t_\t_\t_\t_\n"
          "3\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
          "4\tknow\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
          "5\t.\t_\t_\t_\t_\t_\t_\t_\t_\n"
          "\n");
}

TEST_CASE("CoNLL-U: sentences are numbered through") {
    const auto text = conllu_of("One ~. Two ~.", {2, 2}, std::nullopt);
    CHECK(text.find("# newdoc\n# sent_id = 1\n# text = One.\n") == 0);
    CHECK(text.find("\n\n# sent_id = 2\n# text = Two.\n") != std::string::npos);
}

TEST_CASE("CoNLL-U: what an analysis knows is printed, heads counted within the sentence") {
    Analysis analysis;
    analysis.text = "Go. Ships wait";
    analysis.tokens = {{{0, 2}, false, "go", "VERB", -1, "root"},
                       {{2, 3}, false, ".", "PUNCT", 0, "punct"},
                       {{4, 9}, false, "ship", "NOUN", 3, "nsubj"},
                       {{10, 14}, false, "wait", "VERB", -1, "root"}};
    analysis.sentences = {{{0, 3}, 0, 2}, {{4, 14}, 2, 4}};
    const auto text = to_conllu(analysis);
    CHECK(text.find("1\tGo\tgo\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n2\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_\n") !=
          std::string::npos);
    CHECK(text.find("1\tShips\tship\tNOUN\t_\t_\t2\tnsubj\t_\t_\n2\twait\twait\tVERB\t_\t_\t0\troot\t_\t_\n") !=
          std::string::npos);
}

TEST_CASE("CoNLL-U: mentions are bracketed, with the entity, its type and the head's place in the mention") {
    auto analysis = tests::analysis_of_words("The mayor of Ostby +'s port waited ~. She left ~.");
    analysis.sentences = {{{0, 33}, 0, 8}, {{34, 43}, 8, 11}};
    analysis.mentions = {{{0, 25}, 1, MentionType::person, 0},
                         {{13, 25}, 5, MentionType::place, 1},
                         {{13, 20}, 3, MentionType::place, 2},
                         {{34, 37}, 8, MentionType::person, 0}};
    const auto text = to_conllu(analysis);
    CHECK(text.starts_with("# newdoc\n# global.Entity = eid-etype-head-other\n# sent_id = 1\n"));
    const auto has = [&](const std::string& part) { return text.find(part) != std::string::npos; };
    CHECK(has("1\tThe\t_\t_\t_\t_\t_\t_\t_\tEntity=(e1-person-2\n"));
    CHECK(has("4-5\tOstby's\t_\t_\t_\t_\t_\t_\t_\t_\n4\tOstby\t_\t_\t_\t_\t_\t_\t_\tEntity=(e2-place-3(e3-place-1\n"));
    CHECK(has("5\t's\t_\t_\t_\t_\t_\t_\t_\tEntity=e3)\n6\tport\t_\t_\t_\t_\t_\t_\t_\tEntity=e2)e1)\n"));
    CHECK(has("7\twaited\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"));
    CHECK(has("1\tShe\t_\t_\t_\t_\t_\t_\t_\tEntity=(e1-person-1)\n"));
}
