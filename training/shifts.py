"""Biases that are shifted after training, and shifted back when a training goes on from a weights file."""
# Coreference: the loss weighs pairs that are no coreference too much. Found on GUM's dev half.
COREF = 0.5
# Names: people, whose names augmentation exchanges, are expected too often, and organizations, which UNER has fewer of, too
# seldom. Found on the dev half of the newswire.
NAMES = {"organization": 0.7, "person": -0.7, "location": -0.3, "O": 0.8}


# Spans of statements are found too seldom, those of inner statements much more so. Found on our own dev passages.
# What an earlier file was shifted by, where it was not the same, is told by its version; but for the spans' 0.8 before 1.1, which is
# too near to matter to a training that goes on.
ATTRIBUTION, INNER = 1.1, 0.8
# Our own passages have plain statements more seldom than news has: without this a door "was closed" is an announcement.
STATE = 1.0
BEFORE_EVENTS = {"attribution": 0.2, "inner": 0.8, "state": 2.5}


def shift(tags_bias, coref_bias, sets, sign, statements=True, events=True):
    """Changes both in place; `sign` is 1 after a training and -1 before one. Weights that had no heads of statements had no shifts of
    them (`statements`); those that had no heads of events had others (`events`)."""
    now = {"attribution": ATTRIBUTION, "inner": INNER, "state": STATE} if events else BEFORE_EVENTS
    first = 1 + len(sets["upos"]) + len(sets["lemma"])
    for k, label in enumerate(sets["names"]):
        tags_bias[first + k] += sign * NAMES.get(label.removeprefix("B-").removeprefix("I-"), 0)
    coref_bias += sign * COREF
    if not statements:
        return
    attribution = first + len(sets["names"])
    inner = attribution + len(sets["attribution"]) + len(sets["mentions"]) + 1
    for k, label in enumerate(sets["attribution"]):
        if label != "O":
            tags_bias[attribution + k] += sign * now["attribution"]
            tags_bias[inner + k] += sign * now["inner"]
    acts = inner + len(sets["attribution"]) + len(sets["passing"])
    tags_bias[acts + len(sets["acts"]) + sets["acts"].index("state")] += sign * now["state"]
