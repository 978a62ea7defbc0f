#include "read/actor_lexicon.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/tables.h"
#include "base/utf8.h"
#include "read/words.h"

namespace sayso {
namespace {

constexpr std::string_view bodies_file = "lexicon/actors.tsv";
constexpr std::string_view terms_file = "lexicon/actor_nouns.tsv";

/// Names of so few bytes are letters that stand for a name, and nothing but their case tells them from words.
constexpr std::size_t short_name = 4;

std::string_view or_empty(std::string_view field) {
    return field == "-" ? std::string_view() : field;
}

std::string with_straight_marks(std::string_view text) {
    std::string out(text);
    for (std::size_t at; (at = out.find("’")) != std::string::npos;) out.replace(at, 3, "'");
    return out;
}

/// One key for "al-Qaeda", "Al Qaeda" and "AL-QAEDA".
std::string folded(std::string_view name) {
    auto out = lower(name);
    std::replace(out.begin(), out.end(), '-', ' ');
    return out;
}

/// Words as the analysis parts them: "secretary-general" is three, "workers' union" too.
std::string as_tokens(std::string_view words) {
    std::string out;
    const auto part = [&] {
        if (!out.empty() && out.back() != ' ') out += ' ';
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool possessive = words.substr(i).starts_with("'s") && (i + 2 == words.size() || words[i + 2] == ' ');
        if (possessive) {
            part();
            out += "'s";
            ++i;
        } else if (words[i] == '-' || (words[i] == '\'' && (i + 1 == words.size() || words[i + 1] == ' '))) {
            part();
            out += words[i];
            part();
        } else if (words[i] != ' ') {
            out += words[i];
        } else {
            part();
        }
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

ActorWord kind_named(std::string_view name) {
    static constexpr std::array<std::string_view, 10> names{"noun",   "name",    "office", "state", "adjective",
                                                            "former", "quality", "place",  "given", "topic"};
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) throw std::logic_error(std::string(terms_file) + ": no such kind: " + std::string(name));
    return static_cast<ActorWord>(found - names.begin());
}

}  // namespace

ActorLexicon ActorLexicon::built_in() {
    ActorLexicon lexicon;
    lexicon.load_bodies();
    lexicon.load_terms();
    return lexicon;
}

void ActorLexicon::load_bodies() {
    for (const auto& row : table_rows(built_in_file(bodies_file), 4)) {
        const KnownBody body{or_empty(row[1]), or_empty(row[0])};
        for (const auto name : parts_of(row[2], '|')) {
            exact_.emplace(name, body);
            if (name.size() > short_name) folded_.emplace(folded(name), body);
        }
        for (const auto name : parts_of(row[3], '|')) called_[std::string(name)].push_back(body);
    }
}

void ActorLexicon::load_terms() {
    for (const auto& row : table_rows(built_in_file(terms_file), 3)) {
        const auto kind = kind_named(row[0]);
        auto* terms = kind == ActorWord::name ? &name_heads_ : kind < ActorWord::adjective ? &described_ : &modifiers_;
        const auto sector = or_empty(row[1]);
        for (const auto words : parts_of(row[2], '|')) {
            if (const auto [at, added] = terms->try_emplace(as_tokens(words), ActorTerm{kind, sector, false});
                !added && at->second.sector != sector)
                throw std::logic_error(std::string(terms_file) + ": two sectors: " + std::string(words));
        }
    }
    // Plurals come last: what is written in the table goes before what rules make.
    for (auto* terms : {&described_, &name_heads_}) {
        TextMap<ActorTerm> plurals;
        for (const auto& [words, term] : *terms) {
            if (!words.ends_with('s')) plurals.emplace(plural_of(words), ActorTerm{term.kind, term.sector, true});
        }
        terms->merge(plurals);
    }
}

const KnownBody* ActorLexicon::body(std::string_view name) const {
    const auto plain = with_straight_marks(name);
    if (const auto exact = exact_.find(plain); exact != exact_.end()) return &exact->second;
    if (plain.size() <= short_name) return nullptr;
    const auto same = folded_.find(folded(plain));
    return same == folded_.end() ? nullptr : &same->second;
}

const std::vector<KnownBody>* ActorLexicon::bodies_called(std::string_view short_name) const {
    const auto found = called_.find(with_straight_marks(short_name));
    return found == called_.end() ? nullptr : &found->second;
}

const ActorTerm* ActorLexicon::name_head(std::string_view words) const {
    const auto* head = found(name_heads_, words);
    return head != nullptr ? head : found(described_, words);
}

const ActorTerm* ActorLexicon::found(const TextMap<ActorTerm>& terms, std::string_view words) {
    // Some words with a hyphen are one, "pro-government", and some are three.
    const bool hyphen = words.find('-') != std::string_view::npos;
    const auto found = hyphen ? terms.find(as_tokens(words)) : terms.find(words);
    return found == terms.end() ? nullptr : &found->second;
}

}  // namespace sayso
