#include "read/missing_parts.h"

#include <algorithm>

#include "read/pronouns.h"
#include "read/tree_cues.h"
#include "read/tree_phrases.h"
#include "read/words.h"

namespace sayso {
namespace {

class Completing {
public:
    Completing(const TreeView& tree, WordSpan cue, const std::optional<WordSpan>& source)
        : tree_(tree), words_(tree.words()), cue_(cue), verb_(tree.head_of(cue)), tag_(cue) {
        if (!source || words_.unit_of[static_cast<std::size_t>(source->first)] !=
                           words_.unit_of[static_cast<std::size_t>(cue.first)])
            return;
        const bool beside = source->last == cue.first || cue.last == source->first;
        if (beside) tag_ = {std::min(source->first, cue.first), std::max(source->last, cue.last)};
    }

    [[nodiscard]] std::vector<WordSpan> run(std::vector<WordSpan> contents) const {
        if (contents.size() != 1 || is_quoted(contents.front())) return contents;
        for (const auto step : {&Completing::around_tag, &Completing::before_last_tag, &Completing::with_antecedent,
                                &Completing::with_antecedent_of_object, &Completing::with_rest_of_passive,
                                &Completing::with_rest_of_list}) {
            if (auto more = (this->*step)(contents.front()); !more.empty()) return more;
        }
        return contents;
    }

private:
    const TreeView& tree_;
    const TextWords& words_;
    WordSpan cue_;
    Index verb_;
    WordSpan tag_;  ///< the cue with its source, where they stand together

    [[nodiscard]] bool is_quoted(WordSpan span) const {
        return words_[span.first].mark || words_[span.first].quoted != none || words_[span.last - 1].quoted != none;
    }
    [[nodiscard]] bool is_dash_or_comma(Index i) const {
        return i >= 0 && i < words_.size() && (words_[i].comma() || words_[i].form == "—" || words_[i].form == "–");
    }
    /// Whether another cue, or a quotation, stands in the words.
    [[nodiscard]] bool tells_else(WordSpan span) const {
        for (auto i = span.first; i < span.last; ++i) {
            if (words_[i].mark || (tree_.upos(i) == "VERB" && known_cue(tree_, {i, i + 1}) != nullptr)) return true;
        }
        return false;
    }
    [[nodiscard]] WordSpan piece(Index first, Index last) const {
        return first < last ? without_edges(words_, {first, last}) : WordSpan{};
    }

    /// "In May, Dacre said, the yard was shut"
    [[nodiscard]] std::vector<WordSpan> around_tag(WordSpan content) const {
        const auto& unit = words_.unit(cue_.first);
        const auto said = tree_.head(verb_);
        const bool aside = tree_.is(verb_, "parataxis") && said != none && said >= tag_.last && said < unit.last;
        if (!aside || tree_.subtree(said).first < unit.first || !is_dash_or_comma(tag_.first - 1) ||
            tag_.last >= unit.last || !is_dash_or_comma(tag_.last))
            return {};
        const auto before = piece(tree_.subtree(said).first, tag_.first);
        const auto behind = piece(tag_.last + 1, tree_.subtree(said).last);
        if (before.empty() || behind.empty() || behind.last > unit.last) return {};
        if (!before.overlaps(content) && !behind.overlaps(content)) return {};
        if (tells_else(before) || is_quoted(before) || is_quoted(behind)) return {};
        return {before, behind.contains(content) || !behind.overlaps(content) ? behind : content};
    }

    /// "The road is shut | and a bridge is gone, Dacre said on Monday."
    [[nodiscard]] std::vector<WordSpan> before_last_tag(WordSpan content) const {
        constexpr Index longest = 40, most_behind = 8;
        const auto& unit = words_.unit(cue_.first);
        const auto comma = tag_.first - 1;
        if (content.last >= comma || content.first < unit.first || !words_[comma].comma() ||
            comma - content.last > longest || unit.last - tag_.last > most_behind)
            return {};
        for (auto i = tag_.last; i < unit.last; ++i) {
            if (words_[i].comma() || words_[i].is(conjunction)) return {};
        }
        const WordSpan left_out{content.last, comma};
        if (tells_else(left_out)) return {};
        // A subject alone always wants its verb; else what follows must be joined to it.
        const auto top = tree_.head_of(content);
        const bool subject = tree_.upos(top) != "VERB" && left_out.contains(tree_.head(top));
        const auto next = words_[content.last].comma() ? content.last + 1 : content.last;
        const bool joined = words_[next].is("and") && tree_.head(next) != none && tree_.is(tree_.head(next), "conj");
        if (!subject && !joined) return {};
        return {piece(content.first, comma)};
    }

    /// "the road, which Dacre said was shut": the clause has no subject but what the relative stands for.
    [[nodiscard]] std::vector<WordSpan> with_antecedent(WordSpan content) const {
        if (tree_.relation(verb_) != "acl:relcl" || content.first < cue_.last) return {};
        const auto noun = tree_.head(verb_);
        const auto clause = tree_.child(verb_, "ccomp");
        if (noun == none || clause == none || !content.contains(clause) || noun >= tag_.first) return {};
        auto subject = tree_.child(clause, "nsubj");
        if (subject == none) subject = tree_.child(clause, "nsubj:pass");
        if (subject != none && !(subject < cue_.first && is_relative(words_[subject]))) return {};
        return before_relative(noun, content);
    }
    /// "the goal that the ministry set | for May": what is set is what the relative stands for.
    [[nodiscard]] std::vector<WordSpan> with_antecedent_of_object(WordSpan content) const {
        if (tree_.relation(verb_) != "acl:relcl" || content.first < cue_.last || tree_.upos(verb_) != "VERB") return {};
        const auto top = tree_.head_of(content);
        const auto relative_word = tree_.child(verb_, "obj");
        const bool adverbial = tree_.head(top) == verb_ && tree_.is(top, "obl") && tree_.upos(content.first) == "ADP";
        const bool gap = relative_word != none && relative_word < verb_ && is_relative(words_[relative_word]);
        const auto noun = tree_.head(verb_);
        return adverbial && gap && noun != none && noun < tag_.first ? before_relative(noun, content)
                                                                     : std::vector<WordSpan>();
    }
    [[nodiscard]] std::vector<WordSpan> before_relative(Index noun, WordSpan content) const {
        const auto upos = tree_.upos(noun);
        if (upos != "NOUN" && upos != "PROPN" && upos != "NUM") return {};
        const auto clause_first = std::min(tree_.subtree(verb_).first, tag_.first);
        const auto what = piece(tree_.subtree(noun).first, clause_first);
        if (what.empty() || what.overlaps(tag_) || what.size() > 20 || is_quoted(what)) return {};
        auto first = what.first;
        while (first < noun && tree_.upos(first) == "ADP") ++first;
        return {{first, what.last}, content};
    }

    /// "Closures are reported | in the north of the island", "is regarded by many | as the best"
    [[nodiscard]] std::vector<WordSpan> with_rest_of_passive(WordSpan content) const {
        const auto subject = tree_.child(verb_, "nsubj:pass");
        if (subject == none || !content.contains(subject) || content.last > cue_.first) return {};
        const auto& unit = words_.unit(cue_.first);
        auto first = cue_.last;
        const auto agent = child_with_case(tree_, verb_, "obl", "by");
        if (agent != none && tree_.subtree(agent).first == first) first = tree_.subtree(agent).last;
        auto last = std::min(tree_.subtree(verb_).last, unit.last);
        const auto rest = piece(first, last);
        if (rest.size() < 2 || tells_else(rest) || is_quoted(rest)) return {};
        const bool opens =
            (tree_.upos(rest.first) == "ADP" && !tree_.is(rest.first, "mark")) || words_[rest.first].is("to");
        if (!opens || words_[rest.first + 1].is(time_word) || tree_.upos(rest.first + 1) == "NUM" ||
            words_[rest.first].is("by") || words_[rest.first].is("after") || words_[rest.first].is("into"))
            return {};
        return {content, rest};
    }

    /// "charges of assault, | damage to property, and resisting arrest"
    [[nodiscard]] std::vector<WordSpan> with_rest_of_list(WordSpan content) const {
        const auto& unit = words_.unit(content.first);
        const auto top = tree_.head_of(content);
        if (content.last >= unit.last || content.first < cue_.last || tree_.upos(top) != "NOUN") return {};
        auto last = content.last;
        for (const auto child : tree_.children(top)) {
            if (tree_.is(child, "conj") && child >= last && tree_.upos(child) == "NOUN" &&
                tree_.child(child, "nsubj") == none)
                last = std::max(last, tree_.subtree(child).last);
        }
        const auto longer = piece(content.first, std::min(last, unit.last));
        if (longer.last <= content.last || tells_else({content.last, longer.last})) return {};
        return {longer};
    }
};

}  // namespace

std::vector<WordSpan> with_missing_parts(const TreeView& tree, WordSpan cue, const std::optional<WordSpan>& source,
                                         std::vector<WordSpan> contents) {
    return Completing(tree, cue, source).run(std::move(contents));
}

}  // namespace sayso
