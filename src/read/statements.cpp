#include "read/statements.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sayso {
namespace {

using Index = std::int32_t;

template <std::size_t n>
bool among(const std::array<std::string_view, n>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 9> wh_words{"whether", "if",    "how", "what", "why",
                                                   "when",    "where", "who", "which"};
/// What somebody says something in: "said in a statement", "told a news conference".
constexpr std::array<std::string_view, 30> occasions{
    "statement", "interview",  "speech",   "address",    "letter",  "tweet",    "post",      "message",
    "email",     "conference", "briefing", "report",     "hearing", "rally",    "video",     "release",
    "broadcast", "comments",   "remarks",  "meeting",    "debate",  "event",    "testimony", "memo",
    "article",   "note",       "call",     "communique", "filing",  "recording"};
/// What somebody can decline to do with words.
constexpr std::array<std::string_view, 22> speech_verbs{
    "comment",  "say",     "discuss", "answer",   "confirm", "deny",    "elaborate", "speculate",
    "disclose", "reveal",  "name",    "identify", "give",    "provide", "specify",   "speak",
    "talk",     "respond", "explain", "state",    "testify", "be"};
constexpr std::array<std::string_view, 5> evidential_adverbs{"reportedly", "allegedly", "purportedly", "supposedly",
                                                             "ostensibly"};

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

/// In words; what is longer is no sentence.
constexpr Index longest_clause = 250;

class Finder {
public:
    explicit Finder(const TextWords& words) : w_(words), claimed_(words.quotations.size(), none) {}

    std::vector<Attribution> run() {
        for (std::size_t u = 0; u < w_.units.size(); ++u) {
            unit_ = w_.units[u];
            const auto kind = w_.document->zones[unit_.zone].kind;
            if (kind == ZoneKind::byline || kind == ZoneKind::dateline) continue;
            const bool short_first = u == 0 && unit_.last - unit_.first <= 16 && !terminator(unit_.last - 1);
            if (kind == ZoneKind::headline || short_first) headline_colon();
            for (auto i = unit_.first; i < unit_.last; ++i) {
                if (w_[i].quoted != none || w_[i].punctuation) continue;
                if (according_to(i) || passive(i) || evidential(i) || noun_cue(i)) continue;
                cue_at(i);
            }
            lone_quotation(u);
        }
        return finished();
    }

private:
    // ---- small questions -------------------------------------------------------------------------

    [[nodiscard]] bool opens(Index i) const {
        if (i >= w_.size() || !w_[i].mark || w_[i].quoted == none) return false;
        return w_[i].span.begin == quotation(w_[i].quoted).span.begin;
    }
    [[nodiscard]] bool closes(Index i) const {
        if (i < 0 || !w_[i].mark || w_[i].quoted == none) return false;
        return w_[i].span.end == quotation(w_[i].quoted).span.end;
    }
    [[nodiscard]] const QuotedText& quotation(Index q) const { return w_.quotations[static_cast<std::size_t>(q)]; }
    /// TextWords [first, last) of quotation `q`, searched from a word in it.
    [[nodiscard]] Index quotation_first(Index i) const {
        const auto q = w_[i].quoted;
        while (i > 0 && w_[i - 1].quoted == q) --i;
        return i;
    }
    [[nodiscard]] Index quotation_last(Index i) const {
        const auto q = w_[i].quoted;
        while (i < w_.size() && w_[i].quoted == q) ++i;
        return i;
    }
    [[nodiscard]] bool terminator(Index i) const {
        const auto form = w_[i].form;
        return form == "." || form == "?" || form == "!" || form == "…" || form == "..." || form == "?!" ||
               form == "!!";
    }
    /// End of the unit, or a sentence's closing mark.
    [[nodiscard]] bool at_end(Index i) const {
        return i >= unit_.last || (terminator(i) && i + 1 >= unit_.last) || w_[i].form == ";";
    }
    [[nodiscard]] bool ends_in(Index i, std::string_view end) const {
        return w_[i].lower.size() > end.size() + 2 && w_[i].lower.ends_with(end);
    }
    [[nodiscard]] bool number(Index i) const {
        return !w_[i].form.empty() && w_[i].form[0] >= '0' && w_[i].form[0] <= '9';
    }
    [[nodiscard]] bool adverbial(Index i) const {
        return w_[i].name == none && w_[i].noun == NounKind::none && !w_[i].punctuation &&
               (w_[i].is(adverb) || (!w_[i].capital && ends_in(i, "ly")));
    }
    [[nodiscard]] bool finite_verb_in(Index from, Index to, bool plural_or_verb = true) const {
        for (auto i = from; i < to; ++i) {
            if (w_[i].punctuation || w_[i].name != none) continue;
            if (w_[i].is(verb | be | modal | auxiliary) || ends_in(i, "ed") || is_reporting_verb(w_, i)) return true;
            // "opposes", "marched", "leads": a plural noun looks alike, so only behind a noun or name
            if (plural_or_verb && i > from && ends_in(i, "s") && !w_[i].capital && w_[i].noun == NounKind::none &&
                i + 1 < to)
                return true;
        }
        return false;
    }

    // ---- cues ------------------------------------------------------------------------------------

    [[nodiscard]] Group group_before(Index i) const {
        Group group{i};
        for (auto k = i; k > unit_.first; --k) {
            const auto& word = w_[k - 1];
            if (word.punctuation || word.name != none || word.quoted != none) break;
            if (word.is("n't") || word.is("not") || word.is("never")) {
                group.negated = true;
            } else if (word.is(modal) && !word.capital) {
                group.modal = true;
            } else if (word.is(be)) {
                // "the city's said": the possessive is no verb
                if (word.is("'s")) break;
                group.be = true;
            } else if (word.is("do") || word.is("does") || word.is("did")) {
                group.do_ = true;
            } else if (word.is(auxiliary)) {
                group.have = true;
            } else if (!adverbial(k - 1) || (word.is(time_word) && group.first == i)) {
                if (!(word.is(time_word) && word.is(adverb))) break;
            }
            group.first = k - 1;
        }
        // Adverbs at the front belong to the cue only behind a source.
        return group;
    }

    /// Whether the group makes the cue something that was said, rather than might be or was not.
    [[nodiscard]] static bool asserted(const Group& group, std::uint32_t forms) {
        if (group.modal) return false;
        if (group.be) return (forms & ing_form) != 0;
        if (group.have) return (forms & participle_form) != 0;
        if (group.do_) return (forms & base_form) != 0;
        return (forms & (past_form | third_form | base_form)) != 0;
    }

    /// "officials say", "he says": a bare form needs several speakers, a form in -s one.
    [[nodiscard]] bool agrees(const Phrase& source, const Group& group, std::uint32_t forms) const {
        if (group.be || group.have || group.do_ || (forms & past_form) != 0) return true;
        // "the workers' demands", "the nonstop demands" are nouns.
        if (!is_speaker(w_, source, false)) return false;
        const auto& head = w_[source.head];
        const bool joined = std::any_of(w_.all.begin() + source.first, w_.all.begin() + source.core_last,
                                        [](const TextWord& word) { return word.is("and"); });
        const bool many = head.is("they") || head.is("we") || head.is("i") || head.is("who") || head.is("which") ||
                          head.is("that") || joined || w_.lexicons->plural_noun(head.lower) ||
                          head.noun == NounKind::institution || head.is(quantity | determiner) ||
                          (head.name == none && head.lower.ends_with("s")) ||
                          (head.name != none && head.lower.ends_with("s"));
        const bool one = !(head.is("they") || head.is("we") || head.is("i")) &&
                         !(head.name == none && head.noun == NounKind::people);
        return ((forms & base_form) != 0 && many) || ((forms & third_form) != 0 && one);
    }

    [[nodiscard]] bool conditional(Index first) const {
        auto i = first;
        while (i > unit_.first && (adverbial(i - 1) || w_[i - 1].is("that"))) --i;
        return i > unit_.first && (w_[i - 1].is("if") || w_[i - 1].is("unless") || w_[i - 1].is("whether"));
    }

    void cue_at(Index i) {
        const auto& word = w_[i];
        if (word.name != none) return;
        // "United States": within a sentence a verb has no capital.
        const bool headline = w_.document->zones[unit_.zone].kind == ZoneKind::headline;
        if (word.capital && i > unit_.first && !headline) return;
        const auto* forms = w_.lexicons->cues(word.lower);
        if (forms == nullptr) return;
        for (const auto& form : *forms) {
            const auto& cue = w_.lexicons->cue(form.cue);
            if (!rest_matches(cue, i)) continue;
            Tag tag;
            tag.cue = &cue;
            tag.forms = form.forms;
            tag.verb = i;
            tag.cue_last = tag.after = i + 1 + static_cast<Index>(cue.rest.size());
            if (read_tag(tag)) return;
        }
    }

    [[nodiscard]] bool rest_matches(const CueWord& cue, Index i) const {
        for (std::size_t k = 0; k < cue.rest.size(); ++k) {
            const auto at = i + 1 + static_cast<Index>(k);
            if (at >= unit_.last || w_[at].lower != cue.rest[k]) return false;
        }
        return true;
    }

    bool read_tag(Tag& tag) {
        tag.group = group_before(tag.verb);
        const auto before = tag.group.first - 1;
        const bool bare = tag.group.first == tag.verb;
        const bool behind_quote = bare && tag.verb > 0 && closes(tag.verb - 1) && same_zone(tag.verb - 1);
        const bool behind_comma = bare && before >= unit_.first && w_[before].comma();
        const bool strong = (tag.cue->frames & frame_tag) != 0;
        // What only people and bodies do is done by any noun.
        const auto act = tag.cue->act;
        const bool by_speakers = strong || (act != Act::state && act != Act::intend && act != Act::threaten &&
                                            act != Act::order && act != Act::decline && act != Act::promise);

        if (tag.group.first == tag.verb && (tag.forms & ing_form) != 0 && (tag.forms & past_form) == 0)
            return participial(tag);
        if (tag.group.negated) {
            if (tag.cue->lemma != "rule out") return false;
        }
        if (!asserted(tag.group, tag.forms)) return false;

        if (before >= unit_.first && !behind_quote) {
            tag.source = w_[before].is(relative) || w_[before].is("which")
                             ? relative_source(before)
                             : source_before(w_, tag.group.first, unit_.first, by_speakers);
            if (!tag.source && (w_[before].is("and") || w_[before].is("but"))) {
                tag.source = source_of_clause_before(before);
                tag.shared = tag.source.has_value();
            }
            if (tag.source && conditional(tag.source->first)) return false;
            // "those who want to work": a kind of people, not what somebody makes known
            if (tag.source && act == Act::intend && w_[tag.source->head].is(relative)) return false;
            if (tag.source && !agrees(*tag.source, tag.group, tag.forms)) tag.source.reset();
            if (tag.source && quotation_ends_before(tag.first())) return backward(tag) || forward(tag);
            if (tag.source) return forward(tag) || backward(tag);
        }
        if ((behind_quote || behind_comma) && (tag.forms & (past_form | third_form)) != 0 &&
            (tag.cue->frames & (frame_tag | frame_quote)) != 0) {
            if (behind_comma && !strong) return false;
            tag.source = source_after(w_, tag.cue_last, unit_.last, behind_quote);
            if (!tag.source || w_[tag.source->head].is(object_pronoun)) return false;
            tag.inverted = true;
            tag.after = circumstances(tag.source->last, tag);
            return backward(tag);
        }
        return false;
    }

    /// “…,” Dacre said
    [[nodiscard]] bool quotation_ends_before(Index i) const {
        if (i > 0 && w_[i - 1].comma()) --i;
        return i > 0 && closes(i - 1) && same_zone(i - 1);
    }

    [[nodiscard]] bool same_zone(Index i) const { return i >= 0 && w_.unit(i).zone == unit_.zone; }

    /// "Toll confirmed the breach and said": whose statement ends here goes on.
    [[nodiscard]] std::optional<Phrase> source_of_clause_before(Index conjunction_at) const {
        const auto end = w_[conjunction_at - 1].comma() ? conjunction_at - 1 : conjunction_at;
        for (auto one = found_.rbegin(); one != found_.rend() && one->first >= unit_.first; ++one) {
            if (one->source && (one->last == end || one->last == conjunction_at)) return one->source;
        }
        return std::nullopt;
    }

    /// "the ministry, which denies": the relative is the source, and stands for what is before it.
    [[nodiscard]] std::optional<Phrase> relative_source(Index i) const {
        if (i <= unit_.first) return std::nullopt;
        const auto& before = w_[i - 1];
        if (w_[i].is("whom") || w_[i].is("whose")) return std::nullopt;
        if (!before.comma() && before.name == none && before.noun == NounKind::none) return std::nullopt;
        return Phrase{i, i + 1, i, i + 1};
    }

    // ---- what surrounds a cue --------------------------------------------------------------------

    /// Behind times, places and occasions: "on Monday", "in a statement", "to reporters".
    Index circumstances(Index i, Tag& tag) const {
        for (int round = 0; round < 4 && i < unit_.last; ++round) {
            if (w_[i].quoted != none) return i;
            if (w_[i].is("to") && (tag.cue->frames & frame_to) != 0) return i;
            if (!tag.cue->rest.empty() && (tag.cue->frames & frame_np) != 0) return i;
            if (adverbial(i) && !w_[i].is(quantity)) {
                ++i;
                continue;
            }
            if (w_[i].is(time_word) && !w_[i].is(preposition)) {
                while (i < unit_.last && (w_[i].is(time_word) || number(i))) ++i;
                continue;
            }
            if (!w_[i].is(preposition) || w_[i].is("like") || w_[i].is("as")) return i;
            if (i + 1 < unit_.last && (w_[i + 1].is("least") || w_[i + 1].is("most") || w_[i + 1].is("all"))) return i;
            if (w_[i].is("around") || w_[i].is("about") || w_[i].is("over") || w_[i].is("under")) {
                if (i + 1 < unit_.last && (number(i + 1) || w_[i + 1].is(quantity))) return i;
            }
            auto object = time_phrase(i + 1);
            bool occasion = object > i + 1;
            bool statement = false;
            Index occasion_last = 0;
            if (!occasion) {
                const auto phrase = noun_phrase(w_, i + 1, unit_.last, false);
                if (!phrase || w_[phrase->first].is(pronoun)) return i;
                object = occasion_last = phrase->last;
                occasion = among(occasions, w_[phrase->head].lower);
                statement = w_[i].is("in") && (w_[phrase->head].is("statement"));
                // "in an interview with state television"
                if (occasion && object < unit_.last &&
                    (w_[object].is("with") || w_[object].is("to") || w_[object].is("on"))) {
                    if (const auto with = noun_phrase(w_, object + 1, unit_.last, false)) {
                        if (w_[object].is("with") && is_medium(*with)) tag.via = with;
                        object = with->last;
                    }
                }
            }
            const bool ends = at_end(object) || w_[object].comma() || w_[object].is("that") || w_[object].mark ||
                              w_[object].form == ":" || (object < unit_.last && w_[object].is(preposition));
            if (!ends && !occasion) return i;
            if (statement && i == tag.cue_last && !tag.inverted) tag.cue_last = occasion_last;
            i = object;
        }
        return i;
    }

    [[nodiscard]] Index time_phrase(Index i) const {
        auto k = i;
        while (k < unit_.last && (w_[k].is(time_word) || number(k) || (k == i && w_[k].is(determiner)))) ++k;
        return k > i && w_[k - 1].is(determiner) && !w_[k - 1].is(time_word) ? i : k;
    }

    [[nodiscard]] bool is_medium(const Phrase& phrase) const {
        const auto& head = w_[phrase.head];
        if (head.name != none &&
            w_.lexicons->medium(w_.text(w_.analysis->names[static_cast<std::size_t>(head.name)].span)))
            return true;
        if (head.name == none && head.noun == NounKind::medium && !head.is("reporters") && !head.is("journalists"))
            return true;
        if (w_[phrase.first].capital &&
            (w_[phrase.first].is("radio") || w_[phrase.first].is("channel") || w_[phrase.first].is("agence")))
            return true;
        return w_.lexicons->medium(w_.text(w_.span(phrase.first, phrase.last)));
    }

    /// "told the mayor that": whoever stands between cue and content.
    void addressee(Tag& tag) {
        const auto at = tag.after;
        if (at >= unit_.last || w_[at].quoted != none) return;
        std::optional<Phrase> phrase;
        if (w_[at].is(object_pronoun) ||
            ((w_[at].is("her") || w_[at].is("you") || w_[at].is("it")) && at + 1 < unit_.last)) {
            phrase = Phrase{at, at + 1, at, at + 1};
        } else if (!w_[at].is(pronoun | preposition) && !w_[at].is("that")) {
            phrase = noun_phrase(w_, at, unit_.last, false);
        }
        if (!phrase) return;
        if (w_[phrase->first].is("her") || w_[phrase->first].is("you") || w_[phrase->first].is("it")) {
            const auto next = phrase->last;
            if (next < unit_.last && !w_[next].is("that") && !w_[next].comma() && !w_[next].mark &&
                !w_[next].is(pronoun | determiner)) {
                phrase = noun_phrase(w_, at, unit_.last, false);
                if (!phrase) return;
            }
        }
        // What follows must be able to begin, or to have been, what was said.
        const auto next = phrase->last;
        const bool fits = at_end(next) || w_[next].comma() || w_[next].form == ":" || w_[next].mark ||
                          w_[next].is("that") || w_[next].is("to") || among(wh_words, w_[next].lower) ||
                          w_[next].is(pronoun | determiner | possessive | quantity) ||
                          w_[next].is(preposition | time_word | adverb) || w_[next].name != none || number(next) ||
                          w_[next].is("there");
        if (!fits) return;
        tag.after = phrase->last;
        if (is_medium(*phrase)) {
            tag.via = phrase;
        } else {
            tag.addressee = phrase;
        }
    }

    // ---- content in front of its end ---------------------------------------------------------------

    /// Where the clause that begins at `from` ends for whoever says it.
    [[nodiscard]] Index clause_end(Index from, const Tag& tag) const {
        for (auto i = from; i < unit_.last; ++i) {
            if (w_[i].quoted != none && opens(i)) {
                i = quotation_last(i) - 1;
                continue;
            }
            if (w_[i].form == ";" || (terminator(i) && i + 1 >= unit_.last)) return i;
            if (w_[i].form == ":" && i > from && i <= from + 2) return i;
            if (i == from) continue;
            if (i - from > longest_clause) return i;
            // A relative clause ends with the comma that closes it.
            if (w_[i].comma() && tag.source && !tag.inverted &&
                (w_[tag.source->head].is(relative) || w_[tag.source->head].is("which")))
                return i;
            if (w_[i].form == "—" || w_[i].form == "–" || w_[i].form == "―" || w_[i].form == "--") {
                // A pair of dashes encloses an aside.
                auto close = i + 1;
                while (close < unit_.last && close < i + 40 && w_[close].form != w_[i].form) ++close;
                if (close >= unit_.last || w_[close].form != w_[i].form) return i;
                i = close;
                continue;
            }
            if (w_[i].comma() && i + 1 < unit_.last) {
                const auto next = i + 1;
                if (w_[next].is("but") || w_[next].is("though") || w_[next].is("although")) return i;
                if (w_[next].is("with") && with_subject(next) != none) return i;
                if (w_[next].is("which")) {
                    // "the trial, which began on Monday, was stopped": the clause goes on behind it.
                    const auto behind = relative_end(next);
                    if (behind == none) return i;
                    i = behind;
                    continue;
                }
                if ((w_[next].is("according") && next + 1 < unit_.last && w_[next + 1].is("to"))) return i;
                if (reporting_ing(next)) return i;
                if (other_tag(next)) return i;
                if ((w_[next].is(conjunction) || w_[next].is("while")) &&
                    (own_cue(next + 1, tag) || other_tag(next + 1)))
                    return i;
                if ((w_[next].is("as") || w_[next].is("quoted") || w_[next].is("cited")) && quoted_by(next) > next)
                    return i;
            } else if ((w_[i].is("and") || w_[i].is("but")) && own_cue(i + 1, tag)) {
                return i;
            }
        }
        return unit_.last;
    }

    /// The comma behind a relative clause whose sentence goes on with its verb, or `none`.
    [[nodiscard]] Index relative_end(Index which) const {
        for (auto i = which + 1; i + 1 < unit_.last && i < which + 40; ++i) {
            if (!w_[i].comma() || w_[i].quoted != none) continue;
            const bool verb_next = w_[i + 1].is(be | modal | auxiliary | verb) || ends_in(i + 1, "ed");
            return verb_next ? i : none;
        }
        return none;
    }

    /// "with the mayor accusing": behind the subject, or `none`.
    [[nodiscard]] Index with_subject(Index with) const {
        const auto phrase = noun_phrase(w_, with + 1, std::min(unit_.last, with + 16), false);
        if (!phrase || !is_speaker(w_, *phrase, false) || !reporting_ing(phrase->last)) return none;
        return phrase->last;
    }

    [[nodiscard]] bool reporting_ing(Index i) const {
        while (i < unit_.last && adverbial(i)) ++i;
        if (i >= unit_.last || w_[i].name != none) return false;
        const auto* forms = w_.lexicons->cues(w_[i].lower);
        return forms != nullptr && std::any_of(forms->begin(), forms->end(), [&](const auto& form) {
                   const auto& cue = w_.lexicons->cue(form.cue);
                   if ((form.forms & ing_form) == 0 || !rest_matches(cue, i)) return false;
                   const auto next = i + 1 + static_cast<Index>(cue.rest.size());
                   return next < unit_.last && (w_[next].is("that") || opens(next) || w_[next].form == ":" ||
                                                !cue.rest.empty() || (cue.frames & (frame_np | frame_clause)) != 0);
               });
    }

    /// "…, and denied that": the same speaker goes on.
    [[nodiscard]] bool own_cue(Index i, const Tag& tag) const {
        while (i < unit_.last && adverbial(i)) ++i;
        if (i >= unit_.last || w_[i].name != none || w_[i].quoted != none || w_[i].noun != NounKind::none) return false;
        const auto* forms = w_.lexicons->cues(w_[i].lower);
        if (forms == nullptr || tag.group.be) return false;
        for (const auto& form : *forms) {
            const auto& cue = w_.lexicons->cue(form.cue);
            if ((form.forms & tag.forms & (past_form | third_form | base_form | participle_form)) == 0 ||
                !rest_matches(cue, i))
                continue;
            const auto next = i + 1 + static_cast<Index>(cue.rest.size());
            if (next >= unit_.last) continue;
            if (w_[next].is("that") && (cue.frames & frame_that) != 0) return true;
            if (opens(next) && (cue.frames & frame_quote) != 0) return true;
            if ((cue.frames & frame_to) != 0 && w_[next].is("to")) return true;
            if ((cue.frames & (frame_np | frame_clause)) != 0 && begins_phrase(next)) return true;
        }
        return false;
    }

    /// "…, and police counted", "…, Dacre said"
    [[nodiscard]] bool other_tag(Index i) const {
        const auto phrase = noun_phrase(w_, i, std::min(unit_.last, i + 14), false);
        if (!phrase || !is_speaker(w_, *phrase, false)) return false;
        auto k = phrase->last;
        while (k < unit_.last && (adverbial(k) || w_[k].is("has") || w_[k].is("have") || w_[k].is("had"))) ++k;
        if (k >= unit_.last || w_[k].name != none) return false;
        const auto* forms = w_.lexicons->cues(w_[k].lower);
        return forms != nullptr && std::any_of(forms->begin(), forms->end(), [&](const auto& form) {
                   const auto& cue = w_.lexicons->cue(form.cue);
                   return (form.forms & (past_form | third_form | base_form | participle_form)) != 0 &&
                          (cue.frames & frame_tag) != 0 && rest_matches(cue, k);
               });
    }

    [[nodiscard]] bool begins_phrase(Index i) const {
        if (i >= unit_.last || w_[i].punctuation) return false;
        const auto& word = w_[i];
        if (word.name != none || word.is(determiner | possessive | pronoun | quantity) || number(i)) return true;
        if (word.is(preposition | subordinator | conjunction | auxiliary | be | modal | relative | object_pronoun |
                    negation))
            return false;
        return !word.is(time_word) || word.capital;
    }

    /// A clause without "that" has its verb before a comma. "Claimed the lives" is no claim.
    [[nodiscard]] bool clause_like(const Tag& tag, Index first, Index last) const {
        if (last - first < 2) return false;
        if (tag.cue->lemma == "claim" && first + 1 < last && (w_[first + 1].is("life") || w_[first + 1].is("lives")))
            return false;
        if (ends_in(first, "ing") && w_.lexicons->cues(w_[first].lower) != nullptr) return false;
        auto comma = first;
        while (comma < last && !(w_[comma].comma() && w_[comma].quoted == none)) ++comma;
        const bool say = tag.cue->lemma == "say";
        // What follows "said" and begins like a clause is one, though its verb may be unknown here.
        if (say && last - first >= 4 && (w_[first].is(pronoun | determiner | possessive) || w_[first].name != none))
            return true;
        return finite_verb_in(first, say ? last : comma, say);
    }

    [[nodiscard]] Index trimmed_last(Index first, Index last) const {
        while (last > first && (w_[last - 1].comma() || terminator(last - 1) || w_[last - 1].form == ";" ||
                                w_[last - 1].form == ":" || w_[last - 1].form == "—" || w_[last - 1].form == "–" ||
                                w_[last - 1].form == "--" || (w_[last - 1].form == "-"))) {
            --last;
        }
        return last;
    }

    // ---- statements ------------------------------------------------------------------------------

    /// What follows the cue is said.
    bool forward(Tag tag) {
        if ((tag.cue->lemma == "quote" || tag.cue->lemma == "cite") && quoted_as_saying(tag)) return true;
        const auto frames = tag.cue->frames;
        const auto start = tag.after;
        if ((frames & frame_addr) != 0) addressee(tag);
        tag.after = circumstances(tag.after, tag);
        auto at = tag.after;
        const bool colon = at < unit_.last && w_[at].form == ":";
        if (colon) {
            if (at == tag.cue_last) tag.cue_last = at + 1;
            ++at;
        } else if (at + 1 < unit_.last && w_[at].comma() && opens(at + 1) && (frames & frame_quote) != 0) {
            ++at;
        }
        if (colon && at >= unit_.last) return quotation_in_next_zone(tag);
        if (at >= unit_.last) return false;

        if (opens(at) && (frames & (frame_quote | frame_clause)) != 0) return quoted_forward(tag, at);
        if (opens(at) && (frames & (frame_np | frame_that)) == 0) return false;
        if (colon) {
            if ((frames & (frame_clause | frame_quote)) == 0) return false;
            return content(tag, at, clause_end(at, tag));
        }
        if (w_[at].comma() || at_end(at)) return false;
        if (at + 1 < unit_.last && w_[at + 1].is("that") && (frames & frame_that) != 0 &&
            w_[at].noun == NounKind::none && w_[at].name == none && !w_[at].punctuation &&
            !w_[at].is(determiner | preposition | pronoun | be | auxiliary | verb)) {
            ++at;
        }
        if (w_[at].is("that") && (frames & (frame_that | frame_clause)) != 0) return clause(tag, at);
        // "announced when he opened the school": told of the time, not what was told
        const bool circumstance = w_[at].is("when") || w_[at].is("where") || w_[at].is("if");
        if ((frames & frame_wh) != 0 && among(wh_words, w_[at].lower) && (!circumstance || tag.cue->act == Act::ask))
            return clause(tag, at);
        if ((frames & frame_to) != 0 && w_[at].is("to")) {
            if (tag.cue->act == Act::decline) {
                if (at + 1 >= unit_.last || !among(speech_verbs, w_[at + 1].lower)) return false;
                // "declined to comment on the arrest": what is not said stands behind the verb.
                if (at == tag.cue_last && !at_end(at + 2) && !w_[at + 2].punctuation) {
                    tag.cue_last = tag.after = at + 2;
                    at += 2;
                }
            }
            return clause(tag, at);
        }
        if ((frames & frame_ing) != 0 && ends_in(at, "ing")) return clause(tag, at);
        if ((frames & frame_clause) != 0 &&
            (begins_phrase(at) || w_[at].is("there") || (w_[at].is("if") && !follows_clause(tag)) || w_[at].is("in") ||
             w_[at].is("at") || w_[at].is("more") ||
             (w_[at].is(preposition | subordinator) && !circumstance && !follows_clause(tag)))) {
            const auto end = clause_end(at, tag);
            if (tag.after == start || (frames & (frame_that | frame_np)) != 0) {
                if (clause_like(tag, at, end)) return content(tag, at, end);
            }
        }
        if (tag.after != start && (frames & frame_addr) == 0) {
            // "criticised on Monday the plan" is too rare to trust.
            if ((frames & frame_np) != 0 && begins_phrase(start)) at = start;
        }
        if ((frames & frame_np) != 0 &&
            (begins_phrase(at) || w_[at].is(object_pronoun) || opens(at) ||
             (tag.cue->act == Act::claim && w_[at].is("for")) || (w_[at].is("for") && !tag.cue->rest.empty()) ||
             (w_[at].is("in") && !tag.cue->rest.empty()))) {
            // "ordered residents to leave", not "ordered two coffees"
            if (tag.cue->act == Act::order && !to_in(at, clause_end(at, tag))) return false;
            return clause(tag, at);
        }
        if ((frames & frame_quoted) != 0 && (begins_phrase(start) || w_[start].is(object_pronoun))) {
            const auto end = clause_end(start, tag);
            for (auto i = start; i < end; ++i) {
                if (opens(i)) return content(tag, start, end);
                if (w_[i].comma()) break;
            }
        }
        return false;
    }

    /// "quoted the mayor as saying that": the mayor says it, whoever quotes him passes it on.
    bool quoted_as_saying(Tag tag) {
        const auto phrase = noun_phrase(w_, tag.cue_last, unit_.last, false);
        if (!phrase || !is_speaker(w_, *phrase, true) || phrase->last + 2 >= unit_.last) return false;
        if (!w_[phrase->last].is("as") || !w_[phrase->last + 1].is("saying")) return false;
        tag.via = tag.source;
        tag.source = phrase;
        tag.group.first = tag.verb = phrase->last + 1;
        tag.cue_last = tag.after = phrase->last + 2;
        CueWord cue;
        cue.lemma = "say";
        tag.cue = &cue;
        auto at = tag.after;
        if ((w_[at].comma() || w_[at].form == ":") && opens(at + 1)) ++at;
        return opens(at) ? quoted_forward(tag, at) : clause(tag, at);
    }

    /// Before the tag stands what may be its content: "…, Dacre said after the vote".
    [[nodiscard]] bool follows_clause(const Tag& tag) const {
        const auto first = tag.first();
        return first > unit_.first + 3 && (w_[first - 1].comma() || closes(first - 1));
    }

    [[nodiscard]] bool to_in(Index first, Index last) const {
        for (auto i = first; i < last; ++i) {
            if (w_[i].is("to")) return true;
        }
        return false;
    }

    bool clause(const Tag& tag, Index at) {
        const auto end = clause_end(at, tag);
        return content(tag, at, end);
    }

    bool content(const Tag& tag, Index first, Index last) {
        last = trimmed_last(first, last);
        if (last <= first || last - first < 1) return false;
        if (last - first == 1 &&
            (w_[first].is("that") || w_[first].is("so") || w_[first].is("it") || w_[first].is("to")))
            return false;
        // "repeated that on Friday" tells nothing.
        if (w_[first].is("that") && last - first <= 4 && !finite_verb_in(first + 1, last)) return false;
        keep(tag, {{first, last}});
        return true;
    }

    bool quoted_forward(const Tag& tag, Index at) {
        const auto last = quotation_last(at);
        // TextWords behind the quotation in the same clause make it a mixed one.
        if (last < unit_.last && !w_[last].comma() && !terminator(last) && w_[last].form != ";" &&
            w_[last].form != "—" && w_[last].form != "–" && !w_[last].mark && !w_[last].is("and")) {
            return content(tag, at, clause_end(at, tag));
        }
        keep(tag, {{at, last}});
        return true;
    }

    bool quotation_in_next_zone(const Tag& tag) {
        const auto at = unit_.last;
        if (at >= w_.size() || !opens(at) || w_.unit(at).zone != unit_.zone + 1 || (tag.cue->frames & frame_quote) == 0)
            return false;
        keep(tag, {{at, quotation_last(at)}});
        return true;
    }

    /// What stands before the tag is said, and what goes on behind it.
    bool backward(Tag tag) {
        const auto frames = tag.cue->frames;
        if (!tag.inverted) {
            if ((frames & frame_addr) != 0) addressee(tag);
            tag.after = circumstances(tag.after, tag);
        }
        if ((frames & (frame_tag | frame_quote)) == 0) return false;
        const auto first = tag.first();
        const auto at = tag.after;
        const bool resumes = at < unit_.last && (w_[at].comma() || w_[at].mark) && (opens(at + 1) || w_[at].mark);
        const bool ends = at_end(at) || w_[at].comma() || w_[at].is("as") || w_[at].is("when") || w_[at].is("after") ||
                          w_[at].is("before") || w_[at].is("while") || w_[at].is("of") || w_[at].is("about") ||
                          w_[at].is("and") || w_[at].form == "." || w_[at].form == ":" || w_[at].form == "—" ||
                          w_[at].form == "–" || w_[at].form == ")" || ends_in(at, "ing") || terminator(at);
        if (first <= 0 || (!ends && !resumes && !quotation_ends_before(first))) return false;
        auto end = first;
        // "“…,” in turn, she said" is not looked for.
        if (w_[end - 1].comma() && end >= 2 && closes(end - 2)) --end;
        std::vector<std::pair<Index, Index>> parts;
        if (closes(end - 1) && same_zone(end - 1)) {
            const auto open = quotation_first(end - 1);
            const auto unit_first = std::max(w_.unit(open).first, open - longest_clause);
            if (claimed_[static_cast<std::size_t>(w_[end - 1].quoted)] != none) return false;
            const bool whole = open <= std::max(unit_first, segment_first(unit_first, open)) || starts_sentence(open);
            if (whole) {
                parts.push_back({open, end});
            } else {
                parts.push_back({segment_first(unit_first, open), end});
            }
        } else if (end > unit_.first && w_[end - 1].comma() && (frames & frame_tag) != 0) {
            if (end - unit_.first > longest_clause) return false;
            const auto from = segment_first(unit_.first, end - 1);
            const auto to = trimmed_last(from, end);
            if (to <= from || to - from > longest_clause) return false;
            if (to - from < 2 || !plausible_clause(from, to)) {
                // "Too often, Dacre said, the debate …"
                if (at >= unit_.last || !w_[at].comma() || at + 1 >= unit_.last) return false;
                if (w_[at + 1].is(preposition) || (!begins_phrase(at + 1) && !opens(at + 1) && !goes_on(at + 1)))
                    return false;
                const auto last = trimmed_last(at + 1, clause_end(at + 1, tag));
                if (last <= at + 1 || (!finite_verb_in(at + 1, last) && !opens(at + 1))) return false;
                keep(tag, {{from, to}, {at + 1, last}});
                return true;
            }
            parts.push_back({from, to});
        } else {
            return false;
        }
        // The words go on behind the tag.
        auto next = at;
        if (next < unit_.last &&
            (w_[next].comma() || w_[next].form == "—" || w_[next].form == "–" || w_[next].form == ":"))
            ++next;
        if (next > at && opens(next) && next < unit_.last) {
            const auto last = quotation_last(next);
            parts.push_back({next, last});
        } else if (next > at && next < unit_.last && !closes(end - 1) && w_[at].comma() && goes_on(next)) {
            const auto last = trimmed_last(next, clause_end(next, tag));
            if (last > next) parts.push_back({next, last});
        }
        keep(tag, parts);
        return true;
    }

    /// Behind a colon or an end in the unit: "He shrugged: “…”"
    [[nodiscard]] bool starts_sentence(Index open) const {
        return open == 0 || w_[open - 1].form == ":" || terminator(open - 1) || !same_zone(open - 1) ||
               (w_[open - 1].comma() && open - 1 > 0 && is_reporting_verb(w_, open - 2));
    }

    /// Where the clause that ends before a tag begins, without "But" and "And".
    [[nodiscard]] Index segment_first(Index from, Index to) const {
        auto first = from;
        for (auto i = from; i < to; ++i) {
            if (w_[i].quoted == none && (w_[i].form == ";")) first = i + 1;
        }
        for (auto i = first; i < to && i < first + 8; ++i) {
            if (w_[i].form == "―" || w_[i].form == "—" || w_[i].form == "–" || w_[i].form == "--" ||
                w_[i].form == "-") {
                const bool capitals = std::all_of(w_.all.begin() + first, w_.all.begin() + i, [](const TextWord& word) {
                    return word.punctuation || word.capital || word.is(time_word) ||
                           (word.form[0] >= '0' && word.form[0] <= '9');
                });
                const bool apart = i > first && w_[i].span.begin > w_[i - 1].span.end;
                if (capitals && apart) first = i + 1;
                break;
            }
        }
        while (first < to && (w_[first].is("but") || w_[first].is("and") || w_[first].is("yet") || w_[first].comma() ||
                              w_[first].form == "—" || w_[first].form == "–" || w_[first].form == "-" ||
                              w_[first].form == "•" || w_[first].form == "*")) {
            ++first;
        }
        return first;
    }

    /// A clause before ", Dacre said" must be one, not the opening of the next ("On Monday, Dacre said he …").
    [[nodiscard]] bool plausible_clause(Index from, Index to) const {
        if (w_.document->zones[unit_.zone].kind == ZoneKind::headline) return true;
        if (w_[from].is(preposition | subordinator) && !w_[from].is("since")) {
            bool has_comma = false;
            for (auto i = from; i < to; ++i) has_comma = has_comma || (w_[i].comma() && w_[i].quoted == none);
            return has_comma || to - from > 9;
        }
        return finite_verb_in(from, to);
    }

    [[nodiscard]] bool goes_on(Index i) const {
        const auto& word = w_[i];
        if (ends_in(i, "ing") || word.is(relative) || word.is("which") || word.is("while") || word.is("according") ||
            word.is("as"))
            return false;
        if (word.is("and") || word.is("but") || word.is("or") || word.is("though") || word.is("although") ||
            word.is("whereas"))
            return false;
        if (reporting_ing(i)) return false;
        return word.is(be | modal | auxiliary | verb | preposition | subordinator) || ends_in(i, "ed") ||
               (ends_in(i, "s") && !word.capital) || word.is("to");
    }

    /// "…, adding that": whoever the clause before is about.
    bool participial(Tag& tag) {
        const auto before = tag.group.first - 1;
        for (auto with = before; with >= unit_.first && with > before - 16; --with) {
            if (!w_[with].is("with")) continue;
            const auto phrase = noun_phrase(w_, with + 1, tag.group.first, false);
            if (!phrase || phrase->last != tag.group.first || !is_speaker(w_, *phrase, false)) break;
            tag.source = phrase;
            return forward(tag);
        }
        if (before < unit_.first || !(w_[before].comma() || closes(before) || w_[before].is("and"))) return false;
        for (auto one = found_.rbegin(); one != found_.rend() && one->first >= unit_.first; ++one) {
            if (one->source && one->last <= tag.verb && tag.verb - one->last <= 30) {
                tag.source = one->source;
                break;
            }
            if (one->source && one->first < tag.verb) {
                tag.source = one->source;
                break;
            }
        }
        if (!tag.source && w_[before].comma()) {
            auto first = unit_.first;
            while (first < before && w_[first].is("but")) ++first;
            const auto phrase = noun_phrase(w_, first, before, true);
            if (!phrase || !is_speaker(w_, *phrase, false)) return false;
            const auto next = phrase->last;
            auto verb_at = next;
            while (verb_at < before && adverbial(verb_at)) ++verb_at;
            // The subject must be the only one before the participle.
            if (verb_at >= before ||
                !(w_[verb_at].is(verb | be | auxiliary) || ends_in(verb_at, "ed") || is_reporting_verb(w_, verb_at)))
                return false;
            for (auto i = verb_at; i < before; ++i) {
                if (w_[i].comma() || w_[i].is("and") || w_[i].is("that") || w_[i].is(relative)) return false;
            }
            tag.source = phrase;
        }
        if (!tag.source) return false;
        tag.shared = true;
        return forward(tag);
    }

    bool according_to(Index i) {
        if (!w_[i].is("according") || i + 2 >= unit_.last || !w_[i + 1].is("to")) return false;
        const auto source = source_after(w_, i + 2, unit_.last, false);
        if (!source || w_[source->head].is(object_pronoun)) return false;
        static CueWord const cue{"according to", {}, Act::state, Certainty::certain, 0};
        Tag tag;
        tag.cue = &cue;
        tag.verb = i;
        tag.group.first = i;
        tag.cue_last = i + 2;
        tag.source = source;
        tag.inverted = true;
        tag.after = source->last;
        // "published on Monday", "seen by the newspaper"
        while (tag.after < unit_.last && !w_[tag.after].comma() && !at_end(tag.after) && !w_[tag.after].mark &&
               tag.after < source->last + 8 && !w_[tag.after].is(conjunction)) {
            ++tag.after;
        }
        auto first = i;
        while (first > unit_.first && (w_[first - 1].is("but") || w_[first - 1].is("and") || adverbial(first - 1)))
            --first;
        if (first == unit_.first) {
            if (tag.after >= unit_.last || !w_[tag.after].comma()) return false;
            const auto from = tag.after + 1;
            return content(tag, from, clause_end(from, tag));
        }
        if (w_[i - 1].comma() && i - 2 >= unit_.first && w_[i - 2].is("that")) {
            if (tag.after >= unit_.last || !w_[tag.after].comma()) return false;
            return content(tag, tag.after + 1, clause_end(tag.after + 1, tag));
        }
        if (w_[i - 1].quoted == none && !w_[i - 1].comma() && !at_end(tag.after) && !w_[tag.after].comma())
            return false;
        // Behind somebody's statement, whoever is named here passed it on.
        for (auto one = found_.rbegin(); one != found_.rend() && one->first >= unit_.first; ++one) {
            const auto gap = i - one->last;
            if (gap >= 0 && gap <= 1 && one->source) {
                one->via.push_back(*source);
                one->last = tag.after;
                return true;
            }
        }
        auto end = i;
        if (w_[end - 1].comma()) --end;
        if (end > unit_.first && closes(end - 1)) {
            const auto open = quotation_first(end - 1);
            if (open <= unit_.first) {
                keep(tag, {{open, end}});
                return true;
            }
        }
        if (end - unit_.first > longest_clause) return false;
        const auto from = segment_first(unit_.first, end);
        if (end - from < 2) return false;
        std::vector<std::pair<Index, Index>> parts{{from, trimmed_last(from, end)}};
        if (tag.after + 1 < unit_.last && w_[tag.after].comma() && goes_on(tag.after + 1)) {
            const auto last = trimmed_last(tag.after + 1, clause_end(tag.after + 1, tag));
            if (last > tag.after + 1) parts.push_back({tag.after + 1, last});
        }
        keep(tag, parts);
        return true;
    }

    /// "as quoted by the agency", "quoted by the agency"; behind it, or `i`.
    [[nodiscard]] Index quoted_by(Index i) const {
        auto k = i;
        if (w_[k].is("as")) ++k;
        if (k + 2 >= unit_.last || !(w_[k].is("quoted") || w_[k].is("cited") || w_[k].is("reported")) ||
            !w_[k + 1].is("by"))
            return i;
        return k + 2;
    }

    /// "is believed to", "was accused of", "was quoted as saying"
    bool passive(Index i) {
        struct Row {
            std::string_view participle, next;
            Act act;
            Certainty certainty;
        };
        static constexpr std::array<Row, 19> rows{{
            {"believed", "to", Act::state, Certainty::probable},
            {"thought", "to", Act::state, Certainty::probable},
            {"said", "to", Act::state, Certainty::probable},
            {"reported", "to", Act::state, Certainty::probable},
            {"understood", "to", Act::state, Certainty::probable},
            {"rumoured", "to", Act::state, Certainty::possible},
            {"rumored", "to", Act::state, Certainty::possible},
            {"alleged", "to", Act::accuse, Certainty::certain},
            {"feared", "to", Act::state, Certainty::possible},
            {"presumed", "to", Act::state, Certainty::probable},
            {"estimated", "to", Act::state, Certainty::probable},
            {"suspected", "of", Act::accuse, Certainty::possible},
            {"suspected", "to", Act::accuse, Certainty::possible},
            {"accused", "of", Act::accuse, Certainty::certain},
            {"charged", "with", Act::accuse, Certainty::certain},
            {"blamed", "for", Act::accuse, Certainty::certain},
            {"assumed", "to", Act::state, Certainty::probable},
            {"claimed", "to", Act::state, Certainty::certain},
            {"quoted", "as", Act::state, Certainty::certain},
        }};
        if (i + 1 >= unit_.last) return false;
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& one) {
            return w_[i].is(one.participle) && w_[i + 1].is(one.next);
        });
        if (row == rows.end()) return false;
        const auto group = group_before(i);
        if (!group.be || group.modal || group.negated) return false;
        auto subject = source_before(w_, group.first, unit_.first, true);
        if (!subject) return false;
        if (conditional(subject->first)) return false;
        CueWord cue;
        cue.act = row->act;
        cue.certainty = row->certainty;
        cue.lemma = lemma_of(row->participle);
        Tag tag;
        tag.cue = &cue;
        tag.group = group;
        tag.verb = i;
        tag.cue_last = i + 1;
        if (row->next == "as") {
            if (i + 2 >= unit_.last || !w_[i + 2].is("saying")) return false;
            tag.cue_last = i + 3;
            tag.source = subject;
            auto at = i + 3;
            if (at < unit_.last && (w_[at].comma() || w_[at].form == ":") && opens(at + 1)) ++at;
            if (opens(at)) return quoted_forward(tag, at);
            return content(tag, at, clause_end(at, tag));
        }
        const auto end = trimmed_last(i + 1, clause_end(i + 1, tag));
        if (end <= i + 2) return false;
        keep(tag, {{subject->first, subject->last}, {i + 1, end}});
        return true;
    }

    [[nodiscard]] static std::string lemma_of(std::string_view participle) {
        if (participle == "thought") return "think";
        if (participle == "said") return "say";
        if (participle == "understood") return "understand";
        const bool e = participle == "believed" || participle == "accused" || participle == "charged" ||
                       participle == "blamed" || participle == "alleged" || participle == "presumed" ||
                       participle == "assumed" || participle == "estimated" || participle == "quoted";
        return std::string(participle.substr(0, participle.size() - (e ? 1 : 2)));
    }

    /// "The mayor issued a warning that the levee might fail."
    bool noun_cue(Index i) {
        static constexpr std::array<std::string_view, 18> support_verbs{
            "issued", "issues",    "made",    "makes",   "gave",      "gives",  "repeated", "repeats",   "reiterated",
            "voiced", "expressed", "offered", "renewed", "delivered", "raised", "stood",    "published", "released"};
        if (i + 2 >= unit_.last || !w_[i + 1].is("that")) return false;
        const auto* cue = w_.lexicons->cue_noun(w_[i].lower);
        if (cue == nullptr) return false;
        auto verb_at = i - 1;
        while (verb_at > unit_.first && verb_at > i - 5 && !among(support_verbs, w_[verb_at].lower)) --verb_at;
        if (verb_at <= unit_.first || !among(support_verbs, w_[verb_at].lower)) return false;
        for (auto k = verb_at + 1; k < i; ++k) {
            if (w_[k].punctuation || w_[k].is(preposition | conjunction | pronoun | verb)) return false;
        }
        Tag tag;
        tag.cue = cue;
        tag.verb = verb_at;
        tag.cue_last = tag.after = i + 1;
        tag.group = group_before(verb_at);
        if (tag.group.negated || tag.group.modal || tag.group.be) return false;
        tag.source = source_before(w_, tag.group.first, unit_.first, true);
        if (!tag.source || conditional(tag.source->first)) return false;
        return clause(tag, i + 1);
    }

    /// "The gunmen reportedly fled east."
    bool evidential(Index i) {
        if (!among(evidential_adverbs, w_[i].lower) || i <= unit_.first || i + 1 >= unit_.last) return false;
        auto group = group_before(i);
        const auto subject = source_before(w_, group.first, unit_.first, true);
        if (!subject) return false;
        if (w_[i + 1].punctuation) return false;
        CueWord cue;
        cue.lemma = std::string(w_[i].lower);
        cue.act = w_[i].is("allegedly") ? Act::accuse : Act::state;
        cue.certainty = Certainty::probable;
        Tag tag;
        tag.cue = &cue;
        tag.group.first = i;
        tag.verb = i;
        tag.cue_last = i + 1;
        const auto end = trimmed_last(i + 1, clause_end(i + 1, tag));
        if (end <= i + 1) return false;
        std::vector<std::pair<Index, Index>> parts{{subject->first, i}, {i + 1, end}};
        keep(tag, parts);
        return true;
    }

    /// "Police: Gunman acted alone"
    void headline_colon() {
        auto colon = unit_.first;
        while (colon < unit_.last && colon < unit_.first + 9 && w_[colon].form != ":") ++colon;
        if (colon >= unit_.last || w_[colon].form != ":" || colon == unit_.first || unit_.last - colon < 3) return;
        const auto phrase = noun_phrase(w_, unit_.first, colon, true);
        if (!phrase || phrase->last != colon || !is_speaker(w_, *phrase, false)) return;
        const auto& head = w_[phrase->head];
        const bool speaker = head.name == none && head.noun != NounKind::none && head.noun != NounKind::medium &&
                             !head.is("video") && !head.is("analysis") && !head.is("opinion") && !head.is("law") &&
                             !head.is("state");
        const bool quote = opens(colon + 1);
        const bool named_person =
            head.name != none && w_.analysis->names[static_cast<std::size_t>(head.name)].type == NameType::person;
        if (!speaker && !(quote && named_person)) return;
        if (among(wh_words, w_[colon + 1].lower)) return;
        CueWord cue;
        cue.lemma = ":";
        Tag tag;
        tag.cue = &cue;
        tag.group.first = tag.verb = colon;
        tag.cue_last = colon + 1;
        tag.source = phrase;
        content(tag, colon + 1, clause_end(colon + 1, tag));
    }

    // ---- quotations without a tag of their own -----------------------------------------------------

    /// A unit that is one quotation, or several: it goes on from the one before, or nobody is given for it.
    void lone_quotation(std::size_t u) {
        const auto unit = w_.units[u];
        const auto kind = w_.document->zones[unit.zone].kind;
        if (kind == ZoneKind::caption) return;
        if (!opens(unit.first)) return;
        const auto q = w_[unit.first].quoted;
        if (claimed_[static_cast<std::size_t>(q)] != none) return;
        const auto last = quotation_last(unit.first);
        auto end = unit.last;
        while (end > last && terminator(end - 1)) --end;
        if (last != end) {
            credit_behind_dash(unit, last);
            return;
        }
        if (kind == ZoneKind::headline) return;
        const auto continues = quotation(q).continues;
        if (continues && claimed_[*continues] != none) {
            append(static_cast<std::size_t>(claimed_[*continues]), unit.first, last);
            return;
        }
        if (u > 0 && w_.units[u - 1].zone == unit.zone && last_in_zone_ != none && last_zone_ == unit.zone) {
            const auto& before = found_[static_cast<std::size_t>(last_in_zone_)];
            if (before.source && before.last <= unit.first && before.first >= w_.units[u - 1].first &&
                ends_direct(before)) {
                append(static_cast<std::size_t>(last_in_zone_), unit.first, last);
                return;
            }
        }
        if (!sentence_like(unit.first, last)) return;
        Attribution one;
        one.first = unit.first;
        one.last = last;
        one.statement.content.push_back(w_.span(unit.first, last));
        remember(std::move(one));
    }

    [[nodiscard]] static bool ends_direct(const Attribution& one) {
        return one.statement.quotation != Quotation::indirect;
    }

    void append(std::size_t to, Index first, Index last) {
        auto& one = found_[to];
        one.statement.content.push_back(w_.span(first, last));
        one.last = std::max(one.last, last);
        claim(first, last, static_cast<Index>(to));
        judge_quotation(one);
        last_in_zone_ = static_cast<Index>(to);
        last_zone_ = w_.unit(first).zone;
    }

    /// Whole sentences, not the name of a thing.
    [[nodiscard]] bool sentence_like(Index first, Index last) const {
        Index count = 0;
        for (auto i = first; i < last; ++i) count += w_[i].punctuation ? 0 : 1;
        if (count < 4 || first + 1 >= last || !w_[first + 1].capital) return false;
        auto end = last;
        while (end > first && w_[end - 1].mark) --end;
        return end > first &&
               (terminator(end - 1) || (last < w_.size() && terminator(last)) || !quotation(w_[first].quoted).closed);
    }

    /// “Nobody asked us” — Lena Orvik, engineer
    void credit_behind_dash(const Unit& unit, Index last) {
        if (w_[last].form != "—" && w_[last].form != "–" && w_[last].form != "--") return;
        auto end = unit.last;
        while (end > last && terminator(end - 1)) --end;
        const auto source = noun_phrase(w_, last + 1, end, false);
        if (!source || (w_[source->head].name == none && !w_[source->head].capital)) return;
        if (source->last != end && !w_[source->last].comma()) return;
        if (end - last > 14) return;
        Tag tag;
        tag.source = Phrase{source->first, end, source->head, source->core_last};
        Attribution one;
        one.source = tag.source;
        one.first = unit.first;
        one.last = unit.last;
        one.statement.content.push_back(w_.span(unit.first, last));
        remember(std::move(one));
    }

    // ---- keeping ---------------------------------------------------------------------------------

    void keep(const Tag& tag, const std::vector<std::pair<Index, Index>>& parts) {
        Attribution one;
        one.source = tag.source;
        one.addressee = tag.addressee;
        if (tag.via) one.via.push_back(*tag.via);
        one.blamed = blamed_by(tag, parts.front().first);
        one.first = tag.first();
        one.last = std::max(tag.after, tag.cue_last);
        auto& statement = one.statement;
        auto cue_first = tag.group.first;
        while (cue_first < tag.verb && w_[cue_first].is(time_word)) ++cue_first;
        statement.cue = Cue{w_.span(cue_first, tag.cue_last), tag.cue->lemma};
        for (const auto& [first, last] : parts) {
            statement.content.push_back(w_.span(first, last));
            one.first = std::min(one.first, first);
            one.last = std::max(one.last, last);
        }
        statement.act = tag.cue->act;
        statement.certainty = tag.cue->certainty;
        if (tag.group.negated && tag.cue->lemma == "rule out") {
            statement.act = Act::suggest;
            statement.certainty = Certainty::possible;
        } else {
            weigh(statement, parts);
            disclaim(statement);
        }
        take_over_open_quotation(one, parts.front().first);
        const auto next = quoted_by_at(one.last);
        if (next) {
            one.via.push_back(*next);
            one.last = next->last;
        }
        remember(std::move(one));
        const auto index = static_cast<Index>(found_.size()) - 1;
        for (const auto& [first, last] : parts) claim(first, last, index);
        last_in_zone_ = index;
        last_zone_ = w_.unit(parts.back().first).zone;
    }

    /// "accused Hale of", "blamed Hale for", "claimed responsibility for"; "blamed the blackout on shelling" blames
    /// nobody.
    [[nodiscard]] std::optional<Phrase> blamed_by(const Tag& tag, Index at) const {
        if (tag.cue->lemma == "claim responsibility") return tag.source;
        if (tag.cue->act != Act::accuse || !tag.source || (tag.cue->lemma != "accuse" && tag.cue->lemma != "blame"))
            return std::nullopt;
        const auto phrase = noun_phrase(w_, at, unit_.last, false);
        if (!phrase || phrase->last >= unit_.last) return std::nullopt;
        if (!w_[phrase->last].is(tag.cue->lemma == "accuse" ? "of" : "for")) return std::nullopt;
        return phrase;
    }

    /// The paragraphs before, whose quotation goes on in this one, are the same speaker's.
    void take_over_open_quotation(Attribution& one, Index first) {
        if (!one.source || w_[first].quoted == none) return;
        const auto before = quotation(w_[first].quoted).continues;
        if (!before || claimed_[*before] == none) return;
        auto& other = found_[static_cast<std::size_t>(claimed_[*before])];
        if (other.source || other.statement.cue || other.statement.content.empty()) return;
        auto& content = one.statement.content;
        content.insert(content.begin(), other.statement.content.begin(), other.statement.content.end());
        one.first = std::min(one.first, other.first);
        other.statement.content.clear();
    }

    [[nodiscard]] std::optional<Phrase> quoted_by_at(Index i) const {
        if (i < unit_.last && w_[i].comma()) ++i;
        if (i >= unit_.last || i < unit_.first) return std::nullopt;
        const auto at = quoted_by(i);
        if (at == i) return std::nullopt;
        auto phrase = noun_phrase(w_, at, unit_.last, false);
        if (phrase && w_[phrase->head].is(pronoun)) return std::nullopt;
        return phrase;
    }

    void claim(Index first, Index last, Index by) {
        for (auto i = first; i < last; ++i) {
            if (w_[i].quoted != none) claimed_[static_cast<std::size_t>(w_[i].quoted)] = by;
        }
    }

    void remember(Attribution one) {
        judge_quotation(one);
        const auto index = static_cast<Index>(found_.size());
        found_.push_back(std::move(one));
        claim(found_.back().first, found_.back().last, index);
    }

    /// `quotation` and `quoted` by the statement's own form.
    void judge_quotation(Attribution& one) const {
        auto& statement = one.statement;
        statement.quoted.clear();
        bool all = true;
        for (const auto span : statement.content) {
            auto rest = span.begin;
            const auto from = std::lower_bound(w_.quotations.begin(), w_.quotations.end(), span.begin,
                                               [](const QuotedText& q, std::uint32_t at) { return q.span.end <= at; });
            for (auto q = from; q != w_.quotations.end() && q->span.begin < span.end; ++q) {
                if (q->depth > 0 || !span.contains(q->span)) continue;
                if (q->span.begin > rest) all = false;
                statement.quoted.push_back(q->inside);
                rest = q->span.end;
            }
            if (rest < span.end) all = false;
        }
        statement.quotation = statement.quoted.empty() ? Quotation::indirect
                              : all                    ? Quotation::direct
                                                       : Quotation::mixed;
    }

    /// "said it had played no part in the bombing": by its content, a denial.
    void disclaim(Statement& statement) const {
        static constexpr std::array<std::string_view, 11> disclaimers{
            "played no part",   "played no role",    "no involvement",      "nothing to do with",
            "was not involved", "were not involved", "not responsible for", "was not behind",
            "were not behind",  "had no role",       "had no part"};
        if (statement.act != Act::state) return;
        auto text = w_.text(statement.content.front());
        text = text.substr(0, std::min<std::size_t>(text.size(), 120));
        for (const auto words : disclaimers) {
            if (text.find(words) != std::string_view::npos) statement.act = Act::deny;
        }
    }

    /// The source's own hedges in the main clause of what is said.
    void weigh(Statement& statement, const std::vector<std::pair<Index, Index>>& parts) const {
        if (statement.certainty != Certainty::certain) return;
        if (statement.act != Act::state && statement.act != Act::warn && statement.act != Act::announce &&
            statement.act != Act::confirm)
            return;
        const auto [first, last] = parts.front();
        for (auto i = first; i < last && i < first + 25; ++i) {
            const auto& word = w_[i];
            if (i > first + 1 &&
                (word.comma() || word.is(relative) || word.is("which") || word.is("if") || word.is("because")))
                break;
            if (word.is("probably") || word.is("likely") || word.is("apparently") || word.is("presumably")) {
                statement.certainty = Certainty::probable;
                return;
            }
            if ((word.is("may") && !word.capital) || word.is("might") || word.is("possibly") || word.is("perhaps") ||
                word.is("maybe") ||
                (word.is("could") && i + 1 < last && !w_[i + 1].is(negation) && statement.act != Act::announce)) {
                statement.certainty = Certainty::possible;
                return;
            }
            if (word.is("unlikely")) {
                statement.certainty = Certainty::doubtful;
                return;
            }
            // Hedges of a clause within the clause are not the source's.
            if (i > first && is_reporting_verb(w_, i)) break;
        }
    }

    std::vector<Attribution> finished() {
        found_.erase(std::remove_if(found_.begin(), found_.end(),
                                    [](const Attribution& one) { return one.statement.content.empty(); }),
                     found_.end());
        std::stable_sort(found_.begin(), found_.end(), [](const Attribution& a, const Attribution& b) {
            return a.first != b.first ? a.first < b.first : a.last > b.last;
        });
        return std::move(found_);
    }

    const TextWords& w_;
    Unit unit_;
    std::vector<Attribution> found_;
    std::vector<Index> claimed_;  ///< of each quotation, the statement that it belongs to
    Index last_in_zone_ = none;   ///< the statement last read
    std::uint32_t last_zone_ = 0;
};

}  // namespace

std::vector<Attribution> find_attributions(const TextWords& words) {
    return Finder(words).run();
}

}  // namespace sayso
