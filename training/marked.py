"""Passages with marked words, as training/own and training/events hold them (their README.md tell the format)."""
import re


class Mistake(ValueError):
    pass


def passages(path):
    """(name, text with marks, lines of attributes) of each passage of a file."""
    at = 1
    for block in re.split(r"(?m)^===[ \t]*\n", path.read_text(encoding="utf-8")):
        if block.strip():
            marked, parted, rest = block.partition("\n---")
            name = f"{path.name}:{at}"
            if not parted:
                raise Mistake(f"{name}: the passage has no line ---")
            yield name, marked.strip(), [line for line in rest.strip().splitlines() if line.strip()]
        at += block.count("\n") + 1


def unmark(name, marked, roles):
    """(text, {number: {role: [[begin, end], …]}}); offsets in code points. `roles` names the letters."""
    tokens = re.compile(rf"\\(?P<plain>[\[\]])|\[(?P<labels>[{''.join(roles)}]\d+(?:,[{''.join(roles)}]\d+)*) |(?P<close>\])|(?P<wrong>\[)")
    text, opened, spans, last = "", [], {}, 0
    for token in tokens.finditer(marked):
        text += marked[last:token.start()]
        last = token.end()
        if token["plain"]:
            text += token["plain"]
        elif token["labels"]:
            opened.append((token["labels"].split(","), len(text)))
        elif token["close"]:
            if not opened:
                raise Mistake(f"{name}: a bracket closes that was not opened, behind {text[-30:]!r}")
            labels, begin = opened.pop()
            if not text[begin:].strip() or text[begin:] != text[begin:].strip():
                raise Mistake(f"{name}: white space at the edge of {text[begin:]!r}")
            for label in labels:
                spans.setdefault(label[1:], {}).setdefault(roles[label[0]], []).append([begin, len(text)])
        else:
            raise Mistake(f"{name}: a bracket without labels, behind {text[-30:]!r}")
    text += marked[last:]
    if opened:
        raise Mistake(f"{name}: the bracket {opened[-1][0]} is not closed")
    return text, spans


def load(folder, parse, part, dev_every=5):
    """All passages of `part` (train or dev): every fifth of a file is dev, and none of a file in `train_only`."""
    found = [parse(*passage) for path in sorted(folder.glob("*.txt")) for k, passage in enumerate(passages(path))
             if (k % dev_every == dev_every - 1) == (part == "dev")]
    if part == "train":
        found += [parse(*passage) for path in sorted((folder / "train_only").glob("*.txt")) for passage in passages(path)]
    return found


def check(files, parse, things):
    """Prints the mistakes of the files and what they hold; gives how many mistakes. `things` names the list that parse gives."""
    mistakes, held, kinds = 0, [], {}
    for path in files:
        try:
            for passage in passages(path):
                try:
                    held.append(parse(*passage))
                except Mistake as mistake:
                    print(mistake)
                    mistakes += 1
        except Mistake as mistake:
            print(mistake)
            mistakes += 1
    for thing in (thing for passage in held for thing in passage[things]):
        kind = thing.get("act") or thing["kind"]
        kinds[kind] = kinds.get(kind, 0) + 1
    print(f"{len(held)} passages, {sum(kinds.values())} {things}, {mistakes} mistakes;",
          ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items(), key=lambda pair: -pair[1])))
    return mistakes
