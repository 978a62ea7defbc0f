#include "read/event_lexicon.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <stdexcept>
#include <string>

#include "base/tables.h"
#include "read/quantities.h"
#include "read/tolls.h"

namespace sayso {
namespace {

constexpr std::string_view file = "lexicon/event_triggers.tsv";
constexpr std::string_view lookalikes_file = "lexicon/event_lookalikes.tsv";
constexpr std::string_view signs_file = "lexicon/event_signs.tsv";
constexpr std::string_view words_file = "lexicon/event_words.tsv";

[[noreturn]] void complain(std::string_view what) {
    throw std::logic_error(std::string(file) + ": " + std::string(what) + " is not understood");
}

/// "before!=heart,panic" and the like.
TriggerConditions conditions_of(std::string_view text) {
    TriggerConditions conditions;
    for (const auto part : parts_of(text, ' ')) {
        const auto equals = part.find('=');
        if (part == "again") {
            conditions.again = true;
            continue;
        }
        if (equals == std::string_view::npos) complain(part);
        const auto key = part.substr(0, equals);
        const auto list = parts_of(part.substr(equals + 1), ',');
        if (part == "after=@name") {
            conditions.name_behind = true;
        } else if (part == "before=@people") {
            conditions.people_before = true;
        } else if (part == "after=@people") {
            conditions.people_behind = true;
        } else if (key == "before") {
            conditions.before = list;
        } else if (key == "before!") {
            conditions.not_before = list;
        } else if (key == "after") {
            conditions.after = list;
        } else if (key == "after!") {
            conditions.not_after = list;
        } else if (key == "with") {
            conditions.with = list;
        } else if (key == "with!") {
            conditions.without = list;
        } else {
            complain(part);
        }
    }
    return conditions;
}

bool has(const std::vector<std::string_view>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

TriggerForm form_of(bool verb, const std::vector<std::string_view>& forms, std::size_t position) {
    const bool mass = forms.size() > 1 && forms[1] == "-";
    if (!verb) return position > 0 ? TriggerForm::plural : mass ? TriggerForm::mass : TriggerForm::noun;
    constexpr std::size_t ing = 3;
    if (position == 0) return TriggerForm::verb_base;
    if (position == 1) return TriggerForm::verb_third;
    return position == ing ? TriggerForm::verb_ing : TriggerForm::verb_past;
}

Often often_named(std::string_view name) {
    if (name == "mostly") return Often::mostly;
    if (name == "often") return Often::often;
    if (name != "sometimes") throw std::logic_error(std::string(words_file) + ": what is " + std::string(name));
    return Often::sometimes;
}

/// A phrase of several kinds stands in several lines.
void add_phrase(std::unordered_map<std::string_view, std::vector<EventWord>>& phrases, std::string_view phrase,
                Often often, EventWord::Kind kind) {
    auto words = parts_of(phrase, ' ');
    auto& entries = phrases[words.front()];
    const auto known =
        std::find_if(entries.begin(), entries.end(), [&](const EventWord& one) { return one.words == words; });
    if (known != entries.end()) return known->kinds.push_back(kind);
    entries.push_back({std::move(words), often, {kind}});
}

}  // namespace

EventLexicon::Tables::Tables() {
    for (const auto& row : table_rows(built_in_file(file), 5)) {
        Trigger trigger{row[0], std::nullopt, false, conditions_of(row[4])};
        trigger.means_any = row[1].ends_with('*');
        const auto mode = row[1].substr(0, row[1].size() - trigger.means_any);
        if (!mode.empty()) trigger.mode = mode;
        if (row[2] != "noun" && row[2] != "verb") complain(row[2]);
        const auto forms = parts_of(row[3], '|');
        for (std::size_t i = 0; i < forms.size(); ++i) {
            if (forms[i] == "-") continue;
            const auto in_words = parts_of(forms[i], ' ');
            by_first_word[in_words.front()].push_back({in_words, form_of(row[2] == "verb", forms, i), triggers.size()});
        }
        triggers.push_back(std::move(trigger));
    }
    for (auto& [word, entries] : by_first_word) {
        std::stable_sort(entries.begin(), entries.end(),
                         [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
    }
    read_words();
    read_lookalikes();
    read_signs();
}

void EventLexicon::Tables::read_lookalikes() {
    for (const auto& row : table_rows(built_in_file(lookalikes_file), 2)) {
        const auto conditions = row[1] == "-" ? TriggerConditions() : conditions_of(row[1]);
        for (const auto form : parts_of(row[0], '|')) {
            auto in_words = parts_of(form, ' ');
            const auto first = in_words.front();
            lookalikes[first].push_back({std::move(in_words), conditions});
        }
    }
}

void EventLexicon::Tables::read_signs() {
    for (const auto& row : table_rows(built_in_file(signs_file), 3)) {
        Signs sign{std::numeric_limits<std::size_t>::max(), {}};
        if (row[1] != "-") std::from_chars(row[1].data(), row[1].data() + row[1].size(), sign.reach);
        for (const auto word : parts_of(row[2], ' ')) sign.words.insert(word);
        signs.emplace(row[0], std::move(sign));
    }
}

void EventLexicon::Tables::read_words() {
    for (const auto& row : table_rows(built_in_file(words_file), 5)) {
        EventWord::Kind kind{row[0], std::nullopt};
        if (row[1] != "-") kind.mode = row[1];
        const auto often = often_named(row[3]);
        for (const auto word : parts_of(row[4], '|')) {
            if (row[2] == "phrase") {
                add_phrase(phrases, word, often, kind);
            } else {
                auto& entry = (row[2] == "verb" ? verbs : nouns)[word];
                entry.often = often;
                entry.kinds.push_back(kind);
            }
        }
    }
    for (auto& [word, entries] : phrases) {
        std::stable_sort(entries.begin(), entries.end(),
                         [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
    }
}

EventLexicon EventLexicon::built_in() {
    EventLexicon lexicon;
    lexicon.tables_ = std::make_shared<const Tables>();
    return lexicon;
}

namespace {

/// Whether one of the words stands in the sentence.
bool stands_near(const std::vector<std::string_view>& list, const WordSentence& sentence, std::size_t first,
                 std::size_t last) {
    constexpr std::size_t reach = 150;  // longer "sentences" are lists and tables
    if (list.empty()) return false;
    for (auto i = first - std::min(first, reach); i < std::min(last + reach, sentence.size()); ++i) {
        if (has(list, sentence.low(i))) return true;
    }
    return false;
}

/// "three miners", "the striking miners", "dozens of villagers"
bool people_at(const WordSentence& sentence, std::size_t i) {
    constexpr std::size_t reach = 5;
    const auto number = quantity_at(sentence, i);
    for (auto at = number ? number->last : i; at < i + reach && at < sentence.size(); ++at) {
        const auto word = sentence.low(at);
        if (is_people(word)) return true;
        if (one_of(word, ",", ".", "in", "at", "on", "by", "and", "was", "were", "from", "with", "to")) return false;
    }
    return false;
}

}  // namespace

bool has_sign(const EventLexicon::Tables& tables, std::string_view value, const WordSentence& sentence,
              std::size_t first, std::size_t last) {
    const auto known = tables.signs.find(value);
    if (known == tables.signs.end()) return true;
    const auto& [reach, words] = known->second;
    const auto end = sentence.size() - last > reach ? last + reach : sentence.size();
    for (auto i = first - std::min(first, reach); i < end; ++i) {
        if (words.contains(sentence.low(i))) return true;
    }
    return false;
}

bool conditions_exclude(const TriggerConditions& conditions, const WordSentence& sentence, std::size_t first,
                        std::size_t last) {
    const auto before = first > 0 ? sentence.low(first - 1) : std::string_view();
    return has(conditions.not_before, before) || has(conditions.not_after, sentence.low(last)) ||
           stands_near(conditions.without, sentence, first, last);
}

bool conditions_met(const TriggerConditions& conditions, const WordSentence& sentence, std::size_t first,
                    std::size_t last) {
    const auto before = first > 0 ? sentence.low(first - 1) : std::string_view();
    const auto after = sentence.low(last);
    if (!conditions.before.empty() && !has(conditions.before, before)) return false;
    if (!conditions.after.empty() && !has(conditions.after, after)) return false;
    if (conditions.name_behind && !sentence.capital(last)) return false;
    if (conditions.people_before && !is_people(before)) return false;
    if (conditions.people_behind && !people_at(sentence, last)) return false;
    if (conditions_exclude(conditions, sentence, first, last)) return false;
    return conditions.with.empty() || stands_near(conditions.with, sentence, first, last);
}

}  // namespace sayso
