"""The commands from outside: what they print, what they say of bad input, and how they end."""

import contextlib
import fcntl
import gzip
import itertools
import json
import os
import pathlib
import pty
import shutil
import signal
import sqlite3
import struct
import subprocess
import tempfile
import termios
import threading
import time
import unittest

BINARY = os.environ["SAYSO"]
DONE, USAGE, MISSING, UNREADABLE, RECORD, OUTPUT, MODEL, INTERRUPTED = 0, 2, 3, 4, 5, 6, 7, 130

REPORT = """Tarn bridge collapse kills 14

TARNHOLM, March 22 (Coastline Wire) — The old bridge over the Tarn collapsed on Friday.

“Nobody told us that the bridge was in danger,” said Oskar Brandvik. At least 14 people were killed, police said.
"""


def json_line(number):
    return json.dumps({"id": str(number), "text": f"Report {number}. “We wait,” said Oskar Brandvik on Friday."})


class Commands(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path.name

    def run_sayso(self, *arguments, stdin=b"", code=DONE, **more):
        """What is printed and what is told; checks how it ends and that each message is a line of ours."""
        more.setdefault("stdout", subprocess.PIPE)
        done = subprocess.run(
            [BINARY, *arguments],
            input=stdin,
            stderr=subprocess.PIPE,
            cwd=self.folder,
            env=self.environment,
            timeout=300,
            **more,
        )
        told = done.stderr.decode()
        self.assertEqual(done.returncode, code, told)
        for line in told.splitlines():
            self.assertTrue(line.startswith("sayso: "), line)
        return (done.stdout or b"").decode(), told

    def readings(self, *arguments, **more):
        printed, told = self.run_sayso("read", "--json", *arguments, **more)
        return [json.loads(line) for line in printed.splitlines()], told

    # ---- What the commands print ----------------------------------------------------------------

    def test_read(self):
        self.write("report.txt", REPORT)
        printed, told = self.run_sayso("read", "report.txt", "--width", "72")
        self.assertEqual(told, "")
        for part in ("Tarn bridge collapse kills 14", "Who says what", "What happened", "The words"):
            self.assertIn(part, printed)
        self.assertNotIn("\x1b", printed)
        self.assertIn("\x1b[1m", self.run_sayso("read", "report.txt", "--color", "always")[0])

    def test_read_json_from_files_and_standard_input(self):
        self.write("report.txt", REPORT)
        readings, told = self.readings("report.txt")
        self.assertEqual((len(readings), told), (1, ""))
        self.assertEqual(readings[0]["format"], "sayso-reading/1")
        self.assertEqual(readings[0]["document"]["text"], REPORT)
        for arguments in (["-"], []):
            self.assertEqual(self.readings(*arguments, stdin=REPORT.encode())[0], readings)

    def test_order_is_that_of_the_input_whatever_the_threads(self):
        lines = "\n".join(json_line(number) for number in range(300)).encode()
        one, _ = self.run_sayso("read", "--json", "--threads", "1", "-", stdin=lines)
        four, _ = self.run_sayso("read", "--json", "--threads", "4", "-", stdin=lines)
        self.assertEqual(one, four)
        self.assertEqual([json.loads(line)["given_id"] for line in one.splitlines()], [str(n) for n in range(300)])

    def test_analyse(self):
        self.write("report.txt", REPORT)
        printed, _ = self.run_sayso("analyse", "--json", "report.txt")
        self.assertGreater(len(json.loads(printed)["tokens"]), 20)
        conllu, _ = self.run_sayso("analyse", "--conllu", "report.txt")
        self.assertEqual({line.count("\t") for line in conllu.splitlines() if line and line[0] != "#"}, {9})
        self.assertIn("bridge", self.run_sayso("analyse", "report.txt")[0])

    def test_intake(self):
        self.write("report.txt", REPORT)
        printed, _ = self.run_sayso("intake", "--json", "report.txt")
        self.assertEqual(json.loads(printed)["format"], "sayso-article/1")
        self.assertIn("headline", self.run_sayso("intake", "report.txt")[0])

    def test_a_record_is_added_to_and_shown(self):
        self.write("reports/one.txt", REPORT)
        self.write("reports/two.jsonl", "\n".join(json_line(number) for number in range(5)))
        self.assertEqual(self.run_sayso("add", "r.sayso", "reports")[0], "6 reports added, 0 already there.\n")
        self.assertEqual(self.run_sayso("add", "r.sayso", "reports")[0], "0 reports added, 6 already there.\n")
        self.assertEqual(
            json.loads(self.run_sayso("add", "--json", "r.sayso", "reports")[0]),
            {"added": 0, "reread": 0, "already_there": 6, "not_read": 0},
        )

        self.assertIn("6 reports", self.run_sayso("show", "r.sayso")[0])
        overview = json.loads(self.run_sayso("show", "r.sayso", "--json")[0])
        self.assertEqual((overview["documents"], overview["texts"]), (6, 6))

        self.assertIn("Tarn bridge collapse", self.run_sayso("show", "r.sayso", "document")[0])
        rows = [json.loads(line) for line in self.run_sayso("show", "r.sayso", "document", "--json")[0].splitlines()]
        self.assertEqual([row["number"] for row in rows], [1, 2, 3, 4, 5, 6])
        self.assertIn("The words", self.run_sayso("show", "r.sayso", "document", "1")[0])
        reading = self.run_sayso("show", "r.sayso", "document", rows[0]["id"], "--json")[0]
        self.assertEqual(reading, self.run_sayso("read", "--json", "reports/one.txt")[0])

        self.assertIn("Brandvik", self.run_sayso("show", "r.sayso", "speaker")[0])
        speakers = [json.loads(line) for line in self.run_sayso("show", "r.sayso", "speaker", "--json")[0].splitlines()]
        self.assertIn("Oskar Brandvik", [speaker["name"] for speaker in speakers])
        said = self.run_sayso("show", "r.sayso", "speaker", "oskar", "brandvik", "--json")[0].splitlines()
        self.assertEqual(len(said), 6)
        self.assertIn("content", json.loads(said[0]))
        self.assertIn("No statement", self.run_sayso("show", "r.sayso", "speaker", "nobody")[0])

        shown = self.run_sayso("show", "r.sayso", "words", '"old bridge"', "--width", "200")[0]
        self.assertIn("The [old bridge] over the Tarn", shown)
        places = self.run_sayso("show", "r.sayso", "words", "wait", "--most", "2", "--json")[0].splitlines()
        self.assertEqual([json.loads(place)["match"] for place in places], ["wait", "wait"])
        self.run_sayso("show", "r.sayso", "document", "99", code=MISSING)
        self.run_sayso("show", "none.sayso", code=MISSING)
        self.assertFalse((self.folder / "none.sayso").exists())

    def test_help_version_and_manual(self):
        for command in ("read", "analyse", "intake", "add", "show", "completion", "manual"):
            printed, told = self.run_sayso(command, "--help")
            self.assertIn(f"sayso {command}", printed)
            self.assertIn("Examples", printed)
            self.assertEqual(told, "")
        self.assertIn("Exit codes", self.run_sayso("--help")[0])
        self.assertRegex(self.run_sayso("--version")[0], r"^sayso \d+\.\d+\.\d+\n$")
        self.assertTrue(self.run_sayso("manual")[0].startswith(".TH SAYSO 1 "))

    def test_bash_completes(self):
        if shutil.which("bash") is None:
            self.skipTest("no bash here")
        self.write("completion.bash", self.run_sayso("completion", "bash")[0])
        self.write("reports/one two.txt", "")

        def completed(*words):
            script = (
                'source ./completion.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _sayso; '
                'printf "%s\\n" "${COMPREPLY[@]}"'
            )
            done = subprocess.run(
                ["bash", "-c", script, "bash", "sayso", *words], cwd=self.folder, stdout=subprocess.PIPE, check=True
            )
            return done.stdout.decode().split("\n")[:-1]

        self.assertEqual(completed("re"), ["read"])
        self.assertEqual(completed("--color", "always", "sh"), ["show"])
        self.assertEqual(completed("read", "--co"), ["--color"])
        self.assertEqual(completed("analyse", "--con"), ["--conllu"])
        self.assertEqual(completed("read", "--color", "n"), ["never"])
        self.assertEqual(completed("read", "reports/o"), ["reports/one two.txt"])
        self.assertEqual(completed("show", "r.sayso", "s"), ["speaker"])
        self.assertEqual(completed("completion", ""), ["bash", "zsh", "fish"])

    def test_the_other_completions_are_scripts_their_shells_read(self):
        for shell in ("zsh", "fish"):
            if shutil.which(shell) is None:
                continue
            self.write("completion", self.run_sayso("completion", shell)[0])
            subprocess.run([shell, "-n", "completion"], cwd=self.folder, check=True)

    # ---- Wrong command lines --------------------------------------------------------------------

    def test_wrong_command_lines(self):
        for arguments in ([], ["raed"], ["read", "--jsn"], ["add"], ["show"], ["show", "r", "all"], ["read", "--threads", "x"]):
            printed, told = self.run_sayso(*arguments, code=USAGE)
            self.assertEqual(printed, "")
            self.assertEqual(len(told.splitlines()), 1)
            self.assertIn("--help", told)

    # ---- Bad input ------------------------------------------------------------------------------

    def check_refused(self, content, code, *sentence_parts, name="bad.txt"):
        """The bad input has its sentence and code, the good one beside it is read all the same."""
        self.write("good.txt", REPORT)
        if content is not None:
            self.write(name, content)
        readings, told = self.readings("--quiet", name, "good.txt", code=code)
        self.assertEqual(len(readings), 1)
        self.assertEqual(len(told.splitlines()), 1, told)
        for part in (name.rstrip("/"), *sentence_parts):
            self.assertIn(part, told)
        printed, _ = self.run_sayso("add", "--quiet", "r.sayso", name, "good.txt", code=code)
        self.assertEqual(printed, "1 report added, 0 already there, 1 could not be read.\n")

    def test_weights_that_are_refused(self):
        self.write("report.txt", REPORT)
        self.write("cut.model", b"SAYSOMDL" + bytes(100))
        for name in ("cut.model", "nowhere.model"):
            printed, told = self.run_sayso("add", "record.sayso", "--model", name, "report.txt", code=MODEL)
            self.assertEqual(printed, "")
            self.assertEqual(len(told.splitlines()), 1)
            self.assertIn(name, told)
        self.assertFalse((self.folder / "record.sayso").exists())

    def test_missing_file(self):
        self.check_refused(None, MISSING, "no such file")

    def test_folder_without_reports(self):
        (self.folder / "empty").mkdir()
        self.check_refused(None, MISSING, "empty", name="empty")

    def test_empty_file(self):
        self.check_refused(b"", UNREADABLE, "empty")

    def test_binary_file(self):
        self.check_refused(b"\x7fELF\x02\x01\x01\0\0\0" + bytes(range(256)) * 20, UNREADABLE)

    def test_broken_utf8(self):
        self.check_refused(REPORT.encode() + b"\xe2\x80\x9cso\xe2\x80\x9d \xff\xfe\xf8\x81 \xe2\x28\xa1\n", UNREADABLE)

    def test_cut_off_gzip(self):
        packed = gzip.compress((REPORT * 50).encode())
        self.check_refused(packed[: len(packed) // 2], UNREADABLE, "cut off", name="cut.txt.gz")

    def test_a_line_that_is_no_object(self):
        self.write("lines.jsonl", "\n".join([json_line(1), json_line(2), '["no", "object"]', json_line(4)]))
        readings, told = self.readings("lines.jsonl", code=UNREADABLE)
        self.assertEqual([reading["given_id"] for reading in readings], ["1", "2", "4"])
        self.assertRegex(told.splitlines()[0], r"lines\.jsonl.*line 3|lines\.jsonl:3")
        self.assertIn("1 input or line could not be read; 3 reports were read", told)

    def test_a_line_of_a_hundred_megabytes(self):
        with open(self.folder / "long.jsonl", "wb") as file:
            file.write(json_line(1).encode() + b"\n")
            file.write(b'{"text": "')
            for _ in range(100):
                file.write(b"word " * 200_000)
            file.write(b'"}\n' + json_line(3).encode() + b"\n")
        readings, told = self.readings("--quiet", "long.jsonl", code=UNREADABLE)
        self.assertEqual([reading["given_id"] for reading in readings], ["1", "3"])
        self.assertIn("long.jsonl", told)
        self.assertIn("2", told)

    def test_missing_counts_for_more_than_unreadable(self):
        self.write("empty.txt", "")
        self.run_sayso("read", "empty.txt", "nowhere.txt", code=MISSING)

    def test_quiet_leaves_the_closing_line_out(self):
        self.write("good.txt", REPORT)
        self.assertEqual(len(self.readings("nowhere", "good.txt", code=MISSING)[1].splitlines()), 2)
        self.assertEqual(len(self.readings("-q", "nowhere", "good.txt", code=MISSING)[1].splitlines()), 1)

    def test_names_of_files_cannot_order_the_terminal(self):
        _, told = self.run_sayso("read", "a\x1b[2Jb\n", code=MISSING)
        self.assertNotIn("\x1b", told)

    # ---- Bad records and outputs ----------------------------------------------------------------

    def test_a_record_that_is_none(self):
        self.write("report.txt", REPORT)
        before = (self.folder / "report.txt").read_bytes()
        for arguments in (["add", "report.txt", "report.txt"], ["show", "report.txt"]):
            self.assertIn("report.txt", self.run_sayso(*arguments, code=RECORD)[1])
        self.assertEqual((self.folder / "report.txt").read_bytes(), before)
        sqlite3.connect(self.folder / "other.db").executescript("CREATE TABLE mine (a); INSERT INTO mine VALUES (1);")
        self.run_sayso("add", "other.db", "report.txt", code=RECORD)

    def test_a_record_of_a_newer_version(self):
        self.write("report.txt", REPORT)
        self.run_sayso("add", "r.sayso", "report.txt")
        with sqlite3.connect(self.folder / "r.sayso") as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            connection.execute(f"PRAGMA user_version = {version + 1}")
        connection.close()
        for arguments in (["add", "r.sayso", "report.txt"], ["show", "r.sayso"]):
            self.assertIn("newer", self.run_sayso(*arguments, code=RECORD)[1])

    def test_a_damaged_record(self):
        self.write("reports.jsonl", "\n".join(json_line(number) for number in range(200)))
        self.run_sayso("add", "r.sayso", "reports.jsonl")
        content = bytearray((self.folder / "r.sayso").read_bytes())
        content[4096:] = b"\xa5" * (len(content) - 4096)
        self.write("r.sayso", bytes(content))
        self.run_sayso("show", "r.sayso", "document", code=RECORD)

    def test_a_read_only_folder(self):
        self.write("report.txt", REPORT)
        shut = self.folder / "shut"
        shut.mkdir(mode=0o555)
        if os.access(shut, os.W_OK):  # as root; a folder in which nobody can make files stands in for it
            shut = pathlib.Path("/proc")
        _, told = self.run_sayso("add", str(shut / "r.sayso"), "report.txt", code=OUTPUT)
        self.assertIn("r.sayso", told)

    def test_a_full_disk_under_the_output(self):
        self.write("report.txt", REPORT)
        self.run_sayso("add", "r.sayso", "report.txt")
        for arguments in (["read"], ["read", "--json"], ["analyse", "--conllu"], ["intake"], ["add", "r.sayso"]):
            with open("/dev/full", "wb") as full:
                _, told = self.run_sayso(*arguments, "report.txt", stdout=full, code=OUTPUT)
            self.assertEqual(len(told.splitlines()), 1)
            self.assertIn("standard output cannot be written", told)
        for arguments in (["--help"], ["manual"], ["show", "r.sayso"]):
            with open("/dev/full", "wb") as full:
                self.run_sayso(*arguments, stdout=full, code=OUTPUT)

    def test_a_full_disk_under_the_record(self):
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=512k", "none", str(disk)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        if mounted.returncode != 0:
            self.skipTest("no small disk can be mounted here")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=True)
        self.write("reports.jsonl", "\n".join(json_line(number) for number in range(3000)))
        _, told = self.run_sayso("add", "disk/r.sayso", "reports.jsonl", code=OUTPUT)
        self.assertEqual(len(told.splitlines()), 1, told)
        self.assertIn("r.sayso", told)
        held = json.loads(self.run_sayso("show", "disk/r.sayso", "--json")[0])["documents"]
        self.assertLess(held, 3000)
        with sqlite3.connect(f"file:{disk}/r.sayso?mode=ro", uri=True) as connection:
            self.assertEqual(connection.execute("PRAGMA integrity_check").fetchone()[0], "ok")
        connection.close()

    def test_a_reader_that_has_had_enough(self):
        self.write("reports.jsonl", "\n".join(json_line(number) for number in range(2000)))
        for ignored in (False, True):  # whether SIGPIPE was ignored by whoever starts sayso
            process = subprocess.Popen(
                [BINARY, "read", "--json", "reports.jsonl"],
                cwd=self.folder,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                restore_signals=not ignored,
            )
            process.stdout.read(10)
            process.stdout.close()
            self.assertEqual(process.stderr.read(), b"")
            process.stderr.close()
            self.assertEqual(process.wait(timeout=60), DONE)

    def test_output_that_is_closed(self):
        self.write("report.txt", REPORT)
        done = subprocess.run(
            ["sh", "-c", f'exec "{BINARY}" read report.txt >&-'], cwd=self.folder, stderr=subprocess.PIPE
        )
        self.assertEqual(done.returncode, OUTPUT)

    # ---- Interruption ---------------------------------------------------------------------------

    def test_interrupted_adding_keeps_what_was_added(self):
        process = subprocess.Popen(
            [BINARY, "add", "--threads", "1", "r.sayso", "-"],
            cwd=self.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        def feed():  # goes on until nobody reads any more
            try:
                for number in itertools.count():
                    process.stdin.write(json_line(number).encode() + b"\n")
            except BrokenPipeError:
                pass

        feeder = threading.Thread(target=feed)
        feeder.start()
        deadline = time.monotonic() + 60
        while not self.documents_held() and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        printed, told = process.stdout.read(), process.stderr.read().decode()
        self.assertEqual(process.wait(timeout=60), INTERRUPTED, told)
        feeder.join()
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()
        process.stdout.close()
        process.stderr.close()

        held = self.documents_held()
        self.assertGreater(held, 0)
        self.assertEqual(printed, b"")
        self.assertRegex(told, rf"^sayso: interrupted: {held} reports? w(as|ere) added; [^\n]+\n$")
        lines = "\n".join(json_line(number) for number in range(held + 50)).encode()
        self.assertEqual(
            self.run_sayso("add", "r.sayso", "-", stdin=lines)[0],
            f"50 reports added, {held} already there.\n",
        )

    def documents_held(self):
        if not (self.folder / "r.sayso").exists():
            return 0
        done = subprocess.run([BINARY, "show", "r.sayso", "--json"], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return json.loads(done.stdout)["documents"] if done.returncode == DONE else 0

    # ---- On a terminal --------------------------------------------------------------------------

    def on_terminal(self, *arguments, columns=60, stdout=True, **environment):
        """What a terminal of that width is sent: standard error, and standard output unless it is a file."""
        try:
            leader, follower = pty.openpty()
        except OSError as error:  # a bare container
            self.skipTest(f"no terminal can be opened here: {error}")
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        with open(self.folder / "printed", "wb") as file:
            process = subprocess.Popen(
                [BINARY, *arguments],
                cwd=self.folder,
                stdin=subprocess.DEVNULL if "-" in arguments else follower,
                stdout=follower if stdout else file,
                stderr=follower,
                env={**self.environment, "TERM": "xterm", **environment},
            )
        os.close(follower)
        sent = b""
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:  # the program has ended
                break
            if not part:
                break
            sent += part
        os.close(leader)
        return process.wait(timeout=60), sent.decode()

    def test_colour_and_width_on_a_terminal(self):
        self.write("report.txt", REPORT)
        code, sent = self.on_terminal("read", "report.txt")
        self.assertEqual(code, DONE)
        self.assertIn("\x1b[1m", sent)
        plain = self.run_sayso("read", "report.txt", "--width", "60")[0]
        for switched_off in (
            self.on_terminal("read", "report.txt", NO_COLOR="1"),
            self.on_terminal("read", "report.txt", TERM="dumb"),
            self.on_terminal("read", "report.txt", "--color", "never"),
        ):
            self.assertEqual(switched_off, (DONE, plain.replace("\n", "\r\n")))

    def test_width_of_the_environment_where_there_is_no_terminal(self):
        self.write("report.txt", REPORT)
        self.environment["COLUMNS"] = "50"
        self.assertEqual(self.run_sayso("read", "report.txt"), self.run_sayso("read", "report.txt", "--width", "50"))

    def test_nothing_is_read_from_the_keyboard_unasked(self):
        code, sent = self.on_terminal("read")
        self.assertEqual(code, USAGE)
        self.assertIn("no input is given", sent)

    def test_progress_on_a_terminal_alone(self):
        line = json.dumps({"text": REPORT * 20})
        self.write("reports.jsonl", "\n".join([line.replace("Tarn", f"Tarn{number}") for number in range(600)]))
        code, sent = self.on_terminal("read", "--json", "reports.jsonl", stdout=False)
        self.assertEqual(code, DONE)
        if sent:  # a machine may be done before there is progress to show
            self.assertRegex(sent, r"^(\r\x1b\[K\d+ reports?, [\d,]+ a second)+\r\x1b\[K$")
        self.assertEqual(self.on_terminal("read", "--json", "-q", "reports.jsonl", stdout=False), (DONE, ""))


if __name__ == "__main__":
    unittest.main()
