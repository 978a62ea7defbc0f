#include "sayso/analyse.h"

namespace sayso {
namespace {

/// Begins of the tokens' groups are those that are not `joined`; this is where the group of `at` ends.
std::uint32_t group_end(const Analysis& analysis, std::uint32_t at, std::uint32_t last) {
    do ++at;
    while (at < last && analysis.tokens[at].joined);
    return at;
}

/// On one line, with single spaces: white space and control characters would break the format's lines.
void append_line(std::string& out, std::string_view text) {
    bool space = false;
    for (const char byte : text) {
        if (static_cast<unsigned char>(byte) <= ' ') {
            space = true;
            continue;
        }
        if (space) out += ' ';
        space = false;
        out += byte;
    }
}

void append_form(std::string& out, const Analysis& analysis, Span span) {
    const auto before = out.size();
    append_line(out, words(analysis.text, span));
    if (out.size() == before) out += '_';
}

/// The mentions by the words that they begin at and those that they end at, as CorefUD and GUM write them.
class Brackets {
public:
    explicit Brackets(const Analysis& analysis) : opened_(analysis.tokens.size()), closed_(analysis.tokens.size()) {
        const auto& tokens = analysis.tokens;
        for (const auto& mention : analysis.mentions) {
            auto first = mention.head, last = mention.head;
            while (first > 0 && tokens[first - 1].span.begin >= mention.span.begin) --first;
            while (last + 1 < tokens.size() && tokens[last + 1].span.end <= mention.span.end) ++last;
            const auto name = "e" + std::to_string(mention.entity + 1);
            opened_[first] +=
                "(" + name + "-" + std::string(name_of(mention.type)) + "-" + std::to_string(mention.head - first + 1);
            if (first == last) {
                opened_[first] += ")";
            } else {
                closed_[last].insert(0, name + ")");
            }
        }
    }

    /// The word's attribute, or nothing.
    [[nodiscard]] std::string at(std::uint32_t token) const {
        const auto brackets = opened_[token] + closed_[token];
        return brackets.empty() ? brackets : "Entity=" + brackets;
    }

private:
    std::vector<std::string> opened_, closed_;
};

std::string joined_attributes(const std::string& entity, std::string_view others) {
    if (entity.empty()) return std::string(others);
    return others == "_" ? entity : entity + "|" + std::string(others);
}

void append_word(std::string& out, const Analysis& analysis, const Sentence& sentence, std::uint32_t at,
                 std::string_view misc) {
    const auto& token = analysis.tokens[at];
    out += std::to_string(at - sentence.first + 1) + '\t';
    append_form(out, analysis, token.span);
    out += '\t' + token.lemma.value_or("_") + '\t' + token.upos.value_or("_") + "\t_\t_\t";
    const bool placed = token.deprel.has_value();
    const auto head = token.head < 0 ? 0 : static_cast<std::uint32_t>(token.head) - sentence.first + 1;
    out += placed ? std::to_string(head) : "_";
    out += '\t' + token.deprel.value_or("_") + "\t_\t";
    out.append(misc) += '\n';
}

void append_sentence(std::string& out, const Analysis& analysis, const Sentence& sentence, const Brackets& brackets) {
    out += "# text = ";
    append_line(out, words(analysis.text, sentence.span));
    out += '\n';
    for (auto at = sentence.first; at < sentence.last;) {
        const auto end = group_end(analysis, at, sentence.last);
        const Span whole{analysis.tokens[at].span.begin, analysis.tokens[end - 1].span.end};
        const bool glued = end < sentence.last && analysis.tokens[end].span.begin == whole.end;
        const std::string_view misc = glued ? "SpaceAfter=No" : "_";
        if (end - at > 1) {
            out += std::to_string(at - sentence.first + 1) + '-' + std::to_string(end - sentence.first) + '\t';
            append_form(out, analysis, whole);
            out.append("\t_\t_\t_\t_\t_\t_\t_\t").append(misc) += '\n';
        }
        for (auto i = at; i < end; ++i) {
            append_word(out, analysis, sentence, i, joined_attributes(brackets.at(i), end - at > 1 ? "_" : misc));
        }
        at = end;
    }
    out += '\n';
}

}  // namespace

std::string to_conllu(const Analysis& analysis) {
    std::string out;
    std::size_t number = 0;
    const Brackets brackets(analysis);
    for (const auto& sentence : analysis.sentences) {
        if (++number == 1) {
            out += "# newdoc";
            if (analysis.given_id) {
                out += " id = ";
                append_line(out, *analysis.given_id);
            }
            out += '\n';
            if (!analysis.mentions.empty()) out += "# global.Entity = eid-etype-head-other\n";
        }
        out += "# sent_id = " + std::to_string(number) + '\n';
        append_sentence(out, analysis, sentence, brackets);
    }
    return out;
}

}  // namespace sayso
