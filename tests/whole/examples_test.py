"""Every example, through every command that prints JSON: schemas, spans, references, zones."""

import hashlib
import unicodedata
import unittest

import jsonschema

import sayso
from sayso import bare, words


def spans_in(value, path=""):
    """Every span in a JSON value, with where it stands. Spans are found by their names."""
    if isinstance(value, dict):
        for key, item in value.items():
            here = f"{path}.{key}"
            if key == "span":
                yield here, item
            elif key in ("content", "quoted", "sentences"):
                for span in item:
                    yield here, span
            else:
                yield from spans_in(item, here)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from spans_in(item, f"{path}[{number}]")


def references_in(reading):
    """Every id that a reading refers to, with where it does."""
    for entity in reading["entities"]:
        here = entity["id"]
        for role in entity.get("roles", []):
            yield here, role.get("of")
        for affiliation in entity.get("affiliations", []):
            yield here, affiliation["to"]
    for event in reading["events"]:
        here = event["id"]
        yield from ((here, event.get(key)) for key in ("time", "place", "part_of"))
        yield from ((here, one["entity"]) for one in event.get("participants", []))
        yield from ((here, one) for one in event.get("told_by", []))
        yield from ((here, one) for toll in event.get("toll", []) for one in toll.get("told_by", []))
    for statement in reading["statements"]:
        here = statement["id"]
        warning = statement.get("warns_of", {})
        yield here, statement.get("time")
        yield here, statement.get("source", {}).get("entity")
        yield here, statement.get("addressee", {}).get("entity")
        yield from ((here, one.get("entity")) for one in statement.get("via", []))
        yield from ((here, one.get(key)) for one in statement.get("about", []) for key in ("event", "statement"))
        yield from ((here, one.get(key)) for one in statement.get("blames", []) for key in ("entity", "event"))
        yield from ((here, warning.get(key)) for key in ("event", "time"))
        yield from ((here, one) for one in warning.get("answered_by", []))


def undeclared(value, node, schema, path=""):
    """Fields that are printed but not in the schema."""
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].split("/")[-1]]
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in node.get("properties", {}):
                yield f"{path}.{key}"
            else:
                yield from undeclared(item, node["properties"][key], schema, f"{path}.{key}")
    elif isinstance(value, list) and "items" in node:
        for item in value:
            yield from undeclared(item, node["items"], schema, path + "[]")


class Examples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.articles = sayso.objects(sayso.output("intake", "--json", sayso.REPORTS))
        cls.analyses = sayso.objects(sayso.output("analyse", "--json", sayso.REPORTS))
        cls.readings = sayso.objects(sayso.output("read", "--json", sayso.REPORTS))

    report = ""

    def each(self, things):
        for thing in things:
            text = thing["text"] if "text" in thing else thing["document"]["text"]
            self.report = " ".join(text.split())[:70]
            yield thing, text

    def _formatMessage(self, message, standard):
        """Says in which report it failed."""
        return f"{super()._formatMessage(message, standard)}\nin the report that begins: {self.report}"

    def test_there_are_enough(self):
        self.assertGreaterEqual(len(self.readings), 22)
        self.assertEqual(len(self.articles), len(self.readings))
        self.assertEqual(len(self.analyses), len(self.readings))

    def test_schemas_are_schemas(self):
        for name in ("article", "analysis", "reading"):
            jsonschema.Draft202012Validator.check_schema(sayso.schema(name))

    def test_lines_fit_their_schemas(self):
        for name, things in (("article", self.articles), ("analysis", self.analyses), ("reading", self.readings)):
            schema = sayso.schema(name)
            validator = jsonschema.Draft202012Validator(schema)
            for thing, _ in self.each(things):
                self.assertEqual([f"{e.json_path}: {e.message}" for e in validator.iter_errors(thing)], [])
                self.assertEqual(list(undeclared(thing, schema, schema)), [])

    def test_spans_point_at_words(self):
        for things in (self.articles, self.analyses, self.readings):
            for thing, text in self.each(things):
                for where, (begin, end) in spans_in(thing):
                    self.assertTrue(0 <= begin < end <= len(text), f"{where} [{begin}, {end}] of {len(text)}")
                    self.assertEqual(words(text, (begin, end)), bare(words(text, (begin, end))), where)

    def test_documents_are_known_by_their_text(self):
        for thing, text in self.each(self.articles + self.readings):
            self.assertEqual(thing["document"]["id"], hashlib.sha256(text.encode("utf-8")).hexdigest())
            self.assertEqual(text, unicodedata.normalize("NFC", text))
            self.assertNotIn("\r", text)

    def test_all_commands_see_the_same_documents(self):
        for article, analysis, reading in zip(self.articles, self.analyses, self.readings):
            self.assertEqual(article["document"], reading["document"])
            self.assertEqual(article["document"]["text"], analysis["text"])

    def test_zones_stand_in_order(self):
        for article, text in self.each(self.articles):
            end = 0
            for zone in article["document"]["zones"]:
                self.assertGreaterEqual(zone["span"][0], end, zone)
                end = zone["span"][1]

    def test_zones_are_all_that_is_written(self):
        for article, text in self.each(self.articles):
            rest = list(text)
            for zone in article["document"]["zones"]:
                rest[zone["span"][0] : zone["span"][1]] = " " * (zone["span"][1] - zone["span"][0])
            left = bare("".join(rest))
            self.assertIn(left, ("", article["document"].get("url")))

    def test_tokens_are_the_words_at_their_spans(self):
        for analysis, text in self.each(self.analyses):
            for token in analysis["tokens"]:
                self.assertEqual(token["form"], words(text, token["span"]))
                self.assertEqual(token["form"].split(), [token["form"]])

    def test_tokens_fill_their_sentences(self):
        for analysis, text in self.each(self.analyses):
            end, tokens = 0, list(analysis["tokens"])
            for sentence in analysis["sentences"]:
                self.assertGreaterEqual(sentence[0], end)
                here = sentence[0]
                while tokens and tokens[0]["span"][1] <= sentence[1]:
                    begin, end = tokens.pop(0)["span"]
                    self.assertGreaterEqual(begin, here)
                    self.assertEqual(bare(text[here:begin]), "", "text that is no token's")
                    here = end
                self.assertEqual(bare(text[here : sentence[1]]), "", "text that is no token's")
                end = sentence[1]
            self.assertEqual(tokens, [])

    def test_sentences_cross_no_border_of_a_zone(self):
        for article, analysis in zip(self.articles, self.analyses):
            borders = {at for zone in article["document"]["zones"] for at in zone["span"]}
            for begin, end in analysis["sentences"]:
                crossed = [at for at in borders if begin < at < end]
                self.assertFalse(crossed, words(analysis["text"], (begin, end)))

    def test_names_begin_and_end_with_tokens(self):
        for analysis, text in self.each(self.analyses):
            begins = {token["span"][0] for token in analysis["tokens"]}
            ends = {token["span"][1] for token in analysis["tokens"]}
            last = 0
            for name in analysis["names"]:
                self.assertIn(name["span"][0], begins, words(text, name["span"]))
                self.assertIn(name["span"][1], ends, words(text, name["span"]))
                self.assertGreaterEqual(name["span"][0], last, words(text, name["span"]))
                last = name["span"][1]

    def test_heads_are_in_their_sentences(self):
        for analysis, text in self.each(self.analyses):
            for token in analysis["tokens"]:
                head = token.get("head", -1)
                self.assertLess(head, len(analysis["tokens"]))
                if head >= 0:
                    both = (token["span"], analysis["tokens"][head]["span"])
                    self.assertTrue(
                        any(all(s[0] <= b and e <= s[1] for b, e in both) for s in analysis["sentences"]), token
                    )

    def test_ids_are_unique_and_references_defined(self):
        for reading, _ in self.each(self.readings):
            ids = [one["id"] for part in ("entities", "times", "events", "statements") for one in reading[part]]
            self.assertEqual(sorted(ids), sorted(set(ids)))
            for where, reference in references_in(reading):
                if reference is not None:
                    self.assertIn(reference, ids, where)

    def test_nothing_is_read_out_of_teasers_or_from_no_zone(self):
        for reading, text in self.each(self.readings):
            zones = reading["document"]["zones"]
            for part in ("entities", "times", "events", "statements"):
                for where, (begin, end) in spans_in(reading[part], part):
                    inside = [z["kind"] for z in zones if z["span"][0] <= begin < z["span"][1]]
                    self.assertTrue(inside, f"{where} in no zone: {words(text, (begin, end))}")
                    over = [z for z in zones if z["kind"] == "teaser" and begin < z["span"][1] and z["span"][0] < end]
                    self.assertFalse(over, f"{where} in a teaser: {words(text, (begin, end))}")

    def test_statements_hold_together(self):
        for reading, text in self.each(self.readings):
            for one in reading["statements"]:
                told = words(text, one["content"][0])
                self.assertTrue(one.get("cue") or one.get("source") or one.get("quoted"), told)
                self.assertEqual(one["content"], sorted(one["content"]), told)
                if one["quotation"] == "indirect":
                    self.assertEqual(one.get("quoted", []), [], told)
                else:
                    self.assertTrue(one.get("quoted"), told)
                begin, end = one["content"][0][0], one["content"][-1][1]
                for quoted in one.get("quoted", []):
                    self.assertTrue(begin <= quoted[0] and quoted[1] <= end, words(text, quoted))
                if "cue" in one:
                    cue = one["cue"]["span"]
                    self.assertFalse(any(c[0] <= cue[0] and cue[1] <= c[1] for c in one["content"]), told)

    def test_figures_and_times_hold_together(self):
        for reading, text in self.each(self.readings):
            for event in reading["events"]:
                for toll in event.get("toll", []):
                    at = words(text, toll["span"])
                    self.assertFalse(toll["min"] is None and toll["max"] is None, at)
                    if None not in (toll["min"], toll["max"]):
                        self.assertLessEqual(toll["min"], toll["max"], at)
                    if "of" in toll:
                        self.assertLess(toll["of"], len(event["toll"]), at)
            for time in reading["times"]:
                if "begin" in time and "end" in time:
                    self.assertLessEqual(time["begin"], time["end"], words(text, time["span"]))

    def test_names_of_entities_are_in_the_text(self):
        for reading, text in self.each(self.readings):
            flat = " ".join(text.split())
            for entity in reading["entities"]:
                self.assertTrue(entity["mentions"], entity["name"])
                if entity["named"]:
                    # "Moscow (government of Russia)": the words of the text, then what they stand for
                    name = entity["name"].split(" (government of ")[0]
                    self.assertIn(" ".join(name.split()), flat)


if __name__ == "__main__":
    unittest.main()
