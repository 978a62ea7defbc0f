#include "read/direct_speech.h"

namespace sayso {

namespace {

bool ends_direct(const Attribution& one) {
    return one.statement.quotation != Quotation::indirect;
}

/// Whole sentences, not the name of a thing.
bool sentence_like(const UnitView& u, Index first, Index last) {
    Index count = 0;
    for (auto i = first; i < last; ++i) count += u[i].punctuation ? 0 : 1;
    if (count < 4 || first + 1 >= last || !u[first + 1].capital) return false;
    auto end = last;
    while (end > first && u[end - 1].mark) --end;
    return end > first && (terminator(u, end - 1) || (last < u.words.size() && terminator(u, last)) ||
                           !quotation(u, u[first].quoted).closed);
}

/// “Nobody asked us” — Lena Orvik, engineer
void credit_behind_dash(const UnitView& u, KeptStatements& kept, const Unit& unit, Index last) {
    if (u[last].form != "—" && u[last].form != "–" && u[last].form != "--") return;
    auto end = unit.last;
    while (end > last && terminator(u, end - 1)) --end;
    const auto source = noun_phrase(u.words, last + 1, end, false);
    if (!source || (u[source->head].name == none && !u[source->head].capital)) return;
    if (source->last != end && !u[source->last].comma()) return;
    if (end - last > 14) return;
    Tag tag;
    tag.source = Phrase{source->first, end, source->head, source->core_last};
    Attribution one;
    one.source = tag.source;
    one.first = unit.first;
    one.last = unit.last;
    one.statement.cue = Cue{u[last].span, std::string(layout_dash)};
    one.statement.content.push_back(u.words.span(unit.first, last));
    kept.remember(std::move(one));
}

}  // namespace

bool quotation_in_next_zone(const UnitView& u, KeptStatements& kept, const Tag& tag) {
    const auto at = u.unit.last;
    if (at >= u.words.size() || !opens(u, at) || u.words.unit(at).zone != u.unit.zone + 1 ||
        (tag.cue->frames & frame_quote) == 0)
        return false;
    keep(u, kept, tag, {{at, quotation_last(u, at)}});
    return true;
}

void lone_quotation(const UnitView& u, KeptStatements& kept) {
    const auto unit = u.unit;
    const auto before_unit = u.words.unit_of[static_cast<std::size_t>(unit.first)] - 1;
    const auto kind = u.words.document->zones[unit.zone].kind;
    if (kind == ZoneKind::caption) return;
    if (!opens(u, unit.first)) return;
    const auto q = u[unit.first].quoted;
    if (kept.owner(q) != none) return;
    const auto last = quotation_last(u, unit.first);
    auto end = unit.last;
    while (end > last && terminator(u, end - 1)) --end;
    if (last != end) {
        credit_behind_dash(u, kept, unit, last);
        return;
    }
    if (kind == ZoneKind::headline) return;
    const auto continues = quotation(u, q).continues;
    if (continues && kept.owner(static_cast<Index>(*continues)) != none) {
        kept.append(static_cast<std::size_t>(kept.owner(static_cast<Index>(*continues))), unit.first, last);
        return;
    }
    if (before_unit >= 0 && u.words.units[static_cast<std::size_t>(before_unit)].zone == unit.zone &&
        kept.last_in_zone != none && kept.last_zone == unit.zone) {
        const auto& before = kept.all[static_cast<std::size_t>(kept.last_in_zone)];
        if (before.source && before.last <= unit.first &&
            before.first >= u.words.units[static_cast<std::size_t>(before_unit)].first && ends_direct(before)) {
            kept.append(static_cast<std::size_t>(kept.last_in_zone), unit.first, last);
            return;
        }
    }
    if (!sentence_like(u, unit.first, last)) return;
    Attribution one;
    one.first = unit.first;
    one.last = last;
    one.statement.content.push_back(u.words.span(unit.first, last));
    kept.remember(std::move(one));
}

}  // namespace sayso
