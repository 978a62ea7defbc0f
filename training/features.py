"""What the encoder is fed of a word, as docs/model.md has it: wordpieces, shape and gap."""
import unicodedata
from functools import lru_cache

MOST_PIECES = 16


class Wordpieces:
    def __init__(self, lines):
        self.lines = lines
        self.ids = {piece: k for k, piece in enumerate(lines)}
        self.unknown, self.begin, self.end, self.mask = (self.ids[p] for p in ("[UNK]", "[CLS]", "[SEP]", "[MASK]"))
        self.of = lru_cache(maxsize=400_000)(self.pieces_of)

    def pieces_of(self, word):
        ids = [i for run in runs_of(word) for i in self.greedy(run)][:MOST_PIECES]
        return tuple(ids) or (self.unknown,)

    def greedy(self, run):
        if len(run) > 100:
            return [self.unknown]
        ids, at = [], 0
        while at < len(run):
            for end in range(len(run), at, -1):
                found = self.ids.get(("##" if at else "") + run[at:end])
                if found is not None:
                    break
            else:
                return [self.unknown]
            ids.append(found)
            at = end
        return ids


def runs_of(word):
    """Lower case, without marks, parted at white space, punctuation and ideographs."""
    word = "".join(c for c in word if c in "\t\n\r" or not unicodedata.category(c).startswith("C") and c not in "\0\ufffd")
    word = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    runs, run = [], ""
    for c in word:
        alone = is_mark(c) or is_ideograph(ord(c))
        if c.isspace() or alone:
            if run:
                runs.append(run)
            run = ""
            if alone:
                runs.append(c)
        else:
            run += c
    return runs + [run] if run else runs


def is_mark(c):
    code = ord(c)
    return 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126 or unicodedata.category(c).startswith("P")


def is_ideograph(code):
    return (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2CEAF
            or 0x2F800 <= code <= 0x2FA1F)


@lru_cache(maxsize=400_000)
def shape_of(word):
    kinds = [unicodedata.category(c) for c in word]
    letters = [k for k in kinds if k[0] == "L"]
    upper = sum(k in ("Lu", "Lt") for k in letters)
    digits = any(k == "Nd" for k in kinds)
    if not letters:
        return 6 if digits else 8
    if digits:
        return 7
    if not upper:
        return 1
    if len(letters) == 1:
        return 4
    if upper == len(letters):
        return 3
    return 2 if upper == 1 and letters[0] in ("Lu", "Lt") else 5
