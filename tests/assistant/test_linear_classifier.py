"""The classifier learns, rejects what it does not know, and is the same after a round trip to disk."""

import numpy as np
import pytest

from assistant.nlu.linear_classifier import FILE, LinearClassifier, Settings, fit_calibrated

SETTINGS = Settings(char_dimensions=20)
WORDS = {
    "swim": "can I swim in the pool",
    "wear": "what should I wear to it",
    "pay": "how much do I pay",
}


@pytest.fixture(scope="module")
def data():
    """Three classes, 30 phrases each; embeddings are noisy points around one axis a class."""
    random = np.random.default_rng(0)
    texts, labels, rows = [], [], []
    for axis, (label, phrase) in enumerate(WORDS.items()):
        for n in range(30):
            texts.append(f"{phrase} {'please ' * (n % 3)}number {n}")
            labels.append(label)
            rows.append(np.eye(8)[axis] + random.normal(0, 0.1, 8))
    return texts, np.array(rows, dtype=np.float32), labels


@pytest.fixture(scope="module")
def classifier(data):
    return fit_calibrated(*data, SETTINGS)


def predicted(classifier, text, embedding):
    confidences = classifier.confidences(text, embedding)
    return str(classifier.labels[confidences.argmax()]), float(confidences.max())


def test_it_predicts_what_it_learned(classifier):
    label, confidence = predicted(classifier, "can I swim in the pool", np.eye(8, dtype=np.float32)[0])
    assert label == "swim"
    assert confidence > 0.5


def test_what_is_unlike_everything_falls_below_one_half(classifier):
    _, confidence = predicted(classifier, "zzz qqq", np.eye(8, dtype=np.float32)[7])
    assert confidence < 0.5


def test_letters_help_where_the_embedding_does_not_know(classifier):
    label, _ = predicted(classifier, "wat shuld i waer", np.zeros(8, dtype=np.float32))
    assert label == "wear"


def test_a_saved_model_predicts_the_same(classifier, data, tmp_path):
    classifier.save(tmp_path)
    loaded = LinearClassifier.load(tmp_path)
    texts, embeddings, _ = data
    np.testing.assert_allclose(
        loaded.logits(texts, embeddings), classifier.logits(texts, embeddings), atol=1e-5
    )
    assert loaded.boundary == pytest.approx(classifier.boundary)


def test_the_file_holds_no_pickle(classifier, tmp_path):
    classifier.save(tmp_path)
    with np.load(tmp_path / FILE, allow_pickle=False) as arrays:
        assert {arrays[name].dtype.kind for name in arrays.files} <= set("fUi")


@pytest.mark.parametrize(
    "text", ["can I swim?", "swim swim swim, SWIM", "", "...", "qqq", "wat shuld i waer"]
)
def test_a_single_text_is_scored_as_many_are(classifier, data, text):
    embedding = data[1][0]
    [logits] = classifier.logits([text], embedding[None, :])
    expected = 1 / (1 + np.exp(classifier.boundary - logits))
    np.testing.assert_allclose(classifier.confidences(text, embedding), expected, atol=1e-5)
