"""The same reports give the same bytes: any number of threads, file by file or together, packed or fed back."""

import gzip
import json
import pathlib
import tempfile
import unittest

import sayso


class SameBytes(unittest.TestCase):
    def test_any_number_of_threads(self):
        for command in ("analyse", "read"):
            one = sayso.output(command, "--json", "--threads", 1, sayso.REPORTS)
            for threads in (2, 8):
                self.assertEqual(sayso.output(command, "--json", "--threads", threads, sayso.REPORTS), one)

    def test_twice(self):
        for command in ("intake", "analyse", "read"):
            self.assertEqual(
                sayso.output(command, "--json", sayso.REPORTS), sayso.output(command, "--json", sayso.REPORTS)
            )

    def test_file_by_file(self):
        files = sorted((path for path in sayso.REPORTS.rglob("*") if path.is_file()), key=str)
        together = sayso.output("read", "--json", *files)
        self.assertEqual(b"".join(sayso.output("read", "--json", path) for path in files), together)
        self.assertEqual(sorted(sayso.output("read", "--json", sayso.REPORTS).splitlines()), sorted(together.splitlines()))

    def test_standard_input_and_packed_files(self):
        for path in (sayso.REPORTS / "meridian-press" / "wire.jsonl", next((sayso.REPORTS / "lisk-courier").glob("*.txt"))):
            plain = sayso.output("read", "--json", path)
            self.assertEqual(sayso.output("read", "--json", "-", stdin=path.read_bytes()), plain)
            with tempfile.TemporaryDirectory() as folder:
                packed = pathlib.Path(folder) / "anything"
                packed.write_bytes(gzip.compress(path.read_bytes()))
                self.assertEqual(sayso.output("read", "--json", packed), plain)

    def test_what_was_printed_can_be_read_again(self):
        for command in ("intake", "read"):
            printed = sayso.output(command, "--json", sayso.REPORTS)
            again = sayso.output(command, "--json", "-", stdin=printed)
            self.assertEqual(
                [one["document"] for one in sayso.objects(again)], [one["document"] for one in sayso.objects(printed)]
            )

    def test_line_ends_and_encodings_do_not_matter(self):
        path = next((sayso.REPORTS / "national-banner").glob("*.txt"))
        text = path.read_text(encoding="utf-8")
        plain = sayso.output("read", "--json", path)
        for name, given in {
            "CRLF": text.replace("\n", "\r\n").encode("utf-8"),
            "byte order mark": text.encode("utf-8-sig"),
            "UTF-16": text.encode("utf-16"),
            "UTF-16BE": b"\xfe\xff" + text.encode("utf-16-be"),
            "Windows-1252": text.encode("cp1252"),
        }.items():
            with self.subTest(name):
                self.assertEqual(sayso.output("read", "--json", "-", stdin=given), plain)

    def test_given_ids_are_echoed(self):
        wire = (sayso.REPORTS / "meridian-press" / "wire.jsonl").read_text(encoding="utf-8")
        given = [json.loads(line)["id"] for line in wire.splitlines()]
        for command in ("intake", "analyse", "read"):
            printed = sayso.objects(sayso.output(command, "--json", sayso.REPORTS / "meridian-press"))
            self.assertEqual([one["given_id"] for one in printed], given)


if __name__ == "__main__":
    unittest.main()
