"""The record: adding twice adds nothing, and an interruption leaves nothing half done."""

import json
import pathlib
import random
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest

import sayso


def rows(path):
    """All rows of all tables, but those that the full-text index keeps for itself."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as record:
        tables = [
            name
            for schema, name, kind, *_ in record.execute("PRAGMA table_list")
            if schema == "main" and kind == "table" and not name.startswith("sqlite_")
        ]
        return {name: sorted(map(repr, record.execute(f'SELECT * FROM "{name}"'))) for name in sorted(tables)}


def faults(path):
    """What is damaged or half there in a record."""
    with sqlite3.connect(path) as record:
        found = [row for row in record.execute("PRAGMA integrity_check") if row != ("ok",)]
        found += record.execute("PRAGMA foreign_key_check").fetchall()
        # A record that was interrupted while it was made has no tables yet.
        if record.execute("SELECT 1 FROM sqlite_master WHERE name = 'readings'").fetchone():
            record.execute("INSERT INTO full_text (full_text, rank) VALUES ('integrity-check', 1)")
            record.rollback()
            found += record.execute("SELECT number FROM documents WHERE number NOT IN (SELECT document FROM readings)").fetchall()
        return found


def many_reports(path, number):
    """Reports made of the paragraphs of the examples, put together anew: a few seconds of work."""
    chance = random.Random(20250502)
    paragraphs = [
        paragraph
        for one in sayso.objects(sayso.output("intake", "--json", sayso.REPORTS))
        for paragraph in one["document"]["text"].split("\n\n")[1:]
    ]
    with open(path, "w", encoding="utf-8") as file:
        for count in range(number):
            text = f"Report {count}\n\n" + "\n\n".join(chance.sample(paragraphs, 8))
            file.write(json.dumps({"id": str(count), "outlet": f"Outlet {count % 7}", "text": text}) + "\n")


class Record(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_adding_twice_adds_nothing(self):
        record = self.folder / "twice.sayso"
        sayso.output("add", record, sayso.REPORTS)
        once = rows(record)
        self.assertGreaterEqual(max(map(len, once.values())), 22)
        sayso.output("add", record, sayso.REPORTS)
        self.assertEqual(rows(record), once)

    def test_the_record_holds_what_is_printed(self):
        record = self.folder / "record"
        sayso.output("add", record, sayso.REPORTS)
        self.assertEqual(faults(record), [])
        with sqlite3.connect(record) as opened:
            held = [json.loads(row[0]) for row in opened.execute("SELECT json FROM readings ORDER BY document")]
        self.assertEqual(held, sayso.objects(sayso.output("read", "--json", sayso.REPORTS)))

    def test_the_number_of_threads_changes_nothing(self):
        for threads in (1, 2, 8):
            sayso.output("add", "--threads", threads, self.folder / str(threads), sayso.REPORTS)
        self.assertEqual(rows(self.folder / "1"), rows(self.folder / "2"))
        self.assertEqual(rows(self.folder / "1"), rows(self.folder / "8"))

    def test_in_parts_or_together(self):
        files = sorted((path for path in sayso.REPORTS.rglob("*") if path.is_file()), key=str)
        sayso.output("add", self.folder / "together", *files)
        for path in files:
            sayso.output("add", self.folder / "parts", path)
        self.assertEqual(rows(self.folder / "parts"), rows(self.folder / "together"))

    def test_killed_and_run_again(self):
        reports = self.folder / "many.jsonl"
        many_reports(reports, 300)
        began = time.monotonic()
        sayso.output("add", self.folder / "whole.sayso", reports)
        length = time.monotonic() - began

        chance = random.Random(20250619)
        killed = 0
        for turn in range(4):
            record = self.folder / f"killed-{turn}.sayso"
            for _ in range(6):
                adding = subprocess.Popen(
                    [sayso.BINARY, "add", str(record), str(reports)],
                    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                )
                time.sleep(chance.uniform(0, length / 3))
                adding.send_signal(signal.SIGKILL)
                killed += adding.wait() == -signal.SIGKILL
                if record.exists():
                    self.assertEqual(faults(record), [])
            sayso.output("add", record, reports)
            self.assertEqual(rows(record), rows(self.folder / "whole.sayso"))
        print(f"killed {killed} times", flush=True)


if __name__ == "__main__":
    unittest.main()
