#include "read/lexicons.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/tables.h"
#include "base/utf8.h"

namespace sayso {
namespace {

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

/// Words as the analysis parts them: "tight-lipped" is three.
std::vector<std::string> tokens_of(const std::vector<std::string_view>& words) {
    std::vector<std::string> tokens;
    for (auto word : words) {
        for (std::size_t hyphen; (hyphen = word.find('-')) != std::string_view::npos; word.remove_prefix(hyphen + 1)) {
            tokens.emplace_back(word.substr(0, hyphen));
            tokens.emplace_back("-");
        }
        tokens.emplace_back(word);
    }
    return tokens;
}

/// The value that a table's word stands for, by its place in `names`.
template <std::size_t n>
std::size_t index_of(const std::array<std::string_view, n>& names, std::string_view name, std::string_view file) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) throw std::logic_error(std::string(file) + ": no such word: " + std::string(name));
    return static_cast<std::size_t>(found - names.begin());
}

constexpr std::array<std::string_view, 16> class_names{
    "determiner",  "possessive", "pronoun", "object-pronoun", "quantity", "preposition", "subordinator", "relative",
    "conjunction", "auxiliary",  "be",      "modal",          "negation", "adverb",      "time",         "verb"};
constexpr std::array<std::string_view, 6> noun_names{"none", "person", "people", "institution", "document", "medium"};
constexpr std::array<std::string_view, 10> frame_names{"quote", "that", "clause", "wh",     "to",
                                                       "np",    "ing",  "addr",   "quoted", "tag"};
constexpr std::array<std::string_view, 5> thing_names{"area", "vehicle", "building", "band", "weapon"};
constexpr std::array<std::string_view, 3> sex_names{"unknown", "male", "female"};
constexpr std::array<std::string_view, 11> warning_names{"place",  "aimed", "plan",   "harm",    "again", "earlier",
                                                         "notice", "open",  "closed", "publish", "hand"};
constexpr std::array<std::string_view, 4> title_names{"honorific", "honorific-male", "honorific-female", "office"};

template <class Enum>
Enum named(std::string_view name, std::string_view file) {
    const auto value = value_named<Enum>(name);
    if (!value) throw std::logic_error(std::string(file) + ": no such value: " + std::string(name));
    return *value;
}

std::uint32_t frames_of(std::string_view field, std::string_view file) {
    std::uint32_t frames = 0;
    for (const auto name : split(field)) frames |= 1U << index_of(frame_names, name, file);
    return frames;
}

bool is_vowel(char c) {
    return std::string_view("aeiou").find(c) != std::string_view::npos;
}

bool consonant_y(std::string_view word) {
    return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

}  // namespace

std::string third_person(std::string_view verb) {
    if (verb == "have") return "has";
    std::string out(verb);
    if (consonant_y(verb)) return out.replace(out.size() - 1, 1, "ies");
    const auto ends = [&](std::string_view end) { return verb.ends_with(end); };
    if (ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh") || ends("o")) return out + "es";
    return out + "s";
}

std::string past_tense(std::string_view verb, bool doubled) {
    std::string out(verb);
    if (doubled) return out + verb.back() + "ed";
    if (consonant_y(verb)) return out.replace(out.size() - 1, 1, "ied");
    return out + (verb.back() == 'e' ? "d" : "ed");
}

std::string ing_of(std::string_view verb, bool doubled) {
    std::string out(verb);
    if (doubled) return out + verb.back() + "ing";
    if (verb.size() > 2 && verb.back() == 'e' && verb[verb.size() - 2] != 'e' && verb[verb.size() - 2] != 'o') {
        out.pop_back();
    }
    return out + "ing";
}

std::string plural_of(std::string_view noun) {
    if (noun.ends_with("man") && noun.size() > 3) return std::string(noun.substr(0, noun.size() - 2)) + "en";
    if (noun.ends_with("fe")) return std::string(noun.substr(0, noun.size() - 2)) + "ves";
    return third_person(noun);
}

Lexicons Lexicons::built_in() {
    Lexicons lexicons;
    static constexpr std::string_view words_file = "lexicon/function_words.tsv";
    for (const auto& row : table_rows(built_in_file(words_file), 2)) {
        const auto bit = 1U << index_of(class_names, row[0], words_file);
        for (const auto word : split(row[1])) lexicons.classes_[std::string(word)] |= bit;
    }
    static constexpr std::string_view nouns_file = "lexicon/source_nouns.tsv";
    for (const auto& row : table_rows(built_in_file(nouns_file), 2)) {
        const auto kind = static_cast<NounKind>(index_of(noun_names, row[0], nouns_file));
        for (const auto word : split(row[1])) {
            lexicons.nouns_.emplace(word, kind);
            if (kind == NounKind::people) {
                lexicons.plurals_.emplace(word);
            } else if (!word.ends_with("s")) {
                lexicons.plurals_.insert(plural_of(word));
                lexicons.nouns_.emplace(plural_of(word), kind == NounKind::person ? NounKind::people : kind);
            }
        }
    }
    static constexpr std::string_view titles_file = "lexicon/titles.tsv";
    for (const auto& row : table_rows(built_in_file(titles_file), 2)) {
        const auto kind = static_cast<TitleKind>(index_of(title_names, row[0], titles_file));
        for (const auto word : split(row[1])) lexicons.titles_.emplace(word, kind);
    }
    for (const auto& row : table_rows(built_in_file("lexicon/media.tsv"), 2)) {
        if (row[0] == "name") lexicons.media_.emplace(row[1]);
        if (row[0] == "last") {
            for (const auto word : split(row[1])) lexicons.media_last_.emplace(word);
        }
    }
    for (const auto& row : table_rows(built_in_file("lexicon/metonyms.tsv"), 3)) {
        lexicons.metonyms_[lower(row[0])].push_back({std::string(row[1]), std::string(row[2])});
    }
    static constexpr std::string_view sexes_file = "lexicon/names_sex.tsv";
    for (const auto& row : table_rows(built_in_file(sexes_file), 2)) {
        const auto sex = static_cast<Sex>(index_of(sex_names, row[0], sexes_file));
        for (const auto name : split(row[1])) lexicons.given_names_.emplace(lower(name), sex);
    }
    static constexpr std::string_view warning_words_file = "lexicon/warning_words.tsv";
    for (const auto& row : table_rows(built_in_file(warning_words_file), 2)) {
        const auto bit = 1U << index_of(warning_names, row[0], warning_words_file);
        for (const auto word : split(row[1])) lexicons.warning_words_[std::string(word)] |= bit;
    }
    static constexpr std::string_view act_words_file = "lexicon/act_words.tsv";
    for (const auto& row : table_rows(built_in_file(act_words_file), 4)) {
        const auto act = bit_of(named<Act>(row[0], act_words_file));
        lexicons.acts_with_words_ |= act;
        for (const auto word : split(row[1])) lexicons.act_words_[std::string(word)] |= act;
        for (const auto word : split(row[2])) {
            if (word != "-") lexicons.telling_words_.emplace(word, named<Act>(row[0], act_words_file));
        }
        for (const auto word : split(row[3])) lexicons.promised_words_[std::string(word)] |= act;
    }
    static constexpr std::string_view things_file = "lexicon/event_nouns.tsv";
    for (const auto& row : table_rows(built_in_file(things_file), 2)) {
        const auto bit = 1U << index_of(thing_names, row[0], things_file);
        for (const auto noun : split(row[1])) lexicons.things_[std::string(noun)] |= bit;
    }
    static constexpr std::string_view noun_cues_file = "lexicon/cue_nouns.tsv";
    for (const auto& row : table_rows(built_in_file(noun_cues_file), 4)) {
        CueWord cue{std::string(row[0]),
                    {},
                    named<Act>(row[1], noun_cues_file),
                    named<Certainty>(row[2], noun_cues_file),
                    frames_of(row[3], noun_cues_file)};
        lexicons.cue_nouns_.emplace(plural_of(row[0]), cue);
        lexicons.cue_nouns_.emplace(row[0], cue);
    }
    static constexpr std::string_view cues_file = "lexicon/cues.tsv";
    for (const auto& row : table_rows(built_in_file(cues_file), 5)) {
        const auto parts = split(row[0]);
        const auto verb_word = parts.at(0);
        CueWord cue{std::string(row[0]), tokens_of({parts.begin() + 1, parts.end()}), named<Act>(row[2], cues_file),
                    named<Certainty>(row[3], cues_file), frames_of(row[4], cues_file)};
        const bool doubled = row[1] == "2";
        const auto irregular = doubled ? std::vector<std::string_view>{} : split(row[1]);
        const auto past = irregular.empty() ? past_tense(verb_word, doubled) : std::string(irregular[0]);
        const auto participle = irregular.size() < 2 ? past : std::string(irregular[1]);
        const auto ing = irregular.size() < 3 ? ing_of(verb_word, doubled) : std::string(irregular[2]);
        const auto index = static_cast<std::uint32_t>(lexicons.cues_.size());
        const auto add = [&](const std::string& form, VerbForm bit) {
            auto& forms = lexicons.forms_[form];
            for (auto& known : forms) {
                if (known.cue == index) {
                    known.forms |= bit;
                    return;
                }
            }
            forms.push_back({index, bit});
        };
        if (verb_word == "be") {
            for (const auto form : {"be", "am", "are", "'m", "'re"}) add(form, base_form);
            for (const auto form : {"is", "'s"}) add(form, third_form);
            for (const auto form : {"was", "were"}) add(form, past_form);
            add("been", participle_form);
        } else {
            add(std::string(verb_word), base_form);
            add(third_person(verb_word), third_form);
            add(past, past_form);
            add(participle, participle_form);
        }
        add(ing, ing_form);
        lexicons.cues_.push_back(std::move(cue));
    }
    for (auto& [form, cues] : lexicons.forms_) {
        std::stable_sort(cues.begin(), cues.end(), [&](const CueForm& a, const CueForm& b) {
            return lexicons.cues_[a.cue].rest.size() > lexicons.cues_[b.cue].rest.size();
        });
    }
    return lexicons;
}

std::uint32_t Lexicons::classes(std::string_view lower) const {
    const auto found = classes_.find(lower);
    return found == classes_.end() ? 0 : found->second;
}

NounKind Lexicons::noun(std::string_view lower) const {
    auto found = nouns_.find(lower);
    // "ex-minister", "vice-president", "co-chair": the kind of what stands behind the last hyphen.
    if (found == nouns_.end()) {
        if (const auto hyphen = lower.rfind('-'); hyphen != std::string_view::npos) {
            found = nouns_.find(lower.substr(hyphen + 1));
        }
    }
    return found == nouns_.end() ? NounKind::none : found->second;
}

std::optional<TitleKind> Lexicons::title(std::string_view lower) const {
    const auto found = titles_.find(lower);
    if (found == titles_.end()) return std::nullopt;
    return found->second;
}

bool Lexicons::medium(std::string_view name) const {
    if (media_.contains(name)) return true;
    const auto space = name.rfind(' ');
    return space != std::string_view::npos && media_last_.contains(name.substr(space + 1));
}

const std::vector<Lexicons::CueForm>* Lexicons::cues(std::string_view lower) const {
    const auto found = forms_.find(lower);
    return found == forms_.end() ? nullptr : &found->second;
}

const CueWord* Lexicons::cue_noun(std::string_view lower) const {
    const auto found = cue_nouns_.find(lower);
    return found == cue_nouns_.end() ? nullptr : &found->second;
}

bool Lexicons::is(ThingKind kind, std::string_view noun) const {
    const auto found = things_.find(noun);
    return found != things_.end() && (found->second & (1U << static_cast<std::uint32_t>(kind))) != 0;
}

bool Lexicons::is_warning_word(std::string_view word, std::uint32_t any_kind) const {
    const auto found = warning_words_.find(word);
    return found != warning_words_.end() && (found->second & any_kind) != 0;
}

Sex Lexicons::sex_of_name(std::string_view lower) const {
    const auto found = given_names_.find(lower);
    return found == given_names_.end() ? Sex::unknown : found->second;
}

bool Lexicons::tells(Act act, std::string_view word) const {
    const auto found = act_words_.find(word);
    return found != act_words_.end() && (found->second & bit_of(act)) != 0;
}

bool Lexicons::promised_tells(Act act, std::string_view word) const {
    const auto found = promised_words_.find(word);
    return found != promised_words_.end() && (found->second & bit_of(act)) != 0;
}

std::optional<Act> Lexicons::told_by(std::string_view word) const {
    const auto found = telling_words_.find(word);
    return found == telling_words_.end() ? std::nullopt : std::optional(found->second);
}

const std::vector<Metonym>* Lexicons::metonyms(std::string_view lower) const {
    const auto found = metonyms_.find(lower);
    return found == metonyms_.end() ? nullptr : &found->second;
}

}  // namespace sayso
