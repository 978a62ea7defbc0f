#include "read/sources.h"

namespace sayso {

namespace {

/// What somebody says something in: "said in a statement", "told a news conference".
constexpr std::array<std::string_view, 30> occasions{
    "statement", "interview",  "speech",   "address",    "letter",  "tweet",    "post",      "message",
    "email",     "conference", "briefing", "report",     "hearing", "rally",    "video",     "release",
    "broadcast", "comments",   "remarks",  "meeting",    "debate",  "event",    "testimony", "memo",
    "article",   "note",       "call",     "communique", "filing",  "recording"};

Index time_phrase(const UnitView& u, Index i) {
    auto k = i;
    while (k < u.unit.last && (u[k].is(time_word) || number(u, k) || (k == i && u[k].is(determiner)))) ++k;
    return k > i && u[k - 1].is(determiner) && !u[k - 1].is(time_word) ? i : k;
}

}  // namespace

std::optional<Phrase> relative_source(const UnitView& u, Index i) {
    if (i <= u.unit.first) return std::nullopt;
    const auto& before = u[i - 1];
    if (u[i].is("whom") || u[i].is("whose")) return std::nullopt;
    if (!before.comma() && before.name == none && before.noun == NounKind::none) return std::nullopt;
    return Phrase{i, i + 1, i, i + 1};
}

Index circumstances(const UnitView& u, Index i, Tag& tag) {
    for (int round = 0; round < 4 && i < u.unit.last; ++round) {
        if (u[i].quoted != none) return i;
        if (u[i].is("to") && (tag.cue->frames & frame_to) != 0) return i;
        if (!tag.cue->rest.empty() && (tag.cue->frames & frame_np) != 0) return i;
        if (adverbial(u, i) && !u[i].is(quantity) && !u[i].is("all")) {
            ++i;
            continue;
        }
        if (u[i].is(time_word) && !u[i].is(preposition)) {
            while (i < u.unit.last && (u[i].is(time_word) || number(u, i))) ++i;
            continue;
        }
        // "alerted the crew about the dam": not told of the time or place
        if (tag.cue->act == Act::warn && (u[i].is("about") || u[i].is("of") || u[i].is("against"))) return i;
        if (!u[i].is(preposition) || u[i].is("like") || u[i].is("as")) return i;
        if (i + 1 < u.unit.last && (u[i + 1].is("least") || u[i + 1].is("most") || u[i + 1].is("all"))) return i;
        if (u[i].is("around") || u[i].is("about") || u[i].is("over") || u[i].is("under")) {
            if (i + 1 < u.unit.last && (number(u, i + 1) || u[i + 1].is(quantity))) return i;
        }
        auto object = time_phrase(u, i + 1);
        bool occasion = object > i + 1;
        bool statement = false;
        Index occasion_last = 0;
        if (!occasion) {
            const auto phrase = noun_phrase(u.words, i + 1, u.unit.last, false);
            if (!phrase || u[phrase->first].is(pronoun)) return i;
            object = occasion_last = phrase->last;
            occasion = among(occasions, u[phrase->head].lower);
            statement = u[i].is("in") && (u[phrase->head].is("statement"));
            // "in an interview with state television"
            if (occasion && object < u.unit.last &&
                (u[object].is("with") || u[object].is("to") || u[object].is("on"))) {
                if (const auto with = noun_phrase(u.words, object + 1, u.unit.last, false)) {
                    if (u[object].is("with") && is_medium(u, *with)) tag.via = with;
                    object = with->last;
                }
            }
        }
        const bool ends = at_end(u, object) || u[object].comma() || u[object].is("that") || u[object].mark ||
                          u[object].form == ":" || (object < u.unit.last && u[object].is(preposition));
        if (!ends && !occasion) return i;
        if (statement && i == tag.cue_last && !tag.inverted) tag.cue_last = occasion_last;
        i = object;
    }
    return i;
}

namespace {

/// "the Yonmin news agency", "the Lima daily El Faro": the words around the name tell that it is a medium.
bool is_called_medium(const UnitView& u, const Phrase& phrase) {
    static constexpr std::array<std::string_view, 7> after_news{"agency", "service", "site",   "website",
                                                                "outlet", "portal",  "channel"};
    const auto& last = u[phrase.core_last - 1];
    if (u[phrase.head].name != none && !last.capital && last.noun == NounKind::medium) return true;
    for (auto i = phrase.first; i + 1 < phrase.core_last; ++i) {
        if (u[i].punctuation || u[i].is(preposition)) return false;
        if ((u[i].is("news") || u[i].is("press")) && among(after_news, u[i + 1].lower))
            return i + 2 == phrase.core_last || i < phrase.head;
        const bool names_next = u[i + 1].name != none && u[i + 1].name != u[i].name;
        if (u[i].noun == NounKind::medium && u[i].name == none && names_next && !u[i].is("reporters") &&
            !u[i].is("journalists"))
            return true;
    }
    return false;
}

}  // namespace

bool is_medium(const UnitView& u, const Phrase& phrase) {
    if (is_called_medium(u, phrase)) return true;
    const auto& head = u[phrase.head];
    if (head.name != none &&
        u.words.lexicons->medium(u.words.text(u.words.analysis->names[static_cast<std::size_t>(head.name)].span)))
        return true;
    if (head.name == none && head.noun == NounKind::medium && !head.is("reporters") && !head.is("journalists"))
        return true;
    if (u[phrase.first].capital && (u[phrase.first].is("radio") || u[phrase.first].is("tv") ||
                                    u[phrase.first].is("channel") || u[phrase.first].is("agence")))
        return true;
    return u.words.lexicons->medium(u.words.text(u.words.span(phrase.first, phrase.last)));
}

bool is_all_media(const TextWords& words, const Phrase& phrase) {
    const auto& head = words[phrase.head];
    return head.name == none && (head.is("press") || head.is("media"));
}

bool passes_on(const UnitView& u, const Phrase& phrase) {
    return !is_all_media(u.words, phrase) && is_medium(u, phrase);
}

namespace {

/// "warned the ministry | of the attack", "told the company | in 2019", but "warned the government of Norland"
void leave_circumstances(const UnitView& u, Phrase& phrase, bool warns) {
    for (auto i = phrase.head + 1; i + 1 < phrase.last; ++i) {
        const bool topic = warns && u[i].is("of");
        const bool when = u[i].is("in") && (u[i + 1].is(time_word) || number(u, i + 1));
        if (!topic && !when) continue;
        if (when || u[i + 1].name == none) phrase.last = phrase.core_last = i;
        return;
    }
}

}  // namespace

void addressee(const UnitView& u, Tag& tag) {
    const auto at = tag.after;
    if (at >= u.unit.last || u[at].quoted != none) return;
    std::optional<Phrase> phrase;
    if (u[at].is(object_pronoun) || ((u[at].is("her") || u[at].is("you") || u[at].is("it")) && at + 1 < u.unit.last)) {
        phrase = Phrase{at, at + 1, at, at + 1};
    } else if (!u[at].is(pronoun | preposition) && !u[at].is("that")) {
        phrase = noun_phrase(u.words, at, u.unit.last, false);
    }
    if (!phrase) return;
    leave_circumstances(u, *phrase, tag.cue->act == Act::warn);
    if (u[phrase->first].is("her") || u[phrase->first].is("you") || u[phrase->first].is("it")) {
        const auto next = phrase->last;
        if (next < u.unit.last && !u[next].is("that") && !u[next].comma() && !u[next].mark &&
            !u[next].is(pronoun | determiner)) {
            phrase = noun_phrase(u.words, at, u.unit.last, false);
            if (!phrase) return;
        }
    }
    // What follows must be able to begin, or to have been, what was said.
    const auto next = phrase->last;
    const bool fits = at_end(u, next) || u[next].comma() || u[next].form == ":" || u[next].mark || u[next].is("that") ||
                      u[next].is("to") || among(wh_words, u[next].lower) ||
                      u[next].is(pronoun | determiner | possessive | quantity) ||
                      u[next].is(preposition | time_word | adverb) || u[next].name != none || number(u, next) ||
                      u[next].is("there");
    if (!fits) return;
    tag.after = phrase->last;
    if (passes_on(u, *phrase)) {
        tag.via = phrase;
    } else {
        tag.addressee = phrase;
    }
}

Index quoted_by(const UnitView& u, Index i) {
    auto k = i;
    if (u[k].is("as")) ++k;
    if (k + 2 >= u.unit.last || !(u[k].is("quoted") || u[k].is("cited") || u[k].is("reported")) || !u[k + 1].is("by"))
        return i;
    return k + 2;
}

std::optional<Phrase> quoted_by_at(const UnitView& u, Index i) {
    if (i < u.unit.last && u[i].comma()) ++i;
    if (i >= u.unit.last || i < u.unit.first) return std::nullopt;
    const auto at = quoted_by(u, i);
    if (at == i) return std::nullopt;
    auto phrase = noun_phrase(u.words, at, u.unit.last, false);
    if (phrase && u[phrase->head].is(pronoun)) return std::nullopt;
    return phrase;
}

}  // namespace sayso
