#include "read/saying.h"

#include <algorithm>
#include <string_view>

#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {
namespace {

bool lies_in_content(const Statement& statement, Span span) {
    return std::any_of(statement.content.begin(), statement.content.end(),
                       [&](Span content) { return content.overlaps(span); });
}

// ---- How ------------------------------------------------------------------------------------------

bool is_open_occasion(std::string_view noun) {
    return one_of(noun, "television", "tv", "radio", "rally", "broadcast", "conference");
}

/// "letter", "talks": what can be private.
bool is_closed_occasion(const TextWords& words, Index noun) {
    return words.lexicons->is_warning_word(words[noun].lower, closed_noun);
}

/// "in a statement", "on its website", "in a report published in May"
bool is_open(const TreeView& tree, Index noun) {
    const auto& words = tree.words();
    const auto& children = tree.children(noun);
    const bool published = std::any_of(children.begin(), children.end(), [&](Index child) {
        return tree.is(child, "acl") && words.lexicons->is_warning_word(tree.lemma(child), publish_verb);
    });
    if (published) return true;
    const bool in_it = has_case(tree, noun, "in") || has_case(tree, noun, "on") || has_case(tree, noun, "via");
    return in_it && words.lexicons->is_warning_word(words[noun].lower, open_noun);
}

/// How a circumstance of the cue says that it was said: the noun with its preposition.
std::optional<Channel> channel_told_by(const TreeView& tree, Index noun) {
    const auto& words = tree.words();
    const auto& word = words[noun];
    if (word.is("public") && has_case(tree, noun, "in")) return Channel::public_;
    if (word.is("private") && has_case(tree, noun, "in")) return Channel::private_;
    if (word.is("doors") && has_case(tree, noun, "behind")) return Channel::private_;
    if (one_of(word.lower, "television", "tv", "radio") && has_case(tree, noun, "on")) return Channel::public_;
    for (const auto child : tree.children(noun)) {
        const auto& told = words[child];
        if (!tree.is(child, "amod") && !tree.is(child, "compound")) continue;
        if (told.is("private") || told.is("confidential") || told.is("secret"))
            return is_closed_occasion(words, noun) ? std::optional(Channel::private_) : std::nullopt;
        if (told.is("public") &&
            (is_closed_occasion(words, noun) || one_of(word.lower, "statement", "speech", "address")))
            return Channel::public_;
        if (told.is("televised")) return Channel::public_;
        if ((told.is("news") || told.is("press")) && word.is("conference")) return Channel::public_;
        if (told.is("internal") || told.is("classified") || told.is("leaked")) return std::nullopt;
    }
    return is_open(tree, noun) ? std::optional(Channel::public_) : std::nullopt;
}

std::optional<Channel> both_of(std::optional<Channel> a, std::optional<Channel> b) {
    if (!a || !b) return a ? a : b;
    return a == b ? a : Channel::both;
}

// ---- When -----------------------------------------------------------------------------------------

/// "said in a statement on Monday", "told a news conference on Monday"
bool is_occasion(std::string_view lemma) {
    return one_of(lemma, "statement", "interview", "speech", "address", "letter", "tweet", "post", "message", "email",
                  "conference", "briefing", "hearing", "rally", "video", "release", "broadcast", "meeting", "debate",
                  "testimony", "memo", "note", "call", "communique", "comment", "remark", "reporter", "journalist");
}

/// "speaking on Monday", "writing in May"
bool is_speaking(std::string_view lemma) {
    return one_of(lemma, "speak", "talk", "write", "testify", "appear", "address", "comment", "respond", "react");
}

/// The verb whose clause the cue is: of "attempted to link" the first, of "issued a warning" the one that issues.
Index verb_of_cue(const TreeView& tree, WordSpan cue) {
    return tree.head_of(cue);
}

/// Whether the time depends on the cue: by itself, by what was said in, or by a clause that only tells of speaking.
bool tells_when(const TreeView& tree, Index time, WordSpan cue, Index verb) {
    int steps = 0;
    for (auto i = time; i != none && steps < 4; i = tree.head(i), ++steps) {
        const auto up = tree.head(i);
        if (up == none) return false;
        const bool circumstance = tree.is(i, "obl") || tree.is(i, "nmod") || tree.is(i, "advmod") ||
                                  (tree.is(i, "advcl") && is_speaking(tree.lemma(i))) ||
                                  (tree.is(i, "obj") && is_occasion(tree.lemma(i)));
        if (!circumstance) return false;
        if (up == verb || cue.contains(up)) return true;
        const bool passes = is_occasion(tree.lemma(up)) || is_speaking(tree.lemma(up));
        if (!passes) return false;
    }
    return false;
}

/// "The mayor on Monday denied": between source and cue, or behind the cue and before the content.
bool stands_by_cue(const Statement& statement, Span time) {
    const auto cue = statement.cue->span;
    if (statement.source && statement.source->span.end <= time.begin && time.end <= cue.begin)
        return time.begin - statement.source->span.end <= 12 && cue.begin - time.end <= 12;
    return false;
}

std::optional<std::string> saying_time(const TreeView& tree, const std::vector<Time>& times,
                                       const Statement& statement) {
    const auto cue = words_covered(tree.words(), statement.cue->span);
    if (cue.empty()) return std::nullopt;
    const auto verb = verb_of_cue(tree, cue);
    const Time* best = nullptr;
    const auto distance = [&](const Time& time) {
        const auto at = statement.cue->span;
        return time.span.begin >= at.end  ? time.span.begin - at.end
               : at.begin > time.span.end ? at.begin - time.span.end
                                          : 0;
    };
    for (const auto& time : times) {
        if (lies_in_content(statement, time.span)) continue;
        const auto span = words_covered(tree.words(), time.span);
        if (span.empty() || tree.words().unit_of[static_cast<std::size_t>(span.first)] !=
                                tree.words().unit_of[static_cast<std::size_t>(cue.first)])
            continue;
        if (!tells_when(tree, tree.head_of(span), cue, verb) && !stands_by_cue(statement, time.span)) continue;
        if (best == nullptr || distance(time) < distance(*best)) best = &time;
    }
    return best == nullptr ? std::nullopt : std::optional(best->id);
}

/// "publicly", "privately"
std::optional<Channel> channel_in_cue(const TextWords& words, WordSpan cue) {
    std::optional<Channel> channel;
    for (auto i = cue.first; i < cue.last; ++i) {
        if (words[i].is("publicly")) channel = both_of(channel, Channel::public_);
        if (words[i].is("privately")) channel = both_of(channel, Channel::private_);
    }
    return channel;
}

std::optional<Channel> channel_around(const TreeView& tree, const Attribution& one, WordSpan cue) {
    const auto& words = tree.words();
    const auto verb = verb_of_cue(tree, cue);
    std::optional<Channel> channel;
    for (const auto child : tree.children(verb)) {
        const auto& word = words[child];
        if (lies_in_content(one.statement, word.span)) continue;
        if (tree.is(child, "advmod")) {
            if (word.is("publicly")) channel = both_of(channel, Channel::public_);
            if (word.is("privately")) channel = both_of(channel, Channel::private_);
        }
        if (!tree.is(child, "obl") &&
            !((tree.is(child, "obj") || tree.is(child, "iobj")) && is_open_occasion(word.lower)))
            continue;
        for (const auto noun : joined_with(tree, child)) channel = both_of(channel, channel_told_by(tree, noun));
    }
    return channel;
}

/// "issued a warning" and "issued an alert, saying" are public, "passed the army a warning" is private: how a notice
/// was given.
std::optional<Channel> channel_of_notice(const TreeView& tree, const Attribution& one, WordSpan cue) {
    const auto& lexicons = *tree.words().lexicons;
    auto verb = tree.head_of(cue);
    const bool is_noun = tree.upos(verb) == "NOUN";
    if (is_noun || tree.is(verb, "advcl")) {
        if (tree.head(verb) == none) return std::nullopt;
        verb = tree.head(verb);
        if (!is_noun) {
            const auto object = tree.child(verb, "obj");
            if (object == none || !lexicons.is_warning_word(tree.lemma(object), notice_noun)) return std::nullopt;
        }
    } else if (cue.size() < 2) {
        return std::nullopt;
    }
    if (lexicons.is_warning_word(tree.lemma(verb), publish_verb)) return Channel::public_;
    if (lexicons.is_warning_word(tree.lemma(verb), hand_verb) && one.addressee) return Channel::private_;
    return std::nullopt;
}

/// "An advisory issued on Friday warned"
std::optional<Channel> channel_of_paper(const TreeView& tree, const Attribution& one) {
    if (!one.source) return std::nullopt;
    const auto head = one.source->head;
    const bool notice = tree.words().lexicons->is_warning_word(tree.lemma(head), notice_noun | open_noun);
    return notice && is_open(tree, head) ? std::optional(Channel::public_) : std::nullopt;
}

}  // namespace

std::optional<Channel> channel_of(const TreeView& tree, const Attribution& one) {
    if (!one.statement.cue) return std::nullopt;
    const auto cue = words_covered(tree.words(), one.statement.cue->span);
    if (cue.empty()) return std::nullopt;
    if (const auto channel = channel_in_cue(tree.words(), cue)) return channel;
    if (const auto channel = channel_around(tree, one, cue)) return channel;
    if (one.statement.act != Act::warn) return std::nullopt;
    const auto channel = channel_of_notice(tree, one, cue);
    return channel ? channel : channel_of_paper(tree, one);
}

void find_saying_times(const TreeView& tree, const std::vector<Time>& times, std::vector<Statement>& statements) {
    for (auto& statement : statements) {
        if (statement.cue) statement.time = saying_time(tree, times, statement);
    }
}

}  // namespace sayso
