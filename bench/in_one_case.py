#!/usr/bin/env python3
"""Runs an analyser on texts in one case and gives its answers as if the texts had been as they are, for the scorers:

    score.py run names GOLD --analyser 'python3 bench/in_one_case.py upper sayso analyse --json -'

Only letters whose other case is as long as they are change, so that all positions stay. Cases: upper, lower. With `stops`,
full stops at the ends of lines become spaces, as in headlines and lists.
"""
import json
import re
import subprocess
import sys

CHANGES = {
    "upper": lambda text: "".join(c.upper() if len(c.upper()) == 1 else c for c in text),
    "lower": lambda text: "".join(c.lower() if len(c.lower()) == 1 else c for c in text),
    "stops": lambda text: re.sub(r"\.(?=\n|$)", " ", text),
}


def main():
    change, command = CHANGES[sys.argv[1]], sys.argv[2:]
    documents = [json.loads(line) for line in sys.stdin]
    texts = {d["id"]: d["text"] for d in documents}
    given = "".join(json.dumps({**d, "text": change(d["text"])}) + "\n" for d in documents)
    out = subprocess.run(command, input=given, stdout=subprocess.PIPE, text=True, check=True).stdout
    for line in out.splitlines():
        analysis = json.loads(line)
        text = texts[analysis["given_id"]]
        analysis["text"] = text
        for token in analysis["tokens"]:
            token["form"] = text[slice(*token["span"])]
        print(json.dumps(analysis))


if __name__ == "__main__":
    main()
