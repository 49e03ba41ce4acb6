"""The second net for warning signs: a classifier that learned from messages what no pattern names."""

from dataclasses import asdict, dataclass, fields
from functools import cached_property
from pathlib import Path

import numpy as np

from assistant.nlu import softmax_regression
from triage import Guess, Thresholds

FILE = "warning_net.npz"
NONE = "none"
REGULARIZATION, LEARNING_RATE, RUNS = 10.0, 0.05, 3


@dataclass(frozen=True)
class WarningNet:
    """A fitted net. Make it by `fit` or `load`.

    Attributes:
        labels: "level/sign", and "none/kind" for look-alikes.
        weights: of the sentence vector, `[384, labels]`.
        bias: `[labels]`.
        thresholds: probabilities from which its guesses count.
    """

    labels: np.ndarray
    weights: np.ndarray
    bias: np.ndarray
    thresholds: Thresholds = Thresholds()

    def guesses(self, vectors: np.ndarray) -> list[Guess]:
        """Return what each text seems to report.

        Args:
            vectors: embeddings of sentences or whole messages, `[texts, 384]`.
        """
        logits = vectors @ self.weights + self.bias
        shares = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        return [self._guess(row) for row in shares]

    @cached_property
    def _signs(self) -> tuple[list[str], dict[str, np.ndarray]]:
        """The sign of each label, and for each level which labels are of it."""
        levels, signs = zip(*(str(label).split("/", 1) for label in self.labels))
        return list(signs), {level: np.array(levels) == level for level in set(levels)}

    def _guess(self, shares: np.ndarray) -> Guess:
        signs, labels_of = self._signs
        of_level = {level: np.where(labels, shares, 0) for level, labels in labels_of.items()}
        total = {level: float(found.sum()) for level, found in of_level.items()}
        urgent = total["emergency"] + total["urgent"]
        return Guess(
            {level: signs[found.argmax()] for level, found in of_level.items() if level != NONE},
            total["emergency"],
            urgent,
            urgent + total["soon"],
        )

    def save(self, folder: Path) -> None:
        """Write the net as plain arrays (no pickle)."""
        arrays = {"labels": self.labels, "weights": self.weights, "bias": self.bias}
        np.savez(folder / FILE, **arrays, **asdict(self.thresholds))

    @classmethod
    def load(cls, folder: Path) -> "WarningNet":
        """Read a net that `save` wrote."""
        with np.load(folder / FILE, allow_pickle=False) as stored:
            thresholds = Thresholds(**{f.name: float(stored[f.name]) for f in fields(Thresholds)})
            return cls(stored["labels"], stored["weights"], stored["bias"], thresholds)


def fit(vectors: np.ndarray, labels: np.ndarray) -> WarningNet:
    """Fit a net, with the thresholds left at their defaults.

    Args:
        vectors: embeddings of the training messages, `[texts, 384]`.
        labels: see `WarningNet`, `[texts]`.
    """
    fitted = softmax_regression.fit(vectors, labels, REGULARIZATION, LEARNING_RATE, RUNS)
    return WarningNet(fitted.labels, fitted.weights, fitted.bias)
