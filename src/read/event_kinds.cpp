#include "read/event_kinds.h"

#include "read/words.h"

namespace sayso {
namespace {

bool is_explosion(const EventKind& kind) {
    return kind.type == "accident" && kind.mode == "explosion";
}
/// Whether "the attack" can be another word for an event of this mode.
bool is_attack(const EventKind& kind) {
    return kind.type == "assault" && kind.mode &&
           one_of(*kind.mode, "armed-attack", "bombing", "suicide-attack", "stabbing", "vehicle-attack", "airstrike",
                  "drone-strike", "missile-strike", "shelling", "unconventional", "killing");
}
/// Whether "the blast" can be another word for an event of this mode.
bool is_blast(const EventKind& kind) {
    if (is_explosion(kind)) return true;
    return kind.type == "assault" && kind.mode &&
           (one_of(*kind.mode, "bombing", "suicide-attack", "missile-strike", "drone-strike", "airstrike") ||
            (kind.open && kind.mode == "armed-attack"));
}
/// "suspended from office": a dismissal to some, a sanction to others.
bool is_suspension(const EventKind& kind) {
    return (kind.type == "concede" && kind.mode == "dismissal") || (kind.type == "sanction" && kind.mode == "suspend");
}
bool is_custody(const EventKind& kind) {
    return kind.type == "coerce" && kind.mode && one_of(*kind.mode, "arrest", "detain");
}
/// Whether the open kind can be another word for the other.
bool stands_for(const EventKind& open, const EventKind& other) {
    if (!open.open) return false;
    if (is_explosion(open)) return is_blast(other);
    if (is_attack(open)) return is_attack(other) || (is_explosion(other) && other.open && open.mode == "armed-attack");
    if (is_custody(open)) return is_custody(other);
    return open.type == other.type;
}

/// Of talks, steps of a case and the like the modes run into one another; a fire set within an attack is its own.
bool is_loosely_same(const EventKind& a, const EventKind& b) {
    if (a.type != b.type) return false;
    return !a.mode || !b.mode || !one_of(a.type, "assault", "accident", "disaster", "crime", "protest", "mobilize");
}

}  // namespace

bool is_akin(const EventKind& a, const EventKind& b) {
    const auto general = [](const EventKind& kind) {
        return !kind.mode || *kind.mode == "killing" || *kind.mode == "armed-attack";
    };
    return (is_attack(a) || (a.type == "assault" && !a.mode)) && (is_attack(b) || (b.type == "assault" && !b.mode)) &&
           (general(a) || general(b));
}

bool is_death_of(const EventKind& death, const EventKind& other) {
    return death.type == "death" && one_of(other.type, "assault", "accident", "disaster");
}

bool same_kind(const EventKind& a, const EventKind& b) {
    return (a.type == b.type && a.mode == b.mode) || stands_for(a, b) || stands_for(b, a);
}

EventKind joined_kind(const EventKind& a, const EventKind& b) {
    if (is_death_of(a, b)) return b;
    if (is_death_of(b, a)) return a;
    if (!a.open || !b.open) return a.open ? b : a;
    if (a.type == b.type) return a.mode == "killing" ? b : a;
    return {"assault", "bombing", false};
}

bool can_be_one(const EventKind& a, const EventKind& b) {
    return is_loosely_same(a, b) || same_kind(a, b) || (is_suspension(a) && is_suspension(b)) || is_akin(a, b) ||
           is_death_of(a, b) || is_death_of(b, a);
}

}  // namespace sayso
