"""Softmax regression finds the classes, whatever the size of the data, and the same every time."""

from functools import partial

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from assistant.nlu import softmax_regression
from assistant.nlu.softmax_regression import BATCH

fit = partial(softmax_regression.fit, learning_rate=0.05)
LABELS = np.array(["swim", "wear", "pay"])


def cloud(rows, spread=0.4):
    """Points around one axis a class, which overlap."""
    random = np.random.default_rng(0)
    classes = np.arange(rows) % 3
    points = np.eye(8)[classes] + random.normal(0, spread, (rows, 8))
    return points.astype(np.float32), LABELS[classes]


@pytest.mark.parametrize("rows", [12, BATCH - 1, BATCH, 3 * BATCH + 7])
def test_it_agrees_with_logistic_regression(rows):
    points, labels = cloud(rows)
    fitted = fit(points, labels, regularization=1.0)
    exact = LogisticRegression(C=1.0, max_iter=1000).fit(points, labels)
    assert fitted.labels.tolist() == exact.classes_.tolist()
    found = fitted.labels[fitted.logits(points).argmax(axis=1)]
    assert (found == exact.predict(points)).mean() > 0.97


def test_stronger_regularization_gives_smaller_weights():
    points, labels = cloud(600)
    loose, strict = (fit(points, labels, c).weights for c in (10.0, 0.01))
    assert np.linalg.norm(strict) < np.linalg.norm(loose) / 2


def test_it_gives_the_same_every_time():
    points, labels = cloud(600)
    np.testing.assert_array_equal(fit(points, labels, 1.0).weights, fit(points, labels, 1.0).weights)
