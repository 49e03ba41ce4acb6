"""The encoder that learns is the encoder that is served."""

import numpy as np
import tensorflow as tf

from assistant.adaptation.adapted_encoder import AdaptedEncoder
from assistant.nlu import adapter, encoder, onnx_graph

# What is served is rounded to 8 bits.
CLOSE = 0.97
IDS, MASK = np.array([[101, 2026, 2067, 13403, 102]]), np.ones((1, 5))


def served(path):
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path))
    return session.run(["sentence"], {"input_ids": IDS.astype(np.int64)})[0]


def test_what_it_learned_is_in_the_graph(tmp_path, monkeypatch):
    learning = AdaptedEncoder(rank=2, dropout=0.0, seed=1)
    draw = np.random.default_rng(0)
    for change in learning.changes.values():
        change.assign(draw.normal(0, 0.05, change.shape).astype(np.float16).astype(np.float32))
    monkeypatch.setattr(adapter, "FILE", tmp_path / "adapter.npz")
    adapter.save({name: change.numpy() for name, change in learning.changes.items()})
    onnx_graph.build(encoder.packaged_model() / "model.safetensors", tmp_path / "adapted.onnx")
    vectors = learning(tf.constant(IDS, tf.int32), tf.constant(MASK, tf.float32)).numpy()
    assert (served(tmp_path / "adapted.onnx") @ vectors.T).item() > CLOSE


def test_it_starts_as_the_packaged_encoder(tmp_path, monkeypatch):
    learning = AdaptedEncoder(rank=2, dropout=0.0, seed=1)
    first = learning(tf.constant(IDS, tf.int32), tf.constant(MASK, tf.float32)).numpy()
    monkeypatch.setattr(adapter, "merge", lambda weights: weights)
    onnx_graph.build(encoder.packaged_model() / "model.safetensors", tmp_path / "plain.onnx")
    assert (served(tmp_path / "plain.onnx") @ first.T).item() > CLOSE


def test_padding_changes_nothing():
    learning = AdaptedEncoder(rank=2, dropout=0.0, seed=1)
    padded = np.hstack([IDS, np.zeros((1, 3), IDS.dtype)]), np.hstack([MASK, np.zeros((1, 3))])
    alone, beside = (
        learning(tf.constant(ids, tf.int32), tf.constant(mask, tf.float32)).numpy()
        for ids, mask in ((IDS, MASK), padded)
    )
    np.testing.assert_allclose(alone, beside, atol=1e-5)
