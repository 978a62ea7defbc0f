#pragma once

#include <optional>

#include "read/phrases.h"
#include "read/unit_view.h"

/// Words that give words to somebody, and whether they do so where they stand.
namespace sayso {

/// What somebody can decline to do with words.
inline constexpr std::array<std::string_view, 22> speech_verbs{
    "comment",  "say",     "discuss", "answer",   "confirm", "deny",    "elaborate", "speculate",
    "disclose", "reveal",  "name",    "identify", "give",    "provide", "specify",   "speak",
    "talk",     "respond", "explain", "state",    "testify", "be"};
/// What somebody declines "to be" who does not want it known that he speaks.
inline constexpr std::array<std::string_view, 5> names_of_speakers{"named", "identified", "quoted", "cited",
                                                                   "interviewed"};
/// What somebody "did not" do who keeps it to himself.
inline constexpr std::array<std::string_view, 10> withholding_verbs{
    "say", "disclose", "reveal", "specify", "name", "identify", "elaborate", "explain", "comment", "give"};

/// Of verbs whose subject may be the one addressed: "the inspector warned of a leak" by somebody, if it is a headline.
inline constexpr std::array<std::string_view, 10> addressing_verbs{"warn",  "tell",  "accuse", "ask",    "urge",
                                                                   "order", "blame", "remind", "advise", "inform"};

/// The verbal group around a cue: "had not", "also", "was".
struct Group {
    Index first = 0;
    bool be = false, modal = false, have = false, do_ = false, negated = false;
};

/// A cue with whoever it gives words to.
struct Tag {
    const CueWord* cue = nullptr;
    std::uint32_t forms = 0;
    Group group;
    Index verb = 0;   ///< the cue's first word
    Index after = 0;  ///< behind the cue, its addressee and its circumstances
    Index cue_last = 0;
    std::optional<Phrase> source;
    std::optional<Phrase> addressee;
    std::optional<Phrase> via;
    bool inverted = false;
    bool shared = false;  ///< the source stands with another cue before

    [[nodiscard]] Index first() const {
        return source && !inverted && !shared ? std::min(source->first, group.first) : group.first;
    }
};

[[nodiscard]] Group group_before(const UnitView& u, Index i);

/// Whether the group makes the cue something that was said, rather than might be or was not.
[[nodiscard]] bool asserted(const Group& group, std::uint32_t forms);

/// "did not rule out": what somebody does not exclude he suggests.
[[nodiscard]] bool leaves_open(const Tag& tag);

/// "officials say", "he says": a bare form needs several speakers, a form in -s one.
[[nodiscard]] bool agrees(const UnitView& u, const Phrase& source, const Group& group, std::uint32_t forms);

[[nodiscard]] bool conditional(const UnitView& u, Index first);

[[nodiscard]] bool rest_matches(const UnitView& u, const CueWord& cue, Index i);

/// Whether some cue stands at word `i`, in whatever form.
[[nodiscard]] bool is_cue(const UnitView& u, Index i);

/// "…, and denied that": the same speaker goes on.
[[nodiscard]] bool own_cue(const UnitView& u, Index i, const Tag& tag);

/// "did not say", "would not disclose", "declined to comment": somebody keeps something to himself from word `i` on.
[[nodiscard]] bool refusal(const UnitView& u, Index i);

/// "…, and police counted", "…, Dacre said"
[[nodiscard]] bool other_tag(const UnitView& u, Index i);

[[nodiscard]] bool reporting_ing(const UnitView& u, Index i);

}  // namespace sayso
