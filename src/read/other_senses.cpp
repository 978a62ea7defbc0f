#include "read/other_senses.h"

#include <algorithm>
#include <array>

#include "read/tree_phrases.h"

namespace sayso {
namespace {

/// Words for a price or an hour: "half past nine", "six crowns".
bool begins_with_number(const TreeView& tree, WordSpan content) {
    return tree.upos(content.first) == "NUM" && !tree.words()[content.first].is("one");
}

/// The cue's verb with the first piece of what it is to have said.
struct Said {
    const TreeView& tree;
    Index verb;
    WordSpan content;
    const Attribution& one;

    [[nodiscard]] bool is(std::string_view lemma) const { return tree.lemma(verb) == lemma; }
    [[nodiscard]] const TextWord& first() const { return tree.words()[content.first]; }
};

/// "The clock told half past nine"
bool tells_the_time(const Said& said) {
    return said.is("tell") && !said.one.addressee && begins_with_number(said.tree, said.content);
}

/// "put up tents", "put the chairs out": an estimate has a number, and "at" before it.
bool puts_things(const Said& said) {
    if (!said.is("put")) return false;
    bool at = false, number = false;
    for (auto i = said.content.first; i < said.content.last; ++i) {
        at = at || said.tree.words()[i].is("at");
        number = number || (at && said.tree.upos(i) == "NUM");
    }
    const bool it = said.verb + 1 < said.tree.words().size() && said.tree.words()[said.verb + 1].is("it");
    return !number && !it;
}

/// "conceded two goals"
bool concedes_points(const Said& said) {
    static constexpr std::array<std::string_view, 16> points{"goal", "try",  "penalty", "corner", "wicket", "point",
                                                             "run",  "set",  "kick",    "lap",    "game",   "touchdown",
                                                             "seat", "land", "ground",  "throw"};
    if (!said.is("concede")) return false;
    const auto object = said.tree.child(said.verb, "obj");
    return object != none && said.content.contains(object) && among(points, said.tree.lemma(object));
}

/// "argued on the quay as the boat left": only when, why or how it was done.
bool tells_only_circumstances(const Said& said) {
    static constexpr std::array<std::string_view, 11> openers{"as",    "when",    "while",  "after",    "before", "because",
                                                              "until", "whilst", "since", "although", "unless"};
    if (said.content.first < said.verb || !among(openers, said.first().lower)) return false;
    const auto head = said.tree.head_of(said.content);
    const auto opener = said.content.first;
    return said.tree.head(opener) == head && (said.tree.is(opener, "mark") || said.tree.is(opener, "advmod")) &&
           said.tree.is(head, "advcl");
}

/// "is expected to resign": nobody is given who expects it, and it is no word of what has happened.
bool is_only_expected(const Said& said) {
    return said.is("expect") && !said.one.source && said.tree.child(said.verb, "nsubj:pass") != none &&
           said.tree.child(said.verb, "obl:agent") == none;
}

/// "are charged six crowns"
bool charges_a_price(const Said& said) {
    return said.is("charge") && said.content.first > said.verb && begins_with_number(said.tree, said.content);
}

}  // namespace

bool says_nothing(const TreeView& tree, const Attribution& one) {
    if (!one.statement.cue) return false;
    const auto& words = tree.words();
    const auto cue = words_covered(words, one.statement.cue->span);
    const auto content = words_covered(words, one.statement.content.front());
    if (cue.empty() || content.empty() || words[content.first].mark) return false;
    const Said said{tree, tree.head_of(cue), content, one};
    return tells_the_time(said) || puts_things(said) || concedes_points(said) || tells_only_circumstances(said) ||
           is_only_expected(said) || charges_a_price(said);
}

}  // namespace sayso
