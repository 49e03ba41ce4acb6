"""Which label a text belongs to: logistic regression over its embedding, its letters and its words.

The embedding knows what words mean; character n-grams still see a word that is misspelt; word n-grams,
where they are asked for, see "no pain" and "pain" apart. The n-grams are compressed by a truncated SVD,
which makes the fit some ten times faster at the same accuracy. The confidence is calibrated on training
phrases held out from a first fit, without a hand-set threshold.
"""

import re
import warnings
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from sklearn.decomposition import TruncatedSVD
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

FILE = "classifier.npz"
# More steps change no answer (measured), they only take longer.
ITERATIONS = 60
_LETTERS = CountVectorizer(analyzer="char_wb", ngram_range=(2, 4)).build_analyzer()
_TOKEN = re.compile(r"[\w']+")


@dataclass(frozen=True)
class Settings:
    """How the classifier is fitted. The defaults are the component's defaults in `config.yml`.

    Attributes:
        regularization: scikit-learn's `C`; larger fits the phrases more closely.
        char_weight: how much the letters count beside the embedding (1: as much).
        char_dimensions: size to which the n-grams are compressed.
        word_ngrams: longest sequence of words that counts beside the letters; 0 for none.
        rejected: share of in-scope training phrases that may fall below confidence 0.5.
        held_out: share of the training phrases that sets the calibration.
        seed: makes the split and the SVD the same every time.
    """

    regularization: float = 30.0
    char_weight: float = 1.0
    char_dimensions: int = 300
    word_ngrams: int = 0
    rejected: float = 0.05
    held_out: float = 0.2
    seed: int = 0


@dataclass(frozen=True)
class LinearClassifier:
    """A fitted classifier. Make it by `fit`, `fit_calibrated` or `load`.

    Attributes:
        labels: names of the classes, `[labels]`.
        dense: weights of the embedding, `[384, labels]`.
        chars: weights of the n-grams, `[terms, labels]`.
        bias: `[labels]`.
        boundary: the winning logit at which the confidence is 0.5.
        word_ngrams: as in the settings it was fitted with.
    """

    labels: np.ndarray
    vectorizer: TfidfVectorizer
    dense: np.ndarray
    chars: np.ndarray
    bias: np.ndarray
    boundary: float
    word_ngrams: int = 0

    def logits(self, texts: list[str], embeddings: np.ndarray) -> np.ndarray:
        """Return one score for each text and label, `[len(texts), labels]`."""
        letters = self.vectorizer.transform(texts)
        return letters @ self.chars + embeddings @ self.dense + self.bias

    def confidences(self, text: str, embedding: np.ndarray) -> np.ndarray:
        """Return the calibrated confidence of each label for one text, `[labels]`, in 0 to 1."""
        logits = self.logits([text], embedding[None, :])[0]
        return 1 / (1 + np.exp(self.boundary - logits))

    def save(self, folder: Path) -> None:
        """Write the model as plain arrays (no pickle)."""
        terms, positions = zip(*self.vectorizer.vocabulary_.items())
        np.savez(
            folder / FILE,
            labels=self.labels,
            word_ngrams=self.word_ngrams,
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
            word_ngrams = int(arrays["word_ngrams"])
            terms = {term: i for i, term in enumerate(arrays["terms"].tolist())}
            vectorizer = _vectorizer(word_ngrams, terms)
            vectorizer.idf_ = arrays["idf"]
            return cls(
                labels=arrays["labels"],
                vectorizer=vectorizer,
                dense=arrays["dense"],
                chars=arrays["chars"],
                bias=arrays["bias"],
                boundary=float(arrays["boundary"]),
                word_ngrams=word_ngrams,
            )


def _letters_and_words(text: str, words: int) -> list[str]:
    """Return the n-grams of a text: 2 to 4 letters within words, and 1 to `words` words."""
    found = _LETTERS(text)
    if words:
        tokens = _TOKEN.findall(text.lower())
        for size in range(1, words + 1):
            found += ["w:" + " ".join(tokens[i : i + size]) for i in range(len(tokens) - size + 1)]
    return found


def _vectorizer(words: int, vocabulary: dict[str, int] | None = None) -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer=partial(_letters_and_words, words=words),
        min_df=1 if vocabulary else 2,
        sublinear_tf=True,
        vocabulary=vocabulary,
        dtype=np.float32,
    )


def fit_calibrated(
    texts: list[str], dense: np.ndarray, labels: list[str], settings: Settings
) -> LinearClassifier:
    """Fit, and set the boundary on phrases held out from a first fit.

    Args:
        texts: the training phrases.
        dense: their sentence vectors, `[len(texts), 384]`.
        labels: their classes; each class needs at least `1 / settings.held_out` phrases.
        settings: see `Settings`.
    """
    names = np.array(labels)
    train, rest = train_test_split(
        np.arange(len(texts)),
        test_size=settings.held_out,
        stratify=names,
        random_state=settings.seed,
    )
    model = fit([texts[i] for i in train], dense[train], names[train], settings)
    winning = model.logits([texts[i] for i in rest], dense[rest]).max(axis=1)
    boundary = float(np.quantile(winning, settings.rejected))
    return fit(texts, dense, names, settings, boundary)


def fit(
    texts: list[str],
    dense: np.ndarray,
    labels: np.ndarray,
    settings: Settings,
    boundary: float = 0.0,
) -> LinearClassifier:
    """Fit without calibration.

    Args:
        texts: the training phrases.
        dense: their vectors, `[len(texts), features]`; further columns may stand behind the embedding.
        labels: their classes, `[len(texts)]`.
        settings: see `Settings`.
        boundary: see `LinearClassifier`.
    """
    vectorizer = _vectorizer(settings.word_ngrams)
    letters = vectorizer.fit_transform(texts)
    size = min(settings.char_dimensions, letters.shape[1] - 1)
    svd = TruncatedSVD(size, n_iter=2, random_state=settings.seed).fit(letters)
    project = (svd.components_.T * settings.char_weight).astype(np.float32)
    features = np.hstack([dense, letters @ project]).astype(np.float32)
    model = LogisticRegression(C=settings.regularization, max_iter=ITERATIONS)
    with warnings.catch_warnings():  # stopping early is meant
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(features, labels)
    weights = model.coef_.T.astype(np.float32)
    return LinearClassifier(
        labels=model.classes_,
        vectorizer=vectorizer,
        dense=weights[: dense.shape[1]],
        chars=project @ weights[dense.shape[1] :],
        bias=model.intercept_.astype(np.float32),
        boundary=boundary,
        word_ngrams=settings.word_ngrams,
    )
