#!/usr/bin/env python3
"""python3 bench/peers/coref_test.py"""
import contextlib
import io
import json
import random
import tempfile
import unittest
from itertools import permutations

import coref


def entities(*words):
    """Entities of mentions that are single letters: entities("abc", "de")."""
    return [{(ord(c), ord(c) + 1) for c in word} for word in words]


def recall_and_precision(measure, gold, predicted):
    r, r_of, p, p_of = measure(gold, predicted)
    return r / r_of, p / p_of


class Measures(unittest.TestCase):
    """Vilain et al. 1995, Bagga and Baldwin 1998, Luo 2005 and Pradhan et al. 2014 work through cases of these kinds."""

    def check(self, measure, gold, predicted, recall, precision):
        r, p = recall_and_precision(measure, gold, predicted)
        self.assertAlmostEqual(r, recall)
        self.assertAlmostEqual(p, precision)

    def test_the_example_of_pradhan_and_others(self):
        # Key {a,b,c} {d,e,f,g}, response {a,b} {c,d} {f,g,h,i}.
        gold, predicted = entities("abc", "defg"), entities("ab", "cd", "fghi")
        self.check(coref.muc, gold, predicted, 2 / 5, 2 / 5)
        self.check(coref.b_cubed, gold, predicted, (4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7, (4 / 2 + 1 / 2 + 1 / 2 + 4 / 4) / 8)
        self.check(coref.ceaf_e, gold, predicted, (4 / 5 + 4 / 8) / 2, (4 / 5 + 4 / 8) / 3)

    def test_all_in_one(self):
        # Bagga and Baldwin's second response: everything merged.
        gold, predicted = entities("abcde", "fg", "hijkl"), entities("abcdefghijkl")
        self.check(coref.muc, gold, predicted, 9 / 9, 9 / 11)
        self.check(coref.b_cubed, gold, predicted, 1, (25 + 4 + 25) / 12 / 12)
        self.check(coref.ceaf_e, gold, predicted, (10 / 17) / 3, 10 / 17)

    def test_two_of_three_merged(self):
        # Bagga and Baldwin's first response.
        gold, predicted = entities("abcde", "fg", "hijkl"), entities("abcde", "fghijkl")
        self.check(coref.muc, gold, predicted, 1, 9 / 10)
        self.check(coref.b_cubed, gold, predicted, 1, (5 + (4 + 25) / 7) / 12)
        self.check(coref.ceaf_e, gold, predicted, (1 + 10 / 12) / 3, (1 + 10 / 12) / 2)

    def test_singletons_count_but_for_links(self):
        gold, predicted = entities("ab", "c", "d"), entities("ab", "c", "e")
        self.check(coref.muc, gold, predicted, 1, 1)
        self.check(coref.b_cubed, gold, predicted, 3 / 4, 3 / 4)
        self.check(coref.ceaf_e, gold, predicted, 2 / 3, 2 / 3)
        self.assertEqual(coref.mentions(gold, predicted), (3, 4, 3, 4))

    def test_links_to_mentions_that_are_not_there_are_broken(self):
        self.check(coref.muc, entities("abcd"), entities("ab"), 1 / 3, 1)

    def test_pairing_is_best_and_not_greedy(self):
        # Greedy takes 0.9 and is left with 0.1.
        self.assertAlmostEqual(coref.greatest_sum([[0.9, 0.8], [0.8, 0.1]]), 1.6)

    def test_pairing_against_all_permutations(self):
        random.seed(1)
        for _ in range(300):
            n, m = random.randint(1, 6), random.randint(1, 6)
            gain = [[random.choice([0, 0, random.random()]) for _ in range(m)] for _ in range(n)]
            rows = gain if n <= m else [list(c) for c in zip(*gain)]
            best = max(sum(row[j] for row, j in zip(rows, order)) for order in permutations(range(max(n, m)), len(rows)))
            self.assertAlmostEqual(coref.greatest_sum(gain), best)

    def test_counts_are_summed_over_documents(self):
        pairs = [(entities("ab"), entities("ab")), (entities("abc", "d"), entities("d"))]
        figures = coref.score(pairs)
        self.assertAlmostEqual(figures["MUC"][1], 100 * 1 / 3)
        self.assertAlmostEqual(figures["B-cubed"][1], 100 * 3 / 6)
        self.assertAlmostEqual(figures["CEAF-e"][1], 100 * 2 / 3)
        f = [2 * r / (1 + r) for r in (1 / 3, 3 / 6, 2 / 3)]
        self.assertAlmostEqual(figures["CoNLL"][2], 100 * sum(f) / 3)

    def test_without_singletons(self):
        figures = coref.score([(entities("ab", "c"), entities("ab", "d"))], singletons=False)
        self.assertEqual(figures["CoNLL"][2], 100)

    def test_nothing_found_is_zero(self):
        self.assertEqual(coref.score([(entities("ab"), [])])["CoNLL"][2], 0)

    def test_a_span_in_two_entities_counts_once(self):
        self.assertEqual(coref.once(entities("ab", "bc", "b")), entities("ab", "c"))


GOLD = """\
# newdoc id = one
# newpar
# sent_id = 1
# text = Mira's sister (a nurse) didn't see her.
1-2\tMira's\t_\t_\t_\t_\t_\t_\t_\t_
1\tMira\t_\t_\t_\t_\t_\t_\t_\tEntity=(2-person-new-x-x-1-coref(1-person-new-x-x-1-coref)
2\t's\t_\t_\t_\t_\t_\t_\t_\t_
3\tsister\t_\t_\t_\t_\t_\t_\t_\tEntity=2)
4\t(\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
5\ta\t_\t_\t_\t_\t_\t_\t_\tBridge=1<2|Entity=(2-person-giv-x-x-2-appos
6\tnurse\t_\t_\t_\t_\t_\t_\t_\tEntity=2)|SpaceAfter=No
7\t)\t_\t_\t_\t_\t_\t_\t_\t_
8-9\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
8\tdid\t_\t_\t_\t_\t_\t_\t_\t_
9\tn't\t_\t_\t_\t_\t_\t_\t_\t_
9.1\tever\t_\t_\t_\t_\t_\t_\t_\t_
10\tsee\t_\t_\t_\t_\t_\t_\t_\t_
11\ther\t_\t_\t_\t_\t_\t_\t_\tEntity=(1-person-giv-x-x-1-ana)|SpaceAfter=No
12\t.\t_\t_\t_\t_\t_\t_\t_\t_

# newpar
# sent_id = 2
# text = Snow fell. 
1\tSnow\t_\t_\t_\t_\t_\t_\t_\tEntity=(3-substance-new-x-x-1-sgl)
2\tfell\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
3\t.\t_\t_\t_\t_\t_\t_\t_\t_

"""
TEXT = "Mira's sister (a nurse) didn't see her.\n\nSnow fell."


class Files(unittest.TestCase):
    def gold(self, content=GOLD):
        with tempfile.NamedTemporaryFile("w", suffix=".conllu", encoding="utf-8") as f:
            f.write(content)
            f.flush()
            return coref.read_gold(f.name)

    def test_text_and_mentions(self):
        text, found = self.gold()["one"]
        self.assertEqual(text, TEXT)
        words = sorted(sorted(text[b:e] for b, e in entity) for entity in found)
        self.assertEqual(words, [["Mira", "her"], ["Mira's sister", "a nurse"], ["Snow"]])

    def test_nfc(self):
        text, moved = coref.as_fed(" Zoe\u0308 ran ")
        self.assertEqual(text, "Zo\u00eb ran")
        self.assertEqual(text[moved[1]:moved[5]], "Zo\u00eb")

    def test_predictions_that_are_the_gold(self):
        gold = self.gold()
        line = json.dumps({"given_id": "one", "text": TEXT, "mentions": [
            {"span": list(span), "entity": number} for number, entity in enumerate(gold["one"][1]) for span in entity]})
        predicted = coref.read_predictions([line], gold)
        figures = coref.score([(gold["one"][1], predicted["one"])])
        self.assertAlmostEqual(figures["CoNLL"][2], 100)

    def test_white_space_at_the_ends_of_a_mention_is_nothing(self):
        line = json.dumps({"given_id": "one", "text": TEXT, "mentions": [{"span": [4 + 2, 14], "entity": 0}]})
        self.assertEqual(coref.read_predictions([line], self.gold())["one"], [{(7, 13)}])

    def test_what_is_refused(self):
        gold = self.gold()
        for line in ["no", json.dumps({"given_id": "two", "text": TEXT, "mentions": []}), json.dumps({"given_id": "one", "text": TEXT}),
                     json.dumps({"given_id": "one", "text": "else", "mentions": []}),
                     json.dumps({"given_id": "one", "text": TEXT, "mentions": [{"span": [0, 900], "entity": 1}]})]:
            with self.assertRaises(coref.CorefError):
                coref.read_predictions([line], gold)
        for content in [GOLD.replace("(3-substance", "(3[1/2]-substance"), GOLD.replace("1-sgl)", "1-sgl"), GOLD.replace("Entity=2)", "Entity=7)")]:
            with self.assertRaises(coref.CorefError):
                self.gold(content)

    def test_from_the_command_line(self):
        with tempfile.NamedTemporaryFile("w", suffix=".conllu", encoding="utf-8") as f:
            f.write(GOLD)
            f.flush()
            command = "sed 's/\"id\"/\"mentions\": [{\"span\": [0, 4], \"entity\": 1}], \"given_id\"/'"
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                self.assertEqual(coref.main([f.name, "--analyser", command]), 0)
        self.assertIn("1 documents, 0 missing", out.getvalue())
        self.assertIn("| mentions | 100.00 | 20.00 | 33.33 |", out.getvalue())


if __name__ == "__main__":
    unittest.main()
