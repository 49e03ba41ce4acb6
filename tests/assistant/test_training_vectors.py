"""Vectors of training texts are computed once and kept, whoever asks."""

import subprocess
import sys

import numpy as np
import pytest

from assistant.nlu import training_vectors
from assistant.nlu.encoder import onnx_file
from assistant.nlu.training_vectors import vectors
from assistant.paths import ENCODER_CACHE, ROOT

TEXTS = ["can I swim", "my leg hurts when I sit", "can I swim"]


@pytest.fixture
def cache(tmp_path):
    """A folder with the encoder and no vectors."""
    (tmp_path / onnx_file(ENCODER_CACHE).name).symlink_to(onnx_file(ENCODER_CACHE))
    return tmp_path


class Unused:
    def encode_many(self, texts):
        raise AssertionError(f"embedded again: {texts}")


def test_each_text_gets_its_row(cache):
    rows = vectors(TEXTS, cache)
    np.testing.assert_array_equal(rows[0], rows[2])
    assert rows.shape == (3, 384)
    assert rows[0] @ rows[1] < 0.9


def test_what_is_kept_is_not_embedded_again(cache, monkeypatch):
    first = vectors(TEXTS, cache)
    monkeypatch.setattr(training_vectors, "shared_encoder", lambda _: Unused())
    np.testing.assert_array_equal(vectors(TEXTS[::-1], cache), first[::-1])
    with pytest.raises(AssertionError, match="a new one"):
        vectors([*TEXTS, "a new one"], cache)


def test_no_texts_give_no_rows(cache):
    assert vectors([], cache).shape == (0, 384)


def test_two_processes_at_once_agree(cache):
    code = f"""
from pathlib import Path
from assistant.nlu.training_vectors import vectors
print(vectors({TEXTS!r}, Path({str(cache)!r})).sum())
"""
    running = [
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    printed = [process.communicate()[0] for process in running]
    assert printed[0] == printed[1] != ""
