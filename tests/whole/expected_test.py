"""Facts that must come out of the examples, and facts that must not: expected/*.json, written by hand.

A file of expected/ is an object from reports (file below examples/reports, with "#id" for one of several)
to what is expected of it:

  statements      each has to be matched by a statement; all parts that are given have to hold:
                    says        words of its content
                    speaker     words of its source, or of a name that the source's entity has
                    cue         words of its cue, or its lemma
                    act, quotation, certainty, anonymous   as in the reading
                    via         words of one that it came by, or of a name of its entity
                    source      false: it must have none
  no_statements   as statements; none may match
  figures         kind, min, max (null where there is no bound), words near it in the text, and
                  event, words of a mention of its event
  no_figures      as figures, none may match
  times           words, begin
  events          words of a mention, with type and, where given, mode and status
  no_events       as events, none may match
  not_read        words that nothing may be read out of
  zones           kind and words it begins with

"later": true marks what this version does not do yet, and what it is known to do wrong (no_…). It is counted
and told, and does not fail.
"""

import json
import pathlib
import sys
import unittest

import sayso
from sayso import words

EXPECTED = pathlib.Path(__file__).resolve().parent / "expected"


def flat(text):
    return " ".join(text.split())


class Reading:
    """A reading with what the comparisons ask of it."""

    def __init__(self, reading):
        self.text = reading["document"]["text"]
        self.reading = reading
        self.entities = {entity["id"]: entity for entity in reading["entities"]}

    def words(self, span):
        return flat(words(self.text, span))

    def names(self, party):
        """All words by which the text knows a party."""
        if party is None:
            return []
        entity = self.entities.get(party.get("entity"), {"mentions": []})
        return [self.words(party["span"]), entity.get("name", "")] + [
            self.words(one["span"]) for one in entity["mentions"] if one["form"] == "name"
        ]

    def statement_matches(self, one, expected):
        content = " … ".join(self.words(span) for span in one["content"])
        cue = one.get("cue")
        checks = {
            "says": lambda value: value in content,
            "speaker": lambda value: any(value in name for name in self.names(one.get("source"))),
            "cue": lambda value: cue is not None
            and (value == cue["lemma"] or f" {value} " in f" {self.words(cue['span']).lower().strip(':,')} "),
            "source": lambda value: (one.get("source") is not None) == value,
            "anonymous": lambda value: one.get("source", {}).get("anonymous", False) == value,
            "via": lambda value: any(value in name for via in one.get("via", []) for name in self.names(via)),
        }
        return all(
            checks[key](value) if key in checks else one.get(key) == value
            for key, value in expected.items()
            if key != "later"
        )

    def event_has(self, event, told):
        return any(told in self.words(mention["span"]) for mention in event["mentions"])

    def figure_matches(self, event, toll, expected):
        around = flat(self.text[max(0, toll["span"][0] - 60) : toll["span"][1] + 60])
        return (
            expected.get("words", "") in around
            and self.event_has(event, expected.get("event", ""))
            and all(toll[key] == expected[key] for key in ("kind", "min", "max") if key in expected)
        )

    def has_statement(self, expected):
        return any(self.statement_matches(one, expected) for one in self.reading["statements"])

    def has_figure(self, expected):
        return any(self.figure_matches(e, t, expected) for e in self.reading["events"] for t in e.get("toll", []))

    def has_time(self, expected):
        return any(
            expected["words"] in self.words(one["span"]) and one.get("begin") == expected["begin"]
            for one in self.reading["times"]
        )

    def has_event(self, expected):
        return any(
            self.event_has(one, expected["words"])
            and all(one.get(key) == expected[key] for key in ("type", "mode", "status") if key in expected)
            for one in self.reading["events"]
        )

    def has_zone(self, expected):
        return any(
            zone["kind"] == expected["kind"] and self.words(zone["span"]).startswith(expected["words"])
            for zone in self.reading["document"]["zones"]
        )

    def near(self, fact):
        """What did come out about the words of a fact, for a person to compare."""
        told = fact if isinstance(fact, str) else fact.get("says") or fact.get("words") or fact.get("speaker") or fact["event"]

        def around(words):
            return told in words or words in told

        out = []
        for one in self.reading["statements"]:
            content = " … ".join(self.words(span) for span in one["content"])
            if around(content):
                source, cue = one.get("source"), one.get("cue")
                out.append(
                    f"came out: {self.words(source['span']) if source else '-'}"
                    f"{' (anonymous)' if source and source['anonymous'] else ''}"
                    f" | {self.words(cue['span']) if cue else '-'} | {content}"
                    f" | {one['act']} | {one['quotation']} | {one['certainty']}"
                )
        for event in self.reading["events"]:
            if self.event_has(event, told):
                out.append(f"came out: {event['type']} {event.get('mode')} {event.get('status')}")
            for toll in event.get("toll", []):
                if around(self.words(toll["span"])):
                    out.append(f"came out: {toll['kind']} {toll['min']}..{toll['max']} {self.words(toll['span'])}")
        for time in self.reading["times"]:
            if around(self.words(time["span"])):
                out.append(f"came out: {time.get('begin')} {self.words(time['span'])}")
        for zone in self.reading["document"]["zones"]:
            if around(self.words(zone["span"])[: len(told)]):
                out.append(f"came out: {zone['kind']} {self.words(zone['span'])[:60]}")
        return out

    def reads(self, told):
        begin = self.text.find(told)
        assert begin >= 0, f"{told} is not in the text"
        end = begin + len(told)
        return any(
            span[0] < end and begin < span[1]
            for part in ("statements", "events", "entities", "times")
            for span in self.all_spans(self.reading[part])
        )

    def all_spans(self, value):
        if isinstance(value, dict):
            for key, item in value.items():
                if key == "span":
                    yield item
                elif key in ("content", "quoted"):
                    yield from item
                else:
                    yield from self.all_spans(item)
        elif isinstance(value, list):
            for item in value:
                yield from self.all_spans(item)


CHECKS = {
    "statements": Reading.has_statement,
    "no_statements": lambda reading, expected: not reading.has_statement(expected),
    "figures": Reading.has_figure,
    "no_figures": lambda reading, expected: not reading.has_figure(expected),
    "times": Reading.has_time,
    "events": Reading.has_event,
    "no_events": lambda reading, expected: not reading.has_event(expected),
    "zones": Reading.has_zone,
    "not_read": lambda reading, told: not reading.reads(told),
}


def readings():
    """The readings of all examples, by file and, where a file has several, "#id"."""
    found = {}
    for path in sorted(path for path in sayso.REPORTS.rglob("*") if path.is_file()):
        name = str(path.relative_to(sayso.REPORTS))
        for one in sayso.objects(sayso.output("read", "--json", path)):
            found[name + ("#" + one["given_id"] if "given_id" in one else "")] = Reading(one)
    return found


class Expected(unittest.TestCase):
    def test_facts(self):
        found = readings()
        held, later, wrong, missed = 0, [], [], []
        for path in sorted(EXPECTED.glob("*.json")):
            for report, facts in json.loads(path.read_text(encoding="utf-8")).items():
                for kind, all_of_kind in facts.items():
                    for fact in all_of_kind:
                        if CHECKS[kind](found[report], fact):
                            held += 1
                            continue
                        where = missed
                        if isinstance(fact, dict) and fact.pop("later", False):
                            where = wrong if kind.startswith("no_") else later
                        told = f"{report}: {kind} {json.dumps(fact, ensure_ascii=False)}"
                        where.append("\n    ".join([told] + found[report].near(fact)))
        print(f"{held} facts hold, {len(later)} are left for later:", *later, sep="\n  ", file=sys.stderr)
        print(f"{len(wrong)} things are known to be wrong:", *wrong, sep="\n  ", file=sys.stderr)
        if missed:
            self.fail("\n  ".join([f"{len(missed)} facts do not hold"] + missed))


if __name__ == "__main__":
    unittest.main()
