"""The adaptation: both tasks at once, on the processor, for as many minutes as are given."""

import random
import time
from collections.abc import Callable

import numpy as np
import tensorflow as tf
from tokenizers import Tokenizer

from assistant.adaptation import tasks as task_data
from assistant.adaptation.adapted_encoder import AdaptedEncoder
from assistant.nlu import adapter
from assistant.nlu.encoder import MAX_TOKENS, SIZE, packaged_model

RANK, DROPOUT = 8, 0.1
BATCH = 32
RATE, HEAD_RATE = 1e-3, 3e-3
WARM_UP_STEPS, CLIPPED_NORM = 100, 1.0
# Logits are cosines of unit vectors times this; labels are held with this much doubt.
SHARPNESS, SMOOTHING = 20.0, 0.05
SEED = 0
_REPORT_EVERY = 100


class _Head(tf.Module):
    """Tells the labels of one task apart, while the encoder learns; training fits its own afterwards."""

    def __init__(self, labels: int) -> None:
        self.labels = labels
        self.weights = tf.Variable(tf.random.normal([SIZE, labels], stddev=SIZE**-0.5, seed=SEED))
        self.bias = tf.Variable(tf.zeros([labels]))

    def loss(self, vectors: tf.Tensor, wanted: tf.Tensor) -> tf.Tensor:
        """Return the mean cross-entropy over a batch; texts without a label of this task count 0."""
        logits = SHARPNESS * tf.matmul(vectors, self.weights) + self.bias
        target = tf.one_hot(wanted, self.labels) * (1 - SMOOTHING) + SMOOTHING / self.labels
        each = tf.nn.softmax_cross_entropy_with_logits(target, logits)
        return tf.reduce_mean(each * tf.cast(wanted != task_data.NO_LABEL, tf.float32))


def adapt(minutes: float, fresh: bool, report: Callable[[str], None]) -> None:
    """Adapt the encoder and write `adapter.FILE`.

    Args:
        minutes: how long to learn; the step width falls to nothing by then.
        fresh: start from the packaged encoder; else go on from the adapter as it is, and average.
        report: called with a line every hundred steps.
    """
    tasks = task_data.load()
    report(f"{len(tasks.signs)} messages about warning signs, {len(tasks.intents)} phrases of intents")
    tf.random.set_seed(SEED)
    rng = random.Random(SEED)
    tokenizer = Tokenizer.from_file(str(packaged_model() / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.no_padding()
    encoder = AdaptedEncoder(RANK, DROPOUT, SEED)
    if not fresh:
        for name, change in adapter.load().items():
            encoder.changes[name].assign(change)
    signs, intents = _Head(len(tasks.sign_names)), _Head(len(tasks.intent_names))
    step = _step(encoder, signs, intents)

    started, steps, losses = time.monotonic(), 0, []
    while True:
        drawn = task_data.epoch(tasks, rng)
        tokens = [encoded.ids for encoded in tokenizer.encode_batch([text for text, _, _ in drawn])]
        for which, ids, mask in task_data.batches(tokens, BATCH, rng):
            passed = (time.monotonic() - started) / (60 * minutes)
            if passed >= 1:
                learned = {name: change.numpy() for name, change in encoder.changes.items()}
                adapter.save(learned if fresh else _mean(learned, adapter.load()))
                return
            width = min(1.0, (steps + 1) / WARM_UP_STEPS) * (1 - passed)
            labels = (np.array([drawn[i][task] for i in which], np.int32) for task in (1, 2))
            losses.append([float(loss) for loss in step(ids, mask, *labels, tf.constant(width))])
            steps += 1
            if steps % _REPORT_EVERY == 0:
                sign, intent = np.mean(losses[-_REPORT_EVERY:], axis=0)
                report(f"{passed:4.0%}  step {steps}: loss of signs {sign:.3f}, of intents {intent:.3f}")


def _mean(learned: dict[str, np.ndarray], before: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the mean of what was learned and what was known before.

    On unseen messages the mean errs less than either ("model soups", Wortsman et al. 2022).
    """
    return {name: (matrix + before[name]) / 2 for name, matrix in learned.items()}


def _step(
    encoder: AdaptedEncoder, signs: _Head, intents: _Head
) -> Callable[..., tuple[tf.Tensor, tf.Tensor]]:
    """Return the function that learns from one batch and returns the losses of both tasks."""
    changes = list(encoder.changes.values())
    heads = [signs.weights, signs.bias, intents.weights, intents.bias]
    of_changes, of_heads = tf.keras.optimizers.Adam(RATE), tf.keras.optimizers.Adam(HEAD_RATE)
    matrix, vector = [None, None], [None]

    @tf.function(
        input_signature=[
            tf.TensorSpec(matrix, tf.int32),
            tf.TensorSpec(matrix, tf.float32),
            tf.TensorSpec(vector, tf.int32),
            tf.TensorSpec(vector, tf.int32),
            tf.TensorSpec([], tf.float32),
        ]
    )
    def step(
        ids: tf.Tensor, mask: tf.Tensor, sign: tf.Tensor, intent: tf.Tensor, width: tf.Tensor
    ) -> tuple[tf.Tensor, tf.Tensor]:
        of_changes.learning_rate.assign(RATE * width)
        of_heads.learning_rate.assign(HEAD_RATE * width)
        with tf.GradientTape() as tape:
            vectors = encoder(ids, mask)
            losses = signs.loss(vectors, sign), intents.loss(vectors, intent)
            total = losses[0] + losses[1]
        slopes, _ = tf.clip_by_global_norm(tape.gradient(total, [*changes, *heads]), CLIPPED_NORM)
        of_changes.apply_gradients(zip(slopes[: len(changes)], changes))
        of_heads.apply_gradients(zip(slopes[len(changes) :], heads))
        return losses

    return step
