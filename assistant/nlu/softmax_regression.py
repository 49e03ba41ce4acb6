"""Multinomial logistic regression, fitted by Adam.

It is scikit-learn's neural network without a hidden layer. On some 29,000 vectors its
`LogisticRegression` needs ten times as long, and is no more accurate on messages it has not seen.
"""

import warnings
from dataclasses import dataclass

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

BATCH = 512
# So often is each example seen, but so many steps are taken at least when there are few examples.
EPOCHS, FEWEST_STEPS = 15, 300


@dataclass(frozen=True)
class SoftmaxRegression:
    """What was fitted.

    Attributes:
        labels: names of the classes, `[labels]`.
        weights: `[features, labels]`, float32.
        bias: `[labels]`, float32.
    """

    labels: np.ndarray
    weights: np.ndarray
    bias: np.ndarray

    def logits(self, features: np.ndarray) -> np.ndarray:
        """Return one score for each row and label, `[rows, labels]`."""
        return features @ self.weights + self.bias


def fit(
    features: np.ndarray,
    labels: np.ndarray,
    regularization: float,
    learning_rate: float,
    runs: int = 1,
) -> SoftmaxRegression:
    """Fit three classes or more.

    Args:
        features: `[rows, features]`, float32.
        labels: the class of each row, `[rows]`.
        regularization: scikit-learn's `C`; larger fits the rows more closely.
        learning_rate: how far Adam goes in one step.
        runs: of Adam, each in another order of the rows. It ends a little beside the optimum, each
            time elsewhere; the mean is nearer.
    """
    fitted = [_fit_once(features, labels, regularization, learning_rate, seed) for seed in range(runs)]
    weights = np.mean([run.coefs_[0] for run in fitted], axis=0, dtype=np.float32)
    bias = np.mean([run.intercepts_[0] for run in fitted], axis=0, dtype=np.float32)
    return SoftmaxRegression(fitted[0].classes_, weights, bias)


def _fit_once(
    features: np.ndarray, labels: np.ndarray, regularization: float, learning_rate: float, seed: int
) -> MLPClassifier:
    batch = min(BATCH, len(features))
    epochs = max(EPOCHS, FEWEST_STEPS * batch // len(features))
    model = MLPClassifier(
        hidden_layer_sizes=(),
        alpha=batch / (regularization * len(features)),  # scikit-learn divides it by the batch's size
        batch_size=batch,
        learning_rate_init=learning_rate,
        max_iter=epochs,
        n_iter_no_change=epochs,
        random_state=seed,
    )
    with warnings.catch_warnings():  # stopping after a set number of steps is meant
        warnings.simplefilter("ignore", ConvergenceWarning)
        return model.fit(features, labels)
