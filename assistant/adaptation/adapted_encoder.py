"""The sentence encoder in TensorFlow, with trainable low-rank changes (LoRA, Hu et al. 2021).

The packaged weights stay as they are. Beside each of the linear layers stand two thin matrices whose
product is added to its weights; they hold 1.5 % as many numbers, and start as no change at all.
"""

import numpy as np
import tensorflow as tf
from safetensors.numpy import load_file

from assistant.nlu.adapter import DOWN, LINEAR_LAYERS, UP
from assistant.nlu.encoder import packaged_model
from assistant.nlu.onnx_graph import HEAD_SIZE, HEADS, HIDDEN, LAYERS

# A finite "minus infinity": padding gets no attention, and a row of nothing else gives no NaN.
MASKED = -1e9


class AdaptedEncoder(tf.Module):
    """The encoder; `changes` are its trainable matrices by name."""

    def __init__(self, rank: int, dropout: float, seed: int) -> None:
        """Load the packaged weights and draw the first changes.

        Args:
            rank: width of the thin matrices.
            dropout: share of a layer's inputs that the changes do not see while they learn.
            seed: of the random numbers.
        """
        weights = load_file(packaged_model() / "model.safetensors")
        self._dropout = dropout
        self._weights = {
            name: tf.constant(w.T if name.removesuffix(".weight") in LINEAR_LAYERS else w)
            for name, w in weights.items()
            if w.dtype == np.float32
        }
        draw = np.random.default_rng(seed)
        self.changes: dict[str, tf.Variable] = {}
        for layer in LINEAR_LAYERS:
            outputs, inputs = weights[f"{layer}.weight"].shape
            first = draw.normal(0, inputs**-0.5, (inputs, rank)).astype(np.float32)
            self.changes[DOWN + layer] = tf.Variable(first)
            self.changes[UP + layer] = tf.Variable(np.zeros((rank, outputs), np.float32))

    def __call__(self, ids: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
        """Return unit-length vectors `[batch, 384]`, as they are while the changes learn.

        Args:
            ids: token ids, int32 `[batch, tokens]`.
            mask: 1 for a token, 0 for padding, float32 `[batch, tokens]`.
        """
        w = self._weights
        x = tf.gather(w["embeddings.word_embeddings.weight"], ids)
        x += w["embeddings.position_embeddings.weight"][: tf.shape(ids)[1]]
        x = self._layer_norm(x + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        absent = (1 - mask[:, None, None, :]) * MASKED
        for number in range(LAYERS):
            x = self._block(x, absent, f"encoder.layer.{number}")
        total = tf.reduce_sum(x * mask[:, :, None], axis=1)
        return tf.math.l2_normalize(total / tf.reduce_sum(mask, axis=1, keepdims=True), axis=-1)

    def _block(self, x: tf.Tensor, absent: tf.Tensor, name: str) -> tf.Tensor:
        mixed = self._linear(
            self._attend(x, absent, f"{name}.attention"), f"{name}.attention.output.dense"
        )
        x = self._layer_norm(x + mixed, f"{name}.attention.output.LayerNorm")
        inner = self._linear(x, f"{name}.intermediate.dense")
        inner = 0.5 * inner * (1 + tf.math.erf(inner * 2**-0.5))
        return self._layer_norm(
            x + self._linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm"
        )

    def _attend(self, x: tf.Tensor, absent: tf.Tensor, name: str) -> tf.Tensor:
        batch, tokens = tf.shape(x)[0], tf.shape(x)[1]
        query, key, value = (
            tf.transpose(
                tf.reshape(self._linear(x, f"{name}.self.{part}"), [batch, tokens, HEADS, HEAD_SIZE]),
                [0, 2, 1, 3],
            )
            for part in ("query", "key", "value")
        )
        scores = tf.matmul(query, key, transpose_b=True) * HEAD_SIZE**-0.5
        mixed = tf.matmul(tf.nn.softmax(scores + absent), value)
        return tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [batch, tokens, HIDDEN])

    def _linear(self, x: tf.Tensor, name: str) -> tf.Tensor:
        fixed = tf.tensordot(x, self._weights[f"{name}.weight"], 1) + self._weights[f"{name}.bias"]
        seen = tf.nn.dropout(x, self._dropout)
        return fixed + tf.tensordot(
            tf.tensordot(seen, self.changes[DOWN + name], 1), self.changes[UP + name], 1
        )

    def _layer_norm(self, x: tf.Tensor, name: str) -> tf.Tensor:
        mean, variance = tf.nn.moments(x, [-1], keepdims=True)
        scaled = (x - mean) * tf.math.rsqrt(variance + 1e-12)
        return scaled * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
