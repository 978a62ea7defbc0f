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

void append_sentence(std::string& out, const Analysis& analysis, const Sentence& sentence) {
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
        for (auto i = at; i < end; ++i) append_word(out, analysis, sentence, i, end - at > 1 ? "_" : misc);
        at = end;
    }
    out += '\n';
}

}  // namespace

std::string to_conllu(const Analysis& analysis) {
    std::string out;
    std::size_t number = 0;
    for (const auto& sentence : analysis.sentences) {
        if (++number == 1) {
            out += "# newdoc";
            if (analysis.given_id) {
                out += " id = ";
                append_line(out, *analysis.given_id);
            }
            out += '\n';
        }
        out += "# sent_id = " + std::to_string(number) + '\n';
        append_sentence(out, analysis, sentence);
    }
    return out;
}

}  // namespace sayso
