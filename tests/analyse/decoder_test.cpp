#include "analyse/decoder.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "analyse/hand_made.h"
#include "sayso/analyse.h"
#include "sayso/error.h"

using namespace sayso;
using namespace sayso::analyse;

namespace {

constexpr PairWidths narrow{5, 4, 3, 2, 4, 3};

/// A model of random numbers.
struct Model {
    explicit Model(std::uint32_t seed) : random(seed) {}

    [[nodiscard]] std::vector<float> numbers(std::size_t count) { return tests::random_numbers(random, count); }
    [[nodiscard]] HeadNumbers all() const {
        return {{arc_matrix, arc_bias, arc_root},        {relation_weight, relation_bias},
                {begin_distance, end_distance},          {coref_features, coref_weight, coref_bias},
                {link_weight, link_bias, link_distance}, {role_weight, role_bias, role_distance}};
    }

    std::mt19937 random;
    HeadLabels labels{{"NOUN", "VERB", "PRON"},
                      {"L-0+", "L-1+", "=be"},
                      {"O", "B-person", "I-person", "B-date", "I-date"},
                      {"O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"},
                      {"none", "event", "person"},
                      {"nsubj", "root", "obj"},
                      {"O", "B-via", "I-via"},
                      {"state", "deny"},
                      {"certain", "possible"},
                      {"O", "B-assault", "I-assault", "B-protest", "I-protest"},
                      {"assault", "assault.arson", "protest"},
                      {"occurred", "planned"},
                      {"actor", "place"},
                      {"O", "B-Victim", "I-Victim"}};
    std::vector<float> arc_matrix = numbers(25), arc_bias = numbers(5), arc_root = numbers(5);
    std::vector<float> relation_weight = numbers(12), relation_bias = numbers(3);
    std::vector<float> begin_distance = numbers(64), end_distance = numbers(64);
    std::vector<float> coref_features = numbers(96), coref_weight = numbers(2), coref_bias = numbers(1);
    std::vector<float> link_weight = numbers(16), link_bias = numbers(4), link_distance = numbers(48);
    std::vector<float> role_weight = numbers(6), role_bias = numbers(2), role_distance = numbers(36);
};

Decoder decoder_of(const Model& model) {
    return {model.labels, "NOUN\tw1\tone\n", model.all(), {}, narrow};
}

Analysis words_only(std::uint32_t count) {
    std::string line;
    for (std::uint32_t i = 0; i < count; ++i) line += (i % 7 == 3 ? "+w" : "w") + std::to_string(i % 10) + " ";
    return tests::analysis_of_words(line);
}

/// Whether the span begins and ends with tokens of one sentence; gives that sentence, or nothing.
std::optional<std::size_t> sentence_of(const Analysis& analysis, Span span) {
    for (std::size_t at = 0; at < analysis.sentences.size(); ++at) {
        const auto& sentence = analysis.sentences[at];
        bool begins = false, ends = false;
        for (auto i = sentence.first; i < sentence.last; ++i) {
            begins = begins || analysis.tokens[i].span.begin == span.begin;
            ends = ends || (begins && analysis.tokens[i].span.end == span.end);
        }
        if (begins && ends) return at;
    }
    return std::nullopt;
}

void check_trees(const Analysis& analysis) {
    for (const auto& sentence : analysis.sentences) {
        std::size_t roots = 0;
        for (auto i = sentence.first; i < sentence.last; ++i) {
            const auto& token = analysis.tokens[i];
            REQUIRE((token.upos && token.lemma && token.deprel));
            CHECK((token.deprel == "root") == (token.head == -1));
            if (token.head == -1) {
                ++roots;
            } else {
                const auto head = static_cast<std::uint32_t>(token.head);
                CHECK((sentence.first <= head && head < sentence.last));
            }
            CHECK((token.upos != "VERB" || token.factuality));
        }
        CHECK(roots == 1);
    }
}

void check_events(const Analysis& analysis) {
    std::uint32_t at = 0;
    for (const auto& event : analysis.event_words) {
        CHECK(event.first >= at);
        CHECK(event.first < event.last);
        CHECK(event.span == tests::span_of(analysis, event.first, event.last));
        CHECK(event.statuses.size() == 2);
        CHECK(event.statuses[0].probability >= event.statuses[1].probability);
        CHECK((event.mode.name.empty() || event.type.name == "assault"));
        for (const auto& participant : event.participants) {
            CHECK(participant.head < analysis.tokens.size());
            CHECK((participant.head < event.first || participant.head >= event.last));
            CHECK((participant.probability >= 0.25F && participant.probability <= 1));
        }
        at = event.last;
    }
    at = 0;
    for (const auto& filler : analysis.fillers) {
        CHECK(filler.first >= at);
        CHECK(filler.span == tests::span_of(analysis, filler.first, filler.last));
        at = filler.last;
    }
}

void check_all(const Analysis& analysis) {
    check_trees(analysis);
    std::uint32_t at = 0;
    for (const auto& name : analysis.names) {
        CHECK(name.span.begin >= at);
        CHECK(sentence_of(analysis, name.span));
        at = name.span.end;
    }
    std::uint32_t entities = 0;
    for (const auto& mention : analysis.mentions) {
        CHECK(sentence_of(analysis, mention.span));
        CHECK(mention.span.contains(analysis.tokens[mention.head].span));
        CHECK(mention.entity <= entities);
        entities = std::max(entities, mention.entity + 1);
    }
    std::uint32_t cue = 0;
    for (const auto& attribution : analysis.attributions) {
        CHECK(attribution.cue.begin >= cue);
        cue = attribution.cue.begin;  // those of both levels may share words
        CHECK(attribution.sources.size() + attribution.contents.size() > 0);
    }
    check_events(analysis);
    static_cast<void>(to_conllu(analysis));
}

/// Ranges that cover `[first, last)`.
std::vector<WordRange> parted(std::mt19937& random, std::uint32_t first, std::uint32_t last) {
    std::vector<WordRange> ranges;
    while (first < last) {
        const auto next = std::min<std::uint32_t>(last, first + 1 + static_cast<std::uint32_t>(random() % 30));
        ranges.push_back({first, next});
        first = next;
    }
    return ranges;
}

}  // namespace

TEST_CASE("decoder: a document of random scores becomes a whole analysis, in one part or two") {
    for (std::uint32_t turn = 0; turn < 40; ++turn) {
        Model model(turn);
        const auto decoder = decoder_of(model);
        CHECK(decoder.tag_width() == 1 + 3 + 3 + 5 + 7 + 3 + 1 + 7 + 3 + 4 + 4 + 5 + 3 + 2 + 3);
        CHECK(decoder.pair_width() == 2 * 5 + 2 * 4 + 3 * 3 + 2 * 2 + 2 * 4 + 2 * 3);
        const auto count = 1 + static_cast<std::uint32_t>(model.random() % 150), middle = count / 2;
        const auto tags = model.numbers(count * decoder.tag_width()),
                   pairs = model.numbers(count * decoder.pair_width());
        const Rows tag_rows(tags, decoder.tag_width()), pair_rows(pairs, decoder.pair_width());
        const auto blocks = parted(model.random, 0, middle), more_blocks = parted(model.random, middle, count);
        const auto windows = parted(model.random, 0, middle), more_windows = parted(model.random, middle, count);

        auto analysis = words_only(count);
        DocumentDecoder in_parts(decoder, analysis);
        in_parts.add({0, tag_rows.part(0, middle), pair_rows.part(0, middle), blocks, windows});
        in_parts.add({middle, tag_rows.part(middle, count), pair_rows.part(middle, count), more_blocks, more_windows});
        in_parts.finish();
        check_all(analysis);

        auto all_blocks = blocks, all_windows = windows;
        all_blocks.insert(all_blocks.end(), more_blocks.begin(), more_blocks.end());
        all_windows.insert(all_windows.end(), more_windows.begin(), more_windows.end());
        auto at_once = words_only(count);
        DocumentDecoder whole(decoder, at_once);
        whole.add({0, tag_rows, pair_rows, all_blocks, all_windows});
        whole.finish();
        CHECK(at_once == analysis);
    }
}

TEST_CASE("decoder: each head is read from its place in the row") {
    Model model(3);
    const auto decoder = decoder_of(model);
    auto analysis = tests::analysis_of_words("w1 Were w3");
    // inner and passing say O, and what is said is denied, possibly.
    const std::vector<float> others{1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1};
    const std::vector<float> most{// start, upos, lemma, names, attribution, mention, factuality
                                  0, 2, 1, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 1,     //
                                  0, 0, 2, 0, 0, 0, 1, 0, 0, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 1, 1.5F,  //
                                  3, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 2, 1, 0, 1};
    const std::vector<float> of_events{9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0,  // events, mode, status, fillers
                                       0, 2, 0, 0, 0, 0, 3, 9, 0, 1, 9, 0, 0,  //
                                       9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0};
    std::vector<float> tags;
    for (const std::ptrdiff_t row : {0, 1, 2}) {
        tags.insert(tags.end(), most.begin() + 23 * row, most.begin() + 23 * (row + 1));
        tags.insert(tags.end(), others.begin(), others.end());
        tags.insert(tags.end(), of_events.begin() + 13 * row, of_events.begin() + 13 * (row + 1));
    }
    const std::vector<float> pairs(3 * decoder.pair_width(), 0);
    model.link_bias = {1, 1, 1, 1};
    model.role_bias = {0, -9};
    model.role_distance.assign(36, 0);
    DocumentDecoder document(decoder, analysis);
    document.add({0, {tags, decoder.tag_width()}, {pairs, decoder.pair_width()}, {{0, 3}}, {{0, 3}}});
    document.finish();
    REQUIRE(analysis.sentences.size() == 2);
    CHECK(analysis.sentences[1].first == 2);
    CHECK(analysis.tokens[0].upos == "NOUN");
    CHECK(analysis.tokens[1].upos == "VERB");
    CHECK(analysis.tokens[2].upos == "PRON");
    CHECK(analysis.tokens[0].lemma == "one");
    CHECK(analysis.tokens[1].lemma == "be");
    CHECK(analysis.tokens[2].lemma == "w");
    CHECK(analysis.tokens[1].factuality == 1.5F);
    CHECK_FALSE(analysis.tokens[2].factuality);
    CHECK(analysis.names == std::vector<Name>{{{0, 7}, NameType::person}, {{8, 10}, NameType::date}});
    REQUIRE(analysis.mentions.size() == 1);
    CHECK(analysis.mentions[0].head == 0);
    CHECK(analysis.mentions[0].type == MentionType::person);
    REQUIRE(analysis.attributions.size() == 1);
    const auto& attribution = analysis.attributions[0];
    CHECK(attribution.cue == Span{3, 7});
    CHECK(attribution.sources == std::vector<Span>{{0, 2}});
    CHECK(attribution.contents == std::vector<Span>{{8, 10}});
    CHECK(attribution.act == "deny");
    CHECK(attribution.certainty == "possible");
    REQUIRE(analysis.event_words.size() == 1);
    const auto& event = analysis.event_words[0];
    CHECK(event.span == Span{3, 7});
    CHECK(event.type == EventWords::Likely{"assault", 0.74F});
    CHECK(event.mode == EventWords::Likely{"arson", 0.95F});  // another type's mode scores more
    CHECK(event.statuses == std::vector<EventWords::Likely>{{"planned", 0.73F}, {"occurred", 0.27F}});
    CHECK(event.participants ==
          std::vector<EventWords::Participant>{{0, EventRole::actor, 0.5F}, {2, EventRole::actor, 0.5F}});
    CHECK(analysis.fillers == std::vector<Filler>{{{0, 2}, 0, 1, FillerRole::victim, 0.89F}});
}

TEST_CASE("decoder: words without an end become sentences and trees in bounded time") {
    Model model(4);
    const auto decoder = decoder_of(model);
    Analysis analysis;
    const std::uint32_t count = 20'000;
    for (std::uint32_t i = 0; i < count; ++i) {
        auto& token = analysis.tokens.emplace_back();
        token.span = {i, i + 1};
        token.joined = i > count / 2;
    }
    analysis.text.assign(count, 'a');
    const std::vector<float> tags(count * decoder.tag_width(), 0), pairs(count * decoder.pair_width(), 0);
    DocumentDecoder document(decoder, analysis);
    document.add({0, {tags, decoder.tag_width()}, {pairs, decoder.pair_width()}, {{0, count}}, {{0, count}}});
    document.finish();
    CHECK(analysis.tokens[0].deprel);
    CHECK_FALSE(analysis.tokens[count - 1].deprel);
    CHECK(analysis.tokens[count - 1].head == -1);
}

TEST_CASE("decoder: an empty document") {
    const Model model(5);
    const auto decoder = decoder_of(model);
    Analysis analysis;
    DocumentDecoder document(decoder, analysis);
    document.add({});
    document.finish();
    CHECK(analysis == Analysis{});
}

TEST_CASE("decoder: what does not fit is refused with its section") {
    const auto refuses = [](const char* what, const auto& change) {
        Model model(6);
        change(model);
        CHECK_THROWS_WITH_AS(decoder_of(model), doctest::Contains(what), BadInput);
    };
    refuses("arc.matrix has 24 numbers where 25", [](Model& model) { model.arc_matrix.pop_back(); });
    refuses("link.distance", [](Model& model) { model.link_distance.clear(); });
    refuses("coref.features", [](Model& model) { model.coref_features.push_back(0); });
    refuses("labels.upos", [](Model& model) { model.labels.upos.clear(); });
    refuses("\"wizard\"", [](Model& model) { model.labels.mentions[1] = "wizard"; });
    refuses("\"wizard\"", [](Model& model) { model.labels.names = {"O", "B-wizard", "I-wizard"}; });
    refuses("\"wizard\"", [](Model& model) { model.labels.attribution = {"O", "B-wizard", "I-wizard"}; });
    refuses("M-0+", [](Model& model) { model.labels.lemma[0] = "M-0+"; });
}
