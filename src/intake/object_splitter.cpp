#include "intake/object_splitter.h"

#include <algorithm>

#include "intake/report_json.h"

namespace sayso {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

}  // namespace

ObjectSplitter::Found ObjectSplitter::next(std::string_view& rest) {
    while (!rest.empty()) {
        const char c = rest.front();
        rest.remove_prefix(1);
        const auto found = step(c);
        if (found != Found::nothing) return found;
    }
    return Found::nothing;
}

ObjectSplitter::Found ObjectSplitter::step(char c) {
    if (depth_ > 0 && !too_large_) {
        object_.push_back(c);
        if (object_.size() > most_) {
            too_large_ = true;
            object_ = std::string();
        }
    }
    if (in_string_) {
        if (escaped_) {
            escaped_ = false;
        } else if (c == '\\') {
            escaped_ = true;
        } else if (c == '"') {
            in_string_ = false;
        }
        return Found::nothing;
    }
    if (c == '"') in_string_ = true;
    if (depth_ > 0) {
        if (c == '{' || c == '[') ++depth_;
        if ((c == '}' || c == ']') && --depth_ == 0) return too_large_ ? Found::too_large : Found::object;
        return Found::nothing;
    }
    if (c == '{') {
        in_junk_ = false;
        too_large_ = false;
        object_ = "{";
        depth_ = 1;
        ++entries_;
        return Found::nothing;
    }
    if (is_space(c) || c == ',' || c == '[' || c == ']') {
        in_junk_ = in_junk_ && c == ' ';
        return Found::nothing;
    }
    if (in_junk_) return Found::nothing;
    in_junk_ = true;
    ++entries_;
    return Found::no_object;
}

bool begins_object_list(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto begin = std::find_if_not(text.begin(), text.end(), is_space);
    if (begin == text.end() || *begin != '[') return false;
    text.remove_prefix(static_cast<std::size_t>(begin - text.begin()) + 1);
    return begins_object(text);
}

bool is_spread_object(std::string_view text) {
    const auto begin = text.find('{');
    if (begin == std::string_view::npos) return false;
    const auto end = text.find('\n', begin);
    if (end == std::string_view::npos) return false;
    auto line = text.substr(begin, end - begin);
    while (is_space(line.back())) line.remove_suffix(1);
    // A line of JSON Lines that was cut off ends anywhere; one that was spread ends where a printer breaks it.
    if (std::string_view("{[,:").find(line.back()) == std::string_view::npos) return false;
    ObjectSplitter splitter(line.size());
    while (splitter.next(line) != ObjectSplitter::Found::nothing) {
    }
    if (!splitter.inside()) return false;
    const auto next = text.find_first_not_of(" \t\r\n", end);
    return next == std::string_view::npos || text[next] == '"' || text[next] == '}' || text[next] == ']' ||
           !begins_object(text.substr(next));
}

}  // namespace sayso
