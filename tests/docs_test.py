#!/usr/bin/env python3
"""Checks that the documents say what is true: docs_test.py SAYSO [--update]

- ```console blocks of README.md and CONTRIBUTING.md are run, command by command ("$ …"), in a folder that holds
  examples/, and must print what the document shows.
- ```python blocks are run there too and must print the ```text block that follows.
- The program and the CMakeLists.txt in docs/cpp.md are those that the tests build.
- Links to files of the project lead somewhere, and version numbers agree.

--update writes what the commands print into the documents instead of comparing it.
"""
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
RUN_DOCUMENTS = ["README.md", "CONTRIBUTING.md"]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)

sayso = Path("sayso")


def documents() -> list[Path]:
    folders = ["", "docs", "lexicon", "gazetteer", "examples", "model", "training", "tests", "bench", "fuzz"]
    return [path for folder in folders for path in sorted((PROJECT / folder).glob("*.md"))]


class Shell:
    """Runs a document's commands in a folder of their own."""

    def __init__(self, folder: str):
        self.folder = folder
        os.symlink(PROJECT / "examples", f"{folder}/examples")
        self.environment = dict(os.environ, PATH=f"{sayso.parent}:{os.environ['PATH']}", COLUMNS="100",
                                LC_ALL="C.UTF-8", PYTHONUTF8="1", NO_COLOR="1")

    def run(self, command: list[str]) -> str:
        done = subprocess.run(command, cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120)
        if done.returncode != 0:
            raise AssertionError(f"{command[-1]}\nended with status {done.returncode}:\n{done.stdout}")
        return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())

    def console(self, block: str) -> str:
        """The block as it ought to be: each command and what it prints."""
        out = ""
        for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
            out += f"$ {command}\n" + self.run(["bash", "-o", "pipefail", "-c", command])
        return out


def as_it_is(text: str) -> str:
    """A document with its blocks replaced by what their commands print."""
    with tempfile.TemporaryDirectory() as folder:
        shell = Shell(folder)
        printed = None  # by the last Python block, until a text block took it

        def replace(block: re.Match) -> str:
            nonlocal printed
            language, body = block.groups()
            if language == "console":
                body = shell.console(body)
            elif language == "python":
                printed = shell.run([sys.executable, "-c", body])
            elif language == "text" and printed is not None:
                body, printed = printed, None
            return f"```{language}\n{body}```"

        return BLOCK.sub(replace, text)


class Documents(unittest.TestCase):
    maxDiff = None

    def test_commands_print_what_the_documents_show(self):
        for name in RUN_DOCUMENTS:
            with self.subTest(name):
                text = (PROJECT / name).read_text(encoding="utf-8")
                self.assertEqual(text, as_it_is(text), "tests/docs_test.py --update writes the new output")

    def test_cases_and_cues_shown_to_contributors_are_real(self):
        sources = {"cases": "tests/cases/*/*.txt", "tsv": "lexicon/*.tsv"}
        for language, body in BLOCK.findall((PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")):
            if language in sources:
                texts = [path.read_text(encoding="utf-8") for path in PROJECT.glob(sources[language])]
                self.assertTrue(any(body in text for text in texts), body)

    def test_readme_begins_with_what_it_is_and_the_two_commands(self):
        head = (PROJECT / "README.md").read_text(encoding="utf-8").split("\n\n")
        self.assertEqual(head[0], "# Sayso")
        self.assertTrue(head[1].startswith("Sayso "))
        commands = re.findall(r"^(\./run \w+)", head[2], re.MULTILINE)
        self.assertEqual(commands, ["./run demo", "./run test"])

    def test_commands_of_the_run_script_exist(self):
        known = set(re.findall(r"^  (\w+) ", subprocess.run([PROJECT / "run", "help"], check=True, text=True,
                                                            capture_output=True).stdout, re.MULTILINE))
        for path in documents():
            for command in re.findall(r"\./run (\w+)", path.read_text(encoding="utf-8")):
                self.assertIn(command, known, path)

    def test_links_lead_somewhere(self):
        for path in documents():
            text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
            for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
                if not re.match(r"\w+:", target):
                    self.assertTrue((path.parent / target).exists(), f"{path.name}: {target}")

    def test_versions_agree(self):
        def first(name: str, pattern: str) -> str:
            found = re.search(pattern, (PROJECT / name).read_text(encoding="utf-8"), re.MULTILINE)
            self.assertIsNotNone(found, name)
            return found.group(1)

        version = first("CMakeLists.txt", r"^project\(sayso VERSION (\S+)")
        self.assertEqual(version, first("include/sayso/version.h", r'version = "(.*)"'))
        self.assertEqual(version, first("CHANGELOG.md", r"^## (\d\S+)"))
        printed = subprocess.run([sayso, "--version"], check=True, capture_output=True, text=True).stdout
        self.assertIn(version, printed.split())

    def test_cpp_page_shows_the_program_that_is_built(self):
        blocks = dict(BLOCK.findall((PROJECT / "docs/cpp.md").read_text(encoding="utf-8")))
        self.assertEqual(blocks["cpp"], (PROJECT / "docs/example.cpp").read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as folder:
            os.symlink(PROJECT, f"{folder}/sayso")
            os.symlink(PROJECT / "docs/example.cpp", f"{folder}/example.cpp")
            Path(folder, "CMakeLists.txt").write_text(blocks["cmake"], encoding="utf-8")
            configured = subprocess.run(["cmake", "-G", "Ninja", "-S", folder, "-B", f"{folder}/build"],
                                        capture_output=True, text=True)
            self.assertEqual(configured.returncode, 0, configured.stderr)


def update() -> None:
    for name in RUN_DOCUMENTS:
        path = PROJECT / name
        path.write_text(as_it_is(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sayso = Path(sys.argv[1]).resolve()
    if "--update" in sys.argv:
        update()
    else:
        unittest.main(argv=sys.argv[:1])
