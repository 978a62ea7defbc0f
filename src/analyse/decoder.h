#pragma once

#include <string>
#include <vector>

#include "analyse/arcs.h"
#include "analyse/heads.h"
#include "analyse/label_paths.h"
#include "analyse/lemmas.h"
#include "analyse/rows.h"
#include "sayso/analysis.h"

/// From the scores of the network's heads (docs/model.md) to the analysis.
namespace sayso::analyse {

/// The scores of some of a document's words, from `first` on: whole windows, one after another.
struct PartScores {
    std::uint32_t first = 0;
    Rows tags, pairs;
    /// Both count the document's words, are in order and leave none of the part out. What is a block here begins a
    /// sentence, so a block that goes on in the next part ends one.
    std::vector<WordRange> blocks, windows;
};

/// What the model knows besides the network. Does not change; many threads may use it at once.
class Decoder {
public:
    /// Throws `BadInput` that names the section if labels or numbers do not fit each other. `numbers` are not
    /// copied and must live as long as the decoder.
    /// Nor are the words of `vocabulary`, which lemmas are looked up in.
    Decoder(const HeadLabels& labels, std::string lemma_table, const HeadNumbers& numbers,
            std::span<const std::string_view> vocabulary = {}, PairWidths widths = {});

    /// Numbers in a row of `PartScores::tags` and `PartScores::pairs`.
    [[nodiscard]] std::size_t tag_width() const;
    [[nodiscard]] std::size_t pair_width() const { return widths_.all(); }

private:
    friend class DocumentDecoder;

    std::vector<std::string> upos_;
    std::size_t scripts_ = 0;
    Lemmatiser lemmatiser_;
    SpanLabels names_, attribution_, passing_, events_, fillers_;
    std::vector<std::string> acts_, certainties_, statuses_;
    EventModes modes_;
    std::vector<EventRole> roles_;
    std::vector<FillerRole> filler_roles_;  ///< of the classes of `fillers_`
    std::vector<NameType> name_types_;      ///< of the classes of `names_`
    std::vector<MentionType> mention_types_;
    enum class Part : std::uint8_t { cue, source, content, via, addressee };
    static std::vector<Part> parts_named(std::string_view section, const std::vector<std::string>& names);
    std::vector<Part> attribution_parts_, passing_parts_;  ///< of the classes of `attribution_` and `passing_`
    ArcScorer arcs_;
    RelationLabeller relations_;
    HeadNumbers numbers_;
    PairWidths widths_;
};

/// Decodes one document, part after part. Takes an analysis whose text and tokens are there, fills in all else.
class DocumentDecoder {
public:
    DocumentDecoder(const Decoder& decoder, Analysis& analysis) : decoder_(decoder), analysis_(analysis) {}

    /// Takes the next part, all but which of its mentions mention the same. Its rows are not needed any more then.
    void add(const PartScores& part);

    /// Behind the last part: tells whom the document's mentions mention, and names of the same words get one type.
    void finish();

private:
    struct Heads;
    void add_sentence(const PartScores& part, const Heads& heads, std::uint32_t sentence);
    void add_tags(const Heads& heads, const Sentence& sentence, std::uint32_t first);
    void add_tree(const Heads& heads, const Sentence& sentence, std::uint32_t first);
    void add_factuality(const Heads& heads, const Sentence& sentence, std::uint32_t first);
    [[nodiscard]] WordRange trimmed(WordRange tokens) const;
    [[nodiscard]] bool names_something(WordRange tokens) const;
    void add_names(const Heads& heads, const Sentence& sentence, std::uint32_t first);
    void add_mentions(const Heads& heads, std::uint32_t sentence, std::uint32_t first);
    void add_attributions(const PartScores& part, const Heads& heads);
    [[nodiscard]] AttributionSpans attribution_spans(const PartScores& part, WordRange window, Rows roles,
                                                     Rows passing) const;
    [[nodiscard]] float least_probability(Rows roles, const std::vector<WordRange>& spans, Decoder::Part part) const;
    void add_events(const PartScores& part, const Heads& heads);
    void add_events_of(const PartScores& part, const Heads& heads, WordRange window, WordRange block,
                       RoleRows& role_rows);
    [[nodiscard]] EventWords event_words(const PartScores& part, const Heads& heads, WordRange rows,
                                         std::uint32_t type) const;
    [[nodiscard]] std::vector<EventWords::Participant> participants(WordRange window, WordRange trigger,
                                                                    const RoleRows& rows) const;
    void add_fillers(const PartScores& part, const Heads& heads, WordRange block);
    [[nodiscard]] Span span_of(WordRange tokens) const;

    const Decoder& decoder_;
    Analysis& analysis_;
    std::vector<HeadedMention> mentions_;
    std::vector<float> these_, those_;  ///< the mentions' rows of `coref_this` and `coref_that`
};

}  // namespace sayso::analyse
