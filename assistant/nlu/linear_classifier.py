"""Which label a text belongs to: logistic regression over its embedding and its letters.

The embedding knows what words mean; character n-grams still see a word that is misspelt. The n-grams are
compressed by a truncated SVD, which makes the fit some ten times faster at the same accuracy. The
confidence is calibrated on phrases that neither a first fit nor the encoder's adaptation has seen,
without a hand-set threshold.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from assistant.nlu import softmax_regression
from assistant.nlu.adapter import is_held_out

FILE = "classifier.npz"
# The n-grams are compressed by what every third phrase shows: three times as fast, as accurate.
SAMPLED = 3
LEARNING_RATE = 0.02


@dataclass(frozen=True)
class Settings:
    """How the classifier is fitted. The defaults are the component's defaults in `config.yml`.

    Attributes:
        regularization: scikit-learn's `C`; larger fits the phrases more closely.
        char_weight: how much the letters count beside the embedding (1: as much).
        char_dimensions: size to which the n-grams are compressed.
        rejected: share of in-scope training phrases that may fall below confidence 0.5.
        seed: makes the split and the SVD the same every time.
    """

    regularization: float = 30.0
    char_weight: float = 1.0
    char_dimensions: int = 300
    rejected: float = 0.02
    seed: int = 0


@dataclass(frozen=True)
class LinearClassifier:
    """A fitted classifier. Make it by `fit_calibrated` or `load`.

    Attributes:
        labels: names of the classes, `[labels]`.
        dense: weights of the embedding, `[384, labels]`.
        chars: weights of the n-grams, `[terms, labels]`.
        bias: `[labels]`.
        boundary: the winning logit at which the confidence is 0.5.
    """

    labels: np.ndarray
    vectorizer: TfidfVectorizer
    dense: np.ndarray
    chars: np.ndarray
    bias: np.ndarray
    boundary: float

    def logits(self, texts: list[str], embeddings: np.ndarray) -> np.ndarray:
        """Return one score for each text and label, `[len(texts), labels]`."""
        letters = self.vectorizer.transform(texts)
        return letters @ self.chars + embeddings @ self.dense + self.bias

    def confidences(self, text: str, embedding: np.ndarray) -> np.ndarray:
        """Return the calibrated confidence of each label for one text, `[labels]`, in 0 to 1."""
        logits = self._score_of_letters(text) + embedding @ self.dense + self.bias
        return 1 / (1 + np.exp(self.boundary - logits))

    def _score_of_letters(self, text: str) -> np.ndarray:
        """Return what `logits` adds for the n-grams, `[labels]`: several times faster for one text."""
        terms = self.vectorizer.vocabulary_
        counts = Counter(terms[term] for term in self._terms_of(text) if term in terms)
        if not counts:
            return np.zeros_like(self.bias)
        rows = np.fromiter(counts, int)
        weights = self._idf[rows] * (1 + np.log(np.fromiter(counts.values(), np.float32)))
        return weights / np.linalg.norm(weights) @ self.chars[rows]

    @cached_property
    def _terms_of(self) -> Callable[[str], list[str]]:
        return self.vectorizer.build_analyzer()

    @cached_property
    def _idf(self) -> np.ndarray:
        return self.vectorizer.idf_.astype(np.float32)

    def save(self, folder: Path) -> None:
        """Write the model as plain arrays (no pickle)."""
        terms, positions = zip(*self.vectorizer.vocabulary_.items())
        np.savez(
            folder / FILE,
            labels=self.labels,
            terms=np.array(terms)[np.argsort(positions)],
            idf=self.vectorizer.idf_,
            dense=self.dense,
            chars=self.chars,
            bias=self.bias,
            boundary=self.boundary,
        )

    @classmethod
    def load(cls, folder: Path) -> "LinearClassifier":
        """Read a model that `save` wrote."""
        with np.load(folder / FILE, allow_pickle=False) as arrays:
            terms = {term: i for i, term in enumerate(arrays["terms"].tolist())}
            vectorizer = _vectorizer(terms)
            vectorizer.idf_ = arrays["idf"]
            return cls(
                labels=arrays["labels"],
                vectorizer=vectorizer,
                dense=arrays["dense"],
                chars=arrays["chars"],
                bias=arrays["bias"],
                boundary=float(arrays["boundary"]),
            )


def _vectorizer(vocabulary: dict[str, int] | None = None) -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer="char_wb",
        ngram_range=(2, 4),
        min_df=1 if vocabulary else 2,
        sublinear_tf=True,
        vocabulary=vocabulary,
        dtype=np.float32,
    )


def fit_calibrated(
    texts: list[str], dense: np.ndarray, labels: list[str], settings: Settings
) -> LinearClassifier:
    """Fit, and set the boundary on phrases held out from a first fit and from the encoder's adaptation.

    Args:
        texts: the training phrases.
        dense: their sentence vectors, `[len(texts), 384]`.
        labels: their classes.
        settings: see `Settings`.
    """
    names = np.array(labels)
    unseen = np.array([is_held_out(text) for text in texts])
    vectorizer = _vectorizer()
    letters = vectorizer.fit_transform(texts)
    project = _compression(letters, settings)
    features = np.hstack([dense, letters @ project]).astype(np.float32)
    first = softmax_regression.fit(
        features[~unseen], names[~unseen], settings.regularization, LEARNING_RATE
    )
    winning = first.logits(features[unseen]).max(axis=1)
    fitted = softmax_regression.fit(features, names, settings.regularization, LEARNING_RATE)
    return LinearClassifier(
        labels=fitted.labels,
        vectorizer=vectorizer,
        dense=fitted.weights[: dense.shape[1]],
        chars=project @ fitted.weights[dense.shape[1] :],
        bias=fitted.bias,
        boundary=float(np.quantile(winning, settings.rejected)),
    )


def _compression(letters: csr_matrix, settings: Settings) -> np.ndarray:
    """Return the matrix that compresses n-grams, `[terms, dimensions]`, from `[texts, terms]`."""
    sample = letters[::SAMPLED]
    size = min(settings.char_dimensions, sample.shape[0], letters.shape[1] - 1)
    svd = TruncatedSVD(size, n_iter=2, random_state=settings.seed).fit(sample)
    return (svd.components_.T * settings.char_weight).astype(np.float32)
