"""Numbers that describe how a text speaks of warning signs, for a net that learns from them."""

import numpy as np
from spacy.tokens import Doc

from knowledge.red_flags import STATUSES
from triage.finding import Finding

_SPEAKER = {"i", "me", "my", "mine", "myself"}
_OTHERS = {
    "he", "she", "his", "her", "him", "husband", "wife", "mum", "mom", "dad", "mother", "father", "son",
    "daughter", "partner", "gran", "nan", "grandad", "brother", "sister", "hubby", "kid", "boy", "girl",
}  # fmt: skip
_LEVELS = ("emergency", "urgent", "soon")
_LONG = 30
SIZE = len(STATUSES) + 2 * len(_LEVELS) + 5


def describe(doc: Doc, findings: list[Finding]) -> np.ndarray:
    """Return the description of a text, float32 `[SIZE]`, each number in about 0 to 1.

    Which cues it holds; which levels are mentioned as present and otherwise; whether it speaks of the
    writer, of somebody else, supposes, asks; how long it is.
    """
    cues = {span.label_ for way in ("before", "after", "anywhere") for span in doc.spans[way]}
    present = {f.sign.level for f in findings if f.status == "present"}
    other = {f.sign.level for f in findings if f.status != "present"}
    words = {token.lower_ for token in doc}
    return np.array(
        [
            *(status in cues for status in STATUSES),
            *(level in present for level in _LEVELS),
            *(level in other for level in _LEVELS),
            bool(words & _SPEAKER),
            bool(words & _OTHERS),
            "if" in words,
            "?" in words,
            min(len(doc) / _LONG, 2),
        ],
        dtype=np.float32,
    )
