"""The second net for warning signs: a classifier that learned from messages, sentence by sentence."""

from dataclasses import asdict, dataclass, fields
from pathlib import Path

import numpy as np

from assistant.nlu.linear_classifier import LinearClassifier
from knowledge.red_flags import LEVELS
from triage import Guess, Reading, Thresholds

THRESHOLDS_FILE = "thresholds.npz"
NONE = "none"
# The embedding has length 1; the description should count about as much (measured by cross-validation).
DESCRIPTION_WEIGHT = 0.5


@dataclass(frozen=True)
class WarningNet:
    """A fitted net; labels are "level/sign", and "none/kind" for look-alikes."""

    classifier: LinearClassifier
    thresholds: Thresholds

    def guesses(self, texts: list[str], readings: list[Reading], embeddings: np.ndarray) -> list[Guess]:
        """Return what each text seems to report.

        Args:
            texts: sentences, or whole messages.
            readings: how the screen read them.
            embeddings: their vectors, `[len(texts), 384]`.
        """
        return guesses(self.classifier, texts, inputs(readings, embeddings))

    def save(self, folder: Path) -> None:
        """Write the net as plain arrays."""
        self.classifier.save(folder)
        np.savez(folder / THRESHOLDS_FILE, **asdict(self.thresholds))

    @classmethod
    def load(cls, folder: Path) -> "WarningNet":
        """Read a net that `save` wrote."""
        with np.load(folder / THRESHOLDS_FILE, allow_pickle=False) as stored:
            thresholds = Thresholds(**{f.name: float(stored[f.name]) for f in fields(Thresholds)})
        return cls(LinearClassifier.load(folder), thresholds)


def inputs(readings: list[Reading], embeddings: np.ndarray) -> np.ndarray:
    """Return what the net sees beside letters and words: the meaning, and how the signs are spoken of.

    Shape: `[len(readings), 384 + triage.features.SIZE]`.
    """
    described = np.array([reading.description for reading in readings])
    return np.hstack([embeddings, DESCRIPTION_WEIGHT * described]).astype(np.float32)


def guesses(classifier: LinearClassifier, texts: list[str], dense: np.ndarray) -> list[Guess]:
    """Return a guess for each text; `dense` as `inputs` makes it."""
    logits = classifier.logits(texts, dense)
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    levels = np.array([label.partition("/")[0] for label in classifier.labels])
    named = levels != NONE
    found = []
    for row in shares:
        best = int(np.where(named, row, -1).argmax())
        level, _, sign = str(classifier.labels[best]).partition("/")
        by_level = {name: float(row[levels == name].sum()) for name in LEVELS}
        urgent = by_level["emergency"] + by_level["urgent"]
        found.append(Guess(sign, level, by_level["emergency"], urgent, urgent + by_level["soon"]))
    return found
