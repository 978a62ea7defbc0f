"""Damaged input: never a crash, never half a line, always one of the documented exit codes."""

import pathlib
import random
import subprocess
import tempfile
import unittest

import sayso


def cut(data, chance):
    return data[: chance.randrange(len(data))]


def cut_front(data, chance):
    return data[chance.randrange(len(data)) :]


def flip_bits(data, chance):
    out = bytearray(data)
    for _ in range(chance.randint(1, 40)):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def shuffle_lines(data, chance):
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def double_parts(data, chance):
    out = data
    for _ in range(3):
        begin = chance.randrange(len(out))
        part = out[begin : begin + chance.randint(1, 400)]
        at = chance.randrange(len(out))
        out = out[:at] + part * chance.randint(1, 20) + out[at:]
    return out


def drop_parts(data, chance):
    out = data
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(out))
        out = out[:at] + out[at + chance.randint(1, 30) :]
    return out or b" "


SIGNS = ["\"", "“", "”", "‘", "’", "«", "»", "„", "'", "\n", "\n\n", "(", ")", "—", ":", " said ", ".", "\u200b", "\u0301", "\0", "🌍", "{", "}"]


def add_signs(data, chance):
    out = data
    for _ in range(chance.randint(1, 60)):
        at = chance.randrange(len(out))
        out = out[:at] + chance.choice(SIGNS).encode() + out[at:]
    return out


def random_bytes(data, chance):
    return bytes(chance.randrange(256) for _ in range(chance.randint(1, 3000)))


def random_signs(data, chance):
    return "".join(chance.choice(SIGNS + ["Lask", " ", "police", "11"]) for _ in range(chance.randint(1, 800))).encode()


DAMAGES = [cut, cut_front, flip_bits, shuffle_lines, double_parts, drop_parts, add_signs, random_bytes, random_signs]


class DamagedInput(unittest.TestCase):
    def check(self, command, data, name):
        try:
            done = sayso.run(command, "--json", "-", stdin=data, timeout=120)
        except subprocess.TimeoutExpired:
            self.keep(data, name)
            self.fail(f"{name}: no end")
        told = done.stderr.decode("utf-8", errors="replace")
        try:
            self.assertIn(done.returncode, (sayso.FINE, sayso.MISSING_INPUT, sayso.BAD_INPUT), told)
            self.assertTrue(done.returncode == sayso.FINE or told, "refused without a word")
            for one in sayso.objects(done.stdout):
                self.assertIsInstance(one, dict)
        except Exception:
            self.keep(data, name)
            raise

    @staticmethod
    def keep(data, name):
        path = pathlib.Path(tempfile.gettempdir()) / f"sayso-damaged-{name}"
        path.write_bytes(data)
        print(f"kept {path}", flush=True)

    def test_damaged_reports(self):
        chance = random.Random(1)
        files = sorted(path for path in sayso.REPORTS.rglob("*") if path.is_file())
        for damage in DAMAGES:
            for turn in range(12):
                path = chance.choice(files)
                data = damage(path.read_bytes(), chance)
                command = chance.choice(["read", "read", "analyse", "intake"])
                with self.subTest(damage=damage.__name__, file=path.name, turn=turn):
                    self.check(command, data, f"{damage.__name__}-{turn}")

    def test_damaged_readings(self):
        chance = random.Random(2)
        printed = sayso.output("read", "--json", sayso.REPORTS / "meridian-press")
        for damage in DAMAGES:
            for turn in range(4):
                with self.subTest(damage=damage.__name__, turn=turn):
                    self.check("read", damage(printed, chance), f"reading-{damage.__name__}-{turn}")

    def test_a_damaged_line_does_not_harm_the_others(self):
        lines = (sayso.REPORTS / "meridian-press" / "wire.jsonl").read_bytes().splitlines(keepends=True)
        done = sayso.run("read", "--json", "-", stdin=b"".join(lines[:2]) + b'{"text": "cut\n' + b"".join(lines[2:]))
        self.assertEqual(done.returncode, sayso.BAD_INPUT)
        self.assertEqual(done.stdout, sayso.output("read", "--json", "-", stdin=b"".join(lines)))
        self.assertIn(b"3", done.stderr)


if __name__ == "__main__":
    unittest.main()
