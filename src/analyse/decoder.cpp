#include "analyse/decoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "analyse/factuality.h"
#include "analyse/name_types.h"
#include "analyse/probabilities.h"
#include "analyse/sentence_starts.h"
#include "analyse/tree.h"
#include "sayso/error.h"

namespace sayso::analyse {
namespace {

/// Only a chain of joined words makes a longer sentence; it gets no tree.
constexpr std::uint32_t longest_tree = 2 * longest_sentence;

// ---- Does everything fit? -------------------------------------------------------------------------

void check_size(std::string_view section, std::span<const float> numbers, std::size_t expected) {
    if (numbers.size() == expected) return;
    throw BadInput(fmt::format("{} has {} numbers where {} are expected", section, numbers.size(), expected));
}

void check_labels(std::string_view section, const std::vector<std::string>& labels, std::size_t least) {
    if (labels.size() < least) throw BadInput(fmt::format("{} has only {} labels", section, labels.size()));
}

void check_all(const HeadLabels& labels, const HeadNumbers& numbers, const PairWidths& widths) {
    check_labels("labels.upos", labels.upos, 1);
    check_labels("labels.lemma", labels.lemma, 1);
    check_labels("labels.mentions", labels.mentions, 2);
    check_labels("labels.relations", labels.relations, 2);
    check_labels("labels.acts", labels.acts, 1);
    check_labels("labels.certainties", labels.certainties, 1);
    check_labels("labels.statuses", labels.statuses, 1);
    check_size("arc.matrix", numbers.arc.matrix, widths.arc * widths.arc);
    check_size("arc.bias", numbers.arc.bias, widths.arc);
    check_size("arc.root", numbers.arc.root, widths.arc);
    check_size("relation.weight", numbers.relation.weight, labels.relations.size() * widths.relation);
    check_size("relation.bias", numbers.relation.bias, labels.relations.size());
    check_size("span.begin_distance", numbers.span.begin, 64);
    check_size("span.end_distance", numbers.span.end, 64);
    check_size("coref.features", numbers.coref.features, 48 * widths.coref);
    check_size("coref.weight", numbers.coref.weight, widths.coref);
    check_size("coref.bias", numbers.coref.bias, 1);
    check_size("link.weight", numbers.link.weight, link_kinds * widths.link);
    check_size("link.bias", numbers.link.bias, link_kinds);
    check_size("link.distance", numbers.link.distance, 12 * widths.link);
    check_size("role.weight", numbers.role.weight, labels.roles.size() * widths.role);
    check_size("role.bias", numbers.role.bias, labels.roles.size());
    check_size("role.distance", numbers.role.distance, 12 * widths.role);
}

template <class Enum>
std::vector<Enum> types_named(std::string_view section, std::span<const std::string> names) {
    std::vector<Enum> types;
    for (const auto& name : names) {
        const auto type = value_named<Enum>(name);
        if (!type) throw BadInput(fmt::format("{} has the unknown label \"{}\"", section, name));
        types.push_back(*type);
    }
    return types;
}

HeadLabels checked(const HeadLabels& labels, const HeadNumbers& numbers, const PairWidths& widths) {
    check_all(labels, numbers, widths);
    return labels;
}

/// Adds the mean of the words' rows, of which the columns from `first` on are taken.
void add_mean(std::vector<float>& scores, Rows rows, std::size_t first, const std::vector<WordRange>& spans) {
    float count = 0;
    for (const auto words : spans) count += static_cast<float>(words.last - words.first);
    for (const auto words : spans) {
        for (auto word = words.first; word < words.last; ++word) {
            for (std::size_t k = 0; k < scores.size(); ++k) scores[k] += rows[word][first + k] / count;
        }
    }
}

/// Scores of what is told: half of the columns are for the words of the cue, half for those of its contents.
std::vector<float> told_scores(Rows rows, const LinkedCue& linked) {
    std::vector<float> scores(rows.width() / 2, 0);
    add_mean(scores, rows, 0, {linked.cue});
    add_mean(scores, rows, scores.size(), linked.of_kind[content_kind]);
    return scores;
}

/// Words are told of that are most likely no event's, or no filler: from a probability of about a twentieth on. What
/// reads them decides.
constexpr float lean = 2.9F;

/// Scores of an event: the mean over the words that tell of it.
std::vector<float> mean_scores(Rows rows, WordRange words) {
    std::vector<float> scores(rows.width(), 0);
    add_mean(scores, rows, 0, {words});
    return scores;
}

/// What of the part's blocks lies in the window, as rows of the part.
std::vector<WordRange> blocks_in(const PartScores& part, WordRange window) {
    const auto behind = [](std::uint32_t word, WordRange block) { return word < block.last; };
    std::vector<WordRange> blocks;
    auto block = std::upper_bound(part.blocks.begin(), part.blocks.end(), window.first, behind);
    for (; block != part.blocks.end() && block->first < window.last; ++block) {
        blocks.push_back(
            {std::max(block->first, window.first) - part.first, std::min(block->last, window.last) - part.first});
    }
    return blocks;
}

void append(std::vector<float>& to, std::span<const float> row) {
    to.insert(to.end(), row.begin(), row.end());
}

}  // namespace

// ---- The model's side -----------------------------------------------------------------------------

Decoder::Decoder(const HeadLabels& labels, std::string lemma_table, const HeadNumbers& numbers,
                 std::span<const std::string_view> vocabulary, PairWidths widths)
    : upos_(checked(labels, numbers, widths).upos),
      scripts_(labels.lemma.size()),
      lemmatiser_(labels.lemma, std::move(lemma_table), vocabulary),
      names_(labels.names),
      attribution_(labels.attribution),
      passing_(labels.passing),
      events_(labels.events),
      fillers_(labels.fillers),
      acts_(labels.acts),
      certainties_(labels.certainties),
      statuses_(labels.statuses),
      modes_(events_.classes(), labels.modes),
      roles_(types_named<EventRole>("labels.roles", labels.roles)),
      filler_roles_(types_named<FillerRole>("labels.fillers", fillers_.classes())),
      name_types_(types_named<NameType>("labels.names", names_.classes())),
      mention_types_(types_named<MentionType>("labels.mentions", std::span(labels.mentions).subspan(1))),
      arcs_(numbers.arc),
      relations_(numbers.relation, labels.relations),
      numbers_(numbers),
      widths_(widths) {
    attribution_parts_ = parts_named("labels.attribution", attribution_.classes());
    passing_parts_ = parts_named("labels.passing", passing_.classes());
}

std::vector<Decoder::Part> Decoder::parts_named(std::string_view section, const std::vector<std::string>& names) {
    constexpr std::string_view known[] = {"cue", "source", "content", "via", "addressee"};
    std::vector<Part> parts;
    for (const auto& name : names) {
        const auto found = std::find(std::begin(known), std::end(known), name);
        if (found == std::end(known)) throw BadInput(fmt::format("{} has the unknown label \"{}\"", section, name));
        parts.push_back(static_cast<Part>(found - std::begin(known)));
    }
    return parts;
}

std::size_t Decoder::tag_width() const {
    return 1 + upos_.size() + scripts_ + names_.size() + 2 * attribution_.size() + mention_types_.size() + 1 + 1 +
           passing_.size() + 2 * acts_.size() + 2 * certainties_.size() + events_.size() + modes_.size() +
           statuses_.size() + fillers_.size();
}

// ---- The document's side --------------------------------------------------------------------------

/// The parts of a part's rows.
struct DocumentDecoder::Heads {
    Heads(const Decoder& decoder, const PartScores& part) {
        std::size_t at = 0;
        const auto& widths = decoder.widths_;
        const auto take = [&](Rows rows, std::size_t width) {
            return rows.columns(std::exchange(at, at + width), width);
        };
        start = take(part.tags, 1);
        upos = take(part.tags, decoder.upos_.size());
        lemma = take(part.tags, decoder.scripts_);
        names = take(part.tags, decoder.names_.size());
        attribution = take(part.tags, decoder.attribution_.size());
        mention = take(part.tags, decoder.mention_types_.size() + 1);
        factuality = take(part.tags, 1);
        inner = take(part.tags, decoder.attribution_.size());
        passing = take(part.tags, decoder.passing_.size());
        act = take(part.tags, 2 * decoder.acts_.size());
        certainty = take(part.tags, 2 * decoder.certainties_.size());
        events = take(part.tags, decoder.events_.size());
        mode = take(part.tags, decoder.modes_.size());
        status = take(part.tags, decoder.statuses_.size());
        fillers = take(part.tags, decoder.fillers_.size());
        at = 0;
        arc_dependent = take(part.pairs, widths.arc);
        arc_head = take(part.pairs, widths.arc);
        relation_dependent = take(part.pairs, widths.relation);
        relation_head = take(part.pairs, widths.relation);
        span_anchor = take(part.pairs, widths.span);
        span_begin = take(part.pairs, widths.span);
        span_end = take(part.pairs, widths.span);
        coref_this = take(part.pairs, widths.coref);
        coref_that = take(part.pairs, widths.coref);
        link_cue = take(part.pairs, widths.link);
        link_span = take(part.pairs, widths.link);
        role_event = take(part.pairs, widths.role);
        role_word = take(part.pairs, widths.role);
    }

    Rows start, upos, lemma, names, attribution, mention, factuality, inner, passing, act, certainty;
    Rows events, mode, status, fillers;
    Rows arc_dependent, arc_head, relation_dependent, relation_head, span_anchor, span_begin, span_end;
    Rows coref_this, coref_that, link_cue, link_span, role_event, role_word;
};

Span DocumentDecoder::span_of(WordRange tokens) const {
    return {analysis_.tokens[tokens.first].span.begin, analysis_.tokens[tokens.last - 1].span.end};
}

void DocumentDecoder::add(const PartScores& part) {
    const Heads heads(decoder_, part);
    for (const auto block : part.blocks) {
        std::vector<float> starts;
        for (auto at = block.first; at < block.last; ++at) starts.push_back(heads.start[at - part.first][0]);
        auto sentence = static_cast<std::uint32_t>(analysis_.sentences.size());
        find_sentences(analysis_.tokens, block, starts, analysis_.sentences);
        for (; sentence < analysis_.sentences.size(); ++sentence) add_sentence(part, heads, sentence);
    }
    add_attributions(part, heads);
    add_events(part, heads);
}

void DocumentDecoder::add_sentence(const PartScores& part, const Heads& heads, std::uint32_t at) {
    const auto& sentence = analysis_.sentences[at];
    const auto first = sentence.first - part.first;
    add_tags(heads, sentence, first);
    add_tree(heads, sentence, first);
    add_factuality(heads, sentence, first);
    add_names(heads, sentence, first);
    add_mentions(heads, at, first);
}

void DocumentDecoder::add_tags(const Heads& heads, const Sentence& sentence, std::uint32_t first) {
    for (auto at = sentence.first; at < sentence.last; ++at) {
        auto& token = analysis_.tokens[at];
        const auto row = first + at - sentence.first;
        token.upos = decoder_.upos_[best_of(heads.upos[row])];
        token.lemma = decoder_.lemmatiser_.lemma(analysis_.form(token), *token.upos, heads.lemma[row]);
    }
}

void DocumentDecoder::add_tree(const Heads& heads, const Sentence& sentence, std::uint32_t first) {
    const auto size = sentence.last - sentence.first;
    if (size > longest_tree) return;
    const auto of_sentence = [&](Rows rows) { return rows.part(first, first + size); };
    const auto scores = decoder_.arcs_.scores(of_sentence(heads.arc_dependent), of_sentence(heads.arc_head));
    const auto tree = best_tree(scores.rows());
    auto relations =
        decoder_.relations_.relations(tree, of_sentence(heads.relation_dependent), of_sentence(heads.relation_head));
    for (std::uint32_t word = 0; word < size; ++word) {
        auto& token = analysis_.tokens[sentence.first + word];
        token.head = tree[word] < 0 ? -1 : tree[word] + static_cast<std::int32_t>(sentence.first);
        token.deprel = std::move(relations[word]);
    }
}

void DocumentDecoder::add_factuality(const Heads& heads, const Sentence& sentence, std::uint32_t first) {
    const auto predicates = find_predicates(analysis_.tokens, sentence);
    for (std::uint32_t word = 0; word < predicates.size(); ++word) {
        if (!predicates[word]) continue;
        analysis_.tokens[sentence.first + word].factuality = told_factuality(heads.factuality[first + word][0]);
    }
}

/// Without what parts or joins at its end: it leads on to something that is no part of the name.
WordRange DocumentDecoder::trimmed(WordRange tokens) const {
    const auto leads_on = [&](const Token& token) {
        const auto form = analysis_.form(token);
        return form == "," || form == ";" || form == ":" || form == "-" || form == "–" || token.upos == "CCONJ" ||
               token.upos == "ADP";
    };
    while (tokens.last > tokens.first && leads_on(analysis_.tokens[tokens.last - 1])) --tokens.last;
    return tokens;
}

/// Articles, prepositions and marks alone are no name.
bool DocumentDecoder::names_something(WordRange tokens) const {
    for (auto at = tokens.first; at < tokens.last; ++at) {
        const auto& upos = *analysis_.tokens[at].upos;
        if (upos != "DET" && upos != "ADP" && upos != "PUNCT" && upos != "CCONJ") return true;
    }
    return false;
}

void DocumentDecoder::add_names(const Heads& heads, const Sentence& sentence, std::uint32_t first) {
    const auto size = sentence.last - sentence.first;
    for (const auto& [words, label_class] : decoder_.names_.find_spans(heads.names.part(first, first + size))) {
        const auto tokens = trimmed({sentence.first + words.first, sentence.first + words.last});
        if (!names_something(tokens)) continue;
        analysis_.names.push_back({span_of(tokens), decoder_.name_types_[label_class]});
    }
}

void DocumentDecoder::add_mentions(const Heads& heads, std::uint32_t at, std::uint32_t first) {
    const auto& sentence = analysis_.sentences[at];
    const auto size = sentence.last - sentence.first;
    const auto of_sentence = [&](Rows rows) { return rows.part(first, first + size); };
    const MentionRows rows{of_sentence(heads.mention), of_sentence(heads.span_anchor), of_sentence(heads.span_begin),
                           of_sentence(heads.span_end)};
    auto mention = mentions_.size();
    find_mentions({sentence.first, sentence.last}, at, rows, decoder_.mention_types_, decoder_.numbers_.span,
                  mentions_);
    for (; mention < mentions_.size(); ++mention) {
        const auto row = first + mentions_[mention].head - sentence.first;
        append(these_, heads.coref_this[row]);
        append(those_, heads.coref_that[row]);
    }
}

AttributionSpans DocumentDecoder::attribution_spans(const PartScores& part, WordRange window, Rows roles,
                                                    Rows passing) const {
    AttributionSpans spans;
    std::vector<WordRange>* const lists[] = {&spans.cues, &spans.of_kind[0], &spans.of_kind[1], &spans.of_kind[2],
                                             &spans.of_kind[3]};
    for (const auto [first, last] : blocks_in(part, window)) {
        const auto find = [&, begin = first, end = last](const SpanLabels& labels,
                                                         const std::vector<Decoder::Part>& parts, Rows rows) {
            for (const auto& [words, label_class] : labels.find_spans(rows.part(begin, end))) {
                const auto which = static_cast<std::size_t>(parts[label_class]);
                lists[which]->push_back({begin + words.first, begin + words.last});
            }
        };
        find(decoder_.attribution_, decoder_.attribution_parts_, roles);
        find(decoder_.passing_, decoder_.passing_parts_, passing);
    }
    return spans;
}

void DocumentDecoder::add_attributions(const PartScores& part, const Heads& heads) {
    const auto told = [&](const std::vector<WordRange>& all) {
        std::vector<Span> spans;
        for (const auto words : all) spans.push_back(span_of({part.first + words.first, part.first + words.last}));
        return spans;
    };
    for (const auto window : part.windows) {
        const auto first = analysis_.attributions.size();
        for (const bool inner : {false, true}) {
            const auto roles = inner ? heads.inner : heads.attribution;
            const auto spans = attribution_spans(part, window, roles, heads.passing);
            for (const auto& linked : link_cues(spans, heads.link_cue, heads.link_span, decoder_.numbers_.link)) {
                const auto acts = probabilities(told_scores(heads.act, linked));
                const auto act = best_of(acts);
                analysis_.attributions.push_back(
                    {told({linked.cue}).front(), told(linked.of_kind[0]), told(linked.of_kind[1]),
                     told(linked.of_kind[2]), told(linked.of_kind[3]), inner, decoder_.acts_[act],
                     decoder_.certainties_[best_of(told_scores(heads.certainty, linked))], in_hundredths(acts[act]),
                     least_probability(roles, {linked.cue}, Decoder::Part::cue),
                     least_probability(roles, linked.of_kind[0], Decoder::Part::source),
                     least_probability(roles, linked.of_kind[content_kind], Decoder::Part::content)});
            }
        }
        std::stable_sort(analysis_.attributions.begin() + static_cast<std::ptrdiff_t>(first),
                         analysis_.attributions.end(),
                         [](const auto& a, const auto& b) { return a.cue.begin < b.cue.begin; });
    }
}

float DocumentDecoder::least_probability(Rows roles, const std::vector<WordRange>& spans, Decoder::Part part) const {
    const auto& parts = decoder_.attribution_parts_;
    const auto label = static_cast<std::uint32_t>(std::find(parts.begin(), parts.end(), part) - parts.begin());
    float least = spans.empty() || label == parts.size() ? 0.0F : 1.0F;
    for (const auto words : spans) {
        for (auto word = words.first; word < words.last; ++word) {
            least = std::min(least, decoder_.attribution_.probability(roles[word], label));
        }
    }
    return least;
}

void DocumentDecoder::add_events(const PartScores& part, const Heads& heads) {
    for (const auto window : part.windows) {
        const auto first = window.first - part.first, last = window.last - part.first;
        RoleRows role_rows{heads.role_event.part(first, last), heads.role_word.part(first, last), {}};
        for (const auto block : blocks_in(part, window)) {
            add_events_of(part, heads, window, block, role_rows);
            add_fillers(part, heads, block);
        }
    }
}

/// Which words can take part is looked up with the window's first event: most windows have none.
void DocumentDecoder::add_events_of(const PartScores& part, const Heads& heads, WordRange window, WordRange block,
                                    RoleRows& role_rows) {
    for (const auto& [words, type] : decoder_.events_.find_spans(heads.events.part(block.first, block.last), lean)) {
        for (auto at = window.first + role_rows.candidates.size(); at < window.last; ++at) {
            role_rows.candidates.push_back(takes_part(*analysis_.tokens[at].upos));
        }
        auto event = event_words(part, heads, {block.first + words.first, block.first + words.last}, type);
        event.participants = participants(window, {event.first - window.first, event.last - window.first}, role_rows);
        analysis_.event_words.push_back(std::move(event));
    }
}

EventWords DocumentDecoder::event_words(const PartScores& part, const Heads& heads, WordRange rows,
                                        std::uint32_t type) const {
    const WordRange tokens{part.first + rows.first, part.first + rows.last};
    EventWords event{span_of(tokens), tokens.first, tokens.last, {}, {}, {}, {}};
    const auto likely = [&](const SpanLabels& labels, Rows scores) {
        return labels.probability(scores[rows.first], type);
    };
    event.type = {decoder_.events_.classes()[type], likely(decoder_.events_, heads.events)};
    event.mode = decoder_.modes_.likeliest(type, mean_scores(heads.mode, rows));
    const auto shares = probabilities(mean_scores(heads.status, rows));
    for (std::size_t i = 0; i < shares.size(); ++i) {
        event.statuses.push_back({decoder_.statuses_[i], in_hundredths(shares[i])});
    }
    std::stable_sort(event.statuses.begin(), event.statuses.end(),
                     [](const auto& a, const auto& b) { return a.probability > b.probability; });
    return event;
}

std::vector<EventWords::Participant> DocumentDecoder::participants(WordRange window, WordRange trigger,
                                                                   const RoleRows& rows) const {
    std::vector<EventWords::Participant> found;
    for (const auto& [word, role, score] : find_roles(trigger, rows, decoder_.numbers_.role)) {
        found.push_back({window.first + word, decoder_.roles_[role], in_hundredths(probability(score))});
    }
    return found;
}

namespace {

/// "embassies of", "the building that houses": without what only leads on to other words, or comes from them.
WordRange filler_core(const Analysis& analysis, WordRange words) {
    const auto upos = [&](std::uint32_t word) -> std::string_view { return *analysis.tokens[word].upos; };
    while (words.size() > 0 && !takes_part(upos(words.first))) ++words.first;
    while (words.size() > 0 && !takes_part(upos(words.last - 1))) --words.last;
    while (words.size() > 1 && (upos(words.last - 1) == "VERB" || upos(words.last - 1) == "PRON")) --words.last;
    while (words.size() > 1 && !takes_part(upos(words.last - 1))) --words.last;
    return words;
}

}  // namespace

void DocumentDecoder::add_fillers(const PartScores& part, const Heads& heads, WordRange block) {
    for (const auto& [words, role] : decoder_.fillers_.find_spans(heads.fillers.part(block.first, block.last), lean)) {
        const auto row = block.first + words.first;
        const auto tokens = filler_core(analysis_, {part.first + row, part.first + block.first + words.last});
        if (tokens.size() == 0) continue;
        analysis_.fillers.push_back({span_of(tokens), tokens.first, tokens.last, decoder_.filler_roles_[role],
                                     decoder_.fillers_.probability(heads.fillers[row], role)});
    }
}

void DocumentDecoder::finish() {
    agree_on_types(analysis_);
    const auto traits = coreference_traits(analysis_, mentions_);
    const auto width = decoder_.widths_.coref;
    const auto entities =
        find_entities(mentions_, traits, Rows(these_, width), Rows(those_, width), decoder_.numbers_.coref);
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
        const auto& mention = mentions_[i];
        analysis_.mentions.push_back({span_of(mention.words), mention.head, mention.type, entities[i]});
    }
}

}  // namespace sayso::analyse
